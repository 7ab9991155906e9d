"""Writes the classes of a program: hierarchies with dunders, dataclasses, named tuples, enumerations, exceptions, protocols.

Each registers in the writer what may be done with it: templates of expressions by type, statements, patterns. The body of a
method uses what was defined before its whole hierarchy, its own fields, and `super()`, so calls end.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.fuzz.programs.statements import Body
from tests.fuzz.programs.writer import Scope, Variable, Writer

FIELD_KINDS = ("int", "int", "str", "float", "bool", "list[int]", "dict[str, int]", "tuple[int, str]", "int | None", "list[str]", "u8")
VALUE_KINDS = ("int", "int", "str", "float", "bool", "tuple[int, str]")


@dataclass(slots=True)
class Shape:
    """A class so far: what its `__init__` takes, its fields, its methods."""

    name: str
    fields: dict[str, str]
    root: str = ""                              # the class that the hierarchy begins with
    methods: dict[str, tuple[list[str], str]] = field(default_factory=dict)
    dunders: set[str] = field(default_factory=set)
    new: dict[str, list[str]] = field(default_factory=dict)     # templates to register when the hierarchy is complete
    effects: list[str] = field(default_factory=list)

    def gives(self, kind: str, template: str) -> None:
        self.new.setdefault(kind, []).append(template)


def method(writer: Writer, head: str, scope: Scope, result: str | None, count: int = 2, yields: str | None = None, first: str = "") -> list[str]:
    """A method or function with a random body."""
    body = Body(writer, scope, result, yields, depth=1, guards="__iter__" not in head)
    body.emit("tick()")
    if first:
        body.emit(first)
    body.block(count)
    if yields is None:
        body.emit("return" if result is None else f"return {body.expr(result)}")
    else:
        body.emit(f"yield {body.expr(yields)}")
    return [head, *body.lines, ""]


def indented(lines: list[str]) -> list[str]:
    return ["    " + line for line in lines]


def own_scope(fields: dict[str, str], *parameters: Variable) -> Scope:
    """The scope of a method: parameters, and the fields as templates and assignable targets."""
    scope = Scope([Variable(f"self.{name}", kind) for name, kind in fields.items()])
    return scope.inner(*parameters)


def hierarchy(writer: Writer) -> list[str]:
    """A class and perhaps one or two below it."""
    base = Shape(f"{writer.prefix}_{writer.name('C')}", {})
    base.root = base.name
    lines = plain_class(writer, base, None)
    shapes = [base]
    for _ in range(writer.dice.choice((0, 0, 1, 1, 2))):
        parent = writer.dice.choice(shapes)
        below = Shape(f"{writer.prefix}_{writer.name('C')}", dict(parent.fields), base.name, dict(parent.methods), set(parent.dunders))
        lines += plain_class(writer, below, parent)
        shapes.append(below)
    for shape in shapes:
        register(writer, shape)
        if shape is not base:
            wide = [f"{writer.widener(base.name)}({made})" for made in shape.new[f"new {shape.name}"]]
            for kind in (f"new {base.name}", base.name):
                writer.templates.setdefault(kind, []).extend(wide)
            base_tests = [f"isinstance(«{base.name}», {shape.name})", f"type(«{base.name}») is {shape.name}"]
            writer.templates.setdefault("bool", []).extend(base_tests)
            writer.templates.setdefault(f"match {base.name}", []).extend(shape.new[f"match {shape.name}"])
    return lines


def register(writer: Writer, shape: Shape) -> None:
    for kind, templates in shape.new.items():
        writer.templates.setdefault(kind, []).extend(templates)
    writer.effects += shape.effects
    writer.classes.append(shape.name)


def plain_class(writer: Writer, shape: Shape, parent: Shape | None) -> list[str]:
    """One class of a hierarchy."""
    dice, name = writer.dice, shape.name
    new = {writer.name("x"): dice.choice(FIELD_KINDS) for _ in range(dice.randint(1 if parent is None else 0, 2))}
    shape.fields.update(new)
    lines = [f"class {name}{f'({parent.name})' if parent else ''}:", "    made = 0"]
    lines += indented(init(writer, shape, parent, new))
    shown = " ".join(f"{f}={{self.{f}!r}}" for f in shape.fields)
    lines += [f"    def __repr__(self) -> str:\n        return f\"{name}({shown})\"", ""]
    for _ in range(dice.choice((1, 1, 2))):
        lines += indented(new_method(writer, shape))
    if parent:
        for inherited, (takes, gives) in parent.methods.items():
            if dice.random() < 0.6:
                lines += indented(overriding(writer, shape, inherited, takes, gives))
    for maker in (compared, hashed, ordered, sized, indexed, walked, contained, tested, called, added, multiplied, negated, changed, made_property, static):
        if dice.random() < 0.16:
            lines += indented(maker(writer, shape))
    if "__eq__" in shape.dunders or (parent and "__eq__" in parent.dunders):
        shape.gives("bool", f"«{name}» == «{name}»")
        shape.gives("bool", f"«{name}» in «list[{name}]»")
    shape.gives("int", f"{name}.made")
    for f, kind in shape.fields.items():
        shape.gives(kind, f"«{name}».{f}")
        shape.effects.append(f"«${name}».{f} = «{kind}»")
        if kind == "int":
            shape.effects.append(f"«${name}».{f} += «int»")
        if kind == "list[int]":
            shape.effects.append(f"«${name}».{f}.append(«int»)")
    shape.gives(f"match {name}", f"{name}({', '.join(f'{f}={k}' for f, k in shape.fields.items())})")
    shape.gives("str", f"repr(«{name}»)")
    return lines


def init(writer: Writer, shape: Shape, parent: Shape | None, new: dict[str, str]) -> list[str]:
    """`__init__` takes every field of the class, those of the base first."""
    parameters = [f"{f}: {kind}" for f, kind in shape.fields.items()]
    for i in range(len(parameters) - 1, 0, -1):
        kind = shape.fields[parameters[i].split(":")[0]]
        if kind not in ("int", "str", "bool") or writer.dice.random() < 0.4:
            break
        parameters[i] += f" = {writer.leaf(kind, Scope())}"
    lines = [f"def __init__(self, {', '.join(parameters)}) -> None:"]
    inherited = [f for f in shape.fields if f not in new]
    if parent:
        lines.append(f"    super().__init__({', '.join(inherited)})")
    lines += [f"    self.{f} = {f}" for f in new] + [f"    {shape.name}.made += 1", ""]
    holes = [f"«{kind}»" for kind in shape.fields.values()]
    template = f"{shape.name}({', '.join(holes)})"
    for kind in (shape.name, f"new {shape.name}"):
        shape.gives(kind, template)
        shape.gives(kind, f"{shape.name}({', '.join(f'{f}={h}' for f, h in zip(shape.fields, holes, strict=True))})")
    needed = [h for p, h in zip(parameters, holes, strict=True) if " = " not in p]
    shape.gives(shape.name, f"{shape.name}({', '.join(needed)})")
    return lines


def new_method(writer: Writer, shape: Shape) -> list[str]:
    name = writer.name("m")
    takes = [writer.dice.choice(("int", "str", "list[int]", "bool")) for _ in range(writer.dice.randint(0, 2))]
    gives = writer.dice.choice(("int", "str", "bool", "float", "list[int]", "tuple[int, str]"))
    parameters = [Variable(writer.name("a"), kind) for kind in takes]
    shape.methods[name] = (takes, gives)
    register_method(shape, name, takes, gives)
    head = f"def {name}(self{''.join(f', {p.name}: {p.kind}' for p in parameters)}) -> {gives}:"
    return method(writer, head, own_scope(shape.fields, *parameters), gives)


def register_method(shape: Shape, name: str, takes: list[str], gives: str) -> None:
    call = f"«{shape.name}».{name}({', '.join(f'«{k}»' for k in takes)})"
    shape.gives(gives, call)
    shape.gives(gives, call)
    shape.effects.append(f"print({call})")
    if len(takes) == 1:
        shape.gives(f"Callable[[{takes[0]}], {gives}]", f"«{shape.name}».{name}")


def overriding(writer: Writer, shape: Shape, name: str, takes: list[str], gives: str) -> list[str]:
    parameters = [Variable(writer.name("a"), kind) for kind in takes]
    scope = own_scope(shape.fields, *parameters)
    above = f"super().{name}({', '.join(f'«{k}»' for k in takes)})"
    scope.templates = {gives: [above, above]}
    names = ", ".join(p.name for p in parameters)
    head = f"def {name}(self{''.join(f', {p.name}: {p.kind}' for p in parameters)}) -> {gives}:"
    first = f"print({shape.name!r}, super().{name}({names}))" if writer.dice.random() < 0.4 else ""
    return method(writer, head, scope, gives, 1, first=first)


def dunder(writer: Writer, shape: Shape, head: str, parameters: list[Variable], gives: str, first: str = "") -> list[str]:
    """A dunder whose body is one expression of the fields, or a small random body."""
    shape.dunders.add(head)
    text = f"def {head}(self{''.join(f', {p.name}: {p.kind}' for p in parameters)}) -> {gives}:"
    if first:
        return [text, "    tick()", f"    {first}", ""]
    return method(writer, text, own_scope(shape.fields, *parameters), gives, writer.dice.choice((0, 0, 1)))


def key(shape: Shape) -> str:
    """An expression of a class's first field as an int."""
    name, kind = next(iter(shape.fields.items()))
    if kind in ("list[int]", "dict[str, int]", "str", "list[str]"):
        return f"len(self.{name})"
    if kind == "int | None":
        return f"(self.{name} or 0)"
    return f"self.{name}[0]" if kind.startswith("tuple") else f"int(self.{name}) % 97"


def compared(writer: Writer, shape: Shape) -> list[str]:
    own = key(shape)
    shape.dunders.add("__eq__")
    return ["def __eq__(self, other: object) -> bool:", f"    if not isinstance(other, {shape.name}):", "        return NotImplemented",
            f"    return {own} == {own.replace('self.', 'other.')}", "", "def __hash__(self) -> int:", f"    return {own}", ""]


def hashed(writer: Writer, shape: Shape) -> list[str]:
    if "__eq__" not in shape.dunders:
        return []
    name = shape.name
    shape.gives("int", f"len({{«{name}», «{name}», «{name}»}})")
    shape.gives("int", f"{{«{name}»: 1, «{name}»: 2}}.get(«{name}», 3)")
    return []


def ordered(writer: Writer, shape: Shape) -> list[str]:
    own, name = key(shape), shape.name
    if name != shape.root:
        return []
    shape.gives("bool", f"«{name}» LT «{name}»")
    shape.gives("bool", f"«{name}» GT «{name}»")
    shape.gives(f"list[{name}]", f"sorted(«list[{name}]»)")
    shape.gives(name, f"max(«{name}», «{name}»)")
    shape.gives(name, f"min(«list[{name}]»)")
    shape.effects.append(f"«$list[{name}]».sort(reverse=«bool»)")
    if name != shape.root:
        return []
    return [f"def __lt__(self, other: {name}) -> bool:", f"    return {own} < {own.replace('self.', 'other.')}", ""]


def sized(writer: Writer, shape: Shape) -> list[str]:
    shape.gives("int", f"len(«{shape.name}»)")
    shape.gives("bool", f"bool(«{shape.name}»)")
    return dunder(writer, shape, "__len__", [], "int", f"return abs({key(shape)}) % 10{writer.dice.choice((' - 1', '', '', ''))}")


def indexed(writer: Writer, shape: Shape) -> list[str]:
    if "__getitem__" in shape.dunders:
        return []
    kind = writer.dice.choice(("int", "str"))
    shape.gives("int", f"«{shape.name}»[«{kind}»]")
    lines = dunder(writer, shape, "__getitem__", [Variable("index", kind)], "int")
    if writer.dice.random() < 0.6:
        shape.effects += [f"«${shape.name}»[«{kind}»] = «int»", f"«${shape.name}»[«{kind}»] += «int»", f"«${shape.name}»[show('ix@', «{kind}»)] -= show('v@', «int»)"]
        scope = own_scope(shape.fields, Variable("index", kind), Variable("value", "int"))
        lines += method(writer, f"def __setitem__(self, index: {kind}, value: int) -> None:", scope, None, 1)
    return lines


def walked(writer: Writer, shape: Shape) -> list[str]:
    name = shape.name
    shape.gives("list[int]", f"list(«{name}»)")
    shape.gives("int", f"sum(«{name}»)")
    shape.gives("list[int]", f"[«int:k@=int» for k@ in «{name}»]")
    shape.gives("list[int]", f"[*«{name}», «int»]")
    shape.gives("Iterator[int]", f"«{name}»")
    shape.gives("tuple[int, ...]", f"tuple(«{name}»)")
    return method(writer, "def __iter__(self) -> Iterator[int]:", own_scope(shape.fields), None, 2, yields="int")


def contained(writer: Writer, shape: Shape) -> list[str]:
    shape.gives("bool", f"«int» in «{shape.name}»")
    shape.gives("bool", f"«int» not in «{shape.name}»")
    return dunder(writer, shape, "__contains__", [Variable("item", "int")], "bool")


def tested(writer: Writer, shape: Shape) -> list[str]:
    name = shape.name
    shape.gives("bool", f"not «{name}»")
    shape.gives(name, f"«{name}» or «{name}»")
    shape.gives("int", f"«int» if «{name}» else «int»")
    return dunder(writer, shape, "__bool__", [], "bool")


def called(writer: Writer, shape: Shape) -> list[str]:
    if "__call__" in shape.dunders:
        return []
    kind = writer.dice.choice(("int", "str"))
    shape.gives(kind, f"«{shape.name}»(«int»)")
    shape.gives(f"Callable[[int], {kind}]", f"«{shape.name}»")
    return dunder(writer, shape, "__call__", [Variable("n", "int")], kind)


def added(writer: Writer, shape: Shape) -> list[str]:
    """`+` and `-` with integers, from either side."""
    name = shape.name
    lines = []
    for symbol, stem in writer.dice.sample([("+", "add"), ("-", "sub"), ("*", "mul"), ("//", "floordiv"), ("%", "mod"), ("@", "matmul"), ("<<", "lshift"), ("|", "or")], 2):
        shape.gives("int", f"«{name}» {symbol} «int»")
        lines += dunder(writer, shape, f"__{stem}__", [Variable("other", "int")], "int", f"return {key(shape)} * 2 + other % 7")
        if writer.dice.random() < 0.6:
            shape.gives("int", f"«int» {symbol} «{name}»")
            lines += dunder(writer, shape, f"__r{stem}__", [Variable("other", "int")], "int")
    return lines


def multiplied(writer: Writer, shape: Shape) -> list[str]:
    """An operator between two objects, which may be `NotImplemented`."""
    if shape.name != shape.root:
        return []
    name, symbol = shape.name, writer.dice.choice((("/", "truediv"), ("&", "and"), ("^", "xor"), ("**", "pow")))
    shape.gives("str", f"«{name}» {symbol[0]} «{name}»")
    own = key(shape)
    return [f"def __{symbol[1]}__(self, other: {name}) -> str:", f"    if {own} == 3:", "        return NotImplemented",
            f"    return f\"{{{own}}}{symbol[0]}{{{own.replace('self.', 'other.')}}}\"", "",
            f"def __r{symbol[1]}__(self, other: {name}) -> str:", "    return 'reflected'", ""]


def negated(writer: Writer, shape: Shape) -> list[str]:
    symbol, stem = writer.dice.choice((("-", "neg"), ("~", "invert"), ("+", "pos"), ("abs", "abs")))
    shape.gives("int", f"{symbol}(«{shape.name}»)")
    return dunder(writer, shape, f"__{stem}__", [], "int")


def changed(writer: Writer, shape: Shape) -> list[str]:
    """An in-place operator that gives the object itself, so that other names see the change."""
    name, symbol = shape.name, writer.dice.choice((("+", "add"), ("-", "sub"), ("|", "or"), ("<<", "lshift")))
    if f"__{symbol[1]}__" in shape.dunders:
        return []
    shape.effects.append(f"«${name}» {symbol[0]}= «int»")
    change = next((f"self.{f} {'+=' if k == 'int' else '='} other" for f, k in shape.fields.items() if k == "int"), f"print('in place', {key(shape)}, other)")
    return [f"def __i{symbol[1]}__(self, other: int) -> {name}:", f"    {change}", "    return self", ""]


def made_property(writer: Writer, shape: Shape) -> list[str]:
    name, kind = writer.name("y"), writer.dice.choice(("int", "str", "bool"))
    shape.gives(kind, f"«{shape.name}».{name}")
    lines = ["@property", *method(writer, f"def {name}(self) -> {kind}:", own_scope(shape.fields), kind, writer.dice.choice((0, 1)))]
    if writer.dice.random() < 0.6:
        shape.effects.append(f"«${shape.name}».{name} = «{kind}»")
        if kind == "int":
            shape.effects.append(f"«${shape.name}».{name} += «int»")
        lines += [f"@{name}.setter", *method(writer, f"def {name}(self, value: {kind}) -> None:", own_scope(shape.fields, Variable("value", kind)), None, 2)]
    return lines


def static(writer: Writer, shape: Shape) -> list[str]:
    name, other = writer.name("s"), writer.name("k")
    shape.gives("int", f"{shape.name}.{name}(«int»)")
    shape.gives("int", f"«{shape.name}».{name}(«int»)")
    shape.gives("str", f"{shape.name}.{other}()")
    return ["@staticmethod", *method(writer, f"def {name}(n: int) -> int:", Scope([Variable("n", "int")]), "int", 1),
            "@classmethod", f"def {other}(cls) -> str:", "    cls.made += 1", f"    return f\"{{{shape.name}.made}}\"", ""]
