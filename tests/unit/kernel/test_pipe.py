"""kernel/pipe.py and kernel/waitlist.py: every interleaving of small cases; a lost wake-up, a byte too many are found.

The functions become generators that stop where another hart may come in between: at `lock.take` and `suspend`. The
rest runs under the lock. A wake-up between a release and the `suspend` behind it is not lost (the hart's inbox).
"""

from __future__ import annotations

import ast
import inspect
from importlib import import_module
from typing import Any

import pytest
from explorer import position

from rumpk import Memory, Ptr, prim, u8, u64, usize

PIPE, DATA = 0x1000, 0x8000
PIPE_IN, PIPE_OUT, BROKEN = 4, 5, -32
SIZE, UNIT = 4, 2                       # what stands for CAPACITY and ATOMIC


class Named:
    """What looks the same in every execution: the explorer compares variables by how they look."""

    def __repr__(self) -> str:
        return f"{type(self).__name__} {getattr(self, 'place', '')}"


class Fiber(Named):
    """One thread of a case."""

    def __init__(self, place: int) -> None:
        self.place, self.waits_next, self.doomed, self.woken, self.worker = place, usize(0), False, False, 0


class Opening(Named):
    def __init__(self, kind: int) -> None:
        self.kind, self.place = kind, usize(PIPE)


class Stops(ast.NodeTransformer):
    """`lock.take(…)`, `suspend()` and calls of the functions themselves become yields."""

    def __init__(self, names: set[str]) -> None:
        self.names = names

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.generic_visit(node)
        node.decorator_list, node.returns = [], None
        for argument in node.args.args:
            argument.annotation = None
        node.body.append(ast.parse("if False: yield").body[0])
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        name = ast.unparse(node.func)
        if name in self.names:
            return ast.YieldFrom(node)
        return ast.Yield(ast.Constant(name)) if name in ("lock.take", "lock.release", "suspend") else node


@pytest.fixture
def space(board: Any) -> dict[str, Any]:
    """The functions of both modules as generators, over the names of the modules."""
    list_module, pipe_module = import_module("kernel.waitlist"), import_module("kernel.pipe")
    assert (pipe_module.PIPE_IN, pipe_module.PIPE_OUT, pipe_module.BROKEN) == (PIPE_IN, PIPE_OUT, BROKEN)
    trees = [ast.parse(inspect.getsource(module)) for module in (list_module, pipe_module)]
    kept = [node for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)
            and not any("export" in ast.unparse(d) for d in node.decorator_list) and node.name not in ("make_pipe", "pipe_call")]
    changer = Stops({node.name for node in kept})
    made = {**vars(list_module), **vars(pipe_module), "CAPACITY": SIZE, "ATOMIC": UNIT, "lock": None, "prim": prim}
    tree = ast.fix_missing_locations(changer.visit(ast.Module(list(kept), [])))
    exec(compile(tree, "pipe", "exec"), made)
    return made


class Run(Named):
    """One execution: threads, and whose turn it is."""

    def __init__(self, space: dict[str, Any], case: Any) -> None:
        self.space, self.held, self.freed, self.said = space, None, 0, []
        self.fibers: list[Fiber] = []
        self.now = 0
        space.update(place_of=lambda fiber: usize(fiber.place), fiber_at=lambda place: self.fibers[int(place) // 8 - 1],
                     current=lambda: self.fibers[self.now], wake=self.wake, worker_of=lambda _fiber: None, page_free=self.free)
        for _ in space["pipe_init"](Ptr[u64](PIPE)):
            pass
        self.threads = case(self)
        self.fibers = [Fiber(8 * (i + 1)) for i in range(len(self.threads))]
        self.at: list[str | None] = ["begin"] * len(self.threads)

    def wake(self, fiber: Fiber) -> None:
        fiber.woken = True

    def free(self, place: Any) -> None:
        self.freed += 1

    def options(self) -> list[int]:
        """The threads that can go on."""
        return [i for i, at in enumerate(self.at) if at is not None and not (at == "lock.take" and self.held is not None)
                and not (at == "suspend" and not self.fibers[i].woken)]

    def step(self, number: int) -> None:
        """A thread goes on to where it stops next."""
        self.now = number
        if self.at[number] == "suspend":
            self.fibers[number].woken = False
        elif self.at[number] == "lock.take":
            self.held = number
        try:
            while (request := next(self.threads[number])) == "lock.release":
                assert self.held == number
                self.held = None
            self.at[number] = request
        except StopIteration:
            self.at[number] = None

    def key(self, memory: Any) -> Any:
        return (tuple(position(t) for t in self.threads), memory.read(PIPE, 64 + SIZE), self.held, tuple(self.at),
                tuple((int(f.waits_next), f.doomed, f.woken) for f in self.fibers), repr(self.said))


def explore(space: dict[str, Any], case: Any, check: Any) -> int:
    """Every order of a case's steps; how many states there were. `check` judges each end."""
    seen: set[Any] = set()
    todo: list[tuple[int, ...]] = [()]
    ends = 0
    while todo:
        path = todo.pop()
        image = bytes(range(1, 33))
        with Memory({PIPE: bytearray(64 + SIZE), DATA: bytearray(image), DATA + 0x100: bytearray(64), DATA + 0x200: bytearray(64)}) as memory:
            run = Run(space, case)
            for choice in path:
                run.step(choice)
            while True:
                key = run.key(memory)
                if key in seen:
                    break
                seen.add(key)
                options = run.options()
                if not options:
                    stuck = [i for i, at in enumerate(run.at) if at is not None]
                    assert not stuck, f"threads {stuck} wait for ever: {path} {run.said}"
                    assert memory.read(PIPE + 40, 16) == bytes(16), f"somebody is still in a list: {path}"
                    check(run)
                    ends += 1
                    break
                todo += [(*path, option) for option in options[1:]]
                path = (*path, options[0])
                run.step(options[0])
    assert ends > 0
    return len(seen)


def writes(run: Run, first: int, count: int, at: int = 0, closes: bool = True) -> Any:
    """A writer of `count` bytes from byte `first` on."""
    result = yield from run.space["write_pipe"](Opening(PIPE_OUT), Ptr[u8](DATA + first), count)
    run.said.append(("wrote", first, int(result)))
    if closes:
        yield from run.space["close_pipe"](Opening(PIPE_OUT))


def reads(run: Run, count: int, most: int = 99, number: int = 1, closes: bool = True) -> Any:
    """A reader of `count` bytes at a time, to the end, or `most` times."""
    while most > 0:
        place = DATA + 0x100 * number
        got = yield from run.space["read_pipe"](Opening(PIPE_IN), Ptr[u8](place), count)
        run.said.append((number, bytes(Memory.current().read(place, int(got))) if got > 0 else int(got)))
        most -= 1
        if got <= 0:
            break
    if closes:
        yield from run.space["close_pipe"](Opening(PIPE_IN))


def kills(run: Run, victim: int) -> Any:
    """What hive.doom does to a fiber."""
    yield "begin"
    run.fibers[victim].doomed = True
    run.wake(run.fibers[victim])


def joined(run: Run, number: int) -> bytes:
    return b"".join(got for who, got, *_ in run.said if who == number and isinstance(got, bytes))


@pytest.mark.parametrize(("count", "piece"), [(3, 1), (5, 2), (0, 2)])
def test_what_is_written_is_read(space: dict[str, Any], count: int, piece: int) -> None:
    def check(run: Run) -> None:
        assert joined(run, 1) == bytes(range(1, count + 1)) and run.said[-1][1] in (0, count) and run.freed == 1
        assert ("wrote", 0, count) in run.said and (1, 0) in run.said
    assert explore(space, lambda run: [writes(run, 0, count), reads(run, piece)], check) > (5 if count else 3)


def test_small_writes_are_not_mixed(space: dict[str, Any]) -> None:
    """Two writers of two units each; the pieces of a unit stay together."""
    def last(run: Run, first: int) -> Any:
        yield from writes(run, first, 2, closes=False)
        if len([1 for said in run.said if said[0] == "wrote"]) == 2:
            yield from run.space["close_pipe"](Opening(PIPE_OUT))

    def check(run: Run) -> None:
        assert joined(run, 1) in (bytes([1, 2, 11, 12]), bytes([11, 12, 1, 2])) and run.freed == 1
    explore(space, lambda run: [last(run, 0), last(run, 10), reads(run, 3)], check)


def test_nobody_left_to_read(space: dict[str, Any]) -> None:
    def check(run: Run) -> None:
        wrote = next(said[2] for said in run.said if said[0] == "wrote")
        assert wrote in (BROKEN, 7) and run.freed == 1
        assert joined(run, 1) == bytes([1, 2])[:len(joined(run, 1))]
    explore(space, lambda run: [writes(run, 0, 7), reads(run, 2, most=1)],
            lambda run: (check(run), [said for said in run.said if said == ("wrote", 0, BROKEN)][0]))


@pytest.mark.parametrize("victim", [0, 1])
def test_who_has_to_end_leaves_the_list(space: dict[str, Any], victim: int) -> None:
    """A reader or a writer is killed at any moment, before, while or after it waits; its ends are closed behind it."""
    def check(run: Run) -> None:
        assert run.freed == 1
        got = joined(run, 1)
        assert got == bytes(range(1, len(got) + 1))
    assert explore(space, lambda run: [writes(run, 0, 5), reads(run, 3), kills(run, victim)], check) > 40


def test_two_readers_share_what_comes(space: dict[str, Any]) -> None:
    """Each byte goes to one of them; the end comes to both."""
    def last(run: Run, number: int) -> Any:
        yield from reads(run, 1, number=number, closes=False)
        if len([1 for said in run.said if said[1] == 0]) == 2:
            yield from run.space["close_pipe"](Opening(PIPE_IN))

    def check(run: Run) -> None:
        assert sorted(joined(run, 1) + joined(run, 2)) == [1, 2] and run.freed == 1
    explore(space, lambda run: [writes(run, 0, 2), last(run, 1), last(run, 2)], check)


def test_a_lost_wake_up_is_found(space: dict[str, Any]) -> None:
    """The explorer sees what it is there for: a writer that wakes nobody leaves its reader waiting."""
    def silent(run: Run) -> Any:
        run.space["wake"] = lambda _fiber: None
        return [writes(run, 0, 2), reads(run, 2)]
    with pytest.raises(AssertionError, match="wait for ever"):
        explore(space, silent, lambda run: None)
