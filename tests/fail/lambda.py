def main() -> None:
    twice = lambda x: 2 * x
    both = [twice]
    print(len(both))
