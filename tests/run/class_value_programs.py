"""`type[C]` in larger pieces: components, pools, registries, routes."""

from __future__ import annotations
import json
import struct
from dataclasses import dataclass
from datetime import timedelta
from typing import Generic, TypeVar, Type, Optional
T = TypeVar("T")
C = TypeVar("C", bound="Component")

class Door:
    class Stuck(Exception):
        pass
    class Ajar(Stuck):
        pass

class Component:
    name = "base"
    def __init__(self, owner: Entity) -> None:
        self.owner = owner
    def update(self) -> str:
        return f"{self.name} of {self.owner.id}"

class Health(Component):
    name = "health"
    hp = 10

class Pos(Component):
    name = "pos"

class Entity:
    def __init__(self, id: int) -> None:
        self.id = id
        self.parts: dict[type[Component], Component] = {}

    def add(self, kind: Type[C]) -> C:
        made = kind(self)
        self.parts[kind] = made
        return made

    def get(self, kind: type[C]) -> C | None:
        found = self.parts.get(kind)
        return found if isinstance(found, kind) else None

    def has(self, *kinds: type[Component]) -> bool:
        return all(k in self.parts for k in kinds)

class Pool(Generic[T]):
    def __init__(self, kind: type[T]) -> None:
        self.kind = kind
        self.free: list[T] = []
    def take(self) -> T:
        return self.free.pop() if self.free else self.kind()
    def give(self, x: T) -> None:
        self.free.append(x)

class Node:
    def __init__(self) -> None:
        self.n = 1
class Special(Node):
    def __init__(self) -> None:
        super().__init__()
        self.n = 2

class Animal:
    registry: dict[str, type[Animal]] = {}
    sound = "?"
    @classmethod
    def register(cls) -> None:
        Animal.registry[cls.__name__] = cls
    @classmethod
    def create(cls, n: int) -> Animal:
        out = cls()
        out.n = n
        return out
    def __init__(self) -> None:
        self.n = 0
    def speak(self) -> str:
        return f"{self.sound}{self.n}"
    def clone(self) -> Animal:
        return type(self)()
    def same(self, other: Animal) -> bool:
        return type(self) is type(other) and isinstance(other, type(self))
class Dog(Animal):
    sound = "woof"
class Cat(Animal):
    sound = "meow"

@dataclass
class Route:
    path: str
    kind: type[Node]
    def build(self) -> Node:
        return self.kind()

@dataclass
class Err(Exception):
    code: int

def retry(kinds: tuple[type[Exception], ...], e: Exception) -> bool:
    return isinstance(e, kinds) and any(isinstance(e, k) for k in kinds)

def choose(flag: bool) -> type[Node]:
    if flag:
        return Special
    return Node

def describe(x: Node | int | None, kind: type[Node]) -> str:
    if isinstance(x, kind):
        return f"is {kind.__name__} {x.n}"
    return f"not {kind.__name__}"

def main() -> None:
    e = Entity(3)
    h = e.add(Health)
    e.add(Pos)
    print(h.hp, h.update(), [c.update() for c in e.parts.values()])
    g = e.get(Health)
    print(g is h, e.get(Pos) is None, e.has(Health, Pos), e.has(Component))
    p = Pool(Node)
    a = p.take()
    p.give(a)
    print(p.take() is a, p.take().n, Pool(Special).take().n)
    for c in (Dog, Cat):
        c.register()
    print(sorted(Animal.registry), [Animal.registry[k].create(2).speak() for k in sorted(Animal.registry)])
    print([type(x).__name__ for x in (Dog(), Cat())], Dog().clone().speak(), Dog().same(Cat()), Dog().same(Dog()))
    routes = [Route("/a", Node), Route("/b", Special)]
    print([r.build().n for r in routes], routes[0].kind is Node, routes[0] == Route("/a", Node), routes[1] == Route("/b", Node))
    print(choose(True)().n, choose(False)().n, choose(True).__name__)
    print(describe(Node(), Special), describe(Special(), Node), describe(3, Node), describe(None, Special))
    print(retry((ValueError, KeyError), KeyError(1)), retry((ValueError,), KeyError(1)))
    seen: set[type[Node]] = set()
    for k in (Node, Special, Node):
        seen.add(k)
    print(len(seen), sorted(k.__name__ for k in seen))
    cls: Optional[Type[Node]] = None
    if a.n > 0:
        cls = Special
    if cls is not None:
        print(cls().n, cls is Special)
    m: dict[str, tuple[type[Node], int]] = {"x": (Special, 3), "y": (Node, 4)}
    for name, (kk, v) in m.items():
        print(name, kk().n, v)
    names = {k: k.__name__ for k in (Dog, Cat)}
    print(list(names.values()), names[Dog])
    print(Dog is not Cat, Dog == Dog, type(h) is Health, type(h) is Component, type(a) is not Node)
    kinds = list(Animal.registry.values())
    kinds.sort(key=lambda k: k.sound)
    print([k.sound for k in kinds])
    print([repr(k).endswith(f"Door.{k.__name__}'>") for k in (Door.Stuck, Door.Ajar)], struct.error, json.JSONDecodeError, timedelta)

if __name__ == "__main__":
    main()
