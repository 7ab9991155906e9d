"""Tokens become a tree. docs/NIPBOX.md has the grammar; each function here is one rule of it."""

from typing import Final

from npl.nipbox.language.problem import Problem, Unfinished
from npl.nipbox.language.tokens import DEEPEST, JOINED, Kind, Lexer, Part, PartKind, Token
from npl.nipbox.language.tree import (
    Arm, Chain, For, If, Jump, Piece, Pipeline, Redirection, Script, Simple, Stage, While, Word)

MOST_STAGES: Final = 64                 # of a pipeline: each is a worker
FOREIGN: Final = ("then", "do", "done", "fi")       # of other shells, where commands stand
NO_WORDS: Final[tuple[str, ...]] = ()


def parse(text: bytes, expressions: tuple[str, ...] = NO_WORDS) -> Script:
    """The tree of a text. `expressions`: commands behind which `<` and `>` compare.

    Problem; Unfinished where more lines may help.
    """
    try:
        text.decode()
    except UnicodeDecodeError as error:
        raise Problem("this is not UTF-8", error.start) from None
    return Parser(Lexer(text).tokens(), expressions, 0, "").script_to_the_end()


class Parser:
    """Walks over the tokens of one text, or of one `$(…)`."""

    def __init__(self, tokens: list[Token], expressions: tuple[str, ...], depth: int, closing: str) -> None:
        self._tokens = tokens
        self._expressions = expressions
        self._place = 0
        self._depth = depth
        self._loops = 0                 # that are open around this place
        self._closing = closing         # what ends the text, "" where it just ends

    def script_to_the_end(self) -> Script:
        """All of it."""
        script = self._script()
        token = self._now()
        if token.kind != Kind.END:
            word = token.plain()
            if word == "else" or word == "end":
                raise Problem(f"there is no block for this {word}", token.at)
            raise Problem(f"{token.text} has no meaning here", token.at)
        return script

    def _now(self) -> Token:
        return self._tokens[self._place]

    def _take(self) -> Token:
        token = self._tokens[self._place]
        if token.kind != Kind.END:
            self._place += 1
        return token

    def _missing(self, what: str, at: int) -> Problem:
        """More lines would help, unless this is inside of `$(…)`."""
        return Unfinished(what, at) if self._closing == "" else Problem(what, at)

    def _script(self) -> Script:
        """Chains up to `else`, `end` or the end."""
        chains: list[Chain] = []
        while True:
            while self._now().kind in (Kind.NEWLINE, Kind.SEMICOLON):
                self._take()
            token = self._now()
            if token.kind == Kind.END or token.plain() in ("else", "end"):
                return Script(chains)
            chain = self._chain()
            chains.append(chain)
            token = self._now()
            if token.kind == Kind.AMPERSAND:
                self._take()
                chain.background = True
            elif token.kind not in (Kind.NEWLINE, Kind.SEMICOLON, Kind.END):
                self._refuse(token)

    def _refuse(self, token: Token) -> None:
        if token.plain() != "":
            raise Problem(f"write ; in front of {token.plain()}", token.at)
        raise Problem(f"{token.text if token.text != '' else 'this'} has no meaning here", token.at)

    def _chain(self) -> Chain:
        """Pipelines with && and || between them."""
        pipelines = [self._pipeline()]
        signs: list[str] = []
        while self._now().kind in (Kind.AND, Kind.OR):
            token = self._take()
            self._next_line(token)
            signs.append(token.text)
            pipelines.append(self._pipeline())
        return Chain(pipelines, signs)

    def _next_line(self, sign: Token) -> None:
        """Behind a sign that joins, the line may end; but something has to follow."""
        while self._now().kind == Kind.NEWLINE:
            self._take()
        if self._now().kind == Kind.END:
            raise self._missing(f"nothing follows the {sign.text}", sign.at)

    def _pipeline(self) -> Pipeline:
        """Stages with | between them."""
        negated = False
        while self._now().plain() in ("not", "!"):
            token = self._take()
            if self._now().kind == Kind.END:
                raise Problem("nothing follows the not", token.at)
            negated = not negated
        stages = [self._stage()]
        while self._now().kind == Kind.PIPE:
            token = self._take()
            self._next_line(token)
            if len(stages) == MOST_STAGES:
                raise Problem(f"a pipeline has at most {MOST_STAGES} stages", token.at)
            stages.append(self._stage())
        return Pipeline(negated, stages)

    def _stage(self) -> Stage:
        """A block or a command, with its redirections."""
        token = self._now()
        word = token.plain()
        if word == "if" or word == "for" or word == "while":
            if self._depth >= DEEPEST:
                raise Problem(f"blocks are nested more than {DEEPEST} times", token.at)
            self._depth += 1
            block: Stage = self._if() if word == "if" else self._for() if word == "for" else self._while()
            self._depth -= 1
            while self._now().kind == Kind.REDIRECT:
                self._redirection(block)
            return block
        if word == "break" or word == "continue":
            self._take()
            if self._loops == 0:
                raise Problem(f"{word} stands in a loop", token.at)
            return Jump(token.at, word)
        if word in FOREIGN:
            raise Problem(f"there is no {word} here: write `if a; b; end`, `for x in a b; c; end`", token.at)
        if word == "else" or word == "end" or token.kind not in (Kind.WORD, Kind.REDIRECT):
            raise Problem("a command is missing here", token.at)
        return self._simple()

    def _simple(self) -> Simple:
        """Words and redirections, mixed."""
        first = self._now()
        stage = Simple(first.at, False)
        while True:
            token = self._now()
            if token.kind == Kind.WORD:
                if len(stage.words) == 0:
                    stage.expression = token.plain() in self._expressions
                word = self._word(self._take())
                stage.words.append(word)
                for piece in word.pieces if stage.expression else []:
                    if piece.kind == PartKind.PATTERN:          # a product, the pattern of `~`: no names of files
                        piece.kind = PartKind.TEXT
            elif stage.expression and token.kind in (Kind.REDIRECT, Kind.COMPARE, Kind.OPEN, Kind.CLOSE):
                stage.words += compared(self._take())
            elif token.kind == Kind.REDIRECT:
                self._redirection(stage)
            elif token.kind == Kind.COMPARE:
                hint = f"for a file =…, write a space behind {token.text[0]}"
                raise Problem(f"{token.text} has no meaning here; {hint}", token.at)
            elif token.kind == Kind.OPEN or token.kind == Kind.CLOSE:
                raise Problem(f"{token.text} has no meaning here: quote it", token.at)
            else:
                if len(stage.words) == 0:
                    raise Problem("a command is missing in front of the redirection", first.at)
                return stage

    def _redirection(self, stage: Stage) -> None:
        """A sign and the word of a file."""
        token = self._take()
        if token.text in JOINED:
            stage.redirections.append(Redirection(token.text, None))
            return
        if self._now().kind != Kind.WORD:
            raise Problem(f"a file is missing behind the {token.text}", token.at)
        stage.redirections.append(Redirection(token.text, self._word(self._take())))

    def _if(self) -> If:
        """if CHAIN; … else if CHAIN; … else … end"""
        opened = self._take()
        arms = [self._arm(opened)]
        otherwise: Script | None = None
        while otherwise is None and self._now().plain() == "else":
            self._take()
            if self._now().plain() == "if":
                arms.append(self._arm(self._take()))
            else:
                otherwise = self._script()
        self._end(opened)
        return If(opened.at, arms, otherwise)

    def _arm(self, opened: Token) -> Arm:
        condition = self._condition(opened)
        return Arm(condition, self._script())

    def _condition(self, opened: Token) -> Chain:
        if self._now().kind == Kind.END:
            raise self._missing(f"the {opened.plain()} has no condition", opened.at)
        condition = self._chain()
        self._separator(opened)
        return condition

    def _for(self) -> For:
        """for NAME in WORDS; … end"""
        opened = self._take()
        token = self._take()
        name = token.plain()
        if not is_variable(name):
            raise Problem("a variable is missing here: for NAME in WORDS", token.at)
        token = self._take()
        if token.plain() != "in":
            raise Problem("`in` is missing here: for NAME in WORDS", token.at)
        words: list[Word] = []
        while self._now().kind == Kind.WORD:
            words.append(self._word(self._take()))
        self._separator(opened)
        return For(opened.at, name, words, self._loop(opened))

    def _while(self) -> While:
        """while CHAIN; … end"""
        opened = self._take()
        condition = self._condition(opened)
        return While(opened.at, condition, self._loop(opened))

    def _loop(self, opened: Token) -> Script:
        self._loops += 1
        body = self._script()
        self._loops -= 1
        self._end(opened)
        return body

    def _separator(self, opened: Token) -> None:
        """What stands between the head of a block and its body."""
        token = self._now()
        if token.kind == Kind.END:
            raise self._missing(f"the {opened.plain()} has no end", opened.at)
        if token.kind not in (Kind.NEWLINE, Kind.SEMICOLON):
            self._refuse(token)

    def _end(self, opened: Token) -> None:
        token = self._now()
        if token.plain() != "end":
            if token.kind == Kind.END:
                raise self._missing(f"the {opened.plain()} has no end", opened.at)
            raise Problem(f"{token.plain()} has no meaning here", token.at)
        self._take()

    def _word(self, token: Token) -> Word:
        parts = token.parts
        return Word([self._piece(part) for part in parts] if parts is not None else [], token.at)

    def _piece(self, part: Part) -> Piece:
        tokens = part.tokens
        if tokens is None:
            return Piece(part.kind, part.text, part.quoted, None)
        inner = Parser(tokens, self._expressions, self._depth, ")")
        return Piece(part.kind, "", part.quoted, inner.script_to_the_end())


def compared(token: Token) -> list[Word]:
    """The words of a sign in an expression: `2>` is the number and the sign."""
    texts = ["2", token.text[1:]] if token.text.startswith("2") else [token.text]
    return [Word([Piece(PartKind.TEXT, text, False, None)], token.at) for text in texts]


def is_variable(name: str) -> bool:
    """Whether a variable may be called this."""
    return name.isascii() and name.isidentifier()
