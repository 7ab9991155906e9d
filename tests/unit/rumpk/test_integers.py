"""The checked integers keep their type, check their range, and meet in the type that holds both."""

import operator

import pytest
from hypothesis import given, strategies as st

from rumpk import i8, i16, i32, i64, u8, u16, u32, u64, usize

TYPES = [u8, u16, u32, u64, i8, i16, i32, i64]
OPERATORS = [operator.add, operator.sub, operator.mul, operator.floordiv, operator.mod, operator.and_, operator.or_,
             operator.xor]


def values(cls):
    return st.integers(cls.LOW, cls.HIGH) | st.sampled_from([cls.LOW, cls.LOW + 1, 0, 1, cls.HIGH - 1, cls.HIGH])


@pytest.mark.parametrize("cls", TYPES)
def test_bounds(cls):
    assert cls(cls.LOW) == cls.LOW and cls(cls.HIGH) == cls.HIGH
    for outside in (cls.LOW - 1, cls.HIGH + 1):
        with pytest.raises(OverflowError, match=f"^value does not fit {cls.__name__}$"):
            cls(outside)


@pytest.mark.parametrize("cls", TYPES)
@given(data=st.data())
def test_every_operator_is_python_s_or_overflows(cls, data):
    left, right = data.draw(values(cls)), data.draw(values(cls))
    for operation in OPERATORS:
        try:
            expected = operation(left, right)
        except ZeroDivisionError:
            with pytest.raises(ZeroDivisionError):
                operation(cls(left), cls(right))
            continue
        for a, b in ((cls(left), cls(right)), (cls(left), right), (left, cls(right))):
            if cls.LOW <= expected <= cls.HIGH:
                result = operation(a, b)
                assert result == expected and type(result) is cls
            else:
                with pytest.raises(OverflowError):
                    operation(a, b)


@pytest.mark.parametrize(("left", "right", "common"), [
    (u8, u32, u32), (u32, u8, u32), (u8, i16, i16), (i8, i64, i64), (u32, i64, i64), (u16, u16, u16),
])
def test_widening(left, right, common):
    assert type(left(1) + right(2)) is common
    assert type(right(2) - left(1)) is common


@pytest.mark.parametrize(("left", "right"), [(u8, i8), (u64, i64), (u32, i32), (i8, u64)])
def test_types_that_do_not_contain_each_other_refuse(left, right):
    with pytest.raises(TypeError, match="do not mix"):
        left(1) + right(1)


def test_shifts_take_any_amount_type_and_keep_the_left_type():
    assert type(u8(1) << u64(7)) is u8 and u8(1) << 7 == 128
    assert type(u32(256) >> i8(4)) is u32
    with pytest.raises(OverflowError):
        u8(1) << 8
    with pytest.raises(OverflowError):
        u64(1) << 10 ** 9
    assert u8(0) << 10 ** 9 == 0
    assert i8(-1) >> 100 == -1
    with pytest.raises(ValueError, match="negative shift count"):
        u8(1) << -1


def test_unary():
    assert ~u8(1) == 254 and type(~u8(1)) is u8
    assert ~i8(1) == -2
    assert -i8(5) == -5 and type(-i8(5)) is i8
    for make in (lambda: -u8(1), lambda: -i8(-128), lambda: abs(i8(-128))):
        with pytest.raises(OverflowError):
            make()
    with pytest.raises(OverflowError):
        i8(-128) // -1


def test_divmod_pow_and_true_division():
    assert divmod(i8(-7), 2) == (-4, 1) and type(divmod(i8(-7), 2)[0]) is i8
    assert divmod(7, u8(2)) == (3, 1)
    assert u8(2) ** 7 == 128 and type(u8(2) ** 7) is u8
    with pytest.raises(OverflowError):
        u8(2) ** 8
    assert pow(u8(7), 100, 13) == pow(7, 100, 13)
    assert u8(7) / u8(2) == 3.5 and type(u8(7) / 2) is float


def test_meeting_other_numbers():
    assert u8(3) + 0.5 == 3.5 and 0.5 * u8(3) == 1.5
    assert type(sum([u8(1), u8(2)])) is u8
    assert type(int(u32(5))) is int
    assert u8(3.9) == 3 and i8(-3.9) == -3


def test_reads_like_an_int():
    assert str(u8(7)) == "7" and repr(i8(-7)) == "-7" and f"{u8(255):#04x}" == "0xff"
    assert [10, 20, 30][u8(1)] == 20 and {u8(1): "a"}[1] == "a"
    assert u8(3) == 3 and u8(3) < u32(4) and bool(u8(0)) is False


def test_constructor_is_idempotent():
    five = u32(5)
    assert u32(five) is five
    assert usize is u64
