from rumpk import nonblocking, wfi


def idle() -> None:
    wfi()


@nonblocking
def poll() -> None:
    idle()


def main() -> int:
    poll()
    return 0
