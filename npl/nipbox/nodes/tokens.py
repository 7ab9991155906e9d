"""The tokens of expressions, and their errors, which show the place.

    size > 1.5KiB and name ~ "*.txt"        NAME size  SIGN >  NUMBER 1536  NAME and  NAME name  SIGN ~  TEXT *.txt  END
"""

from enum import IntEnum
from typing import Final

from npl.nipbox.nodes.values import UNITS, Scalar

SIGNS: Final = ("==", "!=", "<=", ">=", "<", ">", "~", "+", "-", "*", "/", "%", "(", ")", ",", "=")
ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", '"': '"', "'": "'"}
MOST_DIGITS: Final = 18


class ExpressionError(ValueError):
    """What is wrong with an expression, and where: `text[at:end]`."""

    def __init__(self, message: str, text: str, at: int, end: int) -> None:
        super().__init__(message)
        self.message = message
        self.text = text
        self.at = at
        self.end = end

    def shown(self) -> str:
        """The message, the expression, and a caret under the place."""
        line = "".join([char if char.isprintable() else " " for char in self.text])
        return f"{self.message}\n  {line}\n  {' ' * self.at}{'^' * max(1, self.end - self.at)}"


class Kind(IntEnum):
    """What a token is."""

    END = 0
    NAME = 1
    NUMBER = 2
    TEXT = 3
    SIGN = 4
    FIELD = 5                           # @name, @0, @"any name"


class Token:
    """One token: what it is, its words, its value where it is a literal, and where it stands."""

    def __init__(self, kind: Kind, words: str, value: Scalar, at: int, end: int) -> None:
        self.kind = kind
        self.words = words
        self.value = value
        self.at = at
        self.end = end


def tokens(text: str) -> list[Token]:
    """The tokens of an expression, END behind them. ExpressionError where there is something else."""
    out: list[Token] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        token = _token(text, at)
        out.append(token)
        at = token.end
    out.append(Token(Kind.END, "", None, len(text), len(text)))
    return out


def _token(text: str, at: int) -> Token:
    char = text[at]
    if char == '"' or char == "'":
        return _quoted(text, at)
    if _is_digit(char):
        return _number(text, at)
    if _begins_name(char):
        end = _name_end(text, at)
        return Token(Kind.NAME, text[at:end], None, at, end)
    if char == "@":
        return _field(text, at)
    for sign in SIGNS:
        if text.startswith(sign, at):
            return Token(Kind.SIGN, sign, None, at, at + len(sign))
    raise ExpressionError(f"`{char}` has no meaning here", text, at, at + 1)


def _is_digit(char: str) -> bool:
    return "0" <= char <= "9"


def _begins_name(char: str) -> bool:
    return char.isalpha() or char == "_"


def _name_end(text: str, at: int) -> int:
    """Letters, digits, `_`, and between them `-` and `.`: `a-b` is a name, `a - b` a difference."""
    end = at
    while end < len(text):
        char = text[end]
        if char == "-" or char == ".":
            if end + 1 == len(text) or not (text[end + 1].isalnum() or text[end + 1] == "_"):
                break
        elif not (char.isalnum() or char == "_"):
            break
        end += 1
    return end


def _field(text: str, at: int) -> Token:
    """`@name`, `@0`, `@"name"`."""
    if text[at + 1 : at + 2] == '"' or text[at + 1 : at + 2] == "'":
        name = _quoted(text, at + 1)
        return Token(Kind.FIELD, name.words, None, at, name.end)
    end = _name_end(text, at + 1)
    if end == at + 1:
        raise ExpressionError("`@` is followed by a field's name, in quotes or not, or its number", text, at, at + 1)
    words = text[at + 1 : end]
    if _is_digit(words[0]):
        if not words.isascii() or not words.isdigit() or len(words) > 4:
            raise ExpressionError("the number of an argument is a whole number, counted from 0", text, at, end)
        return Token(Kind.FIELD, words, int(words), at, end)
    return Token(Kind.FIELD, words, None, at, end)


def _quoted(text: str, at: int) -> Token:
    quote, parts, here = text[at], [""], at + 1
    while here < len(text):
        char = text[here]
        if char == quote:
            words = "".join(parts)
            return Token(Kind.TEXT, words, words, at, here + 1)
        if char == "\\":
            letter = text[here + 1 : here + 2]
            if letter not in ESCAPES:
                raise ExpressionError(f"there is no escape `\\{letter}`", text, here, min(here + 2, len(text)))
            char = ESCAPES[letter]
            here += 1
        parts.append(char)
        here += 1
    raise ExpressionError(f"the {quote} is not closed", text, at, len(text))


def _number(text: str, at: int) -> Token:
    """`12`, `1_000`, `0xff`, `1.5`, `2e3`, each with a unit behind it: `4KiB`, `1.5h`."""
    if text[at : at + 2].lower() == "0x":
        return _hexadecimal(text, at)
    end = _digits_end(text, at)
    whole = True
    if text[end : end + 1] == "." and _is_digit(text[end + 1 : end + 2]):
        end, whole = _digits_end(text, end + 1), False
    if text[end : end + 1] in ("e", "E"):
        power = end + 2 if text[end + 1 : end + 2] in ("+", "-") else end + 1
        if _is_digit(text[power : power + 1]):
            end, whole = _digits_end(text, power), False
    digits = text[at:end].replace("_", "")
    stop = end
    while stop < len(text) and (text[stop].isalnum() or text[stop] == "_"):
        stop += 1
    unit = text[end:stop]
    if unit != "" and unit not in UNITS:
        raise ExpressionError(f"there is no unit `{unit}`: they are {' '.join(list(UNITS))}", text, end, stop)
    factor = UNITS[unit] if unit != "" else 1
    if whole:
        number = _fitting(digits, text, at, stop)
        if number > 9223372036854775807 // factor:
            raise ExpressionError("this number has more than 64 bits", text, at, stop)
        return Token(Kind.NUMBER, text[at:stop], number * factor, at, stop)
    real = float(digits) * factor
    if unit != "" and real == float(int(min(real, 1e15))):
        return Token(Kind.NUMBER, text[at:stop], int(real), at, stop)
    return Token(Kind.NUMBER, text[at:stop], real, at, stop)


def _fitting(digits: str, text: str, at: int, end: int) -> int:
    """Digits as an int of 64 bits."""
    short = digits.lstrip("0")
    if len(short) > 19 or len(short) == 19 and short > "9223372036854775807":
        raise ExpressionError("this number has more than 64 bits", text, at, end)
    return int(short) if short != "" else 0


def _hexadecimal(text: str, at: int) -> Token:
    end = at + 2
    while end < len(text) and (text[end].isalnum() or text[end] == "_"):
        end += 1
    digits, number = text[at + 2 : end].replace("_", "").lower(), 0
    for digit in digits:
        place = "0123456789abcdef".find(digit)
        if place < 0:
            raise ExpressionError("a hexadecimal number has the digits 0 to 9 and a to f", text, at, end)
        if number >> 59 != 0:
            raise ExpressionError("this number has more than 64 bits", text, at, end)
        number = number * 16 + place
    if digits == "":
        raise ExpressionError("a hexadecimal number has the digits 0 to 9 and a to f", text, at, end)
    return Token(Kind.NUMBER, text[at:end], number, at, end)


def _digits_end(text: str, at: int) -> int:
    while at < len(text) and (_is_digit(text[at]) or text[at] == "_"):
        at += 1
    return at
