"""date [+format]: the day and the time, UTC."""

from typing import Final

from lib.calendar_days import from_ordinal, to_ordinal
from lib.system import wall_ns
from npl.nipbox.command import STDIO, TIME, Arguments, Command, UsageError
from npl.nipbox.io import Io

COMMAND: Final = Command("date", pledge=STDIO | TIME, usage="[-su] [+FORMAT]", most=1,
                         summary="show the day and the time (UTC)",
                         options="-s --seconds: as seconds since 1970\n"
                                 "-u --utc: as it is anyway")
PLAIN: Final = "%F %T UTC"
LETTERS: Final = "YmdHMSsjyeabZ"
LONGER: Final = {"F": "%Y-%m-%d", "T": "%H:%M:%S", "R": "%H:%M"}
DAYS: Final = "SunMonTueWedThuFriSat"
MONTHS: Final = "JanFebMarAprMayJunJulAugSepOctNovDec"


def run(arguments: Arguments, io: Io) -> int:
    form = arguments.words[0] if len(arguments.words) > 0 else "+%s" if arguments.has("--seconds") else "+" + PLAIN
    if not form.startswith("+"):
        raise UsageError(f"a format begins with +, as +%F: {form}")
    io.print(formatted(form[1:], wall_ns() // 1_000_000_000))
    return 0


def formatted(form: str, seconds: int) -> str:
    """Seconds since 1970 in the words of strftime (POSIX). UsageError where a letter means nothing here."""
    day = seconds // 86_400 + to_ordinal(1970, 1, 1)
    year, month, date = from_ordinal(day)
    name = 3 * (day % 7)                # day 1 was a Monday
    texts = (f"{year} {month:02} {date:02} {seconds // 3600 % 24:02} {seconds // 60 % 60:02} {seconds % 60:02} "
             f"{seconds} {day - to_ordinal(year, 1, 1) + 1:03} {year % 100:02} {date} {DAYS[name:name + 3]} "
             f"{MONTHS[3 * month - 3:3 * month]} UTC").split(" ")
    first, *pieces = form.replace("%%", "\0").split("%")
    for piece in pieces:
        letter = piece[:1]
        if letter in LONGER:
            first += formatted(LONGER[letter], seconds)
        elif letter != "" and letter in LETTERS:
            first += texts[LETTERS.index(letter)]
        else:
            raise UsageError(f"%{letter} is none of %F %T %R %{' %'.join(LETTERS)}")
        first += piece[1:]
    return first.replace("\0", "%")
