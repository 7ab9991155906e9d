"""What a script means: its tree. `at` is a place, in bytes of the text."""

from dataclasses import dataclass
from typing import Final

from npl.nipbox.language.tokens import PartKind

# Signs of a redirection
INPUT: Final = "<"
OUTPUT: Final = ">"
APPEND: Final = ">>"
ERRORS: Final = "2>"
APPEND_ERRORS: Final = "2>>"
ERRORS_TO_OUTPUT: Final = "2>&1"
OUTPUT_TO_ERRORS: Final = ">&2"


@dataclass
class Piece:
    """A part of a word; `script` is the tree of a `$(…)`."""

    kind: PartKind
    text: str
    quoted: bool
    script: "Script | None"


@dataclass
class Word:
    """Parts that touch. It becomes any number of words when it is expanded."""

    pieces: list[Piece]
    at: int


@dataclass
class Redirection:
    """`sign` and the word that names the file; None where the sign has none."""

    sign: str
    word: Word | None


class Stage:
    """What may stand between two pipes."""

    def __init__(self, at: int) -> None:
        self.at: int = at
        self.redirections: list[Redirection] = []


class Simple(Stage):
    """A command and its arguments. `expression`: `<` and `>` in them compare."""

    def __init__(self, at: int, expression: bool) -> None:
        super().__init__(at)
        self.words: list[Word] = []
        self.expression: bool = expression


class Arm:
    """`if` or `else if`: a condition, and what is done if it is true."""

    def __init__(self, condition: "Chain", body: "Script") -> None:
        self.condition = condition
        self.body = body


class If(Stage):
    """The first arm whose condition is true, or else `otherwise`."""

    def __init__(self, at: int, arms: list[Arm], otherwise: "Script | None") -> None:
        super().__init__(at)
        self.arms = arms
        self.otherwise = otherwise


class For(Stage):
    """The body for each of the words."""

    def __init__(self, at: int, name: str, words: list[Word], body: "Script") -> None:
        super().__init__(at)
        self.name = name
        self.words = words
        self.body = body


class While(Stage):
    """The body as long as the condition is true."""

    def __init__(self, at: int, condition: "Chain", body: "Script") -> None:
        super().__init__(at)
        self.condition = condition
        self.body = body


class Jump(Stage):
    """`break` or `continue`."""

    def __init__(self, at: int, word: str) -> None:
        super().__init__(at)
        self.word = word


class Pipeline:
    """Stages, each of which reads what the one before it writes. `negated`: the status is turned round."""

    def __init__(self, negated: bool, stages: list[Stage]) -> None:
        self.negated = negated
        self.stages = stages


class Chain:
    """Pipelines with `&&` or `||` between them: `signs[i]` stands in front of `pipelines[i + 1]`."""

    def __init__(self, pipelines: list[Pipeline], signs: list[str]) -> None:
        self.pipelines = pipelines
        self.signs = signs
        self.background: bool = False


class Script:
    """Chains, one after the other."""

    def __init__(self, chains: list[Chain]) -> None:
        self.chains = chains
