"""The parse tables: lark makes them from grammar.lark once, later processes load them from a cache file.

    grammar.lark -> lark's LALR(1) analysis -> Tables -> <cache>/grammar-<hash>.tables (marshal)

Loading costs a few milliseconds and imports no lark.  Any reading problem means: build again.
"""

from __future__ import annotations

import hashlib
import logging
import marshal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rumpkc.syntax.cache import default_cache_dir, read_bytes, write_atomically
from rumpkc.syntax.tokens import CLASSES, END, KIND

STARTS = ("module", "fstring")
ACCEPT = 1 << 20                        # the action "done"; larger than any state number
FORMAT = 2                              # raise it whenever Tables or this file's encoding changes


@dataclass(frozen=True, slots=True)
class Tables:
    """`action[state][kind]` is a state to shift to, minus the number of a rule to reduce by, 0 (error) or ACCEPT.

    A rule is `(left side, length, name of the action)`; an empty name passes the one value on. `goto[state][left side]`
    is the state after a reduction.
    """

    action: list[list[int]]
    goto: list[dict[int, int]]
    rules: list[tuple[int, int, str]]
    starts: dict[str, int]


def grammar_path() -> Path:
    """Where grammar.lark lies."""
    return Path(__file__).with_name("grammar.lark")


def load(cache_dir: Path | None = None) -> Tables:
    """The tables, from the cache where it has them; else they are built and kept there."""
    grammar = grammar_path().read_bytes()
    kinds = " ".join(KIND).encode()
    key = hashlib.blake2b(b"%d %d\0%s\0%s" % (FORMAT, sys.hexversion, kinds, grammar), digest_size=12).hexdigest()
    path = (cache_dir or default_cache_dir()) / f"grammar-{key}.tables"
    data = read_bytes(path)
    if data is not None:
        try:
            return Tables(*marshal.loads(data))
        except (ValueError, EOFError, TypeError):
            pass
    tables = build(grammar.decode("utf-8"))
    write_atomically(path, marshal.dumps((tables.action, tables.goto, tables.rules, tables.starts)))
    return tables


def build(grammar: str) -> Tables:
    """Let lark analyse the grammar; a conflict of any kind is a ValueError."""
    import lark

    class NoLexer(lark.lexer.Lexer):
        """lark only analyses here; the tokens come from lexer.py."""

        def __init__(self, conf: object) -> None:
            pass

        def lex(self, lexer_state: object, parser_state: object) -> Iterator[lark.Token]:
            raise NotImplementedError

    conflicts: list[str] = []
    handler = logging.Handler(logging.DEBUG)
    handler.emit = lambda record: conflicts.append(record.getMessage())  # type: ignore[method-assign]
    level = lark.logger.level
    lark.logger.addHandler(handler)
    lark.logger.setLevel(logging.DEBUG)
    lark.logger.propagate = False
    try:
        parser = lark.Lark(grammar, parser="lalr", lexer=NoLexer, start=list(STARTS))
    except lark.exceptions.GrammarError as error:
        raise ValueError(f"grammar.lark: {error}") from None
    finally:
        lark.logger.removeHandler(handler)
        lark.logger.setLevel(level)
    if any("onflict" in line for line in conflicts):
        raise ValueError("grammar.lark is not LALR(1): " + "\n".join(conflicts))
    return _encode(parser)


def _encode(parser: object) -> Tables:
    table = parser.parser.parser._parse_table                     # type: ignore[attr-defined]
    spelling = {t.name: t.pattern.value for t in parser.terminals}  # type: ignore[attr-defined]
    kind_of = {name: KIND[name if name in CLASSES else spelling[name]] for name in [*spelling, *CLASSES]}
    kind_of["$END"] = END
    ordered = list(parser.rules)                                   # type: ignore[attr-defined]
    nonterminals: dict[str, int] = {}
    rules: list[tuple[int, int, str]] = [(0, 0, "")]               # rule 0 cannot be told from "error"
    number: dict[object, int] = {}
    for rule in ordered:
        left = nonterminals.setdefault(rule.origin.name, len(nonterminals))
        if not rule.alias and len(rule.expansion) != 1:
            raise ValueError(f"grammar.lark: a production of `{rule.origin.name}` needs an action")
        number[rule] = len(rules)
        rules.append((left, len(rule.expansion), rule.alias or ""))
    # lark counts states from 0; here 0 means "error", so they count from 1.
    action = [[0] * len(KIND) for _ in range(len(table.states) + 1)]
    goto: list[dict[int, int]] = [{} for _ in range(len(table.states) + 1)]
    ends = set(table.end_states.values())
    for state, row in table.states.items():
        for symbol, (what, argument) in row.items():
            if what.name == "Reduce":
                action[state + 1][kind_of[symbol]] = -number[argument]
            elif symbol in kind_of:
                action[state + 1][kind_of[symbol]] = argument + 1
            else:
                goto[state + 1][nonterminals[symbol]] = argument + 1
        if state in ends:
            action[state + 1][END] = ACCEPT
    return Tables(action, goto, rules, {name: state + 1 for name, state in table.start_states.items()})
