"""A longer program: accounts, transfers, a report; classes, exceptions, dictionaries, formatting together."""

from dataclasses import dataclass, field
from enum import Enum


class Kind(Enum):
    DEPOSIT = "deposit"
    WITHDRAWAL = "withdrawal"
    TRANSFER = "transfer"


class BankError(Exception):
    pass


class InsufficientFunds(BankError):
    def __init__(self, owner: str, missing: int) -> None:
        super().__init__(f"{owner} lacks {missing}")
        self.missing = missing


class UnknownAccount(BankError):
    pass


@dataclass(frozen=True)
class Entry:
    kind: Kind
    amount: int
    note: str = ""


@dataclass
class Account:
    owner: str
    balance: int = 0
    entries: list[Entry] = field(default_factory=list)

    def book(self, kind: Kind, amount: int, note: str = "") -> None:
        if self.balance + amount < 0:
            raise InsufficientFunds(self.owner, -(self.balance + amount))
        self.balance += amount
        self.entries.append(Entry(kind, amount, note))


class Bank:
    def __init__(self) -> None:
        self.accounts: dict[str, Account] = {}
        self.failures = 0

    def open(self, owner: str) -> Account:
        return self.accounts.setdefault(owner, Account(owner))

    def find(self, owner: str) -> Account:
        if owner not in self.accounts:
            raise UnknownAccount(owner)
        return self.accounts[owner]

    def transfer(self, source: str, target: str, amount: int) -> bool:
        try:
            to = self.find(target)
            self.find(source).book(Kind.TRANSFER, -amount, f"to {target}")
        except InsufficientFunds as e:
            print(f"refused: {e} ({e.missing})")
            self.failures += 1
            return False
        except BankError as e:
            print(f"refused: {type(e).__name__} {e}")
            self.failures += 1
            return False
        else:
            to.book(Kind.TRANSFER, amount, f"from {source}")
            return True
        finally:
            print(f"transfer {source} -> {target}: {amount}")

    def report(self) -> None:
        print(f"{'owner':<8}|{'balance':>10}|{'entries':^9}|")
        for owner in sorted(self.accounts):
            account = self.accounts[owner]
            print(f"{owner:<8}|{account.balance:>10,}|{len(account.entries):^9}|")
        total = sum([account.balance for account in self.accounts.values()])
        print(f"{'total':<8}|{total:>10,}|{self.failures:^9}|")


def main() -> int:
    bank = Bank()
    for name, amount in [("ann", 1200), ("bob", 50), ("cyd", 0)]:
        bank.open(name).book(Kind.DEPOSIT, amount)
    moved = [bank.transfer("ann", "bob", 700), bank.transfer("bob", "cyd", 751), bank.transfer("bob", "dan", 1),
             bank.transfer("eve", "ann", 1), bank.transfer("bob", "cyd", 750)]
    print(moved)
    bank.report()
    for entry in bank.find("bob").entries:
        print(entry)
    by_kind: dict[Kind, int] = {}
    for account in bank.accounts.values():
        for entry in account.entries:
            by_kind[entry.kind] = by_kind.get(entry.kind, 0) + entry.amount
    print({kind.value: amount for kind, amount in by_kind.items()})
    return bank.failures - 3


if __name__ == "__main__":
    raise SystemExit(main())
