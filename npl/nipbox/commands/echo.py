"""echo [word …]: the words, with one space between them."""

from npl.nipbox.command import STDIO, Command, Session


class Echo(Command):
    def __init__(self) -> None:
        super().__init__("echo", STDIO, "[word ...]", "print the words")

    def run(self, arguments: list[str], session: Session) -> int:
        print(" ".join(arguments))
        return 0
