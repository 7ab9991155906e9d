# rumpkc: build FILE -t host --link tests/fail/link_on_host.py -o build/tests/link_on_host.o
def main() -> None:
    print(1)
