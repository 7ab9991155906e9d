"""Explanations of common mistakes, each a function from the place of the error to a diagnostic or None."""

from __future__ import annotations

import difflib

from rumpkc.diagnostics import CompileError, Label, fail
from rumpkc.syntax.error_context import Context
from rumpkc.syntax.tokens import END, ERROR, HARD_KEYWORDS, KEYWORDS, KIND, NAME, NAMES, NEWLINE, NUMBER, OP, STRING

# What people write who come from elsewhere: the word at the beginning of a statement, and what it is called here.
FOREIGN = {
    "function": "def", "func": "def", "fn": "def", "fun": "def", "sub": "def", "elseif": "elif", "elsif": "elif",
    "switch": "match", "catch": "except", "throw": "raise", "foreach": "for", "until": "while not", "unless": "if not",
    "struct": "class", "interface": "class", "include": "import", "using": "import", "require": "import",
    "delete": "del",
}
DECLARING = ("var", "let", "const", "val", "int", "auto", "float", "double", "char", "bool", "string", "void", "my")
STATEMENT_WORDS = ("if", "elif", "else", "while", "for", "def", "class", "return", "import", "from", "try", "except",
                   "finally", "with", "raise", "pass", "break", "continue", "del", "global", "nonlocal", "assert",
                   "async", "match", "case", "yield", "lambda", "print")


# Statements

def _print(c: Context) -> CompileError | None:
    """`print x`, `exec x`."""
    if c.index == c.first + 1 and c.tokens[c.first][1] in ("print", "exec") and c.begins_expression():
        word = c.tokens[c.first][1]
        return fail("E0101", f"`{word}` is a function: its arguments stand in brackets", c.span(c.first, c.index),
                    help=f"write `{word}(...)`")
    return None


def _keyword_as_name(c: Context) -> CompileError | None:
    """`class = 1`, `x.import`, `def in():`, `from = 2`."""
    if c.text == "=" and c.index > c.first and c.tokens[c.index - 1][1] in KEYWORDS and KIND["="] not in c.expected:
        word = c.tokens[c.index - 1][1]
        return fail("E0115", f"`{word}` is a keyword and cannot be a name", c.span(c.index - 1),
                    help=f"write `{word}_`")
    if c.text in HARD_KEYWORDS and NAME in c.expected and NUMBER not in c.expected and c.expected <= _NAME_PLACES:
        return c.fail(f"`{c.text}` is a keyword and cannot be a name", code="E0115", hint=f"write `{c.text}_`")
    following = c.tokens[c.index + 1] if c.index + 1 < len(c.tokens) else c.token
    if c.index == c.first and c.text in HARD_KEYWORDS and following[1] in ("=", "."):
        return c.fail(f"`{c.text}` is a keyword and cannot be a name", code="E0115", hint=f"write `{c.text}_`")
    return None


_NAME_PLACES = {NAME, *(KIND[mark] for mark in ("(", ")", "*", "**", "/", ",", ".", "...", ":", "]"))}


def _foreign_word(c: Context) -> CompileError | None:
    """The statement begins with a word that another language has, or with a misspelled keyword."""
    if c.index == c.first or c.tokens[c.first][0] != NAME:
        return None
    word = c.tokens[c.first][1]
    following = c.first + 1
    is_call = c.tokens[following][1] in ("(", "[", ".", "=", ",")
    if word in ("match", "case") and c.index == following and not is_call:
        return _soft_keyword(c, word)
    if word == "do" and c.tokens[following][1] == ":":
        return fail("E0101", "there is no `do`", c.span(c.first), help="write `while True:` and `break`")
    if word in FOREIGN and (c.index == following or c.tokens[c.index - 1][1] == ":"):
        return fail("E0101", f"`{word}` is not a keyword", c.span(c.first), help=f"write `{FOREIGN[word]}`")
    if word in DECLARING and c.index == following and c.token[0] == NAME:
        return fail("E0101", "a variable needs no declaring word", c.span(c.first),
                    help=f"write `{c.text} = ...` or `{c.text}: int = ...`")
    if c.index == following or c.token[0] == NEWLINE and c.tokens[c.index - 1][1] == ":" or not is_call:
        return _misspelled(c, c.first, STATEMENT_WORDS)
    return None


def _soft_keyword(c: Context, word: str) -> CompileError:
    """`match x` without its colon, `case` where no `match` is."""
    last = c.index
    while c.tokens[last + 1][0] not in (NEWLINE, END, ERROR):
        last += 1
    if word == "match" and c.tokens[last][1] != ":":
        return fail("E0114", "expected `:`", c.span_behind(last), "at the end of the `match` line",
                    help="a `:` opens the block")
    return fail("E0101", f"`{word}` cannot stand here", c.span(c.first),
                help="`case` belongs into the block of a `match`" if word == "case" else "")


def _misspelled(c: Context, index: int, words: tuple[str, ...] | list[str]) -> CompileError | None:
    word = c.tokens[index][1]
    if len(word) < 2 or word in HARD_KEYWORDS:
        return None
    near = difflib.get_close_matches(word, words, n=1, cutoff=0.6 if len(word) < 5 else 0.7)
    if not near and len(word) == 2:
        near = [known for known in words if known == word[::-1]]
    if not near or near[0] == word:
        return None
    return fail("E0101", f"`{word}` is not a keyword", c.span(index), f"did you mean `{near[0]}`?")


def _misspelled_inside(c: Context) -> CompileError | None:
    """`from x imprt y`, `for x ni y`, `a adn b`: a name where a keyword could stand, or just before."""
    if c.token[0] == NAME and c.follows_expression():
        words = [NAMES[kind] for kind in c.expected if NAMES[kind] in HARD_KEYWORDS]
        if OP in c.expected:
            words += ["and", "or", "is", "in"]
        return _misspelled(c, c.index, sorted(set(words)))
    return None


def _import(c: Context) -> CompileError | None:
    """Import statements: `import a from b`, a missing list, brackets where none can be."""
    word = c.tokens[c.first][1]
    if word == "import" and c.text == "from" and c.index > c.first:
        return c.fail("`import ... from` is the wrong way round", hint="write `from module import name`")
    if word == "import" and c.text in ("(", "*"):
        return c.fail("`import` takes module names", hint="write `from module import ...`")
    if word == "from" and c.tokens[c.index - 1][1] in ("import", ",") and c.token[0] == NEWLINE:
        return c.fail_behind("expected the names to import")
    return None


def _except(c: Context) -> CompileError | None:
    """`except A, B:` and `except* :`."""
    if c.tokens[c.first][1] != "except" or c.bracket is not None:
        return None
    if c.text == ",":
        return c.fail("several exception types need brackets", hint="write `except (A, B):`")
    if c.text == ":" and c.tokens[c.index - 1][1] == "*":
        return c.fail("`except*` needs an exception type")
    return None


def _assignment(c: Context) -> CompileError | None:
    """`=` or `:=` where none can be."""
    if c.text == ":=":
        if c.bracket is None and c.head_word() is None:
            return c.fail("`:=` cannot be a statement of its own", hint="write `=`")
        return c.fail("`:=` needs brackets around it here", hint="write `(name := value)`")
    if c.text != "=" or c.index == c.first:
        return None
    if c.tokens[c.index - 1][1] == "=" and c.touches(c.index - 1):
        return None
    word = c.head_word()
    if word in ("def",) and c.bracket is not None:
        previous = c.tokens[c.index - 1][1]
        star = c.index >= 2 and c.tokens[c.index - 2][1] in ("*", "**")
        if star:
            return c.fail(f"`{c.tokens[c.index - 2][1]}{previous}` cannot have a default", code="E0107")
        return None
    if c.bracket is not None or word is not None or c.tokens[c.first][1] in ("assert", "return", "raise"):
        return c.fail("`=` assigns, and cannot stand in an expression", code="E0116",
                      hint="to compare, write `==`; to assign within an expression, `:=`")
    return None


def _async(c: Context) -> CompileError | None:
    if c.index and c.tokens[c.index - 1][1] == "async":
        return c.fail("`async` must be followed by `def`, `for` or `with`")
    return None


# Expressions

def _pairs_of_marks(c: Context) -> CompileError | None:
    """`&&`, `||`, `++`, `<>`, `=>`, `===`."""
    if c.index == 0:
        return None
    before = c.tokens[c.index - 1][1]
    pair = before + c.text
    hints = {"&&": "write `and`", "||": "write `or`", "<>": "write `!=`",
             "=>": "write `>=`, or `lambda x: ...` for a function",
             "=<": "write `<=`", "==": "write `==` without a space", "===": "write `==`, or `is` for identity",
             "!==": "write `!=`, or `is not` for identity", "**=": "", "::": "a slice needs `[` before it"}
    if c.touches(c.index - 1) and hints.get(pair):
        return fail("E0101", f"`{pair}` is not an operator", c.span(c.index - 1, c.index), help=hints[pair])
    if before in ("+", "-") and c.index >= 2 and c.tokens[c.index - 2][1] == before and c.touches(c.index - 2) and (
            c.token[0] == NEWLINE or c.text in (")", ";")):
        return fail("E0101", f"`{before * 2}` is not an operator", c.span(c.index - 2, c.index - 1),
                    help=f"write `{before}= 1`")
    return None


def _dict(c: Context) -> CompileError | None:
    """Pairs in a dict, values without keys, unpacking in a comprehension."""
    if c.bracket is None or c.tokens[c.bracket][1] != "{":
        return None
    before = c.tokens[c.index - 1][1]
    if before == ":" and c.text in (",", "}"):
        return c.fail_behind("expected a value behind the key's `:`")
    if c.text in (",", "}") and KIND[":"] in c.expected:
        return c.fail_behind("expected `:` and a value behind the dict's key",
                             "the other items are pairs; a set has values only")
    if c.text == ":" and KIND["}"] in c.expected:
        return c.fail("`:` in a set", hint="the items before have no `:`; a dict needs one in each item")
    if c.text in ("for", "async") and any(c.tokens[i][1] == "**" for i in range(c.bracket, c.index)):
        return c.fail("a dict comprehension cannot unpack `**`", hint="write a loop with `update`")
    return None


def _comprehension_target(c: Context) -> CompileError | None:
    if c.text in ("for", "async") and c.bracket is not None and c.tokens[c.index - 1][1] != ",":
        return fail("E0101", "a comprehension has one element", c.span(c.bracket + 1, c.index - 1),
                    help="write brackets around it: `[(a, b) for ...]`")
    return None


def _head(c: Context) -> CompileError | None:
    """`for i range(3):`, `def f:`, `del a + b`, a lambda in an f-string."""
    word = c.head_word()
    if KIND["in"] in c.expected and (word == "for" or c.bracket is not None) and c.word_since("for", "in"):
        if c.token[0] == OP or c.text in ("+", "-", "*", "/"):
            return c.fail("a loop cannot assign to an expression", code="E0108")
        return c.fail(f"expected `in`, found {c.shown()}", hint="a loop is `for item in items`")
    if word == "def" and c.expected == {KIND["("], KIND["["]} and c.text in (":", "->"):
        return c.fail_behind("expected `(`", "a function's parameters stand in brackets: `def name():`")
    is_operator = c.token[0] == OP or c.text in ("+", "-", "*", "/", "|", "@", "**", "if")
    binds = c.tokens[c.first][1] == "del" or word == "with" and c.word_since("as", ",")
    if is_operator and c.bracket is None and binds:
        verb = "delete" if word is None else "assign to"
        return c.fail(f"cannot {verb} an expression", code="E0108")
    if word == "case" and (is_operator or c.text == "."):
        return c.fail("a pattern cannot contain an expression", code="E0110",
                      hint="compare in a guard: `case x if x == ...`")
    if c.build.lexer is None and KIND[":"] in c.expected and any(token[1] == "lambda" for token in c.tokens):
        return fail("E0112", "a lambda in an f-string needs brackets", c.span(1, c.index - 1),
                    help="its `:` would begin a format: write `{(lambda x: ...)}`")
    return None


def _parameters(c: Context) -> CompileError | None:
    """Patterns, literals and defaults in a parameter list."""
    if c.text == "(" and c.word_since("lambda", ":") and KIND[":"] in c.expected | {c.token[0]} and NAME in c.expected:
        return c.fail("a parameter cannot stand in brackets", code="E0107", hint="write `lambda a, b: ...`")
    if c.head_word() != "def" or c.bracket is None or c.tokens[c.bracket][1] != "(" or \
            c.tokens[c.bracket - 1][0] != NAME and c.tokens[c.bracket - 1][1] != "]":
        return None
    if NAME not in c.expected or NUMBER in c.expected:
        return None
    if c.text == "(":
        return c.fail("a parameter cannot stand in brackets", code="E0107",
                      hint="take one parameter and unpack it inside")
    if c.token[0] in (NUMBER, STRING) or c.text in ("None", "True", "False"):
        return c.fail("a parameter must be a name", code="E0107", hint="a value comes behind the name: `name=value`")
    return None


def _else_missing(c: Context) -> CompileError | None:
    """`a if b` without `else`, when something else follows."""
    if KIND["else"] not in c.expected or c.bracket is None and c.head_word() in ("if", "while"):
        return None
    start = c.first if c.bracket is None else c.bracket
    ifs = [i for i in range(start, c.index) if c.tokens[i][1] == "if" and i > c.first]
    fors = [i for i in range(start, c.index) if c.tokens[i][1] == "for"]
    elses = [i for i in range(start, c.index) if c.tokens[i][1] == "else"]
    if len(ifs) > len(elses) and not fors and (c.token[0] == NEWLINE or c.text in (")", "]", "}", ",", ";", "=")):
        return fail("E0101", "expected `else`", c.span_behind(c.index - 1),
                    help="a conditional expression is `a if b else c`",
                    labels=(Label(c.span(ifs[-1]), "the `if` is here"),))
    return None


def _forgotten_comma(c: Context) -> CompileError | None:
    """Two values side by side."""
    if c.text == ";" and c.bracket is not None:
        opened = c.tokens[c.bracket][1]
        return c.fail(f"`;` cannot stand in brackets; `{opened}` is still open", hint="items are separated by `,`",
                      labels=(Label(c.span(c.bracket), "opened here"),))
    if not c.follows_expression() or not c.begins_expression() or c.text in ("yield", "lambda"):
        return None
    if c.text == "not":
        return c.fail(f"`not` cannot follow `{c.tokens[c.index - 1][1][:30]}`",
                      hint="write `not in`, or put `and` or `or` between them")
    if c.bracket is not None:
        span = c.span(c.index - 1, c.index)
        return fail("E0101", "two values side by side", span, help="is a comma or an operator missing between them?")
    before = c.tokens[c.index - 1]
    if before[0] == STRING and c.token[0] == NAME and c.touches(c.index - 1):
        return c.fail("this follows a string without an operator",
                      hint="does the string end too early, at a quote inside it?")
    return c.fail(f"{c.shown()} cannot follow `{before[1][:30]}`",
                  hint="is an operator, a comma or a new line missing between them?")


STATEMENT_RULES = (_print, _async, _keyword_as_name, _pairs_of_marks, _foreign_word, _misspelled_inside, _import,
                   _except, _assignment, _parameters, _head)
EXPRESSION_RULES = (_dict, _comprehension_target, _else_missing, _forgotten_comma)
