"""`fractions`: rational numbers whose numerator and denominator are integers of 64 bits, in lowest terms."""

from math import gcd


class Fraction:
    """A rational number. Also from text: "3/4", "-1.25", "1e-3"."""

    _numerator: int
    _denominator: int

    def __init__(
        self, numerator: "int | float | str | Fraction" = 0, denominator: "int | Fraction | None" = None
    ) -> None:
        above, below = _parts(numerator)
        if denominator is not None:
            if isinstance(numerator, (float, str)):
                raise TypeError("both arguments should be Rational instances")
            other_above, other_below = _parts(denominator)
            above, below = above * other_below, below * other_above
            if below == 0:
                raise ZeroDivisionError(f"Fraction({above}, 0)")
        common = gcd(above, below)
        if below < 0:
            common = -common
        self._numerator = above // common
        self._denominator = below // common

    @classmethod
    def from_float(cls, f: float) -> "Fraction":
        return Fraction(f)

    @property
    def numerator(self) -> int:
        return self._numerator

    @property
    def denominator(self) -> int:
        return self._denominator

    def as_integer_ratio(self) -> tuple[int, int]:
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator: int = 1000000) -> "Fraction":
        """The nearest fraction with a denominator of at most `max_denominator`, by continued fractions."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction(p1, q1)
        return Fraction(p0 + k * p1, q0 + k * q1)

    # Text

    def __repr__(self) -> str:
        return f"Fraction({self._numerator}, {self._denominator})"

    def __str__(self) -> str:
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    # Arithmetic: with integers a fraction, with floats a float

    def __add__(self, other: "Fraction | int") -> "Fraction":
        n, d = _ratio(other)
        common = gcd(self._denominator, d)
        return Fraction(self._numerator * (d // common) + n * (self._denominator // common),
                        self._denominator // common * d)

    def __radd__(self, other: int) -> "Fraction":
        return self + other

    def _add_other(self, other: float) -> float:
        return float(self) + other

    def _radd_other(self, other: float) -> float:
        return other + float(self)

    def __sub__(self, other: "Fraction | int") -> "Fraction":
        n, d = _ratio(other)
        common = gcd(self._denominator, d)
        return Fraction(self._numerator * (d // common) - n * (self._denominator // common),
                        self._denominator // common * d)

    def __rsub__(self, other: int) -> "Fraction":
        return Fraction(other) - self

    def _sub_other(self, other: float) -> float:
        return float(self) - other

    def _rsub_other(self, other: float) -> float:
        return other - float(self)

    def __mul__(self, other: "Fraction | int") -> "Fraction":
        n, d = _ratio(other)
        one, two = gcd(self._numerator, d), gcd(n, self._denominator)
        return Fraction(self._numerator // one * (n // two), self._denominator // two * (d // one))

    def __rmul__(self, other: int) -> "Fraction":
        return self * other

    def _mul_other(self, other: float) -> float:
        return float(self) * other

    def _rmul_other(self, other: float) -> float:
        return other * float(self)

    def __truediv__(self, other: "Fraction | int") -> "Fraction":
        n, d = _ratio(other)
        if n == 0:
            raise ZeroDivisionError(f"Fraction({self._numerator * d}, 0)")
        return self * Fraction(d, n)

    def __rtruediv__(self, other: int) -> "Fraction":
        return Fraction(other) / self

    def _truediv_other(self, other: float) -> float:
        return float(self) / other

    def _rtruediv_other(self, other: float) -> float:
        return other / float(self)

    def __floordiv__(self, other: "Fraction | int") -> int:
        n, d = _ratio(other)
        return self._numerator * d // (self._denominator * n)

    def __rfloordiv__(self, other: int) -> int:
        return Fraction(other) // self

    def __mod__(self, other: "Fraction | int") -> "Fraction":
        n, d = _ratio(other)
        return Fraction(self._numerator * d % (n * self._denominator), self._denominator * d)

    def __rmod__(self, other: int) -> "Fraction":
        return Fraction(other) % self

    def __divmod__(self, other: "Fraction | int") -> "tuple[int, Fraction]":
        return self // other, self % other

    def __rdivmod__(self, other: int) -> "tuple[int, Fraction]":
        return other // self, other % self

    def __pow__(self, exponent: int) -> "Fraction":
        if exponent >= 0:
            return Fraction(self._numerator ** exponent, self._denominator ** exponent)
        if self._numerator == 0:
            raise ZeroDivisionError(f"Fraction({self._denominator ** -exponent}, 0)")
        return Fraction(self._denominator ** -exponent, self._numerator ** -exponent)

    def _pow_other(self, exponent: float) -> float:
        return float(self) ** exponent

    def __neg__(self) -> "Fraction":
        return Fraction(-self._numerator, self._denominator)

    def __pos__(self) -> "Fraction":
        return Fraction(self._numerator, self._denominator)

    def __abs__(self) -> "Fraction":
        return Fraction(abs(self._numerator), self._denominator)

    # Conversions

    def __bool__(self) -> bool:
        return self._numerator != 0

    def __float__(self) -> float:
        return self._numerator / self._denominator

    def __int__(self) -> int:
        return self.__trunc__()

    def __trunc__(self) -> int:
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    def __floor__(self) -> int:
        return self._numerator // self._denominator

    def __ceil__(self) -> int:
        return -(-self._numerator // self._denominator)

    def __round__(self) -> int:
        whole, rest = divmod(self._numerator, self._denominator)
        if rest * 2 < self._denominator:
            return whole
        if rest * 2 > self._denominator or whole % 2 == 1:
            return whole + 1
        return whole

    def _round_to(self, digits: int) -> "Fraction":
        """`round(self, digits)`."""
        shift = 10 ** abs(digits)
        if digits > 0:
            return Fraction((self * shift).__round__(), shift)
        return Fraction((self / shift).__round__() * shift)

    # Comparison

    def __hash__(self) -> int:
        return hash(self._numerator) if self._denominator == 1 else hash(self._numerator / self._denominator)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Fraction):
            return self._numerator == other._numerator and self._denominator == other._denominator
        if isinstance(other, float):
            if other != other or other - other != 0.0:
                return False
            above, below = other.as_integer_ratio()
            return self._numerator == above and self._denominator == below
        if isinstance(other, int):
            return self._denominator == 1 and self._numerator == other
        return NotImplemented

    def __lt__(self, other: "Fraction | int | float") -> bool:
        return self._order(other) < 0

    def __le__(self, other: "Fraction | int | float") -> bool:
        return self._order(other) <= 0

    def __gt__(self, other: "Fraction | int | float") -> bool:
        return 0 < self._order(other) < 2

    def __ge__(self, other: "Fraction | int | float") -> bool:
        return 0 <= self._order(other) < 2

    def _order(self, other: "Fraction | int | float") -> int:
        """-1, 0 or 1; 2 where `other` is no number."""
        if isinstance(other, float) and (other != other or other - other != 0.0):
            return 2 if other != other else -1 if other > 0.0 else 1
        n, d = _parts(other)
        left, right = self._numerator * d, n * self._denominator
        return -1 if left < right else 1 if left > right else 0


def _ratio(value: Fraction | int) -> tuple[int, int]:
    return value.as_integer_ratio() if isinstance(value, Fraction) else (value, 1)


def _parts(value: int | float | str | Fraction) -> tuple[int, int]:
    """A number or its text as a numerator and a denominator."""
    if isinstance(value, str):
        return _read(value)
    return value.as_integer_ratio()


def _read(text: str) -> tuple[int, int]:
    wrong = f"Invalid literal for Fraction: {text!r}"
    left, slash, right = text.strip().partition("/")
    sign, digits = 1, left
    if digits[:1] in ("-", "+"):
        sign, digits = (-1 if digits[0] == "-" else 1), digits[1:]
    if slash:
        if not (_is_number(digits) and _is_number(right)):
            raise ValueError(wrong)
        below = int(right)
        if below == 0:
            raise ZeroDivisionError(f"Fraction({sign * int(digits)}, 0)")
        return sign * int(digits), below
    digits, _, exponent = digits.replace("E", "e").partition("e")
    power = 0
    if "e" in left or "E" in left:
        if not _is_number(exponent.removeprefix("-") if exponent[:1] == "-" else exponent.removeprefix("+")):
            raise ValueError(wrong)
        power = int(exponent)
    whole, _, rest = digits.partition(".")
    if not (whole + rest) or whole and not _is_number(whole) or rest and not _is_number(rest):
        raise ValueError(wrong)
    above, below = int(whole + rest), 10 ** len(rest)
    if power >= 0:
        above *= 10 ** power
    else:
        below *= 10 ** -power
    return sign * above, below


def _is_number(text: str) -> bool:
    return text.isascii() and text.replace("_", "0").isdigit() and text[0] != "_"
