class Loud(list[str]):
    def append(self, item: str) -> None:
        super().append(item.upper())


class Ring(list[int]):
    def __init__(self) -> None:
        super().__init__()
        self._len = 0
