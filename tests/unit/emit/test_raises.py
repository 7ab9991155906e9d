"""A `raise` that makes its exception moves to a cold function, where that cannot be noticed."""

from build import HERE, INT, cls, function, get, jit, llvm_of, num, prim, put, ret

from rumpkc.emit.debug import DebugLevel
from rumpkc.ir import nodes as ir

ERROR = cls("Error", code=INT)


def making(code: ir.Expr, *more: ir.Stmt) -> ir.Raise:
    """`raise Error(code)`; `more` runs before the exception is made."""
    made = ir.Local(".made", ERROR)
    body = (*more, put(made, ir.New(HERE, ERROR)), ir.SetField(HERE, get(made), "code", code))
    return ir.Raise(HERE, ir.Seq(HERE, ERROR, body, get(made)))


def guarded(raising, *, sees: ir.Local | None = None) -> ir.Function:
    """Gives the caught exception's code, or the local `sees` as the handler finds it."""
    n, caught = ir.Local("n", INT), ir.Local("e", ERROR)
    shown = ir.FieldGet(HERE, INT, get(caught), "code") if sees is None else get(sees)
    handler = ir.Handler(HERE, (), caught, (ret(shown),))
    before = [] if sees is None else [put(sees, num(1))]
    return function("f", [n], INT, [*before, ir.TryExcept(HERE, (raising(n),), (handler,))])


def test_values_travel_with_the_raise() -> None:
    f = guarded(lambda n: making(prim("mul.wrap", get(n), num(3))))
    assert "call void @f.raise2(i64" in llvm_of(f, classes=[ERROR])
    assert jit(f, classes=[ERROR]).call("f", 14) == 42


def test_a_variable_that_a_handler_reads_stays() -> None:
    """`raise Error(x := 5)`: the handler sees the new x."""
    x = ir.Local("x", INT)
    f = guarded(lambda n: making(num(5), put(x, num(5))), sees=x)
    assert ".raise" not in llvm_of(f, classes=[ERROR])
    assert jit(f, classes=[ERROR]).call("f", 0) == 5


def test_gdb_finds_the_raise_in_its_function() -> None:
    f = guarded(lambda n: making(num(1)))
    assert ".raise" not in llvm_of(f, classes=[ERROR], debug=DebugLevel.FULL)
