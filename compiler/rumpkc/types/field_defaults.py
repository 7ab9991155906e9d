"""`Server.port`, `cls.port`: the default of a dataclass's field, which CPython leaves in the class.

    @dataclass
    class Server:
        port: int = 80              Server.port     80, as `__init__` takes it
"""

from __future__ import annotations

from rumpkc.ir import nodes as ir
from rumpkc.types import calls, synth
from rumpkc.types.classes import find_method
from rumpkc.types.fx import Fx
from rumpkc.types.types import ClassInst


def of_class(fx: Fx, cls: ClassInst, name: str) -> ir.Expr | None:
    """The default of the field `name`; None where the class keeps none: it has a factory, or the field a slot."""
    stmt = dict(synth.dataclass_fields(cls.info)).get(name)
    found = find_method(cls, "__init__")
    if stmt is None or found is None or synth.has_factory(stmt):
        return None
    home, init = found
    slotted = any(info.options.get("slots") for info in cls.info.ancestors())
    if slotted or home.info.kind != "dataclass" or init.node.name_span != home.info.node.name_span:
        return None
    param = next((p for p in fx.world.func(init, home).params if p.name == name), None)
    return calls.default_value(fx, init, param) if param is not None and param.default is not None else None
