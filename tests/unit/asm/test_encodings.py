"""Every row of the instruction tables: our bytes, the stored bytes, and a real assembler's are the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumpkc.asm.assembler import encode, isa_of
from rumpkc.targets.riscv64.assembly import constant_steps
from tests.unit.asm.samples import SKIPPED_KINDS, instructions, real_assembler, real_bytes

HERE = Path(__file__).parent
ARCHES = ("riscv64", "aarch64")


def stored(arch: str) -> dict[str, str]:
    """Instruction -> hexadecimal bytes, as committed; made by a real assembler."""
    lines = (HERE / f"{arch}.encodings").read_text().splitlines()
    return dict(line.split(" | ") for line in lines)


@pytest.mark.parametrize("arch", ARCHES)
def test_stored_bytes(arch: str, bless: bool) -> None:
    """Our encodings equal the stored ones, which cover exactly the samples; `--bless` stores a real assembler's."""
    texts = instructions(arch)
    if bless:
        if real_assembler(arch) is None:
            pytest.fail("blessing needs a real assembler for this machine")
        pairs = zip(texts, real_bytes(arch, texts), strict=True)
        (HERE / f"{arch}.encodings").write_text("".join(f"{text} | {data.hex()}\n" for text, data in pairs))
    expected = stored(arch)
    assert list(expected) == texts
    assert {text: encode(arch, text).hex() for text in texts} == expected


@pytest.mark.parametrize("arch", ARCHES)
def test_real_assembler(arch: str) -> None:
    """The stored bytes are what an installed assembler makes of the same text."""
    if real_assembler(arch) is None:
        pytest.skip(f"no assembler for {arch} is installed")
    texts = instructions(arch)
    assert dict(zip(texts, (data.hex() for data in real_bytes(arch, texts)), strict=True)) == stored(arch)


@pytest.mark.parametrize("arch", ARCHES)
def test_every_row_is_sampled(arch: str) -> None:
    """No mnemonic of the tables is without a stored sample."""
    sampled = {text.split()[0] for text in stored(arch)}
    isa = isa_of(arch)
    rows = {name for name, forms in isa.rows.items() if not all(SKIPPED_KINDS & set(row.kinds) for row in forms)}
    assert rows - sampled <= {"fcmp0"}  # a spelling of our own for `fcmp dn, #0.0`, which is sampled


def run_steps(value: int) -> int:
    """What the instructions of `li` leave in the register."""
    register = 0
    for mnemonic, operands in constant_steps(value):
        number = int(operands[-1])
        if mnemonic == "lui":
            register = number << 12
            register -= (register & 1 << 31) << 1
        elif mnemonic == "slli":
            register <<= number
        else:
            register = (0 if operands[1] == "x0" else register) + number
            if mnemonic == "addiw":
                register = (register & 0xFFFF_FFFF) - ((register & 1 << 31) << 1)
        register &= (1 << 64) - 1
    return register


@given(st.integers(-(1 << 63), (1 << 63) - 1) | st.integers(0, 63).map(lambda n: (1 << n) - 1)
       | st.integers(0, 62).map(lambda n: -(1 << n)) | st.integers(0, 62).map(lambda n: (1 << n) + 2047))
def test_load_immediate(value: int) -> None:
    """`li` builds every 64-bit constant, in at most eight instructions."""
    assert run_steps(value) == value & (1 << 64) - 1
    assert len(constant_steps(value)) <= 8
