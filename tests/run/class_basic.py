"""Classes: fields, methods, identity, class attributes, defaults."""


class Account:
    """Holds money."""

    opened = 0
    bank = "Rumpk"

    def __init__(self, owner: str, balance: int = 0) -> None:
        self.owner = owner
        self.balance = balance
        self.history: list[int] = []
        Account.opened += 1

    def deposit(self, amount: int) -> int:
        self.balance += amount
        self.history.append(amount)
        return self.balance

    def withdraw(self, amount: int) -> "Account":
        if amount > self.balance:
            raise ValueError(f"{self.owner} has only {self.balance}")
        return self.move(-amount)

    def move(self, amount: int) -> "Account":
        self.balance += amount
        self.history.append(amount)
        return self


class Node:
    def __init__(self, value: int, after: "Node | None" = None) -> None:
        self.value = value
        self.after = after


class Empty:
    pass


def total(node: Node | None) -> int:
    result = 0
    while node is not None:
        result += node.value
        node = node.after
    return result


def main() -> None:
    a = Account("ann", 10)
    b = Account("bob")
    print(a.owner, a.balance, b.owner, b.balance, Account.opened, a.bank, Account.bank, a.opened)
    print(a.deposit(5), a.deposit(amount=7), a.history, b.history)
    print(a.withdraw(2).withdraw(3).balance)
    try:
        b.withdraw(1)
    except ValueError as e:
        print(e)
    c = a
    c.balance = 1000
    print(a.balance, c is a, a is b, a is not b, a == c, a == b, a != b)
    a.balance //= 3
    a.history[0] += 100
    print(a.balance, a.history, len(a.history))
    chain = Node(1, Node(2, Node(3)))
    print(total(chain), total(None), chain.after is not None and chain.after.value)
    second = chain.after
    if second is not None:
        second.after = Node(10, second.after)
    print(total(chain))
    loop = Node(7)
    loop.after = loop
    print(loop.after.after is loop)
    print(Empty() is Empty(), isinstance(a, Account), isinstance(Empty(), Empty), type(a).__name__)
    print(Account.deposit(b, 3), b.balance)


if __name__ == "__main__":
    raise SystemExit(main())
