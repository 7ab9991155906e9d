"""The linker's rules: resolution, collection, layout, errors, and the shape of the file."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from rumpkc.asm.assembler import assemble
from rumpkc.diagnostics import CompileError, Diagnostic
from rumpkc.link.image import LinkOptions, link_image
from rumpkc.link.layout import default_layout
from rumpkc.link.write import write_file
from rumpkc.targets.target import Region, target_by_name
from tests.unit.link.tools import BOARDS, c_object, elf_of, ir_object, link, need

RISCV = target_by_name("riscv64")
START = ".section .boot, \"ax\"\n.globl _start\n_start: call f\n"


def asm_object(text: str, name: str = "a.o") -> tuple[str, bytes]:
    return name, assemble(text, name.replace(".o", ".S"), RISCV).to_elf()


def errors(objects: list[tuple[str, bytes]], **options) -> list[Diagnostic]:
    with pytest.raises(CompileError) as caught:
        link(objects, "riscv64", **options)
    return list(caught.value.diagnostics)


def test_entry_is_first_and_permissions() -> None:
    """`.boot` leads although it comes last; each kind of memory has its segment and its own pages."""
    other = asm_object(".globl f\nf: la a0, x\n la a1, y\n la a2, z\n ret\n.rodata\nx: .word 1\n.data\ny: .word 2\n"
                       ".bss\nz: .zero 99\n", "f.o")
    image = link([other, asm_object(START)], "riscv64")
    assert image.entry == image.symbols["_start"] == image.symbols["__image_start"] == 0x8000_0000
    loads = [s.header for s in elf_of(image).iter_segments() if s["p_type"] == "PT_LOAD"]
    assert [load["p_flags"] for load in loads] == [5, 4, 6]
    assert all(load["p_vaddr"] % 4096 == 0 and load["p_offset"] % 4096 == 0 for load in loads)
    assert loads[2]["p_memsz"] == loads[2]["p_filesz"] + (-4 % 16) + 99
    assert image.symbols["__bss_start"] % 16 == 0
    assert image.symbols["__bss_end"] - image.symbols["__bss_start"] == 99 == image.sizes["bss"]
    assert image.symbols["__image_end"] % 4096 == 0


def test_unreachable_sections_are_left_out() -> None:
    text = START + ".section .text.f\n.globl f\nf: ret\n.section .text.g\n.globl g\ng: call h\n" \
                   ".section .text.h\n.globl h\nh: ret\n.section .text.kept, \"axR\"\nk: ret\n"
    assert {"f", "k"} <= set(link([asm_object(text)], "riscv64").symbols)
    assert not {"g", "h"} & set(link([asm_object(text)], "riscv64").symbols)
    assert {"g", "h"} <= set(link([asm_object(text)], "riscv64", keep=("g",)).symbols)
    assert {"g", "h"} <= set(link([asm_object(text)], "riscv64", collect_garbage=False).symbols)


def test_undefined_symbol_names_user_line_and_near_miss(tmp_path: Path) -> None:
    text = "int helper_function(int);\nint other;\nint f(int x) {\n  x += 3;\n  return helper_function(x) + 1;\n}\n"
    main = c_object(text, "riscv64", tmp_path)
    found = errors([asm_object(START), main, asm_object(".globl helper_functoin\nhelper_functoin: ret\n", "h.o")])
    assert [d.code for d in found] == ["E0601"]
    assert "`helper_function`" in found[0].message and "`f` in c.o" in found[0].message
    assert (found[0].span.file, found[0].span.line) == ("c.c", 5)
    assert found[0].help == "did you mean `helper_functoin`?"


def test_undefined_symbol_from_assembly_has_its_line() -> None:
    found = errors([asm_object(START)])
    assert (found[0].span.file, found[0].span.line) == ("a.S", 3)


def test_all_undefined_symbols_are_reported_once_each() -> None:
    found = errors([asm_object(START + " call g\n call g\n call h\n")])
    assert sorted(d.message.split("`")[1] for d in found) == ["f", "g", "h"]


def test_duplicate_symbol() -> None:
    twice = [asm_object(START), asm_object(".globl f\nf: ret\n", "b.o"), asm_object(".globl f\nf: nop\n", "c.o")]
    assert [d.code for d in errors(twice)] == ["E0603"]
    assert "b.o" in errors(twice)[0].message and "c.o" in errors(twice)[0].message


def test_weak_gives_way_and_may_be_missing() -> None:
    weak, strong = asm_object(".weak f\nf: ret\n", "w.o"), asm_object(".globl f\nf: nop\n ret\n", "s.o")
    for order in ([weak, strong], [strong, weak]):
        image = link([asm_object(START), *order], "riscv64")
        text = elf_of(image).get_section_by_name(".text").data()
        assert text[image.symbols["f"] - 0x8000_0000:][:4] == bytes.fromhex("13000000")
    absent = asm_object(START.replace("call f", "la a0, gone\n call gone\n ret") + ".weak gone\n")
    text = elf_of(link([absent], "riscv64")).get_section_by_name(".text").data()
    assert text[:4] == bytes.fromhex("37050000")  # lui a0, 0: its address is 0


def test_overflow_of_memory_says_by_how_much() -> None:
    big = asm_object(START + "f: la a0, huge\n ret\n.section .bss.huge, \"aw\", @nobits\nhuge: .zero 0x100000\n")
    layout = replace(default_layout(RISCV), memory=Region(0x8000_0000, 0x10_0000))
    with pytest.raises(CompileError) as caught:
        link_image([big], RISCV, layout)
    diagnostic = caught.value.diagnostics[0]
    assert diagnostic.code == "E0604" and "4096 bytes too large" in diagnostic.message
    assert ".bss.huge of a.o (1048576 bytes)" in diagnostic.help


def test_branch_out_of_range() -> None:
    text = START.replace("call f", "beqz a0, f") + ".section .text.f\n.globl f\n.zero 5000\nf: ret\n"
    found = errors([asm_object(text)])
    assert found[0].code == "E0606" and "`f`" in found[0].message and "BRANCH" in found[0].message
    assert (found[0].span.file, found[0].span.line) == ("a.S", 3)


def test_alignment_that_the_linker_should_make_is_refused() -> None:
    """R_RISCV_ALIGN asks for bytes to be removed, which is relaxation."""
    name, data = asm_object(START + "f: la a0, f\n ret\n")
    patched = bytearray(data)
    where = patched.index((23).to_bytes(4, "little"), 64)
    patched[where:where + 4] = (43).to_bytes(4, "little")
    patched[where + 8:where + 16] = (6).to_bytes(8, "little")   # the addend: six bytes of padding for a multiple of 8
    found = {error.code: error for error in errors([(name, bytes(patched))])}
    assert found["E0608"].help == "compile it with `-mno-relax`"


def test_unknown_relocation_is_refused() -> None:
    name, data = asm_object(START + "f: la a0, f\n ret\n")
    patched = bytearray(data)
    where = patched.index((23).to_bytes(4, "little"), 64)  # PCREL_HI20 becomes TPREL_HI20
    patched[where:where + 4] = (29).to_bytes(4, "little")
    found = errors([(name, bytes(patched))])
    assert found[0].code == "E0607" and "29" in found[0].message


@pytest.mark.parametrize("data, words", [
    (b"hello", "not an ELF file"), (b"\x7fELF", "damaged"), (b"", "not an ELF file"),
])
def test_damaged_objects(data: bytes, words: str) -> None:
    found = errors([("bad.o", data)])
    assert found[0].code == "E0602" and words in found[0].message


def test_truncated_objects_never_crash() -> None:
    """Cut an object at many places, or flip bytes: an error or an image, never a traceback."""
    name, data = asm_object(START + "f: la a0, f\n ret\n.data\n.quad f\n")
    for cut in range(0, len(data), 17):
        errors([(name, data[:cut])])
    for at in range(0, len(data), 5):
        damaged = bytearray(data)
        damaged[at] ^= 0xFF
        try:
            link([(name, bytes(damaged))], "riscv64")
        except CompileError:
            pass


def test_wrong_machine(tmp_path: Path) -> None:
    found = errors([c_object("int f(void) { return 1; }", "aarch64", tmp_path)])
    assert found[0].code == "E0602" and "another machine" in found[0].message


def test_missing_entry() -> None:
    assert errors([asm_object(".globl f\nf: ret\n")])[0].code == "E0605"


def test_constructors_are_refused(tmp_path: Path) -> None:
    text = "extern int x; __attribute__((constructor)) void f(void) { x = 1; }"
    found = errors([c_object(text, "riscv64", tmp_path)])
    assert found[0].code == "E0602" and "constructors" in found[0].message


def test_archives_give_what_is_wanted(tmp_path: Path) -> None:
    need("ar")
    for name, text in (("one", ".globl f\nf: call g\n"), ("two_with_a_long_name_indeed", ".globl g\ng: ret\n"),
                       ("unused", ".globl f2\nf2: call nowhere\n")):
        (tmp_path / f"{name}.o").write_bytes(asm_object(text, f"{name}.o")[1])
    members = ["unused.o", "two_with_a_long_name_indeed.o", "one.o"]
    subprocess.run(["ar", "rc", "all.a", *members], cwd=tmp_path, check=True)
    archive = ("all.a", (tmp_path / "all.a").read_bytes())
    image = link([archive, asm_object(START)], "riscv64")
    assert {"f", "g"} <= set(image.symbols) and "f2" not in image.symbols
    assert "all.a(two_with_a_long_name_indeed.o)" in image.map_text
    assert errors([("cut.a", archive[1][:100]), asm_object(START)])


def test_comdat_groups_are_kept_once(tmp_path: Path) -> None:
    ir = "$shared = comdat any\ndefine linkonce_odr i64 @shared() comdat {{ ret i64 7 }}\n" \
         "define i64 @{0}() section \".text.{0}\" {{ %r = call i64 @shared()\n ret i64 %r }}\n"
    image = link([asm_object(START), ir_object(ir.format("f"), "riscv64", 0, "f.o"),
                  ir_object(ir.format("g"), "riscv64", 0, "g.o")], "riscv64", keep=("g",))
    assert image.map_text.count(" shared\n") == 1


def test_common_blocks_are_merged(tmp_path: Path) -> None:
    small = c_object("int block[4]; int *f(void) { return block; }", "riscv64", tmp_path, "s", ("-O1", "-fcommon"))
    large = c_object("int block[40]; int *g(void) { return block; }", "riscv64", tmp_path, "l", ("-O1", "-fcommon"))
    assert link([asm_object(START), small, large], "riscv64", keep=("g",)).sizes["bss"] == 160


def test_bracketed_sections() -> None:
    """`__start_NAME` and `__stop_NAME` surround the pieces of all objects, and keep them."""
    user = asm_object(START + "f: la a0, __start_registry\n la a1, __stop_registry\n ret\n")
    pieces = [asm_object(f".section registry, \"aw\"\n.quad {i}\n", f"{i}.o") for i in range(3)]
    image = link([user, *pieces], "riscv64")
    assert image.symbols["__stop_registry"] - image.symbols["__start_registry"] == 24
    data = elf_of(image).get_section_by_name(".data").data()
    assert data == b"".join(i.to_bytes(8, "little") for i in range(3))


def test_stack_is_reserved_when_wanted() -> None:
    image = link([asm_object(START.replace("call f", "la sp, __stack_end"))], "riscv64")
    assert image.symbols["__stack_end"] - image.symbols["__stack_start"] == default_layout(RISCV).stack_bytes
    assert image.symbols["__stack_start"] % 4096 == 0
    assert "__stack_end" not in link([asm_object(START + "f: ret\n")], "riscv64").symbols


@pytest.mark.parametrize("arch", BOARDS)
def test_dwarf_and_headers_verify(arch: str, tmp_path: Path) -> None:
    """Two units of debug information, one with a function that is left out, pass LLVM's verifier and readelf."""
    need("llvm-dwarfdump", "readelf")
    text = "int g(int); int unused(int x) { return g(x) * 3; }\nint _start(int x) { return g(x) + 1; }\n"
    first = c_object(text, arch, tmp_path, "first", ("-O1", "-g"))
    second = c_object("struct s { int a, b; } z;\nint g(int x) { struct s y = z; return y.a + x; }\n", arch, tmp_path,
                      "second", ("-O1", "-gdwarf-4"))
    path = tmp_path / "image.elf"
    path.write_bytes(link([first, second], arch).elf_bytes)
    found = subprocess.run(["llvm-dwarfdump", "--verify", path], capture_output=True, text=True)
    assert found.returncode == 0 and "No errors." in found.stdout, found.stdout
    found = subprocess.run(["readelf", "-aW", path], capture_output=True, text=True)
    assert found.returncode == 0 and "Warning" not in found.stderr, found.stderr
    names = {s.name for s in elf_of(link([first, second], arch, debug=False)).iter_sections()}
    assert not any(name.startswith(".debug") for name in names)


def test_symbol_table(tmp_path: Path) -> None:
    """Functions keep their sizes and types; the assembler's own labels are gone; locals come first."""
    obj = c_object("static int hidden(int x) { return x * 5 + 1; }\nint (*pointer)(int) = hidden;\n"
                   "int _start(int x) { return pointer(x); }\n", "riscv64", tmp_path)
    table = elf_of(link([obj], "riscv64")).get_section_by_name(".symtab")
    symbols = {s.name: s for s in table.iter_symbols()}
    assert symbols["_start"]["st_size"] > 0 and symbols["_start"]["st_info"]["type"] == "STT_FUNC"
    assert symbols["hidden"]["st_info"]["bind"] == "STB_LOCAL"
    assert not any(name.startswith(".L") for name in symbols)
    binds = [s["st_info"]["bind"] == "STB_LOCAL" for s in table.iter_symbols()]
    assert binds == sorted(binds, reverse=True) and table["sh_info"] == sum(binds)


def test_equal_inputs_give_equal_bytes(tmp_path: Path) -> None:
    text = "int a[3] = {1, 2, 3}; const int b[2] = {4, 5}; int _start(int x) { return a[x] + b[x]; }"
    obj = c_object(text, "riscv64", tmp_path)
    script = "import sys; from tests.unit.link.tools import link; data = open(sys.argv[1], 'rb').read();" \
             "import hashlib; print(hashlib.sha256(link([('c.o', data)], 'riscv64').elf_bytes).hexdigest())"
    root = Path(__file__).resolve().parents[3]
    digests = [subprocess.run([sys.executable, "-c", script, str(tmp_path / obj[0])], cwd=root, check=True,
                              env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True).stdout
               for seed in ("0", "1", "77")]
    assert digests[0] and digests == [digests[0]] * 3


def test_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "new" / "image.elf"
    write_file(path, b"first")
    assert path.read_bytes() == b"first" and os.listdir(path.parent) == ["image.elf"]
    blocked = tmp_path / "new" / "image.elf" / "x.elf"
    with pytest.raises(CompileError) as caught:
        write_file(blocked, b"second")
    assert caught.value.diagnostics[0].code == "E0703"
    with pytest.raises(CompileError):
        write_file(tmp_path / "new", b"over a folder")
    assert path.read_bytes() == b"first" and sorted(os.listdir(tmp_path)) == ["new"]


def test_full_disk(tmp_path: Path) -> None:
    """/dev/full has no folder to write beside; a full tmpfs does, where we may mount one."""
    folder = tmp_path / "small"
    folder.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "none", folder],
                                           capture_output=True).returncode != 0:
        pytest.skip("cannot mount a small file system here")
    try:
        write_file(folder / "image.elf", b"old")
        with pytest.raises(CompileError) as caught:
            write_file(folder / "image.elf", bytes(1 << 20))
        assert caught.value.diagnostics[0].code == "E0703"
        assert os.listdir(folder) == ["image.elf"] and (folder / "image.elf").read_bytes() == b"old"
    finally:
        subprocess.run(["umount", folder], check=True)


def test_options_have_defaults() -> None:
    assert LinkOptions().entry == "_start"


def test_workers_share_no_writable_memory() -> None:
    user = [asm_object(".globl u\nu: la a0, shared\n ret\n.data\nshared: .word 1\n", "u.o")]
    with pytest.raises(CompileError) as caught:
        link_image([asm_object(START + ".globl f\nf: ret\n")], RISCV, default_layout(RISCV),
                   LinkOptions(collect_garbage=False), user)
    assert [d.code for d in caught.value.diagnostics] == ["E0611"]
    assert ".data of u.o" in caught.value.diagnostics[0].message
