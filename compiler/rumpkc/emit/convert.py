"""Changes of type without a change of value, and the tests that go with them.

    int -> int | None         { i8 1, i64 %x }              Board -> Board | None    the same pointer
    int -> int | str          { i64 0, [1 x i64] … }        Shape -> Circle          the same pointer (checked before)
"""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.emit.body import Body
from rumpkc.emit.consts import member_index
from rumpkc.emit.layout import is_tagged
from rumpkc.types.types import (
    NEVER,
    NONE,
    ClassInst,
    IntType,
    OptionalType,
    Type,
    UnionType,
    is_pointer,
    is_reference,
)

CHAIN_LIMIT = 4                      # up to so many classes are compared one by one, more through the parent chain


def emit_convert(body: Body, source: Type, to: Type, value: str) -> str:
    """`value` of type `source` as a value of type `to`."""
    if source == to or source == NEVER:
        return value
    layout = body.layout
    if to == NEVER:
        raise fail("E0904", f"internal error: a value of type {source} where none can be")
    if is_tagged(to):
        return _to_union(body, source, to, value)
    if is_tagged(source):
        return _from_union(body, source, to, value)
    if isinstance(to, OptionalType) and layout.register(to) != "ptr":
        return _to_pair(body, source, to, value)
    if isinstance(source, OptionalType) and layout.register(source) != "ptr":
        item = body.value(f"extractvalue {layout.register(source)} {value}, 1")
        return emit_convert(body, source.item, to, body.from_memory(source.item, item))
    if isinstance(source, IntType) and isinstance(to, IntType):
        return _resize(body, source, to, value)
    if to == NONE:
        return "0"
    if source == NONE and layout.register(to) == "ptr":
        return "null"
    if layout.register(source) == layout.register(to):
        return value
    raise fail("E0904", f"internal error: no conversion from {source} to {to}")


def _resize(body: Body, source: IntType, to: IntType, value: str) -> str:
    if source.bits == to.bits:
        return value
    op = "trunc" if source.bits > to.bits else "sext" if source.signed else "zext"
    return body.value(f"{op} i{source.bits} {value} to i{to.bits}")


def _to_pair(body: Body, source: Type, to: OptionalType, value: str) -> str:
    """T, None or another Optional pair as `T | None` in the form {present, item}."""
    shape = body.layout.register(to)
    if source == NONE:
        return "zeroinitializer"
    if isinstance(source, OptionalType):
        present = body.value(f"extractvalue {body.layout.register(source)} {value}, 0")
        inner = emit_convert(body, source, to.item, value)
    else:
        present, inner = "1", emit_convert(body, source, to.item, value)
    memory, inner = body.to_memory(to.item, inner)
    pair = body.value(f"insertvalue {shape} poison, i8 {present}, 0")
    return body.value(f"insertvalue {shape} {pair}, {memory} {inner}, 1")


def _to_union(body: Body, source: Type, to: Type, value: str) -> str:
    assert isinstance(to, UnionType)
    if isinstance(source, OptionalType):
        return _optional_to_union(body, source, to, value)
    if isinstance(source, UnionType):
        return _retag(body, source, to, value)
    place = body.alloca(body.layout.register(to), "union")
    _store_tag(body, place, member_index(to, source))
    body.store(source, value, _payload(body, place))
    return body.value(f"load {body.layout.register(to)}, ptr {place}")


def _store_tag(body: Body, place: str, tag: int) -> None:
    body.do(f"store i64 {tag}, ptr {place}")


def _payload(body: Body, place: str) -> str:
    return body.value(f"getelementptr inbounds i8, ptr {place}, i64 8")


def _optional_to_union(body: Body, source: OptionalType, to: UnionType, value: str) -> str:
    shape = body.layout.register(to)
    place = body.alloca(shape, "union")
    if body.layout.register(source) == "ptr":
        absent = body.value(f"icmp eq ptr {value}, null")
    else:
        present = body.value(f"extractvalue {body.layout.register(source)} {value}, 0")
        absent = body.value(f"icmp eq i8 {present}, 0")
    none, some, end = body.new_label(), body.new_label(), body.new_label()
    body.branch(absent, none, some)
    body.place(none)
    body.do(f"store {shape} {emit_convert(body, NONE, to, '0')}, ptr {place}")
    body.jump(end)
    body.place(some)
    inner = emit_convert(body, source, source.item, value)
    body.do(f"store {shape} {emit_convert(body, source.item, to, inner)}, ptr {place}")
    body.place(end)
    return body.value(f"load {shape}, ptr {place}")


def _retag(body: Body, source: UnionType, to: UnionType, value: str) -> str:
    """One union as another: its members one by one. A member that `to` lacks was excluded by a check before."""
    shape = body.layout.register(to)
    place = body.alloca(shape, "union")
    end = body.new_label()
    for member in source.members:
        if not _is_member(to, member):
            continue
        then, after = body.new_label(), body.new_label()
        body.branch(emit_is_instance(body, source, value, member), then, after)
        body.place(then)
        inner = emit_convert(body, source, member, value)
        body.do(f"store {shape} {emit_convert(body, member, to, inner)}, ptr {place}")
        body.jump(end)
        body.place(after)
    body.end("unreachable")
    body.place(end)
    return body.value(f"load {shape}, ptr {place}")


def _is_member(union: UnionType, t: Type) -> bool:
    return t in union.members or isinstance(t, ClassInst) and any(
        isinstance(m, ClassInst) and t.is_subclass_of(m) for m in union.members)


def _from_union(body: Body, source: Type, to: Type, value: str) -> str:
    """A tagged union as one of its members (checked before), as an Optional, or as a union of references."""
    assert isinstance(source, UnionType)
    shape = body.layout.register(source)
    if to == NONE:
        return "0"
    if isinstance(to, OptionalType):
        tag = body.value(f"extractvalue {shape} {value}, 0")
        some = body.value(f"icmp ne i64 {tag}, {source.members.index(NONE)}") if NONE in source.members else "true"
        inner = _payload_as(body, shape, value, to.item)
        if body.layout.register(to) == "ptr":
            return body.value(f"select i1 {some}, ptr {inner}, ptr null")
        pair = body.layout.register(to)
        whole = emit_convert(body, to.item, to, inner)
        return body.value(f"select i1 {some}, {pair} {whole}, {pair} zeroinitializer")
    return _payload_as(body, shape, value, to)


def _payload_as(body: Body, shape: str, value: str, to: Type) -> str:
    place = body.alloca(shape, "union")
    body.do(f"store {shape} {value}, ptr {place}")
    return body.load(to, _payload(body, place))


def emit_is_instance(body: Body, source: Type, value: str, cls: Type) -> str:
    """An i1: whether `value` (a reference, a union or an Optional) is an instance of `cls`."""
    if is_tagged(source):
        assert isinstance(source, UnionType)
        return _union_is_instance(body, source, value, cls)
    if cls == NONE:
        if isinstance(source, OptionalType) and body.layout.register(source) == "ptr":
            return body.value(f"icmp eq ptr {value}, null")
        return "true" if source == NONE else "false"
    if isinstance(source, OptionalType):
        return _optional_is_instance(body, source, value, cls)
    if is_pointer(source) and isinstance(cls, ClassInst) and is_reference(cls):
        return reference_is_instance(body, value, cls)
    return "true" if source == cls else "false"


def _optional_is_instance(body: Body, source: OptionalType, value: str, cls: Type) -> str:
    if body.layout.register(source) != "ptr":
        present = body.value(f"extractvalue {body.layout.register(source)} {value}, 0")
        return body.value(f"icmp ne i8 {present}, 0") if source.item == cls else "false"
    before = body.current
    some, end = body.new_label(), body.new_label()
    body.branch(body.value(f"icmp eq ptr {value}, null"), end, some)
    body.place(some)
    test = emit_is_instance(body, source.item, value, cls)
    incoming = [("false", before), (test, body.current)]
    body.place(end)
    return body.phi("i1", incoming)


def _union_is_instance(body: Body, source: UnionType, value: str, cls: Type) -> str:
    """The tag says which member it is; a member above `cls` needs a look at the object as well."""
    shape = body.layout.register(source)
    tag = body.value(f"extractvalue {shape} {value}, 0")
    result = "false"
    for index, member in enumerate(source.members):
        if member == cls or _is_below(member, cls):
            test = body.value(f"icmp eq i64 {tag}, {index}")
        elif isinstance(cls, ClassInst) and is_reference(cls) and _is_below(cls, member):
            test = _tag_and_class(body, shape, value, (tag, index), cls)
        else:
            continue
        result = test if result == "false" else body.value(f"or i1 {result}, {test}")
    return result


def _is_below(t: Type, above: Type) -> bool:
    return isinstance(t, ClassInst) and isinstance(above, ClassInst) and t.is_subclass_of(above)


def _tag_and_class(body: Body, shape: str, value: str, tag: tuple[str, int], cls: ClassInst) -> str:
    place = body.alloca("i1", "is")
    body.do(f"store i1 false, ptr {place}")
    look, end = body.new_label(), body.new_label()
    body.branch(body.value(f"icmp eq i64 {tag[0]}, {tag[1]}"), look, end)
    body.place(look)
    test = reference_is_instance(body, _payload_as(body, shape, value, cls), cls)
    body.do(f"store i1 {test}, ptr {place}")
    body.place(end)
    return body.value(f"load i1, ptr {place}")


def reference_is_instance(body: Body, obj: str, cls: ClassInst) -> str:
    """An i1: whether the object behind a reference is an instance of `cls` or of a class below it."""
    candidates = body.module.hierarchy.instances_of(cls)
    if not candidates:
        return "false"
    typeinfo = body.value(f"load ptr, ptr {obj}{body.module.alias.header}")
    if len(candidates) > CHAIN_LIMIT:
        return body.value(f"call i1 {body.module.instance_helper()}(ptr {typeinfo}, "
                          f"ptr {body.module.classes.typeinfo(cls)})")
    result = ""
    for candidate in candidates:
        test = body.value(f"icmp eq ptr {typeinfo}, {body.module.classes.typeinfo(candidate)}")
        result = body.value(f"or i1 {result}, {test}") if result else test
    return result


