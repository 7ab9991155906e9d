"""Collects a module's top-level names: what each `def`, `class`, `import` and assignment stands for.

import enum                      names["enum"]  = ImportRef("enum", None)
N: Final = 10                    names["N"]     = VarInfo(final)
class Board(Generic[T]): …       names["Board"] = ClassInfo (bases are resolved later, by classes.py)
"""

from __future__ import annotations

import re
from functools import reduce
from typing import TYPE_CHECKING

from rumpkc.diagnostics import fail
from rumpkc.syntax import tree
from rumpkc.names.module_ifs import Defines, definition_in, is_decided
from rumpkc.syntax.binding import bound_in, made_global
from rumpkc.syntax.walk import children
from rumpkc.types import receiver_classes, target_parts
from rumpkc.types.bindings import unbinds
from rumpkc.types.builtins import SHOWN_NAMES
from rumpkc.types.symbols import (
    AliasInfo,
    ClassInfo,
    FuncInfo,
    ImportRef,
    ModuleInfo,
    NewTypeInfo,
    Symbol,
    TypeVarInfo,
    VarInfo,
)

if TYPE_CHECKING:
    from rumpkc.types.world import World

# What has names of its own, which the module's body does not see.
APART = (tree.FunctionDef, tree.ClassDef, tree.Lambda, tree.ListComp, tree.SetComp, tree.DictComp, tree.GeneratorExp)
# What methods with these names are without a decorator.
IMPLIED_KINDS = {"__new__": "class", "__init_subclass__": "class", "_generate_next_value_": "static"}


def dotted(node: tree.Expr) -> str:
    """`a.b.c` of a chain of names, or "" for any other expression."""
    if isinstance(node, tree.Name):
        return node.id
    if isinstance(node, tree.Attribute):
        head = dotted(node.value)
        return f"{head}.{node.attr}" if head else ""
    return ""


def is_literal(note: tree.Node) -> bool:
    """Whether this is a `Literal["a", "b"]`: the texts in it are no types."""
    return isinstance(note, tree.Subscript) and dotted(note.value).rpartition(".")[2] == "Literal"


def collect(world: World, module: ModuleInfo) -> None:
    """Fill `module.names`."""
    if not module.library:
        _check_written_anew(module.tree.body)
    for stmt in module.tree.body:
        _collect_stmt(world, module, stmt)
        for name in unbinds((stmt,)):
            _deleted(module, name, stmt)
    for stmt in module.tree.body:
        if not isinstance(stmt, (tree.FunctionDef, tree.ClassDef)) and not is_main_guard(stmt):
            _check_inside(stmt)
            _collect_inside(module, stmt)
            _collect_beside(module, stmt)
    if not module.library:
        _keep_only_final(module)


def _keep_only_final(module: ModuleInfo) -> None:
    """A `Final` that is bound again, as CPython allows, is a variable like others: its uses do not fold."""
    finals = [var for var in module.names.values() if isinstance(var, VarInfo) and var.final]
    if finals:
        bound = [name for stmt in module.tree.body for name in bound_in(stmt)]
        elsewhere = made_global(module.tree)
        for var in finals:
            var.final = bound.count(var.name) == 1 and var.name not in elsewhere


def _check_written_anew(body: tuple[tree.Stmt, ...]) -> None:
    """E0439 where the module's body reads a function or class, and then another `def` or `class` takes the name."""
    last: dict[str, int] = {}
    for index, stmt in enumerate(body):
        if not isinstance(stmt, (tree.FunctionDef, tree.ClassDef)):
            continue
        first = last.get(stmt.name)
        last[stmt.name] = index
        if first is None:
            continue
        between = [name for below in body[first + 1:index] for name in _read_at_once(below)]
        if any(name.id == stmt.name for name in (*between, *_read_at_once(stmt))):
            raise fail("E0439", f"the module uses the `{stmt.name}` above, which this one replaces", stmt.name_span,
                       help="give the two different names")


def _read_at_once(node: tree.Node) -> list[tree.Name]:
    """The names that a statement reads when the module's body comes to it: none in bodies of functions."""
    if isinstance(node, tree.Name):
        return [node]
    parts = children(node)
    if isinstance(node, tree.FunctionDef):
        defaults = (arg.default for arg in children(node.args) if isinstance(arg, tree.Arg))
        parts = [*node.decorators, *(default for default in defaults if default is not None)]
    elif isinstance(node, tree.Lambda):
        parts = []
    return [name for below in parts for name in _read_at_once(below)]


def _check_inside(stmt: tree.Stmt) -> None:
    """E0446 where a function, class or import lies in a statement: which there are is known before the module runs."""
    if isinstance(stmt, tree.If) and dotted(stmt.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING"):
        found = next((d for s in stmt.orelse if (d := s if isinstance(s, Defines) else definition_in(s))), None)
    else:
        found = definition_in(stmt)
    if found is None:
        return
    words, span = "an import", found.span
    if isinstance(found, (tree.FunctionDef, tree.ClassDef)):
        words, span = f"`{found.name}`", found.name_span
    if isinstance(stmt, tree.If):
        raise fail("E0446", f"{words} stands in an `if` that is decided when the module runs", span,
                   help="test `sys.version_info`, literals, or names that the module binds once, to a literal")
    raise fail("E0446", f"{words} stands inside of a statement of the module", span,
               help="write it at the left margin, and choose where it is used")


def _collect_inside(module: ModuleInfo, stmt: tree.Node) -> None:
    """Variables that are bound only inside of `if`, `try`, `with` and loops: their value is what the body leaves."""
    for inner in children(stmt):
        found: list[tuple[str, Symbol]] = []
        match inner:
            case tree.FunctionDef() | tree.ClassDef() | tree.Expr():
                continue
            case tree.Assign() if target_parts.binds_names_only(inner):
                found = [(name, VarInfo(name, module, None, value, inner.span))
                         for name, value in target_parts.bound_values(inner)]
            case tree.AnnAssign(target=tree.Name(id=name)):
                found = [(name, annotated_variable(module, inner, name))]
        for name, symbol in found:
            if isinstance(symbol, VarInfo) and name not in module.names:
                symbol.final = False                    # the other branch may have bound it
                module.names[name] = symbol
        _collect_inside(module, inner)


def _collect_beside(module: ModuleInfo, node: tree.Node) -> None:
    """What loops, `with`, `except` and `:=` bind. Only who reads such a name asks for its type: the body alone may
    walk over what the compiler does not know."""
    for name, value in target_parts.bound_beside(node):
        module.names.setdefault(name, VarInfo(name, module, None, value, node.span, beside=True))
    if isinstance(node, tree.ExceptHandler) and node.name is not None and node.type is not None:
        note = _either(node.type)
        module.names.setdefault(node.name, VarInfo(node.name, module, note, None, node.span, beside=True))
    for inner in children(node):
        if not isinstance(inner, APART):
            _collect_beside(module, inner)


def _either(caught: tree.Expr) -> tree.Expr:
    """The type of what `except (A, B)` catches."""
    if not isinstance(caught, tree.Tuple):
        return caught
    return reduce(lambda a, b: tree.BinOp(caught.span, a, "|", b), caught.elts)


def _deleted(module: ModuleInfo, name: str, stmt: tree.Stmt) -> None:
    """The module's body deletes `name`, so what reads it asks the body: E0492 where nothing is left."""
    found = module.names.get(name)
    if isinstance(found, VarInfo):
        found.final, module.runs_code = False, True
    elif found is not None:
        raise fail("E0439", f"the module's `{name}` cannot be deleted", stmt.span, help="leave it")


def _collect_stmt(world: World, module: ModuleInfo, stmt: tree.Stmt) -> None:
    match stmt:
        case tree.FunctionDef():
            module.names[stmt.name] = _function(module, stmt)
        case tree.ClassDef():
            shown = SHOWN_NAMES.get((module.name, stmt.name), stmt.name.rpartition(".")[2])
            module.names[stmt.name] = ClassInfo(stmt.name, module, stmt, shown_name=shown)
            module.runs_code = module.runs_code or runs_code(stmt)
        case tree.Import():
            for alias in stmt.names:
                first = alias.name.partition(".")[0]
                module.names[alias.asname or first] = ImportRef(alias.name if alias.asname else first, None, alias.span)
                if not alias.asname and "." in alias.name:
                    world.imported.setdefault(module.name, []).append(ImportRef(alias.name, None, alias.span))
        case tree.ImportFrom():
            name = world.absolute(module, stmt.module, stmt.level, stmt.span)
            for alias in stmt.names:
                module.names[alias.asname or alias.name] = ImportRef(name, alias.name, alias.span)
        case tree.Assign():
            for name, value in target_parts.bound_values(stmt):
                module.names[name] = _assigned(module, stmt, name, value)
            module.runs_code = module.runs_code or not target_parts.binds_names_only(stmt)
        case tree.AnnAssign(target=tree.Name(id=name)):
            module.names[name] = annotated_variable(module, stmt, name)
        case tree.TypeAlias():
            module.names[stmt.name.id] = AliasInfo(
                stmt.value, module, params=tuple(
                    p.name for p in stmt.type_params if isinstance(p, (tree.TypeVarParam, tree.ParamSpecParam))))
        case tree.If():
            _collect_if(world, module, stmt)
        case tree.ExprStmt(value=tree.Constant()) | tree.Pass():
            pass
        case tree.ExprStmt(value=tree.Call(func=func) as call) if dotted(func).rpartition(".")[2] == "static_assert":
            module.asserts.append(call)
        case _:
            module.runs_code = True


def runs_code(node: tree.ClassDef) -> bool:
    """Whether a class statement calls functions of the program: decorators, or `__init_subclass__` of a base."""
    hooks = any(isinstance(s, tree.FunctionDef) and s.name == "__init_subclass__" for s in node.body)
    return hooks or any(decorator_name(d) not in OF_CLASSES for d in node.decorators)


def _function(module: ModuleInfo, node: tree.FunctionDef) -> Symbol:
    """A function; with a decorator of the program, a variable that holds what the decorator returns."""
    if not has_own_decorator(node):
        return make_function(module, node, None)
    known = [d for d in node.decorators if is_known(d) and not is_mark(d)]
    if known:
        raise fail("E0410", f"`@{decorator_name(known[0])}` next to a decorator of the program", known[0].span,
                   help="call the wrapped function from a plain function instead")
    module.runs_code = True
    raw = FuncInfo(node.name, module, node, None)
    return VarInfo(node.name, module, None, None, node.name_span, decorated=raw)


def decorator_name(deco: tree.Expr) -> str:
    """The last name of a decorator."""
    return dotted(deco.func if isinstance(deco, tree.Call) else deco).rpartition(".")[2]


def is_known(deco: tree.Expr) -> bool:
    """Whether the compiler gives the decorator its meaning."""
    return decorator_name(deco) in KNOWN_DECORATORS


def is_mark(deco: tree.Expr) -> bool:
    """Whether the decorator only says something to those who read the program."""
    return decorator_name(deco) in MARKS


def has_own_decorator(node: tree.FunctionDef) -> bool:
    """Whether a decorator of the program stands before the function."""
    return any(not is_known(d) for d in node.decorators)


def _assigned(module: ModuleInfo, stmt: tree.Assign, name: str, value: tree.Expr) -> Symbol:
    if isinstance(value, tree.Call) and dotted(value.func) in ("TypeVar", "typing.TypeVar"):
        bound = next((k.value for k in value.keywords if k.name == "bound"), None)
        return TypeVarInfo(name, bound)
    if isinstance(value, tree.Call) and dotted(value.func) in ("ParamSpec", "typing.ParamSpec"):
        return TypeVarInfo(name, pack=True)
    if isinstance(value, tree.Call) and dotted(value.func) in ("NewType", "typing.NewType") and len(value.args) == 2:
        return NewTypeInfo(value.args[1], module)
    if name in module.names and isinstance(module.names[name], VarInfo):
        module.runs_code = True  # assigned again: only running the body tells its value
        return module.names[name]
    return VarInfo(name, module, None, value, stmt.span)


def annotated_variable(module: ModuleInfo, stmt: tree.AnnAssign, name: str) -> Symbol:
    """`x: T = v`, with `Final`, `Final[T]`, `ClassVar[T]` and `TypeAlias` seen through."""
    note: tree.Expr | None = stmt.annotation
    if dotted(stmt.annotation).endswith("TypeAlias") and stmt.value is not None:
        return AliasInfo(stmt.value, module)
    final = False
    if dotted(stmt.annotation) in ("Final", "typing.Final", "ClassVar", "typing.ClassVar"):
        final, note = dotted(stmt.annotation).endswith("Final"), None
    elif isinstance(stmt.annotation, tree.Subscript):
        head = dotted(stmt.annotation.value).rpartition(".")[2]
        if head in ("Final", "ClassVar"):
            final, note = head == "Final", stmt.annotation.slice
    return VarInfo(name, module, note, stmt.value, stmt.span, final)


def _collect_if(world: World, module: ModuleInfo, stmt: tree.If) -> None:
    if dotted(stmt.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING"):
        for inner in stmt.body:
            _collect_stmt(world, module, inner)
    elif not is_main_guard(stmt) and not is_decided(stmt):
        module.runs_code = True


def is_main_guard(stmt: tree.Stmt) -> bool:
    """`if __name__ == "__main__":`"""
    return (
        isinstance(stmt, tree.If)
        and isinstance(stmt.test, tree.Compare)
        and dotted(stmt.test.left) == "__name__"
        and len(stmt.test.ops) == 1
        and stmt.test.ops[0] == "=="
    )


def _decorator_argument(name: str, deco: tree.Expr) -> str | int:
    """The argument of `@export("…")`, `@extern("…")`, `@section("…")`, `@align(n)`; E0460 where it is no such thing."""
    args = deco.args if isinstance(deco, tree.Call) and not deco.keywords else ()
    value = args[0].value if len(args) == 1 and isinstance(args[0], tree.Constant) else None
    if name == "align":
        if type(value) is int and 1 <= value <= MAX_ALIGN and not value & (value - 1):
            return value
        helps = f"write `@align(16)`: a power of two from 1 to {MAX_ALIGN}, as a literal"
    elif name == "section":
        if isinstance(value, str) and CODE_SECTION.fullmatch(value):
            return value
        helps = 'write `@section(".text.name")`: functions lie in the sections of code'
    else:
        if isinstance(value, str) and SYMBOL.fullmatch(value):
            return value
        helps = f'write `@{name}("name")`: letters, digits, `_`, `.` and `$`, as a literal'
    raise fail("E0460", f"`@{name}` has no such argument", deco.span, help=helps)


def assembly_of(node: tree.FunctionDef) -> tree.Constant:
    """The text of an `@asm` function: its body is one string."""
    match node.body:
        case (tree.ExprStmt(value=tree.Constant(kind="str") as text),):
            return text
    raise fail(
        "E0421",
        f"the body of `{node.name}` is not one string of assembly",
        node.name_span,
        help='write `"""…"""` with the instructions, the last of which returns',
    )


PLAIN_ATTRS = frozenset("inline noinline cold naked unchecked noalloc noraise nonblocking interrupt entry".split())
SYMBOL = re.compile(r"[A-Za-z_.$][\w.$]*", re.ASCII)
CODE_SECTION = re.compile(r"\.(text|boot)(\.[\w.$]+)?", re.ASCII)     # what the linker makes executable
MAX_ALIGN = 4096                # bytes; a page of both machines


KNOWN_DECORATORS = PLAIN_ATTRS | frozenset(
    "export extern section align asm staticmethod classmethod property setter abstractmethod override final overload "
    "dataclass deleter wraps@".split()
)


OF_CLASSES = frozenset("dataclass final layout packed runtime_checkable total_ordering unique value".split())
MARKS = ("override", "final", "overload", "wraps@")      # `wraps@`: what a wrapper is called, nobody can ask


def make_function(module: ModuleInfo, node: tree.FunctionDef, owner: ClassInfo | None) -> FuncInfo:
    """The FuncInfo of a `def`, with its decorators read."""
    kind = IMPLIED_KINDS.get(node.name, "method")
    func = FuncInfo(node.name, module, node, owner, kind=kind if owner else "function")
    attrs: set[str] = set()
    for deco in node.decorators:
        name = dotted(deco.func if isinstance(deco, tree.Call) else deco).rpartition(".")[2]
        if name in PLAIN_ATTRS:
            attrs.add(name)
        elif name in ("export", "extern", "section", "align"):
            setattr(func, name, _decorator_argument(name, deco))
        elif name == "asm" and owner is None:
            func.asm = assembly_of(node)
        elif name == "staticmethod":
            func.kind = "static"
        elif name == "classmethod":
            func.kind = "class"
        elif name == "property":
            func.kind = "getter"
        elif name in ("setter", "deleter"):
            func.kind = name
        elif name == "abstractmethod":
            func.abstract = True
        elif name not in MARKS:
            raise fail(
                "E0410",
                f"`@{name or 'decorator'}` is not a decorator that rumpkc knows",
                deco.span,
                help="call the wrapped function from a plain function instead",
            )
    func.attrs = frozenset(attrs)
    if func.kind == "class" and owner is not None:
        func.node = receiver_classes.written(module, node, owner)
    return func
