"""Functions and classes of a module are known before its body runs."""
ITEMS = [1]

if ITEMS:
    def log(text: str) -> None:
        print("debug", text)

def main() -> None:
    log("x")
