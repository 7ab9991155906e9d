"""Which fields an object may lack after its construction: reading those tests a flag and raises AttributeError.

Walks `__init__` (and what it calls on `self`, and the bases' `__init__`) as if an object of one class were made, and
collects what every path assigns before `self` goes where the walk cannot follow. A method's body is walked once a
round, for whatever was assigned before it: its calls only ask what that found out (`_Ran`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from rumpkc.syntax import tree
from rumpkc.syntax.walk import children
from rumpkc.types.symbols import ClassInfo, FuncInfo, VarInfo

if TYPE_CHECKING:
    from rumpkc.types.world import World

FLAG = ".set."                      # before a field's name: whether the field has a value

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
            done = walk.construct(init[0], init[1])
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

    def copy(self) -> set[str]:
        return self


_Start = tuple[FuncInfo, bool, bool]       # a method, and the two flags of the walk where it starts


@dataclass
class _Ran:
    """What a method does to the object, as far as the rounds have shown. None has yet come to its end."""

    sure: set[str] | None = None        # assigned on every path to its end
    early: frozenset[str] = frozenset() # read before it assigned them
    stored: bool = False                # how it leaves the two flags of the walk
    escaped: bool = False


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
        self.returns: list[set[str]] = []
        self.known: dict[_Start, _Ran] = {}
        self.walked: dict[_Start, bool] = {}    # in this round; whether to the end
        self.asked: set[_Start] = set()         # before its walk was at its end
        self.moved = False                      # something became known of one of them

    def construct(self, home: ClassInfo, init: FuncInfo) -> set[str] | None:
        """What is assigned after `init` ran. Methods that call themselves take rounds until nothing new is found."""
        while True:
            self.early, self.stored, self.escaped, self.moved = set(), False, False, False
            self.walked.clear()
            done = self.call(home, init, set())
            if not self.moved:
                return done

    def call(self, home: ClassInfo, func: FuncInfo, before: set[str]) -> set[str] | None:
        """What is assigned after `func` ran on the object."""
        key = func, self.stored, self.escaped
        ran = self.known.setdefault(key, _Ran())
        if key not in self.walked:
            self.walked[key] = False
            found = self.walk(home, func, ran)
            self.moved |= key in self.asked and found != ran
            self.known[key] = ran = found
            self.walked[key] = True
        elif not self.walked[key]:
            self.asked.add(key)
        self.early.update(name for name in ran.early if name not in before)
        self.stored |= ran.stored
        self.escaped |= ran.escaped
        return None if ran.sure is None else _union(before, ran.sure)

    def walk(self, home: ClassInfo, func: FuncInfo, ran: _Ran) -> _Ran:
        """Walk the body as if nothing were assigned: what it does, with what `ran` says already."""
        params = (*func.node.args.posonly, *func.node.args.args)
        kept = self.me, self.home, self.returns, self.early, self.stored, self.escaped
        self.me, self.home, self.returns, self.early = params[0].name if params else "", home, [], set()
        self.escaped |= not params
        end = self.block(func.node.body, set())
        sure = reduce(_both, (*self.returns, end), ran.sure)
        if isinstance(sure, _Everything):
            sure = None
        found = _Ran(sure, ran.early | self.early, ran.stored | self.stored, ran.escaped | self.escaped)
        self.me, self.home, self.returns, self.early, self.stored, self.escaped = kept
        return found

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
                return _both(self.block(node.body, now.copy()), self.block(node.orelse, now.copy()))
            case tree.While(test=test) if isinstance(test, tree.Constant) and test.value is True:
                self.block(node.body, now.copy())
                return now
            case tree.While() | tree.For():
                head = node.test if isinstance(node, tree.While) else node.iter
                now = self.reads(head, now)
                self.block(node.body, now.copy())
                return self.block(node.orelse, now)
            case tree.With(items=items):
                for item in items:
                    now = self.reads(item, now)
                return _both(self.block(node.body, now.copy()), now.copy())
            case tree.Try():
                return self.try_stmt(node, now)
            case tree.Match():
                now = self.reads(node.subject, now)
                for case in node.cases:
                    self.block(case.body, now.copy())
                return now
            case _:
                return self.reads(node, now)

    def try_stmt(self, node: tree.Try, now: set[str]) -> set[str] | None:
        body = self.block(node.body, now.copy())
        out = None if body is None else self.block(node.orelse, body)
        for handler in node.handlers:
            out = _both(out, self.block(handler.body, now.copy()))
        if not node.finalbody:
            return out
        final = self.block(node.finalbody, now.copy())
        return None if out is None or final is None else _union(out, final)

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
            after = self.reads(child, now.copy() if maybe else now)
            now = now if maybe else after
        return now

    def give_away(self, now: set[str]) -> set[str]:
        self.escaped = True
        return now

    def follow(self, home: ClassInfo, func: FuncInfo, now: set[str]) -> set[str]:
        done = self.call(home, func, now)
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
        if found is None:
            return None
        home, method = found
        if not isinstance(method, FuncInfo):
            return None
        for arg in args:
            now = self.reads(arg, now)
        return now if method.kind in ("static", "class") else self.follow(home, method, now)


def _both(a: set[str] | None, b: set[str] | None) -> set[str] | None:
    """What holds where two paths meet."""
    if a is None or b is None:
        return a if b is None else b
    if isinstance(a, _Everything) or isinstance(b, _Everything):
        return b if isinstance(a, _Everything) else a
    return a & b


def _union(a: set[str], b: set[str]) -> set[str]:
    """What holds after one and the other."""
    return next((names for names in (a, b) if isinstance(names, _Everything)), a | b)
