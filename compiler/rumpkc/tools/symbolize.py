"""`rumpkc symbolize LOG`: under each line with code addresses, what they are: function, file and line.

    pc  0000000080000cf8  ra  0000000080002a3c
          80000cf8  main at main.py:4
          80002a3c  app_main at main.py:5

`rumpkc run` does the same to the log from a panic's banner on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rumpkc.tools.places import Places

ADDRESS = re.compile(rb"(?<![0-9A-Za-z_])(?:0[xX])?([0-9a-fA-F]{8,16})(?![0-9A-Za-z_])")
BANNER = b"*** KERNEL PANIC"


def explained(line: bytes, places: Places) -> Iterator[str]:
    """The lines to write under `line`: one for each code address in it, with inlined calls on lines of their own."""
    for found in dict.fromkeys(int(match[1], 16) for match in ADDRESS.finditer(line)):
        frames = places.frames(found)
        for number, place in enumerate(frames):
            yield f"      {found:8x}  {place}" if not number else f"      {'':8}  in {place}"


class PanicNotes:
    """Passes a log on unchanged, and writes what addresses mean under its lines from a panic's banner on."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._line = bytearray()            # the part of a line that has passed
        self._panic = False

    def feed(self, data: bytes) -> bytes:
        """What to show for `data`."""
        out = bytearray()
        for part in re.split(rb"(?<=\n)", data):
            out += part
            self._line += part
            if part.endswith(b"\n"):
                self._panic = self._panic or BANNER in self._line
                if self._panic:
                    out += "".join(f"{line}\n" for line in explained(bytes(self._line), self._places)).encode()
                self._line.clear()
        return bytes(out)


def symbolize(log: bytes, places: Places) -> str:
    """A whole log with its addresses explained."""
    out: list[str] = []
    for line in log.splitlines():
        out += [line.decode("utf-8", "replace"), *explained(line, places)]
    return "".join(f"{line}\n" for line in out)
