"""fromisoformat of date, time and datetime: the whole grammar of CPython 3.11, with what it takes by chance."""

import random
from datetime import date, datetime, time

DATES = [
    "2024-03-05",
    "20240305",
    "2024-W10-2",
    "2024W102",
    "2024W10",
    "2024-W10",
    "2020-W53-7",
    "2021-W53-1",
    "2024-W00-1",
    "2024-W10-8",
    "2024-W10-0",
    "0000-W01-1",
    "0000-W53-1",
    "9999-W53-1",
    "9999-W52-7",
    "0001-W01-1",
    "2024-13-01",
    "2024-02-30",
    "2024-3-5",
    "2024-03",
    "2024-03-5",
    "2024-0305",
    "202403-05",
    "2024-W1-2",
    "2024-W10-",
    "2024W10-2",
    "2024-W102",
    "2024065",
    "0000-01-01",
    "20240305xx",
    "20240305é",
    "1-01-01x",
    "",
    "2024-W",
    "é024-01-01",
]
TIMES = [
    "09:05:07",
    "0905",
    "09",
    "9",
    "09:05:07.25",
    "09:05:07,123456789",
    "090507.5",
    "09:05.5",
    "09.5",
    "090507123",
    "09:05:07:123",
    "24:00",
    "09:60",
    "09:05:61",
    "09:05:07.",
    "09:0507",
    "0905:07",
    "12:00:00.123456x",
    "T09:05",
    "::",
]
ZONES = [
    "",
    "Z",
    "+01:00",
    "-0130",
    "+01",
    "+01:02:03.5",
    "-00:00",
    "+00:00:00.5",
    "+25:00",
    "-24:00",
    "+23:59:59.999999",
    "Zx",
    "+1",
    "+",
    "-",
    "+01:00:00.1234567",
    "+0100:00",
    "x+01:00",
]


def show(text: str) -> None:
    out: list[str] = []
    try:
        out.append(str(date.fromisoformat(text)))
    except ValueError as error:
        out.append(str(error))
    try:
        out.append(repr(time.fromisoformat(text)))
    except ValueError as error:
        out.append(str(error))
    try:
        out.append(repr(datetime.fromisoformat(text)))
    except ValueError as error:
        out.append(str(error))
    print(text, out)


def main() -> None:
    print(date.fromisoformat("2024-W01-1"), datetime.fromisoformat("2024W011"), time.fromisoformat("20240101"))
    for day in DATES:
        show(day)
        for between in "T é☃-5😀":
            show(f"{day}{between}09:05:07.25")
            show(f"{day}{between}")
    for clock in TIMES:
        for zone in ZONES:
            show(clock + zone)
            show(f"2024-03-05T{clock}{zone}")
        show(f"2024W10{clock}")
        show(f"2024-W10-{clock}")
    random.seed(5)
    for _ in range(300):
        text = list("2024-03-05T09:05:07.250+01:00")
        for _ in range(random.randrange(1, 4)):
            at = random.randrange(len(text))
            text[at] = random.choice(["", "", "0", "1", "5", ":", "-", ".", "W", "Z", "+", text[at] + "0", ","])
        show("".join(text))


if __name__ == "__main__":
    main()
