"""Accounts with an exception hierarchy, a ledger, interest and transfers that roll back."""
from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from enum import Enum


class BankError(Exception):
    """Base of what can go wrong."""


class InsufficientFunds(BankError):
    def __init__(self, account: str, missing: int) -> None:
        super().__init__(f"{account} lacks {missing / 100:.2f}")
        self.missing = missing


class UnknownAccount(BankError):
    pass


class Kind(Enum):
    DEPOSIT = "+"
    WITHDRAWAL = "-"
    INTEREST = "%"


@dataclass(frozen=True)
class Entry:
    kind: Kind
    cents: int
    note: str = ""

    def __str__(self) -> str:
        return f"{self.kind.value}{self.cents / 100:>10.2f} {self.note}".rstrip()


class Account(ABC):
    def __init__(self, name: str) -> None:
        self.name = name
        self.entries: list[Entry] = []

    @property
    def balance(self) -> int:
        return sum(-e.cents if e.kind is Kind.WITHDRAWAL else e.cents for e in self.entries)

    @abstractmethod
    def limit(self) -> int: ...

    def deposit(self, cents: int, note: str = "") -> None:
        if cents <= 0:
            raise ValueError(f"cannot deposit {cents}")
        self.entries.append(Entry(Kind.DEPOSIT, cents, note))

    def withdraw(self, cents: int, note: str = "") -> None:
        missing = cents - self.balance - self.limit()
        if missing > 0:
            raise InsufficientFunds(self.name, missing)
        self.entries.append(Entry(Kind.WITHDRAWAL, cents, note))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name!r}, {self.balance})"


class Savings(Account):
    def __init__(self, name: str, rate: float) -> None:
        super().__init__(name)
        self.rate = rate

    def limit(self) -> int:
        return 0

    def close_year(self) -> None:
        self.entries.append(Entry(Kind.INTEREST, round(self.balance * self.rate), f"{self.rate:.1%}"))


class Checking(Account):
    def limit(self) -> int:
        return 500_00


@dataclass
class Bank:
    accounts: dict[str, Account] = field(default_factory=dict)

    def open(self, account: Account) -> Account:
        self.accounts[account.name] = account
        return account

    def __getitem__(self, name: str) -> Account:
        try:
            return self.accounts[name]
        except KeyError:
            raise UnknownAccount(name) from None

    def transfer(self, source: str, target: str, cents: int) -> bool:
        before = len(self[source].entries)
        try:
            self[source].withdraw(cents, f"to {target}")
            self[target].deposit(cents, f"from {source}")
        except BankError as error:
            del self[source].entries[before:]
            print("refused:", error)
            return False
        else:
            return True
        finally:
            print("transfer", source, target, cents)


def main() -> None:
    bank = Bank()
    savings = Savings("rainy", 0.025)
    bank.open(savings).deposit(1000_00, "start")
    bank.open(Checking("daily"))
    print(bank.transfer("rainy", "daily", 250_50), bank.transfer("daily", "rainy", 900_00), bank.transfer("rainy", "nobody", 5))
    savings.close_year()
    for account in bank.accounts.values():
        print(account)
        for entry in account.entries:
            print("   ", entry)
    try:
        savings.deposit(-5)
    except ValueError as error:
        print(error)
    try:
        bank["ghost"].withdraw(1)
    except UnknownAccount as error:
        print(type(error).__name__, error, isinstance(error, BankError))
