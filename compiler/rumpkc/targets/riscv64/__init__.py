"""riscv64: 64-bit RISC-V (RV64IMAFDC), machine mode, QEMU `virt` with `-bios none`."""

from rumpkc.targets.target import EM_RISCV, Qemu, Region, Target

# EF_RISCV_RVC | EF_RISCV_FLOAT_ABI_DOUBLE (RISC-V ELF psABI, "File Header"): compressed code, lp64d.
ELF_FLAGS = 0x0001 | 0x0004

TARGET = Target(
    name="riscv64",
    triple="riscv64-unknown-none-elf",
    cpu="generic-rv64",
    features="+m,+a,+f,+d,+c,+zba,+zbb,+zbs",  # Zba, Zbb, Zbs: QEMU's `rv64` has them; +zicond and +v it has not
    optimised_features="+relax",    # the linker shortens calls; the relocations that it needs make every link longer
    assembly_head="\t.option\tarch, rv64gc_zba_zbb_zbs",
    reloc_model="static",
    code_model="medium",  # "small" cannot reach 0x8000_0000; LLVM's default, "large", calls through literals
    abi="lp64d",
    elf_machine=EM_RISCV,
    elf_flags=ELF_FLAGS,
    pointer_bytes=8,
    page_bytes=4096,
    text_align=4,
    load_address=0x8000_0000,
    memory=Region(0x8000_0000, 128 << 20),
    qemu=Qemu("qemu-system-riscv64", "qemu-system-misc",
              ("-machine", "virt", "-cpu", "rv64,x-epmp=true",  # Smepmp, as QEMU 7.2 calls it
               "-bios", "none", "-global", "virtio-mmio.force-legacy=false"), 128),
)
