"""Layered configuration: INI with interpolation and inheritance, environment overrides, typed getters, a diff, round trips."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")


class ConfigError(Exception):
    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message if line is None else f"line {line}: {message}")


@dataclass
class Section:
    name: str
    base: str | None = None
    values: dict[str, str] = field(default_factory=dict)


BOOLEANS = {"yes": True, "on": True, "true": True, "1": True, "no": False, "off": False, "false": False, "0": False}


class Config:
    def __init__(self) -> None:
        self.sections: dict[str, Section] = {"default": Section("default")}

    @classmethod
    def parse(cls, text: str) -> Config:
        config = cls()
        current = config.sections["default"]
        key: str | None = None
        for number, raw in enumerate(text.splitlines(), 1):
            line = raw.rstrip()
            if not line or line.lstrip()[0] in "#;":
                continue
            if line[0].isspace():
                if key is None:
                    raise ConfigError("continuation of nothing", number)
                current.values[key] += "\n" + line.strip()
            elif line[0] == "[":
                if line[-1] != "]":
                    raise ConfigError("missing ]", number)
                name, _, base = (part.strip() for part in line[1:-1].partition(":"))
                if name in config.sections and name != "default":
                    raise ConfigError(f"section {name!r} twice", number)
                current = config.sections[name] = Section(name, base or None)
                key = None
            else:
                head, mark, value = line.partition("=")
                if not mark:
                    raise ConfigError(f"no = in {line!r}", number)
                key = head.strip().lower()
                current.values[key] = value.strip()
        return config

    def chain(self, name: str) -> Iterator[Section]:
        seen: set[str] = set()
        at: str | None = name
        while at is not None:
            if at in seen:
                raise ConfigError(f"{name!r} inherits itself")
            seen.add(at)
            try:
                section = self.sections[at]
            except KeyError:
                raise ConfigError(f"no section {at!r}") from None
            yield section
            at = section.base if section.base or at == "default" else "default"

    def raw(self, section: str, key: str) -> str:
        for one in self.chain(section):
            if key in one.values:
                return one.values[key]
        raise ConfigError(f"no {key!r} in {section!r}")

    def text(self, section: str, key: str, depth: int = 0) -> str:
        if depth > 5:
            raise ConfigError(f"{key!r} refers to itself")
        value = self.raw(section, key)
        out = ""
        while "${" in value:
            before, _, rest = value.partition("${")
            name, close, value = rest.partition("}")
            if not close:
                raise ConfigError(f"open reference in {key!r}")
            where, colon, inner = name.rpartition(":")
            out += before + self.text(where if colon else section, inner, depth + 1)
        return out + value

    def get(self, section: str, key: str, convert: Callable[[str], T], default: T | None = None) -> T:
        try:
            value = self.text(section, key)
        except ConfigError:
            if default is not None:
                return default
            raise
        try:
            return convert(value)
        except (ValueError, KeyError) as error:
            raise ConfigError(f"{section}.{key}: {value!r} is not right ({type(error).__name__})") from error

    def override(self, environment: Mapping[str, str], prefix: str = "APP_") -> list[str]:
        changed = []
        for name, value in environment.items():
            if name.startswith(prefix):
                section, _, key = name[len(prefix):].lower().partition("_")
                if section in self.sections:
                    self.sections[section].values[key] = value
                    changed.append(f"{section}.{key}")
        return changed

    def dump(self) -> str:
        lines: list[str] = []
        for section in self.sections.values():
            lines.append(f"[{section.name}{' : ' + section.base if section.base else ''}]")
            lines += [f"{k} = " + v.replace("\n", "\n    ") for k, v in section.values.items()]
        return "\n".join(lines)


def boolean(text: str) -> bool:
    return BOOLEANS[text.lower()]


def words(text: str) -> list[str]:
    return text.split()


SAMPLE = """
root = /srv
debug = off
[server]
Port = 8080
dir = ${root}/www
hosts = alpha
    beta
  gamma
# comment
[test : server]
port = 9090
url = http://${hosts}:${server:port}/${dir}
timeout = 2.5
[loop]
a = ${b}
b = ${a}
[bad : nowhere]
"""


def main() -> None:
    config = Config.parse(SAMPLE)
    print(config.get("test", "port", int), config.get("server", "dir", str), config.get("test", "hosts", words), config.get("test", "debug", boolean))
    print(repr(config.text("test", "url")), config.get("test", "timeout", float), config.get("server", "missing", int, 7), config.get("server", "none", words, ["x"]))
    for section, key in (("loop", "a"), ("bad", "x"), ("server", "nokey"), ("zzz", "k")):
        try:
            print(config.text(section, key))
        except ConfigError as error:
            print(error)
    try:
        config.get("server", "dir", int)
    except ConfigError as error:
        print(error, repr(error.__cause__)[:12])
    print(config.override({"APP_SERVER_PORT": "1", "HOME": "/", "APP_NONE_X": "2", "APP_TEST_DEBUG": "YES"}), config.get("server", "port", int), config.get("test", "debug", boolean))
    assert Config.parse(config.dump()).dump() == config.dump()
    print(config.dump())
    for wrong in ("  x", "[a", "novalue", "[a]\n[b]\n[a]"):
        try:
            Config.parse(wrong)
        except ConfigError as error:
            print(error)
