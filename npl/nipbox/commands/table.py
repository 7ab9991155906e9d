"""Every command, in the order of `help`. This list is all that dispatch and help know."""

from npl.nipbox.command import Command
from npl.nipbox.commands.echo import Echo
from npl.nipbox.commands.events import Events
from npl.nipbox.commands.exit import Exit
from npl.nipbox.commands.help import Help
from npl.nipbox.commands.mem import Mem
from npl.nipbox.commands.uptime import Uptime


def all_commands() -> list[Command]:
    """One object a command."""
    commands: list[Command] = [Help(), Echo(), Uptime(), Mem(), Events(), Exit()]
    return commands
