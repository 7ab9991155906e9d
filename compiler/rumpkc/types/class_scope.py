"""Names that a class body has bound, in what the rest of the body evaluates.

    class Board:
        WIDTH = 8
        CELLS = WIDTH * WIDTH                       Board.WIDTH * Board.WIDTH
        EDGE = [x for x in range(WIDTH)]            range(Board.WIDTH)
        def row(self, n: int = WIDTH): …            n: int = Board.WIDTH

As in CPython (language reference 4.2.2), the scope of a class ends where a function, a lambda or all but the first
iterable of a comprehension begins. A field of a dataclass or named tuple and a member of an enumeration are no
variables of the class; in its body their names stand for the values as they are written, where these are literals.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from rumpkc.syntax import tree as t
from rumpkc.syntax.walk import bound_by, with_children
from rumpkc.types.captures import LOCALS
from rumpkc.types.scopes import dotted
from rumpkc.types.symbols import ClassInfo

COMPREHENSIONS = (t.ListComp, t.SetComp, t.DictComp, t.GeneratorExp)
NOT_CALLED = ("property", "classmethod", "cached_property", "setter", "deleter", "overload", "abstractmethod")


@dataclass(slots=True)
class ClassScope:
    """The scope of one class body, while its statements are taken in order."""

    info: ClassInfo
    names: dict[str, t.Expr] = field(default_factory=dict)

    def statement(self, stmt: t.Stmt) -> t.Stmt:
        """`stmt` with the names that it uses written out; from then on, what it binds is known."""
        new = self._written_statement(stmt) if self.names else stmt
        for name in bound_by(stmt):
            self.names.pop(name, None)
        self._bind(new)
        return new

    def _written_statement(self, stmt: t.Stmt) -> t.Stmt:
        match stmt:
            case t.FunctionDef(args=args):
                return replace(stmt, args=new) if (new := self._arguments(args)) is not args else stmt
            case t.Assign(value=value) if not (self.info.kind == "enum" and isinstance(value, t.Name)) and not (
                    self._is_method(value)):
                return replace(stmt, value=new) if (new := self._written(value)) is not value else stmt
            case t.AnnAssign(value=t.Expr() as value):
                return replace(stmt, value=new) if (new := self._written(value)) is not value else stmt
        return stmt

    def _is_method(self, value: t.Expr) -> bool:
        """`__rmul__ = __mul__` names one method twice."""
        return isinstance(value, t.Name) and any(
            isinstance(s, t.FunctionDef) and s.name == value.id for s in self.info.node.body)

    def _arguments(self, args: t.Arguments) -> t.Arguments:
        def one(arg: t.Arg) -> t.Arg:
            if arg.default is None or (new := self._written(arg.default)) is arg.default:
                return arg
            return replace(arg, default=new)

        return with_children(args, one)

    def _written(self, node: Any) -> Any:
        match node:
            case t.Name(id=name, span=span) if name in self.names:
                found = self.names[name]
                return replace(found, span=span, attr_span=span) if isinstance(found, t.Attribute) else found
            case t.Lambda(args=args):
                return replace(node, args=new) if (new := self._arguments(args)) is not args else node
            case t.ListComp() | t.SetComp() | t.DictComp() | t.GeneratorExp():
                first, *rest = node.generators
                start = self._written(first.iter)
                return node if start is first.iter else replace(node, generators=(replace(first, iter=start), *rest))
        return with_children(node, self._written)

    def _bind(self, stmt: t.Stmt) -> None:
        variable = self.info.kind == "plain"
        match stmt:
            case t.AnnAssign(target=t.Name(id=name), annotation=note, value=t.Expr() as value):
                head = dotted(note.value if isinstance(note, t.Subscript) else note)
                self._variable(name, value, variable or head.rpartition(".")[2] == "ClassVar")
            case t.Assign(targets=targets, value=value):
                for target in targets:
                    if isinstance(target, t.Name):
                        self._variable(target.id, value, self.info.kind != "enum")
                    elif variable:
                        for name in bound_by(stmt):
                            self._variable(name, value, True)
            case t.FunctionDef(name=name, decorators=decorators) if self.info.kind != "enum":
                if not any(dotted(d).rpartition(".")[2] in NOT_CALLED for d in decorators):
                    self._variable(name, t.Name(stmt.span, name), True)

    def _variable(self, name: str, value: t.Expr, of_class: bool) -> None:
        local = LOCALS in self.info.node.name                   # such a body does not run while compiling
        if of_class and self.info.kind != "mmio" and not (local and self._is_literal(value)):
            span = value.span
            self.names[name] = t.Attribute(span, t.Name(span, self.info.node.name), name, span)
        elif self._is_literal(value):
            self.names[name] = value

    def _is_literal(self, node: t.Expr) -> bool:
        """Whether an expression has nothing but constants, variables of this class, and operators on them."""
        match node:
            case t.Attribute(value=t.Name(id=home)):
                return home == self.info.node.name
            case t.UnaryOp(operand=operand):
                return self._is_literal(operand)
            case t.BinOp(left=left, right=right):
                return self._is_literal(left) and self._is_literal(right)
            case t.Tuple(elts=elts):
                return all(map(self._is_literal, elts))
        return isinstance(node, t.Constant)
