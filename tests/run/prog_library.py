"""Library management: books, members, loans, fines."""
from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Iterator, Optional


class Genre(Enum):
    FICTION = auto()
    SCIENCE = auto()
    HISTORY = auto()

    @classmethod
    def parse(cls, text: str) -> "Genre":
        try:
            return cls[text.upper()]
        except KeyError:
            raise ValueError(f"unknown genre: {text!r}") from None


@dataclass(frozen=True)
class Book:
    isbn: str
    title: str
    author: str
    genre: Genre
    year: int = 2000

    def __str__(self) -> str:
        return f"{self.title} by {self.author} ({self.year})"


@dataclass
class Loan:
    book: Book
    member: "Member"
    due: dt.date
    returned: Optional[dt.date] = None

    def fine(self, today: dt.date, rate: float = 0.25) -> float:
        end = self.returned or today
        late = (end - self.due).days
        return max(0, late) * rate


@dataclass
class Member:
    name: str
    loans: list[Loan] = field(default_factory=list, repr=False)

    @property
    def active(self) -> list[Loan]:
        return [loan for loan in self.loans if loan.returned is None]


class LibraryError(Exception):
    """Base."""


class NotAvailable(LibraryError):
    def __init__(self, book: Book) -> None:
        super().__init__(f"{book.title} is on loan")
        self.book = book


class Library:
    MAX_LOANS = 2

    def __init__(self) -> None:
        self._books: dict[str, Book] = {}
        self._out: dict[str, Loan] = {}
        self._log: list[tuple[dt.date, str]] = []

    def add(self, *books: Book) -> None:
        for book in books:
            if book.isbn in self._books:
                raise LibraryError(f"duplicate isbn {book.isbn}")
            self._books[book.isbn] = book

    def __len__(self) -> int:
        return len(self._books)

    def __contains__(self, isbn: object) -> bool:
        return isbn in self._books

    def __iter__(self) -> Iterator[Book]:
        return iter(sorted(self._books.values(), key=lambda b: (b.author, b.title)))

    def lend(self, isbn: str, member: Member, today: dt.date) -> Loan:
        book = self._books[isbn]
        if isbn in self._out:
            raise NotAvailable(book)
        if len(member.active) >= self.MAX_LOANS:
            raise LibraryError(f"{member.name} has too many loans")
        loan = Loan(book, member, today + dt.timedelta(days=14))
        self._out[isbn] = loan
        member.loans.append(loan)
        self._log.append((today, f"lend {book.title} to {member.name}"))
        return loan

    def give_back(self, isbn: str, today: dt.date) -> float:
        loan = self._out.pop(isbn)
        loan.returned = today
        self._log.append((today, f"return {loan.book.title}"))
        return loan.fine(today)

    def by_genre(self) -> dict[Genre, list[str]]:
        groups: defaultdict[Genre, list[str]] = defaultdict(list)
        for book in self:
            groups[book.genre].append(book.title)
        return dict(groups)

    def history(self) -> str:
        return "\n".join(f"{day:%Y-%m-%d} {what}" for day, what in self._log)


def main() -> None:
    lib = Library()
    lib.add(
        Book("1", "Dune", "Herbert", Genre.FICTION, 1965),
        Book("2", "Cosmos", "Sagan", Genre.SCIENCE, 1980),
        Book("3", "SPQR", "Beard", Genre.parse("history"), 2015),
    )
    ann, bob = Member("Ann"), Member("Bob")
    today = dt.date(2024, 2, 20)
    lib.lend("1", ann, today)
    lib.lend("2", ann, today)
    for isbn, who in (("1", bob), ("3", ann), ("9", bob)):
        try:
            lib.lend(isbn, who, today)
        except NotAvailable as e:
            print("not available:", e, e.book.isbn)
        except LibraryError as e:
            print("error:", e)
        except KeyError as e:
            print("no such book:", e)
    print(f"fine: {lib.give_back('1', dt.date(2024, 3, 10)):.2f}")
    print(f"fine: {lib.give_back('2', dt.date(2024, 2, 25)):.2f}")
    print([str(b) for b in lib], len(lib), "1" in lib, 5 in lib)
    for genre, titles in lib.by_genre().items():
        print(f"{genre.name:<10}{genre.value:>3} {', '.join(titles)}")
    print(lib.history())
    print(ann, ann.loans[0].returned, len(ann.active))
    try:
        Genre.parse("poetry")
    except ValueError as e:
        print(e, e.__cause__, e.__suppress_context__)
    try:
        lib.add(Book("1", "x", "y", Genre.FICTION))
    except LibraryError as e:
        print(type(e).__name__, e, isinstance(e, NotAvailable))


if __name__ == "__main__":
    main()
