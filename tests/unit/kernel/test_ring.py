"""kernel/ring.py: every execution of small cases; wrong memory orders are found."""

from __future__ import annotations

import pytest
from explorer import Race, explore, interleaved

import kernel.ring as ring_module
from rumpk import Memory, Ptr, u64

BASE = 0
PROGRAM = """
def write_alone(ring, values):
    done = []
    for value in values:
        number = claim_alone(ring, 1)
        if number == FULL:
            break
        slot = ring_slot(ring, number)
        slot[0] = value
        slot[1] = value + 100
        publish_alone(ring, number, 1)
        done.append(value)
    return done

def write_batch(ring, values):
    number = claim_alone(ring, len(values))
    if number == FULL:
        return []
    for i in range(len(values)):
        slot = ring_slot(ring, number + i)
        slot[0] = values[i]
        slot[1] = values[i] + 100
    publish_alone(ring, number, len(values))
    return values

def write_shared(ring, values):
    done = []
    for value in values:
        number = claim_shared(ring, 1)
        if number != FULL:
            slot = ring_slot(ring, number)
            slot[0] = value
            slot[1] = value + 100
            publish_shared(ring, number, 1)
            done.append(value)
    return done

def read_alone(ring, tries):
    got = []
    for _ in range(tries):
        number = next_number(ring)
        if ready_alone(ring, number):
            slot = ring_slot(ring, number)
            got.append((slot[0], slot[1]))
            consume(ring, number, 1)
    return got

def read_shared(ring, tries):
    got = []
    for _ in range(tries):
        number = next_number(ring)
        if ready_shared(ring, number):
            slot = ring_slot(ring, number)
            got.append((slot[0], slot[1]))
            consume(ring, number, 1)
    return got
"""


def image(shift: int) -> dict[int, int]:
    """The words of an empty ring, made by its own `ring_init`."""
    words = ring_module.ring_words(shift, 2)
    with Memory({0x1000: bytes(8 * words)}) as memory:
        ring_module.ring_init(Ptr[u64](0x1000), shift, 2)
        data = memory.read(0x1000, 8 * words)
    return {i: int.from_bytes(data[8 * i:8 * i + 8], "little") for i in range(words)}


def ordered(wrote: list[list[int]], got: list[tuple[int, int]]) -> None:
    """Every message is whole, came once, and those of one writer came in its order."""
    assert all(b == a + 100 for a, b in got)
    values = [int(a) for a, _ in got]
    assert len(set(values)) == len(values) and set(values) <= {v for one in wrote for v in one}
    for one in wrote:
        mine = [v for v in values if v in one]
        assert mine == one[:len(mine)]


def check(results: list) -> None:
    *wrote, got = results
    ordered(wrote, got)


def threads(space, writers, values, reader, tries):
    return lambda: [*(space[writer](BASE, mine) for writer, mine in zip(writers, values)), space[reader](BASE, tries)]


@pytest.mark.parametrize(("writer", "values", "shift", "tries"), [
    ("write_alone", [1, 2, 3], 1, 3), ("write_alone", [1, 2], 0, 3), ("write_batch", [1, 2], 1, 3)])
def test_one_writer(writer, values, shift, tries):
    space = interleaved(ring_module, PROGRAM)
    states, ends = explore(threads(space, [writer], [values], "read_alone", tries), image(shift), check)
    assert states > 50 and ends > 2


@pytest.mark.parametrize(("values", "shift", "tries"), [
    ([[1], [2]], 1, 2), pytest.param([[1, 2], [3]], 1, 2, marks=pytest.mark.slow), ([[1], [2]], 0, 2)])
def test_two_writers(values, shift, tries):
    space = interleaved(ring_module, PROGRAM)
    make = threads(space, ["write_shared"] * 2, values, "read_shared", tries)
    states, ends = explore(make, image(shift), check)
    assert states > 200 and ends > 3


WEAKER = [
    ("load_acquire.1", "load_relaxed", "alone"),        # claim_alone: the reader may still be reading
    ("store_release.2", "store_relaxed", "alone"),      # publish_alone
    ("load_acquire.3", "load_relaxed", "alone"),        # ready_alone
    ("load_acquire.5", "load_relaxed", "shared"),       # claim_shared
    ("store_release.7", "store_relaxed", "shared"),     # publish_shared
    ("load_acquire.8", "load_relaxed", "shared"),       # ready_shared
    ("store_release.10", "store_relaxed", "alone"),     # consume
]


@pytest.mark.parametrize(("place", "order", "kind"), WEAKER)
def test_every_order_is_needed(place, order, kind):
    space = interleaved(ring_module, PROGRAM, {place: order})
    writers, values = ([f"write_{kind}"], [[1, 2]]) if kind == "alone" else ([f"write_{kind}"] * 2, [[1], [2]])
    with pytest.raises(Race):
        explore(threads(space, writers, values, f"read_{kind}", 2), image(0), check)


def test_a_writer_that_forgets_to_claim_is_found():
    broken = PROGRAM.replace("number = claim_shared(ring, 1)", "number = 0")
    with pytest.raises((Race, AssertionError)):
        space = interleaved(ring_module, broken)
        explore(threads(space, ["write_shared"] * 2, [[1], [2]], "read_shared", 2), image(1), check)


def test_full_and_empty():
    words = ring_module.ring_words(2, 2)
    with Memory({0x1000: bytes(8 * words)}):
        ring = Ptr[u64](0x1000)
        ring_module.ring_init(ring, 2, 2)
        assert not ring_module.ready_alone(ring, 0)
        assert ring_module.claim_alone(ring, 5) == ring_module.FULL
        assert ring_module.claim_alone(ring, 3) == 0 and ring_module.claim_alone(ring, 2) == ring_module.FULL
        ring_module.publish_alone(ring, 0, 3)
        assert ring_module.ready_alone(ring, 2) and not ring_module.ready_alone(ring, 3)
        ring_module.consume(ring, 0, 2)
        assert ring_module.claim_alone(ring, 3) == 3 and ring_module.claim_alone(ring, 1) == ring_module.FULL
