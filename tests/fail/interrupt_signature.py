from rumpk import entry, export, interrupt, naked, noinline


@interrupt
def tick(cause: int) -> int:
    return cause


@interrupt
def tock() -> None:
    pass


@naked
def bare() -> None:
    pass


@entry
def start(a: int, b: int, c: int, d: int, e: int, f: int, g: int, h: int, i: int) -> None:
    pass


class Device:
    @export("device_reset")
    def reset(self) -> None:
        pass


@noinline
def poll() -> None:
    tock()


handler = tock
