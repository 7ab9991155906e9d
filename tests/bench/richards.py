"""Richards with 10,000 steps of the idle task, several times.  C twin: c/richards.c."""

from apps.richards import simulate
from lib.system import uptime_ns

ROUNDS = 5


def work() -> int:
    total = 0
    for _ in range(ROUNDS):
        system = simulate(10_000)
        total += system.queued * 100_000 + system.held
    return total


def main() -> int:
    start = uptime_ns()
    result = work()
    elapsed = uptime_ns() - start
    print(result, elapsed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
