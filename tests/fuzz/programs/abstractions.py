"""Writes what programs abstract with: protocols, abstract classes, generic classes and functions, flags, decorators."""

from __future__ import annotations

from tests.fuzz.programs.classes import Shape, indented, method, own_scope, register
from tests.fuzz.programs.writer import Scope, Variable, Writer

ITEMS = ("int", "str", "float", "tuple[int, str]")


def protocol(writer: Writer) -> list[str]:
    """A protocol, two classes that have its members, and functions that take any such object."""
    dice, prefix = writer.dice, writer.prefix
    name, m, f = f"{prefix}_{writer.name('R')}", writer.name("m"), writer.name("x")
    gives = dice.choice(("int", "str", "bool"))
    lines = [f"class {name}(Protocol):", f"    {f}: int" if dice.random() < 0.5 else f"    @property\n    def {f}(self) -> int: ...",
             f"    def {m}(self, n: int) -> {gives}: ...", ""]
    made = []
    for _ in range(2):
        own = f"{prefix}_{writer.name('C')}"
        kind = dice.choice(("int", "str", "list[int]"))
        made.append(f"{own}(«int», «{kind}»)")
        scope = own_scope({f: "int", "item": kind}, Variable("n", "int"))
        lines += [f"class {own}:", f"    def __init__(self, {f}: int, item: {kind}) -> None:", f"        self.{f} = {f}", "        self.item = item", "",
                  *indented(method(writer, f"def {m}(self, n: int) -> {gives}:", scope, gives, 1))]
    use, many = f"{prefix}_{writer.name('f')}", f"{prefix}_{writer.name('f')}"
    scope = Scope([Variable("n", "int"), Variable("got", gives, True), Variable(f"one.{f}", "int", True)])
    lines += [f"def {use}(one: {name}, n: int) -> {gives}:", "    tick()", f"    got = one.{m}(n)", f"    print(one.{f}, got)",
              f"    return {writer.expression(gives, 2, scope)}", "",
              f"def {many}(all_: list[{name}]) -> list[{gives}]:", f"    return [one.{m}(i) for i, one in enumerate(all_)]", ""]
    for one in made:
        writer.templates.setdefault(gives, []).append(f"{use}({one}, «int»)")
    writer.templates.setdefault(f"list[{gives}]", []).append(f"{many}([{', '.join(dice.sample(made * 2, 3))}])")
    return lines


def abstract(writer: Writer) -> list[str]:
    """An abstract class whose methods call those that the classes below it define; properties with `super()`."""
    dice, prefix = writer.dice, writer.prefix
    base, m, shown, y = f"{prefix}_{writer.name('C')}", writer.name("m"), writer.name("m"), writer.name("y")
    gives = dice.choice(("int", "str", "list[int]"))
    scope = Scope([Variable("n", "int")], {gives: [f"self.{m}(«int»)"] * 2, "int": [f"self.{y}"]})
    lines = [f"class {base}(ABC):", "    count: ClassVar[int] = 0", "    @abstractmethod", f"    def {m}(self, n: int) -> {gives}: ...", "    @property",
             f"    def {y}(self) -> int:", f"        return {dice.randint(-3, 9)}",
             *indented(method(writer, f"def {shown}(self, n: int) -> {gives}:", scope, gives, 1)),
             "    @classmethod", "    def more(cls, n: int) -> int:", f"        {base}.count += n % 5", f"        return {base}.count", ""]
    for _ in range(dice.randint(1, 2)):
        own = f"{prefix}_{writer.name('C')}"
        inner = Scope([Variable("n", "int")], {"int": [f"self.{y}", f"super().{y}"]})
        lines += [f"class {own}({base}):", *indented(method(writer, f"def {m}(self, n: int) -> {gives}:", inner, gives, 1))]
        if dice.random() < 0.6:
            lines += ["    @property", f"    def {y}(self) -> int:", f"        return super().{y} * {dice.randint(2, 4)} + self.count", ""]
        if dice.random() < 0.5:
            lines += [f"    def {shown}(self, n: int) -> {gives}:", f"        print({own!r}, n)", f"        return super().{shown}(n + 1)", ""]
        made = f"{own}()"
        writer.templates.setdefault(gives, []).extend([f"{made}.{shown}(«int»)", f"{made}.{m}(«int»)"])
        writer.templates.setdefault("int", []).append(f"{made}.{y} + {own}.more(«int»)")
        writer.effects.append(f"print([each.{shown}(«int») for each in [{made}, {own}()]], {base}.count)")
    return lines


def generic_class(writer: Writer) -> list[str]:
    """A container of any type, perhaps with a class below it for one type."""
    dice, prefix = writer.dice, writer.prefix
    name, below = f"{prefix}_{writer.name('G')}", f"{prefix}_{writer.name('C')}"
    item = dice.choice(ITEMS)
    lines = [f"class {name}(Generic[T]):", "    def __init__(self, first: T) -> None:", "        self.items: list[T] = [first]", "        self.size = 1", "",
             "    def put(self, x: T) -> Self:", f"        {dice.choice(('self.items.append(x)', 'self.items.insert(0, x)', 'self.items += [x]', 'self.items = [x, *self.items]'))}",
             "        self.size += 1", "        return self", "",
             "    def last(self, other: T | None = None) -> T:", "        if not self.items and other is not None:", "            return other",
             f"        return self.items[{dice.choice(('-1', '0', 'self.size - 1', '2'))}]", "",
             "    def each(self, change: Callable[[T], U]) -> list[U]:", "        return [change(x) for x in self.items]", "",
             "    def __iter__(self) -> Iterator[T]:", f"        yield from {dice.choice(('self.items', 'reversed(self.items)', 'self.items[::2]'))}", "",
             "    def __len__(self) -> int:", "        return len(self.items)", "",
             "    def __getitem__(self, index: int) -> T:", "        return self.items[index]", "",
             "    def __contains__(self, x: T) -> bool:", "        return x in self.items", ""]
    for kind in dict.fromkeys((item, dice.choice(ITEMS))):
        made = f"{name}(«{kind}»)"
        for gives, use in ((kind, f"{made}.put(«{kind}»).last()"), (kind, f"{made}[«size»]"), ("int", f"len({made}.put(«{kind}»))"),
                           (f"list[{kind}]", f"list({made}.put(«{kind}»))"), ("list[str]", f"{made}.put(«{kind}»).each(lambda k@: «str:k@={kind}»)"),
                           ("bool", f"«{kind}» in {made}"), ("str", f"repr({made}.each(repr))")):
            writer.templates.setdefault(gives, []).append(use)
    if dice.random() < 0.5:
        lines += [f"class {below}({name}[{item}]):", f"    def put(self, x: {item}) -> Self:", "        print('put', x)", "        return super().put(x)", "",
                  "    def total(self) -> str:", "        return ', '.join(str(x) for x in self)", ""]
        writer.templates.setdefault("str", []).append(f"{below}(«{item}»).put(«{item}»).total()")
        writer.templates.setdefault(item, []).append(f"{below}(«{item}»).put(«{item}»).last(«{item}»)")
    return lines


def generic_function(writer: Writer) -> list[str]:
    """A function of any type, and one that needs `<` of it."""
    dice, prefix = writer.dice, writer.prefix
    name, key = f"{prefix}_{writer.name('f')}", f"{prefix}_{writer.name('f')}"
    scope = Scope([Variable("n", "int", True), Variable("flag", "bool", True)])
    choice = f"x if ({writer.expression('bool', 1, scope)}) else y"
    lines = [f"def {name}(x: T, y: T, n: int, flag: bool = False) -> list[T]:", "    tick()", f"    out = [{choice}]", f"    for i in range({dice.choice(('n % 4', '2', 'min(3, abs(n))'))}):",
             f"        {dice.choice(('out.append(y)', 'out = out[::-1] + [x]', 'out.insert(i, x if i % 2 else y)'))}", "    return out", "",
             f"def {key}(items: Iterable[T], of: Callable[[T], int], least: int = {dice.randint(-5, 5)}) -> tuple[list[T], int]:", "    kept: list[T] = []", "    best = least",
             "    for item in items:", "        value = of(item)", f"        if value {dice.choice(('>', '>=', '<', '!='))} best:", "            best = value", "            kept.append(item)", "    return kept, best", ""]
    for kind in dict.fromkeys((dice.choice(ITEMS), dice.choice(ITEMS), *writer.classes[-1:])):
        writer.templates.setdefault(f"list[{kind}]", []).append(f"{name}(«{kind}», «{kind}», «int», flag=«bool»)")
        writer.templates.setdefault(f"list[{kind}]", []).append(f"{key}(«list[{kind}]», lambda k@: «int:k@={kind}»)[0]")
        writer.templates.setdefault("int", []).append(f"{key}(«tuple[{kind}, ...]», lambda k@: «int:k@={kind}», least=«int»)[1]")
    return lines


def flags(writer: Writer) -> list[str]:
    """An `IntFlag`."""
    name = f"{writer.prefix}_{writer.name('F')}"
    shape = Shape(name, {})
    names = [f"{word}_{writer.name('')}" for word in ("READ", "WRITE", "RUN")]
    lines = [f"class {name}(IntFlag):", *(f"    {n} = {1 << i}" for i, n in enumerate(names)), f"    ALL_{names[0]} = 7", ""]
    for n in names:
        shape.gives(name, f"{name}.{n}")
        shape.gives(f"new {name}", f"{name}.{n}")
        shape.gives("bool", f"{name}.{n} in «{name}»")
    for symbol in "|&^":
        shape.gives(name, f"«{name}» {symbol} «{name}»")
    shape.gives(name, f"{name}(«int» & 7)")
    shape.gives(name, f"~«{name}»")
    shape.gives("int", f"«{name}».value")
    shape.gives("str", f"repr(«{name}»)")
    shape.gives("str", f"f'{{«{name}»}}'")
    shape.gives("bool", f"bool(«{name}»)")
    shape.gives("bool", f"«{name}» == «{name}»")
    shape.gives("list[str]", f"[str(k@.name) for k@ in {name}]")
    shape.effects.append(f"«${name}» |= {name}.{names[1]}")
    shape.effects.append(f"«${name}» &= ~{name}.{names[0]}")
    register(writer, shape)
    return lines


def decorated(writer: Writer) -> list[str]:
    """A decorator, perhaps with an argument, and a function under it; or a function that remembers its results."""
    dice, prefix = writer.dice, writer.prefix
    name, deco = f"{prefix}_{writer.name('f')}", f"{prefix}_{writer.name('f')}"
    takes, gives = dice.choice(("int", "str")), dice.choice(("int", "str", "list[int]"))
    scope = Scope([Variable("a", takes)])
    function = method(writer, f"def {name}(a: {takes}) -> {gives}:", scope, gives, 1)
    around = writer.expression(gives, 2, Scope([Variable("a", takes), Variable("got", gives, True), Variable("calls", "int"), Variable("label", "str", True)]))
    writer.templates.setdefault(gives, []).append(f"{name}(«{takes}»)")
    writer.effects.append(f"print({name}(«{takes}»), {name}(«{takes}»))")
    if dice.random() < 0.4:
        return [f"@{dice.choice(('cache', 'lru_cache(maxsize=2)', 'lru_cache'))}", *function[:1], f"    print('computing', {name!r}, a)", *function[1:]]
    f = f"Callable[[{takes}], {gives}]"
    step = ["def around(a: " + takes + f") -> {gives}:", "    nonlocal calls", "    calls += 1", "    print(label, calls, a)", "    got = f(a)",
            f"    return {around}", "return around"]
    if dice.random() < 0.5:
        head = [f"def {deco}(label: str, calls: int = 0) -> Callable[[{f}], {f}]:", f"    def apply_to(f: {f}) -> {f}:",
                "        nonlocal calls", "        calls += 1", *("        " + line for line in step), "    return apply_to", ""]
        return [*head, *[f"@{deco}('first')"], *([f"@{deco}('second', calls=5)"] if dice.random() < 0.4 else []), *function]
    head = [f"def {deco}(f: {f}) -> {f}:", "    calls = 0", f"    label = {name!r}", *("    " + line for line in step), ""]
    return [*head, *[f"@{deco}"] * dice.choice((1, 1, 2)), *function]
