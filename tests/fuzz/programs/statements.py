"""Writes the bodies of functions: blocks of statements over a scope that grows.

A variable is bound with its type when it is made, and only seen in its own block and those inside it. Loops walk over
ranges and containers of a few items; what grows in a loop is cut, so every program ends soon.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tests.fuzz.programs import kinds, matching
from tests.fuzz.programs.writer import MISSING, STATEMENT_ROWS, Scope, Variable, Writer, filled, rows_for

ERRORS = ("ValueError", "KeyError", "IndexError", "ZeroDivisionError", "OverflowError", "TypeError", "LookupError",
          "ArithmeticError", "RuntimeError", "Exception")
GROWING = ("extend", "+=", "insert", "append", "+ [", "+ «", "update", "*=")


@dataclass(slots=True)
class Body:
    """Lines of one function."""

    writer: Writer
    scope: Scope
    result: str | None = None                   # the type of `return`; None where nothing is returned
    yields: str | None = None
    depth: int = 0                              # of blocks
    loops: int = 0                              # around the statement, in this function
    finals: int = 0                             # `finally` blocks around: no jump out of them
    errors: list[str] = field(default_factory=list)     # names of exceptions that the program has
    lines: list[str] = field(default_factory=list)
    guards: bool = True                         # `try` and `with` may stand: not where it is open when a generator is closed
    nested: bool = False                        # inside of a nested function

    def emit(self, text: str) -> None:
        self.lines.append("    " * self.depth + text)

    def roll(self) -> float:
        return self.writer.dice.random()

    def expr(self, kind: str, depth: int = 2) -> str:
        if depth == 2 and self.roll() < 0.45:
            depth = 1
        return self.writer.expression(kind, depth, self.scope)

    def also(self, chance: float) -> str:
        """A further condition, now and then."""
        return f" and ({self.expr('bool', 1)})" if self.roll() < chance else ""

    def block(self, count: int) -> None:
        """Some statements."""
        before = len(self.lines)
        for _ in range(count):
            self.statement()
        if len(self.lines) == before:
            self.emit("pass")

    def inner(self, count: int, *variables: Variable, hidden: str = "") -> None:
        """An indented block with a scope of its own; `hidden` is a name that is not seen as it was."""
        outer = self.scope
        self.scope = replace(self.scope, variables=[v for v in self.scope.variables if v.name != hidden])
        self.scope = self.scope.inner(*variables)
        self.depth += 1
        self.block(count)
        self.depth -= 1
        self.scope = outer

    def statement(self) -> None:
        """One statement, small or large."""
        small = [self.declare, self.declare, self.change, self.change, self.change, self.change, self.show, self.show,
                 self.effect, self.effect, self.alias]
        large = [self.branch, self.branch, self.loop, self.loop, self.guarded, self.guarded, self.managed, self.match,
                 self.match, self.while_loop, self.closure, self.narrowing, self.mutating_loop]
        rare = [self.leave, self.leave, self.fail, self.assertion, self.jump, self.jump]
        if self.yields is not None:
            small += [self.give] * 3
        roll = self.roll()
        if roll < 0.28 and self.depth < 3 + (self.nested is False and self.writer.dice.random() < 0.3):
            self.writer.dice.choice(large)()
        elif roll < 0.38 and self.depth > 1:
            self.writer.dice.choice(rare)()
        else:
            self.writer.dice.choice(small)()

    # small ones

    def declare(self) -> None:
        kind = self.writer.kind()
        self.new(kind, self.expr(kind))

    def new(self, kind: str, text: str) -> str:
        """A new variable; returns its name."""
        name = self.writer.name("v")
        self.emit(f"{name}: {kind} = {text}")
        self.scope = self.scope.inner(Variable(name, kind))
        return name

    def alias(self) -> None:
        """A second name for an object."""
        mutable = [v for v in self.scope.variables if kinds.is_mutable(v.kind) or v.kind in self.writer.classes]
        if mutable:
            variable = self.writer.dice.choice(mutable)
            name = self.writer.name("v")
            self.emit(f"{name} = {variable.name}")
            self.scope = self.scope.inner(Variable(name, variable.kind))

    def change(self) -> None:
        """A statement of the tables on a variable in scope."""
        free = [v for v in self.scope.variables if not v.fixed]
        if not free:
            return self.declare()
        variable = self.writer.dice.choice(free)
        rows = rows_for(STATEMENT_ROWS, variable.kind) * 2
        if variable.kind not in ("size",):
            rows += [filled(row, {"T": variable.kind}) for row in STATEMENT_ROWS["any"] if "print" not in row]
        row = self.writer.dice.choice(rows)
        text = self.writer.fill(row, 2, self.scope)
        if self.loops and any(word in row for word in GROWING) and MISSING not in text and kinds.head(variable.kind) in ("list", "dict", "set", "deque", "str", "bytearray"):
            self.emit(f"if len({variable.name}) < 20:")
            self.emit("    " + text)
        elif MISSING not in text:
            self.emit(text)

    def show(self) -> None:
        shown = [v for v in self.scope.variables if kinds.is_printed_the_same(v.kind)]
        if shown and self.roll() < 0.6:
            names = [v.name for v in (self.writer.dice.choice(shown) for _ in "123")]
            self.emit(f"print({', '.join(dict.fromkeys(names))})")
        else:
            self.emit(f"print({self.expr(self.writer.printed_kind(), self.writer.dice.choice((1, 2, 2, 3)))})")

    def effect(self) -> None:
        """A statement of the program's own definitions, or a call for its effect."""
        if self.writer.effects and self.roll() < 0.7:
            row = self.writer.dice.choice(self.writer.effects)
            if "«$" in row:
                needed = row[row.index("«$") + 2:row.index("»")]
                if not self.scope.of(needed, assigned=True):
                    return self.show()
            text = self.writer.fill(row, 2, self.scope)
            self.emit(text if MISSING not in text else "pass")
        else:
            kind = self.writer.dice.choice(("int", "str", "int"))
            row = self.writer.dice.choice([r for r in STATEMENT_ROWS[kind] if "«$" not in r] or ["print(«int»)"])
            self.emit(self.writer.fill(row, 2, self.scope))

    def give(self) -> None:
        assert self.yields is not None
        if self.roll() < 0.15:
            self.emit(f"yield from {self.expr(f'list[{self.yields}]', 1)}")
        else:
            self.emit(f"yield {self.expr(self.yields)}")

    def leave(self) -> None:
        if self.finals and self.roll() < 0.7:
            return self.show()
        self.emit("return" if self.result is None else f"return {self.expr(self.result)}")

    def jump(self) -> None:
        if self.loops:
            self.emit(f"if {self.expr('bool')}:")
            self.emit(f"    {self.writer.dice.choice(('break', 'continue'))}")

    def fail(self) -> None:
        error = self.writer.dice.choice(["ValueError", "KeyError", "RuntimeError", *self.errors, *self.errors])
        self.emit(f"if {self.expr('bool')}:")
        if f"new {error}" in self.writer.templates:
            made = self.writer.fill(self.writer.templates[f"new {error}"][0], 1, self.scope)
        else:
            made = f"{error}({self.expr(self.writer.dice.choice(('str', 'int')), 1)})"
        self.emit(f"    raise {made}")

    def assertion(self) -> None:
        self.emit(f"assert {self.expr('bool')}, {self.expr('str', 1)}")

    # large ones

    def branch(self) -> None:
        self.emit(f"if {self.expr('bool')}:")
        self.inner(2)
        if self.roll() < 0.4:
            self.emit(f"elif {self.expr('bool')}:")
            self.inner(1)
        if self.roll() < 0.6:
            self.emit("else:")
            self.inner(2)

    def loop(self) -> None:
        """`for` over a range, a container, pairs; sometimes with `else`."""
        if self.loops >= 2:
            return self.branch()
        head, variables = self.walked()
        self.emit(f"for {head}:")
        self.loops += 1
        self.emit("    tick()")
        self.inner(2, *variables)
        self.loops -= 1
        if self.roll() < 0.25:
            self.emit("else:")
            self.inner(1)

    def walked(self) -> tuple[str, list[Variable]]:
        a, b = self.writer.name("it"), self.writer.name("j")
        item, key = self.writer.dice.choice(("int", "str", "float", *self.writer.classes)), self.writer.dice.choice(("int", "str"))

        def one(kind: str) -> list[Variable]:
            return [Variable(a, kind, fixed=self.roll() < 0.6)]

        forms = [
            lambda: (f"{a} in range({self.writer.dice.randint(1, 4)})", one("int")),
            lambda: (f"{a} in range({self.expr('size')}, 4)", one("int")),
            lambda: (f"{a} in ({self.expr(f'list[{item}]')})[:4]", one(item)),
            lambda: (f"{a}, {b} in enumerate(({self.expr(f'list[{item}]')})[:4])", [Variable(a, "int", True), Variable(b, item, True)]),
            lambda: (f"{a}, {b} in list(({self.expr(f'dict[{key}, {item}]')}).items())[:4]", [Variable(a, key, True), Variable(b, item, True)]),
            lambda: (f"{a}, {b} in zip({self.expr(f'list[{item}]')}, range(3))", [Variable(a, item, True), Variable(b, "int", True)]),
            lambda: (f"{a} in reversed(({self.expr(f'list[{item}]', 1)})[-3:])", one(item)),
            lambda: (f"{a} in sorted({self.expr('set[int]')})[:3]", one("int")),
            lambda: (f"{a} in ({self.expr('str')})[:4]", one("str")),
            lambda: (f"{a} in ({self.expr('tuple[int, str]', 1)})[:1]", one("int")),
        ]
        for template in self.writer.templates.get("Iterator[int]", ()):
            forms += [lambda t=template: (f"{a} in {self.writer.fill(t, 1, self.scope)}", one("int"))] * 3
        return self.writer.dice.choice(forms)()

    def while_loop(self) -> None:
        if self.loops >= 2:
            return self.branch()
        count = self.writer.name("n")
        self.emit(f"{count} = {self.writer.dice.randint(1, 4)}")
        self.emit(f"while {count} > 0{self.also(0.3)}:")
        self.emit(f"    {count} -= 1")
        self.emit("    tick()")
        self.loops += 1
        self.inner(2, Variable(count, "int", fixed=True))
        self.loops -= 1
        if self.roll() < 0.25:
            self.emit("else:")
            self.inner(1)

    def mutating_loop(self) -> None:
        """A container that changes while it is walked over."""
        if self.loops:
            return self.loop()
        item, name = self.writer.name("it"), self.writer.name("v")
        if self.roll() < 0.6:
            kind = f"list[{self.writer.dice.choice(('int', 'str'))}]"
            self.emit(f"{name}: {kind} = {self.expr(kind)}")
            change = self.writer.dice.choice((f"{name}.append({self.expr(kind[5:-1], 1)})", f"{name}.pop(0)", f"{name}.insert(0, {item})",
                                              f"{name}.remove({item})", f"{name}[0] = {item}", f"del {name}[-1]", f"{name}.clear()",
                                              f"{name}.reverse()", f"{name}.sort()", f"{name}[:1] = []"))
            self.emit(f"for {item} in {self.writer.dice.choice((name, name, f'reversed({name})'))}:")
            self.emit(f"    print({item}, len({name}))")
        else:
            kind = f"dict[{self.writer.dice.choice(('int', 'str'))}, int]"
            key = kind[5:-6]
            self.emit(f"{name}: {kind} = {self.expr(kind)}")
            change = self.writer.dice.choice((f"{name}[{self.expr(key, 1)}] = 1", f"{name}.pop({item})", f"{name}[{item}] = 0", f"del {name}[{item}]",
                                              f"{name}.clear()", f"{name}.popitem()"))
            self.emit(f"for {item} in {self.writer.dice.choice((name, f'{name}.keys()', f'list({name})'))}:")
            self.emit(f"    print({item})")
        going = self.writer.expression("bool", 1, self.scope.inner(Variable(item, kind[5:8], True)))
        self.emit(f"    if len({name}) < 9 and ({going}):")
        self.emit(f"        {change}")
        self.scope = self.scope.inner(Variable(name, kind))
        self.emit(f"print({name})")

    def guarded(self) -> None:
        """`try` with handlers, `else` and `finally`."""
        if not self.guards:
            return self.branch()
        self.emit("try:")
        self.inner(2)
        only_finally = self.roll() < 0.2
        if not only_finally:
            self.handlers()
            if self.roll() < 0.3:
                self.emit("else:")
                self.inner(1)
        if only_finally or self.roll() < 0.35:
            self.emit("finally:")
            self.finals += 1
            self.inner(2)
            self.finals -= 1

    def handlers(self) -> None:
        names = list(dict.fromkeys(self.writer.dice.choice([*ERRORS, *self.errors]) for _ in range(self.writer.dice.randint(0, 2))))
        names = [name for name in names if name != "Exception"]
        for caught in [*names, "Exception"]:
            if caught == "Exception" and names and self.roll() < 0.3:
                continue
            error = self.writer.name("e")
            shown = f"({caught}, KeyError)" if self.roll() < 0.1 else caught
            self.emit(f"except {shown} as {error}:")
            self.emit(f"    print('caught', {self.writer.dice.choice((f'type({error}).__name__, {error}', f'repr({error})', f'str({error})'))})")
            self.inner(1)
            roll = self.roll()
            if roll < 0.1:
                self.emit("    raise")
            elif roll < 0.2:
                new = self.writer.dice.choice(["ValueError('again')", "RuntimeError(7)"])
                self.emit(f"    raise {new} from {self.writer.dice.choice((error, error, 'None'))}")

    def managed(self) -> None:
        """`with` over one or two managers."""
        if not self.guards:
            return self.branch()
        name = self.writer.name("m")
        guard = f"Guard({name!r}, {self.writer.dice.choice(('True', 'False', self.expr('bool', 1)))})"
        second = f", Guard('{name}b') as {name}" if self.roll() < 0.3 else ""
        self.emit(f"with {guard}{second}:")
        self.inner(2)

    def narrowing(self) -> None:
        """A union or an optional value, and tests on it."""
        kind = self.writer.dice.choice(["int | None", "str | None", "int | str", "list[int] | None", "int | str | None",
                                        *[f"{c} | None" for c in self.writer.classes], *[f"int | {c}" for c in self.writer.classes]])
        name = self.new(kind, self.expr(kind)) if not self.scope.of(kind) or self.roll() < 0.5 else self.scope.of(kind)[0]
        members = kinds.members(kind)
        first = self.writer.dice.choice(members)
        rest = [k for k in members if k != first]
        test = f"{name} is None" if first == "None" else f"isinstance({name}, {first.split('[')[0]})"
        if first == "None" and self.roll() < 0.3:
            test = f"{name} is not None"
            first, rest = " | ".join(rest), [first]
        self.emit(f"if {test}{self.also(0.2)}:")
        certain = " and " not in self.lines[-1]
        self.inner(2, *([Variable(name, first, True, True)] * 2 if first != "None" and len(kinds.members(first)) == 1 else []), hidden=name)
        if self.roll() < 0.7:
            self.emit("else:")
            one = certain and len(rest) == 1 and rest[0] != "None"
            self.inner(2, *([Variable(name, rest[0], True, True)] * 2 if one else []), hidden=name)

    def match(self) -> None:
        """A `match` with patterns that fit its subject's type."""
        kind = matching.subject_kind(self.writer)
        self.emit(f"match {self.expr(kind)}:")
        self.depth += 1
        for pattern, variables in matching.cases(self.writer, kind):
            guard = f" if {self.writer.expression('bool', 1, self.scope.inner(*variables))}" if self.roll() < 0.25 and pattern != "_" else ""
            self.emit(f"case {pattern}{guard}:")
            self.inner(1, *variables)
        self.depth -= 1

    def closure(self) -> None:
        """A nested function that reads, and perhaps changes, variables around it."""
        if self.nested:
            return self.branch()
        name, parameter = self.writer.name("h"), self.writer.name("a")
        takes, gives = self.writer.dice.choice(("int", "str")), self.writer.dice.choice(("int", "str", "list[int]", *self.writer.classes))
        free = [v for v in self.scope.variables if not v.fixed and v.name[0] == "v"]
        changed = [v for v in dict.fromkeys(free) if self.roll() < 0.4][:2]
        default = f" = {self.writer.leaf(takes, Scope())}" if self.roll() < 0.3 else ""
        self.emit(f"def {name}({parameter}: {takes}{default}) -> {gives}:")
        kept = [replace(v, fixed=v.fixed or v not in changed) for v in self.scope.variables if not v.narrowed]
        inner = Body(self.writer, replace(self.scope, variables=[*kept, Variable(parameter, takes)], templates={}), gives, depth=self.depth + 1, errors=self.errors, nested=True)
        if changed:
            inner.emit(f"nonlocal {', '.join(v.name for v in changed)}")
        inner.emit("tick()")
        inner.block(2)
        inner.emit(f"return {inner.expr(gives)}")
        self.lines += inner.lines
        self.scope = self.scope.inner(Variable(name, f"Callable[[{takes}], {gives}]", True))
        if kinds.is_printed_the_same(gives):
            self.emit(f"print({name}({self.expr(takes, 1)}), {name}({self.expr(takes, 1)}))")
        else:
            self.emit(f"{name}({self.expr(takes, 1)})")
