"""Operator precedence: a flat chain of operands and operators becomes nested nodes.

    a + b * c ** -d      [a, '+', b, '*', c, '**', '-', d]  ->  a + (b * (c ** (-d)))

A chain is a list in source order; operators (and prefixes) are indices of their tokens, operands are nodes.
An operand's text, brackets included, fills the space between its neighbouring operators, and that gives every span.
"""

from __future__ import annotations

from typing import Any

from rumpkc.syntax import tree
from rumpkc.syntax.actions.builder import Builder, action

Part = tuple[Any, int, int]             # a node, its first and its last token
NOT, COMPARE, UNARY, POWER = 3, 4, 11, 12
PRECEDENCE = {
    "or": 1, "and": 2,
    **dict.fromkeys(("<", ">", "==", "!=", "<=", ">=", "in", "not in", "is", "is not"), COMPARE),
    "|": 5, "^": 6, "&": 7, "<<": 8, ">>": 8, "+": 9, "-": 9, "*": 10, "/": 10, "//": 10, "%": 10, "@": 10, "**": POWER,
}


@action("prefixed")
def prefixed(build: Builder, v: list[Any], s: int, e: int) -> list[Any]:
    """`-x`: a chain of prefixes and one operand."""
    v[0].append(v[1])
    return v[0]


@action("chain_first")
def chain_first(build: Builder, v: list[Any], s: int, e: int) -> list[Any]:
    """`operand operator operand`."""
    left, operator, right = v
    chain = left if type(left) is list else [left]
    chain.append(operator)
    if type(right) is list:
        chain.extend(right)
    else:
        chain.append(right)
    return chain


@action("chain_next")
def chain_next(build: Builder, v: list[Any], s: int, e: int) -> list[Any]:
    """`chain operator operand`."""
    return chain_first(build, v, s, e)


@action("resolve")
def resolve(build: Builder, v: list[Any], s: int, e: int) -> Any:
    """The node of a whole chain."""
    chain = v[0]
    tokens = build.tokens
    if len(chain) == 3 and type(chain[0]) is not int and type(chain[2]) is not int:
        index = chain[1]
        return _apply(build, tokens[index][1], [(chain[0], s, index - 1), (chain[2], index + 1, e)], [index])
    return _Resolver(build, s, e).run(chain)


class _Resolver:
    """Operator precedence with two explicit stacks: no chain, however long, recurses."""

    def __init__(self, build: Builder, s: int, e: int) -> None:
        self.build = build
        self.first, self.last = s, e
        self.operands: list[Part] = []
        self.operators: list[tuple[int, int, bool]] = []         # precedence, token, whether a prefix

    def run(self, chain: list[Any]) -> Any:
        start = self.first
        wants_operand = True
        for position, item in enumerate(chain):
            if type(item) is not int:
                follows = chain[position + 1] - 1 if position + 1 < len(chain) else self.last
                self.operands.append((item, start, follows))
                wants_operand = False
            elif wants_operand:
                self._push_prefix(item)
                start = item + 1
            else:
                self._push_binary(item)
                start = item + 1
                wants_operand = True
        while self.operators:
            self._reduce()
        return self.operands[0][0]

    def _push_prefix(self, token: int) -> None:
        word = self.build.tokens[token][1]
        if word == "not" and self.operators and self.operators[-1][0] > NOT:
            raise self.build.error("E0101", "`not` may not follow this operator", token, token,
                                   help="put the `not ...` into brackets")
        self.operators.append((NOT if word == "not" else UNARY, token, True))

    def _push_binary(self, token: int) -> None:
        precedence = PRECEDENCE[self.build.tokens[token][1]]
        # Equal precedence waits where the operators form one node (and, or, comparisons) or bind to the right (**).
        waits = precedence <= COMPARE or precedence == POWER
        while self.operators and (self.operators[-1][0] > precedence or
                                  self.operators[-1][0] == precedence and not waits):
            self._reduce()
        self.operators.append((precedence, token, False))

    def _reduce(self) -> None:
        """Build the node of the topmost operator, or of the run of equal ones that forms one node."""
        precedence, token, is_prefix = self.operators.pop()
        if is_prefix:
            operand, _, end = self.operands.pop()
            node = tree.UnaryOp(self.build.span(token, end), self.build.tokens[token][1], operand)
            self.operands.append((node, token, end))
            return
        run = [token]
        if precedence <= COMPARE:
            while self.operators and self.operators[-1][0] == precedence:
                run.append(self.operators.pop()[1])
            run.reverse()
        parts = self.operands[-len(run) - 1:]
        del self.operands[-len(run) - 1:]
        node = _apply(self.build, self.build.tokens[run[0]][1], parts, run)
        self.operands.append((node, parts[0][1], parts[-1][2]))


def _apply(build: Builder, word: str, parts: list[Part], operators: list[int]) -> Any:
    """One node: two operands, or more for `and`, `or` and comparisons."""
    span = build.span(parts[0][1], parts[-1][2])
    precedence = PRECEDENCE[word]
    if precedence > COMPARE:
        return tree.BinOp(span, parts[0][0], word, parts[1][0])
    if precedence == COMPARE:
        ops = tuple([build.tokens[index][1] for index in operators])
        return tree.Compare(span, parts[0][0], ops, tuple([part[0] for part in parts[1:]]))
    return tree.BoolOp(span, word, tuple([part[0] for part in parts]))
