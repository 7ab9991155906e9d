"""Regular expressions of grep: POSIX's basic and extended ones (IEEE Std 1003.1, XBD 9), and GNU's `\\w \\b \\< \\|`.

An expression becomes a program, and all its states are followed at once (Thompson, CACM 11/6, 1968): a line takes time
in proportion to its length, whatever the expression is. Jumps are relative, so that a repeated part is copied.

    a(b|c)*   ->   CHAR a; SPLIT 6; SPLIT 3; CHAR b; JUMP 2; CHAR c; JUMP -5; MATCH

A step is one int: what it does in the low four bits, a value above them. Back references are refused: no program of
this kind has them.
"""

from typing import Final

CHAR: Final = 0                         # value: the code point
ANY: Final = 1
SET: Final = 2                          # value: which of the sets
SPLIT: Final = 3                        # to the next step, and `value` steps on
JUMP: Final = 4                         # `value` steps on
LINE_START: Final = 5
LINE_END: Final = 6
EDGE: Final = 7                         # between characters inside and outside of words; value 1: not there
WORD_START: Final = 8
WORD_END: Final = 9
NO_WORD_BEFORE: Final = 10
NO_WORD_AFTER: Final = 11
MATCH: Final = 12
VALUE: Final = 4                        # bits below the value

MOST_STEPS: Final = 5_000               # of a program
MOST_DEPTH: Final = 50                  # groups in each other
CLASSES: Final = "alpha digit alnum upper lower space blank punct print graph cntrl xdigit"
BASIC_SIGNS: Final = "\\.[*^$"          # what may mean something else than itself
SIGNS: Final = "\\.[*^$+?{|()"


class BadExpression(Exception):
    """What is wrong with an expression, and where."""


class Set:
    """`[a-z_[:digit:]]`: first and last code points by turns, and names of classes. `fold`: capitals or not."""

    def __init__(self, negated: bool, fold: bool) -> None:
        self._negated = negated
        self._fold = fold
        self._bounds: list[int] = []
        self._classes: list[str] = []

    def add_range(self, first: str, last: str) -> None:
        self._bounds += [ord(first), ord(last)]
        if self._fold:
            self._bounds += [ord(folded(first)), ord(folded(last))]

    def add_class(self, name: str) -> None:
        self._classes.append("alpha" if self._fold and name in ("upper", "lower") else name)

    def has(self, char: str) -> bool:
        """Whether `char` is one of them."""
        return (self._lists(char) or self._fold and self._lists(folded(char))) != self._negated

    def _lists(self, char: str) -> bool:
        code = ord(char)
        for i in range(0, len(self._bounds), 2):
            if self._bounds[i] <= code <= self._bounds[i + 1]:
                return True
        for name in self._classes:
            if in_class(char, name):
                return True
        return False


class Regex:
    """A program. `fold`: capitals or not; `word`, `line`: only as a whole word, as a whole line.

    BadExpression where `pattern` is none.
    """

    def __init__(self, pattern: str, extended: bool, fold: bool = False, word: bool = False,
                 line: bool = False) -> None:
        parser = Parser(pattern, extended, fold)
        before = [LINE_START] if line else [NO_WORD_BEFORE] if word else []
        after = [LINE_END, MATCH] if line else [NO_WORD_AFTER, MATCH] if word else [MATCH]
        self._code: list[int] = before + parser.parse() + after
        self._sets: list[Set] = parser.sets
        self._fold = fold
        self._turn: int = 0
        self._seen: list[int] = [0] * len(self._code)    # the turn in which a step was reached last
        self._now: list[int] = []                       # the steps that wait for a character

    def is_in(self, line: str) -> bool:
        """Whether some part of `line` matches."""
        pending: list[int] = []
        before = ""
        for char in line:
            pending.append(0)
            if self._reach(pending, before, char):
                return True
            pending = self._take(char)
            before = char
        pending.append(0)
        return self._reach(pending, before, "")

    def end(self, line: str, start: int) -> int:
        """Where the longest match that begins at `start` ends; -1: there is none."""
        found, at, pending = -1, start, [0]
        while len(pending) > 0:
            after = line[at:at + 1]
            if self._reach(pending, line[at - 1:at] if at > 0 else "", after):
                found = at
            pending = self._take(after) if after != "" else []
            at += 1
        return found

    def _reach(self, pending: list[int], before: str, after: str) -> bool:
        """Follow what takes no character, between `before` and `after`; whether that leads to the end."""
        self._turn += 1
        self._now.clear()
        matched = False
        while len(pending) > 0:
            at = pending.pop()
            if self._seen[at] == self._turn:
                continue
            self._seen[at] = self._turn
            op, value = self._code[at] & 15, self._code[at] >> VALUE
            if op <= SET:
                self._now.append(at)
            elif op == MATCH:
                matched = True
            elif op == JUMP:
                pending.append(at + value)
            elif op == SPLIT:
                pending += [at + value, at + 1]
            elif holds(op, value, before, after):
                pending.append(at + 1)
        return matched

    def _take(self, char: str) -> list[int]:
        """The steps behind those that take `char`."""
        found: list[int] = []
        code = ord(folded(char)) if self._fold else ord(char)
        for at in self._now:
            op, value = self._code[at] & 15, self._code[at] >> VALUE
            if op == ANY or (value == code if op == CHAR else self._sets[value].has(char)):
                found.append(at + 1)
        return found


def folded(char: str) -> str:
    """The small letter, where that is one."""
    low = char.lower()
    return low if len(low) == 1 else char


def holds(op: int, value: int, before: str, after: str) -> bool:
    """Whether a step that only looks lets pass."""
    if op == LINE_START:
        return before == ""
    if op == LINE_END:
        return after == ""
    left, right = in_word(before), in_word(after)
    if op == EDGE:
        return (left != right) == (value == 0)
    if op == WORD_START:
        return right and not left
    if op == WORD_END:
        return left and not right
    return not left if op == NO_WORD_BEFORE else not right


def in_word(char: str) -> bool:
    """Whether a word goes on with it."""
    return char.isalnum() or char == "_"


def in_class(char: str, name: str) -> bool:
    """POSIX's `[:name:]`; letters and digits are those of Unicode."""
    if name == "space":
        return char.isspace()
    if name == "digit" or name == "xdigit":
        return char in "0123456789" or name == "xdigit" and char in "abcdefABCDEF"
    if name == "blank":
        return char in " \t"
    if name == "cntrl":
        return char < " " or char == "\x7f"
    letter = char.isalnum()
    if name == "alnum" or name == "alpha":
        return letter and (name == "alnum" or char not in "0123456789")
    if name == "upper" or name == "lower":
        return char.lower() != char if name == "upper" else char.islower()
    return char.isprintable() and (name == "print" or char != " " and (name == "graph" or not letter))


class Parser:
    """The program of an expression."""

    def __init__(self, text: str, extended: bool, fold: bool) -> None:
        self._text = text
        self._extended = extended
        self._fold = fold
        self._at: int = 0
        self._depth: int = 0
        self._code: list[int] = []
        self.sets: list[Set] = []       # what SET steps name

    def parse(self) -> list[int]:
        """The steps. BadExpression where there are none."""
        self._alternatives()
        if self._at < len(self._text):
            raise self._bad("`)` without `(`")
        return self._code

    def _bad(self, why: str) -> BadExpression:
        return BadExpression(f"`{self._text}`, character {min(self._at, len(self._text)) + 1}: {why}")

    def _is(self, sign: str) -> bool:
        """Whether an operator comes: in basic expressions all but `*` have a backslash in front."""
        if self._extended or sign == "*":
            return self._text[self._at:self._at + 1] == sign
        return self._text[self._at:self._at + 2] == "\\" + sign

    def _takes(self, sign: str) -> bool:
        if not self._is(sign):
            return False
        self._at += 1 if self._extended or sign == "*" else 2
        return True

    def _alternatives(self) -> None:
        start = len(self._code)
        self._sequence()
        while self._takes("|"):
            body = self._code[start:]
            self._code[start:] = [len(body) + 2 << VALUE | SPLIT] + body + [JUMP]
            skip = len(self._code) - 1
            self._sequence()
            self._code[skip] = len(self._code) - skip << VALUE | JUMP

    def _sequence(self) -> None:
        first = True                    # an operator that repeats stands for itself here
        while self._at < len(self._text) and not self._is("|") and not self._is(")"):
            start = len(self._code)
            self._atom(first)
            anchor = len(self._code) == start + 1 and self._code[start] == LINE_START and not self._extended
            first = anchor
            while not anchor and self._repeated(start):
                pass
            if len(self._code) > MOST_STEPS:
                raise self._bad("the expression is too large")

    def _atom(self, first: bool) -> None:
        if self._takes("("):
            self._depth += 1
            if self._depth > MOST_DEPTH:
                raise self._bad("too many groups in each other")
            self._alternatives()
            if not self._takes(")"):
                raise self._bad("`(` without `)`")
            self._depth -= 1
            return
        char = self._text[self._at]
        self._at += 1
        if char == "[":
            self._code.append(self._set())
        elif char == ".":
            self._code.append(ANY)
        elif char == "^" and (self._extended or first):
            self._code.append(LINE_START)
        elif char == "$" and (self._extended or self._at == len(self._text) or self._is("|") or self._is(")")):
            self._code.append(LINE_END)
        elif char == "\\":
            self._code.append(self._escape())
        else:
            self._code.append(self._literal(char))

    def _literal(self, char: str) -> int:
        return ord(folded(char) if self._fold else char) << VALUE | CHAR

    def _escape(self) -> int:
        if self._at == len(self._text):
            raise self._bad("a backslash at the end")
        char = self._text[self._at]
        if char in "123456789":
            raise self._bad("back references are not available")
        if not self._extended and char == "{":
            raise self._bad("nothing to repeat")
        self._at += 1
        if char in "wWsS":
            found = Set(char in "WS", self._fold)
            found.add_class("alnum" if char in "wW" else "space")
            if char in "wW":
                found.add_range("_", "_")
            return self._kept(found)
        if char in "bB":
            return (0 if char == "b" else 1) << VALUE | EDGE
        if char in "<>":
            return WORD_START if char == "<" else WORD_END
        if char.isalnum():
            self._at -= 1
            raise self._bad(f"`\\{char}` means nothing" + (", `[0-9]` is a digit" if char == "d" else ""))
        return self._literal(char)

    def _repeated(self, start: int) -> bool:
        """An operator that repeats what begins at `start` of the program."""
        least, most = 0, -1
        if self._takes("+"):
            least = 1
        elif self._takes("?"):
            most = 1
        elif self._is("{"):
            bounds = self._bounds()
            if bounds is None:
                return False
            least, most = bounds
        elif not self._takes("*"):
            return False
        body = self._code[start:]
        size = len(body)
        if (size + 2) * max(least, most, 1) > MOST_STEPS:
            raise self._bad("the expression is too large")
        code = body * least
        if most < 0:
            code += [size + 2 << VALUE | SPLIT] + body + [-size - 1 << VALUE | JUMP]
        else:
            code += ([size + 1 << VALUE | SPLIT] + body) * (most - least)
        self._code[start:] = code
        return True

    def _bounds(self) -> tuple[int, int] | None:
        """`{2}`, `{2,}`, `{,5}`, `{2,5}`; None: a brace that begins no such thing, which stands for itself."""
        start = self._at
        self._takes("{")
        least = self._number()
        most = least
        if self._text[self._at:self._at + 1] == ",":
            self._at += 1
            most = self._number()
            least = max(least, 0)
        if not self._takes("}") or least < 0:
            if not self._extended:
                raise self._bad("`\\{` wants `\\{2\\}`, `\\{2,\\}` or `\\{2,5\\}`")
            self._at = start
            return None
        if 0 <= most < least:
            raise self._bad("the second number is the smaller one")
        return least, most

    def _number(self) -> int:
        """Digits; -1 where there are none."""
        start = self._at
        while "0" <= self._text[self._at:self._at + 1] <= "9":
            self._at += 1
        if self._at - start > 4:
            raise self._bad("the expression is too large")
        return int(self._text[start:self._at]) if self._at > start else -1

    def _kept(self, found: Set) -> int:
        """The step that takes one of a set."""
        self.sets.append(found)
        return len(self.sets) - 1 << VALUE | SET

    def _set(self) -> int:
        """What is between brackets; `]` is one of the characters where it comes first."""
        negated = self._text[self._at:self._at + 1] == "^"
        self._at += 1 if negated else 0
        found = Set(negated, self._fold)
        first = True
        while first or self._text[self._at:self._at + 1] != "]":
            first = False
            if self._text[self._at:self._at + 2] == "[:":
                found.add_class(self._class())
                continue
            low = self._member()
            high = low
            if self._text[self._at:self._at + 1] == "-" and self._text[self._at + 1:self._at + 2] not in ("]", ""):
                self._at += 1
                high = self._member()
            if high < low:
                raise self._bad(f"the range `{low}-{high}` is the wrong way round")
            found.add_range(low, high)
        self._at += 1
        return self._kept(found)

    def _member(self) -> str:
        char = self._text[self._at:self._at + 1]
        if char == "":
            raise self._bad("`[` without `]`")
        if char == "[" and self._text[self._at + 1:self._at + 2] in ("=", "."):
            raise self._bad("only classes such as `[:alpha:]` are known between brackets")
        self._at += 1
        return char

    def _class(self) -> str:
        end = self._text.find(":]", self._at + 2)
        name = self._text[self._at + 2:end] if end >= 0 else ""
        if name not in CLASSES.split():
            raise self._bad(f"a class is one of {CLASSES}")
        self._at = end + 2
        return name

