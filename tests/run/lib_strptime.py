"""`time.strptime` and `datetime.strptime`."""
import time
from datetime import datetime

ROWS: list[tuple[str, str]] = [
    ("2024-02-29", "%Y-%m-%d"), ("29/2", "%d/%m"), ("7 Mar 99 11:05 pm", "%d %b %y %I:%M %p"), ("12 AM", "%I %p"), ("12 pm", "%I %p"),
    ("Monday, 03 June 2024", "%A, %d %B %Y"), ("mon jun  3 2024", "%a %b %d %Y"), ("2024 060", "%Y %j"), ("2023 365", "%Y %j"),
    ("2024 366", "%Y %j"), ("2023 366", "%Y %j"), ("111", "%d%m"), ("1112", "%d%m"), ("12:30:61", "%H:%M:%S"), ("12:3:4.25", "%H:%M:%S.%f"),
    ("2024 22 1", "%Y %W %w"), ("2024 22 0", "%Y %U %w"), ("2024 0 1", "%Y %W %w"), ("2024-W22-3", "%G-W%V-%u"), ("2020 53 5", "%G %V %u"),
    ("10:00 +0530", "%H:%M %z"), ("10:00 -05:30:20.5", "%H:%M %z"), ("10:00 Z", "%H:%M %z"), ("10:00 UTC", "%H:%M %Z"),
    ("10:00 gmt +0100", "%H:%M %Z %z"), ("Thu Jan  1 00:00:00 1970", "%c"), ("01/02/03 04:05:06", "%x %X"), ("100%", "%f%%"),
    ("2024", "%Y-%m"), ("2024-13", "%Y-%m"), ("2024-02-30", "%Y-%m-%d"), ("2023-02-29", "%Y-%m-%d"), ("x", "%Q"), ("x", "%"), ("2024-01 rest", "%Y-%m"),
    ("2024 05", "%G %V"), ("2024 05 1", "%Y %V %u"), ("05 1", "%V %u"), ("5", "%V"), ("", "%Y"), ("a  b", "a b"), ("a b", "a  b"), ("ab", "a b"),
    ("10:00 +05:3020", "%H:%M %z"), ("  5", "%d"), (" 5", "%d"), ("2024 1 100", "%G %u %j"), ("JULY", "%b"), ("jul", "%B"), ("69 68", "%y 68"), ("68", "%y"),
]


def main() -> None:
    for text, form in ROWS:
        try:
            print(repr(text), form, time.strptime(text, form))
        except ValueError as error:
            print(repr(text), form, error)
        try:
            moment = datetime.strptime(text, form)
            print("   ", moment, repr(moment), moment.tzname())
        except ValueError as error:
            print("   ", error)
    print(time.strptime("Sat Nov 28 13:09:26 2026"), time.strptime("5", "%d")[2])


if __name__ == "__main__":
    main()
