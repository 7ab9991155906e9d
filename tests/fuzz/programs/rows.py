"""What random programs compute: templates of expressions and statements by type, one a line.

In a template «int» is an expression of that type and «$int» a variable of it; «int:k@=int» may also use the variable `k`;
`@` in a name becomes a fresh number. T, K and V are the arguments of the type of the row, U is any simple type. `size` is a
small number, `ch` one character. `SPECI`, `SPECF`, `SPECS` become format specifications.
"""

from __future__ import annotations

EXPRESSIONS: dict[str, str] = {
    "int": """
«int» + «int»
«int» + «int»
«int» - «int»
«int» * «int»
«int» * «size»
«int» // «int»
«int» % «int»
«int» % 7
«int» // 3
«int» << («int» & 7)
«int» >> («int» & 15)
«int» & «int»
«int» || «int»
«int» ^ «int»
-«int»
~«int»
+«bool»
abs(«int»)
«int» ** 2
pow(«int», 2, 97)
divmod(«int», 7)[1]
len(«str»)
len(«list[U]»)
len(«dict[str, int]»)
len(«set[int]»)
len(«bytes»)
sum(«list[int]»)
sum(«int:k@=int» for k@ in «list[int]»)
max(«int», «int»)
min(«int», «int», «size»)
max(«list[int]», default=«int»)
ord(«ch»)
int(«float»)
int(«str»)
int(«u8»)
int(«w32»)
round(«float»)
«str».find(«str»)
«str».count(«ch»)
«bytes»[«size»]
«int».bit_length()
«bool» + «bool»
«int» if «bool» else «int»
(«int» or «int»)
(«int» and «int»)
«list[str]».count(«str»)
«dict[str, int]».get(«str», «int»)
«tuple[int, ...]»[«size»]
len(«tuple[int, ...]»)
sum(1 for k@ in «list[U]» if «bool:k@=U»)
sum([«int:a@=int,b@=int» for a@, b@ in zip(«list[int]», «list[int]»)])
«list[int]».index(«int»)
sum(map(len, «list[str]»))
next((k@ for k@ in «list[int]» if «bool:k@=int»), «int»)
(lambda a@, b@: «int:a@=int,b@=int»)(«int», «int»)
reduce(lambda a@, b@: «int:a@=int,b@=int», «list[int]», «int»)
""",
    "size": """
«size» + 1
«int» % 5
len(«list[U]») % 4
«int» & 3
""",
    "float": """
«float» + «float»
«float» - «int»
«float» * «float»
«float» / «float»
«int» / «int»
«float» // «float»
«float» % «float»
-«float»
abs(«float»)
float(«int»)
float(«str»)
round(«float», 2)
sum(«list[float]», 0.0)
max(«float», «float»)
min(«float», 1.5)
«float» if «bool» else «float»
«float» ** 2
«int» * «float»
«float» + «bool»
sum((«float:k@=int» for k@ in «list[int]»), 0.0)
""",
    "bool": """
«int» LT «int»
«int» == «int»
«int» != «size»
«int» LE «int» LT «int»
«int» GE «size» GT «int» != «int»
«float» LT «float»
«float» == «int»
«str» == «str»
«str» LT «str»
not «bool»
«bool» and «bool»
«bool» or «bool»
«bool» ^ «bool»
«bool» & «bool»
«int» in «list[int]»
«int» not in «list[int]»
«str» in «str»
«str» in «dict[str, int]»
«int» in «set[int]»
«int» in «tuple[int, ...]»
«int» in range(«size», «int», 3)
any(«bool:k@=int» for k@ in «list[int]»)
all(«bool:k@=str» for k@ in «list[str]»)
all(«list[bool]»)
bool(«U»)
bool(«list[U]»)
isinstance(«int or str», int)
«str».startswith(«ch»)
«str».isdigit()
«str».isalpha()
«list[int]» == «list[int]»
«list[int]» LT «list[int]»
«tuple[int, str]» LT «tuple[int, str]»
«dict[str, int]» == «dict[str, int]»
«set[int]» LE «set[int]»
«U» != «U»
«list[U]» is «list[U]»
«int or None» is None
«float» != «float»
(wal@ := «int») GT 3 and «bool:wal@=int»
""",
    "str": """
«str» + «str»
«str» + «str»
«str» * «size»
«str»[«size»]
«str»[«size»:]
«str»[:«size»]
«str»[«size»:«size»]
«str»[::-1]
«str»[::«nonzero»]
str(«int»)
str(«float»)
repr(«U»)
str(«bool»)
repr(«str»)
str(«list[U]»)
str(«u8»)
f'{«int»}-{«str»}'
f'{«int»:SPECI}|'
f'{«float»:SPECF}|'
f'{«str»:SPECS}|'
f'{«str»!r}:{«bool»}'
f'{«float»:.2f}/{«int»:>5}'
f'{«list[U]»}{«int»:{«width»}d}'
f'{«U»!r:>12}'
«str».upper()
«str».lower()
«str».title()
«str».strip()
«str».replace(«ch», «str»)
«str».replace(«str», «str», «size»)
«str».center(«width», «ch»)
«str».ljust(«width»)
«str».zfill(«width»)
«str».join(«list[str]»)
','.join(«list[str]»)
''.join(sorted(«str»))
''.join(«str:c@=ch» for c@ in «str»)
''.join(reversed(«str»))
'%s=%d' % («str», «int»)
'{}:{:>4}'.format(«str», «int»)
«str».partition(«ch»)[«part»]
«str».split(«ch»)[0]
chr(97 + «int» % 26)
hex(«int»)
bin(«size»)
format(«int», 'SPECI')
«str» if «bool» else «str»
«str» or «str»
max(«str», «str»)
max(«list[str]», key=len, default=«str»)
min(«list[str]», key=lambda s@: («int:s@=str», s@), default=«str»)
«bytes».hex()
«bytes».decode('latin-1')
«str».capitalize().swapcase()
«dict[int, str]».get(«int», «str»)
str(«dict[str, U]»)
str(«tuple[int, U]»)
str(sorted(«set[str]»))
repr(«bytes»)
type(«U»).__name__
ascii(«str»)
str(«deque[int]»)
''.join(map(str, «list[int]»))
""",
    "ch": """
chr(97 + «int» % 26)
«str»[:1] or 'q'
""",
    "bytes": """
«bytes» + «bytes»
«bytes» * «size»
«str».encode()
bytes([«int» & 255, «size» & 7])
bytes(«bytearray»)
«bytes»[«size»:]
«bytes»[::-1]
«bytes».upper()
«bytes».replace(b'a', «bytes»)
bytes(k@ & 255 for k@ in «list[int]»)
(«int» & 65535).to_bytes(2, 'big')
b','.join([«bytes», «bytes»])
""",
    "bytearray": """
bytearray(«bytes»)
«bytearray» + «bytes»
«bytearray»[«size»:]
bytearray(«size» & 7)
""",
    "u8": """
u8(same(«int») & 255)
u8(same(«int»))
«u8» + «u8»
«u8» - «u8»
«u8» & «u8»
«u8» ^ 15
«u8» // 3
«u8» >> 1
~«u8»
«u8» % 10 + 1
""",
    "i16": """
i16(same(«int»))
i16(same(«int») % 1000)
«i16» * «i16»
«i16» - 7
«i16» // 5
-«i16»
«i16» % 13
«i16» << 2
«i16» ^ «i16»
""",
    "i8": """
i8(same(«int»))
i8(same(«int») % 100)
«i8» + «i8»
«i8» * 3
-«i8»
abs(«i8»)
«i8» // -1
«i8» << 1
«i8» ^ «i8»
""",
    "u16": """
u16(same(«int») & 0xFFFF)
«u16» * «u16»
«u16» + «u8»
«u16» - 1
«u16» << 3
~«u16»
divmod(«u16», 7)[0]
""",
    "i32": """
i32(same(«int»))
i32(same(«int») % 100000)
«i32» * «i32»
«i32» + «i16»
«i32» // «i32»
«i32» % «i32»
«i32» >> 3
pow(«i32», 2)
""",
    "u64": """
u64(same(«int»))
«u64» * «u64»
«u64» + «u32»
«u64» - «u64»
«u64» // 10
«u64» % 1000
«u64» >> 5
max(«u64», «u64»)
""",
    "w16": """
w16(«int»)
«w16» + «w16»
«w16» * 40503
«w16» << 4
«w16» >> 3
~«w16»
-«w16»
«w16» || «w16»
w16(«w64»)
""",
    "u32": """
u32(same(«int») & 0xFFFFFFFF)
u32(same(«int»))
«u32» + «u8»
«u32» * 3
«u32» // 7
«u32» - «u32»
«u32» >> 3
«u32» || «u32»
""",
    "i64": """
i64(same(«int»))
«i64» + «i64»
«i64» * 3
«i64» - «i16»
«i64» // 7
«i64» % 11
-«i64»
""",
    "w8": """
w8(«int»)
«w8» + «w8»
«w8» * 5
«w8» - 9
«w8» << 3
«w8» >> 2
~«w8»
«w8» ^ «w8»
""",
    "w32": """
w32(«int»)
«w32» + «w32»
«w32» * 2654435761
«w32» ^ («w32» >> 15)
(«w32» << 5) || («w32» >> 27)
-«w32»
«w32» - 1
~«w32»
«w32» // 7
«w32» % 1000
""",
    "w64": """
w64(«int»)
«w64» * 6364136223846793005 + 1
«w64» ^ («w64» >> 33)
«w64» << 7
«w64» - «w64»
w64(«w32»)
""",
    "list": """
«list[T]» + «list[T]»
[«T», «T»]
[«T», *«list[T]»]
[*«list[T]», *«list[T]»]
«list[T]»[«size»:]
«list[T]»[:«size»]
«list[T]»[::-1]
«list[T]»[«size»:«size»:«nonzero»]
«list[T]» * («size» & 3)
«list[T]».copy()
list(«list[T]»)
list(reversed(«list[T]»))
[«T:k@=T» for k@ in «list[T]»]
[«T:k@=U» for k@ in «list[U]»]
[k@ for k@ in «list[T]» if «bool:k@=T»]
[«T:ix@=int,k@=T» for ix@, k@ in enumerate(«list[T]»)]
[«T:a@=T,b@=U» for a@, b@ in zip(«list[T]», «list[U]»)]
[«T:k@=int» for k@ in range(«size»)]
[«T:a@=int,b@=int» for a@ in range(3) for b@ in range(a@) if «bool:a@=int,b@=int»]
«list[T]» if «bool» else «list[T]»
«list[T]» or «list[T]»
list(«tuple[T, ...]»)
list(«deque[T]»)
list(«dict[str, T]».values())
sorted(«list[T]», key=lambda k@: «int:k@=T»)
sorted(«list[T]», key=lambda k@: («str:k@=T», «int:k@=T»), reverse=«bool»)
list(filter(lambda k@: «bool:k@=T», «list[T]»))
list(map(lambda k@: «T:k@=U», «list[U]»))
«dict[str, list[T]]».get(«str», «list[T]»)
«tuple[list[T], int]»[0]
[x@ for row@ in «list[list[T]]» for x@ in row@]
""",
    "list[int]": """
sorted(«list[int]»)
sorted(«set[int]»)
sorted(«list[int]», reverse=True)
list(range(«size», «size» + 4))
list(range(«int», «int», 5)[:4])
list(«bytes»)
list(map(len, «list[str]»))
list(«dict[int, U]»)
list(map(int, «list[u8]»))
sorted(«dict[int, U]».keys())
[*map(abs, «list[int]»)]
[(wal@ := «int:k@=int») + wal@ for k@ in «list[int]»]
list(accumulate(«list[int]»))
list(divmod(«int», 7))
""",
    "list[str]": """
«str».split()
«str».split(«ch»)
list(«str»)
sorted(«list[str]»)
sorted(«set[str]»)
list(«dict[str, U]»)
list(map(str, «list[U]»))
[repr(k@) for k@ in «list[U]»]
[f'{k@}={v@}' for k@, v@ in «dict[str, U]».items()]
list(map(str.upper, «list[str]»))
sorted(«list[str]», key=str.lower)
sorted(«list[str]», key=len, reverse=True)
""",
    "list[float]": """
sorted(«list[float]»)
[k@ / 4 for k@ in «list[int]»]
list(map(float, «list[int]»))
""",
    "dict": """
{«K»: «V», «K»: «V»}
{**«dict[K, V]», «K»: «V»}
«dict[K, V]» || «dict[K, V]»
«dict[K, V]».copy()
dict(«dict[K, V]»)
{«K:k@=K»: v@ for k@, v@ in «dict[K, V]».items()}
{k@: v@ for k@, v@ in «dict[K, V]».items() if «bool:k@=K,v@=V»}
{k@: «V:k@=K» for k@ in «list[K]»}
dict(zip(«list[K]», «list[V]»))
dict([(«K», «V»)])
«dict[K, V]» if «bool» else «dict[K, V]»
dict(sorted(«dict[K, V]».items(), key=lambda p@: p@[0]))
""",
    "set": """
{«T», «T»}
set(«list[T]»)
«set[T]» || «set[T]»
«set[T]» & «set[T]»
«set[T]» - «set[T]»
«set[T]» ^ «set[T]»
{«T:k@=T» for k@ in «list[T]»}
{*«list[T]», «T»}
set(«dict[T, int]»)
«set[T]».union(«list[T]»)
set(«frozenset[T]»)
""",
    "frozenset": """
frozenset(«list[T]»)
«frozenset[T]» || «frozenset[T]»
frozenset(«set[T]»)
«frozenset[T]» - «set[T]»
""",
    "tuple": """
(«T», «V»)
«tuple[T, V]» if «bool» else «tuple[T, V]»
(«T», «V»)
""",
    "vtuple": """
tuple(«list[T]»)
«tuple[T, ...]» + «tuple[T, ...]»
«tuple[T, ...]»[«size»:]
«tuple[T, ...]» * («size» & 3)
tuple(«T:k@=T» for k@ in «list[T]»)
tuple([*«list[T]», «T»])
""",
    "deque": """
deque(«list[T]»)
deque(«list[T]», maxlen=3)
«deque[T]».copy()
deque([«T:k@=T» for k@ in «list[T]»])
""",
    "any": """
«T» if «bool» else «T»
«list[T]»[«size»]
[«T», «T»][same(«int») % 2]
«tuple[T, int]»[0]
same(«T»)
show('e@', «T»)
show('e@', «T»)
pick(«list[T]», «size», «T»)
«dict[str, T]»['a']
«dict[int, T]».get(«int», «T»)
«list[T]».pop()
{«int»: «T»}[«int»]
Box(«T»).get()
Box(«T»).also(lambda b@: «T:b@=T»)
(lambda a@: «T:a@=U»)(«U»)
next(iter(«list[T]»), «T»)
""",
    "ordered": """
max(«T», «T»)
min(«T», «T»)
max(«list[T]»)
min(«list[T]», default=«T»)
sorted(«list[T]»)[«size»]
biggest(«T», «T», «T»)
""",
}

STATEMENTS: dict[str, str] = {
    "int": """
«$int» += «int»
«$int» -= «int»
«$int» = «int»
«$int» *= «size»
«$int» ^= «int»
«$int» //= «nonzero»
«$int» %= 1000
«$int» >>= 1
«$int», «$int» = «int», «int»
«$int», *«$list[int]» = «list[int]»
*«$list[int]», «$int» = «list[int]»
«$int», «$str» = «tuple[int, str]»
print(show('l@', «int») + show('r@', «int»))
print(show('l@', «bool») and show('r@', «bool»), show('x@', «int») LT show('y@', «int») LT show('z@', «int»))
print([show('l@', «int»), show('r@', «U»)], {show('k@', «str»): show('v@', «int»)})
print(f'{show('l@', «int»)} {show('r@', «U»)!r}')
print(show('l@', «list[int]»)[show('ix@', «size»)])
order(show('1@', «int»), show('2@', «str»), c=show('3@', «int»))
order(b=show('2@', «str»), a=show('1@', «int»))
print(total(«int», *«list[int]»), total(«int», «int», start=«int»), total(*«list[int]», *«list[int]»))
""",
    "str": """
«$str» = «str»
«$str» += «ch»
«$str» = («$str» + «str»)[-30:]
""",
    "float": """
«$float» += «float»
«$float» *= «float»
«$float» = «float»
""",
    "bool": """
«$bool» = «bool»
«$bool» ^= «bool»
""",
    "bytearray": """
«$bytearray».append(«int» & 255)
«$bytearray».extend(«bytes»)
«$bytearray»[«size»] = «int» & 255
del «$bytearray»[«size»:«size»]
«$bytearray»[«size»:«size»] = «bytes»
""",
    "list": """
«$list[T]».append(«T»)
«$list[T]».append(«T»)
«$list[T]».insert(«size», «T»)
«$list[T]»[«size»] = «T»
«$list[T]»[show('ix@', «size»)] = show('v@', «T»)
«$list[T]»[«size»:«size»] = «list[T]»
«$list[T]»[::2] = «list[T]»
«$list[T]»[:] = «list[T]»
del «$list[T]»[«size»]
del «$list[T]»[«size»:«size»]
del «$list[T]»[::2]
«$list[T]».reverse()
«$list[T]».extend(«list[T]»[:5])
«$list[T]».sort(key=lambda k@: «int:k@=T»)
«$list[T]» = «list[T]»
«$list[T]»[«size»], «$list[T]»[«size»] = «T», «T»
«$list[T]».clear()
print(«$list[T]».pop(«size»))
«$list[T]» += [«T»]
«$list[T]» = «$list[T]» + [«T»]
""",
    "list[int]": """
«$list[int]»[«size»] += «int»
«$list[int]»[show('ix@', «size»)] -= show('v@', «int»)
«$list[int]».sort()
«$list[int]».remove(«int»)
«$list[int]».sort(reverse=«bool»)
heappush(«$list[int]», «int»)
insort(«$list[int]», «int»)
""",
    "dict": """
«$dict[K, V]»[«K»] = «V»
«$dict[K, V]»[«K»] = «V»
«$dict[K, V]»[show('k@', «K»)] = show('v@', «V»)
del «$dict[K, V]»[«K»]
«$dict[K, V]».update(«dict[K, V]»)
«$dict[K, V]» ||= {«K»: «V»}
«$dict[K, V]».setdefault(«K», «V»)
print(«$dict[K, V]».pop(«K», «V»))
«$dict[K, V]» = «dict[K, V]»
print(«$dict[K, V]».popitem())
print(list(«$dict[K, V]».items()))
""",
    "dict[str, int]": """
«$dict[str, int]»[«str»] = «$dict[str, int]».get(«str», 0) + «int»
«$dict[str, int]»[«str»] += «int»
""",
    "set": """
«$set[T]».add(«T»)
«$set[T]».discard(«T»)
«$set[T]».remove(«T»)
«$set[T]».update(«list[T]»)
«$set[T]» &= «set[T]»
«$set[T]» ||= {«T»}
""",
    "deque": """
«$deque[T]».append(«T»)
«$deque[T]».appendleft(«T»)
«$deque[T]».rotate(«size»)
print(«$deque[T]».popleft())
«$deque[T]»[«size»] = «T»
«$deque[T]».extendleft(«list[T]»)
""",
    "any": """
«$T» = «T»
«$T» = «T»
print('s@', «T»)
""",
}
