"""`rumpkc config`: the settings of a project, where each comes from, and what it may be."""

from __future__ import annotations

from typing import Any

from rumpkc.compilation import Project
from rumpkc.diagnostics import did_you_mean, fail
from rumpkc.names.config import KEYS, SHOWN_TYPES, Config, place_of
from rumpkc.names.project import CONFIG_NAME
from rumpkc.source import SourceMap

ABOUT = {
    "image.name": "the default image is build/NAME-TARGET.elf",
    "image.app": "the program that verbs without a file build",
    "image.target": "the machine that images are for; `-t` on the command line comes first",
    "image.opt-level": "how hard LLVM optimises; `-O` on the command line comes first",
    "image.shell": "whether apps have the shell beside them; `--shell` and `--no-shell` on the command line come first",
    "image.commands": "the shell's commands that are in the image, all where none is named; `help` always is",
    "memory.ram-mib": "what the image may fill, and QEMU gives",
    "unsafe.allow": "packages that may use raw memory, registers and `prim`",
    "effects.noalloc": "packages none of whose functions may allocate",
    "effects.noraise": "packages none of whose functions may raise",
    "effects.nonblocking": "packages none of whose functions may block",
    "size.small": "packages whose code is small where that costs little speed",
    "size.least": "packages whose code is as small as can be",
    "size.with-shell": "packages whose code is as small as can be in images that hold the shell",
    "size.fast": "packages in those others whose speed counts nevertheless",
    "warnings.default": "the level of warnings that no list names; `-W` on the command line comes first",
    "warnings.on": "warnings that are shown",
    "warnings.off": "warnings that are not shown",
    "warnings.error": "warnings that are errors",
}


def show_settings(project: Project, sources: SourceMap) -> str:
    """Every key with its value and the line that sets it."""
    rows = [(f"{table}.{key}", _value(project.config, table, key), _source(project, sources, table, key))
            for table, keys in KEYS.items() for key in keys]
    width = max(len(name) for name, _, _ in rows)
    return "".join(f"{name:<{width}} = {value:<28} # {where}\n" for name, value, where in rows)


def explain_key(project: Project, sources: SourceMap, name: str) -> str:
    """The value of one key, where it comes from, what it does and may be; E0710 for one that there is not."""
    known = [f"{table}.{key}" for table, keys in KEYS.items() for key in keys]
    full = name if name in known else next((k for k in known if k.partition(".")[2] == name), "")
    if not full:
        raise fail("E0710", f"there is no key `{name}`",
                   help=did_you_mean(name, known) or f"the keys are {', '.join(known)}")
    table, _, key = full.partition(".")
    spec = KEYS[table][key]
    values = (f"one of {', '.join(map(str, spec.choices))}" if spec.choices
              else f"{spec.low} to {spec.high}" if spec.low is not None else SHOWN_TYPES[spec.type])
    if spec.choices and spec.type is list:
        values = f"a list of {', '.join(map(str, spec.choices))}"
    lines = [f"{full} = {_value(project.config, table, key)}", f"  from      {_source(project, sources, table, key)}",
             f"  is        {ABOUT[full]}", f"  may be    {values}"]
    if spec.field in project.config.fields:
        lines.insert(2, f"  default   {_shown(getattr(Config(), spec.field))}")
    return "".join(f"{line}\n" for line in lines)


def _value(config: Config, table: str, key: str) -> str:
    return _shown(getattr(config, KEYS[table][key].field))


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_shown, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _source(project: Project, sources: SourceMap, table: str, key: str) -> str:
    """The line of toolchain.toml, or the default; the compiler's own file adds packages of the library to lists."""
    if KEYS[table][key].field in project.config.fields:
        source = sources.get(CONFIG_NAME)
        line = place_of(source, table, key).line if source is not None else 0
        return f"{project.root / CONFIG_NAME}:{line}"
    return "the default" if _value(project.config, table, key) == _shown(getattr(Config(), KEYS[table][key].field)) \
        else "the library's own packages"
