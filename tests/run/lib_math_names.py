"""Every function of `math` with plain arguments, and the domain errors of some."""
import math


def show(name: str, *values: float) -> None:
    print(name, *[repr(value) for value in values])


def main() -> None:
    show("circle", math.acos(0.3), math.asin(0.3), math.atan(2.5), math.atan2(1.0, -2.0), math.tan(0.7), math.degrees(1.0))
    show("angles", math.radians(90.0), math.sin(1.0), math.cos(1.0), math.pi, math.tau, math.e)
    show("hyperbolic", math.acosh(1.5), math.asinh(0.4), math.atanh(0.4), math.cosh(1.1), math.sinh(1.1), math.tanh(0.3))
    show("powers", math.exp(1.5), math.exp2(0.5), math.expm1(1e-5), math.pow(2.0, 0.5), math.sqrt(2.0), math.fabs(-2.5))
    show("logarithms", math.log(10.0), math.log10(1000.0), math.log1p(1e-5), math.log2(10.0), math.log(8.0, 2.0))
    show("parts", math.ldexp(0.75, 4), math.nextafter(1.0, 2.0), math.ulp(1.0), math.copysign(2.0, -0.0), *math.modf(-2.5))
    show("rests", math.fmod(-7.5, 2.0), math.remainder(7.5, 2.0), math.hypot(3.0, 4.0), math.dist((0.0, 0.0), (1.0, 1.0)))
    show("special", math.erf(0.5), math.erfc(0.5), math.gamma(4.5), math.lgamma(0.5), math.inf, math.nan)
    print(math.frexp(10.0), math.isclose(1.0, 1.0 + 1e-10), math.perm(5, 2), math.comb(5, 2), math.factorial(6), math.isqrt(17))
    print(math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.isfinite(1.0), math.isinf(math.inf), math.isnan(math.nan))
    for name, call in (("sqrt", math.sqrt), ("log", math.log1p), ("acos", math.acos), ("atanh", math.atanh)):
        try:
            show(name, call(-2.0))
        except ValueError as error:
            print(name, error)


if __name__ == "__main__":
    main()
