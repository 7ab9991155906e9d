"""The warnings of a file, kept beside its tree: they follow from its text alone.

    <build>/cache/warnings.json    {shown path: [hash of compiler, module and text, the warnings]}
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rumpkc.cache import compiler_fingerprint, keep
from rumpkc.diagnostics import Diagnostic
from rumpkc.names.modules import LoadedModule
from rumpkc.reports import restored, stored


class KeptWarnings:
    """What earlier runs found. `path` None: nothing is known, and nothing is kept."""

    def __init__(self, path: Path | None, digests: dict[Path, str]) -> None:
        self.path, self.digests = path, digests
        self._compiler = compiler_fingerprint() if path is not None else ""
        self._known: dict[str, Any] = {}
        self._changed = False
        if path is not None:
            try:
                known = json.loads(path.read_bytes())
                self._known = known if isinstance(known, dict) else {}
            except (OSError, ValueError):
                pass

    def of(self, module: LoadedModule, find: Callable[[], list[Diagnostic]]) -> list[Diagnostic]:
        """The warnings of `module`; `find` looks for them where they are not known."""
        key = self._key(module)
        if self.path is None or key is None:
            return find()
        try:
            known, found = self._known[module.display_path]
            if known == key:
                return restored(found)
        except (KeyError, ValueError, TypeError, AttributeError):
            pass                        # unknown, outdated or damaged
        warnings = find()
        self._known[module.display_path] = [key, stored(warnings)]
        self._changed = True
        return warnings

    def knows(self, module: LoadedModule) -> bool:
        """Whether `of` need not look for the warnings of `module`."""
        known = self._known.get(module.display_path)
        return isinstance(known, list) and known[:1] == [self._key(module)]

    def _key(self, module: LoadedModule) -> str | None:
        """What the warnings of a module follow from; None where its text is not known."""
        text = self.digests.get(module.path)
        if text is None:
            return None
        return hashlib.sha256(f"{self._compiler}\0{module.name}\0{module.is_package}\0{text}".encode()).hexdigest()

    def write(self) -> None:
        """Keep what was found now for the next run."""
        if self.path is not None and self._changed:
            keep(self.path, json.dumps(self._known).encode())
