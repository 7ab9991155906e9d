"""Encodings that a program names: `s.encode("latin")`, `b.decode("cp1252")`.

Another name of an encoding that lib/core/str_codec.py has becomes the one that it knows; what only CPython has is
refused.
"""

from __future__ import annotations

import codecs
from dataclasses import replace

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.types import calls
from rumpkc.types.fx import Fx

COMPILED = {"utf-8": "utf-8", "utf-8-sig": "utf-8-sig", "ascii": "ascii", "iso8859-1": "latin-1",
            **{f"utf-{n}{order}": f"utf-{n}{order}" for n in (16, 32) for order in ("", "-le", "-be")}}


def named(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    """`encode` or `decode` with the name of an encoding; None where the call stays what it is."""
    errors = node.args[1] if len(node.args) > 1 else next((k.value for k in node.keywords if k.name == "errors"), None)
    if isinstance(errors, tree.Constant) and errors.value == "namereplace" and name == "encode":
        raise fail("E0404", "the error handler `namereplace` is not compiled", errors.span,
                   help="a program has no names of characters: write `backslashreplace`")
    given = node.args[0] if node.args else next((k.value for k in node.keywords if k.name == "encoding"), None)
    if not isinstance(given, tree.Constant) or given.kind != "str" or not isinstance(given.value, str):
        return None
    try:
        known = codecs.lookup(given.value).name
    except (LookupError, ValueError):
        return None                     # a LookupError of the program, as CPython's
    if known not in COMPILED:
        raise fail("E0404", f"the encoding `{given.value}` is not compiled", given.span,
                   help=f"there are {', '.join(COMPILED.values())}")
    if known == given.value:
        return None
    plain = replace(given, value=COMPILED[known])
    args = (plain, *node.args[1:]) if node.args else ()
    keywords = node.keywords if node.args else tuple(
        replace(k, value=plain) if k.name == "encoding" else k for k in node.keywords)
    return calls.method_call(fx, receiver, name, args, keywords, node.span)
