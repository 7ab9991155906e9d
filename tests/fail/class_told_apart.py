def depth(n: int) -> int:
    class Stop(Exception):
        pass

    try:
        if n == 0:
            raise Stop
        return depth(n - 1)
    except Stop:
        return n


def main() -> None:
    print(depth(3), depth(2))
