def f(wide: bool) -> str:
    if wide:
        class Box:
            pass

    return repr(Box())
