"""Operations on machine types; `rumpkc check` knows each one's operands."""

from typing import Any

def __getattr__(name: str) -> Any: ...
