def name(x: int) -> str:
    match x:
        case f"{x}":
            return "same"
    return ""
