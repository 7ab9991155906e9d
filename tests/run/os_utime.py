"""Times of files: `os.utime` in nanoseconds, in seconds, of now; what has no such path."""

import os
import time


def times(path: str) -> tuple[int, int]:
    facts = os.stat(path)
    return facts.st_atime_ns, facts.st_mtime_ns


def main() -> None:
    name = f"os_utime_{time.time_ns()}"      # several runs may be in one folder
    with open(name, "w") as file:
        file.write("x")
    os.utime(name, ns=(1_000_000_000, 1_700_000_000_123_456_789))
    print(times(name))
    os.utime(name, (5.5, 6.25))
    print(times(name))
    os.utime(name, (7.0, 8.0))
    print(os.stat(name).st_mtime, os.stat(name).st_size)
    os.utime(name)
    made = times(name)
    print(made[0] > 8_000_000_000, made[0] == made[1], made[1] >= 8_000_000_000)
    os.mkdir(name + ".d")
    os.utime(name + ".d", ns=(3_000_000_000, 4_000_000_000))
    print(times(name + ".d"))
    os.rmdir(name + ".d")
    os.unlink(name)
    try:
        os.utime(name)
    except FileNotFoundError as error:
        print(error)
    try:
        os.utime("/dev/null", (1.0, 1.0), ns=(1, 1))
    except ValueError as error:
        print(error)


if __name__ == "__main__":
    main()
