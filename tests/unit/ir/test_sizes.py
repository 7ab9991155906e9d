"""[size] of toolchain.toml: which functions LLVM is told to make small."""

import re
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "emit"))

from build import HERE, INT, function, get, llvm_of, num, prim, ret  # noqa: E402

from rumpkc.ir import nodes as ir  # noqa: E402
from rumpkc.ir.passes.sizes import wish_sizes  # noqa: E402
from rumpkc.names.config import SHELL, Config  # noqa: E402


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


def test_images_with_the_shell() -> None:
    """One function of the shell's module makes it an image with a shell."""
    config = Config(with_shell=("lib",))
    program = ir.Program([replace(function(name, [], INT, [ret(num(1))]), module=module)
                          for name, module in (("f", "lib.os"), ("g", SHELL))])
    wish_sizes(program, config)
    assert [f.attrs for f in program.functions] == [{"least"}, set()]
    alone = ir.Program(program.functions[:1])
    alone.functions[0].attrs = frozenset()
    wish_sizes(alone, config)
    assert not alone.functions[0].attrs


def test_code_that_is_to_be_small_calls_what_others_have_in_place() -> None:
    """`@inline` is a wish of speed: whoever is as small as can be leaves it to LLVM."""
    callee = function("callee", [], INT, [ret(num(1))])
    callee.attrs |= {"inline"}
    fast, least = (function(name, [], INT, [ret(ir.Call(HERE, INT, callee, ()))]) for name in ("fast", "least"))
    least.attrs |= {"least"}
    text = llvm_of(callee, fast, least)
    groups = [re.search(rf"@{name}\(.*?call [^\n]*@callee\(\) #(\d+)", text, re.DOTALL) for name in ("fast", "least")]
    words = [re.search(rf"^attributes #{group[1]} = {{ (.*) }}", text, re.MULTILINE) for group in groups if group]
    assert ["alwaysinline" in word[1].split() for word in words if word] == [True, False]
