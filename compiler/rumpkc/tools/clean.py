"""`rumpkc clean`: removes what builds have written, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

from rumpkc.diagnostics import fail

PRODUCTS = ("*-riscv64.elf", "*-aarch64.elf", "*-riscv64.map", "*-aarch64.map", "*-host.o")


def clean(build_dir: Path) -> int:
    """Remove images, maps and the cache of `build_dir`; the folder too when nothing else is in it."""
    try:
        if (build_dir / "cache").is_dir():
            shutil.rmtree(build_dir / "cache")
        for pattern in PRODUCTS:
            for product in build_dir.glob(pattern):
                product.unlink(missing_ok=True)
        if build_dir.is_dir() and not any(build_dir.iterdir()):
            build_dir.rmdir()
    except OSError as error:
        raise fail("E0703", f"cannot remove {error.filename}: {error.strerror}") from None
    return 0
