"""What the compiler knows about a machine: one frozen record a target, looked up by name."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from importlib import import_module

from rumpkc.diagnostics import fail

EM_X86_64 = 62
EM_AARCH64 = 183
EM_RISCV = 243

TARGET_NAMES = ("riscv64", "aarch64", "host")


@dataclass(frozen=True, slots=True)
class Region:
    """A range of physical memory: first address and length, both in bytes."""

    origin: int
    length: int

    @property
    def end(self) -> int:
        """The first address behind the region."""
        return self.origin + self.length


SERIAL_ON_STDIO = ("-serial", "stdio", "-monitor", "none")
# For a person at a terminal: every key reaches the guest, Ctrl-C too; Ctrl-A X ends QEMU, Ctrl-A C is its monitor.
SERIAL_FOR_TERMINAL = ("-serial", "mon:stdio")


@dataclass(frozen=True, slots=True)
class Qemu:
    """How to start the machine in QEMU: the program, its Debian package, and the arguments that choose the board."""

    program: str
    package: str
    machine: tuple[str, ...]
    memory_mib: int

    def command(self, image: str, *, harts: int = 1, extra: tuple[str, ...] = (),
                serial: tuple[str, ...] = SERIAL_ON_STDIO) -> list[str]:
        """The whole command that boots the ELF file `image` with the serial line on stdin/stdout, no window."""
        return [self.program, *self.machine, "-m", f"{self.memory_mib}M", "-smp", str(harts), "-display", "none",
                *serial, "-kernel", image, *extra]


@dataclass(frozen=True, slots=True)
class Target:
    """One machine. `cpu`, `features`, `reloc_model`, `code_model` and `abi` are LLVM's words (toolchain.md).

    `triple == "native"` and `cpu == "native"` stand for the machine at hand: what they are is asked of LLVM only
    when code is generated, so that looking up a target stays cheap. `memory` is the RAM that an image may use, and
    `load_address` the place where its first byte goes; both are None on the host, which has no image.
    """

    name: str
    triple: str
    cpu: str
    features: str
    reloc_model: str
    code_model: str
    abi: str
    elf_machine: int
    elf_flags: int
    pointer_bytes: int
    page_bytes: int
    text_align: int
    load_address: int | None
    memory: Region | None
    qemu: Qemu | None
    assembly_head: str = ""                # of assembly text: which instructions may be in it
    optimised_features: str = ""           # from -O2 on, besides `features`

    def features_at(self, opt_level: int) -> str:
        """LLVM's words for the processor at a level of optimisation."""
        more = self.optimised_features if opt_level >= 2 else ""
        return f"{self.features},{more}" if more else self.features

    @property
    def is_host(self) -> bool:
        """True for the machine at hand, whose objects run in a JIT instead of an image."""
        return self.triple == "native"


def with_ram(target: Target, mib: int) -> Target:
    """The same board with `mib` MiB of RAM; the host is left as it is."""
    if target.qemu is None or target.memory is None or mib == target.qemu.memory_mib:
        return target
    grown = (mib - target.qemu.memory_mib) << 20
    return replace(target, memory=Region(target.memory.origin, target.memory.length + grown),
                   qemu=replace(target.qemu, memory_mib=mib))


def target_by_name(name: str) -> Target:
    """The record of target `name`; E0701 with a suggestion where there is no such target."""
    if name not in TARGET_NAMES:
        near = difflib.get_close_matches(name.lower(), TARGET_NAMES + tuple(ALIASES), n=1, cutoff=0.5)
        hint = f"did you mean `{ALIASES.get(near[0], near[0])}`?" if near else f"targets are {', '.join(TARGET_NAMES)}"
        raise fail("E0701", f"there is no target `{name}`", help=hint)
    return import_module(f"rumpkc.targets.{name}").TARGET


ALIASES = {"riscv": "riscv64", "rv64": "riscv64", "arm64": "aarch64", "armv8": "aarch64", "x86_64": "host",
           "native": "host"}
