"""Objects of module bodies become constants of the image, by their checked types.

    rows[5] == ("list", [6, 7]), type list[int]     ->      FAddr(Global(FObject(list[int], (2, 2, FAddr(buffer)))))

A row becomes one global for each type it is seen as, so identity, sharing and rings are kept. What has no frozen form
is E0493 with the path to it (`TABLE[3].handler`); a value that does not fit its type is E0494.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from rumpkc.diagnostics import CompileError, fail, shown_integer
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types.globals import zero
from rumpkc.types.types import (
    BOOL,
    F32,
    FLOAT,
    INT,
    NONE,
    U8,
    U64,
    ArrayType,
    ClassInst,
    FormsType,
    FuncType,
    IntType,
    OptionalType,
    PtrType,
    TupleType,
    Type,
    UnionType,
    held,
    is_object,
    is_pointer,
)
from rumpkc.types.unset import FLAG
from rumpkc.types.wrapped import HELD

Parts = dict[str, ir.Frozen | int]      # fields of a library class by name; a number stands for a scalar
CALLABLE = ("function", "class", "builtin", "partial", "text method")
NO_ROWS: Mapping[str, int] = {}
BOXED: dict[str, Type] = {"int": INT, "bool": BOOL, "float": FLOAT, "NoneType": NONE}   # in boxes


class Program(Protocol):
    """What freezing needs from the checker."""

    def text_class(self, kind: str) -> ClassInst:
        """The class of `str` or `bytes` objects."""
        ...

    def prepare(self, cls: ClassInst) -> None:
        """Fill in the fields of `cls`, of which an object is frozen."""
        ...

    def new_global(self, hint: str, of: Type, constant: bool, span: Span) -> ir.Global:
        """A new global of the program for an object or buffer, without an initial value yet."""
        ...

    def class_named(self, module: str, name: str, static: ClassInst) -> ClassInst | None:
        """The instance of class `name` of `module` that an object seen as `static` has; None for another class."""
        ...

    def builtin_class(self, name: str) -> ClassInst | None: ...
    def box_of(self, t: Type) -> ClassInst:
        """The class of a number, bool or None that is an `object`."""
        ...

    def class_of_objects(self, entry: Any, keys: list[str], span: Span) -> ClassInst | None:
        """The class of a container of any objects, for the kind of row that it is."""
        ...

    def widen(self, t: Type, span: Span) -> None:
        """Note that a value of the type is known as `object` only, at `span`."""
        ...

    def library_class(self, name: str, static: ClassInst) -> ClassInst | None:
        """The class `name` of `collections` that an object seen as `static` has; None for another class."""
        ...

    def maker(self, entry: Any, of: FuncType, path: str, span: Span, freezer: Freezer) -> tuple[ir.Frozen, str]:
        """What a `defaultdict` makes its values with, and how `repr` shows that."""
        ...

    def again(self, entry: Any, of: FuncType, path: str, span: Span, freezer: Freezer) -> ir.Frozen:
        """What makes the generators of a context manager, a row of its own kind."""
        ...

    def enum_member(self, cls: ClassInst, name: str, bits: int | None, span: Span) -> ir.Frozen:
        """A member of an enumeration as a constant; with `bits`, a flag that is no single one."""
        ...

    def member_value(self, entry: Any, plain: Type, span: Span) -> ir.Frozen | None:
        """The value of a member of an IntEnum, IntFlag or StrEnum, in a place of a `plain` int or str; None where it
        may not lie there."""
        ...

    def note_class(self, cls: ClassInst) -> None:
        """The class is a value of the program."""
        ...

    def function(self, entry: Any, of: FuncType, path: str, span: Span, freezer: Freezer,
                 heads: tuple[str, ...] | None = None) -> ir.Frozen:
        """The function, class or builtin of a row as a constant of type `of`."""
        ...


class Freezer:
    """Turns rows into Frozen constants. One for a program: it remembers what is frozen already."""

    def __init__(self, rows: Sequence[Any], program: Program) -> None:
        self.rows = rows
        self._program = program
        self._objects: dict[tuple[int, Type], ir.Global] = {}
        self.environments: dict[tuple[int, int], ir.Frozen] = {}     # by the row of a closure, and its code
        self.forwards: dict[int, tree.Lambda] = {}                  # by the row of a function that a loop made
        self._fitting: dict[tuple[int, int], bool] = {}             # by the same

    def variable(self, row: int, t: Type, name: str, span: Span) -> ir.Frozen:
        """`freeze` for a variable: where it fails, no object that is half made stays known."""
        known = dict(self._objects)
        self._fitting.clear()           # since then more may be compiled
        try:
            return self.freeze(row, t, name, span)
        except BaseException:           # not errors alone: a lambda in it may have to wait for the rest of the program
            self._objects = known
            raise

    def fits(self, work: Callable[[], object], key: tuple[int, int]) -> bool:
        """Whether what `work` freezes, the environment `key`, has the types that it is frozen as; nothing of it stays
        known but the answer, which closures over closures would ask for again and again."""
        if key not in self._fitting:
            known, made = dict(self._objects), dict(self.environments)
            try:
                work()
                self._fitting[key] = True
            except CompileError:
                self._fitting[key] = False
            finally:
                self._objects, self.environments = known, made
        return self._fitting[key]

    def freeze(self, row: int, t: Type, path: str, span: Span) -> ir.Frozen:
        """The constant for row `row` in a place of type `t`. `path` names the place in messages."""
        kind = self.rows[row][0]
        if isinstance(t, IntType):
            return self._int(row, t, path, span)
        if isinstance(t, OptionalType):
            return self._optional(row, t, path, span)
        if isinstance(t, UnionType):
            return self._union(row, t, path, span)
        if t is BOOL and kind == "bool" or t in (FLOAT, F32) and kind == "float":
            return ir.FScalar(t, self.rows[row][1])
        if t is NONE and kind == "none":
            return ir.FScalar(NONE, None)
        if isinstance(t, FormsType) and kind in CALLABLE:
            pairs = zip(t.functions, t.heads, strict=True)
            return ir.FAggregate(t, tuple(self._program.function(self.rows[row], of, path, span, self, heads)
                                          for of, heads in pairs))
        if isinstance(t, TupleType) and kind == "tuple" and len(self.rows[row][1]) == len(t.items):
            pairs = enumerate(zip(self.rows[row][1], t.items, strict=True))
            return ir.FAggregate(t, tuple(self.freeze(item, it, f"{path}[{i}]", span) for i, (item, it) in pairs))
        if isinstance(t, ArrayType) and kind == "array" and len(self.rows[row][1]) == t.length:
            return ir.FAggregate(t, self._items(self.rows[row][1], t.item, path, span))
        if isinstance(t, FuncType) and kind in CALLABLE:
            return self._program.function(self.rows[row], t, path, span, self)
        if kind in ("class", "builtin") and (cls := held(t)) is not None:
            return self._class(row, t, cls, path, span)
        if isinstance(t, ClassInst):
            return self._instance(row, t, path, span)
        raise self._misfit(row, t, path, span)

    def _class(self, row: int, t: Type, base: Type, path: str, span: Span) -> ir.Frozen:
        """A class as a value."""
        entry = self.rows[row]
        boxed = BOXED.get(entry[2]) if entry[1] == "builtins" else None
        if boxed is not None and (boxed is base or is_object(base)):
            record = self._program.box_of(boxed) if is_object(base) else None
            return ir.FAggregate(t, (ir.FAddr(PtrType(U8), record),))
        if entry[1] == "builtins" and (is_object(base) or base is self._program.builtin_class(entry[2])):
            cls = self._program.builtin_class(entry[2])
        else:
            cls = self._program.class_named(entry[1], entry[2], base) if isinstance(base, ClassInst) else None
        if cls is None:
            raise self._misfit(row, t, path, span)
        self._program.note_class(cls)
        return ir.FAggregate(t, (ir.FAddr(PtrType(U8), cls),))

    # What closures hold

    def contents(self, row: int, t: Type, path: str, span: Span) -> ir.Frozen:
        """What the cell of a closure holds, where the closure copies it."""
        held = self.rows[row][1]
        if held is None:
            raise fail("E0493", f"`{path}` is a closure over a variable that is not bound", span)
        return self.freeze(held, t, path, span)

    def cell(self, row: int, t: Type, path: str, span: Span) -> ir.Frozen:
        """A cell that closures share."""
        assert isinstance(t, ClassInst)
        if (row, t) not in self._objects:
            target = self._objects[row, t] = self._program.new_global(f"{path}.cell", t, False, span)
            value = self.contents(row, t.fields["value"], path, span)
            target.init = ir.FObject(t, (value, ir.FScalar(BOOL, True)))
        return ir.FAddr(t, self._objects[row, t])

    def environment(self, t: ClassInst, fields: tuple[ir.Frozen, ...], path: str, span: Span) -> ir.Frozen:
        """The environment object of a closure."""
        target = self._program.new_global(f"{path}.env", t, False, span)
        target.init = ir.FObject(t, fields)
        return ir.FAddr(t, target)

    # Scalars and unions

    def _int(self, row: int, t: IntType, path: str, span: Span) -> ir.Frozen:
        entry = self.rows[row]
        if entry[0] == "enum" and t is INT:
            number = self._program.member_value(entry, t, span)
            if number is None:
                raise self._misfit(row, t, path, span)
            return number
        if entry[0] != "int":
            raise self._misfit(row, t, path, span)
        value = entry[1]
        if not t.low <= value <= t.high:
            literal = path.isidentifier() and t is INT and 0 <= value <= U64.high
            raise fail("E0494", f"`{path}` is {shown_integer(value)}, which does not fit {t}", span,
                       f"{t} holds {t.low} to {t.high}",
                       help=f"write `{path}: Final = …` for a literal, or `{path}: u64 = …`" if literal else "")
        return ir.FScalar(t, value)

    def _optional(self, row: int, t: OptionalType, path: str, span: Span) -> ir.Frozen:
        if self.rows[row][0] == "none":
            return ir.FAddr(t, None) if is_pointer(t.item) else ir.FScalar(t, None)
        item = self.freeze(row, t.item, path, span)
        return item if is_pointer(t.item) else ir.FAggregate(t, (ir.FScalar(U8, 1), item))

    def _union(self, row: int, t: UnionType, path: str, span: Span) -> ir.Frozen:
        fitting = [member for member in t.members if self._is_of(row, member)]
        for member in fitting[:-1]:
            known = dict(self._objects)
            try:
                return self.freeze(row, member, path, span)
            except CompileError:
                self._objects = known               # of lists with other items, and the like
        if not fitting:
            raise self._misfit(row, t, path, span)
        return self.freeze(row, fitting[-1], path, span)

    def _is_of(self, row: int, t: Type) -> bool:
        """Whether the object is an instance of a union's member."""
        entry = self.rows[row]
        if isinstance(t, IntType):
            return entry[0] == "int" and t.low <= entry[1] <= t.high
        if held(t) is not None:
            return entry[0] in ("class", "builtin")
        if isinstance(t, ClassInst):
            if entry[0] in ("object", "enum"):
                return self._program.class_named(entry[1], entry[2], t) is not None
            if t.info.kind == "typeddict":
                return entry[0] == "dict" and all(self.rows[key][1] in t.info.keys for key, _ in entry[1])
            return entry[0] == t.name
        if isinstance(t, FormsType):
            return entry[0] in CALLABLE
        if isinstance(t, TupleType):
            return entry[0] == "tuple" and len(entry[1]) == len(t.items)
        if isinstance(t, FuncType):
            return entry[0] in CALLABLE
        kinds: dict[Type, str] = {BOOL: "bool", FLOAT: "float", NONE: "none"}
        return entry[0] == kinds.get(t)

    # Objects

    def _instance(self, row: int, t: ClassInst, path: str, span: Span) -> ir.Frozen:
        entry = self.rows[row]
        kind = entry[0]
        if is_object(t):
            return self._anything(row, t, path, span)
        if kind in ("str", "bytes"):
            if kind == "str" and any("\ud800" <= c <= "\udfff" for c in entry[1]):
                raise fail("E0493", f"{path} holds half of a surrogate pair, which has no UTF-8", span,
                           help="write it where it is used")
            if t is self._program.text_class(kind) or t.name == "object":
                return ir.FStr(self._program.text_class(kind), entry[1])
            raise self._misfit(row, t, path, span)
        if kind == "enum":
            if t is self._program.text_class("str"):
                text = self._program.member_value(entry, t, span)
                if text is None:
                    raise self._misfit(row, t, path, span)
                return text
            cls = self._program.class_named(entry[1], entry[2], t)
            if cls is None:
                raise self._misfit(row, t, path, span)
            return self._program.enum_member(cls, entry[3], entry[4], span)
        if kind in ("list", "bytearray", "dict", "set", "frozenset", "span") and kind == t.name.lower() or (
                kind == "dict" and t.info.kind == "typeddict"):
            return self._container(row, kind, t, path, span)
        if kind in LIBRARY:
            cls = self._program.library_class(kind, t)
            if cls is None:
                raise self._misfit(row, t, path, span)
            build, found = LIBRARY[kind], cls

            def library_fields() -> tuple[ir.Frozen, ...]:
                return self._by_name(found, build(self, row, found, path, span), path, span)

            return self._object(row, found, library_fields, path, span)
        if kind == "tuple" and t.info.module.name == "lib.core.vartuple":
            return self._container(row, kind, t, path, span)
        if kind == "tuple" and len(entry) > 2 and entry[2] != "builtins":
            return self._named_tuple(row, t, path, span)
        if kind == "manager" and t.info.module.name == "lib.contextlib":
            return self._manager(row, t, path, span)
        if kind == "slice" and t.name == "slice":
            self._program.prepare(t)
            parts: dict[str, int] = dict(zip(("start", "stop", "step"), entry[1], strict=True))
            return self._object(row, t, lambda: self._fields(t, parts, path, span), path, span)
        if kind != "object":
            raise self._misfit(row, t, path, span)
        cls = self._program.class_named(entry[1], entry[2], t)
        if cls is None:
            raise self._misfit(row, t, path, span)
        below = [a.shown_name for a in cls.info.ancestors() if a.module.library and a.shown_name in BASES]
        if below:
            raise fail("E0493", f"`{path}` is a `{cls}`: objects of classes below `{below[0]}` cannot be frozen", span,
                       help="make it where it is used")
        fields, of_class = dict(entry[3]), dict(entry[4] if len(entry) > 4 else ())
        if cls.by_value:
            return ir.FAggregate(cls, self._fields(cls, fields, path, span))
        return self._object(row, cls, lambda: self._fields(cls, fields, path, span, of_class), path, span)

    def _anything(self, row: int, t: ClassInst, path: str, span: Span) -> ir.Frozen:
        """An `object`: the address of whatever it is; items of containers are objects too."""
        entry = self.rows[row]
        scalar = NONE if entry[0] == "none" else BOXED.get(entry[0])
        if scalar is not None:
            box = self._program.box_of(scalar)
            self._program.widen(scalar, span)
            return self._object(row, box, lambda: (self.freeze(row, scalar, path, span),), path, span)
        if entry[0] in ("str", "bytes"):
            return self._instance(row, self._program.text_class(entry[0]), path, span)
        keys = [self.rows[key][0] for key, _ in entry[1]] if entry[0] == "dict" else []
        cls = self._program.class_of_objects(entry, keys, span)
        if cls is not None:
            return self._instance(row, cls, path, span)
        if entry[0] not in ("object", "enum") and not (entry[0] == "tuple" and len(entry) > 2):
            raise self._misfit(row, t, path, span)
        home = (entry[1], entry[2]) if entry[0] != "tuple" else (entry[2], entry[3])
        found = self._program.class_named(*home, t)
        if found is None:
            raise self._misfit(row, t, path, span)
        self._program.widen(found, span)
        if found is t:
            return self._object(row, found, tuple, path, span)
        return self._instance(row, found, path, span)

    def _object(self, row: int, cls: ClassInst, fields: Any, path: str, span: Span) -> ir.Frozen:
        """The address of the object's global; made before its fields, so that rings end."""
        known = self._objects.get((row, cls))
        if known is None:
            other = next((t for at, t in self._objects if at == row and t is not cls), None)
            if other is not None and self.rows[row][0] in ("list", "dict", "set"):
                raise fail("E0493", f"`{path}` is one object that is a {other} and a {cls}", span,
                           help="give its place the same type everywhere")
            changing = any(name.endswith(HELD) or name == ZERO[1] for name in cls.fields)     # whoever raises it
            constant = cls.info.frozen and not changing
            known = self._objects[row, cls] = self._program.new_global(path, cls, constant, span)
            known.init = ir.FObject(cls, fields())
        return ir.FAddr(cls, known)

    def _fields(self, cls: ClassInst, rows: dict[str, int], path: str, span: Span, of_class: Mapping[str, int] = NO_ROWS
                ) -> tuple[ir.Frozen, ...]:
        """The fields of an object with the values `rows`; its class has `of_class` for those of which it has none."""
        out: list[ir.Frozen] = []
        for name, ft in cls.fields.items():
            if name.startswith(FLAG):
                out.append(ir.FScalar(BOOL, name.removeprefix(FLAG) in rows))
                continue
            if name not in rows and FLAG + name in cls.fields:
                out.append(zero(ft))
                continue
            if name.endswith(HELD):
                out.append(self._held(rows.get(name.removesuffix(HELD)), ft, f"{path}.{name}", span))
                continue
            if name not in rows and name.startswith(ZERO):
                out.append(_zero(ft))
                continue
            row = rows.get(name, of_class.get(name))
            if row is None:
                raise fail("E0493", f"`{path}` has no field `{name}`: its `__init__` did not set it", span,
                           help=f"set every field of `{cls.name}` before the module body ends")
            out.append(self.freeze(row, ft, f"{path}.{name}", span))
        return tuple(out)

    def _held(self, row: int | None, t: Type, path: str, span: Span) -> ir.Frozen:
        """The value of a cached property (`types/wrapped.py`), if the module body has asked for it."""
        if row is None:
            return ir.FAddr(t, None)
        assert isinstance(t, OptionalType) and isinstance(t.item, ClassInst)
        self._program.prepare(t.item)
        target = self._program.new_global(path, t.item, False, span)
        target.init = ir.FObject(t.item, (self.freeze(row, t.item.args[0], path, span),))
        return ir.FAddr(t, target)

    def _manager(self, row: int, t: ClassInst, path: str, span: Span) -> ir.Frozen:
        """What a function below `@contextmanager` gave, and a function that decorates keeps: it makes its generator
        where it is entered."""
        entry = self.rows[row]
        cls = t if t.info.name == "_GeneratorContextManager" else self._program.class_named(
            "contextlib", "_GeneratorContextManager", t)
        if cls is None:
            raise self._misfit(row, t, path, span)
        self._program.prepare(cls)
        again = cls.fields["again"]
        assert isinstance(again, FuncType)
        maker = self._program.again(entry[1], again, path, span, self)
        values: Parts = {"gen": ir.FAddr(cls.fields["gen"], None), "again": maker}
        return self._object(row, cls, lambda: self._by_name(cls, values, path, span), path, span)

    def _named_tuple(self, row: int, t: ClassInst, path: str, span: Span) -> ir.Frozen:
        _, items, module, name = self.rows[row]
        cls = self._program.class_named(module, name, t)
        if cls is None or len(items) != len(cls.fields):
            raise self._misfit(row, t, path, span)
        rows = dict(zip(cls.fields, items, strict=True))
        if cls.by_value:
            return ir.FAggregate(cls, self._fields(cls, rows, path, span))
        return self._object(row, cls, lambda: self._fields(cls, rows, path, span), path, span)

    # Containers: the fields are those of lib/core's classes, found by their names

    def _container(self, row: int, kind: str, t: ClassInst, path: str, span: Span) -> ir.Frozen:
        if kind == "span":
            data, count = self._buffer(self.rows[row][1], t.args[0], path, span)
            return ir.FAggregate(t, self._by_name(t, {"_data": data, "_len": count}, path, span))
        build = {"list": self._list, "bytearray": self._bytearray, "dict": self._dict, "set": self._set,
                 "frozenset": self._set, "tuple": self._tuple}[kind]
        return self._object(row, t, lambda: self._by_name(t, build(row, t, path, span), path, span), path, span)

    def _by_name(self, t: ClassInst, values: Parts, path: str, span: Span) -> tuple[ir.Frozen, ...]:
        """The fields of a library class in layout order. A number takes the field's type; what is not named is zero."""
        self._program.prepare(t)
        unknown = set(values) - set(t.fields)
        if unknown:
            raise fail("E0901", f"internal error: {t} has no field {sorted(unknown)[0]}, wanted for `{path}`", span)
        out: list[ir.Frozen] = []
        for name, ft in t.fields.items():
            value = values.get(name, 0)
            out.append(value if isinstance(value, ir.Frozen) else _zero(ft, value))
        return tuple(out)

    def _list(self, row: int, t: ClassInst, path: str, span: Span) -> Parts:
        data, count = self._buffer(self.rows[row][1], t.args[0], path, span)
        return {"_len": count, "_cap": count, "_data": data}

    def _tuple(self, row: int, t: ClassInst, path: str, span: Span) -> Parts:
        """A `tuple[T, ...]`."""
        data, count = self._buffer(self.rows[row][1], t.args[0], path, span)
        return {"_len": count, "_data": data}

    def _bytearray(self, row: int, t: ClassInst, path: str, span: Span) -> Parts:
        self._program.prepare(t)
        item = t.fields["_data"]
        assert isinstance(item, PtrType)
        content = tuple(ir.FScalar(item.item, byte) for byte in self.rows[row][1])
        data = self._place(content, item.item, path, span)
        return {"_len": len(content), "_cap": len(content), "_data": data}

    def _dict(self, row: int, t: ClassInst, path: str, span: Span) -> Parts:
        """Dense entries in insertion order; the index stays null and is built on first use."""
        t = _dict_of(t)
        entry_type = self._entry_type(t)
        items: list[ir.Frozen] = []
        for number, (key, value) in enumerate(self.rows[row][1]):
            parts: Parts = {
                "key": self.freeze(key, t.args[0], f"{path} key {number}", span),
                "value": self.freeze(value, t.args[1], f"{path}[{self._shown(key)}]", span)}
            items.append(ir.FAggregate(entry_type, self._entry(entry_type, parts, path, span)))
        return self._hashed(items, entry_type, path, span)

    def _default_dict(self, row: int, t: ClassInst, path: str, span: Span) -> Parts:
        parts = self._dict(row, t, path, span)
        factory = t.fields["default_factory"]
        assert isinstance(factory, OptionalType) and isinstance(factory.item, FuncType)
        entry = self.rows[self.rows[row][2]]
        if entry[0] == "none":
            made, shown = self.freeze(self.rows[row][2], factory, path, span), "None"
        else:
            code, shown = self._program.maker(entry, factory.item, f"{path}.default_factory", span, self)
            made = ir.FAggregate(factory, (ir.FScalar(U8, 1), code))
        return {**parts, "default_factory": made, "_shown": ir.FStr(self._program.text_class("str"), shown)}

    def _deque(self, row: int, t: ClassInst, path: str, span: Span) -> Parts:
        """The capacity is a power of two; what is free behind the items is filled up with the first one."""
        _, rows, limit = self.rows[row]
        room = 1 << max(0, len(rows) - 1).bit_length() if rows else 0
        data, _ = self._buffer([*rows, *rows[:1] * (room - len(rows))], t.args[0], path, span)
        self._program.prepare(t)
        return {"_count": len(rows), "_cap": room, "_data": data,
                "maxlen": self.freeze(limit, t.fields["maxlen"], f"{path}.maxlen", span)}

    def _count(self, row: int, t: ClassInst, path: str, span: Span) -> Parts:
        """What `itertools.count` gave, from the number on that it gives next."""
        _, start, step = self.rows[row]
        return {"_at": self.freeze(start, INT, path, span), "_step": self.freeze(step, INT, path, span)}

    def _set(self, row: int, t: ClassInst, path: str, span: Span) -> Parts:
        entry_type = self._entry_type(t)
        items: list[ir.Frozen] = []
        for item in self.rows[row][1]:
            parts: Parts = {"key": self.freeze(item, t.args[0], f"{path} item", span)}
            items.append(ir.FAggregate(entry_type, self._entry(entry_type, parts, path, span)))
        return self._hashed(items, entry_type, path, span)

    def _entry(self, t: ClassInst, parts: Parts, path: str, span: Span) -> tuple[ir.Frozen, ...]:
        """One dense entry; its `hash` is computed when the index is built."""
        return self._by_name(t, {next(f for f in t.fields if f.lstrip("_") == name): value
                                 for name, value in parts.items()}, path, span)

    def _hashed(self, items: list[ir.Frozen], entry: ClassInst, path: str, span: Span) -> Parts:
        return {"_len": len(items), "_used": len(items), "_cap": len(items),
                "_entries": self._place(tuple(items), entry, path, span)}

    def _entry_type(self, t: ClassInst) -> ClassInst:
        """The by-value class of a dict's or set's dense entries."""
        self._program.prepare(t)
        pointer = t.fields["_entries"]
        assert isinstance(pointer, PtrType) and isinstance(pointer.item, ClassInst)
        self._program.prepare(pointer.item)
        return pointer.item

    def _buffer(self, rows: Sequence[int], item: Type, path: str, span: Span) -> tuple[ir.Frozen, int]:
        return self._place(self._items(rows, item, path, span), item, path, span), len(rows)

    def _items(self, rows: Sequence[int], item: Type, path: str, span: Span) -> tuple[ir.Frozen, ...]:
        return tuple(self.freeze(row, item, f"{path}[{i}]", span) for i, row in enumerate(rows))

    def _place(self, items: tuple[ir.Frozen, ...], item: Type, path: str, span: Span) -> ir.Frozen:
        """The address of a buffer that holds `items`; null where there are none."""
        if not items:
            return ir.FAddr(PtrType(item), None)
        target = self._program.new_global(f"{path}.items", PtrType(item), False, span)
        target.init = ir.FBuffer(item, items)
        return ir.FAddr(PtrType(item), target)

    # Messages

    def _shown(self, row: int) -> str:
        entry = self.rows[row]
        if entry[0] == "int":
            return shown_integer(entry[1])
        return repr(entry[1]) if entry[0] in ("str", "bytes", "float", "bool") else "…"

    def _misfit(self, row: int, t: Type, path: str, span: Span) -> CompileError:
        entry = self.rows[row]
        if entry[0] == "other":
            return fail("E0493", f"`{path}` is an object of class `{entry[1]}`, which cannot be frozen into the image",
                        span, help="make it where it is used; module variables keep numbers, text, containers and "
                                   "objects of the program's classes; exceptions with such arguments")
        name = entry[2] if entry[0] in ("object", "enum", "class", "function") else entry[0]
        shown = "None" if name == "none" else f"of type `{name}`"
        if entry[0] in ("class", "function"):
            shown = f"the {entry[0]} `{name}`"
        return fail("E0494", f"`{path}` is {shown} when the module body ends, not `{t}`", span,
                    help="annotate the variable with the type that it has, or convert the value")


def _dict_of(cls: ClassInst) -> ClassInst:
    """The `dict` that an object of a class is."""
    while cls.name != "dict" and cls.base is not None:
        cls = cls.base
    return cls


BASES = ("list", "dict", "set")
ZERO = ("_it_", "_trace_", "_handler_")     # of lib/core/iterator.py and exceptions.py: nothing asked for or raised it


def _zero(t: Type, number: int = 0) -> ir.Frozen:
    """A field that nothing was put into; of one that holds a number, `number`."""
    return ir.FAddr(t, None) if is_pointer(t) or isinstance(t, OptionalType) else ir.FScalar(t, number)


LIBRARY = {"defaultdict": Freezer._default_dict, "OrderedDict": Freezer._dict, "Counter": Freezer._dict,
           "deque": Freezer._deque, "count": Freezer._count}
