# rumpkc: check tests/fail/no_flie.py
def main() -> None:
    print(1)
