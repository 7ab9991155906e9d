"""What goes wrong."""


class EngineError(Exception):
    def __init__(self, who: str, why: str) -> None:
        super().__init__(f"{who}: {why}")
        self.who = who
