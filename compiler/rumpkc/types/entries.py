"""Functions at the border of the program: what `@export`, `@extern`, `@entry`, `@interrupt`, `@naked` ask of them.

| mark         | called by                | parameters                 | result                       |
|--------------|--------------------------|----------------------------|------------------------------|
| `@export`    | C, assembly              | numbers, `Ptr`, `Array`    | a number, `Ptr`, none        |
| `@extern`    | the program              | the same                   | the same                     |
| `@entry`     | assembly, after reset    | at most eight words        | none; `Never`; an integer    |
| `@interrupt` | the machine              | none                       | none                         |
| `@naked`     | anything                 | only with `@asm`           |                              |

That an interrupt handler neither allocates, raises nor blocks is proved by `effects/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.diagnostics import CompileError, Diagnostic, Label, fail
from rumpkc.types.symbols import FuncInfo, FuncInst
from rumpkc.types.types import BOOL, F32, FLOAT, NEVER, NONE, ArrayType, IntType, PtrType, Type

if TYPE_CHECKING:
    from rumpkc.types.world import World

INTERRUPT_ALIGN = 4                     # bytes; trap vectors keep their mode in the two bits below
REGISTERS = 8                           # integer arguments in registers: the ABIs of both machines
CORE = "lib.core."                      # the compiler's own calls pass objects and pairs


def crosses(t: Type) -> bool:
    """Whether C has a type that is passed as a value of `t` is."""
    return isinstance(t, (IntType, PtrType, ArrayType)) or t in (BOOL, FLOAT, F32)


def check_border(info: FuncInfo, inst: FuncInst) -> None:
    """The rules for one function instance; E0460 to E0462."""
    marks = [name for name in ("export", "extern") if getattr(info, name)] + sorted({"entry", "interrupt"} & info.attrs)
    if "naked" in info.attrs and info.asm is None:
        raise fail("E0461", f"`{info.name}` is `@naked`, but its body is not assembly", info.node.name_span,
                   "a naked function has no frame, which compiled code needs",
                   help="write it as `@asm`, and let it call a plain function")
    if not marks:
        return
    if info.owner is not None and info.kind != "static":
        raise fail("E0461", f"a method cannot be `@{marks[0]}`", info.node.name_span,
                   help="write a function of module level that calls it")
    if "interrupt" in marks:
        _interrupt(info, inst)
    elif not info.module.name.startswith(CORE):
        _c_signature(info, inst, marks[0])
    if "entry" in marks:
        _entry(info, inst)


def _interrupt(info: FuncInfo, inst: FuncInst) -> None:
    if inst.params or inst.result is not NONE:
        raise fail("E0461", f"the interrupt handler `{info.name}` takes parameters or returns a value",
                   info.node.name_span, "the machine enters it: nothing is passed and nothing is taken",
                   help="write `def handler() -> None:`, and read the cause from the machine's registers")
    if info.asm is not None:
        raise fail("E0461", f"`{info.name}` is assembly, which `@interrupt` cannot prove anything about",
                   info.node.name_span, help="leave `@interrupt` out; the assembly saves registers and returns itself")


def _entry(info: FuncInfo, inst: FuncInst) -> None:
    if len(inst.params) > REGISTERS or any(p.type in (FLOAT, F32) for p in inst.params) or inst.result in (FLOAT, F32):
        raise fail("E0461", f"the entry point `{info.name}` takes more than {REGISTERS} words", info.node.name_span,
                   help="reset code passes integers and addresses in registers")


def _c_signature(info: FuncInfo, inst: FuncInst, mark: str) -> None:
    for param in inst.params:
        if not crosses(param.type):
            raise fail("E0462", f"parameter `{param.name}` of the `@{mark}` function `{info.name}` is {param.type}, "
                       "which C does not have", param.span,
                       help="pass numbers and `Ptr`; a `Span` as its `Ptr` and its length")
    if inst.result not in (NONE, NEVER) and not crosses(inst.result) or isinstance(inst.result, ArrayType):
        raise fail("E0462", f"the `@{mark}` function `{info.name}` returns {inst.result}, which C does not have",
                   info.node.name_span, help="return a number, a `Ptr` or nothing")


def check_called(info: FuncInfo, span: object) -> None:
    """E0461 where the program itself calls an interrupt handler, which returns to an interrupted program."""
    if "interrupt" in info.attrs:
        raise fail("E0461", f"`{info.name}` is an interrupt handler: only the machine can call it", span,  # type: ignore[arg-type]
                   help="move what both need into a plain function")


def check_symbols(world: World, has_start: bool) -> None:
    """E0465 for every symbol that two functions define."""
    first: dict[str, FuncInst] = {}
    found: list[Diagnostic] = []
    for inst in world.func_insts.values():
        if not inst.info.export:
            continue
        other = first.setdefault(inst.ir.symbol, inst)
        if other is not inst:
            found.append(Diagnostic("E0465", f"two functions are exported as `{inst.ir.symbol}`",
                                    inst.info.node.name_span,
                                    labels=(Label(other.info.node.name_span, f"`{other.info.name}` is, too"),),
                                    help="give each its own name"))
    if "app_main" in first and has_start:
        at = first["app_main"].info.node.name_span
        found.append(Diagnostic("E0465", "`app_main` is the symbol of the program's own start", at,
                                help="export the function under another name"))
    if found:
        raise CompileError(*found)
