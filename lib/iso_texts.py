"""Dates and times of ISO 8601, read as CPython 3.11 reads them (Modules/_datetimemodule.c): byte by byte, with its
leniency about what stands behind a date, between seconds and their parts, and before an offset.

    2024-03-05  20240305  2024-W10-2  2024W102  2024W10
    09:05:07.25  0905  09,5  T09:05  09:05Z  09:05+01:30:15.5
"""

from typing import Final

from lib.calendar_days import from_ordinal, iso_ordinal

HYPHEN: Final = 0x2D
COLON: Final = 0x3A
WEEK: Final = 0x57                      # W


class IsoText:
    """A text that says a date, a time, or both."""

    def __init__(self, text: str) -> None:
        self.whole = text
        self.bytes = text.encode() + b"\0"
        self.length = len(self.bytes) - 1
        self.rest = False               # of `clock`: whether it ended before the text did

    def invalid(self) -> ValueError:
        return ValueError(f"Invalid isoformat string: {self.whole!r}")

    def digits(self, at: int, count: int) -> int:
        """The number that as many digits are."""
        out = 0
        for place in range(at, at + count):
            if not 0x30 <= self.bytes[place] <= 0x39:
                raise self.invalid()
            out = out * 10 + self.bytes[place] - 0x30
        return out

    def is_digit(self, at: int) -> bool:
        return at < self.length and 0x30 <= self.bytes[at] <= 0x39

    def date(self, end: int) -> tuple[int, int, int]:
        """The date that ends at `end`."""
        year, at = self.digits(0, 4), 4
        apart = self.bytes[at] == HYPHEN
        if apart:
            at += 1
        if self.bytes[at] == WEEK:
            return self.week(year, at + 1, end, apart)
        month = self.digits(at, 2)
        return year, month, self.digits(self.past_hyphen(at + 2, apart), 2)

    def week(self, year: int, at: int, end: int, apart: bool) -> tuple[int, int, int]:
        """A date by its week, whose number is at a place."""
        week, day = self.digits(at, 2), 1
        if at + 2 < end:
            day = self.digits(self.past_hyphen(at + 2, apart), 1)
        try:
            number = iso_ordinal(year or 400, week, day)
        except ValueError:
            raise self.invalid() from None
        return from_ordinal(number) if year else (1, 0, 1)      # CPython finds no month either

    def past_hyphen(self, at: int, apart: bool) -> int:
        if apart and self.bytes[at] != HYPHEN:
            raise self.invalid()
        return at + 1 if apart else at

    def separator(self) -> int:
        """Where a date ends that a time may follow."""
        if self.length < 7:
            raise self.invalid()
        if self.length == 7:
            return 7
        if self.bytes[4] != HYPHEN:
            return self.week_end() if self.bytes[4] == WEEK else 8
        if self.bytes[5] != WEEK:
            return 10
        if self.bytes[8] != HYPHEN:
            return 8
        if self.length == 9:
            raise self.invalid()
        return 8 if self.is_digit(10) else 10

    def week_end(self) -> int:
        """The end of `2024W10` or `2024W102`, which digits of a time may follow."""
        at = 7
        while self.is_digit(at):
            at += 1
        return at if at < 9 else 7 + at % 2

    def clock(self, at: int, end: int) -> tuple[int, int, int, int]:
        """Hours, minutes, seconds and microseconds before `end`."""
        values = [0, 0, 0]
        colons = True
        for place in range(3):
            values[place] = self.digits(at, 2)
            c = self.bytes[at + 2]
            at += 3
            if place == 0:
                colons = c == COLON
            if at >= end:
                self.rest = c != 0
                return values[0], values[1], values[2], 0
            if colons and c == COLON:
                continue
            if c == 0x2E or c == 0x2C:
                break
            if colons:
                raise self.invalid()
            at -= 1
        places = min(end - at, 6)
        fine = self.digits(at, places) * 10 ** (6 - places)
        at += places
        while self.is_digit(at):
            at += 1
        self.rest = self.bytes[at] != 0
        return values[0], values[1], values[2], fine

    def time(self, at: int) -> tuple[int, int, int, int, int | None]:
        """The time that begins at a place, and how far its zone is from UTC, in microseconds."""
        zone = at
        while zone < self.length and self.bytes[zone] not in b"+-Z":
            zone += 1
        hour, minute, second, fine = self.clock(at, zone)
        if zone == self.length:
            if self.rest:
                raise self.invalid()
            return hour, minute, second, fine, None
        if self.bytes[zone] == 0x5A:
            if self.bytes[zone + 1] != 0:
                raise self.invalid()
            return hour, minute, second, fine, 0
        hours, minutes, seconds, part = self.clock(zone + 1, self.length)
        if self.rest:
            raise self.invalid()
        away = (hours * 60 + minutes) * 60 + seconds
        away = away * 1000000 + part if away else 0         # CPython asks the seconds alone
        return hour, minute, second, fine, -away if self.bytes[zone] == HYPHEN else away

    def time_start(self, at: int) -> int:
        """Where the time begins behind a separator, which is any character."""
        lead = self.bytes[at]
        return at + (1 if lead < 0x80 else 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4)
