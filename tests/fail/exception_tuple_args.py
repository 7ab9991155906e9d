def fail_with(pair: tuple[int, int]) -> None:
    raise ValueError(pair, 1)


def main() -> None:
    try:
        fail_with((1, 2))
    except ValueError as error:
        print(error.args)
