"""exit [code]: leave the shell; the machine ends with the code (0 to 255), or with the last command's status."""

from npl.nipbox.command import STDIO, Command, Session, UsageError


class Exit(Command):
    def __init__(self) -> None:
        super().__init__("exit", STDIO, "[code]", "leave the shell and end the machine")

    def run(self, arguments: list[str], session: Session) -> int:
        if len(arguments) > 1:
            raise UsageError("at most one code")
        session.exit_code = session.status if len(arguments) == 0 else exit_code(arguments[0])
        session.leaving = True
        return session.exit_code


def exit_code(word: str) -> int:
    """The word as a number from 0 to 255; UsageError otherwise."""
    digits = len(word) > 0 and len(word) <= 3
    for char in word:
        digits = digits and "0" <= char <= "9"
    if not digits or int(word) > 255:
        raise UsageError(f"the code is a number from 0 to 255, not {word}")
    return int(word)
