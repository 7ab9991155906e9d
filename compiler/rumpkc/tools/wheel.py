"""Builds the wheel: the dialect packages travel in it as data, in `rumpkc/dialect/` (see names/project.py).

Only setuptools imports this, through `tool.setuptools.cmdclass` of pyproject.toml.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools.command.build_py import build_py

FOLDERS = ("lib", "hal", "boot", "kernel", "fs", "npl", "rootfs", "apps")
FILES = ("toolchain.toml",)
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", ".*")


class BuildWithDialect(build_py):
    """`build_py`, and then the dialect; an editable install finds it in the checkout instead."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return
        target = Path(self.build_lib) / "rumpkc" / "dialect"
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        for name in FOLDERS:
            if Path(name).is_dir():
                shutil.copytree(name, target / name, ignore=LEFT_OUT)
        for name in FILES:
            shutil.copyfile(name, target / name)
