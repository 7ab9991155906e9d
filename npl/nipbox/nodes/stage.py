"""A stage of a pipeline as a command: its streams, and what a user can do wrong."""

from collections.abc import Callable

from npl.nipbox.command import UsageError
from npl.nipbox.io import PIPE, TERMINAL, Io
from npl.nipbox.nodes.expression import expression, field, of_words
from npl.nipbox.nodes.stream import Form, NodeInput, NodeOutput
from npl.nipbox.nodes.tokens import ExpressionError
from npl.nipbox.nodes.tree import Expression, Field

FAILED = 1
MEMORY = 1 << 23                        # bytes for a stage that holds all nodes,
FLOW = 1 << 20                          # … for one that lets them pass: of a node there are three copies


def stage(io: Io, work: Callable[[NodeInput, NodeOutput], None]) -> int:
    """Run a stage over a command's streams; its status. What was given before an error is written."""
    out = output(io)
    status = 0
    try:
        work(NodeInput(io.read), out)
    except ExpressionError as error:
        io.error(error.shown())
        status = FAILED
    except ValueError as error:         # of a damaged stream, of text that is no KDL
        io.error(str(error))
        status = FAILED
    out.finish()
    return status


def output(io: Io) -> NodeOutput:
    """Where a command's nodes go: packed into a pipe, as KDL into a file and for `$(…)`, as a table to a terminal."""
    form = Form.PACKED if io.output == PIPE else Form.TABLE if io.output == TERMINAL else Form.KDL
    return NodeOutput(io.write_bytes, form, io.columns)


def of_arguments(words: list[str]) -> Expression:
    """The expression that the words of a command line are; UsageError, with the place, where they are none."""
    try:
        return expression(of_words(words))
    except ExpressionError as error:
        raise UsageError(error.shown()) from None


def fields(words: list[str]) -> list[Field]:
    """A field for each word."""
    try:
        return [field(word) for word in words]
    except ExpressionError as error:
        raise UsageError(error.shown()) from None
