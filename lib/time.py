"""`time`: the kernel's clocks.  `time` is the board's clock, as far as that resolves it when it is first asked; a board
has no time zone: `localtime` is `gmtime`.
"""

from typing import Final

from lib.calendar_days import DAYS, MONTHS, days_before_month, from_ordinal, whole_seconds
from lib.strftime import seconds_of, text_of
from lib.strftime import struct_time as struct_time
from lib.strptime import read
from lib.system import pause_ns, uptime_ns, wall_ns

EARLIEST: Final = -67768040609740800        # the seconds of years that fit 32 bits, counted from 1900
LATEST: Final = 67768036191676799
timezone = 0
altzone = 0
daylight = 0
tzname = ("UTC", "UTC")


def gmtime(secs: float | int | None = None) -> struct_time:
    return _moment(wall_ns() // 1000000000 if secs is None else whole_seconds(secs))


def localtime(secs: float | int | None = None) -> struct_time:
    return gmtime(secs)


def _moment(seconds: int) -> struct_time:
    if not EARLIEST <= seconds <= LATEST:
        raise OSError(75, "Value too large for defined data type")
    days, rest = divmod(seconds, 86400)
    year, month, day = from_ordinal(days + 719163)
    return struct_time(year, month, day, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7,
                       days_before_month(year, month) + day, 0)


def mktime(t: struct_time, /) -> float:
    """The seconds since the epoch."""
    return float(seconds_of(t))


def asctime(t: struct_time | None = None, /) -> str:
    at = gmtime() if t is None else t
    clock = f"{at.tm_hour:02d}:{at.tm_min:02d}:{at.tm_sec:02d}"
    return f"{DAYS[at.tm_wday][:3]} {MONTHS[at.tm_mon - 1][:3]} {at.tm_mday:2d} {clock} {at.tm_year}"


def ctime(secs: float | int | None = None, /) -> str:
    return asctime(localtime(secs))


def strptime(data_string: str, format: str = "%a %b %d %H:%M:%S %Y", /) -> struct_time:  # noqa: A002
    """The moment that a text says."""
    year, month, day, hour, minute, second, weekday, ordinal, summer = read(data_string, format).fields
    return struct_time(year, month, day, hour, minute, second, weekday, ordinal, summer)


def strftime(format: str, t: struct_time | None = None, /) -> str:  # noqa: A002
    """The moment as text, with the C library's letters in the C locale."""
    if t is None:
        return text_of(format, gmtime(), "UTC")
    if not 0 <= t.tm_mon <= 12:
        raise ValueError("month out of range")
    if not 0 <= t.tm_mday <= 31:
        raise ValueError("day of month out of range")
    if not 0 <= t.tm_hour <= 23:
        raise ValueError("hour out of range")
    if not 0 <= t.tm_min <= 59:
        raise ValueError("minute out of range")
    if not 0 <= t.tm_sec <= 61:
        raise ValueError("seconds out of range")
    if t.tm_wday < -1 and (t.tm_wday + 1) % 7 != 0:
        raise ValueError("day of week out of range")
    if not 0 <= t.tm_yday <= 366:
        raise ValueError("day of year out of range")
    at = struct_time(t.tm_year, max(t.tm_mon, 1), max(t.tm_mday, 1), t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday % 7,
                     max(t.tm_yday, 1), t.tm_isdst)
    return text_of(format, at, "GMT")


def time_ns() -> int:
    return wall_ns()


def time() -> float:
    return wall_ns() / 1000000000


def monotonic_ns() -> int:
    return uptime_ns()


def monotonic() -> float:
    return uptime_ns() / 1000000000


def perf_counter_ns() -> int:
    return uptime_ns()


def perf_counter() -> float:
    return uptime_ns() / 1000000000


def process_time_ns() -> int:
    return uptime_ns()


def process_time() -> float:
    return uptime_ns() / 1000000000


def sleep(secs: float) -> None:
    """Wait. Other fibers run meanwhile, if there are any; else the processor sleeps."""
    if secs != secs:
        raise ValueError("Invalid value NaN (not a number)")
    if secs < 0.0:
        raise ValueError("sleep length must be non-negative")
    end = uptime_ns() + int(secs * 1000000000.0)
    left = end - uptime_ns()
    while left > 0:
        pause_ns(left)
        left = end - uptime_ns()
