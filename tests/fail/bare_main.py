# The call that starts the program, without its guard.
def main() -> int:
    print("hi")
    return 3


main()
