"""Every execution that the memory model allows, of small programs over a module of the kernel: its own source.

The module's functions become generators that stop at each access to memory (`Interleaved` rewrites their syntax tree),
so that `explore` can choose what happens next: which thread goes on, and which of the values that it may still see a
load gives. The model is that of C++ without consume and seq_cst: each location has a history of values; a thread has a
view, the oldest value of each location that it may still see; a release leaves the view with the value, an acquire that
sees the value takes it over. (Every store is the newest of its location: the model has no store that another overtakes.)

Plain accesses must not race: `Race` is raised where a plain load may see more than one value, or where a plain store
overwrites what another thread may still be reading.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator
from typing import Any

from rumpk.integers import u64


class Race(Exception):
    """Two threads access a plain location at the same time."""


class Stuck(Exception):
    """An execution is longer than any should be."""


class Interleaved(ast.NodeTransformer):
    """`prim.atomic_x(p, …)`, `p[i]` and calls of the module's functions become yields."""

    def __init__(self, names: set[str], weaken: dict[str, str]) -> None:
        self.names = names
        self.weaken = weaken
        self.count = 0

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.generic_visit(node)
        node.decorator_list = []
        node.body.append(ast.parse("if False: yield").body[0])
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        name = ast.unparse(node.func)
        if name in self.names:
            return ast.copy_location(ast.YieldFrom(node), node)
        if name.startswith("prim.atomic_"):
            self.count += 1
            kind = name.removeprefix("prim.atomic_")
            kind = self.weaken.get(f"{kind}.{self.count}", kind)
            made = ast.Tuple([ast.Constant(kind), *node.args], ast.Load())
            return ast.copy_location(ast.Yield(made), node)
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        if ast.unparse(node.value) in ("ring", "slot") and isinstance(node.ctx, ast.Load):
            place = ast.BinOp(node.value, ast.Add(), node.slice)
            return ast.Yield(ast.Tuple([ast.Constant("get"), place], ast.Load()))
        return node

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        target = node.targets[0]
        if isinstance(target, ast.Subscript) and ast.unparse(target.value) in ("ring", "slot"):
            value, place = self.visit(node.value), ast.BinOp(target.value, ast.Add(), self.visit(target.slice))
            return ast.Expr(ast.Yield(ast.Tuple([ast.Constant("put"), place, value], ast.Load())))
        self.generic_visit(node)
        return node


def interleaved(module: Any, program: Callable[..., Any] | str, weaken: dict[str, str] | None = None) -> dict[str, Any]:
    """The functions of a module and of a program's text as generators. `weaken` changes the n-th atomic operation."""
    trees = [ast.parse(inspect.getsource(module)), ast.parse(str(program))]
    names = {node.name for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)}
    rewriter = Interleaved(names, weaken or {})
    space: dict[str, Any] = {}
    for tree in trees:
        tree.body = [node for node in tree.body if not isinstance(node, (ast.Import, ast.ImportFrom))]
        for node in ast.walk(tree):
            if isinstance(node, ast.AnnAssign):
                node.annotation = ast.Constant(None)
            elif isinstance(node, ast.FunctionDef):
                node.returns = None
                for argument in node.args.args:
                    argument.annotation = None
        tree = ast.fix_missing_locations(rewriter.visit(tree))
        space.setdefault("u64", u64)
        exec(compile(tree, module.__name__, "exec"), space)
    return space


View = dict[int, int]


class World:
    """The memory of one execution: histories of (value, view that a release left, or None)."""

    def __init__(self, threads: int, image: dict[int, int]) -> None:
        self.history: dict[int, list[tuple[int, View | None]]] = {at: [(v, None)] for at, v in image.items()}
        self.views: list[View] = [{} for _ in range(threads)]
        self.plain: set[int] = set()

    def cell(self, at: int) -> list[tuple[int, View | None]]:
        return self.history.setdefault(at, [(0, None)])

    def choices(self, thread: int, request: tuple[Any, ...]) -> int:
        """In how many ways the access may go."""
        if not request[0].startswith("load"):
            return 1
        at = int(request[1])
        return len(self.cell(at)) - self.views[thread].get(at, 0)

    def _join(self, thread: int, left: View | None) -> None:
        view = self.views[thread]
        for at, index in (left or {}).items():
            view[at] = max(view.get(at, 0), index)

    def access(self, thread: int, request: tuple[Any, ...], choice: int) -> Any:
        """Do it; choice 0 sees the newest value."""
        kind, at = request[0], int(request[1])
        operation, _, order = kind.partition("_")
        cell, view = self.cell(at), self.views[thread]
        newest = len(cell) - 1
        if operation in ("get", "put"):
            return self._plain(thread, at, request)
        if operation == "load":
            index = newest - choice
            view[at] = index
            if order == "acquire":
                self._join(thread, cell[index][1])
            return u64(cell[index][0])
        if operation == "store":
            view[at] = newest + 1
            cell.append((int(request[2]), dict(view) if order == "release" else None))
            return None
        value, left = cell[newest]              # cas: reads the newest value, the one before its own
        view[at] = newest
        if order in ("acquire", "acqrel"):
            self._join(thread, left)
        if value == int(request[2]):
            view[at] = newest + 1
            kept = dict(view) if order in ("release", "acqrel") else left       # a release sequence goes on
            cell.append((int(request[3]), kept))
        return u64(value)

    def _plain(self, thread: int, at: int, request: tuple[Any, ...]) -> Any:
        cell, view = self.cell(at), self.views[thread]
        if view.get(at, 0) != len(cell) - 1:
            raise Race(f"thread {thread} {request[0]}s word {at}, and another thread has written it")
        for other in range(len(self.views)):
            mark = -(at * 16 + other) - 1                           # how often that thread has read it
            marks = self.cell(mark)
            if request[0] == "put" and other != thread and view.get(mark, 0) != len(marks) - 1:
                raise Race(f"thread {thread} writes word {at}, which thread {other} may be reading")
            if request[0] == "get" and other == thread:
                marks.append((0, None))
                view[mark] = len(marks) - 1
        if request[0] == "get":
            return u64(cell[-1][0])
        view[at] = len(cell)
        cell.append((int(request[2]), None))
        return None

    def key(self) -> Any:
        """Everything that the rest of the execution depends on."""
        cells = tuple((at, tuple((v, None if left is None else tuple(sorted(left.items()))) for v, left in cell))
                      for at, cell in sorted(self.history.items()))
        return cells, tuple(tuple(sorted(view.items())) for view in self.views)


def position(generator: Any) -> tuple[Any, ...]:
    """Where a thread is, with its variables, through the calls that it is in."""
    where = []
    while generator is not None and generator.gi_frame is not None:
        frame = generator.gi_frame
        variables = tuple(sorted((name, repr(value)) for name, value in frame.f_locals.items()))
        where.append((frame.f_code.co_name, frame.f_lasti, variables))
        generator = generator.gi_yieldfrom
    return tuple(where)


class Execution:
    """One execution, as far as its choices lead."""

    def __init__(self, make: Callable[[], list[Iterator[Any]]], image: dict[int, int]) -> None:
        self.threads = make()
        self.world = World(len(self.threads), image)
        self.requests: list[Any] = [self._next(i, None) for i in range(len(self.threads))]
        self.results: list[Any] = [None] * len(self.threads)

    def _next(self, thread: int, value: Any) -> Any:
        try:
            return self.threads[thread].send(value)
        except StopIteration as end:
            if hasattr(self, "results"):
                self.results[thread] = end.value
            return None

    def options(self) -> list[tuple[int, int]]:
        """What can happen next: (thread, which value)."""
        return [(i, choice) for i, request in enumerate(self.requests) if request is not None
                for choice in range(self.world.choices(i, request))]

    def step(self, option: tuple[int, int]) -> None:
        thread, choice = option
        value = self.world.access(thread, self.requests[thread], choice)
        self.requests[thread] = self._next(thread, value)

    def key(self) -> Any:
        return self.world.key(), tuple(position(t) for t in self.threads), repr(self.results)


def explore(make: Callable[[], list[Iterator[Any]]], image: dict[int, int], check: Callable[[list[Any]], None],
            longest: int = 400) -> tuple[int, int]:
    """Run every execution and `check` the threads' results; (states, complete executions that differ)."""
    seen: set[int] = set()
    ends: set[str] = set()
    todo: list[tuple[tuple[int, int], ...]] = [()]
    while todo:
        path = todo.pop()
        run = Execution(make, image)
        for option in path:
            run.step(option)
        while True:
            key = hash(run.key())
            if key in seen:
                break
            seen.add(key)
            options = run.options()
            if not options:
                check(run.results)
                ends.add(repr(run.results))
                break
            if len(path) > longest:
                raise Stuck(str(path))
            todo += [(*path, option) for option in options[1:]]
            path = (*path, options[0])
            run.step(options[0])
    return len(seen), len(ends)
