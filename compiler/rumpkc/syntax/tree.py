"""The syntax tree: CPython's `ast`, with exact spans on every node and immutable nodes.

Class and field names are those of the `ast` module, except where a name says more:
`decorators` (decorator_list), `kwonly`/`posonly`, `Arg.name/default` (a parameter carries its own default),
`Keyword.name` (arg), `WithItem.context/target`, `ExprStmt` (Expr).  Operators are their spelling: `"+"`,
`"not in"`, `"and"`; unary minus is `"-"`.  There is no `ctx`.  `Constant.kind` is one of `int float complex
str bytes bool none ellipsis`; adjacent literals are joined as CPython joins them.  `FormattedValue.conversion` is `""`,
`"s"`, `"r"` or `"a"`.  Nodes compare by identity, so they can key side tables.

A node's span covers what `ast`'s does (a decorated definition starts at `def`/`class`, not at its decorator).
"""

from __future__ import annotations

from rumpkc.node import node
from rumpkc.source import Span


@node
class Node:
    span: Span


class Stmt(Node):
    __slots__ = ()


class Expr(Node):
    __slots__ = ()


class Pattern(Node):
    __slots__ = ()


class TypeParam(Node):
    __slots__ = ()


# modules

@node
class Module(Node):
    body: tuple[Stmt, ...]


# statements

@node
class FunctionDef(Stmt):
    name: str
    args: Arguments
    body: tuple[Stmt, ...]
    decorators: tuple[Expr, ...]
    returns: Expr | None
    type_params: tuple[TypeParam, ...]
    name_span: Span


@node
class AsyncFunctionDef(Stmt):
    name: str
    args: Arguments
    body: tuple[Stmt, ...]
    decorators: tuple[Expr, ...]
    returns: Expr | None
    type_params: tuple[TypeParam, ...]
    name_span: Span


@node
class ClassDef(Stmt):
    name: str
    bases: tuple[Expr, ...]
    keywords: tuple[Keyword, ...]
    body: tuple[Stmt, ...]
    decorators: tuple[Expr, ...]
    type_params: tuple[TypeParam, ...]
    name_span: Span


@node
class Return(Stmt):
    value: Expr | None


@node
class Delete(Stmt):
    targets: tuple[Expr, ...]


@node
class Assign(Stmt):
    targets: tuple[Expr, ...]
    value: Expr


@node
class TypeAlias(Stmt):
    name: Name
    type_params: tuple[TypeParam, ...]
    value: Expr


@node
class AugAssign(Stmt):
    target: Expr
    op: str
    value: Expr


@node
class AnnAssign(Stmt):
    target: Expr
    annotation: Expr
    value: Expr | None
    simple: bool


@node
class For(Stmt):
    target: Expr
    iter: Expr
    body: tuple[Stmt, ...]
    orelse: tuple[Stmt, ...]


@node
class AsyncFor(Stmt):
    target: Expr
    iter: Expr
    body: tuple[Stmt, ...]
    orelse: tuple[Stmt, ...]


@node
class While(Stmt):
    test: Expr
    body: tuple[Stmt, ...]
    orelse: tuple[Stmt, ...]


@node
class If(Stmt):
    test: Expr
    body: tuple[Stmt, ...]
    orelse: tuple[Stmt, ...]


@node
class With(Stmt):
    items: tuple[WithItem, ...]
    body: tuple[Stmt, ...]


@node
class AsyncWith(Stmt):
    items: tuple[WithItem, ...]
    body: tuple[Stmt, ...]


@node
class Match(Stmt):
    subject: Expr
    cases: tuple[MatchCase, ...]


@node
class Raise(Stmt):
    exc: Expr | None
    cause: Expr | None


@node
class Try(Stmt):
    body: tuple[Stmt, ...]
    handlers: tuple[ExceptHandler, ...]
    orelse: tuple[Stmt, ...]
    finalbody: tuple[Stmt, ...]


@node
class TryStar(Stmt):
    body: tuple[Stmt, ...]
    handlers: tuple[ExceptHandler, ...]
    orelse: tuple[Stmt, ...]
    finalbody: tuple[Stmt, ...]


@node
class Assert(Stmt):
    test: Expr
    msg: Expr | None


@node
class Import(Stmt):
    names: tuple[Alias, ...]


@node
class ImportFrom(Stmt):
    module: str | None
    names: tuple[Alias, ...]
    level: int


@node
class Global(Stmt):
    names: tuple[str, ...]


@node
class Nonlocal(Stmt):
    names: tuple[str, ...]


@node
class ExprStmt(Stmt):
    value: Expr


@node
class Pass(Stmt):
    pass


@node
class Break(Stmt):
    pass


@node
class Continue(Stmt):
    pass


# expressions

@node
class BoolOp(Expr):
    op: str
    values: tuple[Expr, ...]


@node
class NamedExpr(Expr):
    target: Name
    value: Expr


@node
class BinOp(Expr):
    left: Expr
    op: str
    right: Expr


@node
class UnaryOp(Expr):
    op: str
    operand: Expr


@node
class Lambda(Expr):
    args: Arguments
    body: Expr


@node
class IfExp(Expr):
    test: Expr
    body: Expr
    orelse: Expr


@node
class Dict(Expr):
    keys: tuple[Expr | None, ...]
    values: tuple[Expr, ...]


@node
class Set(Expr):
    elts: tuple[Expr, ...]


@node
class ListComp(Expr):
    elt: Expr
    generators: tuple[Comprehension, ...]


@node
class SetComp(Expr):
    elt: Expr
    generators: tuple[Comprehension, ...]


@node
class DictComp(Expr):
    key: Expr
    value: Expr
    generators: tuple[Comprehension, ...]


@node
class GeneratorExp(Expr):
    elt: Expr
    generators: tuple[Comprehension, ...]


@node
class Await(Expr):
    value: Expr


@node
class Yield(Expr):
    value: Expr | None


@node
class YieldFrom(Expr):
    value: Expr


@node
class Compare(Expr):
    left: Expr
    ops: tuple[str, ...]
    comparators: tuple[Expr, ...]


@node
class Call(Expr):
    func: Expr
    args: tuple[Expr, ...]
    keywords: tuple[Keyword, ...]


@node
class FormattedValue(Expr):
    value: Expr
    conversion: str
    format_spec: JoinedStr | None


@node
class JoinedStr(Expr):
    values: tuple[Expr, ...]


@node
class Constant(Expr):
    value: object
    kind: str


@node
class Attribute(Expr):
    value: Expr
    attr: str
    attr_span: Span
    unguarded: bool = False     # as a target: also where the class is frozen, as `object.__setattr__` does


@node
class Subscript(Expr):
    value: Expr
    slice: Expr


@node
class Starred(Expr):
    value: Expr


@node
class Name(Expr):
    id: str


@node
class List(Expr):
    elts: tuple[Expr, ...]


@node
class Tuple(Expr):
    elts: tuple[Expr, ...]


@node
class Slice(Expr):
    lower: Expr | None
    upper: Expr | None
    step: Expr | None


# parts

@node
class Comprehension(Node):
    target: Expr
    iter: Expr
    ifs: tuple[Expr, ...]
    is_async: bool


@node
class ExceptHandler(Node):
    type: Expr | None
    name: str | None
    body: tuple[Stmt, ...]


@node
class Arguments(Node):
    posonly: tuple[Arg, ...]
    args: tuple[Arg, ...]
    vararg: Arg | None
    kwonly: tuple[Arg, ...]
    kwarg: Arg | None


@node
class Arg(Node):
    name: str
    annotation: Expr | None
    default: Expr | None


@node
class Keyword(Node):
    name: str | None
    value: Expr


@node
class Alias(Node):
    name: str
    asname: str | None


@node
class WithItem(Node):
    context: Expr
    target: Expr | None


@node
class MatchCase(Node):
    pattern: Pattern
    guard: Expr | None
    body: tuple[Stmt, ...]


# patterns

@node
class MatchValue(Pattern):
    value: Expr


@node
class MatchSingleton(Pattern):
    value: object


@node
class MatchSequence(Pattern):
    patterns: tuple[Pattern, ...]


@node
class MatchMapping(Pattern):
    keys: tuple[Expr, ...]
    patterns: tuple[Pattern, ...]
    rest: str | None


@node
class MatchClass(Pattern):
    cls: Expr
    patterns: tuple[Pattern, ...]
    kwd_attrs: tuple[str, ...]
    kwd_patterns: tuple[Pattern, ...]


@node
class MatchStar(Pattern):
    name: str | None


@node
class MatchAs(Pattern):
    pattern: Pattern | None
    name: str | None


@node
class MatchOr(Pattern):
    patterns: tuple[Pattern, ...]


# type parameters (PEP 695)

@node
class TypeVarParam(TypeParam):
    name: str
    bound: Expr | None


@node
class ParamSpecParam(TypeParam):
    name: str


@node
class TypeVarTupleParam(TypeParam):
    name: str

