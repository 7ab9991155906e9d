"""Texts of dates and times, read and written by `datetime`: ISO 8601 and the letters of `strftime`."""

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


def number(text: str, whole: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"Invalid isoformat string: {whole!r}")
    return int(text)


def read_date(text: str, whole: str) -> tuple[int, int, int]:
    """`YYYY-MM-DD` or `YYYYMMDD`."""
    if len(text) == 10 and text[4] == "-" and text[7] == "-":
        text = text[:4] + text[5:7] + text[8:]
    if len(text) != 8:
        raise ValueError(f"Invalid isoformat string: {whole!r}")
    return number(text[:4], whole), number(text[4:6], whole), number(text[6:], whole)


def clock_us(text: str, whole: str) -> int:
    clock, dot, fine = text.replace(",", ".").partition(".")
    parts = clock.split(":") if ":" in clock else [clock[i:i + 2] for i in range(0, len(clock), 2)]
    if not 1 <= len(parts) <= 3 or any(len(p) != 2 for p in parts) or dot and (len(parts) != 3 or not fine):
        raise ValueError(f"Invalid isoformat string: {whole!r}")
    values = [number(p, whole) for p in parts] + [0, 0]
    us = number((fine + "00000")[:6], whole) if fine else 0
    if fine:
        number(fine, whole)
    check_time(values[0], values[1], values[2], us)
    return ((values[0] * 60 + values[1]) * 60 + values[2]) * 1000000 + us
