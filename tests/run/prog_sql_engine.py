"""A small SQL engine: tokenizer, recursive-descent parser, planner of joins, grouping and ordering over in-memory tables."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Cell: TypeAlias = int | float | str | None
Row: TypeAlias = dict[str, Cell]
Aggregate = Literal["count", "sum", "min", "max", "avg"]
KEYWORDS = frozenset("select from where and or not order by group having limit join on as desc asc is null like".split())


class SqlError(Exception):
    pass


@dataclass
class Table:
    name: str
    columns: list[str]
    rows: list[tuple[Cell, ...]] = field(default_factory=list)

    def scan(self, alias: str) -> Iterator[Row]:
        for row in self.rows:
            yield {f"{alias}.{name}": cell for name, cell in zip(self.columns, row, strict=True)}


@dataclass(frozen=True)
class Column:
    name: str


@dataclass(frozen=True)
class Value:
    cell: Cell


@dataclass(frozen=True)
class Operation:
    op: str
    left: Expression
    right: Expression


@dataclass(frozen=True)
class Negation:
    inner: Expression


@dataclass(frozen=True)
class Grouped:
    kind: str
    argument: Expression


Expression = Column | Value | Operation | Negation | Grouped


@dataclass
class Query:
    outputs: list[tuple[Expression, str]]
    sources: list[tuple[str, str, Expression | None]]
    where: Expression | None = None
    group: list[Expression] = field(default_factory=list)
    having: Expression | None = None
    order: list[tuple[Expression, bool]] = field(default_factory=list)
    limit: int | None = None


def tokenize(text: str) -> list[str]:
    out: list[str] = []
    at = 0
    while at < len(text):
        ch = text[at]
        if ch.isspace():
            at += 1
        elif ch == "'":
            end = text.find("'", at + 1)
            if end < 0:
                raise SqlError("unterminated string")
            out.append(text[at:end])
            at = end + 1
        elif ch.isalnum() or ch == "_":
            end = at
            while end < len(text) and (text[end].isalnum() or text[end] in "_."):
                end += 1
            word = text[at:end]
            out.append(word.lower() if word.lower() in KEYWORDS else word)
            at = end
        else:
            width = 2 if text[at:at + 2] in ("<=", ">=", "<>") else 1
            out.append(text[at:at + width])
            at += width
    return out


class Parser:
    def __init__(self, text: str) -> None:
        self.tokens = tokenize(text) + ["<end>"]
        self.at = 0

    def accept(self, *words: str) -> bool:
        if tuple(self.tokens[self.at:self.at + len(words)]) == words:
            self.at += len(words)
            return True
        return False

    def expect(self, word: str) -> None:
        if not self.accept(word):
            raise SqlError(f"expected {word}, found {self.tokens[self.at]}")

    def word(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1]

    def query(self) -> Query:
        self.expect("select")
        outputs = [self.output()]
        while self.accept(","):
            outputs.append(self.output())
        self.expect("from")
        sources: list[tuple[str, str, Expression | None]] = [(*self.source(), None)]
        while self.accept("join"):
            name, alias = self.source()
            self.expect("on")
            sources.append((name, alias, self.disjunction()))
        query = Query(outputs, sources)
        if self.accept("where"):
            query.where = self.disjunction()
        if self.accept("group", "by"):
            query.group = [self.sum()]
            while self.accept(","):
                query.group.append(self.sum())
        if self.accept("having"):
            query.having = self.disjunction()
        if self.accept("order", "by"):
            query.order.append(self.ordering())
            while self.accept(","):
                query.order.append(self.ordering())
        if self.accept("limit"):
            query.limit = int(self.word())
        self.expect("<end>")
        return query

    def output(self) -> tuple[Expression, str]:
        start = self.at
        expression = self.sum()
        shown = "".join(self.tokens[start:self.at])
        return expression, self.word() if self.accept("as") else shown

    def source(self) -> tuple[str, str]:
        name = self.word()
        return (name, self.word()) if self.tokens[self.at].isalpha() and self.tokens[self.at] not in KEYWORDS else (name, name)

    def ordering(self) -> tuple[Expression, bool]:
        expression = self.sum()
        descending = self.accept("desc")
        self.accept("asc")
        return expression, descending

    def disjunction(self) -> Expression:
        left = self.conjunction()
        while self.accept("or"):
            left = Operation("or", left, self.conjunction())
        return left

    def conjunction(self) -> Expression:
        left = self.comparison()
        while self.accept("and"):
            left = Operation("and", left, self.comparison())
        return left

    def comparison(self) -> Expression:
        if self.accept("not"):
            return Negation(self.comparison())
        left = self.sum()
        if self.accept("is", "null"):
            return Operation("is", left, Value(None))
        for op in ("=", "<>", "<=", ">=", "<", ">", "like"):
            if self.accept(op):
                return Operation(op, left, self.sum())
        return left

    def sum(self) -> Expression:
        left = self.term()
        while self.tokens[self.at] in ("+", "-", "*"):
            op = self.word()
            left = Operation(op, left, self.term())
        return left

    def term(self) -> Expression:
        token = self.word()
        if token == "(":
            inner = self.disjunction()
            self.expect(")")
            return inner
        if token.startswith("'"):
            return Value(token[1:])
        if token[0].isdigit():
            return Value(float(token) if "." in token else int(token))
        if token == "null":
            return Value(None)
        if self.accept("("):
            argument: Expression = Value(1) if self.accept("*") else self.sum()
            self.expect(")")
            return Grouped(token.lower(), argument)
        if not token[0].isalpha():
            raise SqlError(f"unexpected {token}")
        return Column(token)


def lookup(row: Row, name: str) -> Cell:
    if name in row:
        return row[name]
    found = [key for key in row if key.rpartition(".")[2] == name]
    if len(found) != 1:
        raise SqlError(f"{'no' if not found else 'ambiguous'} column {name}")
    return row[found[0]]


def like(text: str, pattern: str) -> bool:
    if not pattern:
        return not text
    if pattern[0] == "%":
        return any(like(text[k:], pattern[1:]) for k in range(len(text) + 1))
    return bool(text) and pattern[0] in ("_", text[0]) and like(text[1:], pattern[1:])


def aggregate(kind: str, cells: list[Cell]) -> Cell:
    known = [c for c in cells if c is not None]
    if kind == "count":
        return len(known)
    numbers = [float(c) for c in known if isinstance(c, (int, float))]
    if not numbers:
        return None
    match kind:
        case "sum":
            return sum(numbers)
        case "avg":
            return sum(numbers) / len(numbers)
        case "min":
            return min(numbers)
        case "max":
            return max(numbers)
    raise SqlError(f"no function {kind}")


def compute(expression: Expression, group: list[Row]) -> Cell:
    match expression:
        case Column(name):
            return lookup(group[0], name) if group else None
        case Value(cell):
            return cell
        case Negation(inner):
            return int(not compute(inner, group))
        case Grouped(kind, argument):
            return aggregate(kind, [compute(argument, [row]) for row in group])
        case Operation("and", left, right):
            return int(bool(compute(left, group)) and bool(compute(right, group)))
        case Operation("or", left, right):
            return int(bool(compute(left, group)) or bool(compute(right, group)))
        case Operation(op, left, right):
            return operate(op, compute(left, group), compute(right, group))


def operate(op: str, a: Cell, b: Cell) -> Cell:
    if op == "is":
        return int(a is None)
    if a is None or b is None:
        return None
    if isinstance(a, str) or isinstance(b, str):
        if not (isinstance(a, str) and isinstance(b, str)):
            raise SqlError(f"cannot compare {a!r} and {b!r}")
        return int({"=": a == b, "<>": a != b, "<": a < b, ">": a > b, "<=": a <= b, ">=": a >= b, "like": like(a, b)}[op])
    table: Mapping[str, Callable[[float, float], float]] = {
        "+": lambda x, y: x + y, "-": lambda x, y: x - y, "*": lambda x, y: x * y, "=": lambda x, y: float(x == y),
        "<>": lambda x, y: float(x != y), "<": lambda x, y: float(x < y), ">": lambda x, y: float(x > y),
        "<=": lambda x, y: float(x <= y), ">=": lambda x, y: float(x >= y)}
    out = table[op](float(a), float(b))
    return int(out) if isinstance(a, int) and isinstance(b, int) else out


def has_aggregate(expression: Expression) -> bool:
    if isinstance(expression, Operation):
        return has_aggregate(expression.left) or has_aggregate(expression.right)
    return isinstance(expression, Grouped) or isinstance(expression, Negation) and has_aggregate(expression.inner)


def sort_key(cell: Cell) -> tuple[int, float, str]:
    if cell is None:
        return (0, 0.0, "")
    return (2, 0.0, cell) if isinstance(cell, str) else (1, float(cell), "")


class Database:
    def __init__(self, tables: Iterable[Table]) -> None:
        self.tables = {table.name: table for table in tables}

    def joined(self, query: Query) -> Iterator[Row]:
        rows: list[Row] = [{}]
        for name, alias, on in query.sources:
            if name not in self.tables:
                raise SqlError(f"no table {name}")
            wider = [{**row, **other} for row in rows for other in self.tables[name].scan(alias)]
            rows = wider if on is None else [row for row in wider if compute(on, [row])]
        return (row for row in rows if query.where is None or compute(query.where, [row]))

    def run(self, text: str) -> tuple[list[str], list[list[Cell]]]:
        query = Parser(text).query()
        groups: list[list[Row]]
        if query.group or any(has_aggregate(e) for e, _ in query.outputs):
            by_key: defaultdict[tuple[tuple[int, float, str], ...], list[Row]] = defaultdict(list)
            for row in self.joined(query):
                by_key[tuple(sort_key(compute(e, [row])) for e in query.group)].append(row)
            groups = list(by_key.values()) if query.group else [list(self.joined(query))]
        else:
            groups = [[row] for row in self.joined(query)]
        if query.having is not None:
            condition = query.having
            groups = [group for group in groups if compute(condition, group)]
        for expression, descending in reversed(query.order):
            groups.sort(key=lambda group: sort_key(compute(expression, group)), reverse=descending)
        return [name for _, name in query.outputs], [[compute(e, g) for e, _ in query.outputs] for g in groups[:query.limit]]


PEOPLE = Table("people", ["id", "name", "city", "age"], [
    (1, "Ada", "London", 36), (2, "Alan", "London", 41), (3, "Grace", "New York", 85), (4, "Edsger", None, 72)])
PAPERS = Table("papers", ["author", "title", "pages"], [
    (1, "Notes", 66), (2, "Computable numbers", 36), (2, "Machinery", 28), (4, "Goto", 2), (4, "Cruelty", None)])

QUERIES = [
    "select name, age + 1 as next from people where age > 40 and not city = 'London' order by age desc",
    "select city, count(*) as n, avg(age) from people group by city order by n desc, city",
    "select p.name, title from people p join papers q on q.author = p.id where title like '%o%' order by title limit 3",
    "select name, sum(pages) as total from people p join papers q on id = author group by name having count(*) >= 2 order by total",
    "select count(*), count(city), max(age * 2 - 1), sum(age) from people where age < 0 or name like 'A__%'",
    "select name from people where city is null",
    "select nobody from people",
    "select name from people where name > 3",
    "select name form people",
    "select id, id from people join papers on id = nothing",
    "select 'open from people",
    "select ( from people",
    "select a from b",
]


def main() -> None:
    database = Database([PEOPLE, PAPERS])
    for text in QUERIES:
        try:
            names, rows = database.run(text)
        except SqlError as error:
            print("error:", error)
            continue
        print(" | ".join(names))
        for row in rows:
            print("   ", " | ".join("NULL" if cell is None else f"{cell:.1f}" if isinstance(cell, float) else str(cell) for cell in row))
