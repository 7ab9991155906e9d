"""host: the machine at hand, through llvmlite's JIT. Programs run there as ordinary processes."""

import platform

from rumpkc.targets.target import EM_AARCH64, EM_X86_64, Target

TARGET = Target(
    name="host",
    triple="native",
    cpu="native",
    features="",
    reloc_model="default",
    code_model="jitdefault",
    abi="",
    elf_machine=EM_AARCH64 if platform.machine() in ("aarch64", "arm64") else EM_X86_64,
    elf_flags=0,
    pointer_bytes=8,
    page_bytes=4096,
    text_align=16,
    load_address=None,
    memory=None,
    qemu=None,
)
