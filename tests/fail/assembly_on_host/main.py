from rumpk import asm


@asm
def nothing() -> None:
    """
    ret
    """


def main() -> int:
    nothing()
    return 0
