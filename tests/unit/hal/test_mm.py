"""The pages: no block is handed out twice, every block comes back, neighbours join."""

import random

import pytest

from hal.mm import PAGE, Pages, give_block, open_pages, take_block
from rumpk import Memory, usize

BASE = 0x8010_0000


def opened(base: int, size: int) -> Pages:
    pages = Pages()
    open_pages(pages, base, size)
    return pages


@pytest.mark.parametrize(("base", "pages_in"), [(BASE, 64), (BASE + 0x3000, 61), (BASE + 0x777, 100), (BASE, 5000)])
def test_random_use(base, pages_in):
    with Memory({base & ~(PAGE - 1): bytearray((pages_in + 2) * PAGE)}):
        pages = opened(base, pages_in * PAGE)
        whole = pages.free
        assert whole == pages.count >= pages_in - 4
        chance, held = random.Random(base), {}
        for _ in range(400):
            if held and chance.random() < 0.45:
                place = chance.choice(list(held))
                del held[place]
                assert give_block(pages, usize(place))
                assert not give_block(pages, usize(place))
            else:
                order = chance.choice([0, 0, 0, 1, 1, 2, 3, 5])
                place = int(take_block(pages, order))
                if place:
                    size = PAGE << order
                    assert place % size == 0 and base <= place and place + size <= base + pages_in * PAGE
                    assert all(place + size <= other or other + length <= place for other, length in held.items())
                    held[place] = size
            assert pages.free == whole - sum(held.values()) // PAGE
        for place in held:
            assert give_block(pages, usize(place))
        assert pages.free == whole
        again = opened(base, pages_in * PAGE)
        assert list(again.heads) != [] and [head != 0 for head in again.heads] == [head != 0 for head in pages.heads]


def test_exhaustion_and_nonsense():
    with Memory({BASE: bytearray(20 * PAGE)}):
        pages = opened(BASE, 20 * PAGE)
        taken = []
        while (place := take_block(pages, 0)) != 0:
            taken.append(place)
        assert len(taken) == pages.count and pages.free == 0 and take_block(pages, 3) == 0
        for place in (usize(0), usize(BASE - PAGE), taken[0] + usize(8), usize(BASE + 100 * PAGE), pages.marks):
            assert not give_block(pages, place)
        assert give_block(pages, taken[3]) and take_block(pages, 1) == 0 and take_block(pages, 0) == taken[3]
        assert take_block(pages, 25) == 0 and take_block(pages, -1) == 0


@pytest.mark.parametrize("size", [0, 100, PAGE, 2 * PAGE - 1])
def test_too_little_memory_is_none(size):
    with Memory({BASE: bytearray(4 * PAGE)}):
        pages = opened(BASE + 1, size)
        assert pages.count == 0 and take_block(pages, 0) == 0
