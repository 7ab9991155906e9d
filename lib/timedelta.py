"""`datetime.timedelta`, a span of time.

Divided by a number it is a timedelta, by a timedelta a number: the second form of an operator is `_NAME_other`.
"""

from __future__ import annotations

from math import floor, modf
from typing import ClassVar, Final

DAY: Final = 86400000000                # microseconds


class timedelta:  # noqa: N801
    """A span of time, in microseconds."""

    resolution: ClassVar[timedelta]
    _us: int

    def __init__(
        self, days: int | float = 0, seconds: int | float = 0, microseconds: int | float = 0,
        milliseconds: int | float = 0, minutes: int | float = 0, hours: int | float = 0, weeks: int | float = 0,
    ) -> None:
        total, left = 0, 0.0
        for value, unit in ((microseconds, 1), (milliseconds, 1000), (seconds, 1000000), (minutes, 60000000),
                            (hours, 3600000000), (days, DAY), (weeks, 7 * DAY)):
            if isinstance(value, float):
                part, whole = modf(value)
                more, units = modf(unit * part)
                total += int(whole) * unit + int(units)
                left += more
            else:
                total += value * unit
        if left != 0.0:
            total = round_even(total, left)
        _check_days(total // DAY)
        self._us = total

    @property
    def days(self) -> int:
        return self._us // DAY

    @property
    def seconds(self) -> int:
        return self._us % DAY // 1000000

    @property
    def microseconds(self) -> int:
        return self._us % 1000000

    def total_seconds(self) -> float:
        return self._us / 1000000

    def __repr__(self) -> str:
        parts: list[str] = []
        if self.days:
            parts.append(f"days={self.days}")
        if self.seconds:
            parts.append(f"seconds={self.seconds}")
        if self.microseconds:
            parts.append(f"microseconds={self.microseconds}")
        return f"datetime.timedelta({', '.join(parts) if parts else '0'})"

    def __str__(self) -> str:
        days, seconds, fine = self.days, self.seconds, self.microseconds
        text = f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
        if days:
            text = f"{days} day{'' if abs(days) == 1 else 's'}, {text}"
        return f"{text}.{fine:06d}" if fine else text

    def __add__(self, other: timedelta) -> timedelta:
        return span(self._us + other._us)

    def __sub__(self, other: timedelta) -> timedelta:
        return span(self._us - other._us)

    def __neg__(self) -> timedelta:
        return span(-self._us)

    def __pos__(self) -> timedelta:
        return self

    def __abs__(self) -> timedelta:
        return span(abs(self._us))

    def __mul__(self, other: int) -> timedelta:
        return span(self._us * other)

    def __rmul__(self, other: int) -> timedelta:
        return self * other

    def _mul_other(self, other: float) -> timedelta:
        above, below = other.as_integer_ratio()
        return span(_nearest(self._us * above, below))

    def _rmul_other(self, other: float) -> timedelta:
        return self._mul_other(other)

    def __truediv__(self, other: timedelta) -> float:
        if other._us == 0:
            raise ZeroDivisionError("division by zero")
        return self._us / other._us

    def _truediv_other(self, other: int | float) -> timedelta:
        if isinstance(other, float):
            above, below = other.as_integer_ratio()
            return span(_nearest(self._us * below, above))
        return span(_nearest(self._us, other))

    def __floordiv__(self, other: timedelta) -> int:
        return self._us // other._us

    def _floordiv_other(self, other: int) -> timedelta:
        return span(self._us // other)

    def __mod__(self, other: timedelta) -> timedelta:
        return span(self._us % other._us)

    def __divmod__(self, other: timedelta) -> tuple[int, timedelta]:
        return self._us // other._us, span(self._us % other._us)

    def __bool__(self) -> bool:
        return self._us != 0

    def __hash__(self) -> int:
        return hash(self._us)

    def __eq__(self, other: object) -> bool:
        return self._us == other._us if isinstance(other, timedelta) else False

    def __lt__(self, other: timedelta) -> bool:
        return self._us < other._us

    def __le__(self, other: timedelta) -> bool:
        return self._us <= other._us

    def __gt__(self, other: timedelta) -> bool:
        return self._us > other._us

    def __ge__(self, other: timedelta) -> bool:
        return self._us >= other._us


def round_even(total: int, left: float) -> int:
    """`total` and a part of a microsecond more, to the nearest; the even one of two."""
    whole = floor(left)
    rest = left - whole
    total += whole
    return total + 1 if rest > 0.5 or rest == 0.5 and total % 2 == 1 else total


def _nearest(a: int, b: int) -> int:
    """a / b to the nearest integer, the even one of two."""
    if b < 0:
        a, b = -a, -b
    whole, rest = divmod(a, b)
    return whole + 1 if rest * 2 > b or rest * 2 == b and whole % 2 == 1 else whole


def _check_days(days: int) -> None:
    if not -999999999 <= days <= 999999999:
        raise OverflowError(f"days={days}; must have magnitude <= 999999999")


def span(us: int) -> timedelta:
    """A number of microseconds."""
    return timedelta(0, 0, us)


def offset_text(offset: timedelta) -> str:
    """`+01:30`, with seconds where there are any."""
    sign = "-" if offset.days < 0 else "+"
    away = abs(offset)
    text = f"{sign}{away.seconds // 3600:02d}:{away.seconds // 60 % 60:02d}"
    if away.seconds % 60 or away.microseconds:
        text += f":{away.seconds % 60:02d}"
    return f"{text}.{away.microseconds:06d}" if away.microseconds else text


timedelta.resolution = timedelta(0, 0, 1)
