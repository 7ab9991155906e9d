"""`json.loads` with hooks, which make what they like of objects and numbers: the result is an `object`."""

from typing import Callable, Hashable

from lib.json import text_of
from lib.json_scan import NO_NUMBER, REAL, Scanner


class _Reader:
    """The hooks of one call, and the place in its text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.scanner = Scanner(text)
        self.object_hook: Callable[[dict[str, object]], object] | None = None
        self.pairs_hook: Callable[[list[tuple[str, object]]], object] | None = None
        self.parse_float: Callable[[str], object] | None = None
        self.parse_int: Callable[[str], object] | None = None
        self.parse_constant: Callable[[str], object] | None = None

    def value(self) -> object:
        scanner = self.scanner
        c = scanner.peek()
        if c == 0x22:
            scanner.at += 1
            return scanner.text()
        if c == 0x7B:
            return self._object()
        if c == 0x5B:
            return self._array()
        if c == 0x2D or 0x30 <= c <= 0x39:
            before = scanner.at
            kind = scanner.number()
            if kind == REAL:
                as_float = self.parse_float
                return scanner.real if as_float is None else as_float(scanner.written(before))
            if kind != NO_NUMBER:
                as_int = self.parse_int
                return scanner.integer if as_int is None else as_int(scanner.written(before))
        if scanner.word("null"):
            return None
        if scanner.word("true"):
            return True
        if scanner.word("false"):
            return False
        for word in ("NaN", "Infinity", "-Infinity"):
            if scanner.word(word):
                constant = self.parse_constant
                return float(word) if constant is None else constant(word)
        raise scanner.error("Expecting value")

    def _object(self) -> object:
        scanner = self.scanner
        pairs: list[tuple[str, object]] = []
        scanner.at += 1
        scanner.white()
        if scanner.peek() == 0x7D:
            scanner.at += 1
            return self._made(pairs)
        while True:
            if scanner.peek() != 0x22:
                raise scanner.error("Expecting property name enclosed in double quotes")
            scanner.at += 1
            key = scanner.text()
            scanner.white()
            if scanner.peek() != 0x3A:
                raise scanner.error("Expecting ':' delimiter")
            scanner.at += 1
            scanner.white()
            pairs.append((key, self.value()))
            scanner.white()
            if scanner.peek() == 0x7D:
                scanner.at += 1
                return self._made(pairs)
            if scanner.peek() != 0x2C:
                raise scanner.error("Expecting ',' delimiter")
            scanner.at += 1
            scanner.white()

    def _made(self, pairs: list[tuple[str, object]]) -> object:
        of_pairs, of_dict = self.pairs_hook, self.object_hook
        if of_pairs is not None:
            return of_pairs(pairs)
        out = dict(pairs)
        return out if of_dict is None else of_dict(out)

    def _array(self) -> object:
        scanner = self.scanner
        out: list[object] = []
        scanner.at += 1
        scanner.white()
        if scanner.peek() == 0x5D:
            scanner.at += 1
            return out
        while True:
            out.append(self.value())
            scanner.white()
            if scanner.peek() == 0x5D:
                scanner.at += 1
                return out
            if scanner.peek() != 0x2C:
                raise scanner.error("Expecting ',' delimiter")
            scanner.at += 1
            scanner.white()


def loads_hooked(
    s: Hashable,
    *,
    object_hook: Callable[[dict[str, object]], object] | None = None,
    parse_float: Callable[[str], object] | None = None,
    parse_int: Callable[[str], object] | None = None,
    parse_constant: Callable[[str], object] | None = None,
    object_pairs_hook: Callable[[list[tuple[str, object]]], object] | None = None,
) -> object:
    """`json.loads` with at least one of its hooks."""
    reader = _Reader(text_of(s))
    reader.object_hook, reader.pairs_hook = object_hook, object_pairs_hook
    reader.parse_float, reader.parse_int, reader.parse_constant = parse_float, parse_int, parse_constant
    scanner = reader.scanner
    scanner.reads_large = parse_int is None
    scanner.white()
    out = reader.value()
    scanner.white()
    if not scanner.ended():
        raise scanner.error("Extra data")
    return out
