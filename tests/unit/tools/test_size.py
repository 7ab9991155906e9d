"""`rumpkc size`: a file that is no image is an error, not a crash."""

from __future__ import annotations

from pathlib import Path

import pytest

from rumpkc.diagnostics import CompileError
from rumpkc.tools.size import read_sizes


@pytest.mark.parametrize("content", [b"", b"\x7fELF", b"#!/bin/sh\n"])
def test_no_image(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "image.elf"
    file.write_bytes(content)
    with pytest.raises(CompileError) as caught:
        read_sizes(file)
    assert caught.value.diagnostics[0].code == "E0722"
