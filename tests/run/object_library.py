# apart: functions are asked for their names, and objects for what becomes one, in all of the image
"""Dates, fractions and sentinels as objects; module variables that hold them; `dict[str, Any]` checked by hand."""

import datetime
from collections import ChainMap
from datetime import date, timedelta
from fractions import Fraction
from typing import Any
import datetime as dt


class Account:
    def __init__(self) -> None:
        self.log: list[tuple[date, object]] = []

    def add(self, when: date, what: object) -> None:
        self.log.append((when, what))


def parse(row: dict[str, Any]) -> tuple[str, int]:
    name = row["name"]
    age = row.get("age", 0)
    if not isinstance(name, str):
        raise TypeError(f"name must be str, not {type(name).__name__}")
    if not isinstance(age, int):
        raise ValueError(f"bad age {age!r}")
    return name, age


def next_monday(d: date) -> date:
    return d + timedelta(days=(7 - d.weekday()) % 7 or 7)


class Sentinel:
    pass


MISSING = Sentinel()
EPOCH = date(1970, 1, 1)
HOLIDAYS: dict[date, str] = {date(2024, 12, 25): "Christmas"}
STEP = timedelta(hours=6, microseconds=5)
START = dt.datetime(2024, 1, 1, 12, 30, tzinfo=dt.timezone.utc)
FAR = dt.timezone(timedelta(hours=2), "X")
THIRD = Fraction(1, 3)
NOTHING: object = object()


def get(d: dict[str, int], key: str, default: object = NOTHING) -> object:
    if key in d:
        return d[key]
    if default is NOTHING:
        raise KeyError(key)
    return default


def main() -> None:
    acc = Account()
    acc.add(date(2024, 1, 31), 5)
    acc.add(date(2024, 2, 1), "note")
    for when, what in acc.log:
        print(when, what, f"{when:%d %b}", next_monday(when))
    rows: list[dict[str, Any]] = [{"name": "Ann", "age": 3}, {"name": 3}, {"name": "Bob", "age": "x"}, {"name": "C"}]
    for row in rows:
        try:
            print(parse(row))
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
    print(get({"a": 1}, "a"), get({}, "b", None), get({}, "b", 7))
    try:
        get({}, "zz")
    except KeyError as e:
        print("KeyError", e)
    print(datetime.date(2020, 1, 1), dt.timedelta(hours=3), datetime.datetime(2020, 1, 1).strftime("%A"))
    things: list[object] = [Fraction(1, 2), date(2020, 1, 1), timedelta(1), 0.5, ChainMap({"a": 1})]
    print(things, Fraction(1, 2) in things, 0.5 == things[0], things.index(date(2020, 1, 1)))
    for t in things:
        if isinstance(t, Fraction):
            print(t + 1)
        elif isinstance(t, date):
            print(t.year)
        elif isinstance(t, timedelta):
            print(t.days)
    total = sum((timedelta(minutes=m) for m in [5, 10]), timedelta())
    print(total, max([date(2020, 1, 1), date(2021, 1, 1)]), min(timedelta(1), timedelta(2)))
    days = [date(2024, 1, 1) + timedelta(days=i) for i in range(3)]
    print(days, {d: d.day for d in days}, sorted(days, reverse=True)[0])
    print(EPOCH, HOLIDAYS, HOLIDAYS.get(date(2024, 12, 25)), STEP, START, repr(START), FAR, THIRD * 3, START + STEP, START.astimezone(FAR))
    half = Fraction(1, 2)
    half += Fraction(1, 3)
    half *= 2
    half -= 1
    print(half, -half, half.numerator / half.denominator, [Fraction(i, 6) for i in range(4)])


if __name__ == "__main__":
    main()
