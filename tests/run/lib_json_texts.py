"""json.loads: what is no JSON with message and place, numbers at their edges, escapes, halves of pairs."""

import json

BAD = [
    '', ' ', '{', '[', '[1', '[1,', '[1,]', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{1:2}', '"abc',
    '"ab\\', '"ab\\q"', '"\\u12"', '"\\u12g4"', '"\\u', 'nul', 'tru', '-', '-a', '01', '1.', '1.e5', '.5', '1e',
    '1e+', '[1 2]', '{"a" 1}', 'nullx', '"a\nb"', '"größe\t"', '"é" x', '\x00', '"a\x00b"', '[\x00]',
    '"\\ud800\\u12"', "{'a':1}", '[1e5x]', '"\\', '"\\u123',
]
GOOD = [
    '1', '-0', '-0.0', '0', '12345678901234567', '123456789012345678', '1234567890123456789', '9223372036854775807',
    '-9223372036854775808', '1e5', '1E5', '1.5e-3', '1e400', '-1e400', '0.1', '1e+2', '123456789.123456789e-20',
    '1.7976931348623157e308', '4.9e-324', '""', '"abc"', '"größe"', '"\\u00e9\\n\\t\\"\\\\\\/\\b\\f\\r"',
    '"\\ud83d\\ude00"', '"x\\ud83d\\ude00y"', '"\\u20acz"', 'null', 'true', 'false', ' [ ] ', '{ }', '[1 , 2 ,[3]]',
    '{"a":{"b":[1,2,{"c":null}]}, "é":"ü"}', 'NaN', 'Infinity', '-Infinity', '"😀 plain"', '{"a":1,"a":2}',
    '"\\u0041\\u0042"', '10E-1', '0e0', '0.0e-0',
]


def main() -> int:
    for text in BAD + GOOD:
        try:
            print(repr(text), repr(json.loads(text)))
        except json.JSONDecodeError as e:
            print(repr(text), e, e.pos, e.lineno, e.colno)
    x = json.loads('"a\\ud800b"')
    print(isinstance(x, str) and len(x), repr(x))
    y = json.loads('"\\ud800\\u0041\\udc00"')
    print(repr(y))
    return 0

if __name__ == "__main__":
    raise SystemExit(main())
