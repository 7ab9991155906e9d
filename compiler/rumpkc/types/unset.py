"""Which fields an object may lack after its construction: reading those tests a flag and raises AttributeError.

Walks `__init__` (and what it calls on `self`, and the bases' `__init__`) as if an object of one class were made, and
collects what every path assigns before `self` goes where the walk cannot follow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.syntax import tree
from rumpkc.syntax.walk import children
from rumpkc.types.symbols import ClassInfo, FuncInfo, VarInfo

if TYPE_CHECKING:
    from rumpkc.types.world import World

FLAG = ".set."                      # before a field's name: whether the field has a value
MAX_DEPTH = 8                       # of calls that are followed

MAYBE = (tree.BoolOp, tree.IfExp, tree.ListComp, tree.SetComp, tree.DictComp, tree.GeneratorExp)    # parts may not run


def may_lack(world: World, info: ClassInfo, name: str) -> bool:
    """Whether an object of `info` or of a class below it may have no value in its field `name`.

    A variable of the class stands in for the value. While nothing assigns that variable, a new object has a copy of it.
    """
    if info.kind in ("enum", "mmio", "namedtuple") or info.by_value or info.module.library or "@" in name:
        return False                    # `@`: a field of the compiler's own, None in a new object
    from rumpkc.types.globals import assigned_through_class, deleted_anywhere

    if deleted_anywhere(world, name):
        return True
    found = info.member(name)
    if found is not None and isinstance(found[1], VarInfo) and found[1].value is not None:
        return assigned_through_class(world, name)
    from rumpkc.types.constructors import abstract_names

    made = not abstract_names(info)
    return made and name not in _sure(info) or any(may_lack(world, sub, name) for sub in info.subclasses)


def _sure(info: ClassInfo) -> frozenset[str]:
    if info.sure is None:
        walk = _Construction(info)
        init = info.member("__init__")
        done: set[str] | None = set()
        if init is not None and isinstance(init[1], FuncInfo) and not _makes_objects(info):
            done = walk.call(init[0], init[1], set(), 0)
        info.sure = frozenset((walk.everything if done is None else done) - walk.early)
    return info.sure


def _makes_objects(info: ClassInfo) -> bool:
    """Whether a method of `info` or of a base makes objects that no `__init__` has filled."""
    return any(_mentions(cls.node) for cls in info.ancestors() if not cls.module.library)


def _mentions(node: tree.Node) -> bool:
    """Whether `node` defines a `__new__` or calls one."""
    match node:
        case tree.Attribute(attr="__new__") | tree.FunctionDef(name="__new__"):
            return True
    return any(map(_mentions, children(node)))


class _Everything(set[str]):
    """What is assigned where no path arrives: any name is in it."""

    def __contains__(self, name: object) -> bool:
        return True


class _Construction:
    """The making of one object of `info`. A set of names, or None where control does not arrive."""

    def __init__(self, info: ClassInfo) -> None:
        self.info = info
        self.everything: set[str] = _Everything()
        self.early: set[str] = set()            # read before they were assigned
        self.stored = False                     # another object has `self`: the next unknown call may use it
        self.escaped = False                    # something that is not walked may use `self` from now on
        self.me = ""
        self.home = info
        self.depth = 0
        self.returns: list[set[str]] = []

    def call(self, home: ClassInfo, func: FuncInfo, before: set[str], depth: int) -> set[str] | None:
        """What is assigned after `func` ran on the object."""
        params = (*func.node.args.posonly, *func.node.args.args)
        if depth > MAX_DEPTH or not params:
            self.escaped = True
            return before
        kept = self.me, self.home, self.depth, self.returns
        self.me, self.home, self.depth, self.returns = params[0].name, home, depth, []
        end = self.block(func.node.body, set(before))
        ends = [*self.returns, *([end] if end is not None else [])]
        self.me, self.home, self.depth, self.returns = kept
        return set.intersection(*ends) if ends else None

    def block(self, body: tuple[tree.Stmt, ...], now: set[str] | None) -> set[str] | None:
        for stmt in body:
            if now is None:
                return None
            now = self.stmt(stmt, now)
        return now

    def stmt(self, node: tree.Stmt, now: set[str]) -> set[str] | None:
        match node:
            case tree.Return():
                self.returns.append(self.reads(node, now))
                return None
            case tree.Raise():
                self.reads(node, now)
                return None
            case tree.Assign(targets=targets):
                if self.is_self(node.value):
                    self.stored = True
                else:
                    now = self.reads(node.value, now)
                for target in targets:
                    now = self.target(target, now)
                return now
            case tree.AnnAssign(target=target, value=value):
                return now if value is None else self.target(target, self.reads(value, now))
            case tree.If(test=test):
                now = self.reads(test, now)
                return _both(self.block(node.body, set(now)), self.block(node.orelse, set(now)))
            case tree.While(test=test) if isinstance(test, tree.Constant) and test.value is True:
                self.block(node.body, set(now))
                return now
            case tree.While() | tree.For():
                head = node.test if isinstance(node, tree.While) else node.iter
                now = self.reads(head, now)
                self.block(node.body, set(now))
                return self.block(node.orelse, now)
            case tree.With(items=items):
                for item in items:
                    now = self.reads(item, now)
                return _both(self.block(node.body, set(now)), set(now))
            case tree.Try():
                return self.try_stmt(node, now)
            case tree.Match():
                now = self.reads(node.subject, now)
                for case in node.cases:
                    self.block(case.body, set(now))
                return now
            case _:
                return self.reads(node, now)

    def try_stmt(self, node: tree.Try, now: set[str]) -> set[str] | None:
        body = self.block(node.body, set(now))
        out = None if body is None else self.block(node.orelse, body)
        for handler in node.handlers:
            out = _both(out, self.block(handler.body, set(now)))
        if not node.finalbody:
            return out
        final = self.block(node.finalbody, set(now))
        return None if out is None or final is None else out | final

    def target(self, node: tree.Expr, now: set[str]) -> set[str]:
        if isinstance(node, (tree.Tuple, tree.List)):
            for part in node.elts:
                now = self.target(part, now)
            return now
        if isinstance(node, tree.Attribute) and self.is_self(node.value):
            found = self.info.member(node.attr)
            if found is not None and isinstance(found[1], FuncInfo):
                self.escaped = True                         # a property's setter
            elif not self.escaped:
                now.add(node.attr)
            return now
        return self.reads(node, now)

    def is_self(self, node: tree.Node) -> bool:
        return isinstance(node, tree.Name) and node.id == self.me

    def reads(self, node: tree.Node | None, now: set[str]) -> set[str]:
        """What an expression (or a simple statement) reads of `self`, calls on it, and gives away."""
        from rumpkc.syntax.walk import children

        if node is None:
            return now
        if isinstance(node, tree.Call) and isinstance(node.func, tree.Attribute):
            followed = self.method(node, node.func, now)
            if followed is not None:
                return followed
        if isinstance(node, tree.Call) and self.stored:
            self.escaped = True
        if isinstance(node, tree.Attribute) and self.is_self(node.value):
            found = self.info.member(node.attr)
            if found is not None and isinstance(found[1], FuncInfo):
                return self.follow(found[0], found[1], now) if found[1].kind == "getter" else self.give_away(now)
            if node.attr not in now:
                self.early.add(node.attr)
            return now
        if self.is_self(node):
            return self.give_away(now)
        maybe = isinstance(node, MAYBE)
        for child in children(node):
            after = self.reads(child, set(now) if maybe else now)
            now = now if maybe else after
        return now

    def give_away(self, now: set[str]) -> set[str]:
        self.escaped = True
        return now

    def follow(self, home: ClassInfo, func: FuncInfo, now: set[str]) -> set[str]:
        done = self.call(home, func, now, self.depth + 1)
        return self.everything if done is None else done

    def method(self, node: tree.Call, func: tree.Attribute, now: set[str]) -> set[str] | None:
        """`self.m(…)`, `super().m(…)`, `Base.m(self, …)`: their arguments, then their bodies."""
        value = func.value
        found: tuple[ClassInfo, object] | None = None
        args: tuple[tree.Node, ...] = (*node.args, *node.keywords)
        if self.is_self(value):
            found = self.info.member(func.attr)
        elif isinstance(value, tree.Call) and isinstance(value.func, tree.Name) and value.func.id == "super":
            found = self.home.base.member(func.attr) if self.home.base is not None else None
            if found is None:
                return now
        elif isinstance(value, tree.Name) and node.args and self.is_self(node.args[0]):
            base = next((c for c in self.info.ancestors() if c.name == value.id), None)
            found, args = base.member(func.attr) if base is not None else None, args[1:]
        if found is None or not isinstance(found[1], FuncInfo):
            return None
        for arg in args:
            now = self.reads(arg, now)
        return now if found[1].kind in ("static", "class") else self.follow(found[0], found[1], now)


def _both(a: set[str] | None, b: set[str] | None) -> set[str] | None:
    """What holds where two paths meet."""
    if a is None or b is None:
        return a if b is None else b
    if isinstance(a, _Everything) or isinstance(b, _Everything):
        return b if isinstance(a, _Everything) else a
    return a & b
