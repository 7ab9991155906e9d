"""The terminals of the grammar and their numbers.

A token is a tuple `(kind, text, line, col, end_line, end_col)`: lines from 1, columns from 0 in code points.  `text` is
the spelling (a name is NFKC-normalised, as CPython does); NEWLINE, INDENT, DEDENT and END have an empty one and lie at
the end of the last token that has text, so that a block's span ends with its last statement.
"""

from __future__ import annotations

Token = tuple[int, str, int, int, int, int]

# Names in grammar.lark of the terminals that have no one spelling.
CLASSES = ("END", "ERROR", "NAME", "NUMBER", "STRING", "NEWLINE", "INDENT", "DEDENT", "OP", "AUGMENTED",
           "MATCH", "CASE", "TYPE")
KEYWORDS = ("False None True as assert async await break class continue def del elif else except finally for from "
            "global if import in lambda nonlocal not pass raise return try while with yield").split()
PUNCTUATION = "( ) [ ] { } , : ; . ... = -> := + - * / ** @ | ~".split()

# Spellings that the grammar sees as one class.
OPERATORS = "// % << >> & ^ < > == != <= >= and or is".split()
AUGMENTED_OPERATORS = "+= -= *= /= //= %= @= &= |= ^= >>= <<= **=".split()

NAMES = (*CLASSES, *KEYWORDS, *PUNCTUATION)
KIND = {name: number for number, name in enumerate(NAMES)}
END, ERROR, NAME, NUMBER, STRING, NEWLINE, INDENT, DEDENT, OP, AUGMENTED, MATCH, CASE, TYPE = range(len(CLASSES))

# The kind of each spelling: words (keywords), and marks.
WORD_KIND = {**{word: KIND[word] for word in KEYWORDS}, "and": OP, "or": OP, "is": OP}
MARK_KIND = {**{mark: KIND[mark] for mark in PUNCTUATION}, **{op: OP for op in OPERATORS},
             **{op: AUGMENTED for op in AUGMENTED_OPERATORS}}

HARD_KEYWORDS = frozenset(WORD_KIND)
