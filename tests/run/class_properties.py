"""Properties, setters, static and class methods."""


class Temperature:
    made = 0

    def __init__(self, celsius: float) -> None:
        self._celsius = celsius
        Temperature.made += 1

    @property
    def celsius(self) -> float:
        print("[read]", end=" ")
        return self._celsius

    @celsius.setter
    def celsius(self, value: float) -> None:
        if value < -273.15:
            raise ValueError("below absolute zero")
        print("[write]", end=" ")
        self._celsius = value

    @property
    def fahrenheit(self) -> float:
        return self._celsius * 9 / 5 + 32

    @staticmethod
    def is_hot(celsius: float) -> bool:
        return celsius > 30

    @classmethod
    def from_fahrenheit(cls, value: float) -> "Temperature":
        return cls((value - 32) * 5 / 9)

    @classmethod
    def count(cls) -> int:
        return cls.made


class Body(Temperature):
    @property
    def fahrenheit(self) -> float:
        return super().fahrenheit + 1000

    @staticmethod
    def is_hot(celsius: float) -> bool:
        return celsius > 38


def main() -> None:
    t = Temperature(20.0)
    print(t.celsius, t.fahrenheit)
    t.celsius = 25.0
    t.celsius += 10.0
    print(t.celsius, Temperature.is_hot(t.celsius), t.is_hot(0.0))
    try:
        t.celsius = -300.0
    except ValueError as e:
        print(e, t.celsius)
    u = Temperature.from_fahrenheit(212.0)
    print(u.celsius, Temperature.count(), u.count())
    body: Temperature = Body(37.0)
    print(body.fahrenheit, body.is_hot(37.0), Body.is_hot(39.0), Body.from_fahrenheit(32.0).fahrenheit, Body.count())


if __name__ == "__main__":
    raise SystemExit(main())
