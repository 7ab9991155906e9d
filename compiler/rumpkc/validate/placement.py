"""What CPython's compiler refuses although its grammar takes it: a statement where it has no meaning.

    return 1          (at module level)        break          (outside of a loop)        def f(a, a): …
"""

from __future__ import annotations

from collections.abc import Iterator

from rumpkc.diagnostics import Diagnostic
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children, target_names
from rumpkc.validate.rule import Rule, Scope, keyword_span, refuse
from rumpkc.validate.walk import own_nodes

LOOPS = (tree.For, tree.AsyncFor, tree.While)
BLOCKS = (*LOOPS, tree.With, tree.AsyncWith, tree.Try, tree.TryStar)
MAX_BLOCKS = 20                     # CPython's CO_MAXBLOCKS


def _return(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    if isinstance(scope.definition(), (tree.FunctionDef, tree.AsyncFunctionDef)):
        return []
    return refuse("E0180", "`return` outside of a function", keyword_span(node.span, "return"),
                  help="put the code into a function such as `def main() -> int:`")


def _break_or_continue(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    child = node
    for outer in reversed(scope.around):
        if isinstance(outer, (tree.FunctionDef, tree.AsyncFunctionDef, tree.ClassDef)):
            break
        if isinstance(outer, LOOPS) and child not in outer.orelse:
            return []
        child = outer
    word = "break" if isinstance(node, tree.Break) else "continue"
    return refuse("E0181", f"`{word}` outside of a loop", node.span,
                  help="an `else:` behind a loop is outside of it" if isinstance(child, LOOPS) else "")


def _nested_blocks(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    """CPython keeps a stack of the loops, `with` and `try` blocks that a statement stands in, of fixed size."""
    count, child = _blocks(node, None), node
    for outer in reversed(scope.around):
        if isinstance(outer, (tree.FunctionDef, tree.AsyncFunctionDef, tree.ClassDef)):
            break
        count += _blocks(outer, child)
        child = outer
    if count <= MAX_BLOCKS:
        return []
    return refuse("E0109", "too many statically nested blocks", node.span.start(),
                  note=f"{MAX_BLOCKS} loops, `with` and `try` statements may lie inside of each other",
                  help="move inner blocks into functions")


def _blocks(node: tree.Node, child: tree.Node | None) -> int:
    """How many blocks `node` opens around its part `child`; None: the most around any part. A handler stands in two."""
    if isinstance(node, LOOPS):
        return 0 if child in node.orelse else 1
    if isinstance(node, (tree.With, tree.AsyncWith)):
        return len(node.items)
    if isinstance(node, (tree.Try, tree.TryStar)):
        handler = child is None and bool(node.handlers) or isinstance(child, tree.ExceptHandler)
        body = bool(node.handlers) and child in node.body
        return 2 * handler + body + bool(node.finalbody)
    return 0


def _arguments(node: tree.Node, _scope: Scope) -> Iterator[Diagnostic]:
    assert isinstance(node, tree.Arguments)
    seen: set[str] = set()
    for arg in (*node.posonly, *node.args, node.vararg, *node.kwonly, node.kwarg):
        if arg is not None:
            if arg.name in seen:
                at = Span(arg.span.file, arg.span.line, arg.span.col, arg.span.line, arg.span.col + len(arg.name))
                yield from refuse("E0182", f"two parameters are called `{arg.name}`", at, help="rename one of them")
            seen.add(arg.name)


def _global(node: tree.Node, scope: Scope) -> Iterator[Diagnostic]:
    """A name may not be used before its `global`, nor be a parameter."""
    assert isinstance(node, (tree.Global, tree.Nonlocal))
    word = "global" if isinstance(node, tree.Global) else "nonlocal"
    function = scope.definition()
    if function is None:
        if word == "nonlocal":
            yield from refuse("E0183", "`nonlocal` outside of a function", node.span)
        return
    before: set[str] = set()
    if isinstance(function, (tree.FunctionDef, tree.AsyncFunctionDef)):
        args = function.args
        before |= {arg.name for arg in (*args.posonly, *args.args, *args.kwonly, args.vararg, args.kwarg) if arg}
    for other in own_nodes(function):
        if other is node:
            break
        if isinstance(other, tree.Name):
            before.add(other.id)
    for name in node.names:
        if name in before:
            yield from refuse("E0183", f"`{name}` is used before this `{word}`, or is a parameter", node.span,
                              help=f"put `{word} {name}` at the start of the function")


def _starred(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    """`*x` stands in a call, a display, a tuple or an assignment's list of targets."""
    if isinstance(scope.parent, (tree.Call, tree.List, tree.Tuple, tree.Set, tree.ClassDef, tree.Subscript)):
        return []
    if isinstance(scope.parent, tree.Arg):          # def f(*args: *Ts)
        return []
    return refuse("E0184", "a starred expression has no meaning here", node.span,
                  help="write it in a list or tuple: `[*items]`, or `(*items,)`")


def _two_stars(node: tree.Node, _scope: Scope) -> Iterator[Diagnostic]:
    for target in _targets(node):
        for group in _groups(target):
            stars = [item for item in group.elts if isinstance(item, tree.Starred)]
            if len(stars) > 1:
                yield from refuse("E0184", "an assignment takes one starred target, not two", stars[1].span)


def _targets(node: tree.Node) -> tuple[tree.Expr, ...]:
    match node:
        case tree.Assign(targets=targets):
            return targets
        case tree.For(target=target) | tree.Comprehension(target=target):
            return (target,)
        case _:
            return ()


def _groups(target: tree.Expr) -> Iterator[tree.Tuple | tree.List]:
    if isinstance(target, (tree.Tuple, tree.List)):
        yield target
        for item in target.elts:
            yield from _groups(item)
    elif isinstance(target, tree.Starred):
        yield from _groups(target.value)


def _bare_except_last(node: tree.Node, _scope: Scope) -> list[Diagnostic]:
    assert isinstance(node, tree.Try)
    for handler in node.handlers[:-1]:
        if handler.type is None:
            return refuse("E0185", "a bare `except:` must come last", keyword_span(handler.span, "except"),
                          help="no later `except` could ever run; move this one to the end")
    return []


def _unreachable_case(node: tree.Node, _scope: Scope) -> list[Diagnostic]:
    assert isinstance(node, tree.Match)
    for case in node.cases[:-1]:
        if case.guard is None and _matches_all(case.pattern):
            what = "`_`" if isinstance(case.pattern, tree.MatchAs) and case.pattern.name is None else "this name"
            return refuse("E0186", f"{what} matches everything, so the cases below it never run", case.pattern.span,
                          help="move this case to the end; a constant to compare with has a dot: `Color.RED`")
    return []


def _matches_all(pattern: tree.Pattern) -> bool:
    match pattern:
        case tree.MatchAs(pattern=None):
            return True
        case tree.MatchAs(pattern=tree.Pattern() as inner):
            return _matches_all(inner)
        case tree.MatchOr(patterns=patterns):
            return any(map(_matches_all, patterns))
        case _:
            return False


def _pattern_names(node: tree.Node, _scope: Scope) -> Iterator[Diagnostic]:
    """A pattern binds each name once, and all alternatives bind the same ones."""
    assert isinstance(node, tree.MatchCase)
    yield from _binds(node.pattern)[1]


def _binds(pattern: tree.Node) -> tuple[set[str], list[Diagnostic]]:
    if isinstance(pattern, tree.MatchOr):
        parts = [_binds(part) for part in pattern.patterns]
        problems = [problem for _, found in parts for problem in found]
        if any(names != parts[0][0] for names, _ in parts):
            problems += refuse("E0187", "the alternatives of a pattern bind different names", pattern.span,
                               help="bind the same names in each, or write separate cases")
        return parts[0][0], problems
    names: set[str] = set()
    problems: list[Diagnostic] = []
    own = getattr(pattern, "name", None) or getattr(pattern, "rest", None)
    for found, more in [({own}, []) if isinstance(own, str) else (set(), []), *map(_binds, _sub_patterns(pattern))]:
        for name in sorted(names & found):
            problems += refuse("E0187", f"the pattern binds `{name}` twice", pattern.span, help="rename one of them")
        names |= found
        problems += more
    return names, problems


def _sub_patterns(pattern: tree.Node) -> list[tree.Node]:
    return [child for child in children(pattern) if isinstance(child, tree.Pattern)]


def _debug_name(node: tree.Node, _scope: Scope) -> Iterator[Diagnostic]:
    for target in node.targets if isinstance(node, tree.Assign) else ():
        for name in target_names(target):
            if name == "__debug__":
                yield from refuse("E0188", "`__debug__` cannot be assigned to", target.span)


def _future(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    """`from __future__ import …` stands before everything but the docstring and names a known feature."""
    assert isinstance(node, tree.ImportFrom)
    if node.module != "__future__" or node.level:
        return []
    for before in scope.module.body:
        if before is node:
            break
        docstring = isinstance(before, tree.ExprStmt) and before is scope.module.body[0] and \
            isinstance(before.value, tree.Constant) and before.value.kind == "str"
        if not docstring and not (isinstance(before, tree.ImportFrom) and before.module == "__future__"):
            return refuse("E0189", "`from __future__` must stand at the start of the file", node.span)
    return []


RULES = (
    Rule((tree.Return,), _return),
    Rule((tree.Break, tree.Continue), _break_or_continue),
    Rule(BLOCKS, _nested_blocks),
    Rule((tree.Arguments,), _arguments),
    Rule((tree.Global, tree.Nonlocal), _global),
    Rule((tree.Starred,), _starred),
    Rule((tree.Assign, tree.For, tree.Comprehension), _two_stars),
    Rule((tree.Try,), _bare_except_last),
    Rule((tree.Match,), _unreachable_case),
    Rule((tree.MatchCase,), _pattern_names),
    Rule((tree.Assign,), _debug_name),
    Rule((tree.ImportFrom,), _future),
)
