"""Functions with the same code become one, and nobody can tell: not by results, not by addresses, not by a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from rumpkc.link.tracetable import find
from rumpkc.targets.apart import in_sections
from rumpkc.targets.objects import compile_object
from rumpkc.targets.target import target_by_name
from tests.unit.link.test_tracetable import table_of
from tests.unit.link.tools import BOARDS, START, START_END, c_object, exit_code, link

MAY = '__attribute__((noinline, section(".text.unnamed.%s"))) static int %s'
HEAD = "extern const volatile unsigned char __traceback_table[];\nint volatile seven = 7;\n"


def function(name: str, body: str) -> str:
    return f"{MAY % (name, name)}(int x) {body}\n"


PROGRAM = HEAD + "".join([
    "__attribute__((noinline)) int one(int x) { return x * seven; }\n__attribute__((noinline)) int two(int x) { return x + seven; }\n",
    function("same_a", "{ return one(x) ^ 5; }"), function("same_b", "{ return one(x) ^ 5; }"),
    function("other_callee", "{ return two(x) ^ 5; }"), function("other_code", "{ return one(x) ^ 6; }"),
    function("over_a", "{ return same_a(x) + 3; }"), function("over_b", "{ return same_b(x) + 3; }"),
    function("own_a", "{ return x ? own_a(x - 1) + seven : 1; }"), function("own_b", "{ return x ? own_b(x - 1) + seven : 1; }"),
    "__attribute__((noinline)) static int kept_a(int x) { return one(x) ^ 9; }\n",
    "__attribute__((noinline)) static int kept_b(int x) { return one(x) ^ 9; }\n",
    "int (*volatile pointer)(int) = kept_a;\n"])
# the values that there are without folding: 7*2^5 = 11, +3; own(2) = 1+7+7
MAIN = """int main(void) {
  if (same_a(2) != 11 || same_b(2) != 11 || other_callee(2) != 12 || other_code(2) != 8) return 2;
  if (over_a(2) != 14 || over_b(2) != 14 || own_a(2) != 15 || own_b(2) != 15) return 3;
  if (pointer == kept_b || kept_a(2) != kept_b(2)) return 4;
  return 77 + (__traceback_table[0] & 0);
}
"""


def linked(text: str, arch: str, folder: Path, **options):
    return link([c_object(START[arch] + text + START_END, arch, folder, flags=("-O1", "-g", "-fno-optimize-sibling-calls"))], arch,
                **options)


@pytest.mark.parametrize("arch", BOARDS)
def test_equals_are_one(arch: str, tmp_path: Path) -> None:
    plain, folded = linked(PROGRAM + MAIN, arch, tmp_path), linked(PROGRAM + MAIN, arch, tmp_path, fold=True)
    at = folded.symbols
    assert at["same_a"] == at["same_b"] and at["own_a"] == at["own_b"], "their names are kept"
    assert at["over_a"] == at["over_b"], "they call what has become one"
    assert len({at[n] for n in ("same_a", "other_callee", "other_code", "kept_a", "kept_b")}) == 5
    assert len({plain.symbols[n] for n in ("same_a", "same_b", "own_a", "own_b", "over_a", "over_b")}) == 6
    assert folded.sizes["text"] < plain.sizes["text"]
    for image in (plain, folded):
        path = tmp_path / "image.elf"
        path.write_bytes(image.elf_bytes)
        assert exit_code(path, target_by_name(arch)) == 77


@pytest.mark.parametrize("arch", BOARDS)
def test_a_traceback_has_the_right_name(arch: str, tmp_path: Path) -> None:
    """What a traceback would show differently stays apart; what it hides does not."""
    shown = linked(PROGRAM + MAIN, arch, tmp_path, fold=True, trace_table=True)
    assert shown.symbols["same_a"] != shown.symbols["same_b"] and shown.symbols["own_a"] != shown.symbols["own_b"]
    names = {find(table_of(shown), offset)[0][0] for offset in range(0, shown.sizes["text"], 2) if find(table_of(shown), offset)}
    assert {"same_a", "same_b", "over_a", "over_b", "own_a", "own_b"} <= names
    hidden = linked(PROGRAM + MAIN, arch, tmp_path, fold=True, trace_table=True, trace_hidden=("c.c",))
    assert hidden.symbols["same_a"] == hidden.symbols["same_b"]


def test_what_may_be_folded_has_a_section() -> None:
    """Called only, or said to be of no address: but not what somebody compares, or sees from outside."""
    text = """define internal fastcc i64 @"a[b]"(i64 %x) unnamed_addr #0 !dbg !3 {
define internal void @c.exit1() unnamed_addr #1 {
define internal void @d() #0 {
define dso_local i64 @e(i64 %x) local_unnamed_addr #0 {
define internal void @f() unnamed_addr #0 section ".boot" {
attributes #0 = { nounwind "x"="cold" }
attributes #1 = { cold noinline }
"""
    assert in_sections(text) == text.replace("unnamed_addr #0 !dbg", 'unnamed_addr #0 section ".text.unnamed.a[b]" !dbg').replace(
        "unnamed_addr #1 {", 'unnamed_addr #1 section ".text.unlikely.unnamed.c.exit1" {')


@pytest.mark.parametrize("arch", BOARDS)
def test_llvm_says_what_is_only_called(arch: str) -> None:
    text = """define internal i64 @called(i64 %x) noinline optnone { ret i64 %x }
define internal i64 @compared(i64 %x) noinline optnone { ret i64 %x }
define dso_local i64 @f(ptr %p) {
 %a = call i64 @called(i64 1)
 %b = icmp eq ptr %p, @compared
 %c = zext i1 %b to i64
 %d = add i64 %a, %c
 ret i64 %d }
"""
    image = compile_object(text, target_by_name(arch), 2)
    assert b".text.unnamed.called" in image and b".text.unnamed.compared" not in image
