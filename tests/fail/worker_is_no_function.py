from lib.hive import spawn


def count(packet: list[str]) -> int:
    return len(packet)


def main() -> int:
    spawn(lambda packet: packet, ["a"])
    spawn(count, ["a"])
    return 0
