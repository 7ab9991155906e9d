"""Names: SipHash-2-4's own reference, the table, and that none comes again."""

from importlib import import_module
from types import SimpleNamespace

from hypothesis import given, strategies

from lib.siphash import sip_word, siphash24
from rumpk import w64


def member(**fields):
    return SimpleNamespace(fid=0, id_next=None, **fields)


def test_the_reference_vector(board):
    """The published test: key 00 … 0f, message 00 … 07."""
    ids = import_module("kernel.ids")
    assert ids.sip_word(w64(0x0706050403020100), w64(0x0F0E0D0C0B0A0908), w64(0x0706050403020100)) == 0x93F5F5799A932462


@given(strategies.binary(min_size=16, max_size=16), strategies.integers(0, 2**64 - 1))
def test_a_word_is_eight_bytes(key, number):
    first, second = (w64(int.from_bytes(key[i:i + 8], "little")) for i in (0, 8))
    assert sip_word(first, second, w64(number)) == siphash24(key, number.to_bytes(8, "little"))


def test_plain_names_and_stale_ones(board):
    ids = import_module("kernel.ids")
    ids.ids_init(True, w64(0), w64(0))
    fibers = [member() for _ in range(600)]
    for fiber in fibers:
        ids.register(fiber)
    assert [fiber.fid for fiber in fibers[:3]] == [0x64, 0x65, 0x66]
    assert all(ids.find(fiber.fid) is fiber for fiber in fibers)
    for fiber in fibers[::2]:
        ids.forget(fiber)
    assert all((ids.find(fiber.fid) is fiber) == bool(i % 2) for i, fiber in enumerate(fibers))
    late = member()
    ids.register(late)
    assert late.fid == 0x64 + 600 and ids.find(fibers[0].fid) is None


def test_names_under_a_key_are_never_the_same_or_nobody_s(board, monkeypatch):
    ids = import_module("kernel.ids")
    ids.ids_init(False, w64(1), w64(2))
    names = set()
    for _ in range(1000):
        fiber = member()
        ids.register(fiber)
        names.add(int(fiber.fid))
        ids.forget(fiber)
    assert len(names) == 1000 and 0 not in names and max(names) > 2**60
    answers = iter([0, 5, 5, 2**64 - 1, 2**64 - 4096, 0, 6])      # collisions, errors
    monkeypatch.setattr(ids, "sip_word", lambda *_: w64(next(answers)))
    first, second = member(), member()
    ids.register(first)
    ids.register(second)
    assert (first.fid, second.fid) == (5, 6)
