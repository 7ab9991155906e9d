"""Writes the lists of the pages that follow from tests and sources: constructs, builtins, methods, modules, calls …

    python docs/tables.py            rewrites the blocks between `<!-- methods: … -->` and `<!-- end -->`

tests/unit/docs checks that the page is what this would write.
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import constructs  # noqa: E402
import library  # noqa: E402

from rumpkc.link import syscalls  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "docs" / name for name in ("LANGUAGE.md", "SYSCALLS.md", "NIPBOX.md")]
LIB = ROOT / "lib"
RULE = "|---|---|---|---|"
BEHIND = {"dataclass_parts", "interpreter", "json_hooks", "json_typed", "standard_input"}     # modules that the compiler asks for
BLOCK = re.compile(r"(<!-- (methods|builtins|modules|grammar|calls|commands): .*? -->\n)(.*?)(<!-- end -->)", re.DOTALL)



def methods() -> str:
    """A row for each builtin class: the methods of CPython's class that a program of tests/run calls on it."""
    found = constructs.coverage()
    rows = ["| class | methods |", "|---|---|"]
    for shown in constructs.METHODS:
        have = [name for name in constructs.method_names(shown) if (shown, name) in found.compiled]
        rows.append(f"| `{shown}` | `{' '.join(have)}` |")
    return "\n".join(rows) + "\n"


def builtin_functions(before: str) -> str:
    """A row for each builtin name of CPython, with its test."""
    named = _named_tests(before)
    rows = ["| builtin | state | write instead | test |", "|---|---|---|---|"]
    for name in constructs.builtin_names():
        rows.append(_row(f"`{name}`", name, named))
    return "\n".join(rows) + "\n"


def grammar(before: str) -> str:
    """A row for each production, then one for each rule of the dialect that a test of tests/fail breaks."""
    named = _named_tests(before)
    out: list[str] = []
    for group in dict.fromkeys(form.group for form in constructs.FORMS):
        forms = [form for form in constructs.FORMS if form.group == group]
        out += ["", f"**{group.capitalize()}**", "", "| construct | state | write instead | test |", RULE]
        out += [_row(form.written, (form.group, form.written), named) for form in forms]
    out += ["", "**What the compiled constructs may not hold**", "", "| code | what | write instead | test |", RULE]
    for code, one in sorted(constructs.all_refusals().items()):
        if code.startswith("E04"):
            out.append(f"| {_link(code)} | {one.title} | {_cell(one.help)} | `fail/{one.test}` |")
    return "\n".join(out[1:]) + "\n"


def _row(shown: str, key: object, named: dict[str, str]) -> str:
    """What the tests say about one construct. The test that the page names stays as long as it is one."""
    found = constructs.coverage()
    cell = _cell(shown)
    if tests := found.compiled.get(key):
        keep = named.get(cell, "").removeprefix("run/")
        return f"| {cell} | compiled | | `run/{keep if keep in tests else tests[0]}` |"
    refused = sorted(found.refused.get(key, ()), key=lambda one: not one.code.startswith("E04"))
    if not refused:
        return f"| {cell} | no test | | |"
    first = refused[0]
    return f"| {cell} | refused {_link(first.code)}: {first.title} | {_cell(first.help)} | `fail/{first.test}` |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _link(code: str) -> str:
    return f"[{code}](../compiler/rumpkc/codes/{code}.md)"


def _named_tests(before: str) -> dict[str, str]:
    """First cell of a row to the test in its last one."""
    rows = (re.split(r"(?<!\\)\|", line) for line in before.splitlines() if line.startswith("| "))
    return {cells[1].strip(): cells[-2].strip().strip("`") for cells in rows if len(cells) > 3}


def modules() -> str:
    """The importable modules: those that stand for one of Python's, then our own."""
    trees = {path.stem: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(LIB.glob("*.py"))}
    rows = ["| module | compiled | refused: an import says what to write instead |", "|---|---|---|"]
    rows += [f"| `{name}` | `{' '.join(library.compiled(name))}` | {_refused(name)} |" for name in library.MODULES]
    python = [name for name in trees if name in library.MODULES]
    parts = {n for name in python for n in _parts_of(name, trees)} | BEHIND
    for name in sorted(trees.keys() - set(python) - parts):
        summary = (ast.get_docstring(trees[name]) or "").partition("\n")[0].removesuffix(".")
        public = sorted(n for n in _defined(trees[name]) if not n.isupper())
        rows.append(f"| `lib.{name}` | {summary}: `{' '.join(public)}` | |")
    return "\n".join(rows) + "\n"


def _refused(module: str) -> str:
    """The names that are not compiled."""
    names = list(library.refused(module))
    return f"`{' '.join(names)}`" if names else ""


def _defined(tree: ast.Module) -> set[str]:
    """The public names of a module: functions, classes, constants."""
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            if not any("extern" in ast.unparse(d) for d in node.decorator_list):
                names.add(node.name)
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {t.id for t in targets if isinstance(t, ast.Name)}
    return {n for n in names if not n.startswith("_")}


def _parts_of(name: str, trees: dict[str, ast.Module]) -> set[str]:
    """The other modules of lib/ that module `name` is made of."""
    imported = {n.module or "" for n in trees[name].body if isinstance(n, ast.ImportFrom)}
    below = {m.removeprefix("lib.") for m in imported if m.startswith("lib.")} & trees.keys() - {name}
    return below.union(*(_parts_of(part, trees) for part in below)) if below else below


def calls() -> str:
    """A row for each system call of the kernel's table."""
    rows = ["| number | stub | promise | arguments | what it does |", "|---|---|---|---|---|"]
    for call in syscalls.calls_of(ROOT / "kernel" / "calls.py"):
        promise = f"`{call.promise}`" if call.promise else ""
        kinds = " ".join(call.arguments)
        rows.append(f"| {call.number} | `sys_{call.name}` | {promise} | {kinds} | {_cell(call.words)} |")
    return "\n".join(rows) + "\n"


def commands() -> str:
    """A row for each command of the shell, from its declaration."""
    sys.path.insert(0, str(ROOT))
    from npl.nipbox.command import promise_names
    from npl.nipbox.commands.table import TABLE

    rows = ["| command | what it does | promises | options |", RULE]
    for entry in TABLE:
        command = entry.command
        options = "; ".join(f"`{option.names()[0]}` {_cell(option.summary)}" for option in command.options())
        rows.append(f"| `{_cell(command.synopsis())}` | {_cell(command.summary)} "
                    f"| {promise_names(command.pledge)} | {options} |")
    return "\n".join(rows) + "\n"


def rewritten(text: str) -> str:
    """`text` with its blocks brought up to date."""
    makers = {"methods": lambda _: methods(), "modules": lambda _: modules(), "builtins": builtin_functions,
              "grammar": grammar, "calls": lambda _: calls(), "commands": lambda _: commands()}
    return BLOCK.sub(lambda found: found[1] + makers[found[2]](found[3]) + found[4], text)


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(rewritten(page.read_text(encoding="utf-8")), encoding="utf-8")
