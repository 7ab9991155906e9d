# rumpkc: check FILE -W error=unused-imports
def main() -> None:
    print(1)
