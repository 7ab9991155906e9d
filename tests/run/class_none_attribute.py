"""Using None as an object raises AttributeError with Python's words."""


class Box:
    def __init__(self, value: int) -> None:
        self.value = value
        self.inside: "Box | None" = None

    def get(self) -> int:
        return self.value


def find(boxes: list[Box], value: int) -> Box | None:
    for box in boxes:
        if box.value == value:
            return box
    return None


def main() -> None:
    boxes = [Box(1), Box(2)]
    found = find(boxes, 2)
    assert found is not None
    print(found.value, found.inside is None)
    missing = find(boxes, 9)
    print(missing is None, missing)
    try:
        print(missing.value)  # type: ignore[union-attr]
    except AttributeError as e:
        print(e)
    try:
        print(missing.get())  # type: ignore[union-attr]
    except AttributeError as e:
        print(e)
    try:
        missing.value = 3  # type: ignore[union-attr]
    except AttributeError as e:
        print(e)


if __name__ == "__main__":
    raise SystemExit(main())
