from rumpk import Array


def main() -> None:
    samples: Array[float, 4] = Array[float, 4]()
    n = 4
    samples[0] = 3
    samples[1] = n
    print(samples[0])
