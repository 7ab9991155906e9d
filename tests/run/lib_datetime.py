"""datetime against CPython's."""
from datetime import date, datetime, time, timedelta, timezone


def main() -> None:
    d = date(2024, 2, 29)
    print(d, repr(d), d.year, d.month, d.day, d.weekday(), d.isoweekday(), d.toordinal(), d.isocalendar(), d.ctime())
    print(d + timedelta(days=1), d - timedelta(weeks=1), d - date(2023, 2, 28), (d - date(2023, 2, 28)).days)
    print(d < date(2024, 3, 1), d == date(2024, 2, 29), d != date(2024, 2, 28), d >= d, sorted([d, date(1999, 12, 31)]))
    print(d.strftime("%d/%m/%y %A %j %U %W %V %G %b %B"), f"{d:%Y.%m.%d}", f"{d}", d.replace(year=2020, day=1))
    print(date.fromisoformat("2011-11-04"), date.fromisoformat("20111104"), date.fromordinal(730920))
    print(date.fromisocalendar(2021, 1, 1), date.fromtimestamp(86400 * 365), d.timetuple())
    t = time(12, 34, 56, 789)
    print(t, repr(t), t.hour, t.minute, t.second, t.microsecond, t.isoformat("minutes"), t.replace(hour=1))
    print(time(1), repr(time(1, 2, 3)), time.fromisoformat("04:23:01"), time.fromisoformat("04:23:01.000384+05:30"))
    print(time(10, 30) < time(11), t.strftime("%H-%M-%S-%f %p %I"), bool(time(0)), time(tzinfo=timezone.utc))
    m = datetime(2024, 1, 31, 23, 59, 58, 999999)
    print(m, repr(m), m + timedelta(seconds=2), m - timedelta(days=31), m.date(), m.time())
    print(m - datetime(2024, 1, 1), m > datetime(2024, 1, 1), m.isoformat(), m.isoformat(" ", "milliseconds"), m.ctime())
    print(m.strftime("%Y-%m-%dT%H:%M:%S.%f%z|%Z|%%|%c|%x|%X"), f"{m:%H:%M}", m.weekday())
    utc = datetime(2020, 5, 17, 8, 30, tzinfo=timezone.utc)
    far = timezone(timedelta(hours=-5, minutes=-30))
    print(utc, repr(utc), utc.astimezone(far), repr(far), far, utc == utc.astimezone(far), utc.timestamp())
    print(utc.tzname(), utc.utcoffset(), utc.astimezone(far).utcoffset(), utc.strftime("%z %Z"), timezone(timedelta(hours=1), "CET"))
    for text in ["2011-11-04", "2011-11-04T00:05:23", "2011-11-04 00:05:23.283", "2011-11-04T00:05:23Z", "20111104T000523",
                 "2011-11-04T00:05:23+04:00", "2011-11-04T00:05", "2011-11-04T25:00", "x", "2011-13-04"]:
        try:
            print(repr(datetime.fromisoformat(text)))
        except ValueError as error:
            print(error)
    print(datetime.fromtimestamp(1700000000, timezone.utc), datetime.fromtimestamp(1.5, timezone.utc), datetime.combine(d, t))
    print({d: 1}[date(2024, 2, 29)], {m: 2}[datetime(2024, 1, 31, 23, 59, 58, 999999)], datetime.fromordinal(1))
    spans = [timedelta(days=1, hours=2), timedelta(microseconds=1), timedelta(-1), timedelta(0), timedelta(weeks=2, milliseconds=5),
             timedelta(hours=1.5), timedelta(seconds=0.1), timedelta(days=-1, seconds=1)]
    for s in spans:
        print(s, repr(s), s.days, s.seconds, s.microseconds, s.total_seconds(), bool(s), -s, abs(s), s * 2, 3 * s, s / 2, s // 7)
    a, b = timedelta(hours=5), timedelta(minutes=7)
    print(a / b, a // b, a % b, divmod(a, b), a + b, a - b, a < b, a == timedelta(minutes=300), a * 1.5, a / 2.5, hash(a) == hash(timedelta(hours=5)))
    print(sum([a, b], timedelta()), max(spans), sorted(spans)[0])
    for make in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: date(2023, 13, 1)):
        try:
            print(make())
        except ValueError as error:
            print(error)
    try:
        print(time(24))
    except ValueError as error:
        print(error)
    try:
        print(date(9999, 12, 31) + timedelta(1))
    except OverflowError as error:
        print(error)
    try:
        print(utc < m)
    except TypeError as error:
        print(error)
    print(m.replace(hour=1, microsecond=0), utc.replace(tzinfo=None), m.replace(tzinfo=timezone.utc), m.replace(2020, 2, 29).date())
    some: list[date] = [d, m]
    print([x.isoformat() for x in some], [str(x) for x in some], some, [x.replace(day=3) for x in some], some[1] == m)
    day = date(1995, 12, 20)
    for _ in range(800):
        day += timedelta(days=11)
        if date.fromordinal(day.toordinal()) != day or date.fromisoformat(str(day)) != day:
            print("wrong", day)
    print(day, day.isocalendar())
    limits()


def limits() -> None:
    print(date.min, date.max, date.resolution, time.min, time.max, time.resolution)
    print(datetime.min, datetime.max, datetime.resolution)
    best = date.min
    for day in (date(2020, 1, 1), date(2019, 5, 5)):
        best = max(best, day)
    last: date = datetime.max
    print(best, last.year, min(datetime.max, datetime(2020, 1, 1)), datetime.combine(best, time.max))


if __name__ == "__main__":
    main()
