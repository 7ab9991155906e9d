"""Templates of containers and of the library: itertools, collections, heapq, functools; the notation is that of rows.py."""

from __future__ import annotations

EXPRESSIONS: dict[str, str] = {
    "list": """
«list[T]»[«size»:«size»]
[*«list[T]»[«size»:], «T»]
list(islice(«list[T]», «size»))
list(islice(«list[T]», 0, None, 2))
list(chain(«list[T]», «list[T]»))
list(map(lambda a@, b@: «T:a@=T,b@=T», «list[T]», «list[T]»))
list(reversed(«tuple[T, ...]»))
[x@ for x@ in «list[T]» for y@ in range(«size»)]
[*«tuple[T, ...]»]
[x@ for ix@, x@ in enumerate(«list[T]», «size») if ix@ LT «int:x@=T»]
[«T:k@=T» if «bool:k@=T» else k@ for k@ in «list[T]»]
list(repeat(«T», «size»))
list(filterfalse(lambda k@: «bool:k@=T», «list[T]»))
list(takewhile(lambda k@: «bool:k@=T», «list[T]»))
list(dropwhile(lambda k@: «bool:k@=T», «list[T]»))
[a@ for a@, b@ in zip_longest(«list[T]», «list[int]») if a@ is not None]
list(islice(cycle(«list[T]»), 3))
[a@ for a@, b@ in pairwise(«list[T]»)]
[p@[0] for p@ in permutations(«list[T]»[:3], 2)]
[a@ for a@, b@ in combinations(«list[T]»[:4], 2)]
list(compress(«list[T]», «list[bool]»))
""",
    "list[int]": """
list(accumulate(«list[int]», max))
[len(list(g@)) for k@, g@ in groupby(«list[int]»)]
list(Counter(«list[int]»).values())
list(map(ord, «str»))
list(«bytearray»)
list(filter(None, «list[int]»))
sorted(«list[int]», key=str)
sorted(«list[int]», key=lambda k@: (k@ % 3, -k@))
nsmallest(«size», «list[int]»)
nlargest(2, «list[int]»)
list(range(«int», «int», «nonzero»)[:5])
list(range(«size», «size» * 3, «nonzero»))
list(islice(count(«int», «nonzero»), 3))
[a@ * b@ for a@, b@ in product(«list[int]»[:3], «list[int]»[:2])]
list(starmap(lambda a@, b@: «int:a@=int,b@=int», zip(«list[int]», «list[int]»)))
[sum(c@) for c@ in combinations(«list[int]»[:4], 2)]
[b@ - a@ for a@, b@ in pairwise(«list[int]»)]
sorted(«list[int]», key=cmp_to_key(by_five))
[«int:a@=int,b@=str» for a@, b@ in «list[tuple[int, str]]»]
[y@ for x@ in «list[int]» if (y@ := «int:x@=int») GT 2]
list(deque(«list[int]», maxlen=2))
[k@ for k@, in zip(«list[int]»)]
""",
    "list[str]": """
[k@ for k@, v@ in Counter(«str»).most_common(«size»)]
«str».rsplit(«ch», «size»)
«str».splitlines()
[''.join(p@) for p@ in permutations(«str»[:3], 2)]
[a@ + b@ for a@, b@ in product(list(«str»[:3]), «list[str]»[:2])]
[k@ + str(len(list(g@))) for k@, g@ in groupby(«str»)]
sorted(«list[str]», key=lambda k@: (len(k@), k@), reverse=«bool»)
[k@.strip() for k@ in «str».split(«ch»)]
['%s:%d' % (k@, ix@) for ix@, k@ in enumerate(«list[str]»)]
sorted(«dict[str, int]», key=lambda k@: -«dict[str, int]».get(k@, «size:k@=str»))
[f'{k@:SPECS}' for k@ in «list[str]»]
[f'{k@:SPECF}' for k@ in «list[float]»]
list(map(repr, «list[str]»))
list(map(hex, «list[int]»))
[a@ for a@, *b@ in «list[list[str]]»]
""",
    "list[float]": """
list(accumulate(«list[float]»))
[k@ ** 0.5 for k@ in «list[float]» if k@ GE 0]
sorted(«list[float]», reverse=«bool»)
[float(k@) for k@ in «list[str]»]
""",
    "list[tuple[int, str]]": """
list(enumerate(«list[str]»))
list(enumerate(«str», «size»))
list(zip(«list[int]», «list[str]»))
sorted(«list[tuple[int, str]]»)
sorted(«list[tuple[int, str]]», key=lambda p@: p@[1])
list(«dict[int, str]».items())
[(v@, k@) for k@, v@ in «dict[str, int]».items()]
[(len(k@), k@) for k@ in «list[str]»]
""",
    "list[tuple[str, int]]": """
sorted(Counter(«str»).items())
Counter(«list[str]»).most_common()
list(«dict[str, int]».items())
sorted(«dict[str, int]».items(), key=lambda p@: (p@[1], p@[0]))
[(k@, len(list(g@))) for k@, g@ in groupby(«list[str]»)]
""",
    "dict": """
{**«dict[K, V]», **«dict[K, V]»}
dict.fromkeys(«list[K]», «V»)
dict(list(«dict[K, V]».items())[«size»:])
dict(reversed(list(«dict[K, V]».items())))
{k@: v@ for k@, v@ in zip(«list[K]», «list[V]»)}
{k@: «V:k@=K,v@=V» for k@, v@ in «dict[K, V]».items()}
""",
    "dict[str, int]": """
dict(Counter(«str»))
dict(zip(«str», «list[int]»))
{k@: ix@ for ix@, k@ in enumerate(«list[str]»)}
{k@: len(k@) for k@ in «list[str]»}
dict(Counter(«str») + Counter(«str»))
dict(Counter(«str») - Counter(«str»))
""",
    "dict[int, str]": """
dict(enumerate(«list[str]»))
{v@: k@ for k@, v@ in «dict[str, int]».items()}
""",
    "dict[str, list[int]]": """
{k@: «list[int]:k@=str» for k@ in «list[str]»}
grouped(«list[str]»)
""",
    "set": """
«set[T]».difference(«list[T]»)
«set[T]».symmetric_difference(«list[T]»)
«set[T]».intersection(«list[T]»)
set(«list[T]»[«size»:])
{k@ for k@ in «list[T]» if «bool:k@=T»}
«set[T]».copy()
""",
    "frozenset": """
«frozenset[T]» & «set[T]»
«frozenset[T]» ^ «frozenset[T]»
«frozenset[T]».union(«list[T]»)
""",
    "vtuple": """
tuple(reversed(«tuple[T, ...]»))
tuple(sorted(«list[T]», key=lambda k@: «int:k@=T»))
«tuple[T, ...]»[::-1]
""",
    "deque": """
deque(reversed(«deque[T]»))
deque([*«list[T]», «T»], 2)
«deque[T]» + «deque[T]»
deque(«tuple[T, ...]»)
""",
    "ordered": """
nlargest(1, «list[T]»)[0]
reduce(max, «list[T]», «T»)
max(«list[T]», key=lambda k@: «int:k@=T»)
sorted(«list[T]», reverse=True)[0]
heapify_first(«list[T]»)
""",
    "any": """
«list[T]»[-1]
(«T», «int»)[0]
[«T» for _ in range(2)][«size»]
next((k@ for k@ in «list[T]» if «bool:k@=T»), «T»)
«deque[T]»[«size»]
reduce(lambda a@, b@: «T:a@=T,b@=T», «list[T]», «T»)
same(same(«T»))
apply(lambda a@: «T:a@=T», «T»)
apply(same, «T»)
either(«T», «T», «bool»)
first_of(«list[T]», «T»)
""",
}

STATEMENTS: dict[str, str] = {
    "list": """
«$list[T]»[«size»:«size»:«nonzero»] = «list[T]»
del «$list[T]»[«size»::«nonzero»]
«$list[T]» *= («size» & 3)
«$list[T]».extend(reversed(«list[T]»[:5]))
«$list[T]».extend(«T» for _ in range(2))
«$list[T]»[-1:] = [«T», «T»]
«$list[T]»[1:1] = «list[T]»[:3]
«$list[T]», «$list[T]» = «$list[T]», «$list[T]»
«$T», *«$list[T]» = «list[T]»
*«$list[T]», «$T» = «list[T]»
[«$T», «$T»] = «list[T]»
«$list[T]»[0], *«$list[T]» = «list[T]»
for «$T» in «list[T]»[:2]: print('each', end=' ')
""",
    "list[int]": """
«$list[int]»[«size»] **= 2
«$list[int]»[«size»] //= «int»
print(heappop(«$list[int]»), «$list[int]»)
heapify(«$list[int]»)
print(bisect_right(«$list[int]», «int»))
print(sum(«$list[int]»), max(«$list[int]», default=0), *«$list[int]»[:3])
""",
    "list[str]": """
«$list[str]».sort(key=len)
«$list[str]».sort(key=str.lower, reverse=«bool»)
«$list[str]»[«size»] += «str»
print(' '.join(«$list[str]»))
""",
    "dict": """
«$dict[K, V]».update([(«K», «V»)])
«$dict[K, V]».clear()
print(«K» in «$dict[K, V]», len(«$dict[K, V]»), list(«$dict[K, V]»))
print(list(reversed(«$dict[K, V]»)))
«$dict[K, V]»[«K»], «$dict[K, V]»[«K»] = «V», «V»
print(«$dict[K, V]».setdefault(«K», «V»), «$dict[K, V]».pop(«K»))
""",
    "dict[str, int]": """
for k@ in sorted(«$dict[str, int]»): print(k@, «$dict[str, int]»[k@])
«$dict[str, int]»[«str»] //= «int»
print(max(«$dict[str, int]», key=lambda k@: «int:k@=str»))
print(sum(«$dict[str, int]».values()), min(«$dict[str, int]».values(), default=0))
""",
    "dict[str, list[int]]": """
«$dict[str, list[int]]».setdefault(«str», []).append(«int»)
«$dict[str, list[int]]»[«str»].append(«int»)
«$dict[str, list[int]]»[«str»] += «list[int]»
""",
    "set": """
«$set[T]» -= «set[T]»
«$set[T]» ^= «set[T]»
«$set[T]».difference_update(«list[T]»)
«$set[T]».intersection_update(«list[T]»)
«$set[T]».symmetric_difference_update(«list[T]»)
«$set[T]».clear()
print(len(«$set[T]»), «T» in «$set[T]»)
""",
    "deque": """
«$deque[T]».insert(«size», «T»)
print(«$deque[T]».pop())
«$deque[T]».reverse()
«$deque[T]» += «list[T]»
del «$deque[T]»[«size»]
print(len(«$deque[T]»), «$deque[T]».maxlen)
«$deque[T]».rotate(-«size»)
""",
}
