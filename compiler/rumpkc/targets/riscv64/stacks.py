"""Stacks of a fixed size: who runs on each, its first address, and its end (a symbol) or its size in bytes."""

from __future__ import annotations

FIXED_STACKS: dict[str, tuple[str, str | int]] = {
    "trap_entry": ("__trap_stack_start", "__trap_stack_top"),              # boot/riscv64/reset.S
    "stack_rescue": ("__stack_start", 0x4000),                           # kernel/stack.py: RESCUE_BYTES
}
