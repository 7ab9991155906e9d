"""Texts of dates and times, written by `datetime`: ISO 8601 and the letters of `strftime` that are CPython's own."""

from typing import Final

from lib.calendar_days import check_c_int, days_in_month

MINYEAR: Final = 1
MAXYEAR: Final = 9999


def check_date(year: int, month: int, day: int) -> None:
    if not MINYEAR <= year <= MAXYEAR:
        raise _wrong([year, month, day], f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise _wrong([month, day], "month must be in 1..12")
    if not 1 <= day <= days_in_month(year, month):
        raise _wrong([day], "day is out of range for month")


def _wrong(parts: list[int], words: str) -> ValueError:
    """What is wrong with an argument; OverflowError where CPython's C code cannot take one of them at all."""
    for part in parts:
        check_c_int(part)
    return ValueError(words)


def check_time(hour: int, minute: int, second: int, microsecond: int) -> None:
    if not 0 <= hour <= 23:
        raise _wrong([hour, minute, second, microsecond], "hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise _wrong([minute, second, microsecond], "minute must be in 0..59")
    if not 0 <= second <= 59:
        raise _wrong([second, microsecond], "second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise _wrong([microsecond], "microsecond must be in 0..999999")


def clock_digits(us: int, timespec: str) -> str:
    """A time of day as digits, down to what `timespec` says."""
    hour, minute, second, fine = us // 3600000000, us // 60000000 % 60, us // 1000000 % 60, us % 1000000
    match timespec:
        case "auto":
            return f"{hour:02d}:{minute:02d}:{second:02d}" + (f".{fine:06d}" if fine else "")
        case "hours":
            return f"{hour:02d}"
        case "minutes":
            return f"{hour:02d}:{minute:02d}"
        case "seconds":
            return f"{hour:02d}:{minute:02d}:{second:02d}"
        case "milliseconds":
            return f"{hour:02d}:{minute:02d}:{second:02d}.{fine // 1000:03d}"
        case "microseconds":
            return f"{hour:02d}:{minute:02d}:{second:02d}.{fine:06d}"
    raise ValueError("Unknown timespec value")


def special_letters(format: str, fine: int, offset: str, zone: str) -> str:  # noqa: A002
    """A format with `%f`, `%z` and `%Z` written out: those that the C library does not know or knows otherwise."""
    out: list[str] = []
    after = False
    for c in format:
        if not after:
            after = c == "%"
            if not after:
                out.append(c)
            continue
        after = False
        if c == "f":
            out.append(f"{fine:06d}")
        elif c == "z":
            out.append(offset.replace(":", ""))
        elif c == "Z":
            out.append(zone.replace("%", "%%"))
        else:
            out.append("%" + c)
    if after:
        out.append("%")
    return "".join(out)
