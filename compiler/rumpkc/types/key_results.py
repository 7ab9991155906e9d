"""Parameters that are a `key` of `sorted`, `max` and the like, and whose results a checker of types knows as Any.

    def by(xs: list[T], key: Callable[[T], Any]):     ->      def by(xs: list[T], key: Callable[[T], R]):
        return sorted(xs, key=key)                                return sorted(xs, key=key)

Any value is an `object` elsewhere, and those have no order. What the functions that a program passes give, has one, or
the call is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from rumpkc.source import Span
from rumpkc.syntax import tree as t
from rumpkc.syntax.walk import children, with_children
from rumpkc.types.scopes import dotted

if TYPE_CHECKING:
    from rumpkc.types.fx import Fx
    from rumpkc.types.signature import Bound
    from rumpkc.types.symbols import ModuleInfo, Param

RESULT = "@K"                           # with a number: type variables that no program can name
KEY = "key"


def expand(body: tuple[t.Stmt, ...]) -> tuple[t.Stmt, ...]:
    """The statements of a module with these results written as type variables."""
    change = _Change()
    out = tuple(map(change.outermost, body))
    if not change.count:
        return body
    span = out[0].span
    return (*(_declared(f"{RESULT}{n}", span) for n in range(change.count)), *out)


def _declared(name: str, span: Span) -> t.Stmt:
    func = t.Attribute(span, t.Name(span, "typing"), "TypeVar", span)
    return t.Assign(span, (t.Name(span, name),), t.Call(span, func, (t.Constant(span, name, "str"),), ()))


@dataclass(slots=True)
class _Change:
    """`count`: how many parameters of one function have been given a type variable, at most."""

    count: int = field(default=0)

    def outermost(self, node: Any) -> Any:
        """A statement of the module or of a class, changed where it is such a function."""
        if isinstance(node, t.FunctionDef):
            return self._function(node)
        return with_children(node, self.outermost) if isinstance(node, t.ClassDef) else node

    def _function(self, node: t.FunctionDef) -> t.FunctionDef:
        params = (*node.args.posonly, *node.args.args, *node.args.kwonly)
        found = [a.name for a in params if _gives_any(a.annotation) and _is_key(a.name, node.body)]
        self.count = max(self.count, len(found))

        def changed(args: tuple[t.Arg, ...]) -> tuple[t.Arg, ...]:
            return tuple(replace(a, annotation=_with_result(a.annotation, found.index(a.name))) if a.name in found
                         else a for a in args)

        args = node.args
        return node if not found else replace(node, args=replace(
            args, posonly=changed(args.posonly), args=changed(args.args), kwonly=changed(args.kwonly)))


def _gives_any(note: t.Expr | None) -> bool:
    """Whether `note` is `Callable[[A], Any]`."""
    match note:
        case t.Subscript(slice=t.Tuple(elts=(t.List(), result))):
            return dotted(note.value).rpartition(".")[2] == "Callable" and dotted(result) in ("Any", "typing.Any")
    return False


def _with_result(note: Any, index: int) -> t.Expr:
    params = note.slice.elts[0]
    return replace(note, slice=replace(note.slice, elts=(params, t.Name(note.span, f"{RESULT}{index}"))))


def _is_key(name: str, nodes: tuple[t.Node, ...]) -> bool:
    """Whether a call in there has `key=name`."""
    for node in nodes:
        if isinstance(node, t.Keyword) and node.name == KEY and dotted(node.value) == name:
            return True
        if _is_key(name, tuple(children(node))):
            return True
    return False


def with_default(fx: Fx, module: ModuleInfo, bound: Bound, params: tuple[Param, ...]) -> None:
    """A lambda that is the default of such a parameter tells the result of the call that leaves it out: it is taken for
    an argument, where its names mean the same."""
    from rumpkc.types.signature import has_type_var

    for index, param in enumerate(params):
        default = param.default
        if bound.exprs[index] is None and isinstance(default, t.Lambda) and has_type_var(param.type):
            own = {a.name for a in (*default.args.posonly, *default.args.args)}
            free = _names_in(default.body) - own
            if module is fx.module and all(fx.lookup(name) is None and name not in fx.assigned for name in free):
                bound.exprs[index] = default
                bound.order.append(index)


def _names_in(node: t.Node) -> set[str]:
    own = {node.id} if isinstance(node, t.Name) else set()
    return own.union(*map(_names_in, children(node)))
