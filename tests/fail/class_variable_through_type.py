class Base:
    count = 0

    def hit(self) -> None:
        type(self).count += 1


class Below(Base):
    pass


def main() -> None:
    Below().hit()
