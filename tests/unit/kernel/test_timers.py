"""The heap of timers against a sorted list; the hardware's timer is set to what comes next."""

import sys
from importlib import import_module
from types import SimpleNamespace

from hypothesis import given, strategies

from rumpk import u64

COMMANDS = strategies.lists(strategies.tuples(strategies.sampled_from("apr"), strategies.integers(0, 30)), max_size=60)


def check_heap(timer, parent=None):
    """Children are not earlier than their parent, and every link has its way back."""
    before, at = timer, timer.child
    while at is not None:
        assert at.deadline >= timer.deadline and at.back is before and at.armed
        check_heap(at, timer)
        before, at = at, at.next


@given(COMMANDS)
def test_the_heap_gives_the_earliest(commands):
    from kernel.fiber import Timer
    from kernel.timers import inserted, removed

    root, model = None, []
    for command, number in commands:
        if command == "a":
            timer = Timer()
            timer.deadline = u64(number)
            root = inserted(root, timer)
            model.append(timer)
        elif model:
            victim = root if command == "p" else model[number % len(model)]
            if command == "p":
                assert victim.deadline == min(t.deadline for t in model)
            root = removed(root, victim)
            model.remove(victim)
            assert not victim.armed and victim.next is None and victim.back is None and victim.child is None
        assert (root is None) == (not model)
        if root is not None:
            assert root.back is None and root.next is None
            check_heap(root)


def hart():
    return SimpleNamespace(timers=None, armed=u64(0), slice_end=u64(0), due=False, number=0)


def test_the_hardware_follows_the_first_timer(board):
    alarms = import_module("kernel.alarms")
    fiber = sys.modules["kernel.fiber"]
    own, rang = hart(), []
    timers = []
    for deadline in (50, 20, 70):
        timer = fiber.Timer()
        timer.deadline = u64(deadline)
        timer.action = lambda t: rang.append(int(t.deadline))
        timers.append(timer)
        alarms.start_timer(own, timer)
    assert board.alarm == 20
    alarms.cancel_timer(own, timers[0])
    board.ticks = 69
    alarms.expire(own)
    assert rang == [20] and board.alarm == 70
    own.slice_end = u64(69)
    board.ticks = 71
    alarms.expire(own)
    assert rang == [20, 70] and board.alarm is None and own.due and own.slice_end == 0
    alarms.cancel_timer(own, timers[1])         # it has happened already
    assert own.timers is None


def test_a_timer_may_start_again_in_its_action(board):
    alarms = import_module("kernel.alarms")
    own = hart()
    timer = sys.modules["kernel.fiber"].Timer()
    timer.deadline = u64(5)

    def again(t):
        if t.deadline < 15:
            t.deadline += 5
            alarms.start_timer(own, t)

    timer.action = again
    alarms.start_timer(own, timer)
    board.ticks = 12
    alarms.expire(own)
    assert timer.deadline == 15 and board.alarm == 15
