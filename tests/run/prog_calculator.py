"""A longer program: a tokenizer, a recursive-descent parser and an evaluator."""


class SyntaxProblem(Exception):
    def __init__(self, message: str, at: int) -> None:
        super().__init__(f"{message} at {at}")
        self.at = at


class Token:
    def __init__(self, kind: str, text: str, at: int) -> None:
        self.kind = kind
        self.text = text
        self.at = at

    def __repr__(self) -> str:
        return f"{self.kind}:{self.text}"


def tokens_of(text: str) -> list[Token]:
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        c = text[at]
        start = at
        if c.isspace():
            at += 1
        elif c.isdigit() or c == ".":
            while at < len(text) and (text[at].isdigit() or text[at] == "."):
                at += 1
            tokens.append(Token("number", text[start:at], start))
        elif c.isalpha():
            while at < len(text) and text[at].isalnum():
                at += 1
            tokens.append(Token("name", text[start:at], start))
        elif c in "+-*/^()=":
            at += 1
            tokens.append(Token("op", c, start))
        else:
            raise SyntaxProblem(f"unexpected {c!r}", at)
    tokens.append(Token("end", "", len(text)))
    return tokens


class Parser:
    def __init__(self, tokens: list[Token], names: dict[str, float]) -> None:
        self.tokens = tokens
        self.names = names
        self.at = 0

    def peek(self) -> Token:
        return self.tokens[self.at]

    def take(self, text: str) -> bool:
        if self.peek().kind == "op" and self.peek().text == text:
            self.at += 1
            return True
        return False

    def statement(self) -> float:
        first = self.peek()
        if first.kind == "name" and self.tokens[self.at + 1].text == "=":
            self.at += 2
            self.names[first.text] = self.sum()
            value = self.names[first.text]
        else:
            value = self.sum()
        if self.peek().kind != "end":
            raise SyntaxProblem(f"unexpected {self.peek().text!r}", self.peek().at)
        return value

    def sum(self) -> float:
        value = self.product()
        while True:
            if self.take("+"):
                value += self.product()
            elif self.take("-"):
                value -= self.product()
            else:
                return value

    def product(self) -> float:
        value = self.power()
        while True:
            if self.take("*"):
                value *= self.power()
            elif self.take("/"):
                value /= self.power()
            else:
                return value

    def power(self) -> float:
        value = self.unary()
        if self.take("^"):
            value = value ** self.power()
        return value

    def unary(self) -> float:
        return -self.unary() if self.take("-") else self.atom()

    def atom(self) -> float:
        token = self.peek()
        self.at += 1
        match token.kind:
            case "number":
                return float(token.text)
            case "name":
                return self.names[token.text]
            case "op" if token.text == "(":
                value = self.sum()
                if not self.take(")"):
                    raise SyntaxProblem("missing )", self.peek().at)
                return value
            case _:
                raise SyntaxProblem("missing value", token.at)


def main() -> None:
    names: dict[str, float] = {"pi": 3.141592653589793}
    for line in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "x = 10 / 4", "x * x - 1", "1 / 0", "y + 1", "2 *",
                 "(1", "4 $", "1.2.3", "pi * x ^ 2", "1 2", "10 - 3 - 2", "--5"):
        try:
            print(f"{line:<12} = {Parser(tokens_of(line), names).statement()}")
        except SyntaxProblem as e:
            print(f"{line:<12} ! {e}")
        except ZeroDivisionError as e:
            print(f"{line:<12} ! {e}")
        except (KeyError, ValueError) as e:
            print(f"{line:<12} ! {type(e).__name__} {e}")
    print(names, tokens_of("a+1"))


if __name__ == "__main__":
    raise SystemExit(main())
