"""`except kinds:` where `kinds` is a value: a class, or a tuple of classes, that is known when the program runs.

    try: …                      try: …
    except A: …                 except A: …
    except kinds as e: …   ->   except BaseException as e:
    except B: …                     if isinstance(e, kinds): …
                                    else:
                                        try: raise
                                        except B: …
"""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.syntax import tree
from rumpkc.types import class_comparisons
from rumpkc.types.fx import Fx


def expanded(fx: Fx, node: tree.Try) -> tree.Try:
    """`node` without handlers whose classes are values."""
    index = next((i for i, h in enumerate(node.handlers) if _is_chosen(fx, h)), None)
    if index is None:
        return node
    handler, rest = node.handlers[index], node.handlers[index + 1:]
    span = handler.span
    known = fx.lookup(handler.name) if handler.name else None
    if known is not None and known.local not in fx.handlers or handler.name in fx.hints.variables:
        raise fail("E0339", f"`{handler.name}` is a variable already, and these classes are known only when it runs",
                   span, help="give the exception a name of its own")
    name = handler.name or ".caught"
    assert handler.type is not None
    test = tree.Call(handler.type.span, tree.Name(span, "isinstance"), (tree.Name(span, name), handler.type), ())
    again: tree.Stmt = tree.Raise(span, None, None)
    if rest:
        again = tree.Try(span, (again,), rest, (), ())
    made = tree.ExceptHandler(span, tree.Name(span, "BaseException"), name,
                              (tree.If(span, test, handler.body, (again,)),))
    return tree.Try(node.span, node.body, (*node.handlers[:index], made), node.orelse, node.finalbody)


def _is_chosen(fx: Fx, handler: tree.ExceptHandler) -> bool:
    """Whether some class of the handler is a value."""
    if handler.type is None:
        return False
    listed = handler.type.elts if isinstance(handler.type, tree.Tuple) else (handler.type,)
    return any(class_comparisons.is_value(fx, item) for item in listed)
