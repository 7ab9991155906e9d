"""All warnings about the syntax trees of a run: what is allowed, and probably not meant.

before: the modules of a program        after: W0101 (from the parser), W0201 to W0204 and W0301, in source order

Only files that are the user's own are looked at: those that were named, and modules of the project that are not the
dialect's own tree. What needs types (W0301) is found while checking them.
"""

from __future__ import annotations

from collections.abc import Iterable

from rumpkc.compilation import Compilation
from rumpkc.diagnostics import Diagnostic
from rumpkc.names.modules import LoadedModule
from rumpkc.names.project import dialect_tree, inside
from rumpkc.source import SourceMap
from rumpkc.warn import answers, names, reach
from rumpkc.warn.kept import KeptWarnings


def tree_warnings(modules: Iterable[LoadedModule], sources: SourceMap, kept: KeptWarnings) -> list[Diagnostic]:
    """The warnings of `modules`."""
    out: list[Diagnostic] = []
    for module in modules:
        out += kept.of(module, lambda module=module: _found(module, sources))
    kept.write()
    return out


def _found(module: LoadedModule, sources: SourceMap) -> list[Diagnostic]:
    """The warnings of one module; a package's `__init__.py` imports to export."""
    source = sources.get(module.display_path)
    defines = module.name.startswith("lib.")                # the library is where builtins come from
    scopes = names.Scopes(module.tree)
    hidden = () if defines else names.shadowed_builtins(scopes)
    imports = names.unused_imports(scopes, source.line) if source and not module.is_package else ()
    found = [*imports, *names.unused_variables(scopes), *hidden,
             *reach.unreachable(module.tree), *answers.one_answer(module.tree, scopes)]
    return sorted(found, key=lambda d: (d.span.line, d.span.col))


def is_own(c: Compilation, module: LoadedModule) -> bool:
    """Whether a module is looked at: one that was named, or one that is no part of the dialect's own tree."""
    return module.path in {file.path for file in c.files} or inside(module.path, dialect_tree()) is None


def kept_warnings(c: Compilation) -> KeptWarnings:
    """What earlier runs of the project found."""
    place = c.project.build_dir / "cache" / "warnings.json" if c.options.use_cache else None
    return KeptWarnings(place, c.loader.digests)
