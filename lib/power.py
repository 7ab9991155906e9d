"""The machine as a whole: it starts again. For the app, in the kernel's domain; it ends by returning or `sys.exit`."""

from typing import Never

import kernel.restart  # noqa: F401  (has plat_restart)
from lib.core.text import flush_output
from rumpk import extern


@extern("plat_restart")
def plat_restart() -> Never: ...


def restart() -> Never:
    """Start the machine again, as its reset does: memory is lost, a disk stays."""
    flush_output()
    plat_restart()
