"""What the linker's tests share: C and IR to objects, other linkers, QEMU."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from elftools.elf.elffile import ELFFile

from rumpkc.link.image import LinkedImage, LinkOptions, link_image
from rumpkc.link.layout import default_layout
from rumpkc.targets.objects import compile_object
from rumpkc.targets.target import Target, target_by_name

BOARDS = ("riscv64", "aarch64")
CLANG = {"riscv64": ["--target=riscv64-unknown-elf", "-march=rv64gc", "-mcmodel=medany", "-mno-relax"],
         "aarch64": ["--target=aarch64-none-elf", "-mcpu=cortex-a72"]}
LINKERS = {"riscv64": ("ld.lld", "riscv64-unknown-elf-ld"), "aarch64": ("ld.lld", "aarch64-linux-gnu-ld")}
SECONDS = 20

# Start-up code and an exit that reaches QEMU, for C programs without any library.
START = {
    "riscv64": """
__attribute__((section(".boot"), naked, used)) void _start(void) {
  __asm__("la sp, stack + 65536\\n\\tli t0, 0x2000\\n\\tcsrs mstatus, t0\\n\\ttail begin"); }
static void quit(int code) { *(volatile unsigned *)0x100000 = (unsigned)code << 16 | 0x3333; }
""",
    "aarch64": """
__attribute__((section(".boot"), naked, used)) void _start(void) {
  __asm__("adrp x0, stack + 65536\\n\\tadd x0, x0, :lo12:stack + 65536\\n\\tmov sp, x0\\n\\t"
          "mov x0, #0x300000\\n\\tmsr cpacr_el1, x0\\n\\tb begin"); }
static void quit(int code) {
  unsigned long block[2] = {0x20026, code};
  register long x0 __asm__("x0") = 0x20; register void *x1 __asm__("x1") = block;
  __asm__ volatile("hlt #0xf000" :: "r"(x0), "r"(x1) : "memory"); }
"""}
START_END = """
char stack[65536] __attribute__((aligned(16)));
int main(void);
__attribute__((used)) void begin(void) { quit(main()); for (;;); }
"""


def need(*programs: str) -> None:
    """Skip the test unless the programs are installed."""
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")


def c_object(text: str, arch: str, folder: Path, name: str = "c",
             flags: tuple[str, ...] = ("-O2", "-g")) -> tuple[str, bytes]:
    """Compile C for a board with clang."""
    need("clang")
    source, target = folder / f"{name}.c", folder / f"{name}.o"
    source.write_text(text)
    command = ["clang", *CLANG[arch], *flags, "-ffreestanding", "-ffunction-sections", "-fdata-sections"]
    if "-mrelax" in flags:              # clang 14 allows it in what it assembles, not in what it compiles
        text = subprocess.run([*command, "-S", source.name, "-o", "-"], cwd=folder, check=True, capture_output=True,
                              text=True).stdout
        source = folder / f"{name}.s"
        source.write_text(f".option relax\n{text}")
        command = [word for word in command if word != "-mno-relax"]
    subprocess.run([*command, "-c", source.name, "-o", target.name], cwd=folder, check=True)
    return target.name, target.read_bytes()


def ir_object(text: str, arch: str, level: int = 2, name: str = "ir.o") -> tuple[str, bytes]:
    """Compile LLVM IR for a board."""
    return name, compile_object(text, target_by_name(arch), level)


def link(objects: list[tuple[str, bytes]], arch: str, **options) -> LinkedImage:
    """Link for a board's default layout."""
    target = target_by_name(arch)
    return link_image(objects, target, default_layout(target), LinkOptions(**options))


def elf_of(image: LinkedImage) -> ELFFile:
    """The image as pyelftools sees it."""
    return ELFFile(io.BytesIO(image.elf_bytes))


def exit_code(path: Path, target: Target) -> int:
    """Boot an image and wait for the exit code that it gives to QEMU."""
    assert target.qemu is not None
    need(target.qemu.program)
    command = target.qemu.command(str(path))
    return subprocess.run(command, timeout=SECONDS, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL).returncode


SCRIPT = """
ENTRY(_start)
SECTIONS {
  . = %#x;
  .text : { *(.boot) *(.text .text.*) }
  .rodata : { *(.rodata .rodata.* .srodata .srodata.*) }
  .got : { *(.got .got.*) }
  . = ALIGN(4096);
  .data : { *(.data .data.* .sdata .sdata.*) }
  .bss : { *(.bss .bss.* .sbss .sbss.* COMMON) }
  /DISCARD/ : { *(.eh_frame) }
}
"""


def link_with(program: str, objects: list[tuple[str, bytes]], arch: str, folder: Path) -> Path:
    """Link with another linker."""
    need(program)
    script, output = folder / "script.ld", folder / f"{program}.elf"
    script.write_text(SCRIPT % target_by_name(arch).load_address)
    names = []
    for name, data in objects:
        (folder / name).write_bytes(data)
        names.append(name)
    emulation = {"riscv64": "elf64lriscv", "aarch64": "aarch64linux" if "linux" in program else "aarch64elf"}[arch]
    subprocess.run([program, "-m", emulation, "-T", script.name, "--no-relax", "-o", output.name, *names], cwd=folder,
                   check=True, stderr=subprocess.DEVNULL)
    return output
