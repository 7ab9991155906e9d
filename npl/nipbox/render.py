"""Nodes as a table for a terminal: a row for each node, a column for each argument and property that appears.

    name       kind      size  modified
    notes      folder          2026-11-28 22:50:00
    report-o…  file    1.2KiB  2026-11-27 09:03:41

Columns stand in the order in which they came first: the node's name (where names differ, or there is nothing else),
`@0` …, properties, `children`. Numbers stand to the right; null is empty. What has a unit as its type is shown in the
unit that fits: `(B)1234` is 1.2KiB, `(ms)90000` 1.5min.

The first nodes are held until the columns and their widths are known (HELD_BYTES); then each row is written
as it comes. So 100,000 nodes take no more memory than a hundred: a text that comes later and is longer is cut like
others, a number pushes its row, and a property without a column is named below the table, as are the last columns
where the terminal has no place for them.
"""

from collections.abc import Callable
from typing import Final

from lib.kdl.document import Kind, Node, Value
from lib.width import cut, padded
from npl.nipbox.line.glyphs import Glyphs
from npl.nipbox.nodes.values import UNITS, Meaningless, scalar

HELD_BYTES: Final = 16384               # about: commands have 64 KiB
CELL_BYTES: Final = 32                  # of a text, beside its characters
MOST_COLUMNS: Final = 64
GAP: Final = 2                          # between two columns
LEAST: Final = 6                        # a text is not cut shorter
LONGEST_NUMBER: Final = 24              # digits and sign of 64 bits; longer ones are cut as texts are
MOST_NAMED: Final = 8                   # columns that are named below the table, names in `children`

NAME: Final = 0                         # what a column shows
ARGUMENT: Final = 1
PROPERTY: Final = 2
CHILDREN: Final = 3

SIZES: Final = [(unit, UNITS[unit]) for unit in ("TiB", "GiB", "MiB", "KiB")]
TIMES: Final = [(unit, UNITS[unit]) for unit in ("d", "h", "min", "s", "ms", "us")]
SIZE_NOTES: Final = ["B", "kB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB"]


class Column:
    """What of a node it shows, under which title, and how wide."""

    def __init__(self, what: int, title: str, glyphs: Glyphs) -> None:
        self.what = what
        self.title = title
        self.head: str = glyphs.shown(title)
        self.width: int = glyphs.columns(self.head)
        self.is_number: bool = True     # every value was one, and none too long

    def least(self) -> int:
        """Columns that it cannot do without."""
        return self.width if self.is_number else min(self.width, LEAST)


class Cells:
    """The texts of one row, a text for each column, as far as there are any."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def put(self, place: int, text: str) -> None:
        while len(self.texts) <= place:
            self.texts.append("")
        self.texts[place] = text


class Table:
    """Takes nodes, gives lines to `write`."""

    def __init__(self, write: Callable[[str], None], columns: int) -> None:
        self._write = write
        self._room: int = max(columns - 1, LEAST)       # terminals wrap behind their last column
        self._glyphs: Glyphs = Glyphs()
        self._columns: list[Column] = [Column(NAME, "name", self._glyphs)]
        self._columns[0].is_number = False
        self._places: dict[str, int] = {}               # of the columns, by `key_of`
        self._held: list[Cells] = []
        self._held_bytes: int = 0
        self._names: list[str] = []                     # of nodes: none, one, or two that differ
        self._drawn: list[int] = []                     # the columns that are shown, when the head was written
        self._missing: list[str] = []                   # titles of those that are not
        self._begun: bool = False

    def add(self, node: Node) -> None:
        """One more node."""
        cells = self._cells(node)
        if self._begun:
            self._row(cells)
            return
        self._held.append(cells)
        if self._held_bytes >= HELD_BYTES:
            self._begin()

    def finish(self) -> None:
        """The end: what is held is written, and below it what is not shown."""
        if not self._begun and len(self._held) > 0:
            self._begin()
        if len(self._missing) > 0:
            named = ", ".join([self._glyphs.shown(title) for title in self._missing[:MOST_NAMED]])
            more = ", …" if len(self._missing) > MOST_NAMED else ""
            self._write(cut(f"(not shown: {named}{more})", self._room, self._glyphs) + "\n")

    # Cells

    def _cells(self, node: Node) -> Cells:
        cells = Cells()
        self._put(cells, 0, named(node), False)
        if len(self._names) < 2 and cells.texts[0] not in self._names:
            self._names.append(cells.texts[0])
            if self._begun and 0 not in self._drawn:
                self._miss(self._columns[0].title)
        for index, value in enumerate(node.args):
            self._value(cells, ARGUMENT, f"@{index}", value)
        for name, value in node.props.items():
            self._value(cells, PROPERTY, name, value)
        if len(node.children) > 0:
            place = self._place(CHILDREN, "children")
            if place >= 0:
                self._put(cells, place, summary(node.children), False)
        return cells

    def _value(self, cells: Cells, what: int, title: str, value: Value) -> None:
        if value.kind == Kind.NULL:
            self._place(what, title)
            return
        place = self._place(what, title)
        if place >= 0:
            self._put(cells, place, shown(value, 4 * self._room), value.is_number())

    def _put(self, cells: Cells, place: int, text: str, is_number: bool) -> None:
        # marks without a width are bounded, too: a cell has no more of them than it has place for letters, four times
        text = cut(self._glyphs.shown(text[: 4 * self._room]), self._room, self._glyphs)
        cells.put(place, text)
        if self._begun:
            return
        column = self._columns[place]
        column.width = max(column.width, self._glyphs.columns(text))
        column.is_number = column.is_number and is_number
        self._held_bytes += CELL_BYTES + len(text)

    def _place(self, what: int, title: str) -> int:
        """The column of a title; -1 where it has none, and will have none."""
        key = f"{what}{title}"
        place = self._places.get(key, -1)
        if place < 0:
            if self._begun or len(self._columns) >= MOST_COLUMNS:
                self._miss(title)
                return -1
            place = len(self._columns)
            self._columns.append(Column(what, title, self._glyphs))
            self._places[key] = place
        return place

    def _miss(self, title: str) -> None:
        if len(self._missing) <= MOST_NAMED and title not in self._missing:
            self._missing.append(title[: self._room])

    # Lines

    def _begin(self) -> None:
        """The head, and the rows that were held."""
        self._begun = True
        if f"{PROPERTY}name" in self._places:
            self._columns[0].title = self._columns[0].head = "node"
        for column in self._columns:
            column.is_number = column.is_number and column.width <= min(LONGEST_NUMBER, self._room)
        self._choose()
        self._fit()
        head = Cells()
        for place in range(len(self._columns)):
            head.put(place, self._columns[place].head)
        self._row(head)
        for cells in self._held:
            self._row(cells)
        self._held = []

    def _choose(self) -> None:
        """The columns that have a place, in their order."""
        order = [place for what in (NAME, ARGUMENT, PROPERTY, CHILDREN) for place in self._of(what)]
        used, behind = -GAP, self._missing
        self._missing = []
        for place in order:
            used += GAP + self._columns[place].least()
            if used <= self._room or len(self._drawn) == 0:
                self._drawn.append(place)
            else:
                self._miss(self._columns[place].title)
        for title in behind:
            self._miss(title)

    def _of(self, what: int) -> list[int]:
        if what == NAME and len(self._names) < 2 and len(self._columns) > 1:
            return []
        return [place for place in range(len(self._columns)) if self._columns[place].what == what]

    def _fit(self) -> None:
        """Cut the widest columns until the row fits."""
        columns = [self._columns[place] for place in self._drawn]
        room = self._room - GAP * (len(columns) - 1)
        limit = max([column.width for column in columns])
        while limit > LEAST and sum([cut_to(column, limit) for column in columns]) > room:
            limit -= 1
        left = room - sum([cut_to(column, limit) for column in columns])
        for column in columns:
            width = cut_to(column, limit)
            if width < column.width and left > 0:       # what the last step of the limit left over
                width += 1
                left -= 1
            column.width = width

    def _row(self, cells: Cells) -> None:
        parts: list[str] = []
        for place in self._drawn:
            column = self._columns[place]
            text = cells.texts[place] if place < len(cells.texts) else ""
            if column.is_number:
                parts.append(" " * (column.width - self._glyphs.columns(text)) + text)
            else:
                text = cut(text, column.width, self._glyphs)
                parts.append(padded(text, column.width, self._glyphs))
        self._write((" " * GAP).join(parts).rstrip(" ") + "\n")


def cut_to(column: Column, limit: int) -> int:
    """A column's width where texts have a limit."""
    return max(min(column.width, limit), column.least())


def named(node: Node) -> str:
    """A node's name, with its type."""
    return node.name if node.note is None else f"({node.note}){node.name}"


def summary(children: list[Node]) -> str:
    """How many there are, and their names."""
    names: list[str] = []
    for child in children:
        if child.name not in names:
            names.append(child.name)
            if len(names) == MOST_NAMED:
                break
    return f"{len(children)}: {' '.join(names)}"


def shown(value: Value, most: int) -> str:
    """A value in a cell, of at most so many characters."""
    if value.kind == Kind.TEXT:
        if value.note == "date-time":
            return value.text[:most].replace("T", " ").removesuffix("Z")
        return value.text[:most]
    if value.kind == Kind.BOOL:
        return "true" if value.number != 0 else "false"
    if value.kind == Kind.NULL:
        return ""
    plain = str(value.number) if value.kind == Kind.INT else value.text[:most].lstrip("#")
    note = value.note
    if note is None or note not in UNITS:
        return plain
    return of_unit(value, note, plain + note)


def of_unit(value: Value, note: str, plain: str) -> str:
    """A number of bytes, or a time, in the largest unit that it has one of, with a tenth; `plain` where it has none."""
    try:
        number = scalar(value)
    except Meaningless:
        return plain
    if isinstance(number, float):
        if not -9e17 < number < 9e17:
            return plain
        count = int(number)
    elif isinstance(number, int):
        count = int(number)
    else:
        return plain
    sign, count = ("-", -count) if -9000000000000000000 < count < 0 else ("", count)
    is_size = note in SIZE_NOTES
    for unit, size in SIZES if is_size else TIMES:
        if count >= size:
            whole, rest = count // size, count % size
            return f"{sign}{whole}.{rest * 10 // size}{unit}"
    return f"{sign}{count}{'B' if is_size else 'ns'}"
