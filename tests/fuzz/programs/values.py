"""Writes the small classes of a program: dataclasses, named tuples, enumerations, exceptions, protocols."""

from __future__ import annotations

from tests.fuzz.programs.classes import VALUE_KINDS, FIELD_KINDS, Shape, indented, method, own_scope, register
from tests.fuzz.programs.writer import Scope, Variable, Writer


def data_class(writer: Writer) -> list[str]:
    """A dataclass: plain, frozen or ordered, with defaults."""
    dice = writer.dice
    frozen, order = dice.random() < 0.5, dice.random() < 0.5
    kinds = VALUE_KINDS if frozen or order else FIELD_KINDS
    shape = Shape(f"{writer.prefix}_{writer.name('D')}", {writer.name("x"): dice.choice(kinds) for _ in range(dice.randint(1, 3))})
    name = shape.name
    options = [word for word, on in (("frozen=True", frozen), ("order=True", order)) if on]
    lines = [f"@dataclass({', '.join(options)})" if options else "@dataclass", f"class {name}:"]
    needed = len(shape.fields)
    for i, (f, kind) in enumerate(shape.fields.items()):
        default = ""
        if (needed < len(shape.fields) or dice.random() < 0.3) and i > 0:
            needed = min(needed, i)
            default = " = field(default_factory=list)" if kind.startswith("list") else " = field(default_factory=dict)" if kind.startswith("dict") else f" = {writer.leaf(kind, Scope())}"
        lines.append(f"    {f}: {kind}{default}")
    holes = [f"«{k}»" for k in shape.fields.values()]
    for kind in (name, f"new {name}"):
        shape.gives(kind, f"{name}({', '.join(holes)})")
        shape.gives(kind, f"{name}({', '.join(holes[:needed])})")
        shape.gives(kind, f"{name}({', '.join(f'{f}={h}' for f, h in zip(shape.fields, holes, strict=True))})")
    shape.gives("bool", f"«{name}» == «{name}»")
    shape.gives("bool", f"«{name}» in [«{name}», «{name}»]")
    for f, kind in shape.fields.items():
        shape.gives(kind, f"«{name}».{f}")
        if not frozen:
            shape.effects.append(f"«${name}».{f} = «{kind}»")
    if frozen:
        shape.gives("int", f"len({{«{name}», «{name}»}})")
        shape.gives("str", f"{{«{name}»: 'one', «{name}»: 'two'}}.get(«{name}», 'none')")
    if order:
        shape.gives("bool", f"«{name}» LT «{name}»")
        shape.gives("bool", f"«{name}» LE «{name}» GT «{name}»")
        shape.gives(f"list[{name}]", f"sorted(«list[{name}]», reverse=«bool»)")
        shape.gives(name, f"max(«{name}», «{name}»)")
    shape.gives(f"match {name}", f"{name}({', '.join(f'{f}={k}' for f, k in shape.fields.items())})")
    if dice.random() < 0.6:
        m, gives = writer.name("m"), dice.choice(("int", "str", name))
        shape.gives(gives, f"«{name}».{m}(«int»)")
        scope = own_scope(shape.fields, Variable("n", "int"), Variable("self", name, True))
        if frozen:
            scope.variables = [Variable(v.name, v.kind, v.name.startswith("self")) for v in scope.variables]
        scope.templates = {name: [f"{name}({', '.join(holes)})"]}
        writer.templates.setdefault(f"new {name}", []).append(f"{name}({', '.join(holes)})")
        lines += ["", *indented(method(writer, f"def {m}(self, n: int) -> {gives}:", scope, gives, 1))]
    register(writer, shape)
    return lines


def named_tuple(writer: Writer) -> list[str]:
    shape = Shape(f"{writer.prefix}_{writer.name('N')}", {writer.name("x"): writer.dice.choice(VALUE_KINDS) for _ in range(writer.dice.randint(2, 3))})
    name = shape.name
    lines = [f"class {name}(NamedTuple):", *(f"    {f}: {k}" for f, k in shape.fields.items())]
    holes = [f"«{k}»" for k in shape.fields.values()]
    for kind in (name, f"new {name}"):
        shape.gives(kind, f"{name}({', '.join(holes)})")
    shape.gives("bool", f"«{name}» == «{name}»")
    shape.gives("bool", f"«{name}» LT «{name}»")
    shape.gives("int", f"len(«{name}»)")
    shape.gives(name, f"max(«{name}», «{name}»)")
    shape.gives(f"list[{name}]", f"sorted(«list[{name}]»)")
    for i, (f, kind) in enumerate(shape.fields.items()):
        shape.gives(kind, f"«{name}».{f}")
        shape.gives(kind, f"«{name}»[{i}]")
        shape.gives(name, f"«{name}»._replace({f}=«{kind}»)")
    shape.gives(f"match {name}", f"{name}({', '.join(f'{f}={k}' for f, k in shape.fields.items())})")
    register(writer, shape)
    return lines


def enumeration(writer: Writer) -> list[str]:
    """An `Enum` or `IntEnum`."""
    dice = writer.dice
    integer = dice.random() < 0.4
    name = f"{writer.prefix}_{writer.name('E')}"
    shape = Shape(name, {})
    members = [f"{word}_{writer.name('')}" for word in ("RED", "LOW", "ON")[:dice.randint(2, 3)]]
    text = not integer and dice.random() < 0.4
    lines = [f"class {name}({'IntEnum' if integer else 'Enum'}):"]
    lines += [f"    {m} = {repr(m.lower()) if text else dice.choice((i, i * 10, i - 5))}" for i, m in enumerate(members, 1)]
    for m in members:
        shape.gives(name, f"{name}.{m}")
        shape.gives(f"match {name}", f"{name}.{m}")
        shape.gives(f"new {name}", f"{name}.{m}")
    shape.gives("str", f"«{name}».name")
    shape.gives("str" if text else "int", f"«{name}».value")
    shape.gives("bool", f"«{name}» is «{name}»")
    shape.gives("bool", f"«{name}» == «{name}»")
    shape.gives("bool", f"«{name}» in («{name}», «{name}»)")
    shape.gives("str", f"f'{{«{name}»}}'")
    shape.gives("int", f"{{«{name}»: «int», «{name}»: «int»}}.get(«{name}», «int»)")
    shape.gives(f"list[{name}]", f"list({name})")
    shape.gives("list[str]", f"[k@.name for k@ in {name}]")
    shape.gives(name, f"{name}['{members[0]}']")
    shape.gives(name, f"{name}(«{'str' if text else 'int'}»)")
    if integer:
        shape.gives("int", f"«{name}» + «int»")
        shape.gives("bool", f"«{name}» LT «{name}»")
        shape.gives("list[int]", f"[k@ * 2 for k@ in {name}]")
    register(writer, shape)
    return lines


def exceptions(writer: Writer, names: list[str]) -> list[str]:
    """An exception of the program, and one below it with a field."""
    first, second = f"{writer.prefix}_{writer.name('X')}", f"{writer.prefix}_{writer.name('X')}"
    base = writer.dice.choice(("Exception", "ValueError", "KeyError", "LookupError", "RuntimeError", "ArithmeticError"))
    names += [first, second]
    writer.templates[f"new {first}"] = [f"{first}(«str»)"]
    writer.templates[f"new {second}"] = [f"{second}(«int»)"]
    return [f"class {first}({base}):", "    pass", "", f"class {second}({first}):", "    def __init__(self, code: int) -> None:",
            "        super().__init__(f\"code {code}\", code)" if writer.dice.random() < 0.5 else "        super().__init__(f\"code {code}\")",
            "        self.code = code", *(["", "    def __str__(self) -> str:", "        return f\"<{self.code}>\""] if writer.dice.random() < 0.3 else []), ""]
