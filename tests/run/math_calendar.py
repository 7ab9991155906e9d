"""Calendars: day numbers, weekdays, Easter, leap years, ISO weeks, months printed, ages, durations, Julian days, business days."""
from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from functools import total_ordering


class Weekday(IntEnum):
    MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


MONTHS = "January February March April May June July August September October November December".split()


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(year: int, month: int) -> int:
    return 29 if month == 2 and is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


@total_ordering
class Date:
    __slots__ = ("year", "month", "day")

    def __init__(self, year: int, month: int, day: int) -> None:
        if not 1 <= month <= 12:
            raise ValueError(f"month must be in 1..12, not {month}")
        if not 1 <= day <= days_in(year, month):
            raise ValueError(f"day {day} is not in {MONTHS[month - 1]} {year}")
        self.year, self.month, self.day = year, month, day

    @classmethod
    def from_ordinal(cls, n: int) -> Date:
        """Day 1 is the first of January of year 1."""
        y400, n = divmod(n - 1, 146097)
        y100 = min(n // 36524, 3)
        n -= y100 * 36524
        y4, n = divmod(n, 1461)
        y1 = min(n // 365, 3)
        year, n = 400 * y400 + 100 * y100 + 4 * y4 + y1 + 1, n - y1 * 365
        month = 1
        while n >= days_in(year, month):
            n -= days_in(year, month)
            month += 1
        return cls(year, month, n + 1)

    @property
    def ordinal(self) -> int:
        before = self.year - 1
        return before * 365 + before // 4 - before // 100 + before // 400 + sum(days_in(self.year, m) for m in range(1, self.month)) + self.day

    @property
    def weekday(self) -> Weekday:
        return Weekday((self.ordinal - 1) % 7)

    def __add__(self, days: int) -> Date:
        return Date.from_ordinal(self.ordinal + days)

    def __sub__(self, other: Date) -> int:
        return self.ordinal - other.ordinal

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Date) and self.ordinal == other.ordinal

    def __lt__(self, other: Date) -> bool:
        return self.ordinal < other.ordinal

    def __hash__(self) -> int:
        return hash(self.ordinal)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    def iso_week(self) -> tuple[int, int]:
        thursday = self + (3 - self.weekday)
        return thursday.year, (thursday - Date(thursday.year, 1, 1)) // 7 + 1

    def add_months(self, months: int) -> Date:
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Date(year, month + 1, min(self.day, days_in(year, month + 1)))


def easter(year: int) -> Date:
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return Date(year, month, day + 1)


def month_page(year: int, month: int) -> str:
    first = Date(year, month, 1)
    cells = [""] * first.weekday + [str(d) for d in range(1, days_in(year, month) + 1)]
    rows = [" ".join(f"{c:>2}" for c in cells[k:k + 7]) for k in range(0, len(cells), 7)]
    return "\n".join([f"{MONTHS[month - 1]} {year}".center(20).rstrip(), " ".join(day.name[:2].title() for day in Weekday), *rows])


def business_days(start: Date, count: int, holidays: set[Date]) -> Iterator[Date]:
    while count:
        if start.weekday < Weekday.SATURDAY and start not in holidays:
            yield start
            count -= 1
        start += 1


def age(born: Date, now: Date) -> tuple[int, int, int]:
    months = (now.year - born.year) * 12 + now.month - born.month - (now.day < born.day)
    return months // 12, months % 12, now - born.add_months(months)


def main() -> None:
    print([y for y in (1900, 2000, 2023, 2024, 2100) if is_leap(y)], Date(1, 1, 1).ordinal, Date(2024, 2, 29).ordinal, Date.from_ordinal(738945), all(Date.from_ordinal(n).ordinal == n for n in range(730000, 731600, 13)))
    for d in (Date(2024, 1, 1), Date(2021, 1, 3), Date(2020, 12, 31), Date(2000, 2, 29), Date(1969, 7, 20)):
        print(d, d.weekday.name, d.iso_week(), d + 100, d + -1, d.add_months(13), d.add_months(-1))
    print([str(easter(y)) for y in (1961, 2000, 2024, 2038)], Date(2024, 12, 25) - Date(2024, 2, 29), age(Date(1990, 5, 31), Date(2024, 3, 1)))
    print(month_page(2024, 2), month_page(2021, 8), sep="\n")
    print(*business_days(Date(2024, 12, 20), 6, {Date(2024, 12, 25), Date(2024, 12, 26)}), max(Date(2024, 1, 5), Date(2023, 12, 31)), len({Date(2020, 1, 1), Date(2020, 1, 1)}), Date(2020, 1, 1) <= Date(2020, 1, 1))
    for wrong in ((2023, 2, 29), (2024, 13, 1), (2024, 4, 31), (2024, 0, 1)):
        try:
            Date(*wrong)
        except ValueError as error:
            print(error)
