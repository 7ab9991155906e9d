"""A spreadsheet: formulas parsed once, a dependency graph, recomputation in topological order, cycles and errors as values."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum


class Fault(Enum):
    CYCLE = "#CYCLE"
    REF = "#REF"
    DIV = "#DIV/0"
    VALUE = "#VALUE"

    def __str__(self) -> str:
        return self.value


Content = float | str | Fault


@dataclass(frozen=True)
class Number:
    value: float


@dataclass(frozen=True)
class Ref:
    cell: str


@dataclass(frozen=True)
class Range:
    first: str
    last: str


@dataclass(frozen=True)
class Binary:
    op: str
    left: Formula
    right: Formula


@dataclass(frozen=True)
class Function:
    name: str
    args: tuple[Formula, ...]


Formula = Number | Ref | Range | Binary | Function


def split_name(name: str) -> tuple[int, int]:
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(name[len(letters):]), column


def join_name(row: int, column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def cells_of(area: Range) -> Iterator[str]:
    (top, left), (bottom, right) = split_name(area.first), split_name(area.last)
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            yield join_name(row, column)


class Parser:
    def __init__(self, text: str) -> None:
        self.text = text.replace(" ", "")
        self.at = 0

    def parse(self) -> Formula:
        tree = self.sum()
        if self.at != len(self.text):
            raise ValueError(f"unexpected {self.text[self.at:]!r}")
        return tree

    def accept(self, marks: str) -> str:
        if self.at < len(self.text) and self.text[self.at] in marks:
            self.at += 1
            return self.text[self.at - 1]
        return ""

    def sum(self) -> Formula:
        left = self.product()
        while op := self.accept("+-"):
            left = Binary(op, left, self.product())
        return left

    def product(self) -> Formula:
        left = self.atom()
        while op := self.accept("*/"):
            left = Binary(op, left, self.atom())
        return left

    def word(self, test: Callable[[str], bool]) -> str:
        start = self.at
        while self.at < len(self.text) and test(self.text[self.at]):
            self.at += 1
        return self.text[start:self.at]

    def atom(self) -> Formula:
        if self.accept("("):
            inner = self.sum()
            if not self.accept(")"):
                raise ValueError("missing )")
            return inner
        if self.accept("-"):
            return Binary("-", Number(0.0), self.atom())
        digits = self.word(lambda c: c.isdigit() or c == ".")
        if digits:
            return Number(float(digits))
        name = self.word(str.isalnum)
        if not name:
            raise ValueError(f"unexpected {self.text[self.at:] or 'end'!r}")
        if self.accept("("):
            args: list[Formula] = []
            while not self.accept(")"):
                args.append(self.sum())
                self.accept(",")
            return Function(name, tuple(args))
        return Range(name, self.word(str.isalnum)) if self.accept(":") else Ref(name)


def references(formula: Formula) -> set[str]:
    match formula:
        case Ref(cell):
            return {cell}
        case Range():
            return set(cells_of(formula))
        case Binary(_, left, right):
            return references(left) | references(right)
        case Function(_, args):
            return {cell for arg in args for cell in references(arg)}
        case Number():
            return set()


class Sheet:
    def __init__(self) -> None:
        self.formulas: dict[str, Formula] = {}
        self.values: dict[str, Content] = {}
        self.users: defaultdict[str, set[str]] = defaultdict(set)
        self.recomputed: list[str] = []

    def __setitem__(self, cell: str, text: str) -> None:
        for used in references(self.formulas[cell]) if cell in self.formulas else ():
            self.users[used].discard(cell)
        self.formulas.pop(cell, None)
        if text.startswith("="):
            formula = Parser(text[1:]).parse()
            self.formulas[cell] = formula
            for used in references(formula):
                self.users[used].add(cell)
        else:
            try:
                self.values[cell] = float(text)
            except ValueError:
                self.values[cell] = text
        self.update(cell)

    def __getitem__(self, cell: str) -> Content:
        return self.values.get(cell, 0.0)

    def update(self, start: str) -> None:
        order: list[str] = []
        state: dict[str, bool] = {}
        cyclic: set[str] = set()

        def visit(cell: str) -> None:
            state[cell] = False
            for user in sorted(self.users[cell]):
                if user not in state:
                    visit(user)
                elif not state[user]:
                    cyclic.add(user)
            state[cell] = True
            order.append(cell)

        visit(start)
        self.recomputed = order[::-1]
        for cell in reversed(order):
            if cell in self.formulas:
                self.values[cell] = Fault.CYCLE if cyclic else self.compute(self.formulas[cell])

    def compute(self, formula: Formula) -> Content:
        match formula:
            case Number(value):
                return value
            case Ref(cell):
                return self[cell]
            case Range():
                return Fault.VALUE
            case Function(name, args):
                return self.call(name, args)
            case Binary(op, left, right):
                a, b = self.compute(left), self.compute(right)
                if isinstance(a, Fault):
                    return a
                if isinstance(b, Fault):
                    return b
                if isinstance(a, str) or isinstance(b, str):
                    return str(a) + str(b) if op == "+" else Fault.VALUE
                if op == "/":
                    return a / b if b else Fault.DIV
                return a + b if op == "+" else a - b if op == "-" else a * b

    def call(self, name: str, args: tuple[Formula, ...]) -> Content:
        contents: list[Content] = []
        for arg in args:
            if isinstance(arg, Range):
                contents.extend(self[cell] for cell in cells_of(arg))
            else:
                contents.append(self.compute(arg))
        for one in contents:
            if isinstance(one, Fault):
                return one
        numbers = [x for x in contents if isinstance(x, float)]
        functions: dict[str, Callable[[list[float]], float]] = {
            "SUM": lambda xs: sum(xs, 0.0), "MAX": lambda xs: max(xs, default=0.0), "COUNT": lambda xs: float(len(xs)),
            "AVG": lambda xs: sum(xs, 0.0) / len(xs)}
        if name == "IF" and len(contents) == 3:
            return contents[1] if contents[0] else contents[2]
        if name not in functions:
            return Fault.REF
        try:
            return functions[name](numbers)
        except ZeroDivisionError:
            return Fault.DIV


def main() -> None:
    sheet = Sheet()
    for cell, text in [("A1", "2"), ("A2", "3.5"), ("A3", "=A1*A2"), ("B1", "=SUM(A1:A3)"), ("B2", "=B1/A9"), ("B3", "=IF(A1,MAX(A1:B1),0)"),
                       ("C1", "total: "), ("C2", "=C1+B1"), ("C3", "=-(A1-10)*2"), ("D1", "=AVG(Z1:Z2)"), ("D2", "=NOPE(1)"), ("D3", "=C1*2"),
                       ("D4", "=COUNT(A1:C3)"), ("D5", "=A1:A2")]:
        sheet[cell] = text
    print({cell: str(value) for cell, value in sorted(sheet.values.items())})
    sheet["A1"] = "10"
    print(sheet.recomputed, sheet["B1"], sheet["C2"], sheet["C3"])
    sheet["A9"] = "4"
    print(sheet["B2"], sheet.recomputed)
    sheet["A2"] = "=B1"
    print([str(sheet[c]) for c in ("A2", "A3", "B1", "C2", "B2")])
    sheet["A2"] = "1"
    print([str(sheet[c]) for c in ("A2", "A3", "B1", "C2", "B2")])
    for wrong in ("=1+", "=(1", "=1 2", "=$"):
        try:
            sheet["E1"] = wrong
        except ValueError as error:
            print(wrong, error)
    print(join_name(*split_name("AZ10")), split_name("BA1"), list(cells_of(Range("Z1", "AB2"))), Parser("SUM(A1,2)").parse())
