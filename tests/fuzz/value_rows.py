"""What the value fuzzer writes: types, sample values, and rows `type: templates` of expressions and statements.

In a template `<int>` is an expression of that type, `<$int>` a variable of it, `<int|k:int>` an expression that may also use
the variable `k`, and `@` in a name is replaced by a fresh number. `size` is a small int, for widths, counts and exponents.
Rows are separated by ` | ` and line ends; the operator is written `||`. `SPECI`, `PCTI` … become format specifications.
"""

from __future__ import annotations

TYPES = {
    "int": "int", "size": "int", "float": "float", "bool": "bool", "str": "str", "ch": "str", "bytes": "bytes",
    "ba": "bytearray", "li": "list[int]", "ls": "list[str]", "lf": "list[float]", "ll": "list[list[int]]",
    "dsi": "dict[str, int]", "dis": "dict[int, str]", "si": "set[int]", "ss": "set[str]", "fi": "frozenset[int]",
    "tis": "tuple[int, str]", "tii": "tuple[int, int]", "tv": "tuple[int, ...]", "q": "deque[int]", "r": "range",
}

# Literals, as they are written.
VALUES: dict[str, list[str]] = {
    "int": ["0", "1", "-1", "2", "-2", "3", "5", "7", "-7", "9", "10", "12", "15", "25", "-35", "64", "97", "100", "127", "128",
            "255", "256", "-128", "1000", "12345", "-99999", "65535", "1114111", "2147483647", "-2147483648",
            "4294967296", "9007199254740992", "9007199254740993", "-9007199254740993", "1000000000000000000",
            "9223372036854775807", "-9223372036854775807 - 1", "4611686018427387904", "123456789012345678"],
    "size": ["0", "1", "2", "3", "4", "5", "6", "8", "-1", "-2", "-3", "7", "10", "12", "-5"],
    "float": ["0.0", "-0.0", "1.0", "-1.0", "0.5", "1.5", "2.5", "-2.5", "0.1", "0.3", "2.675", "1e16", "1e22", "1e23", "1e-7",
              "123456.789", "-98765.4321", "1e300", "1e-300", "5e-324", "1.7976931348623157e308", "float('inf')",
              "float('-inf')", "float('nan')", "3.0", "7.25", "1e15", "9007199254740992.0", "9223372036854775808.0",
              "0.0001", "0.00001", "1234567890123456.7", "99.5", "100.0", "-7.0"],
    "bool": ["True", "False"],
    "str": ["''", "'a'", "'abc'", "'Hello World'", "'  x y '", "'héllo'", "'ǆǅ'", "'ß'", "'ﬁx'", "'\\t1\\n'", "'a,b,,c'",
            "'12'", "'-3'", "'0x1f'", "'日本語'", "'😀a'", "'İi'", "'ΑΣας Σ'", "'\\'\"'", "'it\\'s'", "'\\u2028x\\x85y'",
            "'\\x00\\x7f\\xad'", "'1_000'", "' 42 '", "'1e5'", "'nan'", "'  lead'", "'trail \\r\\n'", "'a\\tbc\\td'",
            "'aaaa'", "'abab'", "'x=1;y=2'", "'MiXed CaSe'", "'٣٤'", "'²½'", "'_id9'", "'line1\\nline2\\r\\nline3\\x0bz'",
            "'+7'", "'e\\u0301'", "'\\xa0nb\\u3000'", "'they\\'re Bill\\'s'", "'ŉ'", "'A'", "'{}'", "'%d'", "'\\\\'"],
    "ch": ["'a'", "'b'", "' '", "','", "'é'", "'日'", "'😀'", "'0'", "'-'", "'*'", "'A'", "'\\n'", "'l'"],
    "bytes": ["b''", "b'a'", "b'abc'", "b'Hello World'", "b'  x y '", "b'\\xff\\x00\\x80'", "b'a,b,,c'", "b'12'", "b'-3'",
              "b'\\t\\n\\r'", "b'it\\'s'", "b'\\'\"'", "b'aaaa'", "b'\\xc3\\xa9'", "b'MiXed CaSe'", "b'l1\\nl2\\r\\nl3\\x0bz'",
              "b'a\\tbc'", "b'\\\\'", "b'they\\'re 3x'"],
    "ba": ["bytearray()", "bytearray(b'a')", "bytearray(b'abc')", "bytearray(b'Hello World')", "bytearray(b' x,y ')",
           "bytearray(b'\\xff\\x00\\'')", "bytearray(b'12')", "bytearray(b'aaaa')"],
    "li": ["[]", "[0]", "[1, 2, 3]", "[3, 1, 2, 3]", "[5, -1, 7, 0, 2, 9]", "[255, 0, 65]", "[2**31, -5, 10**18]",
           "[1, 1, 1, 1]", "[-3, -2, -1]", "list(range(10))"],
    "ls": ["[]", "['']", "['a']", "['b', 'a', 'c']", "['x', 'yy', 'zzz', 'é']", "['it\\'s', '\"q\"', '\\n']", "['B', 'a', 'A', 'b']"],
    "lf": ["[]", "[0.5]", "[1.5, -2.0, 0.25]", "[0.1, 0.2, 0.3]", "[1e16, 1.0, -1e16]", "[float('inf'), 1.0]", "[-0.0, 0.0]"],
    "ll": ["[]", "[[]]", "[[1], [2, 3]]", "[[1, 2], [], [3]]", "[[3], [1], [2]]", "[[1, 2, 3], [4, 5, 6], [7, 8, 9]]"],
    "dsi": ["{}", "{'a': 1}", "{'a': 1, 'b': 2, 'c': 3}", "{'x': -1, '': 0}", "{'é': 5, \"it's\": 6}", "{'b': 2, 'a': 1}"],
    "dis": ["{}", "{1: 'a'}", "{1: 'one', 2: 'two', 3: 'three'}", "{0: '', -1: 'neg'}", "{3: 'c', 1: 'a', 2: 'b'}"],
    "si": ["set()", "{1}", "{1, 2, 3}", "{3, 4, 5}", "{-1, 0, 2**40}", "{0, 1, 2, 3, 4, 5, 6, 7}"],
    "ss": ["set()", "{'a'}", "{'a', 'b'}", "{'b', 'c', 'é'}"],
    "fi": ["frozenset()", "frozenset({1})", "frozenset({1, 2})", "frozenset({2, 3, 4})"],
    "tis": ["(0, '')", "(1, 'a')", "(2, 'b')", "(1, 'b')", "(-5, 'é')"],
    "tii": ["(0, 0)", "(1, 2)", "(2, 1)", "(-1, 5)", "(7, 7)"],
    "tv": ["()", "(1,)", "(1, 2, 3)", "(3, 1, 2)", "(0, 0, 0, 0)"],
    "q": ["deque()", "deque([1])", "deque([1, 2, 3])", "deque([4, 5, 6], maxlen=3)", "deque([1, 2], maxlen=4)",
          "deque([1, 2, 3, 4, 5])", "deque([], maxlen=0)"],
    "r": ["range(0)", "range(5)", "range(1, 10, 3)", "range(10, 0, -3)", "range(-3, 3)", "range(0, 1, 5)", "range(5, 2)"],
}
NEEDS_NOTE = {"[]", "[[]]", "{}", "set()", "frozenset()", "deque()", "()", "deque([], maxlen=0)"}

_SEQUENCE = """
<T>[<size>:<size>] | <T>[<size>:] | <T>[:<size>] | <T>[::<size>] | <T>[<size>:<size>:<size>] | <T>[::-1] | <T>[:] | <T>[<int>:<int>:<size>]
"""

EXPRESSIONS: dict[str, str] = {
    "int": """
<int> + <int> | <int> - <int> | <int> * <int> | <int> // <int> | <int> % <int> | -<int> | +<int> | ~<int> | <int> & <int>
<int> || <int> | <int> or <int> | <int> and <int> | <int> ^ <int> | <int> << <size> | <int> >> <size> | <int> >> <int>
<int> ** abs(<size>) | <int> if <bool> else <int> | abs(<int>) | pow(<int>, <int>, <int>) | pow(<int>, abs(<size>)) | round(<int>, <size>)
round(<float>) | int(<float>) | int(<str>) | int(<str>, <size>) | int(<str>, 0) | int(<str>, 16) | int(<bytes>) | int(<bool>)
<bool> + <int> | <bool> * <bool> | -<bool> | len(<str>) | len(<bytes>) | len(<li>) | len(<dsi>) | len(<si>) | len(<r>) | len(<q>) | len(<ba>)
ord(<ch>) | ord(<str>) | <int>.bit_length() | <int>.bit_count() | <int>.conjugate() | <int>.real | <int>.imag | <int>.numerator | <int>.denominator
<bool>.bit_length() | <li>[<size>] | <li>[<int>] | <bytes>[<size>] | <ba>[<size>] | <tv>[<size>] | <r>[<size>] | <q>[<size>] | <tii>[0] | <tii>[-1] | <tis>[0]
<dsi>[<str>] | <dsi>.get(<str>, <int>) | <dsi>.pop(<str>, <int>) | <dsi>.pop(<str>) | <dsi>.setdefault(<str>, <int>)
sum(<li>) | sum(<li>, <int>) | min(<li>) | max(<li>) | min(<li>, default=<int>) | max(<li>, default=<int>) | min(<int>, <int>) | max(<int>, <int>, <int>)
min(<li>, key=abs) | max(<ll>, key=len)[0] | sum(<int|k@:int> for k@ in <li>) | sum(<tv>) | max(<tv>) | sum(<r>) | max(<si>) | min(<si>) | sum(<dsi>.values())
<li>.index(<int>) | <li>.index(<int>, <size>) | <li>.index(<int>, <size>, <size>) | <li>.count(<int>) | <li>.pop() | <li>.pop(<size>)
<str>.find(<str>) | <str>.rfind(<str>, <size>) | <str>.index(<str>) | <str>.rindex(<str>, <size>, <size>) | <str>.count(<str>) | <str>.count(<str>, <size>, <size>) | <str>.find(<str>, <size>, <size>)
<bytes>.find(<bytes>) | <bytes>.rfind(<bytes>, <size>) | <bytes>.index(<bytes>) | <bytes>.rindex(<bytes>) | <bytes>.count(<bytes>) | <bytes>.find(<int>) | <bytes>.count(<int>)
<tv>.index(<int>) | <tv>.count(<int>) | <r>.index(<int>) | <r>.count(<int>) | <q>.index(<int>) | <q>.count(<int>) | <q>.pop() | <q>.popleft() | <q>.index(<int>, <size>)
int.from_bytes(<bytes>, 'big') | int.from_bytes(<bytes>, 'little', signed=True) | int.from_bytes(<bytes>) | int.from_bytes(<li>, 'big') | int.from_bytes(<bytes>, byteorder='big', signed=<bool>)
divmod(<int>, <int>)[0] | divmod(<int>, <int>)[1] | <ba>.pop() | <ba>.find(<bytes>) | <ba>.count(<bytes>) | <ba>.index(<bytes>) | <r>.start | <r>.stop | <r>.step
(a@ := <int>) + <int|a@:int> | <ll>[<size>][<size>] | <float>.as_integer_ratio()[0] | <int>.as_integer_ratio()[1] | hash(<int>) - hash(<int>) | sum([<li>, <li>], [])[0]
len({*<li>, *<li>}) | len([*<li>, <int>, *<li>]) | len(<ll>) | len(str(<int>)) | len(<tv>) | [*<li>][-1] | next(iter(<li>))
""",
    "size": """
<size> + 1 | <size> - 1 | -<size> | <size> * 2 | len(<str>) | len(<li>) | <size> if <bool> else <size> | <int> % 7 | <int> % -5
""",
    "float": """
<float> + <float> | <float> - <float> | <float> * <float> | <float> / <float> | <float> // <float> | <float> % <float> | -<float> | +<float> | abs(<float>)
<int> / <int> | <int> + <float> | <float> - <int> | <int> * <float> | <float> // <int> | <int> % <float> | <float> ** <size> | <float> ** <float> | <int> ** <float> | <float> ** <int>
float(<int>) | float(<str>) | float(<bool>) | float(<bytes>) | round(<float>, <size>) | round(<float>, <int>) | pow(<float>, <float>) | pow(<int>, -2)
divmod(<float>, <float>)[0] | divmod(<float>, <float>)[1] | divmod(<int>, <float>)[1] | divmod(<float>, <int>)[0]
sum(<lf>) | sum(<lf>, <float>) | max(<lf>) | min(<lf>) | min(<float>, <float>) | max(<float>, <float>) | <lf>[<size>] | <float> if <bool> else <float> | <float> or <float>
<float>.real | <float>.imag | <float>.conjugate() | float.fromhex(<float>.hex()) | float.fromhex(<str>) | <lf>.pop() | <bool> + <float> | <bool> / <int>
""",
    "bool": """
<int> == <int> | <int> != <int> | <int> < <int> | <int> <= <int> < <int> | <int> > <float> | <float> == <int> | <float> < <int> | <int> >= <float> | <int> == <float> | <float> != <float> | <float> <= <float>
not <bool> | <bool> and <bool> | <bool> or <bool> | <bool> ^ <bool> | <bool> & <bool> | <bool> || <bool> | <bool> == <bool> | <bool> == <int> | <bool> < <bool> | bool(<int>) | bool(<float>) | bool(<str>) | bool(<li>) | bool(<q>) | bool(<r>)
<str> == <str> | <str> < <str> | <str> >= <str> | <str> in <str> | <str> not in <str> | <ch> in <str> | <str> in <ls> | <int> in <li> | <int> not in <si> | <str> in <dsi> | <int> in <r> | <float> in <lf> | <int> in <q> | <int> in <tv> | <int> in <bytes> | <bytes> in <bytes> | <int> in <ba>
<bytes> == <bytes> | <bytes> < <bytes> | <ba> == <ba> | <ba> == <bytes> | <bytes> == <ba> | <ba> < <ba> | <ba> >= <bytes> | <li> == <li> | <li> < <li> | <li> >= <li> | <ls> > <ls> | <ll> == <ll> | <ll> < <ll> | <tis> == <tis> | <tis> < <tis> | <tii> >= <tii> | <tv> == <tv> | <tv> < <tv> | <dsi> == <dsi> | <dsi> != <dsi> | <dis> == <dis> | <r> == <r> | <q> == <q> | <q> < <q> | <lf> == <lf> | <lf> < <lf>
<si> == <si> | <si> <= <si> | <si> < <si> | <si> >= <fi> | <si> > <si> | <si> == <fi> | <fi> == <si> | <ss> <= <ss> | <si>.issubset(<si>) | <si>.issuperset(<li>) | <si>.isdisjoint(<si>) | <fi>.isdisjoint(<li>) | <si>.issubset(<r>) | <dsi>.keys() == <ss> | <dsi>.keys() <= <ss>
<str>.startswith(<str>) | <str>.endswith(<str>, <size>) | <str>.startswith((<str>, <str>)) | <str>.endswith(<str>, <size>, <size>) | <bytes>.startswith(<bytes>) | <bytes>.endswith(<bytes>, <size>) | <bytes>.startswith((<bytes>, <bytes>)) | <str>.startswith((<str>, <str>), <size>)
<str>.isalpha() | <str>.isalnum() | <str>.isdigit() | <str>.isdecimal() | <str>.isnumeric() | <str>.isspace() | <str>.isupper() | <str>.islower() | <str>.istitle() | <str>.isidentifier() | <str>.isprintable() | <str>.isascii()
<bytes>.isalpha() | <bytes>.isalnum() | <bytes>.isdigit() | <bytes>.isspace() | <bytes>.isupper() | <bytes>.islower() | <bytes>.istitle() | <bytes>.isascii() | <ba>.isalpha() | <ba>.isdigit() | <ba>.istitle() | <ba>.isupper()
any(<li>) | all(<li>) | any(<bool|k@:int> for k@ in <li>) | all(<bool|k@:int> for k@ in <li>) | all(<bool|c@:ch> for c@ in <str>) | <float>.is_integer() | <bool> if <bool> else <bool> | any(<tv>) | all(<ls>) | any(<lf>) | all(<q>)
hash(<int>) == hash(float(<int>)) | hash(<str>) == hash(<str>) | hash(<tii>) == hash(<tii>) | hash(<fi>) == hash(<fi>) | 1 < <int> <= <int> != 3 | <tii> in <dsi>.items() | <int> in <dsi>.values() | <tis> in [<tis>, <tis>] | <int> is not None
""",
    "str": """
<str> + <str> | <str> * <size> | <size> * <str> | <str> if <bool> else <str> | <str> or <str> | <str> and <str> | str(<int>) | str(<float>) | str(<bool>) | str(<li>) | str(<bytes>) | repr(<str>) | repr(<bytes>) | repr(<ls>) | repr(<tis>) | repr(<dsi>) | ascii(<str>) | ascii(<ls>)
<str>[<size>] | <str>[<int>] | <str>.upper() | <str>.lower() | <str>.capitalize() | <str>.title() | <str>.swapcase() | <str>.casefold() | <str>.strip() | <str>.lstrip(<str>) | <str>.rstrip(<str>) | <str>.strip(<str>)
<str>.ljust(<size>) | <str>.rjust(<size>, <ch>) | <str>.center(<size>, <ch>) | <str>.center(<size>) | <str>.zfill(<size>) | <str>.expandtabs(<size>) | <str>.expandtabs() | <str>.center(<size>, <str>)
<str>.replace(<str>, <str>) | <str>.replace(<str>, <str>, <size>) | <str>.removeprefix(<str>) | <str>.removesuffix(<str>) | <str>.join(<ls>) | <str>.join(<str>) | <str>.partition(<str>)[0] | <str>.rpartition(<str>)[2] | ''.join(<str|c@:ch> for c@ in <str>) | <str>.join(str(k@) for k@ in <li>) | <str>.join(reversed(<ls>)) | <str>.join(sorted(<ss>))
chr(<int>) | chr(abs(<int>) % 1500) | hex(<int>) | oct(<int>) | bin(<int>) | <float>.hex() | <bytes>.hex() | <bytes>.hex(<ch>) | <bytes>.hex(':', <size>) | <bytes>.decode() | <bytes>.decode('latin-1') | <bytes>.decode('ascii') | <bytes>.decode('utf-8', 'replace') | <bytes>.decode('ascii', 'ignore') | <bytes>.decode(errors='backslashreplace') | str(<bytes>, 'ascii', 'replace') | <ba>.decode('latin-1') | <ba>.hex('-')
f'{<$int>}' | f'{<$int>:SPECI}' | f'{<$float>:SPECF}' | f'{<$str>:SPECS}' | f'{<$str>!r:SPECS}' | f'{<$bool>:SPECI}' | f'{<$li>}{<$str>!a}' | f'{<$str>!r}' | f'{<$int>=}' | f'{<$float>=:SPECF}' | f'{<$int>:{<$size>}}' | f'{<$str>:>{<$size>}}' | f'{<$float>:.{<$size>}f}' | f'{<$ls>!s:>20}'
format(<int>, 'SPECI') | format(<float>, 'SPECF') | format(<str>, 'SPECS') | format(<bool>, 'SPECI') | format(<int>, 'SPECF') | format(<int>) | format(<float>) | format(<int>, <str>) | format(<float>, <str>) | format(<str>, <str>) | format(<int>, 'SPECF')
'{}:{}'.format(<int>, <str>) | '{1}{0!r}'.format(<str>, <str>) | '{a:SPECF}'.format(a=<float>) | '{0[0]}'.format(<li>) | '{:SPECI}'.format(<int>) | '{{}}{:SPECS}'.format(<str>)
'PCTI' % <int> | 'PCTF' % <float> | 'PCTS' % <str> | '%s %%' % (<int>,) | 'PCTI PCTS' % (<int>, <str>) | 'PCTF' % <int> | '%s' % <li> | '%r' % (<str>,) | '%c' % <int> | '%c' % <ch> | '%(a)s' % {'a': <int>} | '%*d' % (<size>, <int>) | '%.*f' % (<size>, <float>) | '%s' % <bool>
<ls>[<size>] | <dis>[<int>] | <dis>.get(<int>, <str>) | <dis>.pop(<int>, <str>) | min(<ls>) | max(<str>) | min(<ls>, default=<str>) | <ls>.pop() | <tis>[1] | max(<ls>, key=len) | min(<str>, <str>) | max(<str>, <str>, key=len)
<str>.translate({97: 'x', 98: None, 99: 100}) | <str>.translate(str.maketrans('abc', 'xyz')) | <str>.translate(str.maketrans('ab', 'xy', 'c')) | <str>.translate(str.maketrans({'a': 'A', 'b': ''})) | '{a}-{b}'.format_map({'a': <str>, 'b': <str>}) | <str>.translate(<dis>)
str(<dsi>) | str(<r>) | str(<q>) | str(<ba>) | str(<tv>) | str(<tis>) | str(<lf>) | str(<ll>) | str(<dis>) | repr(<float>) | repr(<bool>)
""",
    "ch": """<str>[0] | chr(97 + <size> % 26) | <ch>.upper() | <ch>""",
    "bytes": """
<bytes> + <bytes> | <bytes> * <size> | <size> * <bytes> | <str>.encode() | <str>.encode('latin-1', 'replace') | <str>.encode('ascii') | <str>.encode('ascii', 'ignore') | <str>.encode('utf-8') | <str>.encode('ascii', 'backslashreplace') | <str>.encode('latin-1') | <str>.encode('ascii', 'xmlcharrefreplace') | bytes(<str>, 'utf-8') | bytes(<ba>) | bytes(<li>) | bytes(<size>) | bytes(<r>) | bytes(<tv>) | bytes.fromhex(<str>) | bytes.fromhex(<bytes>.hex())
<bytes>.upper() | <bytes>.lower() | <bytes>.capitalize() | <bytes>.title() | <bytes>.swapcase() | <bytes>.strip() | <bytes>.lstrip(<bytes>) | <bytes>.rstrip() | <bytes>.expandtabs() | <bytes>.expandtabs(<size>) | <bytes>.ljust(<size>) | <bytes>.rjust(<size>, b'*') | <bytes>.center(<size>) | <bytes>.zfill(<size>) | <bytes>.center(<size>, b'-')
<bytes>.replace(<bytes>, <bytes>) | <bytes>.replace(<bytes>, <bytes>, <size>) | <bytes>.removeprefix(<bytes>) | <bytes>.removesuffix(<bytes>) | <bytes>.join([<bytes>, <bytes>]) | <bytes>.partition(<bytes>)[2] | <bytes>.rpartition(<bytes>)[0] | <bytes>.translate(bytes(range(255, -1, -1))) | <bytes>.translate(None, <bytes>) | <bytes>.translate(bytes.maketrans(b'abc', b'xyz'), b'l') | <bytes>.translate(bytes.maketrans(<bytes>, <bytes>))
<int>.to_bytes(abs(<size>), 'big') | <int>.to_bytes(8, 'little', signed=True) | <int>.to_bytes(<size>, 'big', signed=<bool>) | <int>.to_bytes() | <int>.to_bytes(length=2, byteorder='little') | <bytes> if <bool> else <bytes> | <bytes> or <bytes>
b'%d' % <int> | b'%s|%5d' % (<bytes>, <int>) | b'%x' % <int>
""",
    "ba": """
bytearray(<bytes>) | bytearray(<li>) | bytearray(<size>) | <ba> + <bytes> | <bytes> + <ba> | <ba> * <size> | <ba>.copy() | bytearray(<str>, 'utf-8') | bytearray.fromhex(<bytes>.hex()) | <ba> + <ba>
<ba>.upper() | <ba>.lower() | <ba>.title() | <ba>.capitalize() | <ba>.swapcase() | <ba>.strip() | <ba>.lstrip(<bytes>) | <ba>.replace(<bytes>, <bytes>) | <ba>.center(<size>) | <ba>.ljust(<size>, b'x') | <ba>.zfill(<size>) | <ba>.expandtabs() | <ba>.removeprefix(<bytes>) | <ba>.removesuffix(<bytes>) | <ba>.translate(None, b'a') | <ba>.join([b'1', b'2']) | <ba>.partition(b',')[0]
""",
    "li": """
<li> + <li> | <li> * <size> | <size> * <li> | [<int>, <int>] | [<int>, *<li>, *<li>] | sorted(<li>) | sorted(<li>, reverse=<bool>) | sorted(<li>, key=abs) | sorted(<si>) | sorted(<tv>) | sorted(<q>) | list(<tv>) | list(<r>) | list(<q>) | list(<bytes>) | list(<ba>) | list(reversed(<li>)) | list(reversed(<r>)) | list(<dis>) | list(<dsi>.values()) | list(<dis>.keys()) | list(reversed(<dis>)) | list(reversed(<tv>)) | list(reversed(<q>)) | list(map(abs, <li>)) | list(map(int, <ls>)) | list(map(len, <ls>)) | list(filter(None, <li>))
[<int|k@:int> for k@ in <li>] | [<int|k@:int> for k@ in <r>] | [<int|k@:int> for k@ in <li> if <bool|k@:int>] | [<int|c@:ch> for c@ in <str>] | [<int|a@:int,b@:int> for a@, b@ in zip(<li>, <li>)] | [<int|i@:int,k@:int> for i@, k@ in enumerate(<li>)] | [<int|i@:int,k@:int> for i@, k@ in enumerate(<li>, <size>)] | [<int|a@:int,b@:int> for a@ in <li> for b@ in <li|a@:int>] | [k@ for row@ in <ll> for k@ in row@] | [<int|k@:str,v@:int> for k@, v@ in <dsi>.items()] | [<int|k@:int> for k@ in <li> if (w@ := k@) > 1] | [a@ * b@ for a@, b@ in zip(<li>, <tv>, strict=True)] | [<int|k@:int> for k@ in sorted(<si>)]
<ll>[<size>] | <li>.copy() | sum(<ll>, []) | <li> if <bool> else <li> | <li> or <li> | [*<r>] | [*<tv>, *<q>] | [*map(int, <str>)] | max(<li>, <li>) | min(<ll>) | list({k@: 0 for k@ in <li>}) | list(dict.fromkeys(<li>, 0)) | [ord(c@) for c@ in <str>] | list(divmod(<int>, <int>)) | list(zip(<li>, <li>))[0:1] == [] and <li> or <li>
""",
    "ls": """
<str>.split() | <str>.split(<str>) | <str>.split(<str>, <size>) | <str>.rsplit(<str>, <size>) | <str>.rsplit() | <str>.split(None, <size>) | <str>.rsplit(None, <size>) | <str>.split(maxsplit=<size>) | <str>.splitlines() | <str>.splitlines(<bool>) | <str>.splitlines(keepends=True) | list(<str>) | sorted(<ls>) | sorted(<str>) | sorted(<ls>, key=len, reverse=True) | sorted(<ss>) | sorted(<ls>, key=str.lower) | <ls> + <ls> | <ls> * <size> | [<str>, <str>] | list(<dsi>) | list(<dsi>.keys()) | list(<dis>.values()) | list(map(str, <li>)) | [<str|s@:str> for s@ in <ls>] | [<str|k@:int> for k@ in <li>] | list(<str>.partition(<str>)) | list(<str>.rpartition(<str>)) | [f'{k@}{v@}' for k@, v@ in <dsi>.items()] | [<str|s@:str> for s@ in <ls> if <bool|s@:str>] | list(reversed(<str>)) | [repr(x@) for x@ in <bytes>.split(<bytes>)] | [repr(x@) for x@ in <bytes>.splitlines(<bool>)] | [repr(x@) for x@ in <bytes>.rsplit(None, <size>)] | [repr(x@) for x@ in <ba>.split()] | [str(x@) for x@ in zip(<li>, <ls>)] | [str(x@) for x@ in enumerate(<str>)] | [str(x@) for x@ in sorted(<dsi>.items())] | [repr(x@) for x@ in <lf>] | [str(x@) for x@ in reversed(<dsi>.items())] | [str(x@) for x@ in sorted(zip(<li>, <str>))] | sorted(<dsi>, key=<dsi>.get)
""",
    "lf": """<lf> + <lf> | [<float>, <float>] | sorted(<lf>) | [<float|k@:float> for k@ in <lf>] | [<float|k@:int> for k@ in <li>] | list(map(float, <li>)) | [float(k@) for k@ in <li>] | sorted(<lf>, key=abs) | [round(k@, <size>) for k@ in <lf>] | [<float>, *<lf>] | [1.0, *<lf>]""",
    "ll": """<ll> + <ll> | [<li>, <li>] | [<li|k@:int> for k@ in <li>] | sorted(<ll>) | sorted(<ll>, key=len) | [[a@ * b@ for a@ in <li>] for b@ in <li>] | [list(x@) for x@ in zip(<li>, <li>)] | <ll> * 2 | [list(p@) for p@ in enumerate(<li>)] | [*<ll>, <li>] | [[k@] * <size> for k@ in <li>] | [list(x@) for x@ in zip(*[<li>, <li>])]""",
    "dsi": """
{<str>: <int>, <str>: <int>} | {**<dsi>, <str>: <int>} | {**<dsi>, **<dsi>} | <dsi> || <dsi> | <dsi>.copy() | dict(<dsi>) | {s@: <int|s@:str> for s@ in <ls>} | {c@: ord(c@) for c@ in <str>} | dict(zip(<ls>, <li>)) | {k@: v@ for k@, v@ in <dsi>.items() if <bool|k@:str,v@:int>} | dict.fromkeys(<ls>, <int>) | dict(a=<int>, b=<int>) | {s@: i@ for i@, s@ in enumerate(<ls>)} | dict([(<str>, <int>)]) | dict(sorted(<dsi>.items())) | dict(<dsi>, z=<int>) | {v@: k@ for k@, v@ in <dis>.items()} | dict.fromkeys(<str>, 0)
""",
    "dis": """
{<int>: <str>, <int>: <str>} | {**<dis>, <int>: <str>} | <dis> || <dis> | {k@: <str|k@:int> for k@ in <li>} | dict(enumerate(<ls>)) | dict(zip(<li>, <ls>)) | {v@: k@ for k@, v@ in <dsi>.items()} | <dis>.copy() | {len(s@): s@ for s@ in <ls>} | dict(enumerate(<str>, <size>)) | {True: <str>, <int>: <str>}
""",
    "si": """
<si> || <si> | <si> & <si> | <si> - <si> | <si> ^ <si> | <si>.union(<li>) | <si>.intersection(<li>, <si>) | <si>.difference(<r>) | <si>.symmetric_difference(<li>) | set(<li>) | set(<tv>) | set(<r>) | set(<bytes>) | {<int>, <int>} | {<int|k@:int> for k@ in <li>} | {*<li>, <int>} | <si>.copy() | <si> - <fi> | set(<dis>) | set(<dsi>.values()) | set(<fi>) | <dis>.keys() & <dis>.keys() | <dis>.keys() || <li> | <dis>.keys() - <si> | set(map(abs, <li>)) | {len(s@) for s@ in <ls>} | <si> || <fi>
""",
    "ss": """set(<ls>) | set(<str>) | <ss> || <ss> | <ss> & <ss> | {<str>, <str>} | {s@.upper() for s@ in <ls>} | set(<dsi>) | <dsi>.keys() & <dsi>.keys() | <dsi>.keys() - <dsi>.keys() | <dsi>.keys() ^ <ss> | set(<str>.split())""",
    "fi": """frozenset(<li>) | frozenset(<si>) | <fi> || <fi> | <fi> & <fi> | <fi> - <si> | <fi> ^ <fi> | <fi>.union(<li>) | frozenset(<r>) | <fi> & <si> | frozenset(k@ for k@ in <li>) | <fi>.copy()""",
    "tis": """(<int>, <str>) | <tis> if <bool> else <tis> | max(<tis>, <tis>) | min(<dsi>.items())[::-1] | [(<int>, <str>)][0]""",
    "tii": """(<int>, <int>) | divmod(<int>, <int>) | max(<tii>, <tii>) | (<int>,) + (<int>,) | <int>.as_integer_ratio() | <tii>[::-1] | <float>.as_integer_ratio() | min(zip(<li>, <li>))""",
    "tv": """tuple(<li>) | tuple(<r>) | <tv> + <tv> | <tv> * <size> | tuple(<int|k@:int> for k@ in <li>) | tuple(sorted(<tv>)) | (*<li>,) | (*<li>, <int>) | tuple(<bytes>) | tuple(map(abs, <li>)) | tuple(reversed(<tv>)) | tuple(<q>)""",
    "q": """deque(<li>) | deque(<li>, <size>) | deque(<li>, maxlen=abs(<size>)) | <q>.copy() | <q> + <q> | <q> * <size> | deque(<tv>) | deque(<r>, 3) | deque(<q>)""",
    "r": """range(<size>) | range(<size>, <size>) | range(<size>, <size>, <size>) | <r>[<size>:] | <r>[::<size>] | <r>[::-1] | <r>[<size>:<size>:<size>] | range(len(<li>)) | range(<int>, <int>)[<size>:<size>]""",
}
for _kind in ("str", "bytes", "ba", "li", "ls", "tv"):
    EXPRESSIONS[_kind] += _SEQUENCE.replace("<T>", f"<{_kind}>")

STATEMENTS = """
<$int> += <int> | <$int> -= <int> | <$int> *= <int> | <$int> //= <int> | <$int> %= <int> | <$int> <<= <size> | <$int> >>= <size> | <$int> &= <int> | <$int> ^= <int> | <$int> **= abs(<size>) | <$float> += <float> | <$float> -= <int> | <$float> /= <float> | <$float> //= <float> | <$float> **= <size> | <$str> += <str> | <$str> *= <size> | <$bytes> += <bytes> | <$bool> &= <bool> | <$float> %= <float>
<$li>.append(<int>) | <$li>.insert(<size>, <int>) | <$li>.remove(<int>) | <$li>.extend(<li>) | <$li>.extend(<r>) | <$li>.reverse() | <$li>.sort() | <$li>.sort(reverse=<bool>) | <$li>.sort(key=abs) | <$li>.clear() | <$li>[<size>] = <int> | <$li>[<size>] += <int> | <$li>[<size>:<size>] = <li> | <$li>[<size>:] = <r> | <$li>[::<size>] = <li> | <$li>[<size>:<size>:<size>] = <tv> | del <$li>[<size>] | del <$li>[<size>:<size>] | del <$li>[::<size>] | del <$li>[<size>:<size>:<size>] | <$li> += <li> | <$li> += <tv> | <$li> *= <size> | <$li>[<size>], <$li>[<size>] = <int>, <int> | <$li>[:] = <si> and [] | <$li> += <$li> | <$li>[<size>:<size>] += <li> | <$li>.extend(<$li>) | <$li>[:0] = <$li>
<$int>, <$int> = <int>, <int> | <$int>, <$str> = <tis> | <$int>, *<$li> = <li> | *<$li>, <$int> = <li> | <$int>, <$int> = <li> | <$int>, <$int> = <$int>, <$int> | <$int>, <$int> = <tii> | (<$int>, <$int>), <$str> = <tii>, <str> | <$str>, <$str> = <str> | [<$int>, *<$li>, <$int>] = <r> | <$int>, *<$li> = <tv> | <$str>, <$int> = <str>, <int> | <$str>, *<$ls> = <str> | <$str>, <$str> = <ls>
<$ls>.append(<str>) | <$ls>.sort() | <$ls>.sort(key=len, reverse=<bool>) | <$ls>[<size>] = <str> | <$ls>[<size>:<size>] = <str> | <$ls> += <str> | <$ls>.extend(<str>) | <$ls>.remove(<str>) | <$ll>.append(<li>) | <$ll>[<size>].append(<int>) | <$ll>[<size>][<size>] = <int> | <$ll>[<size>] += <li> | <$ll>.sort() | <$ll>.insert(<size>, <li>) | <$lf>.append(<float>) | <$lf>.sort() | <$lf>[<size>] *= <float> | <$lf>.remove(<float>)
<$dsi>[<str>] = <int> | <$dsi>[<str>] += <int> | del <$dsi>[<str>] | <$dsi>.update(<dsi>) | <$dsi>.clear() | <$dsi>.update({<str>: <int>}) | <$dsi>.update(a=<int>) | <$dsi> |= <dsi> | <$str>, <$int> = <$dsi>.popitem() | <$dis>[<int>] = <str> | del <$dis>[<int>] | <$dis>.update(<dis>) | <$dis>[<int>] += <str> | <$dis> |= <dis> | <$dsi>.update(zip(<ls>, <li>)) | <$dis>.update(enumerate(<ls>)) | <$dis>.setdefault(<int>, <str>)
<$si>.add(<int>) | <$si>.discard(<int>) | <$si>.remove(<int>) | <$si>.update(<li>) | <$si>.update(<li>, <r>) | <$si> |= <si> | <$si> &= <si> | <$si> -= <si> | <$si> ^= <si> | <$si>.intersection_update(<li>) | <$si>.difference_update(<li>) | <$si>.symmetric_difference_update(<li>) | <$si>.clear() | <$fi> |= <fi> | <$si> -= <$si>
<$ba>.append(<int>) | <$ba>.extend(<bytes>) | <$ba>.extend(<li>) | <$ba>.insert(<size>, <int>) | <$ba>.remove(<int>) | <$ba>.reverse() | <$ba>.clear() | <$ba>[<size>] = <int> | <$ba>[<size>:<size>] = <bytes> | <$ba>[::<size>] = <bytes> | <$ba>[<size>:<size>] = <li> | del <$ba>[<size>] | del <$ba>[<size>:<size>:<size>] | <$ba> += <bytes> | <$ba> *= <size> | <$ba>[<size>:<size>:<size>] = <bytes> | <$ba>[<size>:<size>] = <$ba>
<$q>.append(<int>) | <$q>.appendleft(<int>) | <$q>.extend(<li>) | <$q>.extendleft(<li>) | <$q>.rotate(<size>) | <$q>.rotate() | <$q>.reverse() | <$q>.clear() | <$q>.remove(<int>) | <$q>.insert(<size>, <int>) | <$q>[<size>] = <int> | del <$q>[<size>] | <$q> += <li> | <$q>.rotate(<int>) | <$q> *= <size> | <$q>[<size>] += <int>
for k@ in <li>:; <$int> = <int|k@:int> | for k@ in <r>:; <$li>.append(<int|k@:int>) | for k@, v@ in <dsi>.items():; <$int> = <int|k@:str,v@:int> | for i@, c@ in enumerate(<str>):; <$str> = <str|i@:int,c@:ch> | while <$size> > 0:; <$size> -= 1; <$int> = <int>; break | if <bool>:; <$int> = <int> | for k@ in <tv>:; <$dsi>[str(k@)] = <int|k@:int> | for k@ in sorted(<si>):; <$li>.insert(0, <int|k@:int>) | for k@ in reversed(<li>):; <$int> = <int|k@:int> | for row@ in <ll>:; row@.append(<int>) | for c@ in <bytes>:; <$int> = <int|c@:int> | for k@ in <q>:; <$int> = <int|k@:int> | for k@ in <li>:; assert <bool|k@:int>, <str|k@:int>
<$int> = <int> | <$str> = <str> | <$float> = <float> | <$bool> = <bool> | <$li> = <li> | <$dsi> = <dsi> | <$bytes> = <bytes> | <$tv> = <tv> | <$tis> = <tis> | <$si> = <si> | <$q> = <q> | <$r> = <r> | <$tii> = <tii> | <$ba> = <ba> | <$ls> = <ls> | <$fi> = <fi> | <$lf> = <lf>
raise ValueError(<str>) | raise KeyError(<int>) | raise IndexError(<str>) | assert <bool> | assert <bool>, <str> | <$int> = <$tii>[0] | <$tv> += <tv> | <$tv> *= <size>
"""
