"""fromtimestamp of date and datetime, and time.gmtime: rounding, and what is out of range for one of them."""

import time
from datetime import date, datetime, timedelta, timezone

FLOATS = [
    1e12,
    -1e12,
    1e18,
    -1e18,
    1e19,
    1e300,
    float("inf"),
    float("-inf"),
    float("nan"),
    253402300799.0,
    253402300800.0,
    253402300799.9999999,
    -62135596800.0,
    -62135596801.0,
    1.5,
    -1.5,
    0.1234565,
    -0.1234565,
    1000000000.9999996,
    253402300798.9999996,
    -62135596799.9999996,
]
INTS = [
    10**12,
    -(10**12),
    10**18,
    2**62,
    -(2**63),
    253402300799,
    253402300800,
    -62135596800,
    -62135596801,
    67768036191676799,
    67768036191676800,
    67767976233532799,
    67767976233532800,
    -67768040609740800,
    -67768040609740801,
    253402282799,
    253402282800,
    5,
    -5,
]
ZONES = [None, timezone.utc, timezone(timedelta(hours=5))]


def show(at: int | float) -> None:
    for zone in ZONES:
        try:
            print(repr(datetime.fromtimestamp(at, zone)))
        except (ValueError, OverflowError, OSError) as error:
            print(at, zone, type(error).__name__, error)
    try:
        print(repr(date.fromtimestamp(at)))
    except (ValueError, OverflowError, OSError) as error:
        print(at, "date", type(error).__name__, error)
    try:
        print(time.gmtime(at))
    except (ValueError, OverflowError, OSError) as error:
        print(at, "gmtime", type(error).__name__, error)


def main() -> None:
    for x in FLOATS:
        show(x)
    for n in INTS:
        show(n)
    print(timedelta.resolution)
    try:
        print(datetime.fromtimestamp(1e12, timezone.utc))
    except ValueError as error:
        print(error)


if __name__ == "__main__":
    main()
