"""Sudoku: constraint propagation with bit masks plus search; counts solutions, finds naked singles, prints boxes."""
from __future__ import annotations

from typing import Final, Iterable, Iterator, NamedTuple

ALL: Final = 0b111_111_111


class Cell(NamedTuple):
    row: int
    column: int

    @property
    def box(self) -> int:
        return self.row // 3 * 3 + self.column // 3


class Contradiction(Exception):
    def __init__(self, cell: Cell) -> None:
        self.cell = cell
        super().__init__(f"nothing fits r{cell.row + 1}c{cell.column + 1}")


CELLS: Final = [Cell(r, c) for r in range(9) for c in range(9)]
PEERS: Final = {a: [b for b in CELLS if a != b and (a.row == b.row or a.column == b.column or a.box == b.box)] for a in CELLS}


def digits(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length()
        mask ^= low


class Board:
    __slots__ = ("masks", "guesses")

    def __init__(self, text: str = "") -> None:
        self.masks: dict[Cell, int] = dict.fromkeys(CELLS, ALL)
        self.guesses = 0
        for cell, ch in zip(CELLS, (c for c in text if c in "123456789.")):
            if ch != ".":
                self.fix(cell, 1 << (int(ch) - 1))

    def copy(self) -> Board:
        other = Board()
        other.masks = dict(self.masks)
        return other

    def fix(self, cell: Cell, bit: int) -> None:
        if not self.masks[cell] & bit:
            raise Contradiction(cell)
        self.masks[cell] = bit
        for peer in PEERS[cell]:
            before = self.masks[peer]
            after = before & ~bit
            if after == before:
                continue
            if not after:
                raise Contradiction(peer)
            self.masks[peer] = after
            if after.bit_count() == 1:
                self.fix(peer, after)

    def open_cells(self) -> Iterable[Cell]:
        return (cell for cell in CELLS if self.masks[cell].bit_count() > 1)

    def solutions(self, limit: int) -> Iterator[Board]:
        cell = min(self.open_cells(), key=lambda one: self.masks[one].bit_count(), default=None)
        if cell is None:
            yield self
            return
        for digit in digits(self.masks[cell]):
            trial = self.copy()
            self.guesses += 1
            try:
                trial.fix(cell, 1 << (digit - 1))
            except Contradiction:
                continue
            for one in trial.solutions(limit):
                yield one
                limit -= 1
                if not limit:
                    return
            self.guesses += trial.guesses

    def __str__(self) -> str:
        lines: list[str] = []
        for row in range(9):
            if row in (3, 6):
                lines.append("------+-------+------")
            marks = [str(self.masks[Cell(row, c)].bit_length()) if self.masks[Cell(row, c)].bit_count() == 1 else "." for c in range(9)]
            lines.append(" | ".join(" ".join(marks[k:k + 3]) for k in (0, 3, 6)))
        return "\n".join(lines)


EASY = "53..7.... 6..195... .98....6. 8...6...3 4..8.3..1 7...2...6 .6....28. ...419..5 ....8..79"
HARD = "85...24.. 72......9 ..4...... ...1.7..2 3.5...9.. .4....... ....8..7. .17...... ....36.4."


def main() -> None:
    easy = Board(EASY)
    print(easy, sum(1 for _ in easy.open_cells()))
    hard = Board(HARD)
    solved = next(hard.solutions(1))
    print(solved)
    rows = [[solved.masks[Cell(r, c)] for c in range(9)] for r in range(9)]
    print(all(sum(row) == ALL for row in rows), all(sum(column) == ALL for column in zip(*rows)), hard.guesses > 0)
    print(list(digits(0b100010001)), len(PEERS[Cell(4, 4)]), Cell(8, 8).box)
    print(len(list(Board("1" + "." * 80).solutions(3))), len(list(Board(EASY).solutions(5))))
    for wrong in ("11", "123456789........9" * 1 + "." * 8 + "9", "12345678." + "........9"):
        try:
            Board(wrong)
            print("no contradiction yet")
        except Contradiction as error:
            print(error, error.cell)
