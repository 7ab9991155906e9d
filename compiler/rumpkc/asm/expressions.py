"""Expressions of the assembler: numbers, symbols, `+ - * / % << >> & | ^ ~`, parentheses, `.` for "here".

    expression = or;  or = xor {"|" xor};  xor = and {"^" and};  and = shift {"&" shift}
    shift = sum {("<<" | ">>") sum};  sum = product {("+" | "-") product}
    product = unary {("*" | "/" | "%") unary};  unary = ("-" | "~" | "+") unary | number | symbol | "(" expression ")"
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

TOKEN = re.compile(r"""\s*(?:
    (?P<number>0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7]+|\d[\d_]*(?![\w$.]))
  | (?P<char>'(?:\\.|[^\\'])'?)
  | (?P<name>\d+[bf]\b|[A-Za-z_.$][\w.$]*)
  | (?P<op><<|>>|[-+*/%&|^~()])
)""", re.VERBOSE)

ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "b": "\b", "f": "\f", "\\": "\\", "'": "'", '"': '"'}


class ExpressionError(Exception):
    """The text is not an expression; the message says why."""


@dataclass(frozen=True, slots=True)
class Value:
    """`constant + add - subtract`, where the symbols (by name) are unknown until the end, or absent."""

    constant: int
    add: str = ""
    subtract: str = ""

    @property
    def is_constant(self) -> bool:
        """True when no symbol is left."""
        return not self.add and not self.subtract


Lookup = Callable[[str], Value]
LEVELS = (("|",), ("^",), ("&",), ("<<", ">>"), ("+", "-"), ("*", "/", "%"))
OPERATIONS: dict[str, Callable[[int, int], int]] = {
    "|": lambda a, b: a | b, "^": lambda a, b: a ^ b, "&": lambda a, b: a & b, "<<": lambda a, b: a << b,
    ">>": lambda a, b: a >> b, "*": lambda a, b: a * b, "/": lambda a, b: int(a / b) if abs(a) < 1 << 52 else a // b,
    "%": lambda a, b: a - b * int(a / b) if abs(a) < 1 << 52 else a % b,
}


def evaluate(text: str, lookup: Lookup) -> Value:
    """The value of `text`; `lookup` gives the value of each symbol. ExpressionError where malformed."""
    tokens = _tokenize(text)
    value, at = _binary(tokens, 0, 0, lookup)
    if at != len(tokens):
        raise ExpressionError(f"`{tokens[at][1]}` is not expected here")
    return value


def _tokenize(text: str) -> list[tuple[str, str]]:
    found, at = [], 0
    text = text.strip()
    while at < len(text):
        match = TOKEN.match(text, at)
        if match is None:
            raise ExpressionError(f"`{text[at:].strip()}` is not an expression")
        found.append((str(match.lastgroup), match[0].strip()))
        at = match.end()
    if not found:
        raise ExpressionError("a number or symbol is missing")
    return found


Tokens = list[tuple[str, str]]


def _binary(tokens: Tokens, at: int, level: int, lookup: Lookup) -> tuple[Value, int]:
    if level == len(LEVELS):
        return _unary(tokens, at, lookup)
    left, at = _binary(tokens, at, level + 1, lookup)
    while at < len(tokens) and tokens[at][1] in LEVELS[level] and tokens[at][0] == "op":
        operator = tokens[at][1]
        right, at = _binary(tokens, at + 1, level + 1, lookup)
        left = _combine(operator, left, right)
    return left, at


def _combine(operator: str, left: Value, right: Value) -> Value:
    """Sums may have symbols; everything else needs numbers."""
    if operator == "+" and not (left.add and right.add or left.subtract and right.subtract):
        return _cancel(Value(left.constant + right.constant, left.add or right.add, left.subtract or right.subtract))
    if operator == "-" and not (left.add and right.subtract or left.subtract and right.add):
        return _cancel(Value(left.constant - right.constant, left.add or right.subtract, left.subtract or right.add))
    if not (left.is_constant and right.is_constant):
        raise ExpressionError(f"`{operator}` needs numbers that are known here, not addresses")
    if operator in "/%" and right.constant == 0:
        raise ExpressionError("division by zero")
    if operator in ("<<", ">>") and not 0 <= right.constant < 64:
        raise ExpressionError(f"a shift by {right.constant} is out of range")
    return Value(OPERATIONS[operator](left.constant, right.constant))


def _cancel(value: Value) -> Value:
    return Value(value.constant) if value.add and value.add == value.subtract else value


def _unary(tokens: Tokens, at: int, lookup: Lookup) -> tuple[Value, int]:
    if at >= len(tokens):
        raise ExpressionError("the expression ends too early")
    kind, text = tokens[at]
    if kind == "number":
        plain = text.replace("_", "")
        octal = len(plain) > 1 and plain[0] == "0" and plain.isdigit()
        return Value(int(plain, 8 if octal else 0)), at + 1
    if kind == "char":
        return Value(ord(ESCAPES.get(text[2], text[2]) if text[1] == "\\" else text[1])), at + 1
    if kind == "name":
        return lookup(text), at + 1
    if text == "(":
        value, at = _binary(tokens, at + 1, 0, lookup)
        if at >= len(tokens) or tokens[at][1] != ")":
            raise ExpressionError("a `)` is missing")
        return value, at + 1
    if text in "-+~":
        value, at = _unary(tokens, at + 1, lookup)
        if text == "+":
            return value, at
        if text == "-":
            return Value(-value.constant, value.subtract, value.add), at
        if value.is_constant:
            return Value(~value.constant), at
        raise ExpressionError("`~` needs a number that is known here")
    raise ExpressionError(f"`{text}` is not expected here")
