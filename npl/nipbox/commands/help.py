"""help [command]: the list of commands, or one command's arguments."""

from npl.nipbox.command import STDIO, Command, Session, UsageError
from npl.nipbox.suggest import nearest


class Help(Command):
    def __init__(self) -> None:
        super().__init__("help", STDIO, "[command]", "list the commands, or explain one")

    def run(self, arguments: list[str], session: Session) -> int:
        if len(arguments) > 1:
            raise UsageError("at most one command")
        if len(arguments) == 1:
            return explain(arguments[0], session)
        for command in session.commands:
            print(f"{command.synopsis():<16}  {command.summary}")
        return 0


def explain(name: str, session: Session) -> int:
    """One command's synopsis and summary."""
    command = session.find(name)
    if command is None:
        near = nearest(name, [known.name for known in session.commands])
        raise UsageError(f"there is no command {name}" + (f"; did you mean {near}?" if near != "" else ""))
    print(f"usage: {command.synopsis()}")
    print(command.summary)
    return 0
