"""Text adventure."""
from __future__ import annotations
from dataclasses import dataclass, field
from enum import Enum
from typing import Dict, List, Set

class Direction(Enum):
    NORTH = "n"
    SOUTH = "s"
    EAST = "e"
    WEST = "w"

    @property
    def opposite(self) -> Direction:
        return OPPOSITES[self]

OPPOSITES: Dict[Direction, Direction] = {
    Direction.NORTH: Direction.SOUTH,
    Direction.SOUTH: Direction.NORTH,
    Direction.EAST: Direction.WEST,
    Direction.WEST: Direction.EAST,
}

@dataclass
class Item:
    name: str
    weight: int = 1

    def __hash__(self) -> int:
        return hash(self.name)

@dataclass
class Room:
    name: str
    description: str
    items: List[Item] = field(default_factory=list)
    exits: Dict[Direction, Room] = field(default_factory=dict, repr=False)

    def connect(self, d: Direction, other: Room) -> None:
        self.exits[d] = other
        other.exits[d.opposite] = self

    def look(self) -> str:
        parts = [self.description]
        if self.items:
            parts.append("You see: " + ", ".join(i.name for i in self.items))
        parts.append("Exits: " + " ".join(sorted(d.name.lower() for d in self.exits)))
        return "\n".join(parts)

class GameOver(Exception):
    pass

class Player:
    MAX_WEIGHT = 10

    def __init__(self, room: Room) -> None:
        self.room = room
        self.bag: Dict[str, Item] = {}
        self.visited: Set[str] = {room.name}

    @property
    def load(self) -> int:
        return sum(i.weight for i in self.bag.values())

    def go(self, d: Direction) -> str:
        target = self.room.exits.get(d)
        if target is None:
            return "You can't go that way."
        self.room = target
        self.visited.add(target.name)
        return target.look()

    def take(self, name: str) -> str:
        for i, item in enumerate(self.room.items):
            if item.name == name:
                if self.load + item.weight > self.MAX_WEIGHT:
                    return f"{name} is too heavy."
                self.bag[name] = self.room.items.pop(i)
                return f"Taken {name}."
        return f"No {name} here."

    def drop(self, name: str) -> str:
        item = self.bag.pop(name, None)
        if item is None:
            return "You don't have that."
        self.room.items.append(item)
        return "Dropped."

class Game:
    def __init__(self) -> None:
        hall = Room("hall", "A dusty hall.")
        cave = Room("cave", "A dark cave.", [Item("gold", 8), Item("rock", 5)])
        hall.connect(Direction.NORTH, cave)
        self.player = Player(hall)
        self.turns = 0

    def execute(self, line: str) -> str:
        self.turns += 1
        words = line.lower().split()
        match words:
            case []:
                return "Say something."
            case ["go", d] | [("n" | "s" | "e" | "w") as d]:
                try:
                    return self.player.go(Direction(d[0]))
                except ValueError:
                    return f"Unknown direction {d!r}."
            case ["take", *names] if names:
                return " ".join(self.player.take(n) for n in names)
            case ["drop", name]:
                return self.player.drop(name)
            case ["inventory" | "i"]:
                return ", ".join(sorted(self.player.bag)) or "Nothing."
            case ["quit"]:
                raise GameOver(self.turns)
            case [verb, *_]:
                return f"I don't know how to {verb}."
            case _:
                return "?"

def main() -> None:
    game = Game()
    script = ["", "n", "take gold rock", "i", "drop gold", "take rock", "i", "go west", "go up", "s", "dance now", "drop x", "quit", "n"]
    try:
        for line in script:
            print(">", line)
            print(game.execute(line))
    except GameOver as over:
        print("bye", over, over.args[0], sorted(game.player.visited))
    print(Room("r", "d", [Item("a")]), Item("a") == Item("a"), {Item("a"): 1})

if __name__ == "__main__":
    main()
