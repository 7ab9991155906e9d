"""head [-n count] [-c count] [file …]: the first lines, or bytes. `-n -5`: all but the last five."""

from collections.abc import Callable
from typing import Final

from npl.nipbox.command import RPATH, STDIO, Arguments, Command, whole
from npl.nipbox.files import Input, each_input
from npl.nipbox.io import Io

OPTIONS: Final = "-n --lines COUNT: how many lines (10); -5 is -n 5\n-c --bytes COUNT: how many bytes"
COMMAND: Final = Command("head", pledge=STDIO | RPATH, usage="[-n [-]COUNT] [-c [-]COUNT] [FILE ...]",
                         summary="the first lines of files; with a minus, all but the last", options=OPTIONS,
                         memory=1 << 20)


def run(arguments: Arguments, io: Io) -> int:
    end = End(arguments)
    return ends(arguments, io, lambda file: show_front(file, end, io) if end.sign == "-" else show_first(file, end, io))


class End:
    """How many lines or bytes, and the sign in front of that, if there is one."""

    def __init__(self, arguments: Arguments) -> None:
        words = arguments.words
        self.in_bytes: bool = arguments.has("-c")
        option = "-c" if self.in_bytes else "-n"
        text = arguments.value(option, "10")
        if len(words) > 0 and len(words[0]) > 1 and words[0].startswith("-"):
            text = words.pop(0)[1:]
        self.sign = text[0] if text[:1] in ("+", "-") else ""
        self.count: int = whole(text[len(self.sign):], option)

    def first(self, text: bytes) -> bytes:
        """So much of it, of which `count` is taken away; all of it, where it has less."""
        if self.in_bytes:
            text = text[:self.count]
            self.count -= len(text)
            return text
        at = 0
        while self.count > 0:
            end = text.find(b"\n", at) + 1
            if end == 0:
                return text
            self.count -= 1
            at = end
        return text[:at]

    def last(self, text: bytes) -> bytes:
        """So much of its end; all of it, where it has less."""
        if self.in_bytes:
            return text[max(len(text) - self.count, 0):]
        at = len(text)
        if self.count > 0 and text.endswith(b"\n"):
            at -= 1
        for _ in range(self.count):
            at = text.rfind(b"\n", 0, at)
            if at < 0:
                return text
        return text[at + 1:] if self.count > 0 else b""


def ends(arguments: Arguments, io: Io, show: Callable[[Input], None]) -> int:
    """Each of the files, of several behind its name; the status."""
    shown = 0

    def titled(file: Input) -> None:
        nonlocal shown
        if len(arguments.words) > 1:
            io.print(("\n" if shown > 0 else "") + f"==> {file.name or 'standard input'} <==")
        shown += 1
        show(file)

    return 0 if each_input(io, arguments.words, titled) else 1


def show_first(file: Input, end: End, io: Io) -> None:
    """Reads no more than it has to."""
    count = end.count
    while end.count > 0:
        piece = file.read()
        if len(piece) == 0:
            break
        io.write_bytes(end.first(piece))
    end.count = count


def show_front(file: Input, end: End, io: Io) -> None:
    """No more is held than is left out."""
    held = b""
    piece = file.read()
    while len(piece) > 0:
        held += piece
        kept = end.last(held)
        if len(kept) < len(held):
            io.write_bytes(held[:len(held) - len(kept)])
        held = kept
        piece = file.read()
