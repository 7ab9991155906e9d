"""KMEM and MMIO: a worker touches what is not its own. Each attack many times; the same code on its own memory works."""

from hal.board import hart_record, machine_name
from hal.cause import Cause
from kernel.calls import NAMES
from lib.hive import Reason, spawn
from rumpk import Ptr, linker_symbol, prim, u8, u16, u32, u64, usize
from watch import MEMORY, ROUNDS, Watch, bss, data, done, failures, go_on, heap, slot_of

KINDS = ["load", "store"]
DEVICES = {
    "riscv64": {"MMIO-01": [0x1000_0000], "MMIO-02": [0x1000_1000 + 0x1000 * n for n in range(8)],
                "MMIO-03": [0x0200_0000, 0x0200_4000, 0x0200_BFF8], "MMIO-04": [0x0C00_0000, 0x0C20_0004],
                "MMIO-05": [0x0010_0000], "MMIO-06": [0x0010_1000], "MMIO-07": [0x3000_0000],
                "MMIO-08": [0x2000_0000], "MMIO-09": [0x1010_0000]},
    "aarch64": {"MMIO-01": [0x0900_0000], "MMIO-02": [0x0A00_0000 + 0x200 * n for n in range(32)],
                "MMIO-03": [0x0801_0000], "MMIO-04": [0x0800_0000, 0x0800_0100],
                "MMIO-05": [0x0903_0000], "MMIO-06": [0x0901_0000], "MMIO-07": [0x1000_0000, 0x3F00_0000],
                "MMIO-08": [0x0000_0000], "MMIO-09": [0x0902_0000]},
}
# Registers that only drivers change: what the attacks on devices must leave as it is. Each is read without an effect.
STATE = {
    "riscv64": {"MMIO-01": [0x1000_0001, 0x1000_0003, 0x1000_0004, 0x1000_0007],
                "MMIO-02": [0x1000_1000 + 0x1000 * n + at for n in range(8) for at in (0x00, 0x08, 0x70)],
                "MMIO-03": [0x0200_0000], "MMIO-04": [0x0C00_0028, 0x0C00_2000, 0x0C20_0000],
                "MMIO-05": [0x0010_0000], "MMIO-06": [0x0010_1008, 0x0010_1010, 0x0010_1018]},
    "aarch64": {"MMIO-01": [0x0900_0024, 0x0900_0028, 0x0900_002C, 0x0900_0030, 0x0900_0038],
                "MMIO-02": [0x0A00_0000 + 0x200 * n + at for n in range(32) for at in (0x00, 0x08, 0x70)],
                "MMIO-03": [0x0801_0000, 0x0801_0004], "MMIO-04": [0x0800_0000, 0x0800_0100, 0x0800_0104],
                "MMIO-05": [0x0903_0400], "MMIO-06": [0x0901_0004, 0x0901_0010]},
}
BOUNDARIES = [0, 1, 1 << 31, 1 << 32, (1 << 39) - 1, 1 << 39, (1 << 48) - 1, (1 << 62), -(1 << 63), -1, -8]


def touch(packet: list[str]) -> list[str]:
    """One access: how, and where; "own" is memory of this worker, "end" and "start" its edges with a distance."""
    how, where = packet[0], packet[1]
    buffer = bytes(64)
    own = prim.zext(int, usize(prim.ref_ptr(buffer))) + 24
    if where == "own":
        address = own
    elif where.startswith("end"):
        address = (own & -MEMORY) + MEMORY + int(where[3:])
    elif where.startswith("start"):
        address = (own & -MEMORY) + int(where[5:])
    else:
        address = int(where)
    place = Ptr[u8](prim.int_ptr(Ptr[u8], address))
    result = 0
    if how == "load":
        result = prim.zext(int, prim.volatile_load(Ptr[u64](place)))
    elif how == "load1":
        result = prim.zext(int, prim.volatile_load(place))
    elif how == "load2":
        result = prim.zext(int, prim.volatile_load(Ptr[u16](place)))
    elif how == "load4":
        result = prim.zext(int, prim.volatile_load(Ptr[u32](place)))
    elif how == "store":
        prim.volatile_store(Ptr[u64](place), u64(7))
    elif how == "store1":
        prim.volatile_store(place, u8(7))
    elif how == "store2":
        prim.volatile_store(Ptr[u16](place), u16(7))
    elif how == "store4":
        prim.volatile_store(Ptr[u32](place), u32(7))
    elif how == "swap":
        result = prim.zext(int, prim.atomic_swap_seqcst(Ptr[u64](place), u64(7)))
    elif how == "add":
        result = prim.zext(int, prim.atomic_add_seqcst(Ptr[u64](place), u64(7)))
    elif how == "cas":
        result = prim.zext(int, prim.atomic_cas_seqcst(Ptr[u64](place), u64(0), u64(7)))
    return [str(result)]


def control(watch: Watch, name: str, how: str, where: str = "own") -> None:
    """The same code on a legal address works."""
    watch.judge(f"{name} control", spawn(touch, [how, where], memory=MEMORY).join(), Reason.EXITED)


def attack(watch: Watch, name: str, how: str, where: str, rounds: int = 1) -> None:
    """The worker dies of it, each time."""
    for _ in range(rounds):
        out = spawn(touch, [how, where], memory=MEMORY).join()
        watch.judge(f"{name} {how} {where}", out, Reason.FAULT)
        wanted = Cause.LOAD_FAULT if how.startswith("load") else Cause.STORE_FAULT
        if out.cause != wanted and not (out.cause == Cause.LOAD_FAULT and how in ("swap", "add", "cas")):
            failures.append(f"{name} {how} {where}: cause {out.cause}")
        if where.isdigit() and out.address != int(where):
            failures.append(f"{name} {how} {where}: address {out.address}")
    watch.check(name)


def tree_address() -> int:
    """Where QEMU puts the device tree."""
    at = 0x4000_0000 if machine_name() == "aarch64" else 0x87E0_0000
    if Ptr[u32](usize(at))[0] != 0xEDFE_0DD0:
        failures.append("the device tree is somewhere else")
    return at


def kernel_memory(watch: Watch) -> None:
    """KMEM-01 to KMEM-24: pairs of a load and a store."""
    places = [
        int(usize(linker_symbol("__text_start"))) + 64, int(usize(linker_symbol("__rodata_start"))) + 64,
        int(usize(Ptr[u8](data))), int(usize(Ptr[u8](bss))), int(usize(prim.ref_ptr(heap))),
        int(prim.stack_address()), int(slot_of(watch.other).waiting), int(hart_record()),
        int(usize(prim.ref_ptr(NAMES[0]))), int(watch.ledger), int(watch.network), tree_address()]
    for i in range(len(places)):
        for k in range(2):
            name = f"KMEM-{2 * i + k + 1:02}"
            control(watch, name, KINDS[k])
            attack(watch, name, KINDS[k], str(places[i]), ROUNDS)
            done.append(name)
    tables = int(slot_of(watch.other).tables)
    if tables != 0:
        attack(watch, "KMEM-15", "load", str(tables))
        attack(watch, "KMEM-16", "store", str(tables))
    # It ran a moment ago: a fence whose change the machine has not seen (pmpaddr without pmpcfg) would let this through.
    attack(watch, "sibling", "load", str(int(slot_of(watch.other).base)), ROUNDS)
    attack(watch, "sibling", "store", str(int(slot_of(watch.other).end) - 8), ROUNDS)
    attack(watch, "user text", "store", str(int(usize(linker_symbol("__user_text_start")))))
    attack(watch, "user constants", "store", str(int(usize(linker_symbol("__user_rodata_start")))))


def edges(watch: Watch) -> None:
    """KMEM-26 to KMEM-29."""
    for how in ("load1", "load2", "load4", "load", "store1", "store2", "store4", "store"):
        size = int(how[-1]) if how[-1] in "124" else 8
        control(watch, "KMEM-26", how, f"end{-size}")
        for over in range(1, size + 1):
            attack(watch, "KMEM-26", how, f"end{over - size}")
        attack(watch, "KMEM-26", how, "end0", 4)
        control(watch, "KMEM-27", how, "start0")
        attack(watch, "KMEM-27", how, "start-1", 4)
    for how in ("load1", "load", "store1", "store"):
        for address in BOUNDARIES:
            attack(watch, "KMEM-28", how, str(address))
    target = str(int(usize(Ptr[u8](data))))
    for how in ("swap", "add", "cas"):
        control(watch, "KMEM-29", how)
        attack(watch, "KMEM-29", how, target, ROUNDS)
    done.extend(["KMEM-26", "KMEM-27", "KMEM-28", "KMEM-29"])


def state_of(name: str) -> list[int]:
    """The registers of a device, read by the kernel: bytes of the riscv64 board's UART, else words."""
    return [prim.zext(int, prim.volatile_load(Ptr[u8](usize(at)))) if at >> 12 == 0x1_0000 and machine_name() == "riscv64"
            else prim.zext(int, prim.volatile_load(Ptr[u32](usize(at)))) for at in STATE[machine_name()].get(name, [])]


def devices(watch: Watch) -> None:
    """MMIO-01 to MMIO-09: the worker dies, and the device is as it was."""
    for name, addresses in DEVICES[machine_name()].items():
        before = state_of(name)
        for address in addresses:
            for how in ("load1", "load4", "store1", "store4"):
                attack(watch, name, how, str(address), 100 // len(addresses) // 4 + 1)
        if state_of(name) != before:
            failures.append(f"{name}: the device has changed: {before}, {state_of(name)}")
        done.append(name)


def main() -> int:
    watch = Watch()
    kernel_memory(watch)
    edges(watch)
    devices(watch)
    return go_on(watch)
