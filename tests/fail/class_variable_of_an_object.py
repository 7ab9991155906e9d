"""A variable of the class that is assigned to an object from outside is no field of the object without an annotation."""


class Settings:
    debug = False


def main() -> None:
    settings = Settings()
    settings.debug = True
    print(settings.debug)
