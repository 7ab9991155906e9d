"""`time`: the kernel's clock.  A board has no calendar: `time` counts from its start, which it takes as the epoch."""

from lib.system import uptime_ns


def time_ns() -> int:
    return uptime_ns()


def time() -> float:
    return uptime_ns() / 1000000000


def monotonic_ns() -> int:
    return uptime_ns()


def monotonic() -> float:
    return uptime_ns() / 1000000000


def perf_counter_ns() -> int:
    return uptime_ns()


def perf_counter() -> float:
    return uptime_ns() / 1000000000


def process_time_ns() -> int:
    return uptime_ns()


def process_time() -> float:
    return uptime_ns() / 1000000000


def sleep(secs: float) -> None:
    """Wait. Nothing else runs on the board meanwhile."""
    if secs != secs:
        raise ValueError("Invalid value NaN (not a number)")
    if secs < 0.0:
        raise ValueError("sleep length must be non-negative")
    end = uptime_ns() + int(secs * 1000000000.0)
    while uptime_ns() < end:
        pass
