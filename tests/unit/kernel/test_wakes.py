"""Queues, inboxes and interrupts, with fibers that are addresses in a Python dictionary."""

from importlib import import_module

import pytest

import rumpk
from rumpk import Memory, Ptr, u64, usize
from rumpk import prim as real_prim


class Kernel:
    """The modules, and fibers and harts that can be addressed."""

    def __init__(self, board, monkeypatch):
        monkeypatch.setattr(rumpk, "prim", self)
        self.objects = {}
        self.fiber = import_module("kernel.fiber")
        self.hart = import_module("kernel.hart")
        self.inbox = import_module("kernel.inbox")
        self.interrupts = import_module("kernel.interrupts")
        self.board = board
        self.notes = []
        monkeypatch.setattr(self.interrupts, "note", lambda kind, first, second: self.notes.append((kind.name, first)))
        for name in ("waiters_lock", "waiters_release"):
            monkeypatch.setattr(self.interrupts, name, lambda: None)
        monkeypatch.setattr(self.hart, "this_hart", lambda: self.hart.harts[board.hart])
        for module in (self.inbox, self.interrupts):
            monkeypatch.setattr(module, "this_hart", lambda: self.hart.harts[board.hart])
        monkeypatch.setattr(self.inbox, "inbox_of", lambda number: Ptr[usize](0x100 + 64 * number))

    def __getattr__(self, name):
        return getattr(real_prim, name)

    def ref_ptr(self, thing):
        return next(Ptr[rumpk.u8](place) for place, found in self.objects.items() if found is thing)

    def ptr_ref(self, cls, place):
        return self.objects[int(place)]

    def make(self, hart=0, priority=4, state=1):
        made = self.fiber.Fiber(lambda _: None, u64(0))
        made.hart, made.priority, made.state = hart, priority, state
        self.objects[0x1000 + 0x100 * len(self.objects)] = made
        return made

    def ready(self, number=0):
        """Everything in a hart's queues, in the order in which it would run."""
        out = []
        while (one := self.hart.take_ready(self.hart.harts[number])) is not None:
            out.append(one)
        return out


@pytest.fixture
def kernel(board, monkeypatch):
    with Memory({0: bytearray(0x8000)}):
        yield Kernel(board, monkeypatch)


def test_the_most_urgent_first_and_turns_among_equals(kernel):
    own = kernel.hart.harts[0]
    fibers = [kernel.make(priority=p) for p in (4, 2, 4, 7, 2, 0)]
    for fiber in fibers:
        kernel.hart.make_ready(own, fiber)
    assert own.waiting == 1 << 0 | 1 << 2 | 1 << 4 | 1 << 7
    assert [fibers.index(f) for f in kernel.ready()] == [5, 1, 4, 0, 2, 3] and own.waiting == 0


def test_turns(kernel):
    own = kernel.hart.harts[0]
    a, b, c, urgent, lowly = (kernel.make(priority=p) for p in (4, 4, 4, 1, 6))
    assert kernel.hart.take_turn(own, a) is None
    kernel.hart.make_ready(own, lowly)
    assert kernel.hart.take_turn(own, a) is None            # nobody is as urgent
    kernel.hart.make_ready(own, b)
    kernel.hart.make_ready(own, c)
    assert kernel.hart.take_turn(own, a) is b and kernel.hart.take_turn(own, b) is c
    kernel.hart.make_ready(own, urgent)
    assert kernel.hart.take_turn(own, c) is urgent
    assert kernel.ready() == [a, b, c, lowly]


def test_only_the_blocked_are_roused(kernel):
    blocked, ready = kernel.make(), kernel.make(state=0)
    kernel.inbox.wake(blocked)
    kernel.inbox.wake(blocked)
    kernel.inbox.wake(ready)
    assert kernel.ready() == [blocked] and kernel.board.calls == []


def test_another_hart_is_called_and_opens_its_inbox_in_order(kernel):
    fibers = [kernel.make(hart=2) for _ in range(3)]
    for fiber in (*fibers, fibers[0]):
        kernel.inbox.wake(fiber)
    assert kernel.board.calls == [2, 2, 2] and kernel.ready(2) == []        # the fourth was there already
    kernel.board.hart, kernel.board.events = 2, [-2]
    kernel.interrupts.serve()
    assert kernel.ready(2) == fibers
    kernel.inbox.post(fibers[1])
    kernel.board.events = [-2]
    kernel.interrupts.serve()
    assert kernel.ready(2) == []            # it was not blocked
    fibers[1].state = 1
    kernel.inbox.post(fibers[1])
    kernel.board.events = [-2, 0]
    kernel.interrupts.serve()
    assert kernel.ready(2) == [fibers[1]]


def test_a_device_interrupts_once_until_its_fiber_listens_again(kernel):
    fiber, board = kernel.make(), kernel.board
    assert kernel.interrupts.listen(10, fiber) == 0
    assert board.enabled == {(10, 0)} and board.done == []
    board.events = [10]
    kernel.interrupts.serve()
    assert kernel.ready() == [fiber] and board.done == [10] and board.enabled == set()
    fiber.fid = u64(77)
    assert kernel.interrupts.listen(10, fiber) == 77 and board.enabled == {(10, 0)}
    kernel.interrupts.ignore(10, kernel.make())             # it does not listen
    assert kernel.interrupts.listener(10) == 77
    kernel.interrupts.ignore(10, fiber)
    assert board.enabled == set() and kernel.interrupts.listener(10) == 0


def test_a_device_interrupts_the_hart_of_who_came_last(kernel):
    first, second, board = kernel.make(hart=0), kernel.make(hart=2), kernel.board
    first.fid = u64(5)
    kernel.interrupts.listen(10, first)
    assert kernel.interrupts.listen(10, second) == 5 and board.enabled == {(10, 2)}
    board.events = [10]                                     # hart 0 had claimed it before
    kernel.interrupts.serve()
    assert board.calls == [2] and kernel.ready() == [] and board.done == [10]
    kernel.interrupts.ignore(10, first)
    assert kernel.interrupts.listener(10) == second.fid and board.enabled == {(10, 2)}


def test_one_that_has_ended_is_not_posted(kernel):
    ended = kernel.make(hart=2, state=2)
    kernel.inbox.wake_known(ended)
    assert kernel.board.calls == [] and ended.queued == 0
    ended.state = 1
    kernel.inbox.wake_known(ended)
    assert kernel.board.calls == [2]


@pytest.mark.parametrize("event", [7, 191, 5000])
def test_what_nobody_waits_for_is_switched_off_and_counted(kernel, event):
    kernel.board.enabled.add((event, 0))
    kernel.board.events = [event]
    kernel.interrupts.serve()
    assert kernel.board.enabled == set() and kernel.board.done == [event] and kernel.interrupts.spurious == 1
    assert kernel.notes == [("SPURIOUS", event)]
