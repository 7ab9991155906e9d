"""`time.strptime` and `datetime.strptime`: a text read by a format.

CPython makes a regular expression of the format; here each directive gives the ends that its expression would try, in
that order, and `_Reading.match` goes back where what follows does not fit.
"""

from typing import Final

from lib.calendar_days import DAYS, MONTHS, days_before_month, days_before_year, days_in_month, is_leap

NUMBERS: Final[dict[str, str]] = {       # what a directive's expression tries: `d` any digit, `3-1`: 3 and then 0 to 1
    "d": "30-1 1-2d 01-9 1-9 s1-9", "H": "20-3 0-1d d", "I": "10-2 01-9 1-9", "m": "10-2 01-9 1-9", "M": "0-5d d",
    "S": "60-1 0-5d d", "U": "50-3 0-4d d", "W": "50-3 0-4d d", "V": "50-3 01-9 1-4d d", "w": "0-6", "u": "1-7",
    "y": "dd", "Y": "dddd", "G": "dddd", "f": "dddddd ddddd dddd ddd dd d",
    "j": "360-6 30-5d 1-2dd 01-9d 001-9 1-9d 01-9 1-9",
}
WHOLE: Final[dict[str, str]] = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}
ZONES = ("utc", "gmt")


class _Reading:
    """One text, and what its directives said."""

    def __init__(self, text: str, directives: list[str]) -> None:
        self.text = text
        self.directives = directives    # a letter of a directive behind `%`, ` ` for white space, else the character
        self.ends = [0] * len(directives)
        self.found: dict[str, str] = {}

    def match(self, index: int, at: int) -> int:
        """The end of what the directives from `index` on match at a place, -1 where they do not."""
        if index == len(self.directives):
            return at
        for end in self._candidates(self.directives[index], at):
            last = self.match(index + 1, end)
            if last >= 0:
                word = self.directives[index]
                if word.startswith("%") and word != "%%":
                    self.found[word[1]] = self.text[at:end]
                return last
        return -1

    def _candidates(self, word: str, at: int) -> list[int]:
        if word == " ":
            end = at
            while end < len(self.text) and self.text[end].isspace():
                end += 1
            return list(range(end, at, -1))
        if word == "%%" or not word.startswith("%"):
            same = at < len(self.text) and self.text[at].lower() == word[0].lower()
            return [at + 1] if same else []
        letter = word[1]
        if letter in NUMBERS:
            ends = [self._digits(pattern, at) for pattern in NUMBERS[letter].split()]
            return [end for end in ends if end >= 0]
        if letter == "z":
            return self._zone(at)
        names = [name for name in _names(letter) if self.text[at:at + len(name)].lower() == name]
        return [at + len(name) for name in sorted(names, key=len, reverse=True)]

    def _digits(self, pattern: str, at: int) -> int:
        """The end of what looks like a row of NUMBERS, -1 where the text does not."""
        place = 0
        while place < len(pattern):
            if at >= len(self.text):
                return -1
            c, want = self.text[at], pattern[place]
            if want == "d":
                if not c.isdecimal():
                    return -1
            elif want == "s":
                if c != " ":
                    return -1
            elif pattern[place + 1:place + 2] == "-":
                if not want <= c <= pattern[place + 2]:
                    return -1
                place += 2
            elif c != want:
                return -1
            place += 1
            at += 1
        return at

    def _zone(self, at: int) -> list[int]:
        """`Z`, `+hhmm`, `+hh:mm:ss.ffffff` and what lies between."""
        text, out = self.text, [0]
        out.clear()
        if text[at:at + 1] in ("+", "-"):
            hours = self._digits("dd", at + 1)
            minutes = self._after_colon(hours)
            seconds = self._after_colon(minutes)
            if seconds >= 0 and text[seconds:seconds + 1] == ".":
                for count in range(6, 0, -1):
                    end = self._digits("d" * count, seconds + 1)
                    if end >= 0:
                        out.append(end)
            out += [end for end in (seconds, minutes) if end >= 0]
        if text[at:at + 1] == "Z":
            out.append(at + 1)
        return out

    def _after_colon(self, at: int) -> int:
        if at < 0:
            return -1
        return self._digits("0-5d", at + 1 if self.text[at:at + 1] == ":" else at)


def _names(letter: str) -> list[str]:
    if letter in "Aa":
        return [day.lower() if letter == "A" else day[:3].lower() for day in DAYS]
    if letter in "Bb":
        return [month.lower() if letter == "B" else month[:3].lower() for month in MONTHS]
    return ["am", "pm"] if letter == "p" else list(ZONES)


def _directives(format: str, whole: str) -> list[str]:  # noqa: A002
    out: list[str] = []
    at = 0
    while at < len(format):
        c = format[at]
        at += 1
        if c.isspace():
            while at < len(format) and format[at].isspace():
                at += 1
            out.append(" ")
        elif c != "%":
            out.append(c)
        elif at == len(format):
            raise ValueError(f"stray % in format '{whole}'")
        else:
            letter = format[at]
            at += 1
            if letter in WHOLE:
                out += _directives(WHOLE[letter], whole)
            elif letter in NUMBERS or letter in "zAaBbpZ%":
                out.append("%" + letter)
            else:
                raise ValueError(f"'{'%' if letter.isspace() else letter}' is a bad directive in format '{whole}'")
    return out


class Moment:
    """What a text said: the nine fields, microseconds, and the offset from UTC in microseconds."""

    def __init__(self) -> None:
        self.fields = 1900, 1, 1, 0, 0, 0, 0, 1, -1
        self.microsecond = 0
        self.offset: int | None = None
        self.zone: str | None = None


def read(text: str, format: str) -> Moment:  # noqa: A002
    """The moment that `text` says."""
    reading = _Reading(text, _directives(format, format))
    end = reading.match(0, 0)
    if end < 0:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if end != len(text):
        raise ValueError(f"unconverted data remains: {text[end:]}")
    return _moment(reading.found)


def _moment(found: dict[str, str]) -> Moment:
    out = Moment()
    year = _year(found)
    month, day = int(found.get("m", "1")), int(found.get("d", "1"))
    for letter in ("B", "b"):
        if letter in found:
            month = _names(letter).index(found[letter].lower()) + 1
    if "f" in found:
        out.microsecond = int(found["f"].ljust(6, "0"))
    if "z" in found:
        out.offset = _offset(found["z"])
    out.zone = found.get("Z")
    summer = -1 if out.zone is None else 0
    weekday = _weekday(found)
    ordinal = int(found["j"]) if "j" in found else 0
    _check_weeks(found, weekday, ordinal)
    real = 1904 if year is None and month == 2 and day == 29 else 1900 if year is None else year
    if ordinal == 0 and weekday >= 0:
        if "U" in found or "W" in found:
            ordinal = _day_of_week(real, int(found.get("U", found.get("W", "0"))), weekday, "W" in found)
        elif "G" in found and "V" in found:
            real = int(found["G"])
            ordinal = int(found["V"]) * 7 + weekday + 1 - ((_first(real) + 3) % 7 + 4)
        if ordinal <= 0 and ("U" in found or "W" in found or "G" in found):
            real -= 1
            ordinal += 366 if is_leap(real) else 365
        if ordinal > 0:
            real, month, day = _of_ordinal(real, ordinal)
    elif ordinal > 0:
        real, month, day = _of_ordinal(real, ordinal)
    if ordinal <= 0:
        if day > days_in_month(real, month):
            raise ValueError("day is out of range for month")
        ordinal = days_before_month(real, month) + day
    if weekday < 0:
        weekday = (_first(real) + days_before_month(real, month) + day - 1) % 7
    shown = 1900 if year is None and real == 1904 and "G" not in found else real
    out.fields = (shown, month, day, _hour(found), int(found.get("M", "0")), int(found.get("S", "0")), weekday, ordinal,
                  summer)
    return out


def _year(found: dict[str, str]) -> int | None:
    if "Y" in found:
        return int(found["Y"])
    if "y" in found:
        short = int(found["y"])
        return short + (2000 if short <= 68 else 1900)
    return None


def _hour(found: dict[str, str]) -> int:
    if "I" not in found:
        return int(found.get("H", "0"))
    hour = int(found["I"])
    if found.get("p", "am").lower() == "pm":
        return hour if hour == 12 else hour + 12
    return 0 if hour == 12 else hour


def _weekday(found: dict[str, str]) -> int:
    """Monday is 0; -1 where no directive tells."""
    for letter in ("A", "a"):
        if letter in found:
            return _names(letter).index(found[letter].lower())
    if "w" in found:
        return (int(found["w"]) + 6) % 7
    return int(found["u"]) - 1 if "u" in found else -1


def _check_weeks(found: dict[str, str], weekday: int, ordinal: int) -> None:
    days = "('%A', '%a', '%w', or '%u')"
    if "G" in found and _year(found) is None:
        if "V" not in found or weekday < 0:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday "
                             f"directive {days}.")
        if ordinal > 0:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                             "Use '%Y' instead.")
    elif "V" in found and "U" not in found and "W" not in found:
        if weekday < 0:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday "
                             f"directive {days}.")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' "
                         "instead.")


def _offset(text: str) -> int:
    """Microseconds east of UTC."""
    if text == "Z":
        return 0
    z = text
    if z[3] == ":":
        z = z[:3] + z[4:]
        if len(z) > 5:
            if z[5] != ":":
                raise ValueError(f"Inconsistent use of : in {text}")
            z = z[:5] + z[6:]
    seconds = int(z[1:3]) * 3600 + int(z[3:5]) * 60 + int(z[5:7] or "0")
    size = seconds * 1000000 + int(z[8:].ljust(6, "0"))
    return -size if text.startswith("-") else size


def _first(year: int) -> int:
    """The weekday of the first of January."""
    return days_before_year(year) % 7


def _day_of_week(year: int, week: int, weekday: int, from_monday: bool) -> int:
    """The day of the year of a weekday in a week; weeks begin on Monday or Sunday, week 0 is before the first."""
    first = _first(year)
    if not from_monday:
        first, weekday = (first + 1) % 7, (weekday + 1) % 7
    before = (7 - first) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + before + 7 * (week - 1) + weekday


def _of_ordinal(year: int, ordinal: int) -> tuple[int, int, int]:
    """The date of a day of a year; later years follow."""
    days = 366 if is_leap(year) else 365
    if ordinal > days:
        return _of_ordinal(year + 1, ordinal - days)
    month = 12
    while days_before_month(year, month) >= ordinal:
        month -= 1
    return year, month, ordinal - days_before_month(year, month)
