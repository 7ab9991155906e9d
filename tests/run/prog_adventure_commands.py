# apart: an int where `float` is written makes every `float` of the image take ints
"""Text adventure: rooms, items, commands through a registry of decorated handlers."""
from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from functools import wraps
from typing import Final, Literal, TypeAlias

Direction: TypeAlias = Literal["north", "south", "east", "west"]
OPPOSITE: Final[dict[str, str]] = {"north": "south", "south": "north", "east": "west", "west": "east"}
Handler: TypeAlias = Callable[["Game", list[str]], str]
COMMANDS: dict[str, Handler] = {}
ALIASES: dict[str, str] = {}


def command(name: str, *aliases: str, min_args: int = 0) -> Callable[[Handler], Handler]:
    def register(func: Handler) -> Handler:
        @wraps(func)
        def checked(game: Game, args: list[str]) -> str:
            if len(args) < min_args:
                return f"{name} needs {min_args} argument{'s' if min_args != 1 else ''}"
            game.turns += 1
            return func(game, args)

        COMMANDS[name] = checked
        for alias in aliases:
            ALIASES[alias] = name
        return checked
    return register


class State(Enum):
    PLAYING = "playing"
    WON = "won"
    LOST = "lost"

    @property
    def over(self) -> bool:
        return self is not State.PLAYING


@dataclass(eq=False)
class Item:
    name: str
    weight: float = 1
    fixed: bool = False

    def __repr__(self) -> str:
        return f"Item({self.name})"


@dataclass(eq=False)
class Room:
    name: str
    items: list[Item] = field(default_factory=list)
    exits: dict[str, Room] = field(default_factory=dict, repr=False)
    dark: bool = False

    def connect(self, direction: Direction, other: Room) -> None:
        self.exits[direction] = other
        other.exits[OPPOSITE[direction]] = self

    def find(self, name: str) -> Item | None:
        return next((i for i in self.items if i.name == name), None)


class Game:
    capacity: float = 5

    def __init__(self, start: Room, goal: Room) -> None:
        self.here = start
        self.goal = goal
        self.bag: list[Item] = []
        self.turns = 0
        self.state = State.PLAYING
        self.visited: set[str] = {start.name}

    @property
    def load(self) -> float:
        return sum(i.weight for i in self.bag)

    def do(self, line: str) -> str:
        if self.state.over:
            return "the game is over"
        word, *args = line.lower().split() or [""]
        name = ALIASES.get(word, word)
        if name not in COMMANDS:
            return f"unknown command: {word!r}"
        return COMMANDS[name](self, args)


@command("go", "walk", min_args=1)
def go(game: Game, args: list[str]) -> str:
    room = game.here.exits.get(args[0])
    if room is None:
        return f"you cannot go {args[0]}"
    if room.dark and not any(i.name == "lamp" for i in game.bag):
        game.state = State.LOST
        return "you fall into a pit"
    game.here = room
    game.visited.add(room.name)
    if room is game.goal:
        game.state = State.WON
        return f"you reach {room.name} after {game.turns} turns"
    return f"you are in {room.name}"


@command("take", "get", "grab", min_args=1)
def take(game: Game, args: list[str]) -> str:
    taken: list[str] = []
    for name in args:
        if (item := game.here.find(name)) is None:
            return f"there is no {name}"
        if item.fixed:
            return f"{name} does not move"
        if game.load + item.weight > game.capacity:
            return f"too heavy: {game.load + item.weight:g} > {game.capacity}"
        game.here.items.remove(item)
        game.bag.append(item)
        taken.append(name)
    return "taken: " + ", ".join(taken)


@command("look", "l")
def look(game: Game, args: list[str]) -> str:
    parts = [game.here.name]
    if game.here.items:
        parts.append("items: " + ", ".join(sorted(i.name for i in game.here.items)))
    parts.append("exits: " + ", ".join(sorted(game.here.exits)))
    return "; ".join(parts)


@command("bag", "i")
def bag(game: Game, args: list[str]) -> str:
    return f"{game.bag} ({game.load})"


def distances(start: Room) -> dict[str, int]:
    found = {start.name: 0}
    todo: deque[Room] = deque([start])
    while todo:
        room = todo.popleft()
        for nxt in room.exits.values():
            if nxt.name not in found:
                found[nxt.name] = found[room.name] + 1
                todo.append(nxt)
    return found


def play(game: Game, lines: Iterable[str]) -> None:
    for number, line in enumerate(lines, start=1):
        print(f"{number:>2}> {line:<20} {game.do(line)}")


def main() -> None:
    hall, cellar, garden, tower = (Room(n) for n in ("hall", "cellar", "garden", "tower"))
    cellar.dark = True
    hall.connect("south", garden)
    hall.connect("west", cellar)
    cellar.connect("north", tower)
    hall.items += [Item("lamp", 1.5), Item("anvil", 80), Item("statue", fixed=True)]
    garden.items.append(Item("rose", 0.25))
    game = Game(hall, tower)
    play(game, ["look", "take lamp rose", "grab anvil", "take statue", "go", "walk south", "get rose", "i", "dance", "", "go up",
                "go north", "go west", "go north", "look"])
    print(game.state, game.state.value, game.turns, sorted(game.visited), distances(garden))
    print(sorted(COMMANDS), ALIASES["l"], COMMANDS["go"].__name__)
    other = Game(hall, tower)
    play(other, ["go west", "look"])
    print(other.state.name, other.load)


if __name__ == "__main__":
    main()
