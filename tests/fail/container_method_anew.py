class Loud(list[str]):
    def __len__(self) -> int:
        return 0


class Ring(list[int]):
    def __init__(self) -> None:
        super().__init__()
        self._len = 0
