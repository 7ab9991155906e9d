class Box:
    def __init__(self) -> None:
        self._n = 0

    @n.setter
    def n(self, value: int) -> None:
        self._n = value
