"""time: gmtime, mktime, asctime, ctime, strftime."""

import time
from time import gmtime, strftime

LETTERS = "aAbBcxXDTRrFdeHIjmMpPSuUwWyCYGVghnt%"


def main() -> None:
    moments = [0, 59, 86399, 86400, 951782400, 951868800, 1078012800, 1234567890, 1700000000, 2147483647, 4102444800, -1, -86401, -2208988800]
    for seconds in moments:
        t = gmtime(seconds)
        print(seconds, t, time.mktime(t) == seconds)
        print(time.asctime(t), "|", time.ctime(seconds))
    for year in range(1995, 2025):
        for day in (0, 1, 2, 3, 4, 360, 362, 363, 364, 365):
            t = gmtime((year - 1970) * 31557600 + day * 86400)
            print(strftime("%Y-%m-%d %j %a %U %W %V %G %g %u %w", t))
    t = gmtime(1234567890.75)
    for letter in LETTERS:
        print(letter, repr(strftime("<%" + letter + ">", t)))
    print(t.tm_year, t[3], t.tm_yday, len(t), strftime("plain 100%% é", t), t < gmtime(1234567891))
    try:
        strftime("%Y", time.struct_time((2000, 13, 1, 0, 0, 0, 0, 1, 0)))
    except ValueError as error:
        print(error)


if __name__ == "__main__":
    main()
