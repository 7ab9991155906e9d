"""The giant planets over 5000 steps.  C twin: c/nbody.c."""

from apps.nbody import Body, advance, energy, hold_still, solar_system
from lib.system import uptime_ns

STEPS = 5000


def work(bodies: list[Body]) -> int:
    hold_still(bodies)
    for _ in range(STEPS):
        advance(bodies, 0.01)
    return int(energy(bodies) * 1e12)


def main() -> int:
    bodies = solar_system()
    start = uptime_ns()
    result = work(bodies)
    elapsed = uptime_ns() - start
    print(result, elapsed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
