"""[size] of toolchain.toml: which functions LLVM is told to make small."""

import re
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "emit"))

from build import INT, function, get, llvm_of, num, prim, ret  # noqa: E402

from rumpkc.ir import nodes as ir  # noqa: E402
from rumpkc.ir.passes.sizes import wish_sizes  # noqa: E402
from rumpkc.names.config import Config  # noqa: E402


def words_of(module: str, config: Config) -> set[str]:
    """What LLVM is told about a function of `module`."""
    x = ir.Local("x", INT)
    f = replace(function("f", [x], INT, [ret(prim("add.checked", get(x), num(1)))]), module=module)
    program = ir.Program([f])
    wish_sizes(program, config)
    text = llvm_of(f)
    group = re.search(r"^define .*@f\(.*#(\d+)", text, re.MULTILINE)
    assert group is not None
    words = re.search(rf"^attributes #{group[1]} = {{ (.*) }}", text, re.MULTILINE)
    assert words is not None
    return {"optsize", "minsize"} & set(words[1].split())


def test_wishes() -> None:
    config = Config(small=("kernel",), least=("kernel.panic",))
    assert words_of("kernel.ring", config) == {"optsize"}
    assert words_of("kernel.panic", config) == {"optsize", "minsize"}
    assert words_of("lib.core.list", config) == set()
