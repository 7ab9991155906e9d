"""No reflection: a program cannot look up, add or change names while it runs.

    eval("x + 1")      getattr(node, name)      node.__dict__      def __getattr__(self, name): …
"""

from __future__ import annotations

from rumpkc.diagnostics import Diagnostic
from rumpkc.syntax import tree
from rumpkc.validate.rule import Rule, Scope, refuse

TABLE = "keep the choices in a dict or a `match`"
FUNCTIONS = {
    "eval": TABLE, "exec": TABLE, "compile": TABLE, "__import__": "import the module at the top of the file",
    "setattr": "assign to the field by its name", "delattr": "set the field to None",
    "globals": TABLE, "locals": TABLE, "vars": "name the fields", "dir": "name the fields",
    "breakpoint": "use `rumpkc gdb`", "help": "use `rumpkc explain`",
}
ACCESSORS = ("getattr", "hasattr")
METHODS = {
    "__getattr__": "write a property", "__getattribute__": "write a property", "__setattr__": "write a property setter",
    "__delattr__": "write a method",
    "__del__": "release what the object holds in a method, or in a `with` block",
    "__class_getitem__": "use `Generic[T]`",
    "__set_name__": "write a property", "__get__": "write a property", "__set__": "write a property setter",
    "__delete__": "write a method", "__prepare__": "list the names in a table", "__instancecheck__": "use a base class",
    "__subclasscheck__": "use a base class",
}
ATTRIBUTES = {
    "__dict__": "name the fields", "__mro__": "use `isinstance`",
    "__bases__": "use `isinstance`", "__subclasses__": "list the classes in a table", "__code__": "", "__globals__": "",
    "__closure__": "", "__annotations__": "", "__module__": "", "__defaults__": "", "__builtins__": "",
    "__wrapped__": "", "__traceback__": "what nobody catches is reported with where it was raised",
}


def _name(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    """A reflective builtin, called or passed on."""
    assert isinstance(node, tree.Name)
    if node.id not in FUNCTIONS or not scope.means_builtin(node.id) or _is_target(node, scope):
        return []
    return refuse("E0435", f"`{node.id}` has no compiled meaning: there is no reflection", node.span,
                  help=FUNCTIONS[node.id])


def _accessor(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    """`getattr` and `hasattr`: a literal name is written as an attribute, a computed one has no meaning."""
    assert isinstance(node, tree.Call)
    func = node.func
    if not isinstance(func, tree.Name) or func.id not in ACCESSORS or not scope.means_builtin(func.id):
        return []
    if len(node.args) > 1 and isinstance(node.args[1], tree.Constant) and isinstance(node.args[1].value, str):
        name = node.args[1].value
        hint = f"write `.{name}`" if func.id == "getattr" else "every object of a class has all fields of the class"
        return refuse("E0435", f"`{func.id}` is not compiled, even with a fixed name", func.span, help=hint)
    return refuse("E0435", f"`{func.id}` with a computed name has no compiled meaning: there is no reflection",
                  func.span, help=TABLE)


def _type_call(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    """`type(name, bases, dict)` makes a class while the program runs."""
    assert isinstance(node, tree.Call)
    if not isinstance(node.func, tree.Name) or node.func.id != "type" or len(node.args) != 3 \
            or not scope.means_builtin("type"):
        return []
    return refuse("E0435", "a class cannot be made while the program runs", node.span, help="write a `class` statement")


def _method(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    assert isinstance(node, tree.FunctionDef)
    if node.name not in METHODS or not isinstance(scope.parent, tree.ClassDef):
        return []
    return refuse("E0436", f"`{node.name}` has no compiled meaning", node.name_span, help=METHODS[node.name])


def _attribute(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    assert isinstance(node, tree.Attribute)
    if node.attr == "__class__" and _is_target(node, scope):
        return refuse("E0437", "the class of an object cannot be assigned: it is what the object was made as",
                      node.attr_span, help="make a new object of the other class")
    if node.attr not in ATTRIBUTES:
        return []
    return refuse("E0437", f"`.{node.attr}` has no compiled meaning: there is no reflection", node.attr_span,
                  help=ATTRIBUTES[node.attr])


def _is_target(node: tree.Node, scope: Scope) -> bool:
    """Whether the expression is assigned or deleted, alone or as a part of a target."""
    for outer in reversed(scope.around):
        if not isinstance(outer, (tree.Tuple, tree.List, tree.Starred)):
            return node is getattr(outer, "target", None) or any(node is t for t in getattr(outer, "targets", ()))
        node = outer
    return False


RULES = (
    Rule((tree.Name,), _name),
    Rule((tree.Call,), _accessor),
    Rule((tree.Call,), _type_call),
    Rule((tree.FunctionDef,), _method),
    Rule((tree.Attribute,), _attribute),
)
