"""toolchain.toml: what a project builds by default, and which of its modules may do what.

    [image]    name = "rumpk"  app = "npl/nipbox/main.py"  target = "riscv64"  opt-level = 2
               shell = true  commands = ["ls", "cat"]      # an app with the shell beside it, and what that can do
    [memory]   ram-mib = 128                                   # what QEMU gives the machine and the linker may fill
    [unsafe]   allow = ["hal", "kernel"]                       # packages that may use Ptr, prim, registers
    [effects]  noalloc = ["hal"]  noraise = []  nonblocking = []     # packages whose functions must keep a promise
    [size]     small = ["kernel.ring"]  least = ["kernel"]    # packages compiled to be small, or as small as can be
               with-shell = ["lib"]     fast = ["lib.kdl"]    # as small as can be beside the shell, but for these
    [warnings] default = "on"  on = []  off = ["shadowed-builtin"]  error = ["unreachable"]

An unknown table or key, a wrong type or a value out of range is an error at its line.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from rumpkc.diagnostics import CompileError, fail
from rumpkc.names.modules import read_text
from rumpkc.names.project import CONFIG_NAME, display_path
from rumpkc.source import Source, SourceMap, Span
from rumpkc.warn.selection import CODES, ERROR, LEVELS, NAMES, OFF, ON, Selection, code_of

TARGETS = ("riscv64", "aarch64", "host")
OPT_LEVELS = (0, 1, 2, 3)
PROMISES = ("noalloc", "noraise", "nonblocking")
SIZES = ("small", "least", "with-shell", "fast")
SIZE_FIELDS = tuple(name.replace("-", "_") for name in SIZES)
SHELL = "npl.nipbox.shell"              # the module that an image has if a shell runs in it
MIN_RAM_MIB, MAX_RAM_MIB = 4, 16384


@dataclass(frozen=True, slots=True)
class Config:
    """One project's settings, with the defaults for what toolchain.toml leaves out."""

    name: str = "rumpk"                 # the default image is build/<name>-<target>.elf
    app: str = ""                       # its app, relative to the root; empty: `rumpkc build` needs a FILE
    target: str = "riscv64"
    opt_level: int = 2
    shell: bool = False                 # whether images of other apps than the shell have it, too
    commands: tuple[str, ...] = ()      # of the shell; none named: all
    ram_mib: int = 128
    unsafe: tuple[str, ...] = ()
    noalloc: tuple[str, ...] = ()
    noraise: tuple[str, ...] = ()
    nonblocking: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    least: tuple[str, ...] = ()
    with_shell: tuple[str, ...] = ()
    fast: tuple[str, ...] = ()
    warn_default: str = "on"
    warn_on: tuple[str, ...] = ()
    warn_off: tuple[str, ...] = ()
    warn_error: tuple[str, ...] = ()
    fields: frozenset[str] = field(default=frozenset(), repr=False)     # the fields that the file sets
    digest: str = field(default="", repr=False)                         # SHA-256 of the file; empty: there is none

    def is_unsafe(self, module: str) -> bool:
        """Whether `module` may use raw pointers, registers and primitive operations."""
        return in_packages(module, self.unsafe)

    def promises(self, module: str, promise: str) -> bool:
        """Whether every function of `module` must be proved to keep `promise`: noalloc, noraise or nonblocking."""
        return in_packages(module, getattr(self, promise))

    def size_wish(self, module: str, has_shell: bool = False) -> str:
        """How small the code of `module` is wished to be: "least", "small", or "" where speed counts.

        Of the packages that it lies in, the innermost one decides. `has_shell`: the image holds the shell.
        """
        wishes = {"small": self.small, "least": self.least, "fast": self.fast}
        if has_shell:
            wishes["least"] += self.with_shell
        found = [(len(package), wish) for wish, packages in wishes.items() for package in packages
                 if in_packages(module, (package,))]
        return max(found, default=(0, ""))[1].replace("fast", "")

    @property
    def warnings(self) -> Selection:
        """The levels of warnings; `error` counts more than `off`, and that more than `on`."""
        lists = ((ON, self.warn_on), (OFF, self.warn_off), (ERROR, self.warn_error))
        return Selection(self.warn_default, tuple((code_of(name) or name, level) for level, names in lists
                                                  for name in names))


def in_packages(module: str, packages: tuple[str, ...]) -> bool:
    """Whether `module` is one of `packages` or lies in one."""
    return any(module == package or module.startswith(f"{package}.") for package in packages)


@dataclass(frozen=True, slots=True)
class Key:
    """One key: the Config field it sets, the TOML type, and the values that are allowed."""

    field: str
    type: type
    choices: tuple[Any, ...] = ()
    low: int | None = None
    high: int | None = None
    pattern: re.Pattern[str] | None = None
    expects: str = ""                   # what `pattern` asks for, in words


FILE_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
MODULE_NAME = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*")
COMMAND_NAME = re.compile(r"[a-z][a-z0-9-]*")
SOURCE_PATH = re.compile(r"(?!/)[^\0]*\.py")
TABLE_LINE = re.compile(r"\s*\[([^\[\]]+)\]")
KEY_LINE = re.compile(r"""\s*["']?([\w-]+)["']?\s*[=.]""")
PACKAGES = "it lists packages or modules by name, such as \"kernel\" or \"hal.dev\""

KEYS: dict[str, dict[str, Key]] = {
    "image": {
        "name": Key("name", str, pattern=FILE_NAME, expects="it is a part of a file name, such as \"rumpk\""),
        "app": Key("app", str, pattern=SOURCE_PATH, expects="it is a .py file, relative to the project root"),
        "target": Key("target", str, TARGETS),
        "opt-level": Key("opt_level", int, OPT_LEVELS),
        "shell": Key("shell", bool, (False, True)),
        "commands": Key("commands", list, pattern=COMMAND_NAME,
                        expects="it lists commands of the shell, such as \"ls\""),
    },
    "memory": {"ram-mib": Key("ram_mib", int, low=MIN_RAM_MIB, high=MAX_RAM_MIB)},
    "unsafe": {"allow": Key("unsafe", list, pattern=MODULE_NAME, expects=PACKAGES)},
    "effects": {name: Key(name, list, pattern=MODULE_NAME, expects=PACKAGES) for name in PROMISES},
    "size": {name: Key(field, list, pattern=MODULE_NAME, expects=PACKAGES) for name, field in zip(SIZES, SIZE_FIELDS)},
    "warnings": {
        "default": Key("warn_default", str, LEVELS),
        **{level: Key(f"warn_{level}", list, (*CODES, *NAMES)) for level in LEVELS},
    },
}
SHOWN_TYPES = {str: "a string", int: "a whole number", list: "a list of strings", dict: "a table", bool: "a boolean",
               float: "a decimal number"}


def load_config(root: Path, sources: SourceMap) -> Config:
    """The settings of the project at `root`; all defaults where it has no toolchain.toml. E0710 to E0713."""
    path = root / CONFIG_NAME
    if not path.is_file():
        return Config()
    shown = display_path(path, root)
    text, digest = read_text(path, shown)
    return replace(parse_config(sources.add(Source(shown, text))), digest=digest)


def parse_config(source: Source) -> Config:
    """The settings that a toolchain.toml's text gives."""
    import tomllib

    try:
        data = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(source, str(error)) from None
    values: dict[str, Any] = {}
    for table, content in data.items():
        if table not in KEYS:
            raise _unknown_table(source, table, content)
        if not isinstance(content, dict):
            raise fail("E0711", f"`{table}` is a table", place_of(source, "", table), f"not {_shown(content)}",
                       help=f"write a line [{table}] and its keys below it")
        for key, value in content.items():
            if key not in KEYS[table]:
                raise _unknown_key(source, table, key)
            values[KEYS[table][key].field] = _checked(source, table, key, value)
    return replace(Config(), **values, fields=frozenset(values))


def _checked(source: Source, table: str, key: str, value: Any) -> Any:
    """The value of one key, converted for Config; E0711 (type) or E0712 (value)."""
    spec, at = KEYS[table][key], place_of(source, table, key)
    if type(value) is not spec.type:
        raise fail("E0711", f"`{table}.{key}` is {SHOWN_TYPES[spec.type]}", at, f"not {_shown(value)}")
    for item in (value if isinstance(value, list) else [value]) if spec.choices else ():
        if item not in spec.choices:
            near = difflib.get_close_matches(str(item), map(str, spec.choices), n=1)
            hint = f"did you mean `{near[0]}`?" if near else f"it is one of {', '.join(map(str, spec.choices))}"
            be = "hold" if isinstance(value, list) else "be"
            raise fail("E0712", f"`{table}.{key}` cannot {be} `{item}`", at, help=hint)
    if spec.low is not None and spec.high is not None and value not in range(spec.low, spec.high + 1):
        raise fail("E0712", f"`{table}.{key}` cannot be {value}", at, help=f"it is {spec.low} to {spec.high}")
    if spec.pattern is not None:
        for item in value if isinstance(value, list) else [value]:
            if not isinstance(item, str) or not spec.pattern.fullmatch(item):
                raise fail("E0712", f"`{table}.{key}` cannot hold `{item}`", at, help=spec.expects)
    return tuple(value) if isinstance(value, list) else value


def _unknown_table(source: Source, table: str, content: Any) -> CompileError:
    kind = "table" if isinstance(content, dict) else "key"
    owner = next((t for t, keys in KEYS.items() if table in keys), "")
    near = difflib.get_close_matches(table, KEYS, n=1)
    hint = (f"did you mean [{near[0]}]?" if near else f"`{table}` belongs in the table [{owner}]" if owner
            else f"the tables are {', '.join(f'[{t}]' for t in KEYS)}")
    return fail("E0710", f"there is no {kind} `{table}`", place_of(source, "", table), help=hint)


def _unknown_key(source: Source, table: str, key: str) -> CompileError:
    owner = next((t for t, keys in KEYS.items() if key in keys), "")
    near = difflib.get_close_matches(key, KEYS[table], n=1)
    hint = (f"did you mean `{near[0]}`?" if near else f"`{key}` belongs in the table [{owner}]" if owner
            else f"the keys of [{table}] are {', '.join(KEYS[table])}")
    return fail("E0710", f"there is no key `{key}` in [{table}]", place_of(source, table, key), help=hint)


def _shown(value: Any) -> str:
    return SHOWN_TYPES.get(type(value), "a date") if not isinstance(value, list) else "a list"


def place_of(source: Source, table: str, key: str) -> Span:
    """Where `key` of `table` stands (tomllib gives no places): its line, or its table's, or the file."""
    current, best = "", Span(source.path, 0, 0, 0, 0)
    for number, line in enumerate(source.lines, 1):
        if header := TABLE_LINE.match(line):
            current = header[1].strip()
            if current == (table or key):
                best = Span(source.path, number, line.index("["), number, len(line.rstrip()))
                if not table:
                    return best
        elif (found := KEY_LINE.match(line)) and f"{current}.{found[1]}".strip(".") == f"{table}.{key}".strip("."):
            return Span(source.path, number, found.start(1), number, found.end(1))
    return best


def _syntax_error(source: Source, message: str) -> CompileError:
    """E0713 for text that is no TOML; tomllib's place is in its message."""
    text, _, _ = message.partition(" (at ")
    found = re.search(r"at line (\d+), column (\d+)", message)
    line, col = (int(found[1]), int(found[2])) if found else (len(source.lines), 1)
    return fail("E0713", f"{source.path} is not TOML: {text[:1].lower()}{text[1:]}",
                Span(source.path, line, col - 1, line, col), help="see https://toml.io for the syntax")
