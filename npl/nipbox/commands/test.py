"""test condition, [ condition ]: a status that says whether something holds, of files, texts or whole numbers."""

import os
from typing import Final

from npl.nipbox.command import RPATH, STDIO, Arguments, Command, UsageError
from npl.nipbox.files import absolute, kind_name
from npl.nipbox.io import Io

USAGE: Final = "[!] [WORD] SIGN WORD"
SIGNS: Final = "-e -f -d -s PATH, -n -z TEXT, = != TEXT, -eq -ne -lt -le -gt -ge NUMBER, -nt -ot PATH"
BELOW: Final = ("-lt", "-le", "-ne")
SAME: Final = ("-eq", "-le", "-ge")
ABOVE: Final = ("-gt", "-ge", "-ne")
ORDERS: Final = BELOW + SAME + ABOVE
SUMMARY: Final = "whether something holds, of files, texts or numbers"
COMMAND: Final = Command("test", pledge=STDIO | RPATH, usage=USAGE, summary=SUMMARY, loose=True)
BRACKET: Final = Command("[", pledge=STDIO | RPATH, usage=USAGE + " ]", summary=SUMMARY, loose=True)


def run(arguments: Arguments, io: Io) -> int:
    words = list(arguments.words)
    if arguments.command.name == "[" and (len(words) == 0 or words.pop() != "]"):
        raise UsageError("a ] is missing at the end")
    holds = True
    while len(words) > 1 and words[0] == "!":
        holds = not holds
        words.pop(0)
    return 0 if condition(words, io) == holds else 1


def condition(words: list[str], io: Io) -> bool:
    """Whether it holds. UsageError where it is none."""
    if len(words) < 2:
        return len(words) == 1 and words[0] != ""
    if len(words) == 2:
        return of_one(words[0], words[1], io)
    if len(words) > 3:
        raise UsageError("one condition at a time: join several by && and ||")
    return of_two(words[0], words[1], words[2], io)


def of_one(sign: str, word: str, io: Io) -> bool:
    if sign == "-n" or sign == "-z":
        return (word == "") == (sign == "-z")
    if sign not in ("-e", "-f", "-d", "-s"):
        raise UsageError(f"there is no {sign}; there are {SIGNS}")
    try:
        facts = os.stat(absolute(io, word))
    except OSError:
        return False
    if sign == "-s":
        return facts.st_size > 0
    return sign == "-e" or kind_name(facts.st_mode) == ("folder" if sign == "-d" else "file")


def of_two(left: str, sign: str, right: str, io: Io) -> bool:
    if sign == "=" or sign == "==" or sign == "!=":
        return (left == right) == (sign != "!=")
    if sign == "-nt" or sign == "-ot":
        change = changed(left, io) - changed(right, io)
        return change > 0 if sign == "-nt" else change < 0
    if sign not in ORDERS:
        raise UsageError(f"there is no {sign}; there are {SIGNS}")
    a, b = number(left), number(right)
    return (sign in BELOW and a < b) or (sign in SAME and a == b) or (sign in ABOVE and a > b)


def changed(name: str, io: Io) -> int:
    """When a file was written last; -1: there is none."""
    try:
        return os.stat(absolute(io, name)).st_mtime_ns
    except OSError:
        return -1


def number(text: str) -> int:
    digits = text.strip().removeprefix("-")
    if not digits.isascii() or not digits.isdecimal() or len(digits) > 18:
        raise UsageError(f"{text} is no whole number")
    return int(text)
