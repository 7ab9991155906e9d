"""Calls that do not return and pass the same constants share what loads these; each keeps its own return address."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "emit"))
sys.path.insert(0, str(Path(__file__).parent))

from test_leaves import calls_in, code_of  # noqa: E402

from rumpkc.targets.given import SUFFIX, sharing_given  # noqa: E402
from rumpkc.targets.objects import compile_object  # noqa: E402
from rumpkc.targets.target import target_by_name  # noqa: E402

BOARDS = ("riscv64", "aarch64")
HEAD = """@text = constant [4 x i8] c"wide"
define void @fail(ptr %words, i64 %code) #0 {
  store volatile i64 %code, ptr %words
  call void @llvm.trap()
  unreachable
}
declare void @llvm.trap()
define void @work() #2 {
  store volatile i64 1, ptr null
  ret void
}
"""
TAIL = """attributes #0 = { cold noinline noreturn nounwind }
attributes #1 = { nomerge }
attributes #2 = { noinline "disable-tail-calls"="true" "frame-pointer"="all" }
"""


def module(*calls: str) -> str:
    """Functions f0, f1 … that end in these calls."""
    return HEAD + "".join(f"define i64 @f{n}(i64 %x) #2 {{\n  call void @work()\n  {call} #1\n  unreachable\n}}\n"
                          for n, call in enumerate(calls)) + TAIL


WIDE, WIDER = "call void @fail(ptr @text, i64 7)", "call void @fail(ptr @text, i64 8)"


@pytest.mark.parametrize("target", BOARDS)
def test_one_instruction_each(target):
    code = code_of(compile_object(module(WIDE, WIDE, WIDER), target_by_name(target), 2))
    assert calls_in(code["f0"], target) == calls_in(code["f1"], target) == calls_in(code["f2"], target) == 2
    assert len(code["f0"]) == len(code["f1"]) <= len(code["f2"]) - 6      # what loads two arguments
    shared = [name for name in code if SUFFIX.search(name)]
    assert shared == ["fail.given1"] and calls_in(code["fail.given1"], target) == 0, "it jumps: no frame in between"


@pytest.mark.parametrize("level", [0, 1])
def test_only_when_optimising(level):
    code = code_of(compile_object(module(WIDE, WIDE), target_by_name("riscv64"), level))
    assert not [name for name in code if SUFFIX.search(name)]


@pytest.mark.parametrize("text", [
    "",
    module(WIDE, WIDER),                                                                # nothing twice
    module("call void @fail(ptr @text, i64 %x)", "call void @fail(ptr @text, i64 %x)"),     # no constants
    module("call void @fail()", "call void @fail()"),                                  # nothing to load
    module(WIDE, WIDE).replace("unreachable", "ret i64 0"),                               # comes back
])
def test_what_has_nothing_to_share_stays(text):
    assert sharing_given(text) == text


def test_what_is_jumped_to_returns_as_far_as_llvm_knows():
    """AArch64 jumps to no function that does not return; other functions of its group stay as they are."""
    text = sharing_given(module(WIDE, WIDE).replace("define void @work() #2", "define void @work() #0"))
    lines = text.split("\n")
    fail, work = (next(line for line in lines if f"@{name}(" in line and line.startswith("define")) for name in ("fail", "work"))
    group = fail.split("#")[1].split()[0]
    assert work.endswith("#0 {") and group != "0"
    assert any(line == f"attributes #{group} = {{ cold noinline nounwind }}" for line in lines)
