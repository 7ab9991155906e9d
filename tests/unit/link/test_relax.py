"""Calls that the linker shortens (riscv64): the image does the same, and all that is said of its places stays right."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from rumpkc.cli import main
from rumpkc.link import image, tracetable
from rumpkc.link.image import LinkedImage
from rumpkc.link.patchpoint import patch_id
from rumpkc.link.tracetable import Frame, pack_table
from rumpkc.targets.target import target_by_name
from tests.unit.link.test_differential import FIRST, SECOND
from tests.unit.link.tools import START, START_END, c_object, elf_of, exit_code, ir_object, link, need

RISCV = target_by_name("riscv64")
MAIN = START["riscv64"] + FIRST + START_END
LONG = re.compile(r"auipc\s+(\w+), .*\n.*jalr?\s+(?:\w+, )?-?\d+\(\1\)|auipc.*\n.*\sj[ar]l?r\s")


def built(flag: str, folder: Path, *texts: str) -> LinkedImage:
    objects = [c_object(text, "riscv64", folder, f"part{n}", ("-O2", "-g", flag)) for n, text in enumerate(texts)]
    return link(objects, "riscv64")


def listing(linked: LinkedImage, folder: Path) -> str:
    need("llvm-objdump")
    path = folder / "image.elf"
    path.write_bytes(linked.elf_bytes)
    return subprocess.run(["llvm-objdump", "-d", "--no-show-raw-insn", path], check=True, capture_output=True,
                          text=True).stdout


def test_the_image_does_the_same(tmp_path: Path) -> None:
    """Calls both ways and to oneself, jump tables, tables of functions, weak symbols: booted, and shorter."""
    images = {flag: built(flag, tmp_path, MAIN, SECOND) for flag in ("-mno-relax", "-mrelax")}
    codes = set()
    for flag, linked in images.items():
        (tmp_path / flag).write_bytes(linked.elf_bytes)
        codes.add(exit_code(tmp_path / flag, RISCV))
    assert len(codes) == 1 and codes != {0}
    long = {flag: len(LONG.findall(listing(linked, tmp_path))) for flag, linked in images.items()}
    assert long["-mno-relax"] >= 6 and long["-mrelax"] <= 1, long      # the call of a weak symbol that nobody defines
    saved = images["-mno-relax"].sizes["text"] - images["-mrelax"].sizes["text"]
    assert saved >= 4 * (long["-mno-relax"] - 1)


def test_sizes_and_places_of_symbols(tmp_path: Path) -> None:
    """Functions follow one another without gaps or overlaps, and a debugger is told the same."""
    linked = built("-mrelax", tmp_path, MAIN, SECOND)
    found = sorted((s["st_value"], s["st_size"]) for s in elf_of(linked).get_section_by_name(".symtab").iter_symbols()
                   if s["st_info"]["type"] == "STT_FUNC" and s["st_size"])
    assert len(found) > 5
    for (start, size), (following, _) in zip(found, found[1:], strict=False):
        assert start + size <= following < start + size + 4
    ranges = {(die.attributes["DW_AT_low_pc"].value, die.attributes["DW_AT_high_pc"].value)
              for unit in elf_of(linked).get_dwarf_info().iter_CUs() for die in unit.iter_DIEs()
              if die.tag == "DW_TAG_subprogram" and "DW_AT_low_pc" in die.attributes}
    ranges = {(low, size) for low, size in ranges if low}              # the others are not in the image
    assert ranges <= set(found) and len(ranges) > 5


def test_padding_is_as_much_as_is_asked_for(tmp_path: Path) -> None:
    text = """void f(void) __attribute__((noinline)); void f(void) { __asm__ volatile("nop"); }
    __attribute__((section(".text._start"))) void _start(void) {
      f(); __asm__ volatile(".globl one\\n.balign 16\\none: nop"); f(); f();
      __asm__ volatile(".globl two\\n.balign 64\\ntwo: nop"); f(); }"""
    linked = built("-mrelax", tmp_path, text)
    one, two = linked.symbols["one"], linked.symbols["two"]
    assert one % 16 == 0 and two % 64 == 0 and one < two <= one + 64
    between = listing(linked, tmp_path).split("<one>:")[1].split("<two>:")[0]
    assert set(re.findall(r":\s+(\w+)", between)) <= {"nop", "jal"} and between.count("jal") == 2


def test_what_is_far_stays_long(tmp_path: Path) -> None:
    text = """void far(void); void near(void) __attribute__((noinline)); void near(void) { __asm__ volatile("nop"); }
    void _start(void) { near(); far(); near(); }
    __asm__(".section .text.gap,\\"ax\\"\\n.globl far\\nfar: ret\\n.zero 1100000\\n.text");"""
    code = listing(built("-mrelax", tmp_path, text), tmp_path).split("<_start>:")[1].split("<far>:")[0]
    assert len(re.findall(r"\bj(?:al)?\b", code)) == 2 and code.count("auipc") == 1


def test_addresses_behind_a_shortened_call(tmp_path: Path) -> None:
    """A table of places in a function (`&&label`), and a place so many bytes behind its start."""
    text = START["riscv64"] + """
    __attribute__((noinline)) static int add(int x) { __asm__ volatile("" : "+r"(x)); return x + 1; }
    static int run(const unsigned char *p) {
      static void *const steps[] = {&&up, &&twice, &&end};
      int x = 0;
      goto *steps[*p++];
      up: x = add(add(x)); goto *steps[*p++];
      twice: x = add(2 * x); goto *steps[*p++];
      end: return x;
    }
    int main(void) { static const unsigned char program[] = {0, 1, 0, 1, 2}; return run(program); }
    """ + START_END
    path = tmp_path / "image"
    path.write_bytes(built("-mrelax", tmp_path, text).elf_bytes)
    assert exit_code(path, RISCV) == 15


@pytest.mark.parametrize("level", [0, 2])
def test_instructions_in_line_stay_in_their_places(level: int, tmp_path: Path) -> None:
    """Patch points behind calls: their offsets are relocations in code that may be shortened."""
    read = ("call anyregcc i64 (i64, i32, ptr, i32, ...) @llvm.experimental.patchpoint.i64"
            f"(i64 {patch_id(0x2073 | 0x300 << 20)}, i32 4, ptr null, i32 0)")
    text = f"""
declare i64 @llvm.experimental.patchpoint.i64(i64, i32, ptr, i32, ...)
define void @g(i64 %x) noinline {{
  store volatile i64 %x, ptr null
  ret void
}}
define void @_start() {{
  %a = {read}
  call void @g(i64 %a)
  call void @g(i64 %a)
  %b = {read}
  call void @g(i64 %b)
  ret void
}}
"""
    linked = link([ir_object(text, "riscv64", level)], "riscv64")
    code = listing(linked, tmp_path).split("<_start>:")[1]
    assert len(re.findall(r"csrr\s+\w+, mstatus", code)) == 2
    assert len(LONG.findall(code)) == (0 if level == 2 else 3)


@pytest.mark.slow
def test_tracebacks_stay_as_they_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A program with user code and a kernel: the frames of every call site, in order, with shortened calls and without."""
    found: list[list[tuple[Frame, ...]]] = []

    def note(sites: dict[int, tuple[Frame, ...]]) -> bytes:
        found.append([sites[address] for address in sorted(sites)])
        return pack_table(sites)

    monkeypatch.setattr(tracetable, "pack_table", note)
    program = str(Path(__file__).parents[3] / "apps" / "hello.py")
    for shorten in (image.relax, lambda relocator, target: False):
        monkeypatch.setattr(image, "relax", shorten)
        assert main(["build", program, "-t", "riscv64", "--no-cache", "-o", str(tmp_path / "image.elf")]) in (0, None)
    half = len(found) // 2
    assert found[:half] == found[half:] and sum(map(len, found[:half])) > 100


def test_the_same_twice(tmp_path: Path) -> None:
    assert built("-mrelax", tmp_path, MAIN, SECOND).elf_bytes == built("-mrelax", tmp_path, MAIN, SECOND).elf_bytes
