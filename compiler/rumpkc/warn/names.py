"""Names that nothing reads (W0201 imports, W0202 variables), and names that hide a builtin (W0203).

    import math             warning[W0201]: `math` is imported, and nothing uses it
    total = 0               warning[W0202]: `total` is given a value that nothing reads
    list = [1]              warning[W0203]: `list` hides the builtin

Names that begin with `_` are meant to be unused; of `a, b = …` and `for i in …` one cannot leave a part out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from rumpkc.diagnostics import Diagnostic
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children, target_names
from rumpkc.validate.rule import BUILTIN_NAMES
from rumpkc.validate.walk import own_nodes

FUNCTIONS = (tree.FunctionDef, tree.AsyncFunctionDef)
WORD = re.compile(r"[^\W\d]\w*")
NOT_UNUSED = re.compile(r"#\s*noqa(?::.*\bF401\b|\s*(?:$|\())")
LONGEST_ANNOTATION = 200                    # characters of a string that may be an annotation


def every_node(node: tree.Node) -> list[tree.Node]:
    """`node` and all nodes below it, in no certain order."""
    found = [node]
    for current in found:
        found += children(current)
    return found


class Scopes:
    """The nodes of one module, and those that belong to each of its scopes: every rule goes through them."""

    def __init__(self, module: tree.Module) -> None:
        self.every = every_node(module)
        self.functions = [node for node in self.every if isinstance(node, FUNCTIONS)]
        self.own = [(scope, list(own_nodes(scope))) for scope in (module, *self.functions)]


def _reads(node: tree.Node) -> set[str]:
    """The names that are read at `node` itself; words in strings count, since annotations may be strings."""
    if isinstance(node, tree.Constant):
        value = node.value
        return set(WORD.findall(value)) if isinstance(value, str) and len(value) <= LONGEST_ANNOTATION else set()
    return {node.id} if isinstance(node, tree.Name) else set()


def _read(nodes: Iterable[tree.Node]) -> set[str]:
    """The names that `nodes` read: not those that they give a value."""
    every = list(nodes)
    stored = {id(target) for node in every for target in _stored(node)}
    out: set[str] = set()
    for node in every:
        if isinstance(node, (tree.Name, tree.Constant)) and id(node) not in stored:
            out |= _reads(node)
    return out


def _stored(node: tree.Node) -> Iterator[tree.Name]:
    """The plain names that `node` gives a value."""
    match node:
        case tree.Assign(targets=targets):
            for target in targets:
                yield from _plain(target)
        case tree.AnnAssign() | tree.AugAssign() | tree.For() | tree.Comprehension() | tree.NamedExpr():
            yield from _plain(node.target)
        case tree.WithItem(target=target) if target is not None:
            yield from _plain(target)
        case _:
            pass


def _plain(target: tree.Expr) -> Iterator[tree.Name]:
    match target:
        case tree.Name():
            yield target
        case tree.Tuple(elts=elts) | tree.List(elts=elts):
            for item in elts:
                yield from _plain(item)
        case tree.Starred(value=value):
            yield from _plain(value)


# Imports

def unused_imports(scopes: Scopes, line: Callable[[int], str]) -> Iterator[Diagnostic]:
    """W0201. `import a as a` and a `# noqa: F401` behind the import (`line` gives the text) say that it is exported."""
    read = _read(scopes.every)
    for _, own in scopes.own:
        for node in own:
            if isinstance(node, (tree.Import, tree.ImportFrom)) and getattr(node, "module", "") != "__future__":
                for alias in () if NOT_UNUSED.search(line(node.span.line)) else node.names:
                    name = alias.asname or alias.name.partition(".")[0]
                    if alias.asname != alias.name and alias.name != "*" and not name.startswith("_") and \
                            name not in read:
                        yield Diagnostic("W0201", f"`{name}` is imported, and nothing uses it", alias.span)


# Variables

def unused_variables(scopes: Scopes) -> Iterator[Diagnostic]:
    """W0202: local variables that are only given values; once for each variable, at the first."""
    for function, own in scopes.own:
        if isinstance(function, FUNCTIONS):
            yield from _unused_in(function, own)


def _unused_in(function: tree.FunctionDef | tree.AsyncFunctionDef, own: list[tree.Node]) -> Iterator[Diagnostic]:
    given = [(name, at) for node in own for name, at in _given(node) if not name.startswith("_")]
    if not given:
        return
    inside = [node for part in function.body for node in every_node(part)]
    read = _read(inside)
    outside = {name for node in inside if isinstance(node, (tree.Global, tree.Nonlocal)) for name in node.names}
    unpacked = {name for node in own for name in _in_passing(node)}
    done = read | outside | unpacked
    for name, at in given:
        if name not in done:
            done.add(name)
            yield Diagnostic("W0202", f"`{name}` is given a value that nothing reads", at,
                             help=f"leave it out, or call it `_{name}`")


def _in_passing(node: tree.Node) -> Iterator[str]:
    """Names that get a value beside others, or for each round: leaving them out is no choice."""
    if isinstance(node, tree.Assign):
        for target in node.targets:
            if not isinstance(target, tree.Name):
                yield from target_names(target)
    elif isinstance(node, (tree.For, tree.AsyncFor, tree.Comprehension)):
        yield from target_names(node.target)


def _given(node: tree.Node) -> Iterator[tuple[str, Span]]:
    """Names that `node` alone gives a value, with the place to show."""
    match node:
        case tree.Assign(targets=targets):
            yield from ((target.id, target.span) for target in targets if isinstance(target, tree.Name))
        case tree.AnnAssign(target=tree.Name() as target, value=value) if value is not None:
            yield target.id, target.span
        case tree.WithItem(target=tree.Name() as target):
            yield target.id, target.span
        case tree.ExceptHandler(name=name) if name is not None:
            yield name, node.span._replace(end_line=node.span.line, end_col=node.span.col + len("except"))
        case _:
            pass


# Builtins

def shadowed_builtins(scopes: Scopes) -> Iterator[Diagnostic]:
    """W0203: a variable, parameter, function, class or import that hides a builtin. Members of classes hide nothing."""
    members = {id(stmt) for cls in scopes.every if isinstance(cls, tree.ClassDef) for stmt in cls.body}
    done: set[tuple[str, int]] = set()
    for scope, own in scopes.own:
        for node in own:
            if id(node) not in members:
                for name, at in _named(node):
                    if name in BUILTIN_NAMES and not name.startswith("_") and (name, id(scope)) not in done:
                        done.add((name, id(scope)))
                        yield Diagnostic("W0203", f"`{name}` hides the builtin of that name", at,
                                         help="choose another name")


def _named(node: tree.Node) -> Iterator[tuple[str, Span]]:
    match node:
        case tree.FunctionDef() | tree.AsyncFunctionDef() | tree.ClassDef():
            yield node.name, node.name_span
        case tree.Arg():
            at = node.span
            yield node.name, at._replace(end_line=at.line, end_col=at.col + len(node.name))
        case tree.Import() | tree.ImportFrom():
            for alias in node.names:
                if alias.asname is not None or isinstance(node, tree.ImportFrom):
                    yield alias.asname or alias.name, alias.span
        case _:
            yield from ((target.id, target.span) for target in _stored(node))
