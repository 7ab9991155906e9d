"""What other languages call it: the help says what Python does."""


def main() -> None:
    xs = [3, 1, 2]
    xs.push(4)
    print(xs.length, xs.contains(3))
    print(xs.map(lambda x: x + 1))
    ages = {"ann": 3}
    if ages.has_key("ann"):
        print(ages)
    text = " word "
    print(text.trim(), text.substring(0, 2), text.indexOf("w"))
