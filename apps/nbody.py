"""The Sun and the four giant planets, moved by a symplectic integrator; the energy tells how well.

Units: astronomical units, days, solar masses (times 4 pi^2 and the days of a year, so that G is 1).
"""

from math import pi, sqrt
from typing import Final

SOLAR_MASS: Final = 4.0 * pi * pi
YEAR: Final = 365.24
STEP_DAYS: Final = 0.01
STEPS: Final = 1000


class Body:
    """A point with a mass."""

    def __init__(self, name: str, place: tuple[float, float, float], speed: tuple[float, float, float],
                 mass: float) -> None:
        """`place` in AU, `speed` in AU a day, `mass` in solar masses."""
        self.name = name
        self.x, self.y, self.z = place
        self.vx = speed[0] * YEAR
        self.vy = speed[1] * YEAR
        self.vz = speed[2] * YEAR
        self.mass = mass * SOLAR_MASS


def solar_system() -> list[Body]:
    """Sun, Jupiter, Saturn, Uranus, Neptune."""
    return [
        Body("Sun", (0.0, 0.0, 0.0), (0.0, 0.0, 0.0), 1.0),
        Body("Jupiter", (4.84143144246472090, -1.16032004402742839, -0.103622044471123109),
             (0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023), 0.000954791938424326609),
        Body("Saturn", (8.34336671824457987, 4.12479856412430479, -0.403523417114321381),
             (-0.00276742510726411021, 0.00499852801234917238, 0.0000230417297573763929), 0.000285885980666130812),
        Body("Uranus", (12.8943695621391310, -15.1111514016986312, -0.223307578892655734),
             (0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556), 0.0000436624404335156298),
        Body("Neptune", (15.3796971148509165, -25.9193146099879641, 0.179258772950371181),
             (0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870), 0.0000515138902046611451),
    ]


def hold_still(bodies: list[Body]) -> None:
    """Gives the Sun the speed that makes the whole system's momentum zero."""
    px = py = pz = 0.0
    for body in bodies:
        px += body.vx * body.mass
        py += body.vy * body.mass
        pz += body.vz * body.mass
    sun = bodies[0]
    sun.vx = -px / SOLAR_MASS
    sun.vy = -py / SOLAR_MASS
    sun.vz = -pz / SOLAR_MASS


def advance(bodies: list[Body], dt: float) -> None:
    """Moves everything by one step of `dt` days."""
    count = len(bodies)
    for i in range(count):
        a = bodies[i]
        for j in range(i + 1, count):
            b = bodies[j]
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            squared = dx * dx + dy * dy + dz * dz
            pull = dt / (squared * sqrt(squared))
            a.vx -= dx * b.mass * pull
            a.vy -= dy * b.mass * pull
            a.vz -= dz * b.mass * pull
            b.vx += dx * a.mass * pull
            b.vy += dy * a.mass * pull
            b.vz += dz * a.mass * pull
    for body in bodies:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def energy(bodies: list[Body]) -> float:
    """Kinetic and potential energy of the whole system."""
    total = 0.0
    count = len(bodies)
    for i in range(count):
        a = bodies[i]
        total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
        for j in range(i + 1, count):
            b = bodies[j]
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            total -= a.mass * b.mass / sqrt(dx * dx + dy * dy + dz * dz)
    return total


def main() -> int:
    bodies = solar_system()
    hold_still(bodies)
    print(f"energy at the start: {energy(bodies):.9f}")
    for _ in range(STEPS):
        advance(bodies, STEP_DAYS)
    print(f"after {STEPS} steps:    {energy(bodies):.9f}")
    for body in bodies:
        print(f"{body.name:<8} {body.x:+12.6f} {body.y:+12.6f} {body.z:+12.6f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
