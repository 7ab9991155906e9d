"""The command line: what each verb takes, and the examples that its help begins with (each is run by a test)."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from rumpkc.compilation import Options
from rumpkc.diagnostics import did_you_mean, fail
from rumpkc.reports import COLOURS

USAGE_CODE = "E0717"
EMITTED = ("obj", "header", "llvm", "asm")          # see products.py
PROFILES = {"dev": 1, "release": 2}                  # level of optimisation, where `-O` names none
SHELLS = ("bash", "zsh", "fish")
EXAMPLES: dict[str, tuple[str, ...]] = {
    "build": ("rumpkc build apps/hello.py", "rumpkc build apps/hello.py --profile dev",
              "rumpkc build apps/hello.py -t aarch64 --emit asm -o build/hello.elf"),
    "run": ("rumpkc run apps/hello.py", "rumpkc run apps/hello.py -t host",
            "rumpkc run apps/hello.py -v -- -icount shift=0"),
    "check": ("rumpkc check apps/hello.py", "rumpkc check apps/hello.py -W error --json"),
    "effects": ("rumpkc effects apps/hello.py", "rumpkc effects apps/hello.py --all -v"),
    "gdb": ("rumpkc gdb apps/hello.py",),
    "size": ("rumpkc size apps/hello.py", "rumpkc size apps/hello.py --diff build/hello-riscv64.elf --html",
             "rumpkc size apps/hello.py --stack"),
    "profile": ("rumpkc profile apps/hello.py",),
    "trace": ("rumpkc trace apps/hello.py -t aarch64", "rumpkc trace apps/hello.py --events"),
    "symbolize": ("rumpkc symbolize apps/hello.py panic.log", "rumpkc symbolize build/hello-riscv64.elf panic.log"),
    "new": ("rumpkc new light", "rumpkc new blinker --template driver"),
    "test": ("rumpkc test", "rumpkc test greeting -t host"),
    "fmt": ("rumpkc fmt apps/hello.py", "rumpkc fmt --check apps"),
    "config": ("rumpkc config", "rumpkc config --why image.target"),
    "explain": ("rumpkc explain E0304",),
    "completion": ("rumpkc completion bash",),
    "doctor": ("rumpkc doctor",),
    "clean": ("rumpkc clean",),
}


class Parser(argparse.ArgumentParser):
    """argparse whose errors are ours: a code, a suggestion, status 2."""

    def format_help(self) -> str:
        """The examples of the verb, then what argparse says."""
        examples = EXAMPLES.get(self.prog.rpartition(" ")[2], ())
        return "".join(f"{line}\n" for line in ("examples:", *(f"  {command}" for command in examples), "")) \
            + super().format_help()

    def error(self, message: str) -> NoReturn:
        raise fail(USAGE_CODE, f"{self.prog}: {message}", help=f"`{self.prog} --help` shows what it takes")


def _products(text: str) -> tuple[str, ...]:
    kinds = tuple(text.split(","))
    for kind in kinds:
        if kind not in EMITTED:
            raise argparse.ArgumentTypeError(f"there is no `{kind}`; it is one of {', '.join(EMITTED)}")
    return kinds


Add = Callable[[Parser], None]


def _option(*names: str, **how: Any) -> Add:
    """One argument, as `add_argument` takes it."""
    def add(parser: Parser) -> None:
        parser.add_argument(*names, **how)

    return add


FILES: tuple[Add, ...] = (_option("files", nargs="+", metavar="file", help="source files"),)
IMAGE: tuple[Add, ...] = (
    _option("file", nargs="?", help="the app; without it, the one that toolchain.toml names"),
    _option("-o", "--output", type=Path, help="where the image goes"),
    _option("--shell", action=argparse.BooleanOptionalAction, default=None,
            help="the shell beside the app, or not, whatever toolchain.toml says"),
    _option("--no-debug", action="store_true", help="leave debug information out of the image"),
    _option("--link", action="append", default=[], metavar="FILE",
            help="an object or archive (.o, .a) that goes into the image"),
)
COMPILE: tuple[Add, ...] = (
    _option("-t", "--target", help="riscv64, aarch64 or host"),
    _option("-O", "--opt-level", type=int, choices=(0, 1, 2, 3), help="how hard LLVM optimises"),
    _option("--profile", choices=tuple(PROFILES), help="dev: built fast; release: runs fast"),
    _option("-W", dest="warn", action="append", default=[], metavar="LEVEL",
            help="error, off, no-NAME, error=NAME: which warnings are shown, and which are errors"),
    _option("--no-cache", action="store_true", help="build even when nothing has changed"),
    _option("--dump", action="append", default=[], metavar="PASS", help="print what a pass made"),
    _option("--time-passes", action="store_true", help="print how long each pass took, and the command for it"),
)
STOP: tuple[Add, ...] = (_option("--stop-after", metavar="PASS", help="run no pass behind this one"),)
ARGUMENTS: dict[str, tuple[Add, ...]] = {
    "build": (
        *IMAGE,
        _option("--emit", type=_products, default=(), metavar="KINDS",
                help="also write obj, header, llvm or asm, separated by commas"),
        *COMPILE,
        _option("--explain-alloc", action="store_true",
                help="list the places that allocate, each with the reason why its object is not in a frame"),
        _option("--explain-checks", action="store_true",
                help="count the checks that are left in each function: bounds, overflow, None and so on"),
        _option("-v", "--verbose", action="store_true",
                help="print commands that show what each pass made, and the one that runs the image, ready to paste"),
        *STOP,
    ),
    "run": (*IMAGE, *COMPILE,
            _option("-v", "--verbose", action="store_true", help="print the QEMU command, ready to paste")),
    "gdb": (*IMAGE, *COMPILE, lambda parser: parser.set_defaults(opt_level=0)),
    "profile": (*IMAGE, *COMPILE),
    "trace": (*IMAGE, *COMPILE,
              _option("--events", action="store_true",
                      help="run at full speed and show on stderr the kernel's last events: fibers, workers, faults")),
    "size": (
        *IMAGE, *COMPILE,
        _option("--stack", action="store_true", help="the most stack that each entry point can take"),
        _option("--all", action="store_true", help="every symbol, not only the largest"),
        _option("--diff", type=Path, metavar="ELF", help="what has grown or shrunk since that image"),
        _option("--html", action="store_true", help="also write a map of the image beside it"),
    ),
    "check": (*FILES, *COMPILE, *STOP),
    "effects": (
        *FILES, *COMPILE,
        _option("--all", action="store_true", help="also the functions of the modules that are used"),
        _option("-v", "--verbose", action="store_true", help="each step of a way with its place"),
    ),
    "symbolize": (
        *COMPILE,
        _option("image", help="the image, or the program that it is built from"),
        _option("log", nargs="?", help="the log; without it, or for `-`, stdin"),
    ),
    "new": (
        _option("name", help="the folder to make; its last part is the project's name"),
        _option("--template", default="app", help="app, driver or payload"),
    ),
    "test": (
        _option("only", nargs="?", default="", metavar="K", help="only tests with this in their name"),
        _option("-t", "--target", help="where the programs run; without it, toolchain.toml's target"),
        _option("--bless", action="store_true", help="write what the programs print as what is expected"),
    ),
    "fmt": (
        _option("files", nargs="*", metavar="file", help="files or folders; without them, the project"),
        _option("--check", action="store_true", help="only say what would change; status 1 if anything"),
    ),
    "config": (_option("--why", metavar="KEY", help="where the value of a key comes from, and what it may be"),),
    "completion": (_option("shell", choices=SHELLS, help="whose script to print"),),
    "explain": (_option("code", help="the code in the brackets of a message"),),
}


def parser_of(verb: str, about: str) -> Parser:
    """The arguments of one verb; its help shows examples first."""
    parser = Parser(f"rumpkc {verb}", description=about, allow_abbrev=False)
    parser.add_argument("--json", action="store_true", help="messages as JSON, one object a line, for editors")
    parser.add_argument("--color", choices=COLOURS, help="colours in messages; auto: on a terminal")
    for add in ARGUMENTS.get(verb, ()):
        add(parser)
    return parser


def parse_arguments(verb: str, about: str, arguments: list[str]) -> argparse.Namespace:
    """The arguments of `verb`; what stands behind `--` is for QEMU. E0717 for an option that there is not."""
    extra: list[str] = []
    if verb in ("run", "gdb", "profile", "trace") and "--" in arguments:
        at = arguments.index("--")
        arguments, extra = arguments[:at], arguments[at + 1:]
    parser = parser_of(verb, about)
    args, unknown = parser.parse_known_args(arguments)
    if unknown:
        options = [option for action in parser._actions for option in action.option_strings]
        hint = did_you_mean(unknown[0].partition("=")[0], options) or f"`{parser.prog} --help` shows what it takes"
        raise fail(USAGE_CODE, f"{parser.prog}: there is no option `{unknown[0]}`" if unknown[0].startswith("-") else
                   f"{parser.prog}: `{unknown[0]}` is one argument too many", help=hint)
    args.extra = tuple(extra)
    return args


def options_of(args: argparse.Namespace, app: bool = True) -> Options:
    level = PROFILES.get(args.profile) if args.opt_level is None else args.opt_level
    return Options(args.target, level, debug=not getattr(args, "no_debug", False),
                   output=getattr(args, "output", None), shell=getattr(args, "shell", None), app=app,
                   use_cache=not args.no_cache,
                   dumps=tuple(args.dump), stop_after=getattr(args, "stop_after", None), time_passes=args.time_passes,
                   link=tuple(os.path.abspath(name) for name in getattr(args, "link", ())),
                   warn=tuple(args.warn),
                   emit=getattr(args, "emit", ()), explain_alloc=getattr(args, "explain_alloc", False),
                   explain_checks=getattr(args, "explain_checks", False))
