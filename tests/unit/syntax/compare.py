"""Does our tree say the same as `ast`?  Every field and every position of the two trees is compared.

Positions inside f-strings are CPython 3.11's weak spot (it gives those of the whole string): there the *text* at our
span is parsed by `ast` again and must give the same expression.
"""

from __future__ import annotations

import ast
from typing import Any

from rumpkc.source import Span
from rumpkc.syntax import tree

OPERATORS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.MatMult: "@", ast.Div: "/", ast.Mod: "%", ast.Pow: "**",
    ast.LShift: "<<", ast.RShift: ">>", ast.BitOr: "|", ast.BitXor: "^", ast.BitAnd: "&", ast.FloorDiv: "//",
    ast.Invert: "~", ast.Not: "not", ast.UAdd: "+", ast.USub: "-", ast.And: "and", ast.Or: "or",
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Is: "is",
    ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in",
}
KINDS = {int: "int", float: "float", complex: "complex", str: "str", bytes: "bytes", bool: "bool",
         type(None): "none", type(...): "ellipsis"}
CONVERSIONS = {-1: "", 115: "s", 114: "r", 97: "a"}
# Our field names where they differ from ast's.
RENAMED = {"decorators": "decorator_list", "context": "context_expr", "target": "optional_vars"}


class Disagreement(Exception):
    """The two trees differ; the message says where and how."""


class Comparer:
    """Compares the trees of one file; `text` has newlines as \\n."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.nodes = 0
        self.formatted = 0
        self._ascii = text.isascii()

    def module(self, ours: tree.Module, theirs: ast.Module) -> None:
        """Compare whole modules."""
        self.many(ours.body, theirs.body, True)

    def many(self, ours: tuple[Any, ...], theirs: list[Any], positions: bool) -> None:
        """Compare lists of nodes."""
        if len(ours) != len(theirs):
            raise Disagreement(f"{len(ours)} nodes, ast has {len(theirs)}: {[type(n).__name__ for n in ours]} "
                               f"{[type(n).__name__ for n in theirs]} {ours and ours[0]}")
        for our, their in zip(ours, theirs):
            self.node(our, their, positions)

    def node(self, our: Any, their: Any, positions: bool) -> None:
        """Compare two nodes and everything below."""
        if our is None or their is None:
            if our is not their:
                raise Disagreement(f"{our} against {their}")
            return
        self.nodes += 1
        name = type(our).__name__
        expected = {"ExprStmt": "Expr", "Arguments": "arguments", "Arg": "arg", "Keyword": "keyword", "Alias": "alias",
                    "WithItem": "withitem", "MatchCase": "match_case", "Comprehension": "comprehension"}.get(name, name)
        if expected != type(their).__name__:
            raise Disagreement(f"{our.span}: {name} against {ast.dump(their)[:200]}")
        if positions and hasattr(their, "lineno"):
            self.position(our.span, their)
        special = getattr(self, "_" + name, None)
        if special is not None:
            special(our, their, positions)
            return
        for field in type(our).__dataclass_fields__:
            if field not in ("span", "name_span", "attr_span", "type_params", "unguarded"):
                self.field(our, their, field, positions)

    def field(self, our: Any, their: Any, field: str, positions: bool) -> None:
        """Compare one field of two nodes."""
        value = getattr(our, field)
        other = getattr(their, field) if hasattr(their, field) else getattr(their, RENAMED[field])
        if isinstance(value, tree.Node) or isinstance(other, ast.expr | ast.pattern):
            self.node(value, other, positions)
        elif isinstance(value, tuple) and not (value and isinstance(value[0], str)) and not isinstance(other, str):
            self.many(value, other, positions)
        else:
            if isinstance(other, ast.AST):
                other = OPERATORS[type(other)]
            elif isinstance(other, list):
                other = tuple(OPERATORS[type(item)] if isinstance(item, ast.AST) else item for item in other)
            elif isinstance(value, bool) and isinstance(other, int):
                other = bool(other)
            if value != other:
                raise Disagreement(f"{our.span}: {type(our).__name__}.{field} is {value!r}, ast has {other!r}")

    def position(self, span: Span, node: Any) -> None:
        """Compare a span with ast's position, whose columns are UTF-8 bytes."""
        col, end_col = node.col_offset, node.end_col_offset
        if not self._ascii:
            col = self._chars(node.lineno, col)
            end_col = self._chars(node.end_lineno, end_col)
        if span[1:] != (node.lineno, col, node.end_lineno, end_col):
            raise Disagreement(f"{type(node).__name__} at {span[1:]}, ast has "
                               f"{(node.lineno, col, node.end_lineno, end_col)}: {self.lines[node.lineno - 1]!r}")

    def _chars(self, line: int, col: int) -> int:
        text = self.lines[line - 1]
        return col if text.isascii() else len(text.encode("utf-8")[:col].decode("utf-8"))

    # Nodes whose shape differs

    def _Constant(self, our: tree.Constant, their: ast.Constant, positions: bool) -> None:
        value, other = our.value, their.value
        if type(value) is not type(other) or repr(value) != repr(other) or our.kind != KINDS[type(other)]:
            raise Disagreement(f"{our.span}: {our.kind} {value!r} against {other!r}")

    def _Arguments(self, our: tree.Arguments, their: ast.arguments, positions: bool) -> None:
        self.many(our.posonly, their.posonlyargs, positions)
        self.many(our.args, their.args, positions)
        self.node(our.vararg, their.vararg, positions)
        self.many(our.kwonly, their.kwonlyargs, positions)
        self.node(our.kwarg, their.kwarg, positions)
        self.many(tuple(a.default for a in (*our.posonly, *our.args) if a.default), their.defaults, positions)
        self.many(tuple(a.default for a in our.kwonly), their.kw_defaults, positions)

    def _Arg(self, our: tree.Arg, their: ast.arg, positions: bool) -> None:
        if our.name != their.arg:
            raise Disagreement(f"{our.span}: parameter {our.name} against {their.arg}")
        self.node(our.annotation, their.annotation, positions)

    def _Keyword(self, our: tree.Keyword, their: ast.keyword, positions: bool) -> None:
        if our.name != their.arg:
            raise Disagreement(f"{our.span}: keyword {our.name} against {their.arg}")
        self.node(our.value, their.value, positions)

    def _JoinedStr(self, our: tree.JoinedStr, their: ast.JoinedStr, positions: bool) -> None:
        self.many(our.values, their.values, False)

    def _FormattedValue(self, our: tree.FormattedValue, their: ast.FormattedValue, positions: bool) -> None:
        self.formatted += 1
        if our.conversion != CONVERSIONS[their.conversion]:
            raise Disagreement(f"{our.span}: conversion {our.conversion!r} against {their.conversion}")
        self.node(our.value, their.value, False)
        self.node(our.format_spec, their.format_spec, False)
        text = self.segment(our.value.span)
        again = ast.parse(f"({text}\n)", mode="eval").body
        if ast.dump(again) != ast.dump(their.value):
            raise Disagreement(f"{our.value.span}: the f-string's expression is not the text {text!r}")
        if not (whole := self.segment(our.span)).startswith("{") or not whole.endswith("}"):
            raise Disagreement(f"{our.span}: {whole!r} is not the replacement field")

    def segment(self, span: Span) -> str:
        """The text under a span."""
        if span.line == span.end_line:
            return self.lines[span.line - 1][span.col:span.end_col]
        first = self.lines[span.line - 1][span.col:]
        last = self.lines[span.end_line - 1][:span.end_col]
        return "\n".join([first, *self.lines[span.line:span.end_line - 1], last])
