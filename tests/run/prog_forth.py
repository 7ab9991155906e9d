"""A Forth: dictionary, colon definitions, control flow compiled to branches, return stack."""
from collections.abc import Callable
from typing import Dict, List, NamedTuple, Optional, Union


class Branch(NamedTuple):
    target: int
    only_if_zero: bool


class Literal(NamedTuple):
    value: int


Instruction = Union[Branch, Literal, "Word"]


class Word:
    def __init__(self, name: str, native: Optional[Callable[["Forth"], None]] = None) -> None:
        self.name = name
        self.native = native
        self.code: List[Instruction] = []
        self.immediate = False

    def __str__(self) -> str:
        return self.name.upper()


class ForthError(Exception):
    pass


class Forth:
    def __init__(self) -> None:
        self.stack: List[int] = []
        self.returns: List[int] = []
        self.words: Dict[str, Word] = {}
        self.memory = [0] * 16
        self.here = 0
        self.out: List[str] = []
        self.compiling: Optional[Word] = None
        self.marks: List[int] = []
        self._install()

    def pop(self) -> int:
        if not self.stack:
            raise ForthError("stack underflow")
        return self.stack.pop()

    def push(self, value: int) -> None:
        self.stack.append(value)

    def native(self, name: str, fn: Callable[["Forth"], None], immediate: bool = False) -> None:
        word = Word(name, fn)
        word.immediate = immediate
        self.words[name] = word

    def binary(self, name: str, fn: Callable[[int, int], int]) -> None:
        def run(vm: "Forth") -> None:
            b, a = vm.pop(), vm.pop()
            vm.push(fn(a, b))
        self.native(name, run)

    def _install(self) -> None:
        self.binary("+", lambda a, b: a + b)
        self.binary("-", lambda a, b: a - b)
        self.binary("*", lambda a, b: a * b)
        self.binary("/", lambda a, b: a // b)
        self.binary("mod", lambda a, b: a % b)
        self.binary("<", lambda a, b: -(a < b))
        self.binary("=", lambda a, b: -(a == b))
        self.native("dup", lambda vm: vm.stack.extend(vm.stack[-1:] or [vm.pop()]))
        self.native("drop", lambda vm: print(end="" if vm.pop() else ""))
        self.native("swap", swap)
        self.native("over", lambda vm: vm.push(vm.stack[-2]))
        self.native(".", lambda vm: vm.out.append(str(vm.pop())))
        self.native("cr", lambda vm: vm.flush())
        self.native("@", lambda vm: vm.push(vm.memory[vm.pop()]))
        self.native("!", store)
        self.native("emit", lambda vm: vm.out.append(chr(vm.pop())))
        self.native(">r", lambda vm: vm.returns.append(vm.pop()))
        self.native("r>", lambda vm: vm.push(vm.returns.pop()))
        self.native("i", lambda vm: vm.push(vm.returns[-1]))
        self.native("if", lambda vm: vm.open_branch(True), True)
        self.native("else", do_else, True)
        self.native("then", do_then, True)
        self.native("begin", lambda vm: vm.marks.append(len(vm.target().code)), True)
        self.native("until", lambda vm: vm.target().code.append(Branch(vm.marks.pop(), True)), True)
        self.native("do", do_do, True)
        self.native("loop", do_loop, True)

    def target(self) -> Word:
        if self.compiling is None:
            raise ForthError("compile-only word")
        return self.compiling

    def open_branch(self, only_if_zero: bool) -> None:
        code = self.target().code
        self.marks.append(len(code))
        code.append(Branch(-1, only_if_zero))

    def flush(self) -> None:
        print(" ".join(self.out))
        self.out.clear()

    def run(self, word: Word) -> None:
        if word.native is not None:
            word.native(self)
            return
        at = 0
        while at < len(word.code):
            op = word.code[at]
            at += 1
            if isinstance(op, Literal):
                self.push(op.value)
            elif isinstance(op, Branch):
                if not op.only_if_zero or self.pop() == 0:
                    at = op.target
            else:
                self.run(op)

    def interpret(self, text: str) -> None:
        words = iter(text.split())
        for token in words:
            if token == ":":
                self.compiling = Word(next(words))
            elif token == ";":
                done = self.target()
                self.words[done.name] = done
                self.compiling = None
            elif token == "variable":
                cell = Word(next(words))
                cell.code.append(Literal(self.here))
                self.words[cell.name] = cell
                self.here += 1
            else:
                self.one(token)

    def one(self, token: str) -> None:
        word = self.words.get(token)
        if word is None and self.compiling is not None and token == "recurse":
            word = self.compiling
        if word is not None:
            if self.compiling is None or word.immediate:
                self.run(word)
            else:
                self.compiling.code.append(word)
            return
        try:
            value = int(token, 0)
        except ValueError:
            raise ForthError(f"{token} ?") from None
        if self.compiling is None:
            self.push(value)
        else:
            self.compiling.code.append(Literal(value))


def swap(vm: Forth) -> None:
    vm.stack[-2], vm.stack[-1] = vm.stack[-1], vm.stack[-2]


def store(vm: Forth) -> None:
    where = vm.pop()
    vm.memory[where] = vm.pop()


def do_else(vm: Forth) -> None:
    opened = vm.marks.pop()
    vm.open_branch(False)
    vm.target().code[opened] = Branch(len(vm.target().code), True)


def do_then(vm: Forth) -> None:
    opened = vm.marks.pop()
    code = vm.target().code
    before = code[opened]
    assert isinstance(before, Branch)
    code[opened] = before._replace(target=len(code))


def do_do(vm: Forth) -> None:
    code = vm.target().code
    code += [vm.words["swap"], vm.words[">r"], vm.words[">r"]]
    vm.marks.append(len(code))


def do_loop(vm: Forth) -> None:
    def step(inner: Forth) -> None:
        index = inner.returns.pop() + 1
        limit = inner.returns[-1]
        if index < limit:
            inner.returns.append(index)
            inner.push(0)
        else:
            inner.returns.pop()
            inner.push(-1)
    code = vm.target().code
    code.append(Word("(loop)", step))
    code.append(Branch(vm.marks.pop(), True))


SCRIPT = [
    ": square dup * ; 7 square . cr",
    ": fact dup 2 < if drop 1 else dup 1 - recurse * then ; 10 fact . cr",
    ": stars 0 do 42 emit loop ; 5 stars cr",
    ": count-down begin dup . 1 - dup 0 = until drop ; 4 count-down cr",
    "variable x variable y 11 x ! 0x20 y ! x @ y @ + . cr",
    ": fib 0 1 rot-free ;",
    ": gcd begin dup 0 = if drop -1 else swap over mod 0 then until ; 48 18 gcd . cr",
    ": table 4 1 do i square . loop ; table cr",
    "1 2 + + .",
    "5 if",
    "1 0 / .",
]


def main() -> None:
    vm = Forth()
    for line in SCRIPT:
        try:
            vm.interpret(line)
        except (ForthError, ZeroDivisionError, IndexError) as error:
            print(f"{type(error).__name__}: {error}", vm.stack)
            vm.stack.clear()
            vm.marks.clear()
            vm.out.clear()
            vm.compiling = None
    print(sorted(str(w) for w in vm.words.values() if w.native is None))
