class Reader:
    def __init__(self) -> None:
        self.token: str | None = "a"

    def advance(self) -> None:
        self.token = None

    def take(self) -> str:
        assert self.token is not None
        self.advance()
        return self.token
