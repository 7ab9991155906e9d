# alone: what it copies deeply must have no class below it
"""A parser game played from standard input: rooms, items, verbs with synonyms, a lamp with a timer, scoring, undo."""
from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Thing:
    name: str
    where: str
    weight: int = 1
    words: tuple[str, ...] = ()


@dataclass
class World:
    here: str = "hall"
    turns: int = 0
    lamp: int = 0
    score: int = 0
    over: bool = False
    things: dict[str, Thing] = field(default_factory=dict)
    doors: set[str] = field(default_factory=lambda: {"cellar"})


EXITS: dict[str, dict[str, str]] = {
    "hall": {"north": "library", "down": "cellar"}, "library": {"south": "hall"}, "cellar": {"up": "hall", "east": "vault"}, "vault": {"west": "cellar"}}
DARK = {"cellar", "vault"}
SYNONYMS = {"n": "north", "s": "south", "e": "east", "w": "west", "u": "up", "d": "down", "get": "take", "i": "inventory", "l": "look", "x": "look"}


class Refusal(Exception):
    pass


class Game:
    def __init__(self) -> None:
        self.world = World(things={t.name: t for t in (Thing("lamp", "hall"), Thing("key", "library", words=("iron",)), Thing("gold", "vault", 4), Thing("anvil", "hall", 9))})
        self.past: list[World] = []
        self.verbs: dict[str, Callable[[str], str]] = {"take": self.take, "drop": self.drop, "look": self.look, "inventory": self.inventory, "light": self.light, "unlock": self.unlock, "undo": self.undo, "quit": self.quit}

    def lit(self) -> bool:
        return self.world.here not in DARK or self.world.lamp > 0

    def find(self, noun: str, *places: str) -> Thing:
        for thing in self.world.things.values():
            if thing.where in places and (noun == thing.name or noun in thing.words):
                return thing
        raise Refusal(f"There is no {noun or 'such thing'} here.")

    def take(self, noun: str) -> str:
        thing = self.find(noun, self.world.here)
        if not self.lit():
            raise Refusal("Too dark.")
        if sum(t.weight for t in self.world.things.values() if t.where == "bag") + thing.weight > 6:
            raise Refusal("Too heavy.")
        thing.where = "bag"
        self.world.score += 5
        return "Taken."

    def drop(self, noun: str) -> str:
        thing = self.find(noun, "bag")
        thing.where = self.world.here
        if thing.name == "gold" and self.world.here == "hall":
            self.world.over = True
            self.world.score += 50
            return "The gold is home!"
        return "Dropped."

    def look(self, noun: str) -> str:
        if not self.lit():
            return "It is dark."
        seen = sorted(t.name for t in self.world.things.values() if t.where == self.world.here)
        return f"[{self.world.here}] exits: {', '.join(EXITS[self.world.here])}; things: {', '.join(seen) or 'none'}"

    def inventory(self, noun: str) -> str:
        return ", ".join(t.name for t in self.world.things.values() if t.where == "bag") or "You have nothing."

    def light(self, noun: str) -> str:
        self.find(noun, "bag")
        if noun != "lamp":
            raise Refusal("It does not burn.")
        self.world.lamp = 5
        return "The lamp shines."

    def unlock(self, noun: str) -> str:
        self.find("key", "bag")
        self.world.doors.discard("cellar")
        return "Click."

    def undo(self, noun: str) -> str:
        if not self.past:
            raise Refusal("Nothing to undo.")
        self.world = self.past.pop()
        return "Undone."

    def quit(self, noun: str) -> str:
        self.world.over = True
        return "Bye."

    def go(self, way: str) -> str:
        target = EXITS[self.world.here].get(way)
        if target is None:
            raise Refusal("You cannot go there.")
        if target in self.world.doors:
            raise Refusal("The door is locked.")
        self.world.here = target
        return self.look("")

    def command(self, line: str) -> str:
        words = [SYNONYMS.get(w, w) for w in line.lower().split() if w not in ("the", "a", "at")]
        if not words:
            return "Pardon?"
        verb, noun = words[0], words[-1] if len(words) > 1 else ""
        before = copy.deepcopy(self.world)
        try:
            if verb in ("north", "south", "east", "west", "up", "down"):
                answer = self.go(verb)
            elif verb in self.verbs:
                answer = self.verbs[verb](noun)
            else:
                return f"I do not know how to {verb}."
        except Refusal as refusal:
            return str(refusal)
        if verb not in ("undo", "look", "inventory"):
            self.past.append(before)
            self.world.turns += 1
            if self.world.lamp:
                self.world.lamp -= 1
                if not self.world.lamp:
                    answer += " The lamp goes out."
        return answer


def main() -> int:
    game = Game()
    while not game.world.over:
        try:
            line = input("> ")
        except EOFError:
            print("(end)")
            break
        print(line)
        print(game.command(line))
    print(f"{game.world.score} points in {game.world.turns} turns")
    return 0 if game.world.over else 3
