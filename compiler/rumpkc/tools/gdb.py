"""`rumpkc gdb`: QEMU stopped at reset, gdb attached; where gdb is missing, the two commands to paste."""

from __future__ import annotations

import shlex
import shutil
import socket
import subprocess
import sys
from pathlib import Path

from rumpkc.diagnostics import fail
from rumpkc.targets.target import Target
from rumpkc.tools.run import end_process, install_command

GDB = "gdb-multiarch"
PASTE_PORT = 1234


def debug_image(image: Path, target: Target, root: Path, extra: tuple[str, ...]) -> int:
    """Debug a finished build; gdb's exit status."""
    if target.qemu is None:
        raise fail("E0721", "`rumpkc gdb` debugs images; the host target makes none",
                   help="choose `--target riscv64` or `--target aarch64`")
    if shutil.which(GDB) is None:
        print(shlex.join(_qemu(image, target, PASTE_PORT, extra)))
        print(shlex.join(gdb_command(image, root, PASTE_PORT)))
        print(f"{GDB} is not installed: paste the two lines above into two terminals after "
              f"`{install_command(GDB)}`", file=sys.stderr)
        return 1
    port = _free_port()
    qemu = subprocess.Popen(_qemu(image, target, port, extra), stdin=subprocess.DEVNULL, start_new_session=True)
    try:
        return subprocess.call(gdb_command(image, root, port))
    finally:
        end_process(qemu)


def _qemu(image: Path, target: Target, port: int, extra: tuple[str, ...]) -> list[str]:
    assert target.qemu is not None
    return target.qemu.command(str(image), extra=("-S", "-gdb", f"tcp:127.0.0.1:{port}", *extra))


def gdb_command(image: Path, root: Path, port: int) -> list[str]:
    """gdb on the image's symbols, its sources found below `root`, connected to QEMU at `port`."""
    return [GDB, "-q", "-d", str(root), "-ex", f"target remote 127.0.0.1:{port}", str(image)]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
