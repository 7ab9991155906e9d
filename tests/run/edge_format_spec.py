"""The format mini-language: fill, align, sign, alternate, zero, width, grouping, precision for every type; errors."""


class Angle:
    def __init__(self, degrees: float) -> None:
        self.degrees = degrees

    def __format__(self, spec: str) -> str:
        if spec.endswith("r"):
            return format(self.degrees * 3.14159 / 180, spec[:-1] + "f")
        return format(self.degrees, spec) + "°"

    def __str__(self) -> str:
        return f"Angle({self.degrees})"


def main() -> None:
    for n in (0, 7, -42, 1234567, -2 ** 40):
        print("|".join([f"{n:d}", f"{n:5}", f"{n:<12}", f"{n:^12}", f"{n:>+12}", f"{n:=+12}", f"{n:012}", f"{n:*^15,}", f"{n:_}", f"{n:#b}" if abs(n) < 99 else "", f"{n:#o}", f"{n:#010x}", f"{n:_x}", f"{n:e}", f"{n:.1f}", f"{n:%}", f"{n: }", f"{n:n}"]))
    for s in ("", "ab", "héllo wörld"):
        print("|".join([f"{s}", f"{s:8}", f"{s:>8}", f"{s:^8}", f"{s:·<8}", f"{s:.3}", f"{s:>8.2}", f"{s!r:10}", f"{s!a}", f"{s:s}", f"{s:08}"]))
    for flag in (True, False):
        print(f"{flag} {flag:d} {flag:5} {flag!r:>6} {flag:>6}|{flag:x}")
    width, precision, fill, value = 10, 3, "~", 2.718281828
    print(f"{value:{width}.{precision}}|{value:{fill}>{width}.{precision}f}|{value:{fill}^{width}}|{'x':{'<>^'[1]}{4}}|{value!s:>{width + 4}}|{width=}|{value=:.2f}|{fill = !r}|{width * 2 = }")
    print(f"{{}} {{{width}}} {'{'} {'nested ' + f'{width:>{precision}}'} {width if precision else 'no'} {(lambda x: x + 1)(width)} {width!r:^{width}}|{chr(65)!s}")
    print(format(255, "x"), format(3.5), format("a", ">3"), format(None), f"{None}", f"{[1, 2]}", f"{(1,)}", f"{ {'a': 1} }", "{:>5}|{!r}".format(1, "x"))
    print(f"{Angle(90.0):.1f} {Angle(180.0):.3r} {Angle(45.5)} {Angle(1.0)!s:>12}", "%s %d %5.2f %x %r %%" % ("a", 5, 1.5, 255, "q"), "%-5s|%05d|%+d" % ("ab", 42, 7), "{:,}".format(10 ** 9), "{0}{1}{0}".format("a", 1), "{x:>{w}}".format(x=1, w=3))
    for x in (0.0, 1e-7, 123456789.0, 1e22, -1.5):
        print("|".join(f"{x:{spec}}" for spec in ("", "f", ".0f", "e", ".2E", "g", "G", ".3g", "#g", "%", ".1%", ",", "_.2f", "+.1f", "015.2f", "<14", "^14.3")))
