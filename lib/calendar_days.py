"""Days of the proleptic Gregorian calendar: what `datetime` counts with."""

from typing import Final

from lib.math_parts import floor

MAX_ORDINAL: Final = 3652059            # 9999-12-31
LENGTHS: list[int] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)
BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)       # days of a year before each month


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    return 29 if month == 2 and is_leap(year) else LENGTHS[month - 1]


def days_before_year(year: int) -> int:
    """The days between the year 1 and `year`."""
    past = year - 1
    return past * 365 + past // 4 - past // 100 + past // 400


def days_before_month(year: int, month: int) -> int:
    return BEFORE[month - 1] + (1 if month > 2 and is_leap(year) else 0)


def to_ordinal(year: int, month: int, day: int) -> int:
    """The number of a day; that of 1 January of the year 1 is 1."""
    return days_before_year(year) + days_before_month(year, month) + day


def from_ordinal(number: int) -> tuple[int, int, int]:
    """The year, month and day with the number `number`."""
    year = (number - 1) * 400 // 146097 + 1
    while days_before_year(year) >= number:
        year -= 1
    while days_before_year(year + 1) < number:
        year += 1
    rest = number - days_before_year(year)
    month = 12
    while days_before_month(year, month) >= rest:
        month -= 1
    return year, month, rest - days_before_month(year, month)


def iso_week(year: int, ordinal: int) -> tuple[int, int, int]:
    """The year, week and weekday of ISO 8601 for a day of `year`."""
    monday = _first_monday(year)
    if ordinal < monday:
        year -= 1
        monday = _first_monday(year)
    elif ordinal >= _first_monday(year + 1):
        year += 1
        monday = _first_monday(year)
    return year, (ordinal - monday) // 7 + 1, (ordinal + 6) % 7 + 1


def iso_ordinal(year: int, week: int, day: int) -> int:
    """The number of a day that is given by ISO 8601's year, week and weekday."""
    if not 1 <= year <= 9999:
        raise ValueError(f"Year is out of range: {year}")
    last = (_first_monday(year + 1) - _first_monday(year)) // 7
    if not 1 <= week <= last:
        raise ValueError(f"Invalid week: {week}")
    if not 1 <= day <= 7:
        raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
    return _first_monday(year) + (week - 1) * 7 + day - 1


def _first_monday(year: int) -> int:
    """The number of the day on which the first ISO week of `year` begins: the one with 4 January in it."""
    fourth = to_ordinal(year, 1, 4)
    return fourth - (fourth + 6) % 7


def check_c_int(number: int) -> None:
    """What CPython's C code takes for an int of 32 bits."""
    if number > 0x7FFF_FFFF:
        raise OverflowError("signed integer is greater than maximum")
    if number < -0x8000_0000:
        raise OverflowError("signed integer is less than minimum")


def checked_ordinal(number: int) -> int:
    """The argument of `fromordinal`."""
    check_c_int(number)
    if number < 1:
        raise ValueError("ordinal must be >= 1")
    if number > MAX_ORDINAL:
        raise ValueError(f"year {from_ordinal(number)[0]} is out of range")
    return number


def whole_seconds(seconds: int | float) -> int:
    """The whole seconds of a timestamp, where the C library can count them."""
    if isinstance(seconds, int):
        return seconds
    if seconds != seconds:
        raise ValueError("Invalid value NaN (not a number)")
    if not -9223372036854775808.0 <= seconds < 9223372036854775808.0:
        raise OverflowError("timestamp out of range for platform time_t")
    return floor(seconds)
