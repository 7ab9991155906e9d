"""Writes classes and functions about the flow of a program: iterators, context managers, generators that are thrown at and
closed, exceptions that are chained, `finally` with every exit, nested functions and late closures.
"""

from __future__ import annotations

from tests.fuzz.programs.classes import indented, method, own_scope
from tests.fuzz.programs.statements import Body
from tests.fuzz.programs.writer import Scope, Variable, Writer


def iterator(writer: Writer) -> list[str]:
    """A class with `__iter__` and `__next__`."""
    dice = writer.dice
    name = f"{writer.prefix}_{writer.name('C')}"
    scope = own_scope({"at": "int", "seen": "list[int]"})
    lines = [f"class {name}:", "    def __init__(self, end: int) -> None:", "        self.at = 0", "        self.end = end", "        self.seen: list[int] = []", "",
             f"    def __iter__(self) -> {name}:", *(["        self.at = 0"] if dice.random() < 0.5 else []), "        return self", "",
             "    def __next__(self) -> int:", "        tick()", f"        if self.at >= self.end{dice.choice(('', ' or len(self.seen) > 6'))}:",
             f"            raise StopIteration{dice.choice(('', '()'))}", "        self.at += 1",
             f"        got = {writer.expression('int', 2, scope)}", "        self.seen.append(self.at)", "        return got", ""]
    made = f"{name}(«size»)"
    for kind, use in (("list[int]", f"list({made})"), ("list[int]", f"[*{made}, «int»]"), ("int", f"next({made}, «int»)"), ("int", f"next({made})"),
                      ("int", f"sum({made})"), ("int", f"max({made}, default=«int»)"), ("list[int]", f"sorted({made})"), ("bool", f"«int» in {made}"),
                      ("Iterator[int]", made), ("dict[int, str]", f"dict(zip({made}, «list[str]»))"), ("list[int]", f"[k@ for k@, j@ in zip({made}, «str»)]"),
                      ("str", f"'/'.join(map(str, {made}))"), ("tuple[int, ...]", f"tuple({made})"), ("set[int]", f"set({made})")):
        writer.templates.setdefault(kind, []).append(use)
    return lines


def manager(writer: Writer) -> list[str]:
    """A context manager, as a class or from a generator, and a function that uses it."""
    dice = writer.dice
    name, use = f"{writer.prefix}_{writer.name('C')}", f"{writer.prefix}_{writer.name('f')}"
    if dice.random() < 0.5:
        scope = Scope([Variable("n", "int")])
        lines = ["@contextmanager", f"def {name}(n: int) -> Iterator[int]:", "    tick()", "    print('set up', n)", "    try:",
                 f"        yield {writer.expression('int', 2, scope)}",
                 *([f"    except {dice.choice(('ValueError', 'KeyError', 'Exception', 'ZeroDivisionError'))} as e:", "        print('swallowed', repr(e))"] if dice.random() < 0.5 else []),
                 "    finally:", "        print('torn down', n)", ""]
    else:
        scope = own_scope({"n": "int"}, Variable("self.log", "list[str]", True))
        body = Body(writer, scope, "bool", depth=2, guards=False)
        body.block(1)
        lines = [f"class {name}:", "    def __init__(self, n: int) -> None:", "        self.n = n", "        self.log: list[str] = []", "",
                 "    def __enter__(self) -> int:", "        tick()", f"        return {writer.expression('int', 2, scope)}", "",
                 "    def __exit__(self, kind: object | None, error: BaseException | None, trace: object | None) -> bool:", "        print('leaving', self.n, repr(error))", *body.lines,
                 f"        return {dice.choice(('False', 'isinstance(error, ValueError)', 'error is not None and self.n > 2', 'isinstance(error, (KeyError, ArithmeticError))'))}", ""]
    inner = Body(writer, Scope([Variable("a", "int"), Variable("got", "int")]), "int", depth=2)
    inner.block(2)
    lines += [f"def {use}(a: int) -> int:", "    tick()", f"    with {name}(a) as got:", *inner.lines, f"        return {inner.expr('int')}", f"    return {dice.choice(('-1', 'a', 'a + 1'))}", ""]
    writer.templates.setdefault("int", []).append(f"{use}(«int»)")
    writer.effects.append(f"print({use}(«int»))")
    writer.effects.append(f"with {name}(«int») as k@: print('inside', k@, «int:k@=int»)")
    return lines


def thrown_at(writer: Writer) -> list[str]:
    """A generator with handlers and `finally`, and a function that sends to it, throws at it and closes it."""
    dice = writer.dice
    name, drive = f"{writer.prefix}_{writer.name('g')}", f"{writer.prefix}_{writer.name('f')}"
    scope = Scope([Variable("step", "int"), Variable("got", "str")])
    lines = [f"def {name}(step: int) -> Generator[int, str, int]:", "    got = ''", "    try:", f"        for i in range({dice.randint(2, 4)}):", "            tick()", "            try:",
             f"                got = yield {writer.expression('int', 2, scope)}", "                print('got', got)",
             f"            except {dice.choice(('ValueError', 'KeyError', '(KeyError, ValueError)', 'LookupError'))} as e:", "                print('thrown', repr(e))",
             f"                {dice.choice(('step += 1', 'continue', 'break', 'yield -1', 'return step', 'raise', 'raise RuntimeError(step) from e'))}",
             *(["            else:", "                step += len(got)"] if dice.random() < 0.4 else []),
             "    finally:", "        print('finally', step, got)", "    return step", "",
             f"def {drive}(step: int, words: list[str]) -> list[int]:", "    tick()", f"    running = {name}(step)", "    out: list[int] = []", "    try:", "        out.append(next(running))",
             "        for word in words[:4]:", f"            if {writer.expression('bool', 1, Scope([Variable('word', 'str'), Variable('step', 'int')]))}:",
             f"                out.append(running.throw({dice.choice(('ValueError(word)', 'KeyError(word)', 'ZeroDivisionError(word)'))}))",
             "            else:", "                out.append(running.send(word))", "    except StopIteration:", "        print('stopped')",
             "    except (ValueError, LookupError, RuntimeError) as e:", "        print('came out', repr(e), repr(e.__cause__))", "    running.close()",
             "    print(next(running, -99))", "    return out", ""]
    writer.templates.setdefault("list[int]", []).append(f"{drive}(«int», «list[str]»)")
    writer.effects.append(f"print({drive}(«int», «list[str]»))")
    return lines


def exits(writer: Writer) -> list[str]:
    """`finally` blocks that are left by every way there is, the last one last."""
    dice = writer.dice
    name = f"{writer.prefix}_{writer.name('f')}"
    scope = Scope([Variable("n", "int"), Variable("i", "int", True), Variable("log", "list[int]", True)])

    def way(chance: float) -> str:
        leave = dice.choice(("return i", "break", "continue", "raise ValueError(i)", "raise KeyError('k')", "log.append(i * 10)", "n += 1", "return n // i"))
        return leave if dice.random() > chance else f"if {writer.expression('bool', 1, scope)}: {leave}"

    lines = [f"def {name}(n: int) -> int:", "    log: list[int] = []", f"    for i in range({dice.randint(2, 4)}):", "        tick()", "        try:", "            try:",
             f"                {way(0.6)}", f"            except {dice.choice(('ValueError', 'ZeroDivisionError', 'Exception'))} as e:", "                print('first', repr(e))", f"                {way(0.5)}",
             *(["            else:", f"                {way(0.5)}"] if dice.random() < 0.5 else []), "            finally:", "                log.append(i)", f"                {way(0.75)}",
             "        except (KeyError, ValueError) as e:", "            print('second', repr(e), repr(e.__context__))", f"            {way(0.6)}", "        finally:", "            print(i, log)",
             *([f"            {way(0.8)}"] if dice.random() < 0.4 else []), *(["    else:", "        print('no break')"] if dice.random() < 0.5 else []), "    return n + len(log)", ""]
    writer.templates.setdefault("int", []).append(f"{name}(«int»)")
    writer.effects.append(f"print({name}(«int»))")
    return lines


def chained(writer: Writer) -> list[str]:
    """A function that raises in handlers, and shows causes and contexts."""
    dice = writer.dice
    name = f"{writer.prefix}_{writer.name('f')}"
    scope = Scope([Variable("a", "int"), Variable("text", "str")])
    risky = dice.choice(("int(text)", "[1, 2][a]", "{'a': 1}[text]", "7 // a", "float(text)", "bytes([a])[0]", "chr(a)", "text.index('q')", "[3].index(a)"))
    again = dice.choice(("raise RuntimeError('again') from e", "raise TypeError(text) from None", "raise LookupError(a)", "raise", "raise e", "raise ValueError(text, a) from e"))
    lines = [f"def {name}(a: int, text: str) -> str:", "    tick()", "    try:", "        try:", f"            got = {risky}", "            return f'{got!r} fine'", f"        except {dice.choice(('ValueError', 'Exception', '(ValueError, LookupError, ArithmeticError)'))} as e:",
             f"            {again}", "    except Exception as outer:", "        print(type(outer).__name__, outer, repr(outer.__cause__), repr(outer.__context__), outer.__suppress_context__)",
             f"        return {writer.expression('str', 1, scope)}", ""]
    writer.templates.setdefault("str", []).append(f"{name}(«int», «str»)")
    writer.effects.append(f"print({name}(«int», «str»))")
    return lines


def nest(writer: Writer) -> list[str]:
    """Functions in functions that share variables, call each other and outlive their maker; closures made in a loop."""
    dice = writer.dice
    name = f"{writer.prefix}_{writer.name('f')}"
    scope = Scope([Variable("n", "int"), Variable("total", "int"), Variable("words", "list[str]", True)])
    inner = scope.inner(Variable("k", "int", True))
    lines = [f"def {name}(n: int) -> list[int]:", "    tick()", "    total = 0", "    words: list[str] = []", "    def down(k: int) -> int:", "        nonlocal total", "        total += 1",
             f"        return {writer.expression('int', 1, inner)} if k <= 0 else up(k - 1) + 1", "    def up(k: int) -> int:", "        words.append(f'{k}')",
             f"        return {writer.expression('int', 1, inner)} if k <= 0 else down(k - {dice.choice((1, 2))}) * 2", "    def count(step: int = n) -> Callable[[], int]:", "        def more() -> int:",
             "            nonlocal n", "            n += step", f"            return {writer.expression('int', 1, scope)}", "        return more",
             f"    made = [count(), count({dice.randint(-2, 5)})]", f"    late = [lambda: n * {dice.randint(1, 3)} + i for i in range(3)]",
             "    early = [lambda k=i: k + total for i in range(2)]" if dice.random() < 0.4 else "    early = [lambda: total]",
             f"    out = [down({dice.randint(1, 4)}), up(2), *[one() for one in made], *[one() for one in late], *[one() for one in made * 2]]",
             "    print(words, total, n, [one() for one in early])", "    return out", ""]
    writer.templates.setdefault("list[int]", []).append(f"{name}(«int»)")
    writer.effects.append(f"print({name}(«int»))")
    return lines


def parameters(writer: Writer) -> list[str]:
    """A function with parameters of every kind, and a method alike."""
    dice = writer.dice
    name, own = f"{writer.prefix}_{writer.name('f')}", f"{writer.prefix}_{writer.name('C')}"
    scope = Scope([Variable("a", "int"), Variable("b", "str"), Variable("rest", "tuple[int, ...]", True), Variable("flag", "bool"), Variable("word", "str")])
    head = f"a: int, /, b: str = {writer.leaf('str', Scope())}, *rest: int, flag: bool = {dice.choice(('True', 'False'))}, word: str"
    calls = ["(«int», word=«str»)", "(«int», «str», word=«str»)", "(«int», «str», «int», «size», flag=«bool», word=«str»)", "(«int», b=«str», word=«str»)",
             "(«int», «str», *«list[int]», word=«str»)", "(show('1@', «int»), show('2@', «str»), word=show('3@', «str»), flag=show('4@', «bool»))"]
    lines = [*method(writer, f"def {name}({head}) -> int:", scope, "int", 1), f"class {own}:", f"    def __init__(self, *items: str, sep: str = {writer.leaf('str', Scope())}) -> None:",
             "        self.items = list(items)", "        self.sep = sep", "", *indented(method(writer, f"def add(self, {head}) -> int:", scope, "int", 1)),
             "    def joined(self) -> str:", "        return self.sep.join(self.items)", ""]
    writer.templates.setdefault("int", []).extend([f"{name}{call}" for call in dice.sample(calls, 3)] + [f"{own}(«str», «str»).add{dice.choice(calls)}"])
    writer.templates.setdefault("str", []).extend([f"{own}(«str», «str», sep=«ch»).joined()", f"{own}(*«list[str]»).joined()"])
    return lines
