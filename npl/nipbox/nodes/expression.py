"""Expressions of `where`, `each`, `group`, `sort`: text becomes a tree (tree.py), once.

    or        and ("or" and)*                                   compare   sum [sign sum]    == != < <= > >= ~ contains
    and       not ("and" not)*                                                              starts-with ends-with
    not       "not" not, or compare                                       sum ["not"] "in" "(" sum, … ")"
    sum       product (("+" | "-") product)*                    unary     "-" unary, or an atom
    product   unary (("*" | "/" | "%") unary)*                  atom      number, text, true, false, null, field, ( or )

A field is a bare name or `@name`, `@0`, `@"any name"`. To the right of a comparison a bare name alone is the field
where a node has it and otherwise the text itself, so that `type == dir` needs no quotes; `@dir` is always the field.
"""

from typing import Final

from npl.nipbox.nodes.tokens import ExpressionError, Kind, Token, tokens
from npl.nipbox.nodes.tree import (
    WANTED, Among, Argument, Both, Calculation, Compare, Either, Expression, Field, IsNull, Literal, Minus, Not, Search,
    Word,
)

MOST_LEVELS: Final = 64                 # of brackets, `not` and `-`
SEARCHES: Final = ("~", "contains", "starts-with", "ends-with")
KEYWORDS: Final = ("and", "or", "not", "in", "contains", "starts-with", "ends-with", "true", "false", "null")


def expression(text: str) -> Expression:
    """The tree of an expression; ExpressionError where it is none."""
    parser = Parser(text)
    tree = parser.either(0)
    parser.must_end()
    return parser.placed(tree, 0)


def field(text: str) -> Field:
    """A field by its name alone, as in `sort size`: `size`, `@0`, `@"a name"`."""
    found = tokens(text)
    if len(found) == 2 and (found[0].kind == Kind.NAME or found[0].kind == Kind.FIELD):
        return _field(found[0])
    raise ExpressionError("the name of a field is expected here", text, 0, len(text))


def of_words(words: list[str]) -> str:
    """Words of a command line as one expression: what the shell's quotes held together is a text."""
    if len(words) == 1:
        return words[0]
    return " ".join([word if word != "" and not _is_text(word) else f'"{_escaped(word)}"' for word in words])


def _is_text(word: str) -> bool:
    """Whether a word of several had quotes: it has white space, and no quotes or brackets of its own."""
    for char in word:
        if char.isspace():
            return '"' not in word and "'" not in word and "(" not in word
    return False


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def _field(token: Token) -> Field:
    if isinstance(token.value, int):
        return Argument(int(token.value))
    return Field(token.words)


class Parser:
    """The tokens of a text, and the next one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = tokens(text)
        self.at: int = 0

    def token(self) -> Token:
        return self.tokens[self.at]

    def error(self, message: str) -> ExpressionError:
        token = self.token()
        return ExpressionError(message, self.text, token.at, token.end)

    def takes(self, words: str) -> bool:
        """Passes a keyword or sign, where it stands here."""
        token = self.token()
        if token.words != words or token.kind != Kind.NAME and token.kind != Kind.SIGN:
            return False
        self.at += 1
        return True

    def must_end(self) -> None:
        token = self.token()
        if token.kind == Kind.END:
            return
        if token.words == "=":
            raise self.error("write `==` to compare")
        if token.words in WANTED or token.words in SEARCHES:
            raise self.error("comparisons do not chain: write `a < b and b < c`")
        raise self.error("an operator is missing before this" if token.words != ")" else "there is no `(` for this `)`")

    def placed(self, tree: Expression, start: int) -> Expression:
        """`tree`, which reaches from the token `start` to the last one that was passed."""
        tree.text, tree.at, tree.end = self.text, self.tokens[start].at, self.tokens[self.at - 1].end
        return tree

    def either(self, level: int) -> Expression:
        if level > MOST_LEVELS:
            raise self.error(f"expressions are nested in {MOST_LEVELS} levels at most")
        tree = self.both(level)
        while self.takes("or"):
            tree = Either(tree, self.both(level))
        return tree

    def both(self, level: int) -> Expression:
        tree = self.inverse(level)
        while self.takes("and"):
            tree = Both(tree, self.inverse(level))
        return tree

    def inverse(self, level: int) -> Expression:
        if level > MOST_LEVELS:
            raise self.error(f"expressions are nested in {MOST_LEVELS} levels at most")
        if self.takes("not"):
            return Not(self.inverse(level + 1))
        return self.comparison(level)

    def comparison(self, level: int) -> Expression:
        left = self.sum(level)
        token = self.token()
        if token.kind != Kind.NAME and token.kind != Kind.SIGN:
            return left
        sign = token.words
        if sign in WANTED:
            self.at += 1
            if sign == "==" or sign == "!=":
                if self.takes("null"):
                    return IsNull(left, sign == "==")
                if isinstance(left, Literal) and left.constant is None:
                    return IsNull(self.operand(level), sign == "==")
            return Compare(left, self.operand(level), WANTED[sign])
        if sign in SEARCHES:
            self.at += 1
            return Search(left, self.operand(level), sign)
        if self.takes("in"):
            return Among(left, self.items(level))
        if sign == "not" and self.tokens[self.at + 1].words == "in":
            self.at += 2
            return Not(Among(left, self.items(level)))
        return left

    def operand(self, level: int) -> Expression:
        """What stands to the right of a comparison."""
        start = self.at
        tree = self.sum(level)
        is_word = self.at == start + 1 and self.tokens[start].kind == Kind.NAME
        return Word(tree) if is_word and isinstance(tree, Field) else tree

    def items(self, level: int) -> list[Expression]:
        if not self.takes("("):
            raise self.error("`in` is followed by values in brackets: `in (1, 2, 3)`")
        out: list[Expression] = [self.operand(level + 1)]
        while self.takes(","):
            out.append(self.operand(level + 1))
        if not self.takes(")"):
            raise self.error("`)` or `,` is expected here")
        return out

    def sum(self, level: int) -> Expression:
        start = self.at
        tree = self.product(level)
        while True:
            sign = self.token().words
            if sign == "" or sign not in "+-" or not self.takes(sign):
                return tree
            tree = self.placed(Calculation(tree, self.product(level), sign), start)

    def product(self, level: int) -> Expression:
        start = self.at
        tree = self.unary(level)
        while True:
            sign = self.token().words
            if sign == "" or sign not in "*/%" or not self.takes(sign):
                return tree
            tree = self.placed(Calculation(tree, self.unary(level), sign), start)

    def unary(self, level: int) -> Expression:
        if level > MOST_LEVELS:
            raise self.error(f"expressions are nested in {MOST_LEVELS} levels at most")
        start = self.at
        if self.takes("-"):
            return self.placed(Minus(self.unary(level + 1)), start)
        return self.atom(level)

    def atom(self, level: int) -> Expression:
        token = self.token()
        if self.takes("("):
            tree = self.either(level + 1)
            if not self.takes(")"):
                raise self.error("`)` is missing")
            return tree
        if token.kind == Kind.NUMBER or token.kind == Kind.TEXT:
            self.at += 1
            return Literal(token.value)
        if token.kind == Kind.FIELD:
            self.at += 1
            return _field(token)
        if token.kind != Kind.NAME:
            raise self.error("a value or a field is expected here")
        if token.words in KEYWORDS:
            return self.constant(token)
        self.at += 1
        return Field(token.words)

    def constant(self, token: Token) -> Expression:
        """`true`, `false`, `null`."""
        if token.words not in ("true", "false", "null"):
            raise self.error(f"a value or a field is expected here: write @{token.words} for a field of that name")
        self.at += 1
        return Literal(None) if token.words == "null" else Literal(token.words == "true")
