"""Answers the cases of math_cases.py: one line in, one line out."""

import math


def run(name: str, x: float, y: float, i: int, j: int) -> str:
    if name == "sqrt":
        return repr(math.sqrt(x))
    if name == "exp":
        return repr(math.exp(x))
    if name == "exp2":
        return repr(math.exp2(x))
    if name == "expm1":
        return repr(math.expm1(x))
    if name == "log":
        return repr(math.log(x))
    if name == "log2":
        return repr(math.log2(x))
    if name == "log10":
        return repr(math.log10(x))
    if name == "log1p":
        return repr(math.log1p(x))
    if name == "sin":
        return repr(math.sin(x))
    if name == "cos":
        return repr(math.cos(x))
    if name == "tan":
        return repr(math.tan(x))
    if name == "asin":
        return repr(math.asin(x))
    if name == "acos":
        return repr(math.acos(x))
    if name == "atan":
        return repr(math.atan(x))
    if name == "sinh":
        return repr(math.sinh(x))
    if name == "cosh":
        return repr(math.cosh(x))
    if name == "tanh":
        return repr(math.tanh(x))
    if name == "asinh":
        return repr(math.asinh(x))
    if name == "acosh":
        return repr(math.acosh(x))
    if name == "atanh":
        return repr(math.atanh(x))
    if name == "degrees":
        return repr(math.degrees(x))
    if name == "radians":
        return repr(math.radians(x))
    if name == "floor":
        return repr(math.floor(x))
    if name == "ceil":
        return repr(math.ceil(x))
    if name == "trunc":
        return repr(math.trunc(x))
    if name == "fabs":
        return repr(math.fabs(x))
    if name == "isnan":
        return repr(math.isnan(x))
    if name == "isinf":
        return repr(math.isinf(x))
    if name == "isfinite":
        return repr(math.isfinite(x))
    if name == "ulp":
        return repr(math.ulp(x))
    if name == "frexp":
        return repr(math.frexp(x))
    if name == "modf":
        return repr(math.modf(x))
    if name == "pow":
        return repr(math.pow(x, y))
    if name == "atan2":
        return repr(math.atan2(x, y))
    if name == "hypot":
        return repr(math.hypot(x, y))
    if name == "fmod":
        return repr(math.fmod(x, y))
    if name == "remainder":
        return repr(math.remainder(x, y))
    if name == "copysign":
        return repr(math.copysign(x, y))
    if name == "nextafter":
        return repr(math.nextafter(x, y))
    if name == "isqrt":
        return repr(math.isqrt(i))
    if name == "factorial":
        return repr(math.factorial(i))
    if name == "gcd":
        return repr(math.gcd(i, j))
    if name == "lcm":
        return repr(math.lcm(i, j))
    if name == "comb":
        return repr(math.comb(i, j))
    if name == "perm":
        return repr(math.perm(i, j))
    if name == "op_pow":
        return repr(x ** y)
    if name == "op_mod":
        return repr(x % y)
    if name == "op_div":
        return repr(x // y)
    if name == "op_divmod":
        return repr(divmod(x, y))
    if name == "ldexp":
        return repr(math.ldexp(x, i))
    if name == "logb":
        return repr(math.log(x, y))
    if name == "isclose":
        return repr(math.isclose(x, y))
    if name == "cmp":
        return f"{i < x} {i <= x} {i == x} {x < i} {x >= i} {i != x}"
    if name == "ratio":
        return repr(x.as_integer_ratio())
    if name == "isint":
        return repr(x.is_integer())
    if name == "hex":
        return x.hex()
    if name == "round":
        return repr(round(x))
    return "?"


def main() -> int:
    for _ in range(int(input())):
        part = input().split("\t")
        try:
            print(run(part[0], float(part[1]), float(part[2]), int(part[3]), int(part[4])))
        except ValueError as e:
            print("V", e)
        except OverflowError as e:
            print("O", e)
        except ZeroDivisionError as e:
            print("Z", e)
    return 0


if __name__ == "__main__":
    main()
