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

from dataclasses import dataclass

from rumpkc.source import Span


@dataclass(frozen=True, slots=True, eq=False)
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

@dataclass(frozen=True, slots=True, eq=False)
class Module(Node):
    body: tuple[Stmt, ...]


# statements

@dataclass(frozen=True, slots=True, eq=False)
class FunctionDef(Stmt):
    name: str
    args: Arguments
    body: tuple[Stmt, ...]
    decorators: tuple[Expr, ...]
    returns: Expr | None
    type_params: tuple[TypeParam, ...]
    name_span: Span


@dataclass(frozen=True, slots=True, eq=False)
class AsyncFunctionDef(Stmt):
    name: str
    args: Arguments
    body: tuple[Stmt, ...]
    decorators: tuple[Expr, ...]
    returns: Expr | None
    type_params: tuple[TypeParam, ...]
    name_span: Span


@dataclass(frozen=True, slots=True, eq=False)
class ClassDef(Stmt):
    name: str
    bases: tuple[Expr, ...]
    keywords: tuple[Keyword, ...]
    body: tuple[Stmt, ...]
    decorators: tuple[Expr, ...]
    type_params: tuple[TypeParam, ...]
    name_span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Return(Stmt):
    value: Expr | None


@dataclass(frozen=True, slots=True, eq=False)
class Delete(Stmt):
    targets: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Assign(Stmt):
    targets: tuple[Expr, ...]
    value: Expr


@dataclass(frozen=True, slots=True, eq=False)
class TypeAlias(Stmt):
    name: Name
    type_params: tuple[TypeParam, ...]
    value: Expr


@dataclass(frozen=True, slots=True, eq=False)
class AugAssign(Stmt):
    target: Expr
    op: str
    value: Expr


@dataclass(frozen=True, slots=True, eq=False)
class AnnAssign(Stmt):
    target: Expr
    annotation: Expr
    value: Expr | None
    simple: bool


@dataclass(frozen=True, slots=True, eq=False)
class For(Stmt):
    target: Expr
    iter: Expr
    body: tuple[Stmt, ...]
    orelse: tuple[Stmt, ...]


@dataclass(frozen=True, slots=True, eq=False)
class AsyncFor(Stmt):
    target: Expr
    iter: Expr
    body: tuple[Stmt, ...]
    orelse: tuple[Stmt, ...]


@dataclass(frozen=True, slots=True, eq=False)
class While(Stmt):
    test: Expr
    body: tuple[Stmt, ...]
    orelse: tuple[Stmt, ...]


@dataclass(frozen=True, slots=True, eq=False)
class If(Stmt):
    test: Expr
    body: tuple[Stmt, ...]
    orelse: tuple[Stmt, ...]


@dataclass(frozen=True, slots=True, eq=False)
class With(Stmt):
    items: tuple[WithItem, ...]
    body: tuple[Stmt, ...]


@dataclass(frozen=True, slots=True, eq=False)
class AsyncWith(Stmt):
    items: tuple[WithItem, ...]
    body: tuple[Stmt, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Match(Stmt):
    subject: Expr
    cases: tuple[MatchCase, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Raise(Stmt):
    exc: Expr | None
    cause: Expr | None


@dataclass(frozen=True, slots=True, eq=False)
class Try(Stmt):
    body: tuple[Stmt, ...]
    handlers: tuple[ExceptHandler, ...]
    orelse: tuple[Stmt, ...]
    finalbody: tuple[Stmt, ...]


@dataclass(frozen=True, slots=True, eq=False)
class TryStar(Stmt):
    body: tuple[Stmt, ...]
    handlers: tuple[ExceptHandler, ...]
    orelse: tuple[Stmt, ...]
    finalbody: tuple[Stmt, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Assert(Stmt):
    test: Expr
    msg: Expr | None


@dataclass(frozen=True, slots=True, eq=False)
class Import(Stmt):
    names: tuple[Alias, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ImportFrom(Stmt):
    module: str | None
    names: tuple[Alias, ...]
    level: int


@dataclass(frozen=True, slots=True, eq=False)
class Global(Stmt):
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Nonlocal(Stmt):
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ExprStmt(Stmt):
    value: Expr


@dataclass(frozen=True, slots=True, eq=False)
class Pass(Stmt):
    pass


@dataclass(frozen=True, slots=True, eq=False)
class Break(Stmt):
    pass


@dataclass(frozen=True, slots=True, eq=False)
class Continue(Stmt):
    pass


# expressions

@dataclass(frozen=True, slots=True, eq=False)
class BoolOp(Expr):
    op: str
    values: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class NamedExpr(Expr):
    target: Name
    value: Expr


@dataclass(frozen=True, slots=True, eq=False)
class BinOp(Expr):
    left: Expr
    op: str
    right: Expr


@dataclass(frozen=True, slots=True, eq=False)
class UnaryOp(Expr):
    op: str
    operand: Expr


@dataclass(frozen=True, slots=True, eq=False)
class Lambda(Expr):
    args: Arguments
    body: Expr


@dataclass(frozen=True, slots=True, eq=False)
class IfExp(Expr):
    test: Expr
    body: Expr
    orelse: Expr


@dataclass(frozen=True, slots=True, eq=False)
class Dict(Expr):
    keys: tuple[Expr | None, ...]
    values: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Set(Expr):
    elts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ListComp(Expr):
    elt: Expr
    generators: tuple[Comprehension, ...]


@dataclass(frozen=True, slots=True, eq=False)
class SetComp(Expr):
    elt: Expr
    generators: tuple[Comprehension, ...]


@dataclass(frozen=True, slots=True, eq=False)
class DictComp(Expr):
    key: Expr
    value: Expr
    generators: tuple[Comprehension, ...]


@dataclass(frozen=True, slots=True, eq=False)
class GeneratorExp(Expr):
    elt: Expr
    generators: tuple[Comprehension, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Await(Expr):
    value: Expr


@dataclass(frozen=True, slots=True, eq=False)
class Yield(Expr):
    value: Expr | None


@dataclass(frozen=True, slots=True, eq=False)
class YieldFrom(Expr):
    value: Expr


@dataclass(frozen=True, slots=True, eq=False)
class Compare(Expr):
    left: Expr
    ops: tuple[str, ...]
    comparators: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Call(Expr):
    func: Expr
    args: tuple[Expr, ...]
    keywords: tuple[Keyword, ...]


@dataclass(frozen=True, slots=True, eq=False)
class FormattedValue(Expr):
    value: Expr
    conversion: str
    format_spec: JoinedStr | None


@dataclass(frozen=True, slots=True, eq=False)
class JoinedStr(Expr):
    values: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Constant(Expr):
    value: object
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class Attribute(Expr):
    value: Expr
    attr: str
    attr_span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Subscript(Expr):
    value: Expr
    slice: Expr


@dataclass(frozen=True, slots=True, eq=False)
class Starred(Expr):
    value: Expr


@dataclass(frozen=True, slots=True, eq=False)
class Name(Expr):
    id: str


@dataclass(frozen=True, slots=True, eq=False)
class List(Expr):
    elts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Tuple(Expr):
    elts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Slice(Expr):
    lower: Expr | None
    upper: Expr | None
    step: Expr | None


# parts

@dataclass(frozen=True, slots=True, eq=False)
class Comprehension(Node):
    target: Expr
    iter: Expr
    ifs: tuple[Expr, ...]
    is_async: bool


@dataclass(frozen=True, slots=True, eq=False)
class ExceptHandler(Node):
    type: Expr | None
    name: str | None
    body: tuple[Stmt, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Arguments(Node):
    posonly: tuple[Arg, ...]
    args: tuple[Arg, ...]
    vararg: Arg | None
    kwonly: tuple[Arg, ...]
    kwarg: Arg | None


@dataclass(frozen=True, slots=True, eq=False)
class Arg(Node):
    name: str
    annotation: Expr | None
    default: Expr | None


@dataclass(frozen=True, slots=True, eq=False)
class Keyword(Node):
    name: str | None
    value: Expr


@dataclass(frozen=True, slots=True, eq=False)
class Alias(Node):
    name: str
    asname: str | None


@dataclass(frozen=True, slots=True, eq=False)
class WithItem(Node):
    context: Expr
    target: Expr | None


@dataclass(frozen=True, slots=True, eq=False)
class MatchCase(Node):
    pattern: Pattern
    guard: Expr | None
    body: tuple[Stmt, ...]


# patterns

@dataclass(frozen=True, slots=True, eq=False)
class MatchValue(Pattern):
    value: Expr


@dataclass(frozen=True, slots=True, eq=False)
class MatchSingleton(Pattern):
    value: object


@dataclass(frozen=True, slots=True, eq=False)
class MatchSequence(Pattern):
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, eq=False)
class MatchMapping(Pattern):
    keys: tuple[Expr, ...]
    patterns: tuple[Pattern, ...]
    rest: str | None


@dataclass(frozen=True, slots=True, eq=False)
class MatchClass(Pattern):
    cls: Expr
    patterns: tuple[Pattern, ...]
    kwd_attrs: tuple[str, ...]
    kwd_patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, eq=False)
class MatchStar(Pattern):
    name: str | None


@dataclass(frozen=True, slots=True, eq=False)
class MatchAs(Pattern):
    pattern: Pattern | None
    name: str | None


@dataclass(frozen=True, slots=True, eq=False)
class MatchOr(Pattern):
    patterns: tuple[Pattern, ...]


# type parameters (PEP 695)

@dataclass(frozen=True, slots=True, eq=False)
class TypeVarParam(TypeParam):
    name: str
    bound: Expr | None


@dataclass(frozen=True, slots=True, eq=False)
class ParamSpecParam(TypeParam):
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class TypeVarTupleParam(TypeParam):
    name: str

