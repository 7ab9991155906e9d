"""Format specifications of strings, conversions, nested fields, the = form, other objects."""


class Money:
    def __init__(self, cents: int) -> None:
        self.cents = cents

    def __format__(self, spec: str) -> str:
        return f"[{self.cents / 100:.2f}|{spec}]"

    def __repr__(self) -> str:
        return f"Money({self.cents})"


def main() -> None:
    s = "héllo"
    print(f"{s}|{s:s}|{s:8}|{s:<8}|{s:>8}|{s:^8}|{s:*^9}|{s:.3}|{s:8.2}|{s:é>7.2s}|{s!r}|{s!r:>10}|{s!a}|{s!s:.1}|")
    print(f"{'':5}|{'':*<3}|{'abc':2}|{'日本':5}|{'日本':>5}|{'😀':^3}|")
    name = "width"
    n = 6
    print(f"{name:{n}}|{name:>{n * 2}}|{name:{'*'}^{n + 5}}|{'a' + 'b':>4}|{n!r:>3}|{len(name)}|{name[0]}{name[1:3]}")
    print(f"{n=}|{n = }|{name=}|{name=!s}|{n=:04d}|{n + 1=}|{name.upper()=}|{n*2 = :>5}|")
    print(f"{{}}|{{{n}}}|{n}{{|}}{n}|" f"{n}" "{n}" rf"\{n}\n")
    print(f"{None}|{True}|{['b', 'a']}|{(1, 2.5)}|{ {'k': 'v'} }|{None!r:>6}|{[name]!s:<20}|")
    print(f"{Money(1234)}|{Money(1234):abc}|{Money(5)!r}|{Money(5)!s:>10}|{Money(1):{n}}")
    print(f"{n if n > 5 else -n}|{n > 5}|{n > 5 and n < 10}|{not n}|{'x' * n}|{[k for k in range(n)]}|{sum([1, 2]):3d}")
    print(f'{name!r} "quoted" {"inner"} {name}')
    print(f"""multi
{n:>4}
line""")
    print(f"{'nested ' + f'{n} {name!r}':>20}|{f'{n}' + 'x'}")
    print(format(3.14159, ".2f"), format("x", ">3"), format(255, "#x"), format(True), str(1.5) + format(2))
    for spec in ("d", "=5", ",", "+", "05.q"):
        try:
            print(format("text", spec))
        except ValueError as e:
            print(spec, e)


if __name__ == "__main__":
    raise SystemExit(main())
