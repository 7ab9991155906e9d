"""One run of the compiler: what was asked for, and what each pass has made so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rumpkc.diagnostics import CompileError, Diagnostic, Diagnostics, fail
from rumpkc.names.config import SIZE_FIELDS, Config, load_config
from rumpkc.names.modules import LoadedModule, ModuleLoader
from rumpkc.names.project import checkout, dialect_tree, find_root, inside
from rumpkc.names.shell import choose_commands
from rumpkc.source import SourceMap, Span
from rumpkc.targets.target import Target, target_by_name, with_ram

if TYPE_CHECKING:
    from rumpkc.edits.keep import Keeping
    from rumpkc.ir.nodes import Function, Program
    from rumpkc.ir.passes.escape import ParamFacts, Remaining
    from rumpkc.link.image import LinkedImage
    from rumpkc.link.sites import Sites
    from rumpkc.targets.parallel import Parts
    from rumpkc.targets.store import ObjectStore

KERNEL_MAIN = "kernel.main"         # the module whose exported functions an image of a board starts from
HOST_MAIN = "lib.core.recursion"       # what stands in its place on the host: the end of endless recursion


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for; None leaves the choice to toolchain.toml."""

    target: str | None = None
    opt_level: int | None = None
    debug: bool = True                      # keep DWARF in the image
    output: Path | None = None
    shell: bool | None = None               # whether the shell is beside the app
    app: bool = True                        # the file is an app with a `main`; False: `rumpkc check`
    use_cache: bool = True
    dumps: tuple[str, ...] = ()
    stop_after: str | None = None
    time_passes: bool = False
    link: tuple[str, ...] = ()              # objects and archives that go into the image
    emit: tuple[str, ...] = ()              # what to write beside it; see products.py
    warn: tuple[str, ...] = ()              # the arguments of -W
    explain_alloc: bool = False             # list what is allocated in the arena, and why
    explain_checks: bool = False            # count the checks that are left in each function


@dataclass(slots=True)
class Project:
    """Where the files belong and what its toolchain.toml says."""

    root: Path
    config: Config
    build_dir: Path                         # everything that a build writes, the cache included


def open_project(start: Path, sources: SourceMap) -> Project:
    """The project around `start`. Outside of any project, the build goes to `build/` in the current folder."""
    root = find_root(start)
    own = inside(start, root) is not None
    config = load_config(root, sources)
    if root != dialect_tree():
        config = with_library(config, root)
    return Project(root, config, (root if own else Path.cwd()) / "build")


def with_library(config: Config, root: Path) -> Config:
    """`config` with what the compiler's own toolchain.toml says of the packages that the project does not replace."""
    own = load_config(dialect_tree(), SourceMap())

    def theirs(packages: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in packages if not (root / name.partition(".")[0]).is_dir())

    lists = ("unsafe", "noalloc", "noraise", "nonblocking", *SIZE_FIELDS)
    return replace(config, **{name: getattr(config, name) + theirs(getattr(own, name)) for name in lists})


@dataclass(slots=True)
class Compilation:
    """The unit that the passes work on. Each pass reads what earlier ones made and adds its own product."""

    paths: tuple[Path, ...]                 # the files that the user named
    options: Options
    project: Project
    sources: SourceMap
    target: Target
    loader: ModuleLoader
    diagnostics: Diagnostics = field(default_factory=Diagnostics)

    warnings: list[Diagnostic] = field(default_factory=list)        # for the pass `warn`
    refused: tuple[Span, ...] = ()                                  # typecheck: what it cannot rely on
    tainted: frozenset[str] = frozenset()                           # typecheck: the names that this would have bound
    only_files: bool = False                                        # typecheck: bodies of the named files alone
    files: list[LoadedModule] = field(default_factory=list)         # parse: the named files
    roots: list[LoadedModule] = field(default_factory=list)         # load: modules whose exported functions are wanted
    modules: list[LoadedModule] = field(default_factory=list)       # load: all modules, dependencies first
    program: Program | None = None                                  # typecheck
    ints_for_floats: tuple[Span, ...] = ()                          # typecheck: where a first reading found them
    world: Any = None                                               # typecheck: the `World` that the program is of
    stubs: list[tuple[str, bytes]] = field(default_factory=list)    # assembly: objects of `@asm` functions
    allocations: list[Remaining] = field(default_factory=list)      # place: what stays in the arena
    placed: list[Function] = field(default_factory=list)            # place: whose objects moved
    params: ParamFacts | None = None                                # place: what functions do with their arguments
    optimised: list[str] = field(default_factory=list)              # object, for --explain-checks: LLVM's last word
    llvm_ir: str = ""                                               # emit
    parts: Parts | None = None                                      # emit, instead: on their way to be objects
    kept_at: Path | None = None                                     # where to keep the program for the next build
    keeping: Keeping | None = None                                  # emit: the program on its way there
    user_ir: str = ""                                               # emit: for the user domain, if workers
    user_objects: list[tuple[str, bytes]] = field(default_factory=list)
    objects: list[tuple[str, bytes]] = field(default_factory=list)  # object: name and bytes
    sites: dict[str, Sites] = field(default_factory=dict)           # object: of the calls in some, by the object's name
    image: LinkedImage | None = None                                # link
    inputs: dict[Path, str] = field(default_factory=dict)           # SHA-256 of files read besides the modules

    @property
    def config(self) -> Config:
        return self.project.config

    @property
    def opt_level(self) -> int:
        asked = self.options.opt_level
        return self.config.opt_level if asked is None else asked

    @property
    def store(self) -> ObjectStore | None:
        """Where objects of earlier builds lie; None where all is to be made anew."""
        from rumpkc.targets.store import ObjectStore

        return ObjectStore(self.project.build_dir / "cache" / "objects") if self.options.use_cache else None

    def stop_on_errors(self) -> None:
        """Raise everything collected so far, if an error is among it."""
        if self.diagnostics.has_errors():
            raise CompileError(*self.diagnostics.in_order())


def target_of(options: Options, project: Project) -> Target:
    """The machine to build for, with the RAM that toolchain.toml gives it; E0701 for an unknown name."""
    name = project.config.target if options.target is None else options.target
    return with_ram(target_by_name(name), project.config.ram_mib)


def new_compilation(paths: tuple[Path, ...], options: Options, project: Project, sources: SourceMap) -> Compilation:
    """A compilation of `paths` in which no pass has run yet; E0701 for an unknown target."""
    target = target_of(options, project)
    trees = Path("cache") / "trees"
    own = checkout()
    loader = ModuleLoader(project.root, target.name, sources, project.build_dir / trees, own and own / "build" / trees)
    c = Compilation(paths, options, project, sources, target, loader)
    choose_commands(c)
    return c


def default_app(project: Project) -> Path:
    """The app that toolchain.toml names; E0715 where it names none."""
    if not project.config.app:
        raise fail("E0715", "no file was named and toolchain.toml has no `image.app`",
                   help="name a file: `rumpkc build apps/hello.py`")
    return project.root / project.config.app
