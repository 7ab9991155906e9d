def fail_with(place: tuple[()]) -> None:
    raise ValueError(place, 1)


def main() -> None:
    try:
        fail_with(())
    except ValueError as error:
        print(error.args)
