"""What toolchain.toml says of the shell becomes modules: the build writes two, which stand for files of the same name.

    commands = ["ls", "cat"]    npl.nipbox.chosen   CHOSEN: Final[tuple[str, ...]] = ("ls", "cat")
    shell = true                npl.nipbox.app      from apps.blink import main         npl.nipbox.beside calls it

So what an image holds follows from imports and values, as for every program: a command that the table of commands does
not list is reached by nothing.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from rumpkc.diagnostics import did_you_mean, fail
from rumpkc.names.config import place_of
from rumpkc.names.modules import read_text
from rumpkc.names.project import CONFIG_NAME
from rumpkc.source import Span

if TYPE_CHECKING:
    from rumpkc.compilation import Compilation

PACKAGE = "npl.nipbox"
TABLE, CHOSEN, APP, BESIDE = (f"{PACKAGE}.{name}" for name in ("commands.table", "chosen", "app", "beside"))
ENTRY = re.compile(r"^    Entry\((\w+)\.COMMAND,", re.MULTILINE)


def choose_commands(c: Compilation) -> None:
    """Write the module that names the commands, where toolchain.toml chooses some; E0712 for one that there is not."""
    chosen = c.config.commands
    if not chosen:
        return
    path = c.loader.find(TABLE)
    assert path is not None
    known = [name.replace("_", "-") for name in ENTRY.findall(read_text(path, str(path))[0])]
    for name in chosen:
        if name not in known:
            source = c.sources.get(CONFIG_NAME)
            at = place_of(source, "image", "commands") if source is not None else Span(CONFIG_NAME, 0, 0, 0, 0)
            raise fail("E0712", f"the shell has no command `{name}`", at,
                       help=did_you_mean(name, known) or f"the commands are {', '.join(known)}")
    _write(c, CHOSEN, f'"""The commands that toolchain.toml names."""\n\nfrom typing import Final\n\n'
                      f"CHOSEN: Final[tuple[str, ...]] = {tuple(dict.fromkeys(chosen))!r}\n")


def put_shell_beside(c: Compilation) -> None:
    """Make the shell's own start the program, with the app as a worker of it, where that is asked for."""
    asked = c.config.shell if c.options.shell is None else c.options.shell
    if not asked or not c.options.app or c.target.is_host or not c.files:
        return
    app = c.files[0]
    if f"{app.name}.".startswith(f"{PACKAGE}."):            # the shell itself
        return
    if not all(part.isidentifier() for part in app.name.split(".")):
        raise fail("E0712", f"the shell cannot be beside `{app.display_path}`: its name is no name of a module",
                   Span(app.display_path, 0, 0, 0, 0),
                   help="name the file with letters, digits and `_`, or build with `--no-shell`")
    _write(c, APP, f'"""The app that this image is built for."""\n\nfrom {app.name} import main as main\n')
    c.files.insert(0, c.loader.load(BESIDE))


def _write(c: Compilation, module: str, text: str) -> None:
    """A module of the build's own: a file in the cache, named by what it holds."""
    from rumpkc.link.write import write_file

    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    path = c.project.build_dir / "cache" / "shell" / f"{module.rpartition('.')[2]}_{digest}.py"
    if not path.is_file():
        write_file(path, text.encode())
    c.loader.written[module] = path
