"""`time`: the kernel's clocks.  `time` is the board's clock, as far as that resolves it when it is first asked; a board
has no time zone: `localtime` is `gmtime`.
"""

from typing import Final, NamedTuple

from lib.calendar_days import DAYS, MONTHS, days_before_month, days_before_year, is_leap
from lib.core.text import StrBuilder
from lib.math_parts import floor
from lib.strptime import read
from lib.system import pause_ns, uptime_ns, wall_ns

EARLIEST: Final = -67768040609740800        # the seconds of years that fit 32 bits, counted from 1900
LATEST: Final = 67768036191676799
COMPOUND: Final[dict[str, str]] = {
    "c": "%a %b %e %H:%M:%S %Y", "x": "%m/%d/%y", "D": "%m/%d/%y", "X": "%H:%M:%S", "T": "%H:%M:%S", "R": "%H:%M",
    "r": "%I:%M:%S %p", "F": "%Y-%m-%d",
}
timezone = 0
altzone = 0
daylight = 0
tzname = ("UTC", "UTC")


class struct_time(NamedTuple):  # noqa: N801
    """A moment of the calendar: Monday is day 0 of a week, the first of January is day 1 of a year."""

    tm_year: int
    tm_mon: int
    tm_mday: int
    tm_hour: int
    tm_min: int
    tm_sec: int
    tm_wday: int
    tm_yday: int
    tm_isdst: int

    def __repr__(self) -> str:
        day = f"tm_year={self.tm_year}, tm_mon={self.tm_mon}, tm_mday={self.tm_mday}"
        clock = f"tm_hour={self.tm_hour}, tm_min={self.tm_min}, tm_sec={self.tm_sec}"
        place = f"tm_wday={self.tm_wday}, tm_yday={self.tm_yday}, tm_isdst={self.tm_isdst}"
        return f"time.struct_time({day}, {clock}, {place})"


def _days_before(year: int) -> int:
    """The days from the first of January 1970 to that of `year`."""
    return days_before_year(year) - 719162


def gmtime(secs: float | int | None = None) -> struct_time:
    return _moment(wall_ns() // 1000000000 if secs is None else floor(secs))


def localtime(secs: float | int | None = None) -> struct_time:
    return gmtime(secs)


def _moment(seconds: int) -> struct_time:
    if not EARLIEST <= seconds <= LATEST:
        raise OSError(75, "Value too large for defined data type")
    days, rest = divmod(seconds, 86400)
    year = 1970 + days // 366 if days >= 0 else 1970 + days // 365
    while _days_before(year + 1) <= days:
        year += 1
    of_year = days - _days_before(year)
    month = 12
    while days_before_month(year, month) > of_year:
        month -= 1
    day = of_year - days_before_month(year, month) + 1
    return struct_time(year, month, day, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7, of_year + 1, 0)


def mktime(t: struct_time, /) -> float:
    """The seconds since the epoch; days and clock may be out of range, the month by any number of years."""
    year, month = t.tm_year + (t.tm_mon - 1) // 12, (t.tm_mon - 1) % 12 + 1
    days = _days_before(year) + days_before_month(year, month) + t.tm_mday - 1
    return float(((days * 24 + t.tm_hour) * 60 + t.tm_min) * 60 + t.tm_sec)


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
    at = gmtime() if t is None else t
    if not 1 <= at.tm_mon <= 12:
        raise ValueError("month out of range")
    if not 1 <= at.tm_mday <= 31:
        raise ValueError("day of month out of range")
    if not 0 <= at.tm_hour <= 23:
        raise ValueError("hour out of range")
    if not 0 <= at.tm_min <= 59:
        raise ValueError("minute out of range")
    if not 0 <= at.tm_sec <= 61:
        raise ValueError("seconds out of range")
    out = StrBuilder()
    escaped = False
    for c in format:
        if escaped:
            out.append(_field(c, at))
            escaped = False
        elif c == "%":
            escaped = True
        else:
            out.append(c)
    if escaped:
        out.append("%")
    return out.finish()


def _field(letter: str, t: struct_time) -> str:
    """What `%letter` stands for; itself where it stands for nothing."""
    if letter in COMPOUND:
        return strftime(COMPOUND[letter], t)
    if letter in "GVg":
        return _iso(letter, t)
    text = _date_field(letter, t)
    if text == "":
        text = _clock_field(letter, t)
    return text if text != "" else "%" + letter


def _date_field(letter: str, t: struct_time) -> str:
    match letter:
        case "a":
            return DAYS[t.tm_wday][:3]
        case "A":
            return DAYS[t.tm_wday]
        case "b" | "h":
            return MONTHS[t.tm_mon - 1][:3]
        case "B":
            return MONTHS[t.tm_mon - 1]
        case "d":
            return f"{t.tm_mday:02d}"
        case "e":
            return f"{t.tm_mday:2d}"
        case "j":
            return f"{t.tm_yday:03d}"
        case "m":
            return f"{t.tm_mon:02d}"
        case "u":
            return str(t.tm_wday + 1)
        case "U":
            return f"{(t.tm_yday + 6 - (t.tm_wday + 1) % 7) // 7:02d}"
        case "w":
            return str((t.tm_wday + 1) % 7)
        case "W":
            return f"{(t.tm_yday + 6 - t.tm_wday) // 7:02d}"
        case "y":
            return f"{t.tm_year % 100:02d}"
        case "C":
            return f"{t.tm_year // 100:02d}"
        case "Y":
            return str(t.tm_year)
    return ""


def _clock_field(letter: str, t: struct_time) -> str:
    match letter:
        case "H":
            return f"{t.tm_hour:02d}"
        case "I":
            return f"{(t.tm_hour + 11) % 12 + 1:02d}"
        case "M":
            return f"{t.tm_min:02d}"
        case "p":
            return "AM" if t.tm_hour < 12 else "PM"
        case "P":
            return "am" if t.tm_hour < 12 else "pm"
        case "S":
            return f"{t.tm_sec:02d}"
        case "n":
            return "\n"
        case "t":
            return "\t"
        case "%":
            return "%"
        case "Z":
            return "GMT"
        case "z":
            return "+0000"
    return ""


def _iso(letter: str, t: struct_time) -> str:
    """The week of ISO 8601, and the year that it belongs to."""
    year = t.tm_year
    week = (t.tm_yday - 1 - t.tm_wday + 10) // 7
    if week < 1:
        year -= 1
        last = 366 if is_leap(year) else 365
        week = (t.tm_yday - 1 + last - t.tm_wday + 10) // 7
    elif week == 53 and t.tm_yday - t.tm_wday + 3 > (366 if is_leap(year) else 365):
        year += 1
        week = 1
    if letter == "V":
        return f"{week:02d}"
    return str(year) if letter == "G" else f"{year % 100:02d}"


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
