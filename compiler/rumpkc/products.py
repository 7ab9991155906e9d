"""What `rumpkc build --emit` writes beside the image: the parts that the program was made of, for other tools.

| `--emit` | file    | what                                                                        |
|----------|---------|-----------------------------------------------------------------------------|
| `obj`    | `.o`    | the program as a relocatable object, without boot/ and what `--link` names  |
| `header` | `.h`    | C prototypes of the named file's `@export` functions                        |
| `llvm`   | `.ll`   | the LLVM IR as emitted, before LLVM's own passes                            |
| `asm`    | `.s`    | the assembly of the object, as LLVM writes it                               |
"""

from __future__ import annotations

from pathlib import Path

from rumpkc.compilation import Compilation
from rumpkc.ir import nodes as ir
from rumpkc.types.types import BOOL, F32, FLOAT, NEVER, NONE, ArrayType, IntType, PtrType, Type

SUFFIXES = {"obj": ".o", "header": ".h", "llvm": ".ll", "asm": ".s"}


def product(c: Compilation, kind: str) -> bytes:
    """The content of one product of a finished build."""
    from rumpkc.targets.objects import compile_assembly

    if kind == "obj":
        return c.objects[0][1]
    if kind == "header":
        return header(c).encode()
    if kind == "asm":
        return compile_assembly(c.llvm_ir, c.target, c.opt_level).encode()
    return c.llvm_ir.encode()


def product_path(output: Path, kind: str) -> Path:
    """Where a product goes: beside the image, with its own ending; the host's image is an object already."""
    return output.with_suffix(SUFFIXES[kind])


def header(c: Compilation) -> str:
    """A C header of the functions that the named file exports."""
    assert c.program is not None
    module = c.files[0].name
    guard = "".join(ch if ch.isalnum() and ch.isascii() else "_" for ch in module).upper() + "_H"
    lines = [prototype(f) for f in c.program.functions
             if f.module == module and f.exported and f.body is not None and f.symbol != "app_main"]
    begin = [f"/* {c.files[0].display_path}, by rumpkc build --emit header */", f"#ifndef {guard}", f"#define {guard}"]
    return "\n".join([*begin, "", "#include <stdbool.h>", "#include <stdint.h>", "", *lines, "", "#endif", ""])


def prototype(function: ir.Function) -> str:
    """`int64_t add(int64_t a, uint8_t *b);`"""
    params = ", ".join(f"{c_type(p.type)}{p.name}" for p in function.params) or "void"
    result = "void " if function.result in (NONE, NEVER) else c_type(function.result)
    never = "_Noreturn " if function.result == NEVER else ""
    return f"{never}{result}{function.symbol}({params});"


def c_type(t: Type) -> str:
    """The C type of a value, ready for a name behind it."""
    if isinstance(t, IntType):
        return f"{'' if t.signed else 'u'}int{t.bits}_t "
    if isinstance(t, (PtrType, ArrayType)):
        inner = c_type(t.item) if isinstance(t.item, (IntType, PtrType)) or t.item in (FLOAT, F32) else "void "
        return f"{inner}*"
    words: dict[Type, str] = {BOOL: "bool ", FLOAT: "double ", F32: "float "}
    return words.get(t, "void ")
