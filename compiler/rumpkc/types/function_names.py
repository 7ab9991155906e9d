"""`f.__name__` and `f.__doc__` of a function value: found by the address of its code, when the program runs.

    log(fn.__name__)        ->      log(function_name(code of fn, environment of fn))

    function_name(code, env):       written when all code is known: one test for each function that is a value
        if code == address of f: return "f"
        if code == address of timed.<locals>.inner: return its name, which `@wraps(fn)` took from `fn` in `env`

`function_doc(code, env)` is written the same way.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.ir.rewrite import with_children
from rumpkc.ir.walk import nodes_of, walk
from rumpkc.source import NOWHERE, Span
from rumpkc.syntax import tree
from rumpkc.types.fx import Fx
from rumpkc.types.symbols import ClassInfo, FuncInfo, ModuleInfo, Symbol
from rumpkc.types.types import BOOL, NEVER, U8, FormsType, FuncType, OptionalType, PtrType, Type

if TYPE_CHECKING:
    from rumpkc.types.world import World

CODE = PtrType(U8)
NAME, DOC = "__name__", "__doc__"
NAMELESS = ("call", "partial", "callback")      # what the compiler makes to call something else


def of_attribute(fx: Fx, head: Symbol | None, node: tree.Attribute) -> ir.Expr | None:
    """`f.__name__`, where `f` is a function."""
    from rumpkc.types import names, signature
    from rumpkc.types.exprs import expr

    text = fx.world.cls("str")
    if isinstance(head, FuncInfo):
        name = head.name.rpartition(".")[2] if node.attr == "__name__" else signature.qualified(head)
        return ir.StrConst(node.span, text, name)
    var = fx.lookup(node.value.id) if isinstance(node.value, tree.Name) else None
    if var is not None and var.nested is not None and not var.nested.node.decorators:
        value = names.read_variable(fx, tree.Name(node.span, var.nested.node.name), var)
        info = var.nested.inst.info
        name = info.name if node.attr == "__name__" else signature.qualified(info)
        return ir.Seq(node.span, text, (ir.Eval(node.span, value),), ir.StrConst(node.span, text, name))
    if isinstance(head, (ClassInfo, names.TypeSymbol, ModuleInfo)) or node.attr != NAME:
        return None
    value = _one(expr(fx, node.value))
    return of_value(fx, value, NAME, node.span) if isinstance(value.type, FuncType) else None


def _one(value: ir.Expr) -> ir.Expr:
    """One of the functions that stand for all forms of calls."""
    t = value.type
    return ir.TupleGet(value.span, t.items[0], value, 0) if isinstance(t, FormsType) and t.items else value


def of_value(fx: Fx, value: ir.Expr, attr: str, span: Span) -> ir.Expr:
    """`value.__name__`, a text, or `value.__doc__`, a text or None."""
    save, got = fx.save(_one(value))
    if (attr, got.type) not in fx.world.names_wanted:
        fx.world.names_wanted[attr, got.type] = span
        _no_name(fx.world, "object")                # so that what it needs is compiled
    call = _call(fx.world, attr, got, span)
    return ir.Seq(span, call.type, (save,), call)


def kind(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """`type(value).__name__`, which `check_kinds` looks at again."""
    fx.world.kinds_wanted[value.type] = span
    text = fx.world.cls("str")
    return ir.Seq(span, text, (ir.Eval(span, value),), ir.StrConst(span, text, "function"))


def check_kinds(world: World, values: dict[Type, dict[int, ir.Function]]) -> None:
    """E0437 where a value whose class is asked may be another callable than a function of the program."""
    for of, span in world.kinds_wanted.items():
        for i, target in values.get(of, {}).items():
            inside = target.module.startswith("lib.") and target.shown_name.startswith("_")     # no program has these
            if i not in world.written_functions and target.shown_name != "<lambda>" and not inside:
                raise fail("E0437", f"the class of this function value is not known: it may be `{target.shown_name}`, "
                           "which is no function of the program", span, help="name such callables by a table of texts")


def note_object(world: World, value: ir.Expr, name: str) -> ir.Expr:
    """`value` is the function that calls an object of class `name`, which has no `__name__`."""
    for node in walk((value,)):
        if isinstance(node, ir.Closure):
            world.unnamed[id(node.target)] = name
    return value


def note_method(world: World, value: ir.Expr, node: tree.FunctionDef) -> None:
    """`value` is the function that calls the method `node` of an object."""
    for inner in walk((value,)):
        if isinstance(inner, ir.Closure):
            world.method_nodes[id(inner.target)] = node


def _no_name(world: World, name: str) -> ir.Stmt:
    from rumpkc.types.tries import raise_new

    words = ir.StrConst(NOWHERE, world.cls("str"), f"'{name}' object has no attribute '__name__'")
    fx = Fx(world, world.module("lib.core.functions"), {})
    return ir.Eval(NOWHERE, raise_new(fx, "AttributeError", [words], NEVER, NOWHERE))


def _call(world: World, attr: str, got: ir.Expr, span: Span) -> ir.Expr:
    parts = (ir.Prim(span, CODE, "ref.code", (got,)), ir.Prim(span, CODE, "ref.env", (got,)))
    function = _function(world, attr, got.type)
    return ir.Call(span, function.result, function, parts)


def _function(world: World, attr: str, of: Type) -> ir.Function:
    """`function_name` or `function_doc` of values of one type, which has no body yet."""
    if (attr, of) not in world.name_functions:
        params = (ir.Local("code", CODE, NOWHERE), ir.Local("env", CODE, NOWHERE))
        name = f"function_{attr.strip('_')}"
        world.name_functions[attr, of] = ir.Function(
            f"lib.core.{name}.{len(world.name_functions)}", name, params, _result(world, attr), NOWHERE,
            "lib.core.functions")
    return world.name_functions[attr, of]


def _result(world: World, attr: str) -> Type:
    text = world.cls("str")
    return text if attr == NAME else OptionalType(text)


def note_wraps(fx: Fx, node: tree.FunctionDef) -> ir.Expr | None:
    """What `@wraps(fn)` before the function inside a function names, as its body sees it; a variable is captured."""
    from rumpkc.types.exprs import expr

    for deco in node.decorators:
        match deco:
            case tree.Call(func=tree.Name(id="wraps@"), args=(tree.Name() as wrapped, *_)):
                value = _one(expr(fx, wrapped))
                return value if isinstance(value.type, FuncType) else None
    return None


def note_held(fx: Fx, function: ir.Function, arguments: int, value: ir.Expr) -> None:
    """`function` stands for the function `value` in a place of another type: it is called as that one is."""
    held = {id(local) for local, _ in fx.environment}
    unpack: list[ir.Stmt] = [s for s in function.body or () if isinstance(s, ir.SetLocal) and id(s.local) in held]
    note_namer(fx, function, arguments, value, unpack)


def note_namer(fx: Fx, function: ir.Function, arguments: int, value: ir.Expr, unpack: list[ir.Stmt]) -> None:
    """Keep what gives the name and the text of a wrapper, which takes so many arguments: functions of the same
    environment."""
    world, span = fx.world, value.span
    save, got = fx.save(value)
    count = len(function.params) - arguments
    for attr in (NAME, DOC):
        own: dict[int, ir.Local] = {}
        params = tuple(_own(local, own) for local in function.params[:count])
        body = tuple(_with_own(s, own) for s in (*unpack, save, ir.Return(span, _call(world, attr, got, span))))
        namer = ir.Function(f"{function.symbol}.{attr.strip('_')}", function.shown_name, params, _result(world, attr),
                            span, function.module, body)
        world.namers[attr, id(function)] = namer, got.type


def _own(local: ir.Local, own: dict[int, ir.Local]) -> ir.Local:
    """The namer's own slot in place of one of the wrapper's."""
    return own.setdefault(id(local), ir.Local(local.name, local.type, local.span))


def _with_own(node: Any, own: dict[int, ir.Local]) -> Any:
    made = with_children(node, lambda below: _with_own(below, own))
    return replace(made, local=_own(made.local, own)) if isinstance(made, (ir.LocalGet, ir.SetLocal)) else made


def write(world: World, values: dict[Type, dict[int, ir.Function]]) -> None:
    """The bodies of the `function_name`s and `function_doc`s, once every function is there."""
    added: set[int] = set()
    todo, done = list(world.names_wanted.items()), set(world.names_wanted)
    while todo:
        (attr, of), wanted = todo.pop()
        targets = values.get(of, {})
        _write(world, attr, world.name_functions[attr, of], list(targets.values()), wanted)
        for namer, inner in (world.namers[attr, i] for i in targets if (attr, i) in world.namers):
            if id(namer) not in added:
                world.program.functions.append(namer)
            added.add(id(namer))
            todo += [] if (attr, inner) in done else [((attr, inner), wanted)]
            done.add((attr, inner))


def _write(world: World, attr: str, function: ir.Function, targets: list[ir.Function], wanted: Span) -> None:
    """The body of one of them: a test for each function that such a value can be."""
    body: list[ir.Stmt] = []
    code, env = (ir.LocalGet(NOWHERE, CODE, p) for p in function.params)
    of = FuncType((), function.result)
    for target in targets:
        if (attr, id(target)) in world.namers:
            pair = ir.Closure(NOWHERE, of, world.namers[attr, id(target)][0], env)
            found: ir.Stmt = ir.Return(NOWHERE, ir.CallIndirect(NOWHERE, function.result, pair, ()))
        elif attr == NAME and id(target) in world.unnamed:
            found = _no_name(world, world.unnamed[id(target)])
        else:
            text = _shown(world, target, wanted) if attr == NAME else _text(world, target, wanted)
            found = ir.Return(NOWHERE, _value(world, text, function.result))
        address = ir.Prim(NOWHERE, CODE, "ref.code", (ir.FuncAddr(NOWHERE, of, target),))
        test = ir.Prim(NOWHERE, BOOL, "icmp.eq", (code, address))
        body.append(ir.If(NOWHERE, test, (found,)))
    body.append(ir.Eval(NOWHERE, ir.Prim(NOWHERE, NEVER, "trap", ())))
    function.body = tuple(body)
    world.program.functions.append(function)


def _value(world: World, text: str | None, result: Type) -> ir.Expr:
    if text is None:
        return ir.Const(NOWHERE, result, None)
    value = ir.StrConst(NOWHERE, world.cls("str"), text)
    return value if result == value.type else ir.Convert(NOWHERE, result, value)


def _shown(world: World, target: ir.Function, wanted: Span) -> str:
    name = target.shown_name
    if id(target) in world.nameless or name in NAMELESS or name != "<lambda>" and not name.isidentifier():
        raise fail("E0437", "`__name__` of a function value is not known here: the program has values without", wanted,
                   help="a decorator has put another function in its place: write `@wraps(fn)` before that one, or "
                   "pass the name along")
    return name


def _text(world: World, target: ir.Function, wanted: Span) -> str | None:
    """The text at the head of a function of the program."""
    from rumpkc.types.docstrings import text_of

    written = world.written_functions.get(id(target)) or world.method_nodes.get(id(target))
    if written is None and target.shown_name != "<lambda>" or id(target) in world.nameless:
        raise fail("E0437", "`__doc__` of a function value is not known here: it may be "
                   f"`{target.shown_name}`, whose text is not that of one `def` of the program", wanted,
                   help="keep the texts in a table beside the functions")
    return text_of(written.body) if written is not None else None


def values(world: World) -> dict[Type, dict[int, ir.Function]]:
    """The functions that are values somewhere, frozen ones among them, by the type that they have there."""
    found: dict[Type, dict[int, ir.Function]] = {}
    for function in world.program.functions:
        for node in nodes_of(function.body or (), ir.Closure, ir.FuncAddr):
            if isinstance(node.type, FuncType):
                found.setdefault(node.type, {})[id(node.target)] = node.target
    for target in world.program.globals:
        _frozen(target.init, found)
    kept = {id(f) for f in world.program.functions}
    return {t: {i: f for i, f in held.items() if i in kept} for t, held in found.items()}


def _frozen(init: ir.Frozen | None, found: dict[Type, dict[int, ir.Function]]) -> None:
    match init:
        case ir.FAddr(type=FuncType() as of, target=ir.Function() as function):
            found.setdefault(of, {})[id(function)] = function
        case ir.FAggregate(type=FuncType() as of, items=(ir.FAddr(target=ir.Function() as function), *_)):
            found.setdefault(of, {})[id(function)] = function
        case ir.FAggregate(items=items) | ir.FObject(fields=items) | ir.FBuffer(items=items):
            for item in items:
                _frozen(item, found)
