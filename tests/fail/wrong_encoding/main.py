"""Imports a file that is not UTF-8."""
from names.latin import NAME


def main() -> None:
    print(NAME)
