"""`%` formatting of text and bytes: flags, widths, precisions, names, stars, and the exceptions of values."""

import math
from typing import NamedTuple


class Place(NamedTuple):
    x: int
    y: int


def main() -> None:
    a, b, c, s = 5, -3.75, "héllo", b"xy"
    print("%d %s %-5.2f|%%" % (a, c, b), "%5d|%-5d|%05d|%+d|% d" % (a, a, a, a, a), "%x %X %#x %#o %o %#X" % (255, 255, 255, 8, 8, 255))
    print("%e %.3E %g %G %#g %.0f %#.0f" % (b, b, 1e20, 1e-10, 1.0, 2.5, 2.0), "%s" % a, "%s" % (a,), "%r %a" % (c, c), "%10.3s|%-10s|" % (c, c))
    print("%c%c%c" % (65, "é", 0x1F600), "%5c|%-3c|" % ("x", 66), "%(a)s=%(b)05.1f" % {"a": 1, "b": 2.25}, "%*d|%-*d|%.*f" % (6, 42, 6, 42, 2, 3.14159))
    print("%05s|%+s|%05.3d|%.3d|%08.2f|%+08.2f|%-08d|" % ("a", "b", 5, 7, -3.14159, 2.5, 9), "%d" % 3.99, "%d" % True, "%5s" % None, "%i %u" % (1, 2))
    print("%06f|%06f|%-6f|%+f|% F" % (math.inf, -math.inf, math.nan, math.inf, math.nan), "%s" % [1, 2], "%s %s" % ("a", (1, "b")))
    print("%#10x|%-#10x|%#010x|%.5x|%#.5x|%x" % (255, 255, 255, 255, 255, -255), "%ld" % 3)
    print(b"%d %s|%5.1f|%x|%c%c|%r %a" % (5, s, 2.5, 255, 66, b"z", "é", "é"), b"%b|%-4s|" % (s, bytearray(b"q")), "no fields" % ())
    d = {"k": 3, "z": 4}
    print("%(k)d %(z)x" % d, "%s" % d, "%d items" % len(d), "100%% of %s" % "it")
    at = Place(3, 4)
    print("%d-%d" % at, "%s %r" % at, "%s" % (at,))
    w = -7
    print("%*d|" % (w, 5), "%.*f" % (-2, 2.5), "% 5d|%+5d" % (3, 3), "%.0e" % 12345.0, "%g" % 100000.0, "%g" % 1000000.0, "%.10g" % 0.1)
    for code in (1114112, -1):
        try:
            print("%c" % code)
        except OverflowError as e:
            print(e)
    try:
        print("%c" % "ab")
    except TypeError as e:
        print(e)
    try:
        print("%d" % math.inf)
    except OverflowError as e:
        print(e)
    try:
        print("%(q)s" % d)
    except KeyError as e:
        print(e)
    try:
        print(b"%c" % 256)
    except OverflowError as e:
        print(e)
