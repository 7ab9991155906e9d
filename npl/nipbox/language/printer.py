"""A tree becomes text again, which parses to the same tree: as such a block goes to its worker."""

from typing import Final

from npl.nipbox.language.tokens import PartKind, is_name
from npl.nipbox.language.tree import Chain, For, If, Jump, Pipeline, Script, Simple, Stage, While, Word

SAFE: Final = "%+,-./:=@^_~!{}"         # in a word, besides letters and digits
RESERVED: Final = ("if", "for", "while", "break", "continue", "else", "end", "not", "!", "then", "do", "done", "fi")


def print_script(script: Script) -> str:
    """On one line."""
    texts: list[str] = []
    for chain in script.chains:
        texts.append(print_chain(chain) + (" &" if chain.background else ";"))
    return " ".join(texts)


def print_chain(chain: Chain) -> str:
    """Without what follows it."""
    texts = [print_pipeline(chain.pipelines[0])]
    for i in range(len(chain.signs)):
        texts += [chain.signs[i], print_pipeline(chain.pipelines[i + 1])]
    return " ".join(texts)


def print_pipeline(pipeline: Pipeline) -> str:
    text = " | ".join([print_stage(stage) for stage in pipeline.stages])
    return f"not {text}" if pipeline.negated else text


def print_stage(stage: Stage) -> str:
    words = print_words(stage)
    files: list[str] = []
    for redirection in stage.redirections:
        word = redirection.word
        files.append(redirection.sign if word is None else redirection.sign + " " + print_word(word, False))
    if isinstance(stage, Simple) and stage.expression:          # behind it, the signs would compare
        return " ".join([*files, words])
    return " ".join([words, *files])


def print_words(stage: Stage) -> str:
    """A stage without its redirections."""
    if isinstance(stage, Simple):
        return " ".join([print_word(stage.words[i], i == 0, stage.expression)
                         for i in range(len(stage.words))])
    if isinstance(stage, If):
        return print_if(stage)
    if isinstance(stage, For):
        words = "".join([" " + print_word(word, False) for word in stage.words])
        return f"for {stage.name} in{words}; {print_script(stage.body)} end"
    if isinstance(stage, While):
        return f"while {print_chain(stage.condition)}; {print_script(stage.body)} end"
    if isinstance(stage, Jump):
        return stage.word
    return ""


def print_if(stage: If) -> str:
    texts: list[str] = []
    for arm in stage.arms:
        texts += ["if" if len(texts) == 0 else "else if", print_chain(arm.condition) + ";", print_script(arm.body)]
    otherwise = stage.otherwise
    if otherwise is not None:
        texts += ["else;", print_script(otherwise)]
    return " ".join(texts) + " end"


def print_word(word: Word, command: bool, expression: bool = False) -> str:
    """`command`: it stands where keywords would. `expression`: signs of comparison are words as they stand."""
    if (expression or command) and len(word.pieces) == 1:
        piece = word.pieces[0]
        if piece.kind == PartKind.TEXT and not piece.quoted:            # behind a redirection a keyword is a word
            return print_text(piece.text, command and piece.text in RESERVED)
    texts: list[str] = []
    for i in range(len(word.pieces)):
        piece = word.pieces[i]
        if piece.kind == PartKind.TEXT:
            texts.append(print_text(piece.text, piece.quoted))
        elif piece.kind == PartKind.PATTERN:
            texts.append(piece.text)
        else:
            inner = piece.script
            text = "${" + piece.text + "}" if inner is None else "$(" + print_script(inner) + ")"
            texts.append('"' + text + '"' if piece.quoted else text)
    return "".join(texts)


def print_text(text: str, quoted: bool) -> str:
    """A text, quoted where it was, so that no keyword comes of it."""
    if not quoted:
        return text
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("$", "\\$")
    return f'"{escaped}"'


def quote(text: str) -> str:
    """A text as one word."""
    for char in text:
        if not (char in SAFE or char.isascii() and is_name(ord(char)) or ord(char) > 0x7F):
            return print_text(text, True)
    return print_text(text, text == "" or text in RESERVED)
