"""What an annotation alone declares, objects have and the class has not."""


class Meta:
    default: "Meta"

    def __init__(self, n: int) -> None:
        self.n = n


def main() -> int:
    print(Meta.default, Meta(1).defaults)
    return 0
