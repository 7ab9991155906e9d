"""strftime: every letter of the C library with its flags, widths and modifiers; what time.strftime refuses."""

import time
from datetime import date, datetime, timedelta, timezone
from datetime import time as clock

FLAGS = ["", "-", "_", "0", "^", "#", "E", "O", "5", "05", "-5", "^10", "+", "+6", "_12", "#12", "^-_03O", "5E", "EO"]
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+%. é"
FAR = timezone(timedelta(hours=-3, minutes=-30), "a%bz")
MOMENTS = [
    datetime(2024, 3, 5, 9, 5, 9, 7),
    datetime(924, 12, 31, 23, 59, 59),
    datetime(5, 1, 1),
    datetime(2021, 1, 3, 12),
    datetime(2020, 12, 31, 13, 1, 1, tzinfo=FAR),
]
YEARS = "%Y|%4Y|%C|%y|%6Y|%_6Y|%-6Y|%06Y|%G|%g|%4C|%F|%D|%c|%_4Y|%05C|%s"
LENGTHS = ["%1023d", "%1024d", "%2047d", "%30000d", "%99999999999999d", "%1024daa", "%2040daa", "%1000d%1000d"]
ODD = [
    (2024, 0, 0, 0, 0, 0, 0, 0, 0),
    (2024, 13, 0, 0, 0, 0, 0, 0, 0),
    (2024, 1, 1, 0, 0, 0, 8, 0, 0),
    (2024, 1, 1, 0, 0, 0, -1, 0, 0),
    (2024, 1, 1, 0, 0, 0, -2, 0, 0),
    (2024, 1, 1, 0, 0, 0, 0, 367, 0),
    (2024, 1, 1, 0, 0, 0, -8, 366, 0),
    (2024, 1, 1, 24, 0, 0, 0, 366, 0),
    (2024, 1, 32, 2, 0, 0, 0, 366, 0),
]


def main() -> None:
    for moment in MOMENTS:
        for letter in LETTERS:
            print(letter, [moment.strftime("%" + flag + letter) for flag in FLAGS])
        print([moment.strftime("x%" + flag) for flag in FLAGS])
    for year in (5, 24, 924, -5, -924, -12345, 12345):
        print(year, time.strftime(YEARS, time.struct_time((year, 1, 1, 0, 0, 0, 0, 1, -1))))
    print([len(time.strftime(text)) for text in LENGTHS])
    print(time.strftime("%Z|%z|%8z|%_z|%-z|%5Z|%#Z|%_8z|%Ez|%Oz"))
    print(time.strftime("%z|%8z|%_z|%-z|%_8z|%Ez|%s", time.gmtime(1e9)), time.strftime("%Z", time.gmtime(0)))
    for odd in ODD:
        try:
            print(time.strftime("%c %j %U %W %u %w", time.struct_time(odd)))
        except ValueError as error:
            print(odd, error)
    print(date(2024, 3, 5).strftime("%-d/%-m %k %l %s %f %z %Z %5Z"), f"{date(2024, 3, 5):%-d %^b}")
    print(clock(9, 5, 7, 8).strftime("%-H:%-M:%-S.%f %-I %k %d %j %Y %c"))


if __name__ == "__main__":
    main()
