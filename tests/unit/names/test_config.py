"""toolchain.toml: what it gives, and that every mistake is an error at its place."""

from __future__ import annotations

import pytest

from rumpkc.diagnostics import CompileError
from rumpkc.names.config import Config, parse_config
from rumpkc.source import Source
from rumpkc.warn.selection import with_arguments


def parse(text: str) -> Config:
    return parse_config(Source("toolchain.toml", text))


def test_everything() -> None:
    config = parse('[image]\nname = "os"\napp = "apps/a.py"\ntarget = "aarch64"\nopt-level = 1\n'
                   '[memory]\nram-mib = 64\n[unsafe]\nallow = ["hal", "kernel.trap"]\n[effects]\nnoalloc = ["hal"]\n')
    assert (config.name, config.app, config.target) == ("os", "apps/a.py", "aarch64")
    assert (config.opt_level, config.ram_mib) == (1, 64)
    assert config.is_unsafe("hal.dev.uart") and config.is_unsafe("kernel.trap")
    assert not config.is_unsafe("kernel") and not config.is_unsafe("halting")
    assert config.promises("hal", "noalloc") and not config.promises("kernel", "noalloc")
    assert not config.promises("hal", "noraise")


def test_sizes() -> None:
    """The innermost package decides."""
    config = parse('[size]\nsmall = ["kernel", "npl.nipbox.line"]\nleast = ["kernel.panic", "npl"]\n')
    wishes = {name: config.size_wish(name) for name in ("kernel.ring", "kernel.panic", "npl.nipbox.line", "npl.nipbox", "kernels")}
    assert wishes == {"kernel.ring": "small", "kernel.panic": "least", "npl.nipbox.line": "small", "npl.nipbox": "least", "kernels": ""}


def test_sizes_beside_the_shell() -> None:
    """`with-shell` counts in images that hold the shell only; `fast` takes packages out of any wish."""
    config = parse('[size]\nsmall = ["lib.core.str"]\nwith-shell = ["lib"]\nfast = ["lib.core.list"]\n')
    names = ("lib.os", "lib.core.str", "lib.core.list", "app")
    assert [config.size_wish(name, has_shell=True) for name in names] == ["least", "small", "", ""]
    assert [config.size_wish(name) for name in names] == ["", "small", "", ""]


def test_empty_gives_defaults() -> None:
    assert parse("") == Config()


@pytest.mark.parametrize("text, code, line, help", [
    ('[image]\nap = "x"\n', "E0710", 2, "did you mean `app`?"),
    ("[imag]\n", "E0710", 1, "did you mean [image]?"),
    ('app = "a.py"\n', "E0710", 1, "`app` belongs in the table [image]"),
    ('# x\n[memory]\n\ntarget = "host"\n', "E0710", 4, "`target` belongs in the table [image]"),
    ('[image]\nopt-level = "2"\n', "E0711", 2, ""),
    ("[image]\nopt-level = true\n", "E0711", 2, ""),
    ("image = 3\n", "E0711", 1, "write a line [image] and its keys below it"),
    ("[image]\nopt-level = 4\n", "E0712", 2, "it is one of 0, 1, 2, 3"),
    ('[image]\ntarget = "riscv"\n', "E0712", 2, "did you mean `riscv64`?"),
    ("[memory]\nram-mib = 1\n", "E0712", 2, "it is 4 to 16384"),
    ('[image]\nname = "../x"\n', "E0712", 2, 'it is a part of a file name, such as "rumpk"'),
    ('[image]\napp = "/etc/a.py"\n', "E0712", 2, "it is a .py file, relative to the project root"),
    ("[unsafe]\nallow = [1]\n", "E0712", 2, 'it lists packages or modules by name, such as "kernel" or "hal.dev"'),
    ("[image\n", "E0713", 1, "see https://toml.io for the syntax"),
    ('[image]\napp = "x.py"\napp = "y.py"\n', "E0713", 3, "see https://toml.io for the syntax"),
])
def test_mistakes(text: str, code: str, line: int, help: str) -> None:  # noqa: A002
    with pytest.raises(CompileError) as caught:
        parse(text)
    diagnostic = caught.value.diagnostics[0]
    assert (diagnostic.code, diagnostic.span.line, diagnostic.help) == (code, line, help)


def test_warnings() -> None:
    config = parse('[warnings]\ndefault = "off"\non = ["unused-import"]\nerror = ["W0204"]\n')
    levels = {code: config.warnings.level(code) for code in ("W0201", "W0202", "W0204")}
    assert levels == {"W0201": "on", "W0202": "off", "W0204": "error"}
    changed = with_arguments(config.warnings, ["error", "no-W0201", "error=unused-variable", "unreachable"])
    assert [changed.level(code) for code in ("W0101", "W0201", "W0202", "W0204")] == ["error", "off", "error", "on"]
