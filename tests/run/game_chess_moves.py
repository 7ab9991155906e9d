"""Chess: a board of 64 squares, pseudo-legal and legal moves, castling, en passant, promotion, FEN, perft to depth two, a mate."""
from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

START = "rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq -"
EMPTY = "8/8/8/8/8/8/8/8 w - -"
Steps = tuple[tuple[int, int], ...]
KNIGHT: Steps = ((1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2))
ROOK: Steps = ((1, 0), (-1, 0), (0, 1), (0, -1))
BISHOP: Steps = ((1, 1), (1, -1), (-1, 1), (-1, -1))


def square(name: str) -> int:
    return ord(name[0]) - 97 + (int(name[1]) - 1) * 8


def name_of(at: int) -> str:
    return "abcdefgh"[at % 8] + str(at // 8 + 1)


class Move(NamedTuple):
    source: int
    target: int
    promoted: str = ""

    def __str__(self) -> str:
        return name_of(self.source) + name_of(self.target) + self.promoted.lower()


class Board:
    def __init__(self, fen: str = START) -> None:
        rows, turn, rights, passing = fen.split()
        self.squares = [" "] * 64
        for r, row in enumerate(rows.split("/")):
            at = (7 - r) * 8
            for ch in row:
                if ch.isdigit():
                    at += int(ch)
                else:
                    self.squares[at] = ch
                    at += 1
        self.white = turn == "w"
        self.rights = rights
        self.passing = None if passing == "-" else square(passing)

    def copy(self) -> Board:
        other = Board(EMPTY)
        other.squares = self.squares.copy()
        other.white, other.rights, other.passing = self.white, self.rights, self.passing
        return other

    def mine(self, at: int) -> bool:
        return self.squares[at].isupper() == self.white and self.squares[at] != " "

    def slide(self, at: int, steps: Steps, far: bool) -> Iterator[int]:
        for dx, dy in steps:
            x, y = at % 8 + dx, at // 8 + dy
            while 0 <= x < 8 and 0 <= y < 8:
                to = y * 8 + x
                if self.mine(to):
                    break
                yield to
                if self.squares[to] != " " or not far:
                    break
                x, y = x + dx, y + dy

    def pawn(self, at: int) -> Iterator[Move]:
        ahead = 8 if self.white else -8
        targets: list[int] = []
        if 0 <= at + ahead < 64 and self.squares[at + ahead] == " ":
            targets.append(at + ahead)
            if at // 8 == (1 if self.white else 6) and self.squares[at + 2 * ahead] == " ":
                targets.append(at + 2 * ahead)
        for side in (-1, 1):
            to = at + ahead + side
            if 0 <= at % 8 + side < 8 and 0 <= to < 64 and (self.squares[to] != " " and not self.mine(to) or to == self.passing):
                targets.append(to)
        for to in targets:
            if to // 8 in (0, 7):
                yield from (Move(at, to, p) for p in "QRBN")
            else:
                yield Move(at, to)

    def pseudo(self) -> Iterator[Move]:
        for at, piece in enumerate(self.squares):
            if not self.mine(at):
                continue
            match piece.upper():
                case "P":
                    yield from self.pawn(at)
                case "N":
                    yield from (Move(at, to) for to in self.slide(at, KNIGHT, False))
                case "B" | "R" | "Q" as kind:
                    steps = {"B": BISHOP, "R": ROOK, "Q": ROOK + BISHOP}[kind]
                    yield from (Move(at, to) for to in self.slide(at, steps, True))
                case "K":
                    yield from (Move(at, to) for to in self.slide(at, ROOK + BISHOP, False))
                    yield from self.castles(at)

    def castles(self, king: int) -> Iterator[Move]:
        for right, step, room in (("K", 1, 2), ("Q", -1, 3)):
            if (right if self.white else right.lower()) in self.rights and all(self.squares[king + step * k] == " " for k in range(1, room + 1)):
                if not any(self.attacked(king + step * k) for k in range(3)):
                    yield Move(king, king + 2 * step)

    def attacked(self, at: int) -> bool:
        other = self.copy()
        other.white = not self.white
        other.squares[at] = "P" if self.white else "p"
        other.rights = ""
        return any(move.target == at for move in other.pseudo())

    def in_check(self) -> bool:
        return self.attacked_king(self.white)

    def attacked_king(self, white: bool) -> bool:
        other = self.copy()
        other.white, other.rights = not white, ""
        king = self.squares.index("K" if white else "k")
        return any(move.target == king for move in other.pseudo())

    def play(self, move: Move) -> Board:
        out = self.copy()
        piece = out.squares[move.source]
        out.squares[move.source] = " "
        out.squares[move.target] = (move.promoted if self.white else move.promoted.lower()) or piece
        if piece in "Pp" and move.target == self.passing:
            out.squares[move.target + (-8 if self.white else 8)] = " "
        if piece in "Kk" and abs(move.target - move.source) == 2:
            corner, beside = (move.target + 1, move.target - 1) if move.target > move.source else (move.target - 2, move.target + 1)
            out.squares[beside], out.squares[corner] = out.squares[corner], " "
        lost = {square("e1"): "KQ", square("a1"): "Q", square("h1"): "K", square("e8"): "kq", square("a8"): "q", square("h8"): "k"}
        for at in (move.source, move.target):
            for right in lost.get(at, ""):
                out.rights = out.rights.replace(right, "")
        out.passing = (move.source + move.target) // 2 if piece in "Pp" and abs(move.target - move.source) == 16 else None
        out.white = not self.white
        return out

    def legal(self) -> list[Move]:
        return [move for move in self.pseudo() if not self.play(move).attacked_king(self.white)]

    def fen(self) -> str:
        rows = []
        for y in range(7, -1, -1):
            row = "".join(self.squares[y * 8:y * 8 + 8])
            for n in range(8, 0, -1):
                row = row.replace(" " * n, str(n))
            rows.append(row)
        return f"{'/'.join(rows)} {'bw'[self.white]} {self.rights or '-'} {'-' if self.passing is None else name_of(self.passing)}"


def perft(board: Board, depth: int) -> int:
    return 1 if depth == 0 else sum(perft(board.play(m), depth - 1) for m in board.legal())


def main() -> None:
    print(perft(Board(), 1), perft(Board(), 2), Board().fen() == START)
    castle = Board("r3k2r/8/8/8/8/8/6p1/R3K2R w KQkq -")
    print(*sorted(str(m) for m in castle.legal() if m.source == square("e1")))
    promote = Board("8/P6k/8/3pP3/8/8/8/K7 w - d6")
    print(*map(str, promote.legal()), promote.play(Move(square("e5"), square("d6"))).fen(), promote.play(Move(square("a7"), square("a8"), "N")).fen())
    board = Board()
    for text in "f2f3 e7e5 g2g4 d8h4".split():
        board = next(board.play(m) for m in board.legal() if str(m) == text)
    print(board.fen(), board.in_check(), board.legal())
    print(castle.play(Move(4, 6)).fen(), castle.play(Move(4, 2)).fen())
