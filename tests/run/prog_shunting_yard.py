"""Shunting-yard to postfix, postfix to a stack machine, with functions of several arities and variables."""
import math
from typing import Callable, Dict, List, Set, Tuple

Token = Tuple[str, str]
OPS: Dict[str, Tuple[int, bool]] = {"+": (1, True), "-": (1, True), "*": (2, True), "/": (2, True), "%": (2, True), "~": (4, False), "^": (3, False)}
FUNCS: Dict[str, Tuple[int, Callable[[List[float]], float]]] = {
    "sqrt": (1, lambda a: math.sqrt(a[0])),
    "hypot": (2, lambda a: math.hypot(a[0], a[1])),
    "clamp": (3, lambda a: min(max(a[0], a[1]), a[2])),
    "pi": (0, lambda a: math.pi),
}


def lex(text: str) -> List[Token]:
    out: List[Token] = []
    i = 0
    while i < len(text):
        c = text[i]
        if c == " ":
            i += 1
        elif c.isdigit() or c == ".":
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] in ".e" or (text[j] in "+-" and text[j - 1] == "e")):
                j += 1
            out.append(("num", text[i:j]))
            i = j
        elif c.isalpha() or c == "_":
            j = i
            while j < len(text) and (text[j].isalnum() or text[j] == "_"):
                j += 1
            out.append(("fn" if text[i:j] in FUNCS else "var", text[i:j]))
            i = j
        elif c in "+-*/%^":
            unary = not out or out[-1][0] in ("op", "(", ",")
            if unary and c == "-":
                out.append(("op", "~"))
            elif not (unary and c == "+"):
                out.append(("op", c))
            i += 1
        elif c in "(),":
            out.append((c, c))
            i += 1
        else:
            raise ValueError(f"bad character {c!r} at {i}")
    return out


def postfix(tokens: List[Token]) -> List[Token]:
    output: List[Token] = []
    stack: List[Token] = []
    for kind, text in tokens:
        if kind in ("num", "var"):
            output.append((kind, text))
        elif kind == "fn" or kind == "(":
            stack.append((kind, text))
        elif kind == ",":
            while stack and stack[-1][0] != "(":
                output.append(stack.pop())
            if not stack:
                raise ValueError("misplaced comma")
        elif kind == "op":
            precedence, left = OPS[text]
            while stack and stack[-1][0] == "op" and text != "~":
                other = OPS[stack[-1][1]][0]
                if not (other > precedence or (other == precedence and left)):
                    break
                output.append(stack.pop())
            stack.append((kind, text))
        else:
            while stack and stack[-1][0] != "(":
                output.append(stack.pop())
            if not stack:
                raise ValueError("unbalanced )")
            stack.pop()
            if stack and stack[-1][0] == "fn":
                output.append(stack.pop())
    while stack:
        top = stack.pop()
        if top[0] == "(":
            raise ValueError("unbalanced (")
        output.append(top)
    return output


def evaluate(program: List[Token], variables: Dict[str, float]) -> float:
    stack: List[float] = []
    for kind, text in program:
        if kind == "num":
            stack.append(float(text))
        elif kind == "var":
            stack.append(variables[text])
        elif kind == "fn":
            arity, fn = FUNCS[text]
            if len(stack) < arity:
                raise ValueError(f"{text} wants {arity}")
            args = stack[len(stack) - arity:]
            del stack[len(stack) - arity:]
            stack.append(fn(args))
        elif text == "~":
            stack.append(-stack.pop())
        else:
            b = stack.pop()
            a = stack.pop()
            stack.append({"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b,
                          "%": lambda: a % b, "^": lambda: math.pow(a, b)}[text]())
    [result] = stack
    return result


def free(program: List[Token]) -> Set[str]:
    return {text for kind, text in program if kind == "var"}


def main() -> None:
    variables = {"x": 2.0, "rate_1": 0.25}
    for text in ["1 + 2 * 3", "-x ^ 2", "2 ^ 3 ^ 2", "hypot(3, 4) * -1", "clamp(x * 10, 0, 15)", "sqrt(hypot(5+1, 2^3) - 6)",
                 "1.5e3 / 4", "2 * (x + rate_1) % 3", "- - 3", "2 * pi() * x", "7 - -2", "(1", "1)", "1 $ 2", "1 2", "1 +",
                 "sqrt(0 - 1)", "1 / (x - 2)", "y", "clamp(1)", ""]:
        try:
            program = postfix(lex(text))
            shown = " ".join(word for _, word in program)
            print(f"{text!r:>30} => {shown:30} = {evaluate(program, variables):.6g} {sorted(free(program))}")
        except (ValueError, KeyError, IndexError, ZeroDivisionError) as error:
            print(f"{text!r:>30} !! {type(error).__name__}: {error}")
