"""Objects, virtual calls, unions, Optionals, aggregates, closures and frozen constants, run on the host."""

from build import BOOL, HERE, INT, NONE, cls, ev, function, get, iff, jit, llvm_of, num, prim, put, ret, yes

from rumpkc.ir import nodes as ir
from rumpkc.types.types import FLOAT, FIXED, U8, USIZE, ArrayType, FuncType, OptionalType, PtrType, TupleType, UnionType

SHAPE = cls("Shape", size=INT)
CIRCLE = cls("Circle", SHAPE, round=BOOL)
SQUARE = cls("Square", SHAPE, corner=FIXED["u8"])
STR = cls("Str", _nbytes=USIZE, _nchars=USIZE)


def field(obj: ir.Expr, name: str) -> ir.FieldGet:
    return ir.FieldGet(HERE, obj.type.fields[name], obj, name)


def method(owner, factor: int) -> ir.Function:
    this = ir.Local("self", owner)
    return function(f"{owner.name}.area", [this], INT,
                    [ret(prim("mul.wrap", field(get(this), "size"), num(factor)))], exported=False)


def virtual_program(*instantiated):
    """area() of a Circle of size 5 for n = 0, else of a Square of size 7."""
    slot = ir.Slot(SHAPE, "area", 0)
    shape_area, circle_area, square_area = method(SHAPE, 1), method(CIRCLE, 3), method(SQUARE, 4)
    n, s = ir.Local("n", INT), ir.Local("s", SHAPE)
    dispatch = function("dispatch", [s], INT, [ret(ir.CallVirtual(HERE, INT, SHAPE, slot, shape_area, (get(s),)))],
                        "noinline", exported=False)
    made = {"Circle": CIRCLE, "Square": SQUARE}
    objects = [ir.Local(name, made[name]) for name in instantiated]
    body: list[ir.Stmt] = []
    for number, obj in enumerate(objects):
        call = ir.Call(HERE, INT, dispatch, (ir.Convert(HERE, SHAPE, get(obj)),))
        body += [put(obj, ir.New(HERE, obj.type)), ir.SetField(HERE, get(obj), "size", num(5 + 2 * number)),
                 iff(prim("icmp.eq", get(n), num(number)), [ret(call)])]
    main = function("main", [n], INT, [*body, ret(num(-1))])
    vtables = {SHAPE: [shape_area], CIRCLE: [circle_area], SQUARE: [square_area]}
    classes = [SHAPE, *(obj.type for obj in objects)]
    return [shape_area, circle_area, square_area, dispatch, main], \
        {"classes": classes[1:], "vtables": {c: vtables[c] for c in classes}}


def test_virtual_call() -> None:
    functions, rest = virtual_program("Circle", "Square")
    program = jit(*functions, **rest)
    assert [program.call("main", n) for n in range(3)] == [15, 28, -1]


def test_one_implementation_is_called_directly() -> None:
    functions, rest = virtual_program("Circle")
    text = llvm_of(*functions, **rest)
    dispatch = text[text.index("@dispatch"):]
    assert "@Circle.area" in dispatch[:dispatch.index("\n}")]
    assert jit(*functions, **rest).call("main", 0) == 15


def test_isinstance_through_the_parent_chain() -> None:
    classes = [SHAPE]
    for number in range(6):
        classes.append(cls(f"Deep{number}", classes[-1]))
    n, s = ir.Local("n", INT), ir.Local("s", SHAPE)
    body: list[ir.Stmt] = [put(s, ir.New(HERE, SHAPE))]
    for number, c in enumerate(classes):
        body.append(iff(prim("icmp.eq", get(n), num(number)), [put(s, ir.Convert(HERE, SHAPE, ir.New(HERE, c)))]))
    bits: ir.Expr = num(0)
    for number, c in enumerate(classes):
        test = prim("zext", ir.IsInstance(HERE, BOOL, get(s), c), to=INT)
        bits = prim("or", bits, prim("shl", test, num(number)))
    program = jit(function("f", [n], INT, [*body, ret(bits)]), classes=classes)
    assert [program.call("f", n) for n in range(7)] == [(1 << n + 1) - 1 for n in range(7)]


MIXED = UnionType((INT, SHAPE, FLOAT, NONE))


def test_unions() -> None:
    """Into a union, through a larger one, out again; tags and the test of a class below a member."""
    n, u, obj = ir.Local("n", INT), ir.Local("u", MIXED), ir.Local("o", CIRCLE)
    small, pair = UnionType((INT, SHAPE)), ir.Local("s", UnionType((INT, SHAPE)))
    setters = [ir.Convert(HERE, MIXED, num(41)), ir.Convert(HERE, MIXED, ir.Convert(HERE, small, get(obj))),
               ir.Convert(HERE, MIXED, ir.Const(HERE, FLOAT, 2.5)), ir.Const(HERE, MIXED, None)]
    body: list[ir.Stmt] = [put(obj, ir.New(HERE, CIRCLE)), ir.SetField(HERE, get(obj), "size", num(9)),
                           put(u, ir.Const(HERE, MIXED, None)), put(pair, ir.Convert(HERE, small, num(1)))]
    for number, value in enumerate(setters):
        body.append(iff(prim("icmp.eq", get(n), num(number)), [put(u, value)]))
    as_float = prim("fptosi", ir.Convert(HERE, FLOAT, get(u)), to=INT)
    body += [
        iff(ir.IsNone(HERE, BOOL, get(u)), [ret(num(-1))]),
        iff(ir.IsInstance(HERE, BOOL, get(u), SQUARE), [ret(num(-2))]),
        iff(ir.IsInstance(HERE, BOOL, get(u), CIRCLE),
            [ret(field(ir.Convert(HERE, CIRCLE, ir.Convert(HERE, SHAPE, get(u))), "size"))]),
        iff(ir.IsInstance(HERE, BOOL, get(u), FLOAT), [ret(as_float)]),
        ret(prim("add.checked", ir.Convert(HERE, INT, get(u)), num(1))),
    ]
    program = jit(function("f", [n], INT, body), classes=[SHAPE, CIRCLE, SQUARE])
    assert [program.call("f", n) for n in range(4)] == [42, 9, 2, -1]


def test_union_narrows_to_optional() -> None:
    n, u = ir.Local("n", INT), ir.Local("u", MIXED)
    optional = OptionalType(INT)
    back = ir.Local("b", optional)
    wide = ir.IfExp(HERE, MIXED, prim("icmp.sgt", get(n), num(0)), ir.Convert(HERE, MIXED, get(n)),
                    ir.Const(HERE, MIXED, None))
    program = jit(function("f", [n], INT, [
        put(u, wide), put(back, ir.Convert(HERE, optional, get(u))),
        iff(ir.IsNone(HERE, BOOL, get(back)), [ret(num(-5))]), ret(ir.Convert(HERE, INT, get(back)))]))
    assert [program.call("f", n) for n in (3, 0)] == [3, -5]


def test_optionals() -> None:
    n, x, s = ir.Local("n", INT), ir.Local("x", OptionalType(BOOL)), ir.Local("s", OptionalType(SHAPE))
    some = ir.Convert(HERE, x.type, prim("icmp.eq", get(n), num(2)))
    program = jit(function("f", [n], INT, [
        put(x, ir.Const(HERE, x.type, None)), put(s, ir.Const(HERE, s.type, None)),
        iff(prim("icmp.sgt", get(n), num(0)), [put(x, some), put(s, ir.Convert(HERE, s.type, ir.New(HERE, SHAPE)))]),
        iff(ir.And(HERE, BOOL, ir.IsNone(HERE, BOOL, get(x)), ir.IsNone(HERE, BOOL, get(s))), [ret(num(-1))]),
        ret(prim("zext", ir.Convert(HERE, BOOL, get(x)), to=INT))]), classes=[SHAPE])
    assert [program.call("f", n) for n in range(3)] == [-1, 0, 1]


def test_tuples_and_by_value_classes() -> None:
    point = cls("Point", by_value=True, x=INT, ok=BOOL)
    pair = TupleType((point, FIXED["i8"]))
    n, t = ir.Local("n", INT), ir.Local("t", pair)
    swap = function("swap", [t], TupleType((FIXED["i8"], point)), [ret(ir.Aggregate(
        HERE, TupleType((FIXED["i8"], point)), (ir.TupleGet(HERE, FIXED["i8"], get(t), 1),
                                                ir.TupleGet(HERE, point, get(t), 0))))], "noinline", exported=False)
    made = ir.Aggregate(HERE, pair, (ir.Aggregate(HERE, point, (get(n), yes())), num(-3, FIXED["i8"])))
    turned = ir.Local("u", swap.result)
    got = ir.TupleGet(HERE, point, get(turned), 1)
    total = prim("add.wrap", field(got, "x"), prim("sext", ir.TupleGet(HERE, FIXED["i8"], get(turned), 0), to=INT))
    program = jit(swap, function("f", [n], INT, [
        put(turned, ir.Call(HERE, swap.result, swap, (made,))), iff(field(got, "ok"), [ret(total)]), ret(num(0))]))
    assert program.call("f", 40) == 37


def test_closures_and_plain_functions() -> None:
    signature = FuncType((INT,), INT)
    env, x, f, n = ir.Local("env", SHAPE), ir.Local("x", INT), ir.Local("f", signature), ir.Local("n", INT)
    plain = function("plain", [x], INT, [ret(prim("mul.wrap", get(x), num(10)))], exported=False)
    y = ir.Local("y", INT)
    bound = function("bound", [env, y], INT, [ret(prim("add.wrap", get(y), field(get(env), "size")))], exported=False)
    obj = ir.Local("o", SHAPE)
    program = jit(plain, bound, function("f", [n], INT, [
        put(obj, ir.New(HERE, SHAPE)), ir.SetField(HERE, get(obj), "size", num(100)),
        put(f, ir.FuncAddr(HERE, signature, plain)),
        iff(prim("icmp.sgt", get(n), num(5)), [put(f, ir.Closure(HERE, signature, bound, get(obj)))]),
        ret(ir.CallIndirect(HERE, INT, get(f), (get(n),)))]), classes=[SHAPE])
    assert [program.call("f", n) for n in (2, 6)] == [20, 106]


def test_frozen_constants() -> None:
    words = ArrayType(FIXED["u16"], 3)
    items = tuple(ir.FScalar(FIXED["u16"], v) for v in (7, 65535))
    table = ir.Global("table", words, ir.FAggregate(words, items), True)
    circle = ir.Global("circle", CIRCLE, ir.FObject(CIRCLE, (ir.FScalar(INT, 11), ir.FScalar(BOOL, True))), False)
    optional = ir.Global("optional", OptionalType(INT), ir.FScalar(OptionalType(INT), 5), True)
    shapes = ir.Global("shapes", PtrType(SHAPE), ir.FAddr(PtrType(SHAPE), ir.Global("b", SHAPE, None, True)), True)
    buffer = shapes.init.target
    buffer.init = ir.FBuffer(SHAPE, (ir.FAddr(CIRCLE, circle), ir.FAddr(CIRCLE, circle)))
    n = ir.Local("n", INT)
    item = prim("ptr.load", prim("ptr.add", ir.GlobalGet(HERE, PtrType(FIXED["u16"]), table), get(n)),
                to=FIXED["u16"])
    table_item = prim("zext", item, to=INT)
    second = prim("ptr.load", prim("ptr.add", ir.GlobalGet(HERE, shapes.type, shapes), num(1)), to=SHAPE)
    program = jit(
        function("item", [n], INT, [ret(table_item)]),
        function("size", [], INT, [ret(field(second, "size"))]),
        function("optional_value", [], INT, [
            iff(ir.IsNone(HERE, BOOL, ir.GlobalGet(HERE, optional.type, optional)), [ret(num(0))]),
            ret(ir.Convert(HERE, INT, ir.GlobalGet(HERE, optional.type, optional)))]),
        globals_=[table, circle, optional, buffer, shapes], classes=[SHAPE])
    assert [program.call("item", n) for n in range(3)] == [7, 65535, 0]
    assert (program.call("size"), program.call("optional_value")) == (11, 5)


def test_str_constants_are_shared_and_laid_out() -> None:
    text = "aé\"\\\n€"
    literal = ir.StrConst(HERE, STR, text)
    at = ir.Local("i", INT)
    data = prim("obj.data", literal, to=PtrType(U8))
    byte = prim("zext", prim("ptr.load", prim("ptr.add", data, get(at)), to=U8), to=INT)
    same = prim("ref.eq", ir.StrConst(HERE, STR, text), literal, to=BOOL)
    program = jit(function("byte", [at], INT, [ret(byte)]),
                  function("chars", [], INT, [ret(prim("sext", field(literal, "_nchars"), to=INT))]),
                  function("same", [], INT, [ret(prim("zext", same, to=INT))]), classes=[STR])
    expected = text.encode() + b"\0"
    assert bytes(program.call("byte", i) for i in range(len(expected))) == expected
    assert program.call("chars") == len(text)
    assert program.call("same") == 1


def test_none_results_and_effects_in_order() -> None:
    trace = ir.Global("trace", INT, None, False)
    x = ir.Local("x", INT)
    mixed = prim("add.wrap", prim("mul.wrap", ir.GlobalGet(HERE, INT, trace), num(10)), get(x))
    note = function("note", [x], NONE, [ir.SetGlobal(HERE, trace, mixed)], exported=False)
    y = ir.Local("y", INT)
    noted = function("noted", [y], BOOL, [ev(ir.Call(HERE, NONE, note, (get(y),))),
                                          ret(prim("icmp.eq", prim("and", get(y), num(1)), num(0)))], exported=False)

    def say(value: int) -> ir.Call:
        return ir.Call(HERE, BOOL, noted, (num(value),))

    either = ir.Or(HERE, BOOL, ir.And(HERE, BOOL, say(2), say(3)), ir.And(HERE, BOOL, say(5), say(7)))
    program = jit(note, noted, function("f", [], INT, [ev(either), ret(ir.GlobalGet(HERE, INT, trace))]),
                  globals_=[trace])
    assert program.call("f") == 235
