"""Where numbers (or texts) go in a whole program: from a place that makes one to every place that may hold it.

    def f(n: int) -> int:            places: the parameter n, the local m, what lies in xs, the result of f
        m = n
        xs.append(m)                 edges:  n -> m, m -> what lies in xs, m -> the result of f
        return m

A place is named with a path: `(1,)` is the second item of a tuple, `(HELD[0],)` what a list (or a pointer) holds. Two
names of one container hold the same, so what they hold flows both ways. A value that is optional or of a union has the
paths of all that it may be.

The library is not looked into: a call of it brings each number of a type variable's type to all such parts of its
arguments and its result, as nothing else can be done with it; what has a place in a tuple keeps it. Arithmetic makes
new numbers: nothing flows through it but, along edges of the kind `bits`, what `&`, `|`, `^` and `~` make of flags.
So do methods of text, but for those of `GIVES_ITSELF`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import Protocol

from rumpkc.emit.classes import Hierarchy
from rumpkc.ir import nodes as ir
from rumpkc.ir.showing import Showing, in_library
from rumpkc.ir.walk import walk
from rumpkc.types.types import (
    INT,
    NEVER,
    ArrayType,
    ClassInst,
    FuncType,
    OptionalType,
    PtrType,
    TupleType,
    Type,
    UnionType,
    is_object,
)

Path = tuple[int | str, ...]
Place = tuple[object, Path]
Source = ir.FieldGet | ir.FMember | ir.FMemberText
Names = frozenset[str] | tuple[frozenset[str], ...]
HELD = tuple(f"*{number}" for number in range(8))       # in the order of a class's type arguments
ALONE, ANY = ("alone",), ("any",)       # tags of paths that end in no tuple, and of all
BITS = frozenset(("and", "or", "xor", "not"))
LOADS = ("ptr.load", "unaligned.load", "volatile.load", "atomic.load.", "atomic.swap.", "atomic.cas.")
STORES = ("ptr.store", "unaligned.store", "volatile.store", "atomic.store.", "atomic.swap.", "atomic.cas.")
GIVES_ITSELF = frozenset(("partition", "rpartition"))    # of text: what is not taken apart is in the result as it is
NEGATIVE: Place = ("a number that may be below 0", ())


class Questions(Protocol):
    """What the graph asks about a program."""

    def is_source(self, value: ir.Expr) -> bool:
        """Whether an expression makes a value that is followed."""
        ...

    def shows(self, function: ir.Function) -> bool:
        """Whether a function of the library is itself an end of the graph."""
        ...

    def keeps(self, function: ir.Function) -> bool:
        """Whether a function of the library puts its arguments into an exception, as they are."""
        ...

    def open_parts(self, function: ir.Function) -> tuple[list[Names], Names]:
        """The type variables that the types of a library function's parameters mention, and that its result does. A
        tuple says it of each type argument of the parameter's class."""
        ...

    def looks_up(self, function: ir.Function) -> bool:
        """Whether a method of the library looks for its first argument, an item or key of what the object holds."""
        ...


class Flow:
    """The graph of one program, for values of type `of`. `sources` and `ends` are the places where it begins and ends;
    `raised` those that an exception of the library shows, with the method's name; `operands` those of operators on
    bits, each with the other operand."""

    def __init__(self, program: ir.Program, questions: Questions, of: Type) -> None:
        self.sources: dict[Place, Source] = {}
        self.ends: dict[Place, ir.Node] = {}
        self.raised: dict[Place, tuple[ir.Node, str]] = {}
        self.operands: dict[Place, tuple[ir.Prim, Place | None]] = {}
        self._questions = questions
        self._of = of
        self._edges: dict[Place, dict[Place, bool]] = {}
        self._paths: dict[Type, list[Path]] = {}
        self._hierarchy = Hierarchy(program)
        self._defined = {f.symbol: f for f in program.functions if f.body is not None}
        self._methods = _special_methods(program)
        self._showing = Showing(self._hierarchy, self._defined, questions.shows, False)
        self._raising = Showing(self._hierarchy, self._defined, lambda f: questions.shows(f) or questions.keeps(f),
                                True)
        for function in program.functions:
            if not in_library(function):
                self._function(function)
        for target in program.globals:
            if target.init is not None:
                self._frozen(target.init, target, ())

    def reached(self, starts: Iterable[Place], bits: bool) -> set[Place]:
        """The places that what lies in one of `starts` may come to, through operators on bits too if `bits`."""
        found = set(starts)
        todo = deque(found)
        while todo:
            for place, needs_bits in self._edges.get(todo.popleft(), {}).items():
                if (bits or not needs_bits) and place not in found:
                    found.add(place)
                    todo.append(place)
        return found

    def paths(self, t: Type) -> list[Path]:
        """Where the values that are followed lie in a value of type `t`."""
        known = self._paths.get(t)
        if known is None:
            self._paths[t] = []                             # of a type that holds itself
            known = self._paths[t] = list(dict.fromkeys(self._paths_of(t)))
        return known

    def _paths_of(self, t: Type) -> Iterable[Path]:
        match t:
            case OptionalType(item=item):
                yield from self.paths(item)
            case UnionType(members=members):
                for member in members:
                    yield from self.paths(member)
            case TupleType(items=items):
                for index, item in enumerate(items):
                    yield from ((index, *path) for path in self.paths(item))
            case PtrType(item=item) | ArrayType(item=item):
                yield from ((HELD[0], *path) for path in self.paths(item))
            case ClassInst(by_value=True) if not t.info.module.library:
                for name, item in t.fields.items():
                    yield from ((name, *path) for path in self.paths(item))
            case ClassInst():
                for held, arg in zip(HELD, holder(t).args, strict=False):
                    yield from ((held, *path) for path in self.paths(arg))
        if t == self._of:
            yield ()

    # The program

    def _function(self, function: ir.Function) -> None:
        if function.body is None:
            self._edge(NEGATIVE, (function, ()))
        for local, name in (function.kept or {}).items():
            if (place := _field(function.params[0].type, name)) is not None:
                self._both(local, (), place, (), local.type)
        nodes = list(walk(function.body or ()))
        counters = {step.local for node in nodes if isinstance(node, ir.Loop) for step in node.step
                    if isinstance(step, ir.SetLocal) and isinstance(step.value, ir.Prim)}
        for node in nodes:
            if not (isinstance(node, ir.SetLocal) and node.local in counters):     # `range` counts in plain numbers
                self._node(function, node)

    def _node(self, function: ir.Function, node: ir.Node) -> None:
        match node:
            case ir.SetLocal(local=target, value=value) | ir.SetGlobal(target=target, value=value):
                self._flow(value, (), target, ())
            case ir.SetField(obj=obj, name=name, value=value):
                if (place := _field(obj.type, name)) is not None:
                    self._flow(value, (), place, ())
                else:
                    self._fill(self._inside(obj), obj.type, value)
            case ir.Return(value=ir.Expr() as value):
                self._flow(value, (), function, ())
            case ir.Call(func=func, args=args):
                self._call(node, self._defined.get(func.symbol, func), args)
            case ir.CallVirtual(args=args):
                for target in self._hierarchy.implementations(node):
                    self._call(node, target, args)
            case ir.CallIndirect(args=args):
                for index, arg in enumerate(args):
                    self._flow(arg, (), (node.signature, index), ())
            case ir.Prim(op=op, args=(pointer, *values)) if op.startswith(STORES):
                self._flow(values[-1], (), self._inside(pointer), (HELD[0],))
            case ir.Prim(op=op) if op in BITS and node.type is INT is self._of:
                self._bits(node)
            case ir.FuncAddr(type=FuncType() as t, target=target):
                self._value(t, self._defined.get(target.symbol, target))
            case ir.Closure(type=FuncType() as t, target=target, env=env):
                self._value(t, target)
                if len(target.params) > len(t.params):
                    self._flow(env, (), target.params[0], ())
            case ir.Convert(value=value) if is_object(node.type) and self.paths(value.type):
                self.ends[node, ()] = node
                for path in self.paths(value.type):
                    self._edge((self._inside(value), path), (node, ()))

    def _call(self, node: ir.Call | ir.CallVirtual, target: ir.Function, args: tuple[ir.Expr, ...]) -> None:
        if in_library(target):
            self._library_call(node, target, args)
            return
        for arg, param in zip(args, target.params, strict=False):
            self._flow(arg, (), param, ())
        self._part(target, (), target.result, (), node, ())

    def _library_call(self, node: ir.Call | ir.CallVirtual, target: ir.Function, args: tuple[ir.Expr, ...]) -> None:
        """Each part of a type variable's type meets every other one."""
        if target.result is NEVER:
            return                                          # it serves to raise an exception
        if self._questions.looks_up(target) and self.paths(args[1].type):
            self._looked_up(node, target, args)
        if self._questions.keeps(target):
            for arg in args[1:]:
                self._may_be_raised(node, arg, target.shown_name)
        if target.shown_name in GIVES_ITSELF and args and args[0].type == self._of:
            for path in self.paths(target.result):
                self._flow(args[0], (), (node, "result"), path)
        shows = self._showing.of(target)
        takes, gives = self._questions.open_parts(target)
        for arg, names in zip(args, takes, strict=False):
            if not (shows or names):
                continue
            inside = self._inside(arg)
            for path in self.paths(arg.type):
                if shows:
                    self.ends[node, ()] = node
                    self._edge((inside, path), (node, ()))
                self._meet(node, inside, path, names, _is_held(path))
            self._called_back(node, arg.type, _all(names))
        for path in self.paths(target.result):
            self._meet(node, (node, "result"), path, gives, True, given=_is_held(path))

    def _looked_up(self, node: ir.Node, target: ir.Function, args: tuple[ir.Expr, ...]) -> None:
        """What is not there is shown by an exception, and a class of the program may have a `__missing__` for it."""
        if self._raising.of(target):
            self._may_be_raised(node, args[1], target.shown_name)
        for method in self._methods.get(args[0].type, []) if target.shown_name == "__getitem__" else []:
            if method.symbol.endswith("._absent"):
                self._flow(args[1], (), method.params[1], ())

    def _may_be_raised(self, node: ir.Node, value: ir.Expr, name: str) -> None:
        raised, inside = (node, "raised"), self._inside(value)
        self.raised[raised, ()] = node, name
        for path in self.paths(value.type):
            self._edge((inside, path), (raised, ()))

    def _meet(self, node: ir.Node, place: object, path: Path, names: Names, taken: bool, given: bool = True) -> None:
        """A call of the library is given what lies at `path`, or may put there what had the same place in a tuple or
        had none; each as far as it is of the type of one of the type variables `names`."""
        if isinstance(names, tuple):
            at = HELD.index(path[0]) if path and path[0] in HELD else len(names)
            names = names[at] if at < len(names) else _all(names)
        tag = _tag(path)
        for name in names:
            if given:
                self._edge((place, path), ((node, name), tag))
                self._edge((place, path), ((node, name), ANY))
            for found in ((ANY,) if tag == ALONE else (tag, ALONE)) if taken else ():
                self._edge(((node, name), found), (place, path))

    def _called_back(self, node: ir.Node, t: Type, names: frozenset[str]) -> None:
        """The functions, and the methods of the program's own objects, that the library may call."""
        parts = t.members if isinstance(t, UnionType) else (t.item,) if isinstance(t, OptionalType) else (t,)
        for part in parts:
            if isinstance(part, FuncType):
                for index, param in enumerate(part.params):
                    for path in self.paths(param):
                        self._meet(node, (part, index), path, names, True, _is_held(path))
                for path in self.paths(part.result):
                    self._meet(node, part, path, names, _is_held(path))
            for method in self._methods.get(part, []):
                for param in method.params[1:]:
                    for path in self.paths(param.type):
                        self._meet(node, param, path, names, True, _is_held(path))
                for path in self.paths(method.result):
                    self._meet(node, method, path, names, _is_held(path))

    def _value(self, t: FuncType, target: ir.Function) -> None:
        """A function becomes a value: calls of values of its type may reach it. Its environment comes first."""
        for index, param in enumerate(target.params[len(target.params) - len(t.params):]):
            self._part((t, index), (), param.type, (), param, ())
        self._part(target, (), target.result, (), t, ())

    def _bits(self, node: ir.Prim) -> None:
        places: list[Place] = [((node, index), ()) for index in range(len(node.args))]
        for index, (arg, place) in enumerate(zip(node.args, places, strict=True)):
            self._flow(arg, (), *place)
            self._edge(place, (node, ()), bits=True)
            self.operands[place] = (node, places[1 - index] if len(places) == 2 else None)
        if node.op == "not":
            self._edge(NEGATIVE, (node, ()))

    # Values

    def _inside(self, value: ir.Expr) -> object:
        """A place for `value`, which is used by more than its surroundings."""
        place = (value, "inside")
        self._flow(value, (), place, ())
        return place

    def _flow(self, value: ir.Expr, part: Path, to: object, at: Path) -> None:
        """The part `part` of `value` goes to the place `at` of `to`."""
        if not self.paths(value.type):
            return
        match value:
            case ir.Const(value=number):
                if isinstance(number, int) and number < 0:
                    self._edge(NEGATIVE, (to, at))
            case ir.GlobalAddr(target=source, type=PtrType(item=item)) if source.type != value.type:
                self._address(source, item, part, to, at)
            case ir.LocalGet(local=source) | ir.GlobalGet(target=source) | ir.GlobalAddr(target=source):
                self._part(source, (), value.type, part, to, at)
            case ir.FieldGet():
                self._field_get(value, part, to, at)
            case ir.FieldAddr(obj=obj, name=name, type=PtrType(item=item)):
                if (place := _field(obj.type, name)) is not None:
                    self._address(place, item, part, to, at)
            case ir.Aggregate(items=items, type=t):
                names = list(t.fields) if isinstance(t, ClassInst) else list(range(len(items)))
                for name, item in zip(names, items, strict=True):
                    if isinstance(t, ClassInst) and t.info.module.library:
                        self._flow(item, (), to, at)
                    elif not part:
                        self._flow(item, (), to, (*at, name))
                    elif part[0] == name:
                        self._flow(item, part[1:], to, at)
            case ir.TupleGet(value=whole, index=index):
                self._flow(whole, (index, *part), to, at)
            case ir.Convert(value=inner):
                if not value.type == inner.type == self._of:            # `int(x)` makes a plain number
                    self._flow(inner, part, to, at)
                    self._seen_as_container(inner.type, value.type, to, at)
            case ir.IfExp(then=then, orelse=orelse):
                self._flow(then, part, to, at)
                self._flow(orelse, part, to, at)
            case ir.Seq(value=inner):
                self._flow(inner, part, to, at)
            case ir.Call() | ir.CallVirtual():
                self._part(value, (), value.type, part, to, at)
                self._part((value, "result"), (), value.type, part, to, at)
            case ir.CallIndirect(signature=signature):
                self._part(signature, (), value.type, part, to, at)
            case ir.Prim():
                self._prim(value, part, to, at)

    def _field_get(self, value: ir.FieldGet, part: Path, to: object, at: Path) -> None:
        obj = value.obj
        if self._questions.is_source(value):
            self._source(value, to, at)
            return
        assert isinstance(obj.type, ClassInst)
        if obj.type.by_value and not obj.type.info.module.library:
            self._flow(obj, (value.name, *part), to, at)
        elif (place := _field(obj.type, value.name)) is not None:
            self._part(place, (), value.type, part, to, at)
        else:                                               # of a container of the library
            inside = self._inside(obj)
            for path, mine in self._alike(obj.type, value.type):
                if mine[:len(part)] == part:
                    self._edge((inside, path), (to, (*at, *mine[len(part):])))

    def _fill(self, container: object, t: Type, value: ir.Expr) -> None:
        """`value` becomes a field of a container of the library."""
        inside = self._inside(value)
        for path, mine in self._alike(t, value.type):
            self._edge((inside, mine), (container, path))

    def _alike(self, one: Type, other: Type) -> Iterable[tuple[Path, Path]]:
        """The pairs of paths with the same place in a tuple."""
        return [(p, q) for p in self.paths(one) for q in self.paths(other) if _tag(p) == _tag(q)]

    def _prim(self, value: ir.Prim, part: Path, to: object, at: Path) -> None:
        op = value.op
        if op.startswith(LOADS):
            self._flow(value.args[0], (HELD[0], *part), to, at)
        elif op in ("ptr.add", "ptr.addbytes", "smin", "smax"):
            for arg in value.args if op.startswith("s") else value.args[:1]:
                self._flow(arg, part, to, at)
        elif op in BITS:
            self._edge((value, ()), (to, at))
        elif value.type is INT and op != "zext" and not (op == "shl" and isinstance(value.args[0], ir.Const)):
            self._edge(NEGATIVE, (to, at))

    def _seen_as_container(self, source: Type, target: Type, to: object, at: Path) -> None:
        """An object of the program's own class as what the library takes: its methods give what it holds."""
        for method in self._methods.get(source, []) if source != target else []:
            for path, mine in self._alike(method.result, target):
                self._edge((method, path), (to, (*at, *mine)))

    def _source(self, node: Source, to: object, at: Path) -> None:
        self.sources[node, ()] = node
        self._edge((node, ()), (to, at))

    def _part(self, source: object, root: Path, t: Type, part: Path, to: object, at: Path) -> None:
        """Edges from the part `part` of a place of type `t`; both ways for what a container holds."""
        for path in self.paths(t):
            if path[:len(part)] == part:
                one, other = (source, (*root, *path)), (to, (*at, *path[len(part):]))
                self._edge(one, other)
                if _is_held(path[len(part):]):
                    self._edge(other, one)

    def _address(self, source: object, item: Type, part: Path, to: object, at: Path) -> None:
        """Edges to and from the part `part` of a pointer to a place of type `item`."""
        for path in self.paths(item):
            whole = (HELD[0], *path)
            if whole[:len(part)] == part:
                self._edge((source, path), (to, (*at, *whole[len(part):])))
                self._edge((to, (*at, *whole[len(part):])), (source, path))

    def _both(self, one: object, at: Path, other: object, there: Path, t: Type) -> None:
        """Two names of one place."""
        for path in self.paths(t):
            self._edge((one, (*at, *path)), (other, (*there, *path)))
            self._edge((other, (*there, *path)), (one, (*at, *path)))

    def _edge(self, source: Place, to: Place, bits: bool = False) -> None:
        targets = self._edges.setdefault(source, {})
        targets[to] = targets.get(to, True) and bits

    # The image

    def _frozen(self, value: ir.Frozen, to: object, at: Path) -> None:
        match value:
            case ir.FMember(type=plain) | ir.FMemberText(type=plain) if plain == self._of:
                self._source(value, to, at)
            case ir.FScalar(value=number):
                if isinstance(number, int) and number < 0:
                    self._edge(NEGATIVE, (to, at))
            case ir.FAddr(type=FuncType() as signature, target=ir.Function() as function):
                self._value(signature, function)
            case ir.FAddr(target=ir.Global(type=PtrType(item=ClassInst(by_value=True) as entry)) as target) if (
                    entry.info.module.library):             # the entries of a dict
                self._both(target, HELD[:1], to, at, entry)
            case ir.FAddr(target=ir.Global() as target):
                self._both(target, (), to, at, target.type)
            case ir.FObject(type=cls, fields=fields):
                for name, part in zip(cls.fields, fields, strict=True):
                    if (place := _field(cls, name)) is not None:
                        self._frozen(part, place, ())
                    else:
                        self._frozen(part, to, (*at, HELD[0]) if isinstance(part, (ir.FScalar, ir.FStr)) else at)
            case ir.FBuffer(items=items) | ir.FAggregate(type=ArrayType(), items=items):
                for part in items:
                    self._frozen(part, to, (*at, HELD[0]))
            case ir.FAggregate(type=FuncType() as signature, items=(ir.FAddr(target=ir.Function() as function), *_)):
                self._value(signature, function)
            case ir.FAggregate(type=TupleType(), items=items):
                for index, part in enumerate(items):
                    self._frozen(part, to, (*at, index))
            case ir.FAggregate(type=ClassInst(fields=named) as cls, items=items) if not cls.info.module.library:
                for name, part in zip(named, items, strict=True):
                    self._frozen(part, to, (*at, name))
            case ir.FAggregate(type=ClassInst(fields=named, args=args), items=items):
                for held, part in zip(HELD, items[len(named) - len(args):], strict=False):
                    self._frozen(part, to, (*at, held))
            case ir.FAggregate(items=items):                # optional, or of a union
                for part in items:
                    self._frozen(part, to, at)


def _special_methods(program: ir.Program) -> dict[Type, list[ir.Function]]:
    """The methods of the program's own classes that the library may call, by each class that may stand for theirs."""
    out: dict[Type, list[ir.Function]] = {}
    for function in program.functions:
        if not in_library(function) and function.params and isinstance(owner := function.params[0].type, ClassInst):
            name = function.symbol.rpartition(".")[2]
            at: ClassInst | None = owner if name.startswith("_") and name != "__init__" else None
            while at is not None:
                out.setdefault(at, []).append(function)
                at = at.base
    return out


def holder(cls: ClassInst) -> ClassInst:
    """The class of the library whose type arguments say what an object holds: of a `Counter[str]`, `dict[str, int]`."""
    found = cls
    at: ClassInst | None = cls
    while at is not None:
        if at.info.module.library and (len(at.args) > len(found.args) or not found.info.module.library):
            found = at
        at = at.base
    return found


def _tag(path: Path) -> Path:
    """The place in a tuple where a path ends."""
    return path[-1:] if path and path[-1] not in HELD else ALONE


def _is_held(path: Path) -> bool:
    """Whether a path leads into a container, which other names may name too."""
    return any(part in HELD for part in path)


def _all(names: Names) -> frozenset[str]:
    return frozenset().union(*names) if isinstance(names, tuple) else names


def _field(t: Type, name: str) -> tuple[ClassInst, str] | None:
    """A field by the topmost class that has it; None for one of a container of the library."""
    assert isinstance(t, ClassInst)
    cls = t
    while cls.base is not None and name in cls.base.fields:
        cls = cls.base
    return None if cls.info.module.library and holder(cls).args else (cls, name)
