"""Stages that need all nodes before they give the first one: sort, group, count, sum."""

from lib.kdl.document import Node, Value
from lib.kdl.rows import Row
from npl.nipbox.nodes.filters import all_rows
from npl.nipbox.nodes.stream import NodeInput, NodeOutput
from npl.nipbox.nodes.tokens import ExpressionError
from npl.nipbox.nodes.tree import Expression
from npl.nipbox.nodes.values import Meaningless, Scalar, calculated, kind_name, rank, shown, sorts_before, value_of


class Keyed:
    """A row and the value that it is sorted by."""

    def __init__(self, key: Scalar, row: Row) -> None:
        self.key = key
        self.row = row

    def __lt__(self, other: "Keyed") -> bool:
        return sorts_before(self.key, other.key)


class ByNumber:
    """A row, sorted by an int: most keys are, and comparing them is cheap."""

    def __init__(self, key: int, row: Row) -> None:
        self.key = key
        self.row = row


class ByText:
    """A row, sorted by a text."""

    def __init__(self, key: str, row: Row) -> None:
        self.key = key
        self.row = row


def sort(given: NodeInput, out: NodeOutput, keys: list[Expression], backwards: list[bool]) -> None:
    """The nodes in the order of the first key, where that is equal of the second, and so on; else as they came.

    Values of all kinds have an order: null, bools, numbers, #nan, texts by code point. `backwards`: of each key.
    """
    rows = all_rows(given)
    for index in range(len(keys) - 1, -1, -1):
        rows = sorted_by(rows, keys[index], backwards[index])
    for row in rows:
        out.row(row)


def sorted_by(rows: list[Row], key: Expression, backwards: bool) -> list[Row]:
    """The rows by one key; equal ones stay as they are."""
    numbers: list[ByNumber] = []
    texts: list[ByText] = []
    mixed: list[Keyed] = []
    for row in rows:
        value = key.value(row)
        if isinstance(value, str):
            texts.append(ByText(value, row))
        elif isinstance(value, int) and not isinstance(value, bool):
            numbers.append(ByNumber(value, row))
        else:
            mixed.append(Keyed(value, row))
    if len(numbers) == len(rows):
        numbers.sort(key=_number, reverse=backwards)
        return [one.row for one in numbers]
    if len(texts) == len(rows):
        texts.sort(key=_text, reverse=backwards)
        return [one.row for one in texts]
    every = [Keyed(key.value(row), row) for row in rows]
    every.sort(reverse=backwards)
    return [one.row for one in every]


def _number(one: ByNumber) -> int:
    return one.key


def _text(one: ByText) -> str:
    return one.key


class Group:
    """The nodes for which an expression has one value."""

    def __init__(self, key: Scalar) -> None:
        self.key = key
        self.rows: list[Row] = []


def group(given: NodeInput, out: NodeOutput, key: Expression, name: str, total: Expression | None = None,
          with_nodes: bool = False) -> None:
    """A node `group NAME=value count=n` for each value of the key, in the order in which they came first.

    `total`: also `sum=…`, of an expression. `with_nodes`: the nodes themselves as children.
    """
    groups: dict[str, Group] = {}
    row = given.next()
    while row is not None:
        value = key.value(row)
        mark = f"{rank(value)} {shown(value)}"
        found = groups.get(mark)
        if found is None:
            found = Group(value)
            groups[mark] = found
        found.rows.append(row)
        row = given.next()
    for one in groups.values():
        node = Node("group", [], {name: value_of(one.key), "count": Value.of_int(len(one.rows))})
        if total is not None:
            node.props["sum"] = value_of(total_of(one.rows, total))
        if with_nodes:
            node.children = [member.node() for member in one.rows]
        out.node(node)


def total_of(rows: list[Row], part: Expression) -> Scalar:
    """The sum of an expression over rows; null counts for nothing."""
    total: Scalar = 0
    for row in rows:
        total = _added(total, part.value(row), part)
    return total


def _added(total: Scalar, value: Scalar, part: Expression) -> Scalar:
    if value is None:
        return total
    if isinstance(value, str) or isinstance(value, bool):
        raise ExpressionError(f"a sum is made of numbers, and this is {kind_name(value)}", part.text, part.at, part.end)
    try:
        return calculated("+", total, value)
    except Meaningless as error:
        raise ExpressionError(str(error), part.text, part.at, part.end) from None


def total(given: NodeInput, part: Expression) -> Scalar:
    """The sum of an expression over all nodes."""
    result: Scalar = 0
    row = given.next()
    while row is not None:
        result = _added(result, part.value(row), part)
        row = given.next()
    return result


def count(given: NodeInput, test: Expression | None) -> int:
    """How many nodes there are, or for how many the test holds."""
    found = 0
    row = given.next()
    while row is not None:
        if test is None or test.holds(row):
            found += 1
        row = given.next()
    return found
