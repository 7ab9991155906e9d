"""Compiled expressions: trees whose nodes give a value, or a yes or no, for a row.

Missing fields are null. A comparison with a null is false, whichever it is; only `x == null` and `x != null`, with the
word itself, ask for it. Values of two kinds are not equal, and none is less than the other.
"""

from abc import abstractmethod
from typing import Final

from lib.kdl.packed import packed_text
from lib.kdl.rows import Row
from npl.nipbox.nodes.tokens import ExpressionError
from npl.nipbox.nodes.values import NEITHER, Meaningless, Scalar, calculated, matches, negated, order, scalar_at, truth


class Expression:
    """A tree. `at` and `end` are its place in the text, for errors of values."""

    def __init__(self) -> None:
        self.text: str = ""
        self.at: int = 0
        self.end: int = 0

    @abstractmethod
    def value(self, row: Row) -> Scalar:
        """What it comes to. ExpressionError where an operator has no meaning for its values."""

    def holds(self, row: Row) -> bool:
        """Whether it is true."""
        return truth(self.value(row))


class Literal(Expression):
    """A number, a text, `true`, `false`, `null`."""

    def __init__(self, constant: Scalar) -> None:
        super().__init__()
        self.constant = constant

    def value(self, row: Row) -> Scalar:
        return self.constant


class Field(Expression):
    """A property; `name` is the node's name where there is no property of that name."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.key: bytes = name.encode()
        self.packed: bytes = packed_text(name)      # the name as it stands in a frame
        self.is_name: bool = name == "name"

    def place(self, row: Row) -> int:
        """Where the value lies, -1: nowhere, or it is the node's name."""
        return row.property(self.key)

    def value(self, row: Row) -> Scalar:
        at = row.property(self.key)
        return row.name() if at < 0 and self.is_name else scalar_at(row, at)


class Argument(Field):
    """`@0`: an argument by its number."""

    def __init__(self, index: int) -> None:
        super().__init__(str(index))
        self.index = index

    def place(self, row: Row) -> int:
        return row.argument(self.index)

    def value(self, row: Row) -> Scalar:
        return scalar_at(row, row.argument(self.index))


class Word(Expression):
    """A bare name to the right of a comparison: the field where a node has it, else the text itself."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field

    def value(self, row: Row) -> Scalar:
        at = row.property(self.field.key)
        return self.field.name if at < 0 else scalar_at(row, at)


class Compare(Expression):
    """`==` `!=` `<` `<=` `>` `>=`: `wanted` is a bit for each outcome: less 1, equal 2, greater 4, no order 8."""

    def __init__(self, left: Expression, right: Expression, wanted: int) -> None:
        super().__init__()
        self.left = left
        self.right = right
        self.wanted = wanted

    def value(self, row: Row) -> Scalar:
        return self.holds(row)

    def holds(self, row: Row) -> bool:
        left, right = self.left.value(row), self.right.value(row)
        if left is None or right is None:
            return False
        return self.wanted >> (order(left, right) + 1) & 1 != 0


WANTED: Final = {"<": 1, "==": 2, "<=": 3, ">": 4, "!=": 13, ">=": 6}
assert NEITHER + 1 == 3


class IsNull(Expression):
    """`x == null`, `x != null`."""

    def __init__(self, inner: Expression, wanted: bool) -> None:
        super().__init__()
        self.inner = inner
        self.wanted = wanted

    def value(self, row: Row) -> Scalar:
        return self.holds(row)

    def holds(self, row: Row) -> bool:
        return (self.inner.value(row) is None) == self.wanted


class Search(Expression):
    """`contains`, `~`, `starts-with`, `ends-with`: of texts; anything else gives false."""

    def __init__(self, left: Expression, right: Expression, how: str) -> None:
        super().__init__()
        self.left = left
        self.right = right
        self.how = how

    def value(self, row: Row) -> Scalar:
        return self.holds(row)

    def holds(self, row: Row) -> bool:
        left, right = self.left.value(row), self.right.value(row)
        if not isinstance(left, str) or not isinstance(right, str):
            return False
        if self.how == "contains":
            return right in left
        if self.how == "starts-with":
            return left.startswith(right)
        if self.how == "ends-with":
            return left.endswith(right)
        return matches(left, right)


class Among(Expression):
    """`x in (1, 2, 3)`."""

    def __init__(self, left: Expression, items: list[Expression]) -> None:
        super().__init__()
        self.left = left
        self.items = items

    def value(self, row: Row) -> Scalar:
        return self.holds(row)

    def holds(self, row: Row) -> bool:
        left = self.left.value(row)
        for item in self.items:
            if order(left, item.value(row)) == 0:
                return True
        return False


class Both(Expression):
    """`and`: the right side is not looked at where the left one is false."""

    def __init__(self, left: Expression, right: Expression) -> None:
        super().__init__()
        self.left = left
        self.right = right

    def value(self, row: Row) -> Scalar:
        return self.holds(row)

    def holds(self, row: Row) -> bool:
        return self.left.holds(row) and self.right.holds(row)


class Either(Expression):
    """`or`: the right side is not looked at where the left one is true."""

    def __init__(self, left: Expression, right: Expression) -> None:
        super().__init__()
        self.left = left
        self.right = right

    def value(self, row: Row) -> Scalar:
        return self.holds(row)

    def holds(self, row: Row) -> bool:
        return self.left.holds(row) or self.right.holds(row)


class Not(Expression):
    """`not`."""

    def __init__(self, inner: Expression) -> None:
        super().__init__()
        self.inner = inner

    def value(self, row: Row) -> Scalar:
        return self.holds(row)

    def holds(self, row: Row) -> bool:
        return not self.inner.holds(row)


class Calculation(Expression):
    """`+` `-` `*` `/` `%`."""

    def __init__(self, left: Expression, right: Expression, sign: str) -> None:
        super().__init__()
        self.left = left
        self.right = right
        self.sign = sign

    def value(self, row: Row) -> Scalar:
        left, right = self.left.value(row), self.right.value(row)
        try:
            return calculated(self.sign, left, right)
        except Meaningless as error:
            raise ExpressionError(str(error), self.text, self.at, self.end) from None


class Minus(Expression):
    """`-x`."""

    def __init__(self, inner: Expression) -> None:
        super().__init__()
        self.inner = inner

    def value(self, row: Row) -> Scalar:
        inner = self.inner.value(row)
        try:
            return negated(inner)
        except Meaningless as error:
            raise ExpressionError(str(error), self.text, self.at, self.end) from None
