"""The passes from IR to IR: what they rewrite, and what they must leave alone. Meaning is tested by tests/run/."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "emit"))

from build import HERE, INT, NONE, cls, ev, function, get, iff, loop, num, prim, put, ret, yes  # noqa: E402

from rumpkc.ir import nodes as ir  # noqa: E402
from rumpkc.ir.passes.optimise import optimise  # noqa: E402
from rumpkc.ir.show import show_program  # noqa: E402
from rumpkc.ir.verify import verify_program  # noqa: E402
from rumpkc.types.types import USIZE, PtrType  # noqa: E402

LIST = cls("list[int]", _len=USIZE, _cap=USIZE, _data=PtrType(INT))
BYTES = cls("bytes", _len=USIZE)


def external(symbol: str, result, *types) -> ir.Function:
    return function(symbol, [ir.Local(f"p{i}", t) for i, t in enumerate(types)], result, None)


ROWS = cls("list[list[int]]", _len=USIZE, _cap=USIZE, _data=PtrType(LIST))
ROW = external("lib.core.list.List[lib.core.list.List[int]].__getitem__", LIST, ROWS, INT)
GET = external("lib.core.list.List[int].__getitem__", INT, LIST, INT)
SET = external("lib.core.list.List[int].__setitem__", NONE, LIST, INT, INT)
BYTE = external("lib.core.bytes.Bytes.__getitem__", INT, BYTES, INT)
OTHER = external("other", NONE)


def call(f: ir.Function, *args: ir.Expr) -> ir.Call:
    return ir.Call(HERE, f.result, f, args)


def optimised(body: list[ir.Stmt], *params: ir.Local, result=NONE) -> str:
    f = function("f", list(params), result, body)
    program = ir.Program([GET, ROW, SET, BYTE, OTHER, f])
    verify_program(program)
    optimise(program)
    verify_program(program)
    return show_program(program).split("def f(")[1]


def over_range(xs: ir.Local, *body: ir.Stmt) -> tuple[list[ir.Stmt], ir.Local, ir.Local]:
    """`for i in range(n)` as the checker writes it; the local n and the variable i."""
    n, hidden, i = ir.Local("n", INT), ir.Local(".i", INT), ir.Local("i", INT)
    made = [put(i, get(hidden)), *body, ev(call(SET, get(xs), get(i), num(7)))]
    step = [put(hidden, prim("add.wrap", get(hidden), num(1)))]
    return [put(hidden, num(0)), loop(prim("icmp.slt", get(hidden), get(n)), made, step)], n, i


def test_a_simple_loop_gets_a_copy_without_checks() -> None:
    xs = ir.Local("xs", LIST)
    body, n, _ = over_range(xs)
    text = optimised(body, xs, n)
    assert text.count("loop icmp.slt") == 2
    assert text.count("ptr.store(ptr.add(xs._data, i), 7)") == 1 and text.count("__setitem__(xs, i, 7)") == 1
    assert "zext(xs._len)" in text


def test_counters_lose_their_check_only_in_the_copy() -> None:
    xs, count = ir.Local("xs", LIST), ir.Local("count", INT)
    grow = put(count, prim("add.checked", get(count), num(1)))
    body, n, i = over_range(xs)
    body = [put(count, num(0)), *body]
    kept = body[-1]
    body[-1] = ir.Loop(HERE, kept.id, kept.test, (*kept.body, iff(prim("icmp.sgt", get(i), num(3)), [grow])), kept.step)
    text = optimised(body, xs, n)
    assert text.count("count = add.wrap(count, 1)") == 1 and text.count("count = add.checked(count, 1)") == 1


def test_what_could_change_the_container_keeps_the_checks() -> None:
    xs, other = ir.Local("xs", LIST), ir.Local("other", LIST)
    either = ir.IfExp(HERE, LIST, yes(), get(other), get(xs))
    for spoiler in (ev(call(OTHER)), put(xs, either), ir.SetField(HERE, get(xs), "_len", num(0, USIZE)),
                    ir.TryFinally(HERE, (), ())):
        body, n, _ = over_range(xs, spoiler)
        text = optimised(body, xs, other, n)
        assert "ptr.store" not in text, text


def test_a_limit_that_changes_keeps_the_checks() -> None:
    xs = ir.Local("xs", LIST)
    body, n, i = over_range(xs)
    kept = body[-1]
    body[-1] = ir.Loop(HERE, kept.id, kept.test, (*kept.body, put(n, get(i))), kept.step)
    assert "ptr.store" not in optimised(body, xs, n)


def test_a_variable_set_in_the_body_is_no_place() -> None:
    xs = ir.Local("xs", LIST)
    n, hidden, i = ir.Local("n", INT), ir.Local(".i", INT), ir.Local("i", INT)
    made = [ev(call(SET, get(xs), get(i), num(7))), put(i, get(hidden))]          # used before it is set
    step = [put(hidden, prim("add.wrap", get(hidden), num(1)))]
    body = [put(i, num(0)), put(hidden, num(0)), loop(prim("icmp.slt", get(hidden), get(n)), made, step)]
    assert "ptr.store" not in optimised(body, xs, n)


def byte(data: ir.Local, at: ir.Local, offset: int) -> ir.Expr:
    return call(BYTE, get(data), prim("add.checked", get(at), num(offset)) if offset else get(at))


def test_neighbouring_bytes_share_a_check() -> None:
    data, at = ir.Local("data", BYTES), ir.Local("at", INT)
    three = prim("or", prim("or", byte(data, at, 0), byte(data, at, 1)), byte(data, at, 2))
    text = optimised([ret(three)], data, at, result=INT)
    assert text.count("ptr.load") == 3 and text.count("__getitem__") == 3 and "add.wrap(at, 2)" in text
    two = prim("or", byte(data, at, 0), byte(data, at, 1))
    assert "ptr.load" not in optimised([ret(two)], data, at, result=INT)


def test_runs_stop_at_effects() -> None:
    data, at = ir.Local("data", BYTES), ir.Local("at", INT)
    moved = ir.Seq(HERE, INT, (put(at, num(2)),), byte(data, at, 1))
    mixed = prim("or", prim("or", byte(data, at, 0), moved), byte(data, at, 2))
    assert "ptr.load" not in optimised([ret(mixed)], data, at, result=INT)




def nest(*in_outer: ir.Stmt) -> str:
    """`for j in range(n): for k in range(n): total = rows[k][j]`, then `in_outer`."""
    rows, n, total = ir.Local("rows", ROWS), ir.Local("n", INT), ir.Local("total", INT)
    j, k, hidden_j, hidden_k = (ir.Local(name, INT) for name in ("j", "k", ".j", ".k"))
    one = put(total, call(GET, call(ROW, get(rows), get(k)), get(j)))
    inner = loop(prim("icmp.slt", get(hidden_k), get(n)), [put(k, get(hidden_k)), one],
                 [put(hidden_k, prim("add.wrap", get(hidden_k), num(1)))])
    outer = loop(prim("icmp.slt", get(hidden_j), get(n)), [put(j, get(hidden_j)), put(hidden_k, num(0)), inner, *in_outer],
                 [put(hidden_j, prim("add.wrap", get(hidden_j), num(1)))])
    return optimised([put(hidden_j, num(0)), outer], rows, n)


def test_the_rows_of_a_nest_are_looked_at_before_it() -> None:
    text = nest()
    assert text.count(".least = smin(.least") == 1 and text.count("loop icmp.slt") == 5
    assert "total = ptr.load(ptr.add(ptr.load(ptr.add(rows._data, k))._data, j))" in text


def test_a_nest_that_may_change_its_rows_stays() -> None:
    assert ".least" not in nest(ev(call(OTHER)))


def test_subscripts_that_come_again_share_a_check() -> None:
    xs, i, j, a, b = ir.Local("xs", LIST), *(ir.Local(name, INT) for name in "ijab")
    swap = [put(a, call(GET, get(xs), get(j))), put(b, call(GET, get(xs), get(i))),
            ev(call(SET, get(xs), get(i), get(a))), ev(call(SET, get(xs), get(j), get(b)))]
    text = optimised(swap, xs, i, j)
    assert text.count("icmp.ult(") == 2 and text.count("ptr.load") == 2 and text.count("ptr.store") == 2
    assert text.count("__getitem__") == 2 and text.count("__setitem__") == 2
    moved = optimised([swap[0], put(j, num(1)), swap[3]], xs, i, j)
    assert "if" not in moved


def test_a_recursion_tests_its_end_before_the_call() -> None:
    n = ir.Local("n", INT)
    f = function("f", [n], INT, [])
    again = call(f, prim("sub.checked", get(n), num(1)))
    f.body = (iff(prim("icmp.eq", get(n), num(0)), [ret(num(1))]), ret(prim("add.checked", again, num(1))))
    program = ir.Program([f])
    optimise(program)
    verify_program(program)
    text = show_program(program)
    assert "f.ahead(sub" in text and "@inline def f.ahead(n: int)" in text and "return f(n)" in text


def test_a_recursion_with_an_effect_before_its_end_stays() -> None:
    n = ir.Local("n", INT)
    f = function("f", [n], INT, [])
    again = call(f, prim("sub.checked", get(n), num(1)))
    f.body = (ev(call(OTHER)), iff(prim("icmp.eq", get(n), num(0)), [ret(num(1))]), ret(again))
    program = ir.Program([OTHER, f])
    optimise(program)
    assert len(program.functions) == 2
