"""The LALR(1) automaton: tokens and tables in, what the actions make of them out.

An action is `f(build, v, s, e)`: the values of the production's symbols (a terminal's value is the index of its token),
the index of its first token and of its last one.  A reduction by a production without an action only changes the
state, and chains of those (a name is an atom, a primary, an expression...) are walked once and remembered.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from rumpkc.syntax.tables import ACCEPT, Tables
from rumpkc.syntax.tokens import KIND, Token

if TYPE_CHECKING:
    from rumpkc.syntax.actions.builder import Builder

Action = Callable[["Builder", list[Any], int, int], Any]


class UnexpectedToken(Exception):
    """No action for token `index`; `states` and `starts` are the stacks at that moment."""

    def __init__(self, index: int, states: list[int], starts: list[int], values: list[Any]) -> None:
        super().__init__(index)
        self.index = index
        self.states = states
        self.starts = starts
        self.values = values


class Automaton:
    """Tables with their actions bound; one for the whole process."""

    def __init__(self, tables: Tables, actions: dict[str, Action]) -> None:
        self.tables = tables
        self.rules: list[tuple[int, int, Action | None]] = [
            (left, length, actions[name] if name else None) for left, length, name in tables.rules]
        self._settled: dict[int, int] = {}

    def settle(self, below: int, state: int, kind: int) -> int:
        """Follow the reductions that only rename: the state on top of `below` once they are done."""
        action, goto, rules = self.tables.action, self.tables.goto, self.rules
        top = state
        while True:
            step = action[top][kind]
            if step >= 0 or rules[-step][2] is not None:
                break
            top = goto[below][rules[-step][0]]
        self._settled[(below << 20) | (state << 8) | kind] = top
        return top

    def expected(self, states: list[int]) -> set[int]:
        """The kinds of token that could come next on this stack: every kind is tried on a copy."""
        return {kind for kind in range(len(KIND)) if self._accepts(states, kind)}

    def _accepts(self, states: list[int], kind: int) -> bool:
        stack = states[-50:]                # far more than one reduction chain pops
        while True:
            step = self.tables.action[stack[-1]][kind]
            if step >= 0:
                return step > 0
            left, length, _ = self.rules[-step]
            if length >= len(stack):
                return True
            if length:
                del stack[-length:]
            stack.append(self.tables.goto[stack[-1]][left])

    def run(self, start: str, tokens: list[Token], build: Builder) -> Any:
        """The value of the start symbol; UnexpectedToken where the tokens are no sentence."""
        action, goto, rules, settled = self.tables.action, self.tables.goto, self.rules, self._settled
        state = self.tables.starts[start]
        states, values, starts = [state], [], []
        index = 0
        kind = tokens[0][0]
        while True:
            step = action[state][kind]
            if 0 < step < ACCEPT:
                state = step
                states.append(step)
                values.append(index)
                starts.append(index)
                index += 1
                kind = tokens[index][0]
            elif step < 0:
                left, length, act = rules[-step]
                if act is None:
                    below = states[-2]
                    state = settled.get((below << 20) | (state << 8) | kind) or self.settle(below, state, kind)
                    states[-1] = state
                elif length:
                    first = starts[-length]
                    value = act(build, values[-length:], first, index - 1)
                    del values[-length:], starts[-length:], states[-length:]
                    values.append(value)
                    starts.append(first)
                    state = goto[states[-1]][left]
                    states.append(state)
                else:
                    values.append(act(build, [], index, index - 1))
                    starts.append(index)
                    state = goto[state][left]
                    states.append(state)
            elif step == ACCEPT:
                return values[-1]
            else:
                raise UnexpectedToken(index, states, starts, values)


def run(build: Builder, start: str) -> Any:
    """The value of `start` for the builder's tokens; a CompileError that explains what is wrong with them."""
    try:
        return build.automaton.run(start, build.tokens, build)
    except UnexpectedToken as unexpected:
        from rumpkc.syntax.syntax_errors import explain

        raise explain(build, unexpected) from None
