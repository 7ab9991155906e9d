"""Functions whose only calls raise get no frame; all others stay as they are."""

import io
import sys
from importlib import import_module
from pathlib import Path

import pytest
from elftools.elf.elffile import ELFFile

sys.path.insert(0, str(Path(__file__).parents[1] / "emit"))

from build import BOOL, HERE, INT, NONE, call, ev, function, get, iff, object_of, prim, put, ret  # noqa: E402

from rumpkc.ir import nodes as ir  # noqa: E402
from rumpkc.targets.leaves import without_frames  # noqa: E402
from rumpkc.types.types import NEVER  # noqa: E402

BOARDS = ("riscv64", "aarch64")
FAIL = function("fail", [ir.Local("code", INT)], NEVER, None)
OTHER = function("other", [], NONE, None)


def code_of(image: bytes) -> dict[str, bytes]:
    """The code of each function of an object."""
    elf = ELFFile(io.BytesIO(image))
    out = {}
    for symbol in elf.get_section_by_name(".symtab").iter_symbols():
        if symbol["st_info"]["type"] == "STT_FUNC":
            section = elf.get_section(symbol["st_shndx"]).data()
            out[symbol.name] = section[symbol["st_value"]:symbol["st_value"] + symbol["st_size"]]
    return out


def calls_in(code: bytes, target: str) -> int:
    return len(list(import_module(f"rumpkc.targets.{target}.calls").return_offsets(code, 0, len(code))))


def checked(result=INT, extra: list[ir.Stmt] | None = None, name: str = "f") -> ir.Function:
    """x * x, and `fail(x)` where it is 7."""
    x = ir.Local("x", INT)
    give = {INT: [ret(get(x))], BOOL: [ret(prim("icmp.sgt", get(x), ir.Const(HERE, INT, 3), to=BOOL))], NONE: [ret()]}
    return function(name, [x], result, [
        iff(prim("icmp.eq", get(x), ir.Const(HERE, INT, 7), to=BOOL), [ev(call(FAIL, get(x)))]),
        put(x, prim("mul.checked", get(x), get(x))), *(extra or []), *give[result]])


@pytest.mark.parametrize("target", BOARDS)
@pytest.mark.parametrize("result", [INT, BOOL, NONE], ids=str)
def test_raises_are_jumps(target, result):
    code = code_of(object_of(checked(result), FAIL, target=target))
    exits = sorted(name for name in code if name.startswith("f.exit"))
    assert exits[:1] == ["f.exit1"] and 1 <= len(exits) <= 2
    assert calls_in(code["f"], target) == 0
    assert all(calls_in(code[name], target) == 1 for name in exits)


@pytest.mark.parametrize("target", BOARDS)
def test_another_call_keeps_the_frame(target):
    code = code_of(object_of(checked(extra=[ev(call(OTHER))]), FAIL, OTHER, target=target))
    assert not [name for name in code if "exit" in name]
    assert calls_in(code["f"], target) >= 3


@pytest.mark.parametrize("target", BOARDS)
def test_names_that_need_quotes(target):
    code = code_of(object_of(checked(name="lib.List[int | None].at"), FAIL, target=target))
    assert "lib.List[int | None].at.exit1" in code


@pytest.mark.parametrize("level", [0, 1])
def test_only_when_optimising(level):
    code = code_of(object_of(checked(), FAIL, target="riscv64", opt_level=level))
    assert not [name for name in code if "exit" in name]


@pytest.mark.parametrize("text", [
    "",
    "define void @f() #0 {\n  ret void\n}\n",
    'define { i64, i8 } @f() #0 {\n  call void @x() #1\n  unreachable\n}\nattributes #0 = { "disable-tail-calls"="true" }\n',
    'define void @f(ptr %p) #0 {\n  call void %p() #1\n  unreachable\n}\nattributes #0 = { "disable-tail-calls"="true" }\n',
    'define void @f(ptr %p) #0 {\n  call void @x(ptr %p)\n  ret void\n}\nattributes #0 = { "disable-tail-calls"="true" }\n',
    'define void @f() #0 {\n  call void @x(i8 0)\n  unreachable\n}\nattributes #0 = { naked "disable-tail-calls"="true" }\n',
])
def test_what_it_does_not_know_stays(text):
    assert without_frames(text).strip() == text.strip()
