"""Runs one dialect file under CPython, as the conformance tests do: `python cpython_main.py FILE`."""

import importlib
import runpy
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """`main()` of the file, as its `__main__` block would call it."""
    path = Path(sys.argv[1]).resolve()
    sys.path[:0] = [str(ROOT), str(ROOT / "compiler")]
    sys.argv = [str(path)]
    install_hook()
    if ROOT in path.parents and all(part.isidentifier() for part in path.relative_to(ROOT).with_suffix("").parts):
        module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        return module.main() or 0
    return runpy.run_path(str(path))["main"]() or 0


def install_hook() -> None:
    """Let the host package convert annotated values to their types, as the compiled program does."""
    try:
        hook = importlib.import_module("rumpk.hook")
    except ModuleNotFoundError:
        return
    hook.install()


if __name__ == "__main__":
    sys.exit(main())
