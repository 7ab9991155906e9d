"""Every error code that the compiler uses has a page, and the pages' examples are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import qemu
from golden import INTERNALS
from qemu import ROOT

from rumpkc.build import check_files
from rumpkc.compilation import Options
from rumpkc.diagnostics import CompileError, render
from rumpkc.source import SourceMap
from rumpkc.tools.explain import PAGES, known_codes

COMPILER = ROOT / "compiler" / "rumpkc"
IN_SOURCE = re.compile(r"""["'(]([EW]0\d{3})["':) ]""")
EXAMPLE = re.compile(r"^(Wrong|Right):\n\n```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OPTIONS = Options("riscv64", app=False, use_cache=False)


def used_codes() -> set[str]:
    """The codes that stand as a string in the compiler's source."""
    return {code for path in COMPILER.rglob("*.py") for code in IN_SOURCE.findall(path.read_text(encoding="utf-8"))}


def examples(code: str) -> dict[str, str]:
    return {kind: text for kind, text in EXAMPLE.findall((PAGES / f"{code}.md").read_text(encoding="utf-8"))}


def check(tmp_path: Path, text: str) -> tuple[list[str], str]:
    """The codes that checking `text` gives, and the messages."""
    (tmp_path / "toolchain.toml").write_text("")
    (tmp_path / "example.py").write_text(text, encoding="utf-8")
    sources = SourceMap()
    try:
        found = check_files((tmp_path / "example.py",), OPTIONS, qemu.project_of(tmp_path, sources), sources)
    except CompileError as error:
        found = list(error.diagnostics)
    return [d.code for d in found], "\n".join(render(d, sources) for d in found)


def test_every_code_has_a_page() -> None:
    assert used_codes() - set(known_codes()) == set()


def test_every_page_has_a_code() -> None:
    assert set(known_codes()) - used_codes() == set()


WITHOUT_A_PAIR = {                       # codes that no source and command can show alone, and who shows them
    "E0491": "tests/unit/comptime", "E0492": "tests/unit/comptime", "E0606": "tests/unit/link", "E0607": "tests/unit/link",
    "E0608": "tests/unit/link", "E0609": "tests/unit/link", "E0610": "tests/unit/link", "E0702": "tests/unit/targets",
    "E0611": "tests/unit/link", "E0714": "tests/unit/driver", "E0719": "tests", "E0720": "tests", "E0722": "tests/unit/tools",
    "E0731": "tests/unit/fs",
}


def test_every_code_has_a_pair() -> None:
    """A pair in tests/fail has it at the head of a message. What no input provokes (E09xx) is left out."""
    expected = [path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "fail").glob("*.expected")]
    shown = {code for text in expected for code in re.findall(r"^(?:error|warning)\[([EW]\d{4})\]", text, re.MULTILINE)}
    wanted = {code for code in known_codes() if not code.startswith("E09")}
    assert wanted - shown - set(WITHOUT_A_PAIR) == set()
    assert shown & set(WITHOUT_A_PAIR) == set(), "these have a pair now"


@pytest.mark.parametrize("code", sorted(WITHOUT_A_PAIR))
def test_every_other_code_has_a_test(code: str) -> None:
    assert any(code in path.read_text(encoding="utf-8") for path in (ROOT / WITHOUT_A_PAIR[code]).rglob("test_*.py")
               if path != Path(__file__))


def test_messages_show_no_internals() -> None:
    for path in (ROOT / "tests" / "fail").glob("*.expected"):
        found = [line for line in path.read_text(encoding="utf-8").splitlines()
                 if re.match(r"(?:error|warning)\[|\s*= help|\s*\|\s*\^", line) and INTERNALS.search(line)]
        assert found == [], path.name


@pytest.mark.parametrize("code", known_codes())
def test_page(code: str) -> None:
    text = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    assert text.startswith(f"# {code}: ")
    assert "Wrong:" not in text or "Right:" in text


@pytest.mark.slow
@pytest.mark.parametrize("code", [code for code in known_codes() if "Wrong" in examples(code)])
def test_wrong_example(code: str, tmp_path: Path) -> None:
    """It gives exactly this code, once."""
    codes, said = check(tmp_path, examples(code)["Wrong"])
    assert codes == [code], said


@pytest.mark.slow
@pytest.mark.parametrize("code", [code for code in known_codes() if "Right" in examples(code)])
def test_right_example(code: str, tmp_path: Path) -> None:
    codes, said = check(tmp_path, examples(code)["Right"])
    assert codes == [], said
