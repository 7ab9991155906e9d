"""How many arguments the names take that have no signature in a file: `len`, `sum`, `sizeof` …

Their handlers may then index `node.args` and read keywords without a second look.
"""

from __future__ import annotations

from rumpkc.diagnostics import did_you_mean, fail
from rumpkc.syntax import tree

MANY = 1 << 30

# name -> least and most positional arguments, keywords that it knows besides, and the place that each of them shares
Arity = tuple[int, int, dict[str, int]]
TABLE: dict[str, Arity] = {
    **{name: (1, 1, {}) for name in (
        "abs", "all", "any", "ascii", "bin", "hash", "hex", "id", "len", "oct", "ord", "repr", "reversed",
        "sizeof", "has_references", "linker_symbol")},
    **{name: (0, 1, {}) for name in ("exit", "frozenset", "list", "set", "tuple")},
    **{name: (2, 2, {}) for name in ("cast", "divmod", "isinstance", "issubclass")},
    **{name: (1, MANY, {"key": MANY, "default": MANY}) for name in ("min", "max")},
    "format": (1, 2, {}),
    "iter": (1, 2, {}),
    "next": (1, 2, {}),
    "pow": (2, 3, {}),
    "print": (0, MANY, {"sep": MANY, "end": MANY, "file": MANY, "flush": MANY}),
    "range": (1, 3, {}),
    "round": (1, 2, {"ndigits": 1}),
    "sorted": (1, 1, {"key": MANY, "reverse": MANY}),
    "sum": (1, 2, {"start": 1}),
}


def counted(name: str) -> bool:
    """Whether the builtin `name` takes a limited number of arguments."""
    return name in TABLE and TABLE[name][1] < MANY


def check_arity(name: str, node: tree.Call) -> None:
    """E0310 to E0312 where the arguments of `node`, a call of the builtin `name`, cannot fit."""
    if name not in TABLE:
        return
    low, high, known = TABLE[name]
    starred = next((arg for arg in node.args if isinstance(arg, tree.Starred)), None)
    if starred is not None:
        if high == MANY:
            return                              # the handler knows whether it can
        raise fail("E0404", "`*` in a call is not compiled yet", starred.span, help="pass the items one by one")
    if not low <= len(node.args) <= high:
        raise fail("E0310", f"`{name}` takes {_counted(low, high)}, not {len(node.args)}", node.span)
    seen: set[str] = set()
    for keyword in node.keywords:
        if keyword.name is None:
            raise fail("E0404", "`**` in a call is not compiled yet", keyword.span, help="pass the arguments by name")
        if keyword.name not in known:
            raise fail("E0311", f"`{name}` has no parameter `{keyword.name}`", keyword.span,
                       help=did_you_mean(keyword.name, known))
        if keyword.name in seen or known[keyword.name] < len(node.args):
            raise fail("E0312", f"`{name}` gets `{keyword.name}` twice", keyword.span)
        seen.add(keyword.name)


def _counted(low: int, high: int) -> str:
    if high == MANY:
        return f"at least {low} argument{'s' if low > 1 else ''}"
    both = {low, high}
    shown = " or ".join(map(str, sorted(both))) if high - low < 2 else f"{low} to {high}"
    return f"{shown} argument{'s' if high != 1 else ''}"
