"""`datetime`: dates, times of day, moments and the spans between them. The local time is UTC: a board has no time zone.

A date minus a timedelta is a date, minus a date a timedelta: the second form of an operator is `_NAME_other`.
"""

from __future__ import annotations

from math import modf
from typing import ClassVar, NamedTuple

from lib.calendar_days import (
    MAX_ORDINAL, checked_ordinal, from_ordinal, iso_ordinal, iso_week, to_ordinal, whole_seconds,
)
from lib.date_texts import MAXYEAR, MINYEAR, check_date, check_time, clock_digits, special_letters
from lib.iso_texts import IsoText
from lib.strptime import read
from lib.time import strftime as clock_text
from lib.time import gmtime, struct_time, time_ns
from lib.timedelta import DAY, offset_text, span, timedelta

__all__ = ["MAXYEAR", "MINYEAR", "UTC", "date", "datetime", "time", "timedelta", "timezone", "tzinfo"]
MONTHS: list[str] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
WEEKDAYS: list[str] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


class tzinfo:  # noqa: N801
    """A time zone."""

    def utcoffset(self, dt: datetime | None, /) -> timedelta | None:
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def tzname(self, dt: datetime | None, /) -> str | None:
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def dst(self, dt: datetime | None, /) -> timedelta | None:
        raise NotImplementedError("a tzinfo subclass must implement dst()")


class timezone(tzinfo):  # noqa: N801
    """A fixed distance from UTC."""

    utc: ClassVar[timezone]

    def __init__(self, offset: timedelta, name: str | None = None) -> None:
        if abs(offset) >= timedelta(1):
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                             f"timedelta(hours=24), not {offset!r}.")
        self._offset = offset
        self._name = name

    def utcoffset(self, dt: datetime | None, /) -> timedelta | None:
        return self._offset

    def dst(self, dt: datetime | None, /) -> timedelta | None:
        return None

    def tzname(self, dt: datetime | None, /) -> str | None:
        name = self._name
        if name is not None:
            return name
        return f"UTC{offset_text(self._offset)}" if self._offset else "UTC"

    def __repr__(self) -> str:
        name = self._name
        if name is None and not self._offset:
            return "datetime.timezone.utc"
        if name is None:
            return f"datetime.timezone({self._offset!r})"
        return f"datetime.timezone({self._offset!r}, {name!r})"

    def __str__(self) -> str:
        return str(self.tzname(None))

    def __eq__(self, other: object) -> bool:
        return self._offset == other._offset if isinstance(other, timezone) else False

    def __hash__(self) -> int:
        return hash(self._offset)


timezone.utc = timezone(timedelta(0))
KEEP: tzinfo | None = timezone(timedelta(0), "")     # the default of `replace`: the zone stays what it is
UTC = timezone.utc


def _is_utc(zone: timezone) -> bool:
    return zone is timezone.utc


class IsoCalendarDate(NamedTuple):
    """The year, week and weekday of ISO 8601."""

    year: int
    week: int
    weekday: int

    def __repr__(self) -> str:
        return f"datetime.IsoCalendarDate(year={self.year}, week={self.week}, weekday={self.weekday})"


class date:  # noqa: N801
    """A day."""

    min: ClassVar[date]
    max: ClassVar[date]
    resolution: ClassVar[timedelta]
    _year: int
    _month: int
    _day: int

    def __init__(self, year: int, month: int, day: int) -> None:
        check_date(year, month, day)
        self._year, self._month, self._day = year, month, day

    @property
    def year(self) -> int:
        return self._year

    @property
    def month(self) -> int:
        return self._month

    @property
    def day(self) -> int:
        return self._day

    @staticmethod
    def today() -> date:
        return _day_of(719163 + time_ns() // 1000 // DAY)

    @staticmethod
    def fromordinal(ordinal: int) -> date:
        return _day_of(checked_ordinal(ordinal))

    @staticmethod
    def fromtimestamp(timestamp: int | float) -> date:
        there = _civil(whole_seconds(timestamp))
        return date(there.tm_year, there.tm_mon, there.tm_mday)

    @staticmethod
    def fromisoformat(date_string: str) -> date:
        text = IsoText(date_string)
        if text.length not in (7, 8, 10):
            raise text.invalid()
        year, month, day = text.date(text.length)
        return date(year, month, day)

    @staticmethod
    def fromisocalendar(year: int, week: int, day: int) -> date:
        return _day_of(iso_ordinal(year, week, day))

    def replace(
        self, year: int | None = None, month: int | None = None, day: int | None = None, *, _hour: int | None = None,
        _minute: int | None = None, _second: int | None = None, _microsecond: int | None = None,
        _tzinfo: tzinfo | None = KEEP, _fold: int | None = None,
    ) -> date:
        return date(self._year if year is None else year, self._month if month is None else month,
                    self._day if day is None else day)

    def toordinal(self) -> int:
        return to_ordinal(self._year, self._month, self._day)

    def weekday(self) -> int:
        return (self.toordinal() + 6) % 7

    def isoweekday(self) -> int:
        return self.weekday() + 1

    def isocalendar(self) -> IsoCalendarDate:
        year, week, day = iso_week(self._year, self.toordinal())
        return IsoCalendarDate(year, week, day)

    def timetuple(self) -> struct_time:
        return self._clock(-1)

    def _clock(self, dst: int) -> struct_time:
        number = self.toordinal()
        return struct_time(self._year, self._month, self._day, 0, 0, 0, (number + 6) % 7,
                           number - to_ordinal(self._year, 1, 1) + 1, dst)

    def isoformat(self, *, _sep: str = "T", _timespec: str = "auto") -> str:
        """What begins with `_` is for the method of `datetime`, which is called through this one's signature."""
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    def ctime(self) -> str:
        return f"{WEEKDAYS[self.weekday()]} {MONTHS[self._month - 1]} {self._day:2d} 00:00:00 {self._year:04d}"

    def strftime(self, format: str) -> str:  # noqa: A002
        return clock_text(special_letters(format, 0, "", ""), self._clock(-1))

    def __format__(self, spec: str) -> str:
        return self.strftime(spec) if spec else str(self)

    def __str__(self) -> str:
        return self.isoformat()

    def __repr__(self) -> str:
        return f"datetime.date({self._year}, {self._month}, {self._day})"

    def __add__(self, other: timedelta) -> date:
        return _day_of(self.toordinal() + other.days)

    def __radd__(self, other: timedelta) -> date:
        return self + other

    def _sub_other(self, other: timedelta) -> date:
        return _day_of(self.toordinal() - other.days)

    def __sub__(self, other: date) -> timedelta:
        return timedelta(self.toordinal() - other.toordinal())

    def __hash__(self) -> int:
        return self.toordinal()

    def __eq__(self, other: object) -> bool:
        if isinstance(other, date) and not isinstance(other, datetime):
            return self.toordinal() == other.toordinal()
        return False

    def _order(self, other: date) -> int:
        if isinstance(other, datetime):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return self.toordinal() - other.toordinal()

    def __lt__(self, other: date) -> bool:
        return self._order(other) < 0

    def __le__(self, other: date) -> bool:
        return self._order(other) <= 0

    def __gt__(self, other: date) -> bool:
        return self._order(other) > 0

    def __ge__(self, other: date) -> bool:
        return self._order(other) >= 0


def _day_of(number: int) -> date:
    if not 1 <= number <= MAX_ORDINAL:
        raise OverflowError("date value out of range")
    year, month, day = from_ordinal(number)
    return date(year, month, day)


class time:  # noqa: N801
    """A time of day."""

    min: ClassVar[time]
    max: ClassVar[time]
    resolution: ClassVar[timedelta]

    def __init__(
        self, hour: int = 0, minute: int = 0, second: int = 0, microsecond: int = 0, tzinfo: tzinfo | None = None,
        *, fold: int = 0,
    ) -> None:
        check_time(hour, minute, second, microsecond)
        self._us = ((hour * 60 + minute) * 60 + second) * 1000000 + microsecond
        self._zone = tzinfo
        self._fold = fold

    @property
    def hour(self) -> int:
        return self._us // 3600000000

    @property
    def minute(self) -> int:
        return self._us // 60000000 % 60

    @property
    def second(self) -> int:
        return self._us // 1000000 % 60

    @property
    def microsecond(self) -> int:
        return self._us % 1000000

    @property
    def tzinfo(self) -> tzinfo | None:
        return self._zone

    @property
    def fold(self) -> int:
        return self._fold

    @staticmethod
    def fromisoformat(time_string: str) -> time:
        text = IsoText(time_string)
        hour, minute, second, fine, away = text.time(1 if time_string.startswith("T") else 0)
        return time(hour, minute, second, fine, _zone_at(away))

    def replace(
        self, hour: int | None = None, minute: int | None = None, second: int | None = None,
        microsecond: int | None = None,
    ) -> time:
        return time(self.hour if hour is None else hour, self.minute if minute is None else minute,
                    self.second if second is None else second,
                    self.microsecond if microsecond is None else microsecond, self._zone)

    def utcoffset(self) -> timedelta | None:
        zone = self._zone
        return None if zone is None else zone.utcoffset(None)

    def tzname(self) -> str | None:
        zone = self._zone
        return None if zone is None else zone.tzname(None)

    def isoformat(self, timespec: str = "auto") -> str:
        offset = self.utcoffset()
        return clock_digits(self._us, timespec) + (offset_text(offset) if offset is not None else "")

    def strftime(self, format: str) -> str:  # noqa: A002
        offset, zone = self.utcoffset(), self.tzname()
        text = special_letters(format, self.microsecond, "" if offset is None else offset_text(offset), zone or "")
        return clock_text(text, struct_time(1900, 1, 1, self.hour, self.minute, self.second, 0, 1, -1))

    def __format__(self, spec: str) -> str:
        return self.strftime(spec) if spec else str(self)

    def __str__(self) -> str:
        return self.isoformat()

    def __repr__(self) -> str:
        text = f"{self.hour}, {self.minute}"
        if self.second or self.microsecond:
            text += f", {self.second}"
        if self.microsecond:
            text += f", {self.microsecond}"
        zone = "" if self._zone is None else f", tzinfo={self._zone!r}"
        return f"datetime.time({text}{', fold=1' if self._fold else ''}{zone})"

    def _moment(self) -> int:
        offset = self.utcoffset()
        return self._us if offset is None else self._us - offset // timedelta(0, 0, 1)

    def __hash__(self) -> int:
        return hash(self._moment())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, time):
            return False
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._moment() == other._moment()

    def _order(self, other: time) -> int:
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._moment() - other._moment()

    def __lt__(self, other: time) -> bool:
        return self._order(other) < 0

    def __le__(self, other: time) -> bool:
        return self._order(other) <= 0

    def __gt__(self, other: time) -> bool:
        return self._order(other) > 0

    def __ge__(self, other: time) -> bool:
        return self._order(other) >= 0


def _time_of(us: int, zone: tzinfo | None) -> time:
    return time(us // 3600000000, us // 60000000 % 60, us // 1000000 % 60, us % 1000000, zone)


class datetime(date):  # noqa: N801
    """A moment: a day and a time of it."""

    min: ClassVar[datetime]
    max: ClassVar[datetime]
    resolution: ClassVar[timedelta]

    def __init__(
        self, year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0, microsecond: int = 0,
        tzinfo: tzinfo | None = None, *, fold: int = 0,
    ) -> None:
        super().__init__(year, month, day)
        check_time(hour, minute, second, microsecond)
        self._us = ((hour * 60 + minute) * 60 + second) * 1000000 + microsecond
        self._zone = tzinfo
        self._fold = fold

    @property
    def hour(self) -> int:
        return self._us // 3600000000

    @property
    def minute(self) -> int:
        return self._us // 60000000 % 60

    @property
    def second(self) -> int:
        return self._us // 1000000 % 60

    @property
    def microsecond(self) -> int:
        return self._us % 1000000

    @property
    def tzinfo(self) -> tzinfo | None:
        return self._zone

    @property
    def fold(self) -> int:
        return self._fold

    def replace(
        self, year: int | None = None, month: int | None = None, day: int | None = None, hour: int | None = None,
        minute: int | None = None, second: int | None = None, microsecond: int | None = None,
        tzinfo: tzinfo | None = KEEP, *, fold: int | None = None,
    ) -> datetime:
        return datetime(
            self._year if year is None else year, self._month if month is None else month,
            self._day if day is None else day, self.hour if hour is None else hour,
            self.minute if minute is None else minute, self.second if second is None else second,
            self.microsecond if microsecond is None else microsecond, self._zone if tzinfo is KEEP else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    @staticmethod
    def today() -> datetime:
        return datetime.now()

    @staticmethod
    def now(tz: tzinfo | None = None) -> datetime:
        return _shown_in(719163 * DAY + time_ns() // 1000, tz)

    @staticmethod
    def utcnow() -> datetime:
        return datetime.now()

    @staticmethod
    def fromtimestamp(timestamp: int | float, tz: tzinfo | None = None) -> datetime:
        out = _stamped(timestamp, tz)
        if tz is None and out._year == 1 and out.toordinal() == 1:
            raise ValueError("year 0 is out of range")      # CPython looks a day back, for a clock that was set back
        return out

    @staticmethod
    def utcfromtimestamp(timestamp: int | float) -> datetime:
        return _stamped(timestamp, None)

    @staticmethod
    def fromordinal(ordinal: int) -> datetime:
        return _moment_of(checked_ordinal(ordinal) * DAY, None)

    @staticmethod
    def strptime(date_string: str, format: str, /) -> datetime:  # noqa: A002
        moment = read(date_string, format)
        year, month, day, hour, minute, second, _, _, _ = moment.fields
        offset = moment.offset
        zone: tzinfo | None = None
        if offset is not None:
            zone = timezone(timedelta(microseconds=offset), moment.zone) if offset or moment.zone else timezone.utc
        return datetime(year, month, day, hour, minute, second, moment.microsecond, zone)

    @staticmethod
    def combine(date: date, time: time, tzinfo: tzinfo | None = KEEP) -> datetime:
        made = _moment_of(date.toordinal() * DAY + time._us, time._zone if tzinfo is KEEP else tzinfo)
        made._fold = time._fold
        return made

    @staticmethod
    def fromisoformat(date_string: str) -> datetime:
        text = IsoText(date_string)
        at = text.separator()
        year, month, day = text.date(at)
        if text.length <= at:
            return datetime(year, month, day)
        hour, minute, second, fine, away = text.time(text.time_start(at))
        return datetime(year, month, day, hour, minute, second, fine, _zone_at(away))

    def date(self) -> date:
        return _plain_date(self._year, self._month, self._day)

    def time(self) -> time:
        return _time_of(self._us, None)

    def timetz(self) -> time:
        return _time_of(self._us, self._zone)

    def _count(self) -> int:
        """Microseconds since the day before the year 1."""
        return self.toordinal() * DAY + self._us

    def _moment(self) -> int:
        """The same in UTC."""
        offset = self.utcoffset()
        return self._count() if offset is None else self._count() - offset // timedelta(0, 0, 1)

    def timestamp(self) -> float:
        return (self._moment() - 719163 * DAY) / 1000000

    def utcoffset(self) -> timedelta | None:
        zone = self._zone
        return None if zone is None else zone.utcoffset(self)

    def tzname(self) -> str | None:
        zone = self._zone
        return None if zone is None else zone.tzname(self)

    def dst(self) -> timedelta | None:
        zone = self._zone
        return None if zone is None else zone.dst(self)

    def astimezone(self, tz: tzinfo | None = None) -> datetime:
        return _shown_in(self._moment(), UTC if tz is None else tz)

    def timetuple(self) -> struct_time:
        return self._clock(-1)

    def utctimetuple(self) -> struct_time:
        return _moment_of(self._moment(), None)._clock(0)

    def _clock(self, dst: int) -> struct_time:
        number = self.toordinal()
        return struct_time(self._year, self._month, self._day, self.hour, self.minute, self.second, (number + 6) % 7,
                           number - to_ordinal(self._year, 1, 1) + 1, dst)

    def isoformat(self, sep: str = "T", timespec: str = "auto") -> str:
        offset = self.utcoffset()
        day = f"{self._year:04d}-{self._month:02d}-{self._day:02d}"
        return day + sep + clock_digits(self._us, timespec) + (offset_text(offset) if offset is not None else "")

    def ctime(self) -> str:
        clock = clock_digits(self._us, "seconds")
        return f"{WEEKDAYS[self.weekday()]} {MONTHS[self._month - 1]} {self._day:2d} {clock} {self._year:04d}"

    def strftime(self, format: str) -> str:  # noqa: A002
        offset, zone = self.utcoffset(), self.tzname()
        text = special_letters(format, self.microsecond, "" if offset is None else offset_text(offset), zone or "")
        return clock_text(text, self._clock(-1))

    def __str__(self) -> str:
        return self.isoformat(" ")

    def __repr__(self) -> str:
        text = f"{self._year}, {self._month}, {self._day}, {self.hour}, {self.minute}"
        if self.second or self.microsecond:
            text += f", {self.second}"
        if self.microsecond:
            text += f", {self.microsecond}"
        zone = "" if self._zone is None else f", tzinfo={self._zone!r}"
        return f"datetime.datetime({text}{', fold=1' if self._fold else ''}{zone})"

    def __add__(self, other: timedelta) -> datetime:
        return _moment_of(self._count() + other // timedelta(0, 0, 1), self._zone)

    def __radd__(self, other: timedelta) -> datetime:
        return self + other

    def _sub_other(self, other: timedelta) -> datetime:
        return _moment_of(self._count() - other // timedelta(0, 0, 1), self._zone)

    def __sub__(self, other: date) -> timedelta:
        if not isinstance(other, datetime):
            raise TypeError("unsupported operand type(s) for -: 'datetime.datetime' and 'datetime.date'")
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return span(self._moment() - other._moment())

    def __hash__(self) -> int:
        return hash(self._moment())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, datetime):
            return False
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._moment() == other._moment()

    def _order(self, other: date) -> int:
        if not isinstance(other, datetime):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._moment() - other._moment()


def no_zone() -> tzinfo | None:
    return None


def _plain_date(year: int, month: int, day: int) -> date:
    return date(year, month, day)


def _moment_of(count: int, zone: tzinfo | None) -> datetime:
    """The moment `count` microseconds after the day before the year 1."""
    number = count // DAY
    if not 1 <= number <= MAX_ORDINAL:
        raise OverflowError("date value out of range")
    year, month, day = from_ordinal(number)
    us = count % DAY
    return datetime(year, month, day, us // 3600000000, us // 60000000 % 60, us // 1000000 % 60, us % 1000000, zone)


def _civil(seconds: int) -> struct_time:
    """The calendar's parts of a timestamp, in the years of `datetime`."""
    there = gmtime(seconds)
    year = there.tm_year if there.tm_year < 1 << 31 else there.tm_year - (1 << 32)      # as C counts
    check_date(year, there.tm_mon, there.tm_mday)
    return there


def _stamped(timestamp: int | float, zone: tzinfo | None) -> datetime:
    """The moment of a timestamp: ValueError where `datetime` has not its year, OSError where the C library has not."""
    seconds, us = whole_seconds(timestamp), 0
    if isinstance(timestamp, float):
        part, whole = modf(timestamp)
        us = round(part * 1000000.0)
        seconds, us = int(whole) + us // 1000000, us % 1000000
    _civil(seconds)
    return _shown_in(719163 * DAY + seconds * 1000000 + us, zone)


def _shown_in(count: int, zone: tzinfo | None) -> datetime:
    """The moment `count` of UTC on the clocks of `zone`."""
    there = _moment_of(count, zone)
    offset = there.utcoffset()
    return there if offset is None else _moment_of(count + offset // timedelta(0, 0, 1), zone)


def _zone_at(away: int | None) -> tzinfo | None:
    """The zone at a distance from UTC."""
    if away is None:
        return no_zone()
    return timezone(span(away)) if away else timezone.utc


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(1)
time.min = time()
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(0, 0, 1)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(0, 0, 1)
