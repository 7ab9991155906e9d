"""Damage that keeps a program's syntax mostly whole, so that it reaches the checker.

    total += values[i]      ->      total += "text"[i]        (an expression in another one's place)
"""

from __future__ import annotations

import ast
import builtins
import io
import random
import re
import tokenize
from collections.abc import Callable

Place = tuple[int, int]                 # byte offsets: begin, end

TYPES = """int float bool str bytes bytearray u8 u16 u32 u64 usize i8 i32 i64 w8 w32 w64 f32 None object Any Never
list[int] list[str] list dict[str,int] dict set[int] frozenset[str] tuple[int,str] tuple[int,...] tuple
tuple[()] int|None str|None int|str list[int]|None Callable[[int],int] Callable Array[u8,4] Span[u8]
Ptr[u8] Iterable[int] Iterator[int] type type[int] Optional[int] Final Final[int] ClassVar[int] range
slice T Self Exception BaseException list[list[int]] Literal[1] Mmio Reg Atomic[u64] Enum be32""".split()
VALUES = """0 1 -1 255 256 10**30 1.5 1e400 'text' '' b'x' None True False [] [1] ['a',None] {} {1:'a'} {1} set() ()
(1,) (1,'a') [[]] range(3) ... print len int str list dict object ValueError ValueError('x') u8(1)
w8(300) u64(2**63) float('nan') lambda:1 [x_for_x_in_range(3)] {x:x_for_x_in_[1]} f'{1}' 1//0 1<<70
not_1 ~0 self super() int.__add__ str.upper min max sorted sum isinstance type NotImplemented main
__name__ iter([1]) enumerate([1]) zip([1],[2]) open abs repr hash id chr divmod(7,2) pow round any all
reversed([1]) map filter input tuple([1]) set([1]) bytes(3) slice(1) 1_if_1_else_'a' [1][0] 'a'[0]
(y:=1) [1][:] print() [*[1]] {**{}} 1<2<3 1_is_None 'a'_in_'abc' sizeof(int)""".split()
BASES = ["Protocol", "Generic[T]", "Generic", "NamedTuple", "ABC", "IntEnum", "Enum", "IntFlag"]
OPERATORS = """+ - * / // % ** << >> & | ^ @ < > <= >= == != and or is in = += -= *= //= |= -> := . , :""".split()
WRAPPERS = [
    "({})[0]", "({}).x", "({})()", "-({})", "not ({})", "[{}]", "({},)", "f'{{{}}}'", "({})[1:]", "({}) is None",
    "str({})", "len({})", "isinstance({}, int)", "[z for z in ({})]", "(1 if ({}) else None)", "({}) or 1", "~({})",
    "({})(1)", "*({})", "({}).value", "print({})", "({}) == ({})", "repr({})", "u8({})", "list({})", "{{{}: 1}}",
    "({}).append(1)", "int({})", "({}, {})", "[{}] * 3", "(q := ({}))", "sum({})", "sorted({})", "({}) in ({})",
    "f'{{{}:>8}}'", "({}) < ({})", "max({}, {})", "({}).__class__", "tuple({})", "dict({})", "lambda: ({})",
]
DECORATORS = [
    "property", "staticmethod", "classmethod", "dataclass", "dataclass(frozen=True)", "value", "inline", "noalloc",
    "export('f')", "extern('g')", "abstractmethod", "unchecked", "final", "override", "cold", "print", "overload",
    "interrupt", "entry", "packed", "asm", "section('.x')", "dataclass(order=True)", "total_ordering",
]
STATEMENTS = [
    "return", "return None", "return 1", "raise", "raise ValueError", "raise ValueError('x') from None", "break",
    "pass", "continue", "global g", "del x", "assert x", "assert 0, 'm'", "x = 1", "x: int", "x: list[int] = []",
    "x = y = []", "a, b = 1, 2", "a, *b = [1, 2]", "(a, b), c = (1, 2), 3", "x += 1", "self.x = 1",
    "self.y: int = 2", "x[0] = 1", "x[:] = []", "for i in x: pass", "for i, j in x: break", "while x: pass",
    "with x: pass", "with x as y: pass", "import math", "from lib import core", "nonlocal x", "x = []", "x = None",
    "x = {}", "x.append(1)", "x = x", "if x is None: return", "if isinstance(x, int): x += 1", "print(x)",
    "match x:\n    case 1: pass", "try:\n    x = 1\nexcept ValueError as e:\n    x = e\nfinally:\n    pass",
    "match x:\n    case (a, b): pass\n    case _: pass",
    "match x:\n    case int(): pass\n    case None: pass\n    case str() as s: print(s)", "def f(): pass",
    "class C: pass", "yield 1", "x = yield", "while True: x = [x]", "for x in x: x = [x]", "x = [x, 1]", "x = (x,)",
    "match x:\n    case {'a': 1, **r}: pass", "match x:\n    case [1, *r]: pass",
    "match x:\n    case C(a=1) | C(a=2): pass",
]


def spelled(text: str) -> str:
    """A value of the tables above, whose spaces are written as `_` next to words."""
    for word in ("for", "in", "if", "else", "is"):
        text = text.replace(f"_{word}_", f" {word} ")
    return text.replace("not_1", "not 1")


def at_home(text: str, program: Program, dice: random.Random) -> str:
    """`text` from elsewhere, with names of `program` in place of those that it does not know."""
    own = sorted({n.id for n in program.nodes(ast.Name) if isinstance(n, ast.Name)})
    try:
        foreign = {n.id for n in ast.walk(ast.parse(text.strip())) if isinstance(n, ast.Name)}
    except SyntaxError:
        return text
    for name in sorted(foreign - set(own) - set(dir(builtins))):
        if own and dice.random() < 0.9:
            text = re.sub(rf"\b{name}\b", dice.choice(own), text)
    return text


class Program:
    """A program's text with the places of its parts, in bytes as CPython's `ast` counts columns."""

    def __init__(self, text: str) -> None:
        self.data = text.encode()
        self.tree = ast.parse(text)
        self.starts = [0]
        for line in self.data.split(b"\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)

    def place(self, node: ast.AST) -> Place:
        """Where `node` stands (an expression, a statement, an argument …)."""
        return (self.starts[node.lineno - 1] + node.col_offset,                     # type: ignore[attr-defined]
                self.starts[node.end_lineno - 1] + node.end_col_offset)             # type: ignore[attr-defined]

    def text_of(self, node: ast.AST) -> str:
        begin, end = self.place(node)
        return self.data[begin:end].decode()

    def replaced(self, node: ast.AST, text: str) -> str:
        begin, end = self.place(node)
        return (self.data[:begin] + text.encode() + self.data[end:]).decode()

    def indent_of(self, node: ast.AST) -> str:
        return " " * node.col_offset                                                # type: ignore[attr-defined]

    def nodes(self, *kinds: type) -> list[ast.AST]:
        return [node for node in ast.walk(self.tree) if isinstance(node, kinds) and hasattr(node, "lineno")]


# Ways of damage: each takes the program and gives the new text, or "" where it does not apply

def swap_expressions(program: Program, dice: random.Random, pool: list[str]) -> str:
    """One expression takes the place of another."""
    nodes = program.nodes(ast.expr)
    if len(nodes) < 2:
        return ""
    into, source = dice.sample(nodes, 2)
    return program.replaced(into, program.text_of(source))


def foreign_expression(program: Program, dice: random.Random, pool: list[str]) -> str:
    """An expression of any program, or a value from the table."""
    nodes = program.nodes(ast.expr)
    text = dice.choice(pool) if dice.random() < 0.3 else spelled(dice.choice(VALUES))
    return program.replaced(dice.choice(nodes), at_home(text, program, dice)) if nodes else ""


def wrap(program: Program, dice: random.Random, pool: list[str]) -> str:
    """An expression inside of another form."""
    nodes = program.nodes(ast.expr)
    if not nodes:
        return ""
    node = dice.choice(nodes)
    form = dice.choice(WRAPPERS)
    text = program.text_of(node)
    return program.replaced(node, form.format(text, text) if "{}" in form else form)


def other_type(program: Program, dice: random.Random, pool: list[str]) -> str:
    """Another type in an annotation, or none."""
    notes: list[ast.AST] = []
    for node in ast.walk(program.tree):
        for name in ("annotation", "returns"):
            if getattr(node, name, None) is not None:
                notes.append(getattr(node, name))
    if not notes:
        return ""
    node = dice.choice(notes)
    inner = [n for n in ast.walk(node) if isinstance(n, ast.expr)]
    return program.replaced(dice.choice(inner), dice.choice(TYPES))


def rename(program: Program, dice: random.Random, pool: list[str]) -> str:
    """A name becomes another name of the program, or a type."""
    nodes = program.nodes(ast.Name)
    if not nodes:
        return ""
    names = sorted({n.id for n in nodes if isinstance(n, ast.Name)})
    new = dice.choice(TYPES) if dice.random() < 0.2 else dice.choice(names)
    return program.replaced(dice.choice(nodes), new)


def drop_argument(program: Program, dice: random.Random, pool: list[str]) -> str:
    """A call loses an argument, or gets one twice or with a name."""
    calls = [n for n in program.nodes(ast.Call) if isinstance(n, ast.Call) and n.args]
    if not calls:
        return ""
    call = dice.choice(calls)
    assert isinstance(call, ast.Call)
    texts = [program.text_of(a) for a in call.args] + [program.text_of(k) for k in call.keywords]
    at = dice.randrange(len(texts))
    kind = dice.randrange(4)
    if kind == 0:
        del texts[at]
    elif kind == 1:
        texts.insert(at, texts[at])
    elif kind == 2:
        texts.append(f"{dice.choice(['key', 'x', 'default', 'start', 'sep', 'end'])}={texts[at]}")
    else:
        texts[at] = f"*{texts[at]}"
    return program.replaced(call, f"{program.text_of(call.func)}({', '.join(texts)})")


def statement(program: Program, dice: random.Random, pool: list[str]) -> str:
    """A statement goes, comes twice, moves, or another one takes its place."""
    nodes = program.nodes(ast.stmt)
    if not nodes:
        return ""
    node = dice.choice(nodes)
    kind = dice.randrange(5)
    if kind == 0:
        return program.replaced(node, "pass")
    text = program.text_of(node)
    if kind == 1:
        return program.replaced(node, f"{text}\n{program.indent_of(node)}{text}")
    if kind == 2:
        other = dice.choice(nodes)
        moved = ast.unparse(other).replace("\n", "\n" + program.indent_of(node))
        return program.replaced(node, f"{moved}\n{program.indent_of(node)}{text}")
    new = at_home(dice.choice(STATEMENTS), program, dice).replace("\n", "\n" + program.indent_of(node))
    after = f"\n{program.indent_of(node)}{text}" if kind == 3 else ""
    return program.replaced(node, new + after)


def definition(program: Program, dice: random.Random, pool: list[str]) -> str:
    """A decorator more, another base class, a parameter more or less."""
    nodes = program.nodes(ast.FunctionDef, ast.ClassDef)
    if not nodes:
        return ""
    node = dice.choice(nodes)
    if isinstance(node, ast.ClassDef) and dice.random() < 0.5:
        new = ast.parse(ast.unparse(node)).body[0]
        assert isinstance(new, ast.ClassDef)
        base = dice.choice([*TYPES, *BASES, node.name])
        new.bases = [ast.parse(base).body[0].value] if dice.random() < 0.8 else []      # type: ignore[attr-defined]
        return program.replaced(node, ast.unparse(new).replace("\n", "\n" + program.indent_of(node)))
    if isinstance(node, ast.FunctionDef) and node.args.args and dice.random() < 0.5:
        new = ast.parse(ast.unparse(node)).body[0]
        assert isinstance(new, ast.FunctionDef)
        args, at = new.args.args, dice.randrange(len(new.args.args))
        if dice.random() < 0.6:
            del args[at]
            del new.args.defaults[len(args):]
        else:
            new.args.kwonlyargs.append(args[at])
            new.args.kw_defaults.append(None)
            args[at] = ast.arg("extra", args[at].annotation)
        return program.replaced(node, ast.unparse(new).replace("\n", "\n" + program.indent_of(node)))
    return program.replaced(node, f"@{dice.choice(DECORATORS)}\n{program.indent_of(node)}{program.text_of(node)}")


def tokens(program: Program, dice: random.Random, pool: list[str]) -> str:
    """A token goes, comes twice, changes place with another one, or becomes another operator."""
    text = program.data.decode()
    found = [t for t in tokenize.generate_tokens(io.StringIO(text).readline) if t.string.strip()]
    lines = text.split("\n")
    if len(found) < 2:
        return ""
    at = dice.randrange(len(found) - 1)
    token, after = found[at], found[at + 1]
    row, col = token.start[0] - 1, token.start[1]
    if token.end[0] - 1 != row:
        return ""
    line, kind = lines[row], dice.randrange(4)
    if kind == 0:
        lines[row] = line[:col] + line[token.end[1]:]
    elif kind == 1:
        lines[row] = f"{line[:col]}{token.string} {line[col:]}"
    elif kind == 2 and after.start[0] - 1 == row and after.end[0] - 1 == row:
        lines[row] = f"{line[:col]}{after.string} {token.string}{line[after.end[1]:]}"
    else:
        lines[row] = f"{line[:col]} {dice.choice(OPERATORS)} {line[token.end[1]:]}"
    return "\n".join(lines)


DAMAGES: tuple[Callable[[Program, random.Random, list[str]], str], ...] = (
    swap_expressions, swap_expressions, foreign_expression, foreign_expression, wrap, wrap, other_type, rename,
    drop_argument, statement, statement, definition, tokens)


def mutant(text: str, dice: random.Random, pool: list[str]) -> str:
    """`text` with one to three changes, each of which CPython can still parse (but for one in fifty)."""
    for _ in range(dice.choice((1, 1, 2, 3))):
        for _ in range(20):
            try:
                changed = dice.choice(DAMAGES)(Program(text), dice, pool)
                if changed:
                    ast.parse(changed)
                    text = changed
                    break
            except (SyntaxError, ValueError, tokenize.TokenError, RecursionError, MemoryError):
                continue
    return text


def expression_pool(texts: list[str]) -> list[str]:
    """The short expressions of all programs."""
    found: set[str] = set()
    for text in texts:
        program = Program(text)
        found |= {program.text_of(node) for node in program.nodes(ast.expr)}
    return sorted(e for e in found if len(e) < 40 and "\n" not in e)
