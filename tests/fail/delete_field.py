from dataclasses import dataclass


@dataclass
class Box:
    size: int = 1


class Door:
    doors = 0

    @property
    def name(self) -> str:
        return "door"


def field(box: Box) -> None:
    del box.size


def variable(door: Door) -> None:
    del Door.doors


def getter(door: Door) -> None:
    del door.name
