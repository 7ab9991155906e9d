"""Decorators of classes that the program defines: what keeps the class in a table, and gives it back.

    @register                   the module's body runs while compiling, and `register(Upper)` with it; the class stays
    class Upper(Plugin): …      what its statement says, and what `register` leaves in variables is frozen

Any other decorator could change the class, or put something else in its place: E0410.
"""

from __future__ import annotations

from typing import Any

from rumpkc.diagnostics import CompileError, fail
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children, with_children
from rumpkc.types.annotations import Annotations
from rumpkc.types.captures import LOCALS
from rumpkc.types.scopes import dotted
from rumpkc.types.symbols import ClassInfo, FuncInfo, ImportRef, Symbol, VarInfo

HOOK = "__init_subclass__"
GIVEN = "@given"
KEEPING = frozenset("add append appendleft insert setdefault".split())      # methods of containers
ASKING = frozenset("hash id isinstance issubclass repr str".split())
HELP = "a decorator of a class keeps it in a table and returns it: `TABLE[cls.name] = cls; return cls`"


def check(notes: Annotations, info: ClassInfo, deco: tree.Expr) -> None:
    """E0410 unless `deco`, before the class `info`, gives back the class as it is."""
    called = isinstance(deco, tree.Call)
    found = _function(notes, deco.func if isinstance(deco, tree.Call) else deco)
    if found is None or LOCALS in info.name or _is_remade(info, deco):
        raise _refusal(deco)
    node, at = found.node, 0 if found.owner is None or found.kind == "static" else 1
    if called:
        inner = _returned(node)
        if inner is None:
            raise _refusal(deco)
        node, at = inner, 0
    if not _gives_back(node, at):
        raise _refusal(deco)


def subclass_hook(info: ClassInfo) -> FuncInfo | None:
    """The `__init_subclass__` that runs when a class below `info` is made."""
    found = info.member(HOOK)
    return found[1] if found is not None and isinstance(found[1], FuncInfo) else None


def check_subclass(info: ClassInfo) -> None:
    """E0436 where the `__init_subclass__` of a base of `info` cannot run once, while compiling."""
    hook = subclass_hook(info.base) if info.base is not None else None
    if hook is None:
        return
    again = any(isinstance(d, tree.Call) and any(k.name == "slots" for k in d.keywords) for d in info.node.decorators)
    if LOCALS in info.name or again:
        raise fail("E0436", f"`{HOOK}` of `{hook.owner.shown_name if hook.owner else ''}` would run "
                   + ("twice, as `slots=True` makes the class anew" if again else "whenever this function does"),
                   info.node.name_span, help="move the class to module level" if not again else "leave `slots` out")


def check_hook(func: FuncInfo) -> None:
    """E0436 where an `__init_subclass__` changes the class that it is called for."""
    params = (*func.node.args.posonly, *func.node.args.args)
    given = given_by_hook(func)

    def without(part: Any) -> Any:
        if isinstance(part, tree.Assign) and _given_name(part, func) in given:
            return part.value
        return part if isinstance(part, tree.Expr) else with_children(part, without)

    parts = [without(part) for part in func.node.body]
    if params and not all(_only_kept(part, params[0].name) for part in parts):
        raise fail("E0436", f"this `{HOOK}` does more to the class than to keep it", func.node.name_span,
                   help="keep it in a table: `TABLE[cls.__name__] = cls`; what classes get is declared in this one, "
                   "`tag: ClassVar[str]`, and assigned: `cls.tag = …`")


def given_by_hook(func: FuncInfo) -> dict[str, tree.AnnAssign]:
    """The variables that an `__init_subclass__` gives to each class, `cls.name = …`, and where its own class says of
    what type they are."""
    said = {s.target.id: s for s in (func.owner.node.body if func.owner else ())
            if isinstance(s, tree.AnnAssign) and isinstance(s.target, tree.Name)}
    names = [_given_name(part, func) for part in _statements(func.node)]
    return {name: said[name] for name in names if name in said}


def given_to_some(info: ClassInfo, name: str) -> bool:
    """Whether an `__init_subclass__` gives a variable to some classes below `info`, or below a base of it, only: each
    of the others has a copy of its base's, so nobody may assign to that while the program runs."""
    hook = subclass_hook(info)
    if hook is None or name not in given_by_hook(hook):
        return False
    return bool(_returns(hook.node)) or all(_given_name(part, hook) != name for part in hook.node.body)


def _given_name(part: tree.Stmt, func: FuncInfo) -> str:
    """The name in `cls.name = …`; "" for any other statement."""
    params = (*func.node.args.posonly, *func.node.args.args)
    match part:
        case tree.Assign(targets=(tree.Attribute(value=tree.Name(id=head), attr=name),)) if (
                params and head == params[0].name):
            return name
    return ""


def add_given(info: ClassInfo) -> None:
    """The variables that a class has because the `__init_subclass__` of a base gave them: what they hold is asked of
    the class that CPython has made."""
    hook = subclass_hook(info.base) if info.base is not None else None
    for name, stmt in (given_by_hook(hook) if hook is not None else {}).items():
        assert hook is not None
        if hook.module is not info.module:
            raise fail("E0436", f"the `{HOOK}` of another module gives this class a variable `{name}`",
                       info.node.name_span, help=f"write `class {info.name}` in the module of its base")
        value = tree.Name(info.node.name_span, name + GIVEN)
        info.members[name] = VarInfo(name, info.module, stmt.annotation, value, info.node.name_span, owner=info)


def is_given(variable: VarInfo) -> bool:
    """Whether a class's variable is one that `add_given` added."""
    return isinstance(variable.value, tree.Name) and variable.value.id.endswith(GIVEN)


def _refusal(deco: tree.Expr) -> CompileError:
    named = dotted(deco.func if isinstance(deco, tree.Call) else deco)
    return fail("E0410", f"`@{named or 'decorator'}` is not a class decorator that rumpkc knows", deco.span, help=HELP)


def _is_remade(info: ClassInfo, deco: tree.Expr) -> bool:
    """Whether a decorator above makes another class of the one that `deco` gets: `@dataclass(slots=True)`."""
    above = info.node.decorators[:info.node.decorators.index(deco)]
    return any(isinstance(d, tree.Call) and any(k.name == "slots" for k in d.keywords) for d in above)


def _function(notes: Annotations, node: tree.Expr) -> FuncInfo | None:
    """The function that is called by the name `node`: one of a module, a method of a class or of a module's object."""
    symbol = notes.symbol(node)
    if isinstance(symbol, FuncInfo):
        return None if symbol.module.library else symbol
    if symbol is not None or not isinstance(node, tree.Attribute):
        return None
    head: Symbol | None = notes.symbol(node.value)
    if isinstance(head, ImportRef):
        head = notes.world.resolve(head)
    if isinstance(head, VarInfo) and isinstance(head.value, tree.Call):
        head = Annotations(notes.world, head.module, {}).symbol(head.value.func)
    member = head.member(node.attr) if isinstance(head, ClassInfo) else None
    found = member[1] if member is not None else None
    return found if isinstance(found, FuncInfo) and not found.module.library else None


def _returned(node: tree.FunctionDef) -> tree.FunctionDef | None:
    """The function inside `node` that it returns on every path."""
    returns = [stmt.value for stmt in _returns(node)]
    inner = {s.name: s for s in node.body if isinstance(s, tree.FunctionDef)}
    names = {value.id if isinstance(value, tree.Name) else "" for value in returns}
    made = inner.get(next(iter(names))) if len(names) == 1 else None
    return made if made is not None and not made.decorators and isinstance(node.body[-1], tree.Return) else None


def _returns(node: tree.FunctionDef) -> list[tree.Return]:
    """A function's own `return` statements."""
    return [stmt for stmt in _statements(node) if isinstance(stmt, tree.Return)]


def _statements(node: tree.FunctionDef) -> list[tree.Stmt]:
    """A function's own statements, also those inside others."""
    out: list[tree.Stmt] = []
    todo: list[tree.Node] = list(node.body)
    while todo:
        at = todo.pop()
        if isinstance(at, tree.Stmt):
            out.append(at)
        if not isinstance(at, (tree.FunctionDef, tree.ClassDef, tree.Expr)):
            todo += children(at)
    return out


def _gives_back(node: tree.FunctionDef, at: int) -> bool:
    """Whether a function returns its parameter number `at`, and only keeps it or reads from it besides."""
    params = (*node.args.posonly, *node.args.args)
    if len(params) <= at or node.decorators and at == 0 or not isinstance(node.body[-1], tree.Return):
        return False
    name = params[at].name
    given = all(isinstance(s.value, tree.Name) and s.value.id == name for s in _returns(node))
    return given and all(_only_kept(part, name) for part in node.body)


def _only_kept(node: tree.Node, name: str) -> bool:
    """Whether the class `name` stays what it is while `node` runs."""
    parts: list[tree.Node] = []
    match node:
        case tree.Name(id=found):
            return found != name
        case tree.FunctionDef() | tree.ClassDef() | tree.Lambda():
            return not _mentions(node, name)
        case tree.Return(value=tree.Name()):
            return True
        case tree.Assign(targets=targets, value=tree.Name(id=found)) if found == name:
            parts += targets
            if not all(isinstance(t, tree.Subscript) for t in targets):
                return False
        case tree.Call(func=func, args=args, keywords=keywords):
            keeps = isinstance(func, tree.Attribute) and func.attr in KEEPING
            asks = isinstance(func, tree.Name) and func.id in ASKING
            parts += [a for a in args if not (isinstance(a, tree.Name) and (keeps or asks))]
            parts += [*keywords, *([] if isinstance(func, tree.Name) else [func])]
        case tree.Attribute(value=tree.Name()):
            pass
        case tree.Compare() | tree.JoinedStr() | tree.FormattedValue():
            parts += [p for p in children(node) if not isinstance(p, tree.Name)]
        case _:
            parts += children(node)
    if _assigns_to(node, name):
        return False
    return all(_only_kept(part, name) for part in parts)


def _assigns_to(node: tree.Node, name: str) -> bool:
    """Whether a statement assigns to an attribute of the class `name`, or deletes one."""
    targets: tuple[tree.Node, ...] = ()
    if isinstance(node, (tree.Assign, tree.Delete)):
        targets = node.targets
    elif isinstance(node, (tree.AugAssign, tree.AnnAssign, tree.For)):
        targets = (node.target,)
    return any(isinstance(t, (tree.Attribute, tree.Name)) and _mentions(t, name) for target in targets
               for t in _parts(target))


def _parts(target: tree.Node) -> list[tree.Node]:
    """The targets that a target consists of."""
    if isinstance(target, (tree.Tuple, tree.List, tree.Starred)):
        return [part for child in children(target) for part in _parts(child)]
    return [target]


def _mentions(node: tree.Node, name: str) -> bool:
    return isinstance(node, tree.Name) and node.id == name or any(_mentions(n, name) for n in children(node))
