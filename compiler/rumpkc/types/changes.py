"""Which attributes and globals a piece of the program may assign, so that a call ends only the facts that it may touch.

The answer is by name and errs on the safe side: a body reaches every function and every class whose name it mentions,
and, unless it only passes values around, all operator methods and generators; a call of what is no known name reaches
every function used as a value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children
from rumpkc.types.builtins import BUILTIN_CLASSES, SPECIAL_BUILTINS
from rumpkc.types.fx import ITEM, Fx
from rumpkc.types.scopes import has_own_decorator
from rumpkc.types.symbols import FuncInfo

CONSTRUCTORS = frozenset(("__init__", "__post_init__"))
READS = (tree.Name, tree.Attribute, tree.Constant, tree.IfExp, tree.BoolOp, tree.UnaryOp, tree.Compare)
SUPER_INIT = "super().__init__"
# What bodies that only pass values around consist of, and the methods that they may call without naming them.
PASSING = (tree.FunctionDef, tree.Lambda, tree.Arguments, tree.Arg, tree.Return, tree.ExprStmt, tree.Pass, tree.Assign,
           tree.AnnAssign, tree.If, tree.While, tree.Break, tree.Continue, tree.Name, tree.Attribute, tree.Constant,
           tree.IfExp, tree.BoolOp, tree.Call, tree.Keyword, tree.Raise, tree.Assert)
IMPLIED = frozenset(("__bool__", "__len__", "__call__", "__new__", "__getattr__", "__setattr__", "__get__", "__set__"))
LOOKS = frozenset(("__getitem__", "__contains__", "__len__"))        # of the library's containers: they change nothing
LAZY = frozenset(("map", "filter", "itertools", "functools"))       # call functions while something walks over them


@dataclass(slots=True)
class Summary:
    """What one body does itself: names that it assigns, mentions and calls."""

    writes: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)          # those of `writes` that are attributes of `self` only
    mentions: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)        # mentioned in annotations only
    attributes: set[str] = field(default_factory=set)   # mentioned behind a dot
    values: set[str] = field(default_factory=set)       # mentioned elsewhere than as what is called
    calls: set[str] = field(default_factory=set)
    unknown: bool = False                               # it calls the value of an expression
    library: bool = False                               # it is a body of the library
    works: bool = False                                 # it does more than to pass values around
    yields: bool = False
    stops: bool = False                                 # it mentions StopIteration, `next` or `__next__`
    functions: int = 0                                  # definitions and lambdas that were seen on the way
    closures: list[tree.Node] | None = None             # functions inside, and lambdas; None: not yet looked for


@dataclass(slots=True)
class Reached:
    """What a walk along names has found: what is assigned, whether operator methods and generators may run, the names
    that it went along (the program, the library), and with which `super().__init__` (not constructing, so)."""

    out: set[str]
    works: bool
    seen: tuple[set[str], set[str]]
    supers: set[bool]


class Changes:
    """The functions and classes of all loaded modules by name, and the closure of what they assign."""

    def __init__(self, world: Any) -> None:
        self.functions: dict[str, list[tree.Node]] = defaultdict(list)
        self.classes: dict[str, list[tree.Node]] = defaultdict(list)    # constructors, bodies and bases
        self.anything: set[str] = set()
        self.decorated: set[str] = set()            # functions whose name stands for what a decorator returned
        self.closures: list[tree.Node] = []         # functions inside functions, and lambdas
        self._known: dict[str, frozenset[str]] = {}
        self.slices = False                             # it has slices as values
        self.stops = False                              # the program itself may raise StopIteration
        self.catches_stop = False                       # it mentions StopIteration by its name
        self.attributes: set[str] = set()               # all that the program itself mentions behind a dot
        self._summaries: dict[int, Summary] = world.summaries
        self.loaded = 0                                 # how many modules are in it
        self._operators: list[tree.Node] = []           # what runs without being named: operator methods, generators
        self._library: set[str] = set()                 # the files of the library
        self._implied: list[tree.Node] = []             # those of them that run without an operator
        self._lazy = False                              # it mentions what calls functions while it is walked over
        self._calls_classes = False                     # where no name tells which
        # What calling any function value reaches, and what operators and generators assign; asked for below.
        self._of_any_call: Reached | None = None
        self._always: frozenset[str] | None = None
        self.take(world)

    def take(self, world: Any) -> None:
        """Take in the modules that have been loaded since."""
        written: list[tree.Node] = []
        for module in list(world.modules.values())[self.loaded:]:
            if module.library:
                self._library.add(module.tree.span.file)
            for stmt in module.tree.body:
                self._define(stmt, None if module.library else written)
        self.loaded = len(world.modules)
        for node in written:
            self._take_piece(node)
        if self._calls_classes:
            self.anything |= self.classes.keys()
        self._known.clear()
        self._of_any_call = self._always = None

    def _take_piece(self, node: tree.Node) -> None:
        """Take in a function of the program itself, or a statement outside of functions."""
        found = self.summary(node)
        self.anything |= found.values
        self.attributes |= found.attributes
        self.stops = self.stops or found.stops
        self.catches_stop = self.catches_stop or "StopIteration" in found.mentions
        self.slices = self.slices or "slice" in found.mentions | found.types
        self._lazy = self._lazy or not LAZY.isdisjoint(found.mentions)
        self._calls_classes = self._calls_classes or "type" in found.calls or "cls" in found.values
        if found.closures is None:
            found.closures = _closures(node) if found.functions > isinstance(node, tree.FunctionDef) else []
        self.closures += found.closures
        if found.yields or (isinstance(node, tree.FunctionDef) and _is_dunder(node.name)):
            self._operators.append(node)
            if isinstance(node, tree.FunctionDef) and node.name in IMPLIED:
                self._implied.append(node)

    def _define(self, stmt: tree.Node, written: list[tree.Node] | None) -> None:
        if isinstance(stmt, tree.ClassDef):
            parts = self.classes[stmt.name.rpartition(".")[2]]
            self.classes[stmt.name] = parts         # one list: whichever way a class inside a class is named
            parts += stmt.bases
            for inner in stmt.body:
                self._define(inner, written)
                if not isinstance(inner, (tree.FunctionDef, tree.ClassDef)) or _constructs(inner):
                    parts.append(inner)
            return
        if isinstance(stmt, (tree.FunctionDef, tree.AsyncFunctionDef)):
            self.functions[stmt.name].append(stmt)
            if isinstance(stmt, tree.FunctionDef) and has_own_decorator(stmt):
                self.decorated.add(stmt.name)
        if written is not None:
            written.append(stmt)

    def summary(self, node: tree.Node) -> Summary:
        """What a function or another piece of the program does itself."""
        found = self._summaries.get(id(node))
        if found is None:
            found = self._summaries[id(node)] = Summary()
            found.library = node.span.file in self._library
            _read(node, found, _shared(node), called=False)
        return found

    def of_name(self, name: str) -> frozenset[str]:
        """What calling any function or class of that name may assign."""
        if name not in self._known:
            self._known[name] = self.of([], Summary(calls={name}, mentions={name}))
        return self._known[name]

    def of_unknown(self) -> frozenset[str]:
        """What calling some function value may assign."""
        if "" not in self._known:
            self._known[""] = self.of([], Summary(unknown=True))
        return self._known[""]

    def of(self, nodes: list[tree.Node], more: Summary | None = None, constructing: bool = False) -> frozenset[str]:
        """What running `nodes` may assign, with all that they call."""
        start = [(self.summary(n), constructing) for n in nodes]
        if more is not None:
            start.append((more, False))
        start += [(self.summary(n), False) for n in self._implied]
        if self._of_any_call is None:
            values = [Summary(mentions=self.anything), *map(self.summary, self.closures)]
            self._of_any_call = self._reach([(found, False) for found in values], False)
        reached = self._reach(start, False)
        if not reached.works:
            return frozenset(reached.out)
        if self._always is None:
            self._always = frozenset(self._reach([(self.summary(n), False) for n in self._operators], self._lazy).out)
        return self._always | reached.out

    def plain_getter(self, name: str) -> set[str] | None:
        """What every property `name` reads, if each only returns an expression of attributes; else None."""
        found = self.functions.get(name, [])
        if not found or name in self.decorated or not all(map(only_reads, found)):
            return None
        return {m for node in found for m in self.summary(node).mentions} - {name}

    def read_by(self, attribute: str) -> set[str]:
        """The names that reading `attribute` looks at: itself, and those behind a property."""
        out: set[str] = set()
        todo = [attribute]
        while todo:
            name = todo.pop()
            if name not in out:
                out.add(name)
                todo += self.plain_getter(name) or ()
        return out

    def values_elsewhere(self, world: Any, nodes: list[Any]) -> set[str]:
        """The names that pieces of the program itself other than `nodes` mention elsewhere than as what is called."""
        written: list[tree.Node] = []
        for module in world.modules.values():
            if not module.library:
                for stmt in module.tree.body:
                    _pieces(stmt, written)
        return set[str]().union(*(self.summary(node).values for node in written if node not in nodes))

    def _reach(self, todo: list[tuple[Summary, bool]], unknown: bool) -> Reached:
        """What these do with all that they name; `unknown`: and some function value."""
        out: set[str] = set()
        works = unknown
        seen: tuple[set[str], set[str]] = set(), set()      # by the program, by the library
        supers: set[bool] = set()
        any_call = self._of_any_call
        while todo:
            summary, constructing = todo.pop()
            out |= summary.writes - summary.own if constructing else summary.writes
            works |= summary.works or summary.unknown or not all(
                name in self.functions or name in self.classes for name in summary.calls)
            if unknown or summary.unknown or not all(map(self._is_known, summary.calls)):
                if any_call is not None:
                    out |= any_call.out
                    works |= any_call.works
                    for mine, theirs in zip(seen, any_call.seen, strict=True):
                        mine |= theirs
                    supers |= any_call.supers
                any_call, unknown = None, False
            if SUPER_INIT in summary.mentions and constructing not in supers:
                supers.add(constructing)
                todo += [(self.summary(n), constructing) for n in self.functions.get("__init__", ())]
            for name in summary.mentions - seen[summary.library]:
                seen[summary.library].add(name)
                todo += self._named(name, summary.library)
        return Reached(out, works, seen, supers)

    def _named(self, name: str, by_library: bool) -> list[tuple[Summary, bool]]:
        """What may run where `name` is mentioned."""
        found = [(Summary(unknown=True), False)] if name in self.decorated else []
        own = name.startswith("_") and not name.startswith("__") and not by_library
        found += [(self.summary(n), False) for n in self.functions.get(name, ())
                  if not own or n.span.file not in self._library]
        found += [(self.summary(n), True) for n in self.classes.get(name, ())]
        return found

    def _is_known(self, name: str) -> bool:
        if name in self.functions:
            return name not in self.decorated
        return name in self.classes or name in SPECIAL_BUILTINS or name in BUILTIN_CLASSES


def _pieces(stmt: tree.Node, out: list[tree.Node]) -> None:
    """The functions and other statements of a statement, as `Changes` takes them in."""
    if isinstance(stmt, tree.ClassDef):
        for inner in stmt.body:
            _pieces(inner, out)
    else:
        out.append(stmt)


def _closures(node: tree.Node) -> list[tree.Node]:
    """The lambdas below `node` and the functions inside functions, in source order."""
    out: list[tree.Node] = []
    todo = [(child, isinstance(node, tree.FunctionDef)) for child in reversed(children(node))]
    while todo:
        at, inside = todo.pop()
        if isinstance(at, tree.Lambda) or inside and isinstance(at, tree.FunctionDef):
            out.append(at)
        below = inside or isinstance(at, tree.FunctionDef)
        todo += [(child, below) for child in reversed(children(at))]
    return out


def _is_dunder(name: str) -> bool:
    return name.startswith("__") and name.endswith("__") and name not in CONSTRUCTORS


def _constructs(node: tree.Node) -> bool:
    return isinstance(node, tree.FunctionDef) and node.name in CONSTRUCTORS


def only_reads(node: tree.Node) -> bool:
    """Whether a function only returns an expression of names, attributes and constants."""
    assert isinstance(node, tree.FunctionDef)
    body = [s for s in node.body if not (isinstance(s, tree.ExprStmt) and isinstance(s.value, tree.Constant))]
    if len(body) != 1 or not isinstance(body[0], tree.Return) or body[0].value is None:
        return False
    todo: list[tree.Node] = [body[0].value]
    while todo:
        at = todo.pop()
        if not isinstance(at, READS):
            return False
        todo += children(at)
    return True


def _shared(node: tree.Node) -> set[str]:
    """The names that `global` or `nonlocal` declare in a piece of the program."""
    out: set[str] = set()
    todo = [node]
    while todo:
        at = todo.pop()
        if isinstance(at, (tree.Global, tree.Nonlocal)):
            out.update(at.names)
        elif not isinstance(at, tree.Expr):
            todo += children(at)
    return out


def _read(node: tree.Node, out: Summary, shared: set[str], called: bool) -> None:
    """Add what `node` does to `out`; `shared` are the names that are variables of an outer scope."""
    rule = RULES.get(type(node))
    out.works |= not _passes(node)
    if rule is None:
        for child in children(node):
            _read(child, out, shared, called=False)
    else:
        rule(node, out, shared, called)


def _passes(node: tree.Node) -> bool:
    """Whether `node` itself only passes values around: it calls no method that it does not name, but `IMPLIED` ones."""
    match node:
        case tree.UnaryOp(op=op):
            return op == "not"
        case tree.Compare(ops=ops):
            return all(op in ("is", "is not") for op in ops)
        case tree.Keyword(name=None):
            return False
        case tree.FunctionDef():
            return not has_own_decorator(node)
    return isinstance(node, PASSING)


def _read_nothing(node: tree.Node, out: Summary, shared: set[str], called: bool) -> None:
    pass


def _read_below(node: tree.Node, out: Summary, shared: set[str], note: tree.Node | None = None) -> None:
    """What lies below `node`; `note` is the type that it states, which runs nothing."""
    for child in children(node):
        if child is note:
            out.types |= _names(child)
        else:
            _read(child, out, shared, called=False)


def _read_targets(node: tree.Assign | tree.Delete, out: Summary, shared: set[str], called: bool) -> None:
    for target in node.targets:
        _write(target, out, shared)
    _read_below(node, out, shared)


def _read_target(node: Any, out: Summary, shared: set[str], called: bool) -> None:
    if node.target is not None:
        _write(node.target, out, shared)
    _read_below(node, out, shared, node.annotation if isinstance(node, tree.AnnAssign) else None)


def _read_yield(node: tree.Yield | tree.YieldFrom, out: Summary, shared: set[str], called: bool) -> None:
    out.yields = True
    _read_below(node, out, shared)


def _read_name(node: tree.Name, out: Summary, shared: set[str], called: bool) -> None:
    name = node.id
    out.mentions.add(name)
    out.stops |= name in ("StopIteration", "__next__", "next")
    (out.calls if called else out.values).add(name)


def _read_attribute(node: tree.Attribute, out: Summary, shared: set[str], called: bool) -> None:
    name = node.attr
    out.mentions.add(name)
    out.stops |= name in ("StopIteration", "__next__")
    out.attributes.add(name)
    (out.calls if called else out.values).add(name)
    _read(node.value, out, shared, called=False)


def _read_keyword(node: tree.Keyword, out: Summary, shared: set[str], called: bool) -> None:
    if node.name == "key":
        _read(node.value, out, shared, called=True)
    _read(node.value, out, shared, called=False)


def _read_call(node: tree.Call, out: Summary, shared: set[str], called: bool) -> None:
    if _is_super_init(node.func):
        out.mentions.add(SUPER_INIT)
    else:
        _read(node.func, out, shared, called=True)
    out.unknown |= not isinstance(node.func, (tree.Name, tree.Attribute, tree.Subscript))
    for child in (*node.args, *node.keywords):
        _read(child, out, shared, called=False)


def _read_argument(node: tree.Arg, out: Summary, shared: set[str], called: bool) -> None:
    _read_below(node, out, shared, node.annotation)


def _read_function(node: Any, out: Summary, shared: set[str], called: bool) -> None:
    out.functions += 1
    _read_below(node, out, shared, node.returns if isinstance(node, tree.FunctionDef) else None)


RULES: dict[type, Callable[[Any, Summary, set[str], bool], None]] = {
    **dict.fromkeys((tree.Constant, tree.Pass, tree.Break, tree.Continue), _read_nothing),
    **dict.fromkeys((tree.Assign, tree.Delete), _read_targets),
    **dict.fromkeys((tree.AugAssign, tree.AnnAssign, tree.For, tree.NamedExpr, tree.Comprehension, tree.WithItem),
                    _read_target),
    **dict.fromkeys((tree.Yield, tree.YieldFrom), _read_yield),
    **dict.fromkeys((tree.FunctionDef, tree.Lambda), _read_function),
    tree.Name: _read_name, tree.Attribute: _read_attribute, tree.Keyword: _read_keyword, tree.Call: _read_call,
    tree.Arg: _read_argument,
}


def _names(node: tree.Node) -> set[str]:
    return {node.id} if isinstance(node, tree.Name) else set[str]().union(*map(_names, children(node)))


def _is_super_init(func: tree.Node) -> bool:
    """`super().__init__`, of an object that is being made."""
    match func:
        case tree.Attribute(value=tree.Call(func=tree.Name(id="super"), args=()), attr="__init__"):
            return True
    return False


def _write(target: tree.Node, out: Summary, shared: set[str]) -> None:
    match target:
        case tree.Attribute(value=value, attr=name):
            if isinstance(value, tree.Name) and value.id == "self" and name not in out.writes:
                out.own.add(name)
            elif not (isinstance(value, tree.Name) and value.id == "self"):
                out.own.discard(name)
            out.writes.add(name)
        case tree.Name(id=name) if name in shared:
            out.writes.add(name)
        case tree.Tuple() | tree.List() | tree.Starred():
            for child in children(target):
                _write(child, out, shared)


def changes(world: Any) -> Changes:
    """The analysis of the program as it is loaded now."""
    if world.changes is None:
        world.changes = Changes(world)
    elif world.changes.loaded != len(world.modules):
        world.changes.take(world)
    return world.changes


def doubt_items(fx: Fx) -> None:
    """What is known of items of containers is in doubt: some container may have changed."""
    for key in [k for k in fx.state.narrow if ITEM in k]:
        fx.state.doubted[key] = fx.state.narrow.pop(key)


def shared_keys(fx: Fx) -> list[str]:
    """The known facts that other code can end: about attributes, globals and variables that closures share."""
    return [k for k in fx.state.narrow if "." in k or _is_shared(fx, k)]


def _is_shared(fx: Fx, name: str) -> bool:
    """Whether `name` is a global, or a variable that closures share."""
    var = fx.lookup(name)
    return var is None or var.cell is not None


def doubt(fx: Fx, changed: frozenset[str]) -> None:
    """What is known of attributes and globals that are in `changed` is in doubt from here on."""
    for key in shared_keys(fx):
        head, *attributes = key.split(".")
        read = {name for a in attributes for name in changes(fx.world).read_by(a)}
        if _is_shared(fx, head):
            read.add(head)
        if not changed.isdisjoint(read):
            fx.state.doubted[key] = fx.state.narrow.pop(key)


def doubt_all(fx: Fx) -> None:
    """Any code of the program may have run: a generator was left and has come back."""
    for key in shared_keys(fx):
        fx.state.doubted[key] = fx.state.narrow.pop(key)


def after_call(fx: Fx, info: FuncInfo, receiver: ir.Expr | None, virtual: bool) -> None:
    """A call of `info`, or of what overrides it, has just been made."""
    if not shared_keys(fx):
        return
    found = changes(fx.world)
    if virtual or not _only_looks(info) or info.name == "__getitem__" and found.functions.get("__missing__"):
        doubt_items(fx)
    if info.node.decorators and (info.asm is not None or info.extern):
        doubt(fx, found.of_unknown())
    elif info.name in CONSTRUCTORS:
        while isinstance(receiver, ir.Convert):
            receiver = receiver.value
        fresh = isinstance(receiver, ir.LocalGet) and receiver.local.name.startswith(".")
        doubt(fx, found.of([info.node], constructing=fresh))
    elif virtual:
        doubt(fx, found.of_name(info.name))
    else:
        doubt(fx, found.of([info.node]))


def _only_looks(info: FuncInfo) -> bool:
    """Whether a function of the library changes no container."""
    home = "" if info.owner is None else info.owner.name
    core = info.module.library and info.module.name.startswith("lib.core.")
    return info.module.library and info.name in LOOKS or core and home in ("", "Str", "Bytes", "StrBuilder")


def after_unknown_call(fx: Fx) -> None:
    """A function value has just been called."""
    if shared_keys(fx):
        doubt_items(fx)
        doubt(fx, changes(fx.world).of_unknown())
