from lib.hive import spawn


def work(packet: list[str]) -> list[str]:
    return packet


def main() -> int:
    spawn(work, ["a"])
    return 0
