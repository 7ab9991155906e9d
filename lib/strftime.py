"""The text of a moment by a format, for `time.strftime` and those of `datetime`: glibc's directives in the C locale.

    %-d  %_m  %03d  %^a  %10A  %Ey      flags, a width, a modifier and the letter (glibc's time/strftime_l.c)

What is no directive stands for itself.
"""

from typing import Final, NamedTuple

from lib.calendar_days import DAYS, MONTHS, days_before_month, days_before_year, is_leap
from lib.core.text import StrBuilder

COMPOUND: Final[dict[str, str]] = {
    "c": "%a %b %e %H:%M:%S %Y", "x": "%m/%d/%y", "D": "%m/%d/%y", "X": "%H:%M:%S", "T": "%H:%M:%S", "R": "%H:%M",
    "r": "%I:%M:%S %p", "F": "%Y-%m-%d",
}
DIGITS: Final[dict[str, int]] = {           # the least number of digits
    "C": 1, "d": 2, "e": 2, "g": 2, "G": 1, "H": 2, "I": 2, "j": 3, "k": 2, "l": 2, "M": 2, "m": 2, "S": 2,
    "u": 1, "U": 2, "V": 2, "w": 1, "W": 2, "y": 2, "Y": 1,
}
NAMES: Final = "aAbBhpPZ"
SIGNS: Final[dict[str, str]] = {"n": "\n", "t": "\t", "%": "%"}
NOT_BEHIND: Final[dict[str, str]] = {"": "", "E": "aAbBdDeFgGhHIjklmMSUVwW", "O": "aADFcxXY"}     # a modifier


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


def seconds_of(t: struct_time) -> int:
    """The seconds since the epoch; days and clock may be out of range, the month by any number of years."""
    year, month = t.tm_year + (t.tm_mon - 1) // 12, (t.tm_mon - 1) % 12 + 1
    days = days_before_year(year) - 719162 + days_before_month(year, month) + t.tm_mday - 1
    return ((days * 24 + t.tm_hour) * 60 + t.tm_min) * 60 + t.tm_sec


def text_of(format: str, t: struct_time, zone: str) -> str:  # noqa: A002
    """The text; "" where CPython gives up to make room for it."""
    most = 1024
    while most < 256 * len(format):
        most *= 2
    out = _written(format, t, zone, most)
    return out if len(out) < most else ""


def _written(format: str, t: struct_time, zone: str, most: int) -> str:  # noqa: A002
    out = StrBuilder()
    at = 0
    while at < len(format):
        if format[at] == "%":
            field = _Field(format, at, most)
            out.append(field.text(t, zone))
            at = field.end
        else:
            out.append(format[at])
            at += 1
    return out.finish()


class _Field:
    """A directive."""

    def __init__(self, format: str, start: int, most: int) -> None:  # noqa: A002
        self.padding = ""
        self.upper = False
        self.other_case = False
        self.width = 0
        self.modifier = ""
        self.most = most
        at = start + 1
        while at < len(format) and format[at] in "_-0^#":
            if format[at] == "^":
                self.upper = True
            elif format[at] == "#":
                self.other_case = True
            else:
                self.padding = format[at]
            at += 1
        while at < len(format) and "0" <= format[at] <= "9":
            self.width = min(self.width * 10 + int(format[at]), most)
            at += 1
        if at < len(format) and format[at] in "EO":
            self.modifier = format[at]
            at += 1
        self.letter = format[at] if at < len(format) else ""
        self.end = min(at + 1, len(format))
        self.itself = format[start:self.end]

    def text(self, t: struct_time, zone: str) -> str:
        """What it stands for."""
        letter = self.letter
        if letter == "" or letter in NOT_BEHIND[self.modifier]:
            return self.laid_out(self.itself)
        if letter == "s":                   # a text to glibc: blanks fill it up
            return self.laid_out(str(seconds_of(t)))
        if letter in SIGNS:
            return self.laid_out(SIGNS[letter])
        if letter in COMPOUND:
            return self.laid_out(_written(COMPOUND[letter], t, zone, self.most))
        if letter in DIGITS:
            self.padding = "_" if letter in "ekl" and self.padding == "" else self.padding
            return self.number(_number(letter, t), DIGITS[letter])
        if letter in NAMES:
            return self.name(_name(letter, t, zone))
        if letter == "z":
            return self.laid_out("+") + self.number(0, 4) if t.tm_isdst >= 0 else ""
        return self.laid_out(self.itself)

    def laid_out(self, text: str) -> str:
        """A text that fills the width."""
        return (text.upper() if self.upper else text).rjust(self.width, "0" if self.padding == "0" else " ")

    def number(self, value: int, digits: int) -> str:
        """A number of as many digits or more."""
        room = max(digits, self.width)
        if self.padding == "-":
            return self.laid_out(str(value))
        return str(value).rjust(room) if self.padding == "_" else str(value).zfill(room)

    def name(self, text: str) -> str:
        """A name in the case that the flags ask for."""
        lower = self.letter in "pZ" and self.other_case or self.letter == "P"
        self.upper = not lower and (self.upper or self.other_case)
        return self.laid_out(text.lower() if lower else text)


def _name(letter: str, t: struct_time, zone: str) -> str:
    match letter:
        case "a":
            return DAYS[t.tm_wday][:3]
        case "A":
            return DAYS[t.tm_wday]
        case "b" | "h":
            return MONTHS[t.tm_mon - 1][:3]
        case "B":
            return MONTHS[t.tm_mon - 1]
        case "p" | "P":
            return "AM" if t.tm_hour < 12 else "PM"
    return zone if t.tm_isdst >= 0 else ""


def _number(letter: str, t: struct_time) -> int:
    match letter:
        case "d" | "e":
            return t.tm_mday
        case "H" | "k":
            return t.tm_hour
        case "I" | "l":
            return (t.tm_hour + 11) % 12 + 1
        case "M":
            return t.tm_min
        case "S":
            return t.tm_sec
    return _number_of_year(letter, t)


def _number_of_year(letter: str, t: struct_time) -> int:
    match letter:
        case "Y":
            return t.tm_year
        case "C":
            return t.tm_year // 100
        case "y":
            return t.tm_year % 100
        case "m":
            return t.tm_mon
        case "j":
            return t.tm_yday
        case "u":
            return t.tm_wday + 1
        case "w":
            return (t.tm_wday + 1) % 7
        case "U":
            return (t.tm_yday + 6 - (t.tm_wday + 1) % 7) // 7
        case "W":
            return (t.tm_yday + 6 - t.tm_wday) // 7
    year, week = _iso(t)
    return week if letter == "V" else year if letter == "G" else year % 100


def _iso(t: struct_time) -> tuple[int, int]:
    """The year of ISO 8601 and its week."""
    year = t.tm_year
    week = (t.tm_yday - 1 - t.tm_wday + 10) // 7
    if week < 1:
        year -= 1
        last = 366 if is_leap(year) else 365
        week = (t.tm_yday - 1 + last - t.tm_wday + 10) // 7
    elif week == 53 and t.tm_yday - t.tm_wday + 3 > (366 if is_leap(year) else 365):
        year, week = year + 1, 1
    return year, week
