"""Modules imported through the hook compute with the types that the checker found."""

import importlib
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import rumpk.hook
from rumpk import Array, u8, u16, w8
from rumpk.hook import as_type


@pytest.fixture
def load(tmp_path, monkeypatch):
    """Imports a dialect module from its text."""
    (tmp_path / "toolchain.toml").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    numbers = iter(range(100))

    def from_text(text):
        name = f"hooked_{next(numbers)}"
        (tmp_path / f"{name}.py").write_text(textwrap.dedent(text), encoding="utf-8")
        importlib.invalidate_caches()
        try:
            return importlib.import_module(name)
        finally:
            sys.modules.pop(name, None)

    rumpk.hook.install()
    yield from_text
    rumpk.hook.uninstall()


def test_variables_parameters_and_results(load):
    module = load('''
        from rumpk import u8, u32

        LIMIT: u8 = 200

        def double(x: u8) -> u8:
            """Doc."""
            return x * 2

        def local() -> u8:
            y: u8 = 200
            y += 50
            return y

        def difference(x: u32, n: int) -> int:
            return x - n
    ''')
    assert type(module.LIMIT) is u8 and type(module.double(3)) is u8 and type(module.local()) is u8
    with pytest.raises(OverflowError):
        module.double(128)
    assert module.difference(3, 7) == -4 and module.double.__doc__ == "Doc."


def test_fields_and_columns_behind_other_alphabets(load):
    module = load('''
        from rumpk import u16, w8

        class Counter:
            level: u16
            low: w8

            def __init__(self) -> None:
                self.level = 0
                self.low = 250

            def add(self, n: int) -> str:
                self.level += 40000; self.low += 10; é = 1
                return str(n + é)
    ''')
    counter = module.Counter()
    assert type(counter.level) is u16 and type(counter.low) is w8
    counter.add(1)
    assert counter.low == 4
    with pytest.raises(OverflowError):
        counter.add(1)


def test_lines_stay(load):
    module = load('''
        from rumpk import u8

        def fail(x: u8) -> u8:
            return x + 200
    ''')
    with pytest.raises(OverflowError) as caught:
        module.fail(100)
    assert caught.traceback[1].lineno + 1 == 5


def test_modules_without_dialect_imports_are_left_alone(load):
    module = load('''
        import math

        def half(x: int) -> float:
            return x / 2 + math.pi * 0
    ''')
    assert module.half(3) == 1.5 and not hasattr(module.half, "__rumpk__")


def test_as_type_reaches_into_containers():
    values, table = [1, 2], {"a": [3]}
    assert as_type(values, list[u8]) is values and type(values[0]) is u8
    assert as_type(table, dict[str, list[w8]]) is table and type(table["a"][0]) is w8
    pair = as_type((1, 2), tuple[u16, int])
    assert type(pair[0]) is u16 and type(pair[1]) is int and type(as_type((1, 2), tuple[u8, ...])[1]) is u8
    assert type(as_type(5, u8 | None)) is u8 and as_type(None, u8 | None) is None
    assert as_type("x", str) == "x" and as_type(Array[u8, 2](), Array[u8, 2]) == Array[u8, 2]()
    with pytest.raises(OverflowError):
        as_type([256], list[u8])


def test_words_stay_words_inside_operators(load):
    module = load('''
        from rumpk import w64

        def rotl(x: w64, count: int) -> w64:
            return (x << count) | (x >> (64 - count))
    ''')
    assert module.rotl(1 << 63 | 1, 1) == 3


def test_operands_take_the_type_of_the_operation_not_of_its_code(load):
    module = load('''
        from rumpk import i64, u8, u32

        def divide(a: i64, b: i64) -> int:
            return a // b

        def shift(a: i64, b: int) -> int:
            return int(a << b)

        def total(values: list[u8], start: int) -> int:
            for value in values:
                start += value
                start = start * 2 - value
            return start

        def narrow(x: u32, y: u8) -> u32:
            x //= y
            x -= 1
            return x
    ''')
    with pytest.raises(OverflowError):
        module.divide(-2 ** 63, -1)
    with pytest.raises(OverflowError):
        module.shift(1, 63)
    assert module.total([u8(200), u8(201)], 1000) == ((1000 + 200) * 2 - 200 + 201) * 2 - 201
    assert type(module.narrow(100, 3)).__name__ == "u32" and module.narrow(100, 3) == 32
    with pytest.raises(OverflowError):
        module.narrow(2, 3)


def test_division_and_shift_amounts(load):
    module = load('''
        from rumpk import u8, u32, u64

        def ratio(a: u64, b: u64) -> float:
            return a / b

        def shifted(a: u8, n: u32) -> u8:
            return a >> n
    ''')
    assert module.ratio(2 ** 63 + 1, 3) == (2 ** 63 + 1) / 3 and module.shifted(255, 300) == 0


@pytest.mark.slow
def test_the_plugin_converts(tmp_path: Path) -> None:
    """`pytest -p rumpk.pytest`: a module of the project means what it means compiled; the second run asks the cache."""
    (tmp_path / "toolchain.toml").write_text("")
    (tmp_path / "level.py").write_text("from rumpk import u8\n\n\ndef raised(x: u8) -> u8:\n    y: u8 = 250\n    return x + y\n")
    (tmp_path / "test_level.py").write_text("import pytest\nfrom level import raised\n\n\ndef test_it():\n"
                                            "    assert raised(5) == 255\n    with pytest.raises(OverflowError):\n"
                                            "        raised(6)\n")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "rumpk.pytest", str(tmp_path)]
    for _ in range(2):
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
    assert list((tmp_path / "build" / "cache" / "builds").glob("*.json"))
    plain = subprocess.run([word for word in command if word not in ("-p", "rumpk.pytest")], cwd=tmp_path,
                           capture_output=True, text=True, check=False)
    assert plain.returncode == 1
