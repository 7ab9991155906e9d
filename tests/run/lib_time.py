"""time: clocks that go forward, and sleep."""

import time
from time import monotonic, perf_counter_ns, sleep


def main() -> None:
    start, start_ns = monotonic(), perf_counter_ns()
    sleep(0.01)
    sleep(0)
    print(monotonic() - start >= 0.01, perf_counter_ns() - start_ns >= 10_000_000)
    print(time.time() >= 0.0, time.time_ns() >= 0, time.perf_counter() >= 0.0, time.monotonic_ns() >= 0)
    print(time.process_time() >= 0.0, time.process_time_ns() >= 0)
    try:
        sleep(-1)
    except ValueError as error:
        print("ValueError", error)
    try:
        sleep(float("nan"))
    except ValueError as error:
        print("ValueError", error)


if __name__ == "__main__":
    main()
