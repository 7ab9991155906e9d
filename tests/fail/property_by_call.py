class Gauge:
    half = property(lambda self: 0.5)
    scale = staticmethod(lambda x: x * 2)

    def _put(self, value: float) -> None:
        pass

    level = property(None, _put)


def main() -> None:
    print(Gauge())


if __name__ == "__main__":
    main()
