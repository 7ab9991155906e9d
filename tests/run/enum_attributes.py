"""Members that `__init__` gives attributes, computed while compiling."""

from enum import Enum
class Planet(Enum):
    MERCURY = (3.3e23, 2.4e6)
    EARTH = (5.97e24, 6.37e6)

    def __init__(self, mass: float, radius: float) -> None:
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self) -> float:
        return 6.67e-11 * self.mass / (self.radius * self.radius)

class Coin(Enum):
    PENNY = 1
    DIME = 10

    def __init__(self, cents: int) -> None:
        self.cents = cents
        self.label = f"{cents}c"

def main() -> None:
    for p in Planet:
        print(p.name, p.mass, p.radius, f"{p.gravity:.3f}", p.value, p)
    print(Planet.EARTH.mass, Coin.DIME.label, Coin(1).cents, [c.label for c in Coin])
