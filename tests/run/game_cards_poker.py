"""Cards: enums for suits and ranks, a seeded deck, poker hands ranked and compared, blackjack totals, a bridge point count."""
from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import total_ordering
from itertools import combinations


class Suit(Enum):
    CLUBS = "♣"
    DIAMONDS = "♦"
    HEARTS = "♥"
    SPADES = "♠"

    @property
    def red(self) -> bool:
        return self in (Suit.DIAMONDS, Suit.HEARTS)

    def __lt__(self, other: Suit) -> bool:
        order = list(Suit)
        return order.index(self) < order.index(other)


class Rank(IntEnum):
    TWO, THREE, FOUR, FIVE, SIX, SEVEN, EIGHT, NINE, TEN, JACK, QUEEN, KING, ACE = range(2, 15)

    @property
    def letter(self) -> str:
        return "23456789TJQKA"[self - 2]


class Kind(IntEnum):
    HIGH, PAIR, TWO_PAIR, THREE, STRAIGHT, FLUSH, FULL, FOUR, STRAIGHT_FLUSH = range(9)


@dataclass(frozen=True, order=True)
class Card:
    rank: Rank
    suit: Suit

    def __str__(self) -> str:
        return self.rank.letter + self.suit.value

    @classmethod
    def parse(cls, text: str) -> Card:
        rank = next((r for r in Rank if r.letter == text[0]), None)
        if rank is None or len(text) != 2:
            raise ValueError(f"{text!r} is no card")
        return cls(rank, Suit("♣♦♥♠"["CDHS".index(text[1])]))


@total_ordering
class Hand:
    def __init__(self, cards: list[Card]) -> None:
        self.cards = sorted(cards, reverse=True)
        counts = Counter(c.rank for c in self.cards)
        groups = sorted(((n, rank) for rank, n in counts.items()), reverse=True)
        self.order = tuple(int(rank) for _, rank in groups)
        sizes = [n for n, _ in groups]
        flush = len({c.suit for c in cards}) == 1
        straight = len(groups) == 5 and (self.order[0] - self.order[4] == 4 or self.order == (14, 5, 4, 3, 2))
        if straight and self.order[:2] == (14, 5):
            self.order = (5, 4, 3, 2, 1)
        self.kind = (Kind.STRAIGHT_FLUSH if straight and flush else Kind.FOUR if sizes[0] == 4 else Kind.FULL if sizes[:2] == [3, 2] else Kind.FLUSH if flush
                     else Kind.STRAIGHT if straight else Kind.THREE if sizes[0] == 3 else Kind.TWO_PAIR if sizes[:2] == [2, 2] else Kind.PAIR if sizes[0] == 2 else Kind.HIGH)

    @classmethod
    def of(cls, text: str) -> Hand:
        return cls([Card.parse(t) for t in text.split()])

    @property
    def key(self) -> tuple[Kind, tuple[int, ...]]:
        return self.kind, self.order

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Hand) and self.key == other.key

    def __lt__(self, other: Hand) -> bool:
        return self.key < other.key

    def __repr__(self) -> str:
        return f"{' '.join(map(str, self.cards))} ({self.kind.name.lower().replace('_', ' ')})"


def blackjack(cards: list[Card]) -> int:
    total = sum(11 if c.rank is Rank.ACE else min(c.rank, 10) for c in cards)
    aces = sum(c.rank == Rank.ACE for c in cards)
    while total > 21 and aces:
        total, aces = total - 10, aces - 1
    return total


def points(cards: list[Card]) -> int:
    return sum(max(0, c.rank - 10) for c in cards) + sum(max(0, 3 - n) for n in (sum(c.suit is s for c in cards) for s in Suit))


def main() -> None:
    deck = [Card(r, s) for s, r in ((s, r) for s in Suit for r in Rank)]
    print(len(deck), *deck[:3], max(deck), min(deck), Card.parse("TH"), Card.parse("TH").suit.red, deck.index(Card.parse("AS")), repr(deck[0]))
    hands = [Hand.of(t) for t in ("AS KS QS JS TS", "9C 9D 9H 9S 2C", "KC KD KH 2S 2D", "2H 9H 4H JH 7H", "5C 4D 3H 2S AC", "7C 7D 7H 2S 3D", "QC QD 4H 4S AD", "JC JD 3H 4S AD", "AC KD 9H 7S 2D", "JH JS 3D 4C AS")]
    for hand in sorted(hands, reverse=True):
        print(hand, hand.order)
    print(hands[7] == hands[9], hands[7] >= hands[9], max(hands) is hands[0], Hand.of("6C 5D 4H 3S 2C") > hands[4])
    rng = random.Random(5)
    rng.shuffle(deck)
    seven = deck[:7]
    best = max(Hand(list(five)) for five in combinations(seven, 5))
    print(*seven, "→", best)
    print([blackjack(deck[k:k + 3]) for k in range(0, 15, 3)], [points(deck[k:k + 13]) for k in range(0, 52, 13)], sum(points(deck[k:k + 13]) for k in range(0, 52, 13)) >= 40)
    for wrong in ("1C", "ACE", "XZ"):
        try:
            Card.parse(wrong)
        except ValueError as error:
            print(error)
