"""Templates of text, bytes, formatting, conversions that may fail, and floats; the notation is that of rows.py.

`base` is a base of numbers; what raises is printed by the handler around it, its message included.
"""

from __future__ import annotations

EXPRESSIONS: dict[str, str] = {
    "str": """
«str».casefold()
«str».expandtabs(«size»)
«str».lstrip(«ch»)
«str».rstrip(«str»)
«str».strip(«str»)
«str».removeprefix(«ch»)
«str».removesuffix(«str»)
«str».rjust(«width», «ch»)
«str».rpartition(«ch»)[«part»]
'|'.join(«str».rsplit(«ch», «size»))
'|'.join(«str».split(«str», «size»))
'|'.join(«str».split(maxsplit=«size»))
'|'.join(«str».splitlines(«bool»))
«str».translate(str.maketrans('abc', 'xyz'))
'%5d|%-8s|%+.2f' % («int», «str», «float»)
'%x %o %#X %r' % («int», «int», «int», «str»)
'%s and %r' % («U», «U»)
'%05.1f%%' % «float»
'%(a)s %(b)d' % {'a': 'left', 'b': 3}
'%c%3c' % («ch», «int» & 127)
'{0:SPECI}|{1:SPECS}'.format(«int», «str»)
'{a!r:>10}{b:SPECF}'.format(a=«str», b=«float»)
'{} {:{}} {!r}'.format(«U», «str», «width», «U»)
format(«float», 'SPECF')
format(«str», 'SPECS')
format(«bool», 'SPECI')
f'{«int»:{«width»}}{«str»:^{«width»}}'
f'{«bool»:SPECI}{«U»!s:>9}{«float»:SPECF}'
«str».encode('utf-8').hex()
«str».encode('ascii').decode()
«bytes».decode()
repr(«float»)
repr(«bytearray»)
oct(«int»)
bin(«int»)
chr(«int»)
«float».hex()
'-'.join(f'{k@:SPECI}' for k@ in «list[int]»)
«str»[«size»:«size»:«nonzero»]
min(«str», default='q')
max(«str», default='q')
str(«int» ** 2)
«bytes».hex(':')
«bytes».hex('-', 2)
str(«dict[str, int]».items())
str(«dict[int, str]».keys())
str(«list[float]»)
f'{«list[U]»!r}{«tuple[int, U]»}'
repr(«str» + «str»)
str(«bytes», 'latin-1')
str(«int or None»)
str(«frozenset[int]» == «set[int]»)
«str» * («int» & 3) + «ch»
str(range(«size», «int», «nonzero»))
str(Counter(«str»).most_common(«size»))
''.join(k@ * len(list(g@)) + ';' for k@, g@ in groupby(«str»))
""",
    "int": """
int(«str», «base»)
int(«str».strip() or '7')
int('0b101', «base»)
int(' 1_000 ')
int(«float» * 1e10)
«str».index(«str»)
«str».rfind(«str»)
«str».rindex(«ch»)
«str».count(«str», «size»)
«str».find(«ch», «size», «width»)
«bytes».find(«bytes»)
«bytes».index(«int» & 255)
«bytes».count(b'a')
«bytes».rfind(b'b')
int.from_bytes(«bytes»[:7], 'big')
int.from_bytes(«bytes»[:8], 'little', signed=True)
«int».bit_count()
«int» ** («int» & 3)
pow(«int», «size», «nonzero»)
gcd(«int», «int»)
isqrt(«int»)
floor(«float»)
ceil(«float»)
trunc(«float»)
comb(abs(«size») + 5, abs(«size»))
round(«int», -1)
round(«float» * 10)
bisect_left(sorted(«list[int]»), «int»)
len(range(«int», «int», «nonzero»))
range(«size», «int», «nonzero»)[«size»]
range(«size», 20, «nonzero»).index(«int»)
sum(range(«size»))
«bool» << («int» & 7)
divmod(«int», «int»)[0]
-(-«int» // «nonzero»)
«int» << «size»
«int» >> «size»
ord(«str»[«size»])
ord(«str»)
min(«list[int]», key=abs)
len(str(«U»))
len(Counter(«str»))
Counter(«str»)[«ch»]
«bytearray»[«size»]
«deque[int]»[«size»]
«list[int]».index(«int», «size»)
«tuple[int, ...]».index(«int»)
int(«bool») - int(«bool»)
prod(«list[int]»)
""",
    "float": """
float('inf')
float('-inf')
«float» * 1e308
-0.0 * «int»
sqrt(«float»)
fabs(«float»)
copysign(«float», «float»)
fmod(«float», «float»)
«float» ** «size»
«float» ** 0.5
round(«float», «size»)
divmod(«float», «float»)[1]
max(«list[float]», default=«float»)
min(«float», «float», key=abs)
float(«str».strip() or '2.5e-3')
«int» / («int» or 7)
«int» ** -1
sum(«list[float]»)
float('1e400')
«int» // «float»
""",
    "bool": """
«str».isupper()
«str».islower()
«str».isspace()
«str».isalnum()
«str».istitle()
«str».isidentifier()
«str».isprintable()
«str».isascii()
«str».isnumeric()
«str».isdecimal()
«str».endswith((«ch», «str»))
«str».startswith(«str», «size»)
«bytes».startswith(«bytes»)
«bytes».isalpha()
«float».is_integer()
isnan(«float» - «float»)
isinf(«float»)
isfinite(«float»)
«set[int]».isdisjoint(«list[int]»)
«set[str]».issubset(«list[str]»)
«set[int]» LT «set[int]»
«bytes» LT «bytes»
«int» == «float» LE «float»
«int» LT «float»
«ch» in «str»
«bytes» in «bytes»
«int» & 127 in «bytes»
«int» in «deque[int]»
«tuple[int, str]» in «list[tuple[int, str]]»
«str» not in «list[str]»
«list[str]» GE «list[str]»
«u8» LT same(«int»)
«w32» == same(«int»)
«i16» GT «u32»
«tuple[int, str]» == («int», «str»)
range(«size», «size») == range(«size», «size»)
«deque[int]» == «deque[int]»
«bytearray» == «bytes»
""",
    "bytes": """
«bytes».lower()
«bytes».strip(b'a')
«bytes».split(b'a')[0]
«bytes».center(«width», b'*')
«bytes».ljust(«width»)
«bytes».zfill(«width»)
«bytes».rpartition(b'b')[«part»]
«bytes».translate(None, b'a')
«bytes».title().swapcase()
bytes(reversed(«bytes»))
«bytes»[«size»:«size»:«nonzero»]
bytes.fromhex('0aff 7e')
bytes.fromhex(«str»)
«bytes» or b'x'
«str».encode('latin-1')
«int».to_bytes(«size», 'little', signed=«bool»)
bytes(«list[int]»)
bytes(«size»)
bytes(«str», 'utf-8')
bytes([*«bytes», «int» & 1])
bytes(«bytearray»[«size»:])
""",
    "bytearray": """
«bytearray»[::-1]
«bytearray» * («size» & 3)
«bytearray».upper()
«bytearray»[«size»:«size»:«nonzero»]
bytearray(«bytes»).replace(b'b', b'')
bytearray(range(«size»))
«bytearray».copy()
""",
}

STATEMENTS: dict[str, str] = {
    "str": """
«$str» *= «size» & 1
print(«$str», end=«ch»)
print(«$str», «int», sep=«ch»)
print(*«$str»[:4], sep='.')
""",
    "bytearray": """
«$bytearray».insert(«size», «int» & 255)
print(«$bytearray».pop(«size»))
«$bytearray».remove(«int» & 255)
«$bytearray».reverse()
«$bytearray» += «bytes»
«$bytearray»[«size»] += 1
«$bytearray»[«size»] = «int»
«$bytearray»[«size»:«size»:«nonzero»] = «bytes»
del «$bytearray»[«size»::«nonzero»]
del «$bytearray»[«size»]
«$bytearray».append(«int»)
«$bytearray».clear()
""",
    "float": """
«$float» -= «int»
«$float» /= «float»
«$float» //= «float»
«$float» **= 2
«$float», «$int» = «float», «int»
print(f'{«$float»:SPECF} {«$float»!r}')
""",
    "int": """
«$int» **= 2
«$int» <<= «size»
«$int» ||= «int»
«$int» &= «int»
print(«$int», -«$int», «$int» / 7, «$int» // -7, «$int» % -7, divmod(«$int», 3))
print(f'{«$int»:SPECI}')
print(«int», «str», «float», sep=«str», end=«ch»)
""",
}
