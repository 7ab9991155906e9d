"""Writes the functions of a program: parameters of every kind, generators, recursion, makers of closures, decorators."""

from __future__ import annotations

from tests.fuzz.programs import kinds
from tests.fuzz.programs.classes import method
from tests.fuzz.programs.statements import Body
from tests.fuzz.programs.writer import Scope, Variable, Writer


def function(writer: Writer, outer: Scope, errors: list[str]) -> list[str]:
    """A function; its templates call it by position, by name, and without its defaults."""
    dice = writer.dice
    name = f"{writer.prefix}_{writer.name('f')}"
    result = writer.kind()
    count = dice.randint(0, 3)
    names = [writer.name("a") for _ in range(count)]
    takes = [dice.choice([writer.kind(), f"Callable[[{dice.choice(('int', 'str'))}], int]"]) if dice.random() < 0.3 else writer.kind(1) for _ in names]
    defaults = [""] * count
    for i in range(count - 1, -1, -1):
        if takes[i] not in ("int", "str", "bool", "float", "list[int]") or dice.random() < 0.5:
            break
        defaults[i] = f" = {writer.leaf(takes[i], Scope())}"
    star = dice.random() < 0.25 and count > 1
    parts = [f"{n}: {k}{d}" for n, k, d in zip(names, takes, defaults, strict=True)]
    if star:
        parts.insert(count - 1, "*")
    holes = [f"«{k}»" for k in takes]
    last = [f"{names[-1]}={holes[-1]}"] if star else holes[-1:]
    calls = [f"{name}({', '.join([*holes[:-1], *last])})"]
    order = list(zip(names, holes, strict=True))
    dice.shuffle(order)
    calls.append(f"{name}({', '.join(f'{n}={h}' for n, h in order)})")
    needed = [f"{n}={h}" if star and n == names[-1] else h for n, h, d in zip(names, holes, defaults, strict=True) if not d]
    calls.append(f"{name}({', '.join(needed)})")
    scope = outer.inner(*[Variable(n, k) for n, k in zip(names, takes, strict=True)])
    lines = body_of(writer, f"def {name}({', '.join(parts)}) -> {result}:", scope, result, errors, dice.randint(1, 3))
    for call in calls:
        writer.templates.setdefault(result, []).append(call)
    if kinds.is_printed_the_same(result):
        writer.effects.append(f"print({calls[0]})")
    else:
        writer.effects.append(calls[0])
    if count == 1 and not star:
        writer.templates.setdefault(f"Callable[[{takes[0]}], {result}]", []).append(name)
    return lines


def body_of(writer: Writer, head: str, scope: Scope, result: str | None, errors: list[str], count: int) -> list[str]:
    body = Body(writer, scope, result, depth=1, errors=errors)
    body.emit("tick()")
    globals_used = [v.name for v in scope.variables if v.name.startswith(writer.prefix + "_") and not v.fixed]
    if globals_used:
        body.emit(f"global {', '.join(globals_used)}")
    body.block(count)
    if result is not None:
        body.emit(f"return {body.expr(result)}")
    return [head, *body.lines, ""]


def generator(writer: Writer, outer: Scope) -> list[str]:
    """A generator function of integers or text."""
    name, item = f"{writer.prefix}_{writer.name('g')}", writer.dice.choice(("int", "int", "str"))
    lines = method(writer, f"def {name}(n: int) -> Iterator[{item}]:", outer.inner(Variable("n", "int")), None, 3, yields=item)
    globals_used = [v.name for v in outer.variables if v.name.startswith(writer.prefix + "_") and not v.fixed]
    if globals_used:
        lines.insert(1, f"    global {', '.join(globals_used)}")
    templates = writer.templates
    for template in (f"list({name}(«int»))", f"[«{item}:k@={item}» for k@ in {name}(«int»)]", f"[*{name}(«int»)]", f"sorted({name}(«int»))"):
        templates.setdefault(f"list[{item}]", []).append(template)
    for template in (f"next({name}(«int»))", f"next({name}(«int»), «{item}»)", f"max({name}(«int»))"):
        templates.setdefault(item, []).append(template)
    templates.setdefault("bool", []).append(f"any(«bool:k@={item}» for k@ in {name}(«int»))")
    templates.setdefault(f"dict[{item}, int]", []).append(f"{{k@: ix@ for ix@, k@ in enumerate({name}(«int»))}}")
    templates.setdefault(f"tuple[{item}, ...]", []).append(f"tuple({name}(«int»))")
    if item == "int":
        templates.setdefault("Iterator[int]", []).append(f"{name}(«int»)")
    return lines


def coroutine(writer: Writer) -> list[str]:
    """A generator that is sent values, and a function that drives it through `yield from`."""
    name, driver = f"{writer.prefix}_{writer.name('g')}", f"{writer.prefix}_{writer.name('f')}"
    scope = Scope([Variable("got", "int"), Variable("sum_", "int")])
    lines = [f"def {name}(start: int) -> Generator[int, int, str]:", "    sum_ = start", f"    for step in range({writer.dice.randint(1, 4)}):",
             "        tick()", f"        got = yield {writer.expression('int', 2, Scope([Variable('sum_', 'int'), Variable('step', 'int')]))}",
             f"        sum_ = {writer.expression('int', 2, scope)}",
             f"        if {writer.expression('bool', 1, scope)}:", f"            return {writer.expression('str', 1, scope)}", "    return 'end'", "",
             f"def {driver}_outer(start: int) -> Generator[int, int, None]:", f"    text = yield from {name}(start)", "    print('inner gave', text)",
             "    try:", "        yield len(text)", "    finally:", "        print('closing')", "",
             f"def {driver}(start: int, items: list[int]) -> list[int]:", f"    running = {driver}_outer(start)", "    out = [next(running)]",
             "    for item in items[:6]:", "        try:", "            out.append(running.send(item))", "        except StopIteration:",
             "            print('stopped')", "            break", "    running.close()", "    return out", ""]
    writer.templates.setdefault("list[int]", []).append(f"{driver}(«int», «list[int]»)")
    writer.effects.append(f"print({driver}(«int», «list[int]»))")
    return lines


def recursion(writer: Writer) -> list[str]:
    """A function that calls itself on something smaller."""
    name = f"{writer.prefix}_{writer.name('f')}"
    scope = Scope([Variable("n", "int", True), Variable("text", "str")])
    inner = Scope([*scope.variables, Variable("below", "int")])
    lines = [f"def {name}(n: int, text: str) -> int:", "    tick()", "    if n <= 0:", f"        return {writer.expression('int', 1, scope)}",
             f"    below = {name}(n {writer.dice.choice(('- 1', '- 2', '// 2'))}, {writer.expression('str', 1, scope)}[-20:])",
             f"    return {writer.expression('int', 2, inner)}", ""]
    writer.templates.setdefault("int", []).append(f"{name}(«int» % 6, «str»)")
    return lines


def maker(writer: Writer) -> list[str]:
    """A function that returns a closure with state."""
    name = f"{writer.prefix}_{writer.name('f')}"
    scope = Scope([Variable("count", "int"), Variable("x", "int"), Variable("log", "list[int]", True)])
    body = Body(writer, scope, "int", depth=2, nested=True)
    body.block(2)
    lines = [f"def {name}(count: int) -> Callable[[int], int]:", "    log: list[int] = []", "    def step(x: int) -> int:",
             "        nonlocal count", "        tick()", "        log.append(x)", *body.lines, f"        return {body.expr('int')}", "    return step", ""]
    writer.templates.setdefault("Callable[[int], int]", []).append(f"{name}(3)")
    writer.templates.setdefault("list[int]", []).append(f"[h@(«int») for h@ in [{name}(«int»)] * 2]")
    writer.templates.setdefault("int", []).append(f"{name}(«int»)(«int»)")
    return lines


def higher(writer: Writer) -> list[str]:
    """Functions that take functions."""
    name = f"{writer.prefix}_{writer.name('f')}"
    kind = writer.dice.choice(("int", "str"))
    fn = f"Callable[[{kind}], {kind}]"
    scope = Scope([Variable("change", fn), Variable("item", kind), Variable("items", f"list[{kind}]")])
    writer.templates.setdefault(f"list[{kind}]", []).append(f"{name}(«{fn}», «list[{kind}]»)")
    lines = [f"def {name}(change: {fn}, items: list[{kind}]) -> list[{kind}]:", "    tick()", f"    out: list[{kind}] = []", "    for item in items[:5]:",
             f"        if {writer.expression('bool', 1, scope)}:", "            out.append(change(item))", "        else:",
             f"            out.insert(0, change(change({writer.expression(kind, 1, scope)})))", "    return out", ""]
    return lines
