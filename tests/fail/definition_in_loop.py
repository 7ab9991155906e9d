"""A class statement in a loop of the module would make a class for each turn."""
for _ in range(3):
    class Step:
        number = 1


def main() -> None:
    print(Step.number)
