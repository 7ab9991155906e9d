"""Runs dialect files under CPython, as the conformance tests do.

    python cpython_main.py FILE
    python cpython_main.py --serve MODULE …     answers what `fork_server.py` says; the modules, and what most programs
                                                import, are loaded once
"""

import gc
import importlib
import runpy
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IMPORTED = ("rumpk.hook", "dataclasses", "enum", "functools", "itertools", "random", "json", "contextlib", "heapq", "datetime",
            "struct", "statistics", "hashlib", "hmac", "textwrap", "fractions", "base64", "zlib")


def main() -> int:
    """`main()` of the file, as its `__main__` block would call it."""
    sys.path[:0] = [str(ROOT), str(ROOT / "compiler")]
    path = Path(served(sys.argv[2:]) if sys.argv[1] == "--serve" else sys.argv[1]).resolve()
    sys.argv = [str(path)]
    install_hook()
    if ROOT in path.parents and all(part.isidentifier() for part in path.relative_to(ROOT).with_suffix("").parts):
        module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        return module.main() or 0
    return runpy.run_path(str(path))["main"]() or 0


def served(modules: list[str]) -> str:
    """The program that this process, a fork of the server, is to run."""
    from fork_server import next_run

    for name in (*IMPORTED, *modules):
        importlib.import_module(name)
    gc.collect()
    gc.freeze()                 # a run does not look for garbage in what it shares with the others
    return next_run()


def install_hook() -> None:
    """Let the host package convert annotated values to their types, as the compiled program does."""
    try:
        hook = importlib.import_module("rumpk.hook")
    except ModuleNotFoundError:
        return
    hook.install()


if __name__ == "__main__":
    sys.exit(main())
