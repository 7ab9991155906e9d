"""Where a project is: its root, the packaged dialect tree, the paths that messages show.

The dialect (`lib hal boot kernel fs npl` and `toolchain.toml`) lies at the top of the checkout for an editable install
and in `rumpkc/dialect/` of an installed wheel.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

CONFIG_NAME = "toolchain.toml"
DIALECT_PACKAGES = ("lib", "hal", "boot", "kernel", "fs", "npl")


@cache
def dialect_tree() -> Path:
    """The folder that holds the dialect packages which belong to this compiler."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "dialect"
    return installed if installed.is_dir() else package.parent.parent


def checkout() -> Path | None:
    """The compiler's own project where it is installed from a checkout that can be written: its `build/` then keeps
    what is made of the library's files, for every project."""
    tree = dialect_tree()
    return tree if tree.name != "dialect" and os.access(tree, os.W_OK) else None


def find_root(start: Path) -> Path:
    """The nearest folder at or above `start` with a toolchain.toml, else the packaged dialect tree."""
    here = Path(os.path.abspath(start))
    for folder in (here, *here.parents):
        if (folder / CONFIG_NAME).is_file():
            return folder
    return dialect_tree()


def inside(path: Path, folder: Path) -> Path | None:
    """`path` relative to `folder`, or None where it lies elsewhere. Symbolic links count as written, not resolved."""
    try:
        return Path(os.path.abspath(path)).relative_to(folder)
    except ValueError:
        return None


def display_path(path: Path, root: Path) -> str:
    """The path that messages and tracebacks show: relative to the root or the dialect tree, else as written."""
    for folder in (root, dialect_tree()):
        relative = inside(path, folder)
        if relative is not None:
            return relative.as_posix()
    return path.as_posix()
