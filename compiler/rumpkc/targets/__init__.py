"""The machines that rumpkc compiles for, and the step from LLVM IR to an object file."""

from rumpkc.targets.objects import compile_object
from rumpkc.targets.target import TARGET_NAMES, Qemu, Region, Target, target_by_name

__all__ = ["TARGET_NAMES", "Qemu", "Region", "Target", "compile_object", "target_by_name"]
