"""Double-entry bookkeeping in cents: postings that must balance, an exception hierarchy, statements, interest, reversal."""
from __future__ import annotations

import enum
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from typing import ClassVar, Iterator, NewType

Cents = NewType("Cents", int)
AccountId = NewType("AccountId", str)


class Kind(enum.Enum):
    ASSET = 1
    LIABILITY = -1
    INCOME = -2
    EXPENSE = 2

    @property
    def sign(self) -> int:
        return 1 if self.value > 0 else -1


class LedgerError(Exception):
    code: ClassVar[int] = 1


class Unbalanced(LedgerError):
    code = 2

    def __init__(self, difference: Cents) -> None:
        super().__init__(f"off by {money(difference)}")
        self.difference = difference


class UnknownAccount(LedgerError):
    pass


class Overdrawn(LedgerError):
    code = 3

    def __init__(self, account: Account, by: Cents) -> None:
        self.account = account
        self.by = by

    def __str__(self) -> str:
        return f"{self.account.name} would be {money(self.by)} short"


def money(cents: int) -> str:
    sign = "-" if cents < 0 else ""
    whole, rest = divmod(abs(cents), 100)
    return f"{sign}{whole:,}.{rest:02d}"


@dataclass
class Account:
    id: AccountId
    name: str
    kind: Kind
    limit: Cents | None = None
    balance: int = field(default=0, repr=False)

    def shown(self) -> str:
        return money(self.balance * self.kind.sign)


@dataclass(frozen=True)
class Posting:
    account: AccountId
    amount: Cents

    def __neg__(self) -> Posting:
        return replace(self, amount=Cents(-self.amount))


@dataclass(frozen=True)
class Entry:
    number: int
    text: str
    postings: tuple[Posting, ...]
    reverses: int | None = None


class Ledger:
    def __init__(self) -> None:
        self._accounts: dict[AccountId, Account] = {}
        self._numbers = count(1)
        self.journal: list[Entry] = []

    def open(self, name: str, kind: Kind, limit: int | None = None) -> AccountId:
        key = AccountId(name.lower().replace(" ", "-"))
        if key in self._accounts:
            raise LedgerError(f"{name!r} exists")
        self._accounts[key] = Account(key, name, kind, None if limit is None else Cents(limit))
        return key

    def __getitem__(self, key: AccountId) -> Account:
        try:
            return self._accounts[key]
        except KeyError as error:
            raise UnknownAccount(f"no account {key!r}") from error

    def __iter__(self) -> Iterator[Account]:
        return iter(self._accounts.values())

    def post(self, text: str, *postings: Posting, reverses: int | None = None) -> Entry:
        if difference := sum(p.amount for p in postings):
            raise Unbalanced(Cents(difference))
        with self.atomic():
            for posting in postings:
                account = self[posting.account]
                account.balance += posting.amount
                if account.limit is not None and account.balance * account.kind.sign < -account.limit:
                    raise Overdrawn(account, Cents(-account.balance * account.kind.sign - account.limit))
        entry = Entry(next(self._numbers), text, postings, reverses)
        self.journal.append(entry)
        return entry

    @contextmanager
    def atomic(self) -> Iterator[None]:
        saved = {key: account.balance for key, account in self._accounts.items()}
        try:
            yield
        except LedgerError:
            for key, balance in saved.items():
                self._accounts[key].balance = balance
            raise

    def reverse(self, entry: Entry) -> Entry:
        if any(e.reverses == entry.number for e in self.journal):
            raise LedgerError(f"entry {entry.number} is reversed already")
        return self.post(f"reversal of {entry.text}", *(-p for p in entry.postings), reverses=entry.number)

    def trial_balance(self) -> dict[Kind, int]:
        totals: dict[Kind, int] = defaultdict(int)
        for account in self:
            totals[account.kind] += account.balance
        return dict(totals)


def transfer(amount: int, source: AccountId, target: AccountId) -> tuple[Posting, Posting]:
    return Posting(target, Cents(amount)), Posting(source, Cents(-amount))


def interest(balance: int, rate_bp: int, days: int) -> int:
    """Basis points a year, 365 days, rounded half away from zero."""
    raw = abs(balance) * rate_bp * days
    rounded = (raw + 1_825_000) // 3_650_000
    return -rounded if balance < 0 else rounded


def main() -> None:
    ledger = Ledger()
    cash = ledger.open("Cash", Kind.ASSET, limit=0)
    bank = ledger.open("Big Bank", Kind.ASSET, limit=50_000)
    pay = ledger.open("Salary", Kind.INCOME)
    rent = ledger.open("Rent", Kind.EXPENSE)
    loan = ledger.open("Loan", Kind.LIABILITY)
    first = ledger.post("May", *transfer(250_000, pay, bank))
    ledger.post("loan", *transfer(1_000_000, loan, bank))
    ledger.post("flat", Posting(rent, Cents(98_765)), Posting(bank, Cents(-98_765)))
    ledger.post("atm", *transfer(20_000, bank, cash))
    attempts = [("too much", transfer(20_001, cash, rent)), ("nobody", transfer(1, AccountId("x"), cash)),
                ("odd", (Posting(cash, Cents(5)), Posting(rent, Cents(-4))))]
    for text, postings in attempts:
        try:
            ledger.post(text, *postings)
        except LedgerError as error:
            print(type(error).__name__, error.code, error, repr(error.__cause__))
    print({account.name: account.shown() for account in ledger})
    ledger.reverse(first)
    try:
        ledger.reverse(first)
    except LedgerError as error:
        print(error)
    try:
        ledger.open("big bank", Kind.ASSET)
    except LedgerError as error:
        print(error)
    print(ledger.trial_balance(), sum(ledger.trial_balance().values()))
    print(ledger.journal[-1], ledger[bank])
    print([interest(b, 375, 90) for b in (100_000, -100_000, 1, 0)], money(-5), money(123456789))
