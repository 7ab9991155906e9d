"""The shell of an app with a fiber and a worker: `events` shows what became of them."""

from kernel.life import join, spawn, start
from lib.hive import spawn as spawn_worker
from npl.nipbox.shell import Shell
from npl.nipbox.terminal import Terminal
from rumpk import noalloc, u64


@noalloc
def nothing(_argument: u64) -> None:
    pass


def answer(packet: list[str]) -> list[str]:
    return packet


def main() -> int:
    if not start():
        return 1
    fiber = spawn(nothing, u64(0))
    if fiber is not None:
        join(fiber.fid)
    spawn_worker(answer, ["hello"]).join()
    return Shell(Terminal()).run()


if __name__ == "__main__":
    raise SystemExit(main())
