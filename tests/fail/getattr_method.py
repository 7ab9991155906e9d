class Box:
    def __getattr__(self, name: str) -> int:
        return 1
