"""What the verbs `build`, `run` and `check` ask for: passes that are skipped when the cache has the answer."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from rumpkc.cache import Manifest, compiler_fingerprint, manifest_for
from rumpkc.compilation import Compilation, Options, Project, new_compilation, target_of
from rumpkc.diagnostics import CompileError, Diagnostic, fail
from rumpkc.garbage import without_collections
from rumpkc.names.project import CONFIG_NAME, inside
from rumpkc.reports import read_quoted
from rumpkc.source import SourceMap, Span

STACK_BYTES = 512 << 20         # address space; the operating system gives pages as they are touched
RECURSION_LIMIT = 50_000
LAST: list[Compilation] = []    # the newest build of this process: it is not taken apart when a command ends


def build_image(path: Path, options: Options, project: Project, sources: SourceMap) -> tuple[Path, list[Diagnostic]]:
    """Compile the app `path`; the finished file (an ELF image, for the host an object) and the warnings.

    Raises CompileError; then the output is what it was before.
    """
    output = options.output or output_path(path, options, project)
    manifest = image_manifest(path, output, options, project)
    if _may_reuse(options) and (known := manifest.reuse(output, sources)) is not None:
        return output, known
    _check_writable(output)
    check_output_name(output)
    compiler = compiler_fingerprint()
    LAST.clear()
    attempt = Attempt(path, options, project, sources, manifest)
    if _may_reuse(options) and (c := attempt.made()) is not None:
        LAST.append(c)
        _finish(c, output, manifest, compiler)
        warnings = c.diagnostics.in_order()
        read_quoted(warnings, inputs_of(c), sources)        # not all files have been read
        return output, warnings
    c = new_compilation((path,), options, project, sources)
    LAST.append(c)
    if _may_reuse(options):
        c.kept_at = attempt.kept_at
    try:
        _run(c)
        _finish(c, output, manifest, compiler)
        if c.keeping is not None:
            c.keeping.commit(inputs_of(c), c.loader.absent, compiler)
    finally:
        if c.keeping is not None:
            c.keeping.end()
    return output, c.diagnostics.in_order()


def image_manifest(path: Path, output: Path, options: Options, project: Project) -> Manifest:
    """Where the record of an image is kept."""
    return manifest_for(project.build_dir, "build", os.path.abspath(path), os.path.abspath(output), options,
                        project.config)


class Attempt:
    """A build from what was kept of the one before, for an edit that lets it."""

    def __init__(self, path: Path, options: Options, project: Project, sources: SourceMap, manifest: Manifest) -> None:
        self._begun = lambda: new_compilation((path,), options, project, sources)
        self.kept_at = project.build_dir / "cache" / "edits" / manifest.path.name

    def make(self) -> Compilation:
        """Make the image. NotAlone or CompileError where all is to be built from nothing."""
        from rumpkc.edits.quick import build_on

        c = self._begun()
        c.kept_at = self.kept_at
        with_deep_stack(lambda: build_on(c))
        return c

    def made(self) -> Compilation | None:
        """The build with its image; None where there is no such way."""
        if not self.kept_at.is_file():
            return None
        try:
            return self.make()
        except Exception:               # whatever stands in the way: a build from nothing says what it is
            pass
        gc.collect()                    # the program that was kept is of no use
        return None


def build_levels(path: Path, variants: Sequence[Options], project: Project, sources: SourceMap) -> list[Path]:
    """The images of `path` for options that differ in nothing but level and output, from one run of the front end.

    Optimisation is in place: the levels are built in ascending order, and only the highest may be one that optimises.
    """
    from rumpkc.driver import FIRST_BY_LEVEL, LAST_OF_CHECK, run_passes

    wanted = []
    for options in sorted(variants, key=lambda options: options.opt_level or 0):
        output = options.output or output_path(path, options, project)
        manifest = image_manifest(path, output, options, project)
        if not _may_reuse(options) or manifest.reuse(output, sources) is None:
            check_output_name(output)
            _check_writable(output)
            wanted.append((options, output, manifest))
    assert all((options.opt_level or 0) < 2 for options, _, _ in wanted[:-1])
    compiler = compiler_fingerprint()

    def work() -> None:
        c = new_compilation((path,), wanted[0][0], project, sources)
        run_passes(c, LAST_OF_CHECK)
        for options, output, manifest in wanted:
            one = replace(c, options=options, stubs=list(c.stubs))
            run_passes(one, first=FIRST_BY_LEVEL)
            _finish(one, output, manifest, compiler)

    if wanted:
        with_deep_stack(work)
    return [options.output or output_path(path, options, project) for options in variants]


def _finish(c: Compilation, output: Path, manifest: Manifest, compiler: str) -> None:
    """Write what a build has made, and note in the cache what it was made from."""
    from rumpkc.link.write import write_file
    from rumpkc.products import product, product_path

    content = c.image.elf_bytes if c.image is not None else c.objects[0][1] if c.objects else b""
    if not content:                         # --stop-after
        return
    check_no_input(output, c)
    write_file(output, content)
    if c.image is not None:
        write_file(output.with_suffix(".map"), c.image.map_text.encode())
    for kind in c.options.emit:
        write_file(product_path(output, kind), product(c, kind))
    manifest.write(inputs_of(c), c.loader.absent, output, compiler, c.diagnostics.in_order())


def check_files(paths: tuple[Path, ...], options: Options, project: Project, sources: SourceMap) -> list[Diagnostic]:
    """The front end over `paths`; the warnings. Raises CompileError with every error."""
    manifest = manifest_for(project.build_dir, "check", [os.path.abspath(path) for path in paths], options,
                            project.config)
    if _may_reuse(options) and (known := manifest.reuse(None, sources)) is not None:
        return known
    compiler = compiler_fingerprint()
    c = new_compilation(paths, options, project, sources)
    _run(c, check=True)
    warnings = c.diagnostics.in_order()
    manifest.write(inputs_of(c), c.loader.absent, None, compiler, warnings)
    return warnings


def has_main(path: Path) -> bool:
    """Whether a file looks like an app: to be compiled with the kernel under it."""
    from rumpkc.names.modules import read_file

    return b"\ndef main(" in read_file(path, path.as_posix())


def front_end(paths: tuple[Path, ...], options: Options, project: Project, sources: SourceMap) -> Compilation:
    """The front end over `paths`, whatever the cache knows: for what wants to look into the program."""
    c = new_compilation(paths, options, project, sources)
    _run(c, check=True)
    return c


def _run(c: Compilation, check: bool = False) -> None:
    from rumpkc.driver import LAST_OF_CHECK, PASSES, run_passes

    with_deep_stack(lambda: run_passes(c, LAST_OF_CHECK if check else PASSES[-1].name))


def with_deep_stack(work: Callable[[], None]) -> None:
    """Do `work` in a thread whose stack suits deeply nested programs; what it raises is raised here.

    E0714 for a program that is nested deeper still: the passes are recursive, as trees are.
    """
    raised: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except RecursionError:
            raised.append(too_deep())
        except BaseException as error:
            raised.append(error)

    before, limit = threading.stack_size(STACK_BYTES), sys.getrecursionlimit()
    sys.setrecursionlimit(RECURSION_LIMIT)
    try:
        with without_collections():
            thread = threading.Thread(target=run, name="compile", daemon=True)
            thread.start()
            thread.join()
    finally:
        threading.stack_size(before)
        sys.setrecursionlimit(limit)
    if raised:
        raise raised[0]


def too_deep() -> CompileError:
    """E0714 for a program that the passes cannot descend into."""
    return fail("E0714", f"the program is nested more than {RECURSION_LIMIT // 10} levels deep",
                help="split the deepest expression or block into several")


def _may_reuse(options: Options) -> bool:
    """Whether a finished build answers the request; not when the user wants to see passes at work."""
    shows = options.dumps or options.stop_after or options.time_passes or options.emit
    return options.use_cache and not (shows or options.explain_alloc or options.explain_checks)


def output_path(path: Path, options: Options, project: Project) -> Path:
    """Where the image of `path` goes: build/hello-riscv64.elf for apps/hello.py, build/<name>-… for the default app."""
    target = target_of(options, project)
    relative = inside(path, project.root)
    if relative is None:
        name = path.stem
    elif project.config.app and relative == Path(project.config.app):
        name = project.config.name
    else:
        parts = relative.with_suffix("").parts
        name = ".".join(parts[1:] if len(parts) > 1 and parts[0] == "apps" else parts)
    return project.build_dir / f"{name}-{target.name}.{'o' if target.is_host else 'elf'}"


def _check_writable(output: Path) -> None:
    """E0703 before the work starts, where the output could not be written."""
    folder = output.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_write(output, error.strerror) from None
    if output.exists() and not output.is_file():
        raise _cannot_write(output, "it is a folder" if output.is_dir() else "it is not a regular file")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise _cannot_write(output, "the folder is not writable")


def check_output_name(output: Path) -> None:
    """E0703 for an image that would lie where its map goes."""
    if output.suffix == ".map":
        raise fail("E0703", f"cannot write {output}: the map of the image goes there",
                   help="end the image's name with `.elf`")


def check_no_input(output: Path, c: Compilation) -> None:
    """E0703 for an output (or its map) that is one of the files that the program was made from."""
    read = {os.path.realpath(path) for path in inputs_of(c)}
    more = (".o", ".h", ".ll", ".s") if c.options.emit else ()
    for path in (output, *map(output.with_suffix, (".map", *more))):
        if os.path.realpath(path) in read:
            raise fail("E0703", f"cannot write {path}: the program is made from that file",
                       help="choose another place with `--output`")


def _cannot_write(output: Path, why: str | None) -> Exception:
    return fail("E0703", f"cannot write {output}: {why}", Span(str(output), 0, 0, 0, 0),
                help="choose another place with `--output`, or make room there")


def inputs_of(c: Compilation) -> dict[Path, str]:
    """Every file that the build read, with the hash of what was read."""
    found = {**c.loader.digests, **c.inputs}
    if c.config.digest:
        found[c.project.root / CONFIG_NAME] = c.config.digest
    return found
