"""The command line: one function a verb, no logic.

Exit status: 0 done, 1 an error in the program or its build, 2 a wrong command line, 70 a bug in the compiler,
130 Ctrl-C; `rumpkc run` gives the program's own.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from rumpkc import __version__
from rumpkc.arguments import EXAMPLES, USAGE_CODE, options_of, parse_arguments
from rumpkc.compilation import Project, default_app, open_project, target_of
from rumpkc.diagnostics import CompileError, Diagnostic, did_you_mean, fail
from rumpkc.reports import choose_form, show
from rumpkc.source import SourceMap

USAGE_ERROR, INTERNAL_ERROR, INTERRUPTED = 2, 70, 130
EVENTS = ("-append", "rumpk.events=1")     # the kernel tells its last events at the end
HELP = ("-h", "--help", "help")


# Verbs

def build(args: argparse.Namespace, sources: SourceMap) -> int:
    """compile a program to an image"""
    from rumpkc.build import build_image

    project, path = project_and_app(args, sources)
    options = options_of(args)
    output, warnings = build_image(path, options, project, sources)
    show(warnings, sources)
    if args.verbose:
        from rumpkc.driver import closer_looks
        from rumpkc.tools.run import run_command

        print(closer_looks((path,), options) + run_command(output, target_of(options, project)), file=sys.stderr)
    if args.stop_after is None:
        print(os.path.relpath(output))
    return 0


def run(args: argparse.Namespace, sources: SourceMap) -> int:
    """compile a program and run it; `--` passes arguments to QEMU"""
    from rumpkc.build import build_image
    from rumpkc.tools.run import check_qemu, run_image

    project, path = project_and_app(args, sources)
    options = options_of(args)
    target = target_of(options, project)
    check_qemu(target)
    output, warnings = build_image(path, options, project, sources)
    show(warnings, sources)
    at_terminal = args.file is None and sys.stdin.isatty()
    return run_image(output, target, extra=args.extra, verbose=args.verbose, terminal=at_terminal)


def check(args: argparse.Namespace, sources: SourceMap) -> int:
    """check files: the front end only"""
    from rumpkc.build import check_files

    paths = tuple(map(Path, args.files))
    project = open_project(paths[0].absolute().parent, sources)
    show(check_files(paths, options_of(args, app=False), project, sources), sources)
    return 0


def effects(args: argparse.Namespace, sources: SourceMap) -> int:
    """list what each function may do: alloc, raise, block, unsafe, and by which way"""
    from rumpkc.build import front_end, has_main
    from rumpkc.tools.effects import show_effects

    paths = tuple(map(Path, args.files))
    project = open_project(paths[0].absolute().parent, sources)
    app = len(paths) == 1 and has_main(paths[0])
    c = front_end(paths, options_of(args, app=app), project, sources)
    print(show_effects(c, args.all, args.verbose), end="")
    return 0


def gdb(args: argparse.Namespace, sources: SourceMap) -> int:
    """build for debugging, and attach gdb to QEMU stopped at reset"""
    from rumpkc.build import build_image
    from rumpkc.tools.gdb import debug_image
    from rumpkc.tools.run import check_qemu

    project, path = project_and_app(args, sources)
    options = options_of(args)
    target = target_of(options, project)
    check_qemu(target)
    output, warnings = build_image(path, options, project, sources)
    show(warnings, sources)
    return debug_image(output, target, project.root, args.extra)


def size(args: argparse.Namespace, sources: SourceMap) -> int:
    """show what takes the room in an image: by section, module and symbol"""
    from rumpkc.build import build_image
    from rumpkc.tools.size import show_sizes

    project, path = project_and_app(args, sources)
    output = path
    if path.suffix != ".elf":
        output, warnings = build_image(path, options_of(args), project, sources)
        show(warnings, sources)
    if args.stack:
        from rumpkc.tools.stack import show_stacks

        return show_stacks(output)
    return show_sizes(output, project, everything=args.all, other=args.diff, html=args.html)


def symbolize(args: argparse.Namespace, sources: SourceMap) -> int:
    """explain the code addresses in a log: function, file and line under each line"""
    from rumpkc.tools.places import Places
    from rumpkc.tools.symbolize import symbolize as explained

    image = Path(args.image)
    if image.suffix == ".py":
        from rumpkc.build import build_image

        image, warnings = build_image(image, options_of(args), open_project(image.absolute().parent, sources), sources)
        show(warnings, sources)
    log = sys.stdin.buffer.read() if args.log in (None, "-") else Path(args.log).read_bytes()
    print(explained(log, Places(image)), end="")
    return 0


def profile(args: argparse.Namespace, sources: SourceMap) -> int:
    """run a program and count its instructions by function: a table on stderr, a flame graph beside the image"""
    return _recorded(args, sources, calls=False)


def trace(args: argparse.Namespace, sources: SourceMap) -> int:
    """run a program and write every call, with the instructions until then, beside the image; or show events"""
    return _recorded(args, sources, calls=True)


def _recorded(args: argparse.Namespace, sources: SourceMap, calls: bool) -> int:
    from rumpkc.build import build_image
    from rumpkc.tools.record import record_profile, record_trace
    from rumpkc.tools.run import check_qemu, run_image

    project, path = project_and_app(args, sources)
    options = options_of(args)
    target = target_of(options, project)
    check_qemu(target)
    output, warnings = build_image(path, options, project, sources)
    show(warnings, sources)
    if calls and args.events:
        return run_image(output, target, extra=(*EVENTS, *args.extra))
    return (record_trace if calls else record_profile)(output, target, args.extra)


def doctor(_args: argparse.Namespace, _sources: SourceMap) -> int:
    """show every external tool, its version, and what would mend it"""
    from rumpkc.tools.doctor import examine

    return examine()


def explain(args: argparse.Namespace, _sources: SourceMap) -> int:
    """explain an error code, such as E0304"""
    from rumpkc.tools.explain import explain as page_of

    print(page_of(args.code), end="")
    return 0


def clean(_args: argparse.Namespace, sources: SourceMap) -> int:
    """remove what builds have written"""
    from rumpkc.tools.clean import clean as remove

    return remove(open_project(Path.cwd(), sources).build_dir)


def new(args: argparse.Namespace, _sources: SourceMap) -> int:
    """make a project: a program, its test, settings for the editor and for gdb"""
    from rumpkc.tools.new import make_project

    return make_project(Path(args.name), args.template)


def test(args: argparse.Namespace, sources: SourceMap) -> int:
    """run the project's tests: programs whose output is known, and tests under CPython"""
    from rumpkc.tools.test import run_tests

    return run_tests(open_project(Path.cwd(), sources), args.only, args.target, args.bless)


def fmt(args: argparse.Namespace, sources: SourceMap) -> int:
    """format source files, by ruff"""
    from rumpkc.tools.fmt import format_files

    return format_files(args.files, open_project(Path.cwd(), sources).root, args.check)


def config(args: argparse.Namespace, sources: SourceMap) -> int:
    """show the project's settings, and why they are what they are"""
    from rumpkc.tools.config import explain_key, show_settings

    project = open_project(Path.cwd(), sources)
    print(explain_key(project, sources, args.why) if args.why else show_settings(project, sources), end="")
    return 0


def completion(args: argparse.Namespace, _sources: SourceMap) -> int:
    """print what makes a shell complete rumpkc's command lines"""
    from rumpkc.tools.completion import script

    print(script(args.shell, {name: verb.__doc__ or "" for name, verb in VERBS.items()}), end="")
    return 0


VERBS: dict[str, Callable[[argparse.Namespace, SourceMap], int]] = {verb.__name__: verb for verb in (
    build, run, check, test, new, fmt, size, effects, profile, trace, symbolize, gdb, config, explain, doctor,
    completion, clean)}


def project_and_app(args: argparse.Namespace, sources: SourceMap) -> tuple[Project, Path]:
    """The project around the named file, or around the current folder with its default app."""
    if args.file is None:
        project = open_project(Path.cwd(), sources)
        return project, default_app(project)
    path = Path(args.file)
    return open_project(path.absolute().parent, sources), path


# Everything else

def usage() -> str:
    examples = "\n".join(f"  {EXAMPLES[name][0]}" for name in ("new", "run", "check", "test", "explain"))
    verbs = "\n".join(f"  {name:<10} {verb.__doc__}" for name, verb in VERBS.items())
    return f"examples:\n{examples}\n\nusage: rumpkc VERB …\n\n{verbs}\n\n" \
           f"`rumpkc VERB --help` shows a verb's arguments; `rumpkc --version`."


def dispatch(argv: list[str], sources: SourceMap) -> int:
    """Carry out one command line."""
    if len(argv) == 2 and argv[0] in HELP and argv[1] in VERBS:
        argv = [argv[1], "--help"]
    if not argv or argv[0] in HELP:
        print(usage(), file=sys.stdout if argv else sys.stderr)
        return 0 if argv else USAGE_ERROR
    if argv[0] in ("-V", "--version"):
        print(f"rumpkc {__version__}")
        return 0
    verb = VERBS.get(argv[0])
    if verb is None:
        raise fail(USAGE_CODE, f"rumpkc has no verb `{argv[0]}`",
                   help=did_you_mean(argv[0], [*VERBS, *HELP, "--version"]) or f"the verbs are {', '.join(VERBS)}")
    return verb(parse_arguments(argv[0], verb.__doc__ or "", argv[1:]), sources)


def main(argv: list[str] | None = None) -> int:
    """The entry point; never raises, whatever the input. Without `argv` it is the whole process, and ends it at once:
    to give back a large program's nodes one by one takes half a second, and so does looking through them for garbage
    when one build is done and no other follows."""
    if argv is None and sys.argv[1:2] != ["test"]:
        gc.disable()
    code = carry_out(sys.argv[1:] if argv is None else argv)
    if argv is None:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(code)
    return code


def carry_out(words: list[str]) -> int:
    """One command line, whatever comes of it."""
    open_standard_streams()
    sources = SourceMap()
    choose_form(words)
    try:
        code = dispatch(words, sources)
        sys.stdout.flush()
        return code
    except CompileError as error:
        show(list(error.diagnostics), sources)
        return USAGE_ERROR if error.code == USAGE_CODE else 1
    except KeyboardInterrupt:
        print("rumpkc: interrupted", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:            # a full disk, a closed pipe, a limit: the machine's state, no bug
        if not isinstance(error, BrokenPipeError):
            where = f": {error.filename}" if error.filename else ""
            show([Diagnostic("E0719", f"the operating system refused: {error.strerror or error}{where}")], sources)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)        # what is left to print has nowhere to go
        return 1
    except Exception as error:          # a bug of ours must not look like the user's
        if os.environ.get("RUMPKC_TRACEBACK"):
            raise
        show([internal_error(error)], sources)
        return INTERNAL_ERROR


def open_standard_streams() -> None:
    """Where a standard stream is closed, put /dev/null in its place, so that no file of ours gets its number."""
    for descriptor, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(descriptor)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)        # the lowest free number: this one
        if getattr(sys, name) is None:
            setattr(sys, name, open(descriptor, "r" if descriptor == 0 else "w", closefd=False))


def internal_error(error: Exception) -> Diagnostic:
    """What the user sees of a bug in the compiler."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    text = " ".join(str(error).split())
    return Diagnostic("E0900", f"internal error: {type(error).__name__} at {place}{': ' + text if text else ''}",
                      help="this is a bug in rumpkc, not in your program; please report it with the file that shows "
                           "it and the output of the same command with RUMPKC_TRACEBACK=1")


if __name__ == "__main__":
    sys.exit(main())
