# alone: classes of other programs of its image would decide what `deepcopy` has to copy
"""copy and asdict of dates, times, spans, zones and fractions."""
import copy
from dataclasses import asdict, astuple, dataclass
from datetime import date, datetime, time, timedelta, timezone
from fractions import Fraction


@dataclass
class Event:
    day: date
    at: datetime
    span: timedelta | None
    clock: time
    share: Fraction


def main() -> None:
    zone = timezone(timedelta(hours=2), "X")
    e = Event(date(2024, 1, 2), datetime(2024, 5, 6, 7, 8, tzinfo=zone), timedelta(1), time(1, 2, tzinfo=zone), Fraction(1, 3))
    print(asdict(e))
    print(astuple(e))
    f = copy.deepcopy(e)
    print(f == e, f.day is e.day, f.at is e.at, f.at.tzinfo is f.clock.tzinfo, f.at.tzinfo is zone, f.share is e.share, f)
    g = copy.copy(e)
    print(g.at is e.at)
    d = date(2020, 2, 2)
    days: list[date] = [d, d, datetime(2021, 1, 1)]
    more = copy.deepcopy(days)
    print(more, more[0] is more[1], more[0] is d, copy.copy(d) is d, copy.copy(d) == d)
    u = datetime(2024, 1, 1, tzinfo=timezone.utc)
    print(copy.deepcopy(u).tzinfo is timezone.utc, copy.copy(u).tzinfo is timezone.utc, copy.copy(timezone.utc) is timezone.utc, copy.copy(zone) is zone, copy.copy(zone) == zone)
    print(copy.copy(timedelta(2)), copy.deepcopy({"a": timedelta(3)}), copy.copy(Fraction(2)))


if __name__ == "__main__":
    main()
