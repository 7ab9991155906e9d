count = 0


def tick() -> None:
    print(count)
    global count
    count += 1
