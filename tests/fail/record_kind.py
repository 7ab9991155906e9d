from dataclasses import dataclass

from rumpk import packed, u8


@packed
@dataclass
class Both:
    kind: u8
