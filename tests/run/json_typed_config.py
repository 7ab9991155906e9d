# apart: functions, and objects of any type, are compared in all of the image
"""A configuration read from JSON into dataclasses, with errors of its own."""

import json
from dataclasses import dataclass, asdict
from typing import Optional


class ConfigError(ValueError):
    pass


@dataclass
class Db:
    host: str
    port: int = 5432
    user: Optional[str] = None


@dataclass
class Config:
    name: str
    db: Db
    tags: list[str]
    limits: dict[str, int]

    @staticmethod
    def parse(text: str) -> "Config":
        try:
            raw = json.loads(text)
        except json.JSONDecodeError as e:
            raise ConfigError(f"not json: {e}") from e
        if not isinstance(raw, dict):
            raise ConfigError("must be an object")
        for key in ("name", "db"):
            if key not in raw:
                raise ConfigError(f"missing {key!r}")
        db = raw["db"]
        return Config(
            name=raw["name"],
            db=Db(**{"host": db["host"]}) if "port" not in db else Db(db["host"], db["port"], db.get("user")),
            tags=[str(t) for t in raw.get("tags", [])],
            limits={k: int(v) for k, v in raw.get("limits", {}).items()},
        )


def main() -> None:
    for text in ['{"name": "a", "db": {"host": "h"}}', '{"name": "b", "db": {"host": "h", "port": 1, "user": "u"}, "tags": ["x", 1], "limits": {"cpu": 2}}', "[1]", "{}", "{bad"]:
        try:
            c = Config.parse(text)
            print(c, asdict(c))
        except ConfigError as e:
            print("error:", e)


if __name__ == "__main__":
    main()
