"""The kernel and the boards keep hal/contract.py: same names, same parameters, no imports upwards."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
BOARDS = ["riscv64", "aarch64"]
ARCHITECTURE = re.compile(r"\b(riscv\w*|aarch64\w*|csr|sysreg|mstatus|mcause|esr_el1|plic|gic\w*|ns16550|pl011)\b",
                          re.I)


def functions(board: str) -> dict[str, tuple[str, str]]:
    """What `hal.board` offers: its own functions, and those that it imports from the board's other modules."""
    found = {}
    for name in ("trap", "context", "fence", "protect", "board"):
        tree = ast.parse((ROOT / "hal" / board / f"{name}.py").read_text())
        for node in tree.body:
            if isinstance(node, ast.FunctionDef):
                found[node.name] = (ast.unparse(node.args), ast.unparse(node.returns) if node.returns else "")
    return found


def promised() -> set[str]:
    return set(re.findall(r"^\| (\w+)\(", (ROOT / "hal/contract.py").read_text(), re.M))


def imports(path: Path) -> list[tuple[str, str]]:
    """(module, name) of every import in a file."""
    found = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            found += [(node.module or "", alias.name) for alias in node.names]
        elif isinstance(node, ast.Import):
            found += [(alias.name, "") for alias in node.names]
    return found


@pytest.mark.parametrize("board", BOARDS)
def test_a_board_keeps_every_promise(board):
    assert len(promised()) > 15 and promised() <= set(functions(board))
    imported = {name for module, name in imports(ROOT / "hal" / board / "board.py")
                if module.endswith((".trap", ".context", ".fence", ".protect"))}
    own = {node.name for node in ast.parse((ROOT / "hal" / board / "board.py").read_text()).body
           if isinstance(node, ast.FunctionDef)}
    assert promised() <= imported | own


def test_the_boards_agree_on_parameters_and_results():
    first, second = (functions(board) for board in BOARDS)
    assert {name: first[name] for name in promised()} == {name: second[name] for name in promised()}


@pytest.mark.parametrize("path", sorted([*(ROOT / "kernel").rglob("*.py"), *(ROOT / "fs").rglob("*.py")]), ids=lambda p: p.name)
def test_the_kernel_uses_only_the_contract(path):
    for module, name in imports(path):
        if module == "hal.board":
            assert name in promised(), f"{name} is not in hal/contract.py"
        assert not re.match(r"hal\.(riscv64|aarch64|dev)\b", module)
    assert not ARCHITECTURE.search(path.read_text())


@pytest.mark.parametrize("path", sorted((ROOT / "hal").rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT)))
def test_hal_imports_nothing_from_above(path):
    tops = {module.partition(".")[0] for module, _ in imports(path)}
    assert tops <= {"hal", "rumpk", "typing", "enum"}
