"""State machines three ways: classes that replace themselves, a transition table with guards, and a generator; one protocol for a vending machine."""
from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from enum import Enum, auto


class IllegalEvent(RuntimeError):
    pass


class State:
    def coin(self, machine: Vending, cents: int) -> State:
        raise IllegalEvent(f"no coin in {self}")

    def press(self, machine: Vending) -> State:
        raise IllegalEvent(f"no button in {self}")

    def __str__(self) -> str:
        return type(self).__name__.lower()


class Idle(State):
    def coin(self, machine: Vending, cents: int) -> State:
        return Collecting(0).coin(machine, cents)


class Collecting(State):
    def __init__(self, paid: int) -> None:
        self.paid = paid

    def coin(self, machine: Vending, cents: int) -> State:
        paid = self.paid + cents
        return Ready(paid - machine.price) if paid >= machine.price else Collecting(paid)

    def __str__(self) -> str:
        return f"{super().__str__()}({self.paid})"


class Ready(State):
    def __init__(self, change: int) -> None:
        self.change = change

    def press(self, machine: Vending) -> State:
        machine.sold += 1
        machine.returned += self.change
        return Idle() if machine.sold < machine.stock else Empty()


class Empty(State):
    pass


@dataclass
class Vending:
    price: int
    stock: int
    sold: int = 0
    returned: int = 0

    def __post_init__(self) -> None:
        self.state: State = Idle()

    def feed(self, event: str) -> str:
        try:
            self.state = self.state.press(self) if event == "press" else self.state.coin(self, int(event))
        except IllegalEvent as error:
            return f"!{error}"
        return str(self.state)


class Light(Enum):
    RED = auto()
    GREEN = auto()
    YELLOW = auto()
    BLINK = auto()


class Table:
    def __init__(self, start: Light) -> None:
        self.state = start
        self.waited = 0
        self.rules: dict[tuple[Light, str], list[tuple[Callable[[int], bool], Light]]] = {}

    def rule(self, source: Light, event: str, target: Light, guard: Callable[[int], bool] = lambda _: True) -> Table:
        self.rules.setdefault((source, event), []).append((guard, target))
        return self

    def feed(self, event: str) -> Light:
        self.waited += 1
        for guard, target in self.rules.get((self.state, event), ()):
            if guard(self.waited):
                self.state, self.waited = target, 0
                break
        return self.state


def turnstile() -> Generator[str, str, int]:
    """Sent events; ends with the number of people at `off`."""
    people = 0
    event = yield "locked"
    while event != "off":
        if event == "coin":
            event = yield "unlocked"
            while event == "coin":
                event = yield "thanks"
            if event == "push":
                people += 1
                event = yield "locked"
        else:
            event = yield "beep"
    return people


def drive(events: list[str]) -> Generator[str, None, int]:
    machine = turnstile()
    yield next(machine)
    for event in events:
        try:
            yield machine.send(event)
        except StopIteration:
            return len(events)
    return -1


def main() -> None:
    vending = Vending(price=150, stock=2)
    print([vending.feed(e) for e in "press 50 50 press 100 50 press 200 press 20 press".split()], vending)
    light = (Table(Light.RED).rule(Light.RED, "tick", Light.GREEN, lambda n: n >= 3).rule(Light.GREEN, "tick", Light.YELLOW, lambda n: n >= 2)
             .rule(Light.YELLOW, "tick", Light.RED).rule(Light.RED, "fail", Light.BLINK).rule(Light.BLINK, "tick", Light.BLINK))
    print("".join(light.feed("tick").name[0] for _ in range(12)), light.feed("fail"), light.feed("nonsense").name, light.waited)
    print(list(drive("push coin coin push coin push off coin".split())))
    print(list(drive(["coin"])))
