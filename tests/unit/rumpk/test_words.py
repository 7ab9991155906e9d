"""The machine words are integers modulo 2^n."""

import operator

import pytest
from hypothesis import given, strategies as st

from rumpk import u8, w8, w16, w32, w64

WORDS = [w8, w16, w32, w64]


@pytest.mark.parametrize("cls", WORDS)
@given(left=st.integers(), right=st.integers())
def test_arithmetic_is_modular(cls, left, right):
    a, b = cls(left), cls(right)
    for operation in (operator.add, operator.sub, operator.mul, operator.and_, operator.or_, operator.xor):
        expected = operation(left, right) % 2 ** cls.BITS
        assert operation(a, b) == expected and type(operation(a, b)) is cls
        assert operation(a, right) == expected and operation(left, b) == expected


@pytest.mark.parametrize("cls", WORDS)
@given(value=st.integers(0), count=st.integers(0, 200))
def test_shifts(cls, value, count):
    word = cls(value)
    assert word << count == (int(word) << count) % 2 ** cls.BITS and type(word << count) is cls
    assert word >> count == int(word) >> count and type(word >> count) is cls
    assert -word == -value % 2 ** cls.BITS and ~word == ~value % 2 ** cls.BITS


def test_shift_amounts():
    assert w32(1) << 32 == 0 and w32(1) << 10 ** 9 == 0 and w32(1) >> u8(40) == 0
    for shift in (operator.lshift, operator.rshift):
        with pytest.raises(ValueError, match="negative shift count"):
            shift(w32(1), -1)


def test_division_is_unsigned():
    assert w8(-1) // 2 == 127 and w8(-1) % 16 == 15 and divmod(w8(200), 7) == (28, 4)
    assert w8(-1) > w8(1)
    with pytest.raises(ZeroDivisionError):
        w8(1) // w8(0)


def test_power_is_modular():
    assert w32(3) ** 1000 == pow(3, 1000, 2 ** 32) and type(w32(3) ** 2) is w32


def test_words_mix_with_literals_only():
    for other in (w64(1), u8(1)):
        with pytest.raises(TypeError, match="do not mix"):
            w32(1) + other
    with pytest.raises(TypeError):
        w32(1.5)
