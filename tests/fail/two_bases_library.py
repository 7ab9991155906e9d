class Coded:
    def __str__(self) -> str:
        return "coded"


class Missing(KeyError, Coded):
    pass
