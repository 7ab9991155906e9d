"""The app beside the shell: a build with `[image] shell = true` puts a file of its own in this one's place."""


def main() -> None:
    """Nothing to do."""
