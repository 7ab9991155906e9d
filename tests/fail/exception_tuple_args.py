from rumpk import u64


def fail_with(place: u64) -> None:
    raise ValueError(place, 1)


def main() -> None:
    try:
        fail_with(u64(3))
    except ValueError as error:
        print(error.args)
