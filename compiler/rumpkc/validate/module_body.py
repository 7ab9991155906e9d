"""Module bodies run at compile time: they cannot read input or print.

    print("ready")       (at module level)          ->      E0442
    main()               (at module level)          ->      E0442: it would run on import too
    if __name__ == "__main__": main()               ->      fine: not compiled, `main` is called by the kernel
    if __name__ == "__main__": setup(); main()      ->      E0443: the image would not call setup
"""

from __future__ import annotations

from rumpkc.diagnostics import Diagnostic
from rumpkc.syntax import tree
from rumpkc.validate.rule import Rule, Scope, refuse

SPEAKING = ("print", "input", "open")


def _speaks(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    """A call of print, input or open outside of every function."""
    assert isinstance(node, tree.Call)
    name = node.func.id if isinstance(node.func, tree.Name) else ""
    if name not in SPEAKING or scope.function() is not None or not scope.means_builtin(name) or in_main_guard(scope):
        return []
    return refuse("E0442", f"`{name}` at module level: module bodies run at compile time", node.span,
                  help="move it into `main`")


def _bare_main(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    """`main()` as a statement of the module itself."""
    assert isinstance(node, tree.ExprStmt)
    if not isinstance(scope.parent, tree.Module) or not _calls_main(node):
        return []
    return refuse("E0442", "`main()` at module level: module bodies run at compile time", node.span,
                  help='write `if __name__ == "__main__":` above it')


def _main_guard(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    """The block that CPython starts the program with must be the call of `main`, as the image does."""
    assert isinstance(node, tree.If)
    if not is_main_guard(node) or not isinstance(scope.parent, tree.Module):
        return []
    if node.orelse:
        return refuse("E0443", "an `else:` of the `__main__` block is not compiled", node.test.span,
                      help="put what is always wanted in front of the block")
    body = [stmt for stmt in node.body if not isinstance(stmt, (tree.Import, tree.ImportFrom))]
    if len(body) == 1 and _calls_main(body[0]):
        return []
    extra = next((stmt for stmt in body if not _calls_main(stmt)), body[-1] if body else node)
    return refuse("E0443", "the `__main__` block does something else than to call `main()`", extra.span,
                  help="write `sys.exit(main())` there, and the rest inside `main`")


def is_main_guard(node: tree.Node) -> bool:
    """`if __name__ == "__main__":`"""
    match node:
        case tree.If(test=tree.Compare(left=tree.Name(id="__name__"), ops=("==",))):
            return True
        case _:
            return False


def in_main_guard(scope: Scope) -> bool:
    return any(is_main_guard(node) for node in scope.around)


def _calls_main(stmt: tree.Stmt) -> bool:
    """`main()`, `sys.exit(main())` or `raise SystemExit(main())`."""
    match stmt:
        case tree.ExprStmt(value=tree.Call(func=tree.Name(id="main"), args=(), keywords=())):
            return True
        case tree.ExprStmt(value=tree.Call(func=tree.Attribute(value=tree.Name(id="sys"), attr="exit"), args=(inner,))):
            return _is_main_call(inner)
        case tree.ExprStmt(value=tree.Call(func=tree.Name(id="exit"), args=(inner,))):
            return _is_main_call(inner)
        case tree.Raise(exc=tree.Call(func=tree.Name(id="SystemExit"), args=(inner,)), cause=None):
            return _is_main_call(inner)
        case _:
            return False


def _is_main_call(node: tree.Expr) -> bool:
    match node:
        case tree.Call(func=tree.Name(id="main"), args=(), keywords=()):
            return True
        case _:
            return False


RULES = (Rule((tree.Call,), _speaks), Rule((tree.ExprStmt,), _bare_main), Rule((tree.If,), _main_guard))
