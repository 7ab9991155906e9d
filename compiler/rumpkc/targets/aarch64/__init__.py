"""aarch64: 64-bit Arm (Cortex-A72), EL1, QEMU `virt`."""

from rumpkc.targets.target import EM_AARCH64, Qemu, Region, Target

# RAM starts at 0x4000_0000; QEMU puts the device tree there, so the image starts 2 MiB higher.
RAM = Region(0x4000_0000, 128 << 20)
LOAD_ADDRESS = 0x4020_0000

TARGET = Target(
    name="aarch64",
    triple="aarch64-none-elf",
    cpu="cortex-a72",
    features="+strict-align",  # unaligned accesses fault while the MMU is off (Arm ARM B2.5.2)
    reloc_model="static",
    code_model="small",
    abi="",
    elf_machine=EM_AARCH64,
    elf_flags=0,
    pointer_bytes=8,
    page_bytes=4096,
    text_align=4,
    load_address=LOAD_ADDRESS,
    memory=Region(LOAD_ADDRESS, RAM.end - LOAD_ADDRESS),
    qemu=Qemu("qemu-system-aarch64", "qemu-system-arm",
              ("-machine", "virt", "-cpu", "cortex-a72", "-nic", "none",
               "-semihosting-config", "enable=on,target=native", "-global", "virtio-mmio.force-legacy=false"), 128),
)
