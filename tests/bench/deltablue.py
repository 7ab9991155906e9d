"""DeltaBlue: an incremental solver of one-way constraints, after Freeman-Benson, Maloney and Borning (CACM 33:1, 1990).

Two problems: a chain of equalities that carries an edited value from end to end, and pairs of variables that a scale
and an offset relate, whose values, scale and offset are edited in turn.  C twin: c/deltablue.c.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from lib.system import uptime_ns

CHAIN: Final = 300
PAIRS: Final = 300
ROUNDS: Final = 3


class Strength(IntEnum):
    """How much a constraint matters; the smaller, the more."""

    REQUIRED = 0
    STRONG_PREFERRED = 1
    PREFERRED = 2
    STRONG_DEFAULT = 3
    NORMAL = 4
    WEAK_DEFAULT = 5
    WEAKEST = 6


class Variable:
    """A value, the constraints on it, and the one among them that determines it at present."""

    def __init__(self, value: int) -> None:
        self.value = value
        self.constraints: list[Constraint] = []
        self.determined_by: Constraint | None = None
        self.mark = 0
        self.walkabout = Strength.WEAKEST
        self.stays = True


class Constraint:
    """A relation between variables that can be kept by computing one of them (its output)."""

    def __init__(self, strength: Strength) -> None:
        self.strength = strength

    def is_input(self) -> bool:
        """Whether the value comes from outside of the graph."""
        return False

    def is_satisfied(self) -> bool:
        raise NotImplementedError

    def add_to_graph(self) -> None:
        raise NotImplementedError

    def remove_from_graph(self) -> None:
        raise NotImplementedError

    def choose_method(self, mark: int) -> None:
        """Decides whether and by which output the constraint can be kept."""
        raise NotImplementedError

    def mark_inputs(self, mark: int) -> None:
        raise NotImplementedError

    def inputs_known(self, mark: int) -> bool:
        raise NotImplementedError

    def output(self) -> Variable:
        raise NotImplementedError

    def mark_unsatisfied(self) -> None:
        raise NotImplementedError

    def recalculate(self) -> None:
        """The output's walkabout strength, and its value when it cannot change."""
        raise NotImplementedError

    def execute(self) -> None:
        raise NotImplementedError

    def satisfy(self, mark: int, planner: Planner) -> Constraint | None:
        """Keeps the constraint if it is strong enough; the one that lost its output for it."""
        self.choose_method(mark)
        if not self.is_satisfied():
            assert self.strength != Strength.REQUIRED, "a required constraint cannot be kept"
            return None
        self.mark_inputs(mark)
        out = self.output()
        overridden = out.determined_by
        if overridden is not None:
            overridden.mark_unsatisfied()
        out.determined_by = self
        kept = planner.add_propagate(self, mark)
        assert kept, "a cycle of constraints"
        out.mark = mark
        return overridden


class Unary(Constraint):
    """A constraint on one variable."""

    def __init__(self, variable: Variable, strength: Strength, planner: Planner) -> None:
        super().__init__(strength)
        self.variable = variable
        self.satisfied = False
        planner.add_constraint(self)

    def is_satisfied(self) -> bool:
        return self.satisfied

    def add_to_graph(self) -> None:
        self.variable.constraints.append(self)
        self.satisfied = False

    def remove_from_graph(self) -> None:
        self.variable.constraints.remove(self)
        self.satisfied = False

    def choose_method(self, mark: int) -> None:
        self.satisfied = self.variable.mark != mark and self.strength < self.variable.walkabout

    def mark_inputs(self, mark: int) -> None:
        pass

    def inputs_known(self, mark: int) -> bool:
        return True

    def output(self) -> Variable:
        return self.variable

    def mark_unsatisfied(self) -> None:
        self.satisfied = False

    def recalculate(self) -> None:
        self.variable.walkabout = self.strength
        self.variable.stays = not self.is_input()
        if self.variable.stays:
            self.execute()


class Stay(Unary):
    """The variable keeps its value."""

    def execute(self) -> None:
        pass


class Edit(Unary):
    """The variable is set from outside."""

    def is_input(self) -> bool:
        return True

    def execute(self) -> None:
        pass


class Direction(IntEnum):
    BACKWARD = -1
    NONE = 0
    FORWARD = 1


class Binary(Constraint):
    """A constraint between two variables, either of which it can compute."""

    def __init__(self, first: Variable, second: Variable, strength: Strength, planner: Planner) -> None:
        super().__init__(strength)
        self.first = first
        self.second = second
        self.direction = Direction.NONE
        planner.add_constraint(self)

    def is_satisfied(self) -> bool:
        return self.direction != Direction.NONE

    def add_to_graph(self) -> None:
        self.first.constraints.append(self)
        self.second.constraints.append(self)
        self.direction = Direction.NONE

    def remove_from_graph(self) -> None:
        self.first.constraints.remove(self)
        self.second.constraints.remove(self)
        self.direction = Direction.NONE

    def choose_method(self, mark: int) -> None:
        first, second, strength = self.first, self.second, self.strength
        forward = second.mark != mark and strength < second.walkabout
        backward = first.mark != mark and strength < first.walkabout
        if first.mark == mark:
            self.direction = Direction.FORWARD if forward else Direction.NONE
        elif second.mark == mark:
            self.direction = Direction.BACKWARD if backward else Direction.NONE
        elif second.walkabout < first.walkabout:
            self.direction = Direction.BACKWARD if backward else Direction.NONE
        else:
            self.direction = Direction.FORWARD if forward else Direction.BACKWARD if backward else Direction.NONE

    def mark_inputs(self, mark: int) -> None:
        self.input().mark = mark

    def inputs_known(self, mark: int) -> bool:
        known = self.input()
        return known.mark == mark or known.stays or known.determined_by is None

    def input(self) -> Variable:
        return self.first if self.direction == Direction.FORWARD else self.second

    def output(self) -> Variable:
        return self.second if self.direction == Direction.FORWARD else self.first

    def mark_unsatisfied(self) -> None:
        self.direction = Direction.NONE

    def recalculate(self) -> None:
        source, out = self.input(), self.output()
        out.walkabout = max(self.strength, source.walkabout)
        out.stays = source.stays
        if out.stays:
            self.execute()


class Equality(Binary):
    """Both variables have one value."""

    def execute(self) -> None:
        self.output().value = self.input().value


class Scale(Binary):
    """second = first * scale + offset."""

    def __init__(self, first: Variable, scale: Variable, offset: Variable, second: Variable, strength: Strength,
                 planner: Planner) -> None:
        self.scale = scale
        self.offset = offset
        super().__init__(first, second, strength, planner)

    def add_to_graph(self) -> None:
        super().add_to_graph()
        self.scale.constraints.append(self)
        self.offset.constraints.append(self)

    def remove_from_graph(self) -> None:
        super().remove_from_graph()
        self.scale.constraints.remove(self)
        self.offset.constraints.remove(self)

    def mark_inputs(self, mark: int) -> None:
        super().mark_inputs(mark)
        self.scale.mark = mark
        self.offset.mark = mark

    def execute(self) -> None:
        if self.direction == Direction.FORWARD:
            self.second.value = self.first.value * self.scale.value + self.offset.value
        else:
            self.first.value = (self.second.value - self.offset.value) // self.scale.value

    def recalculate(self) -> None:
        source, out = self.input(), self.output()
        out.walkabout = max(self.strength, source.walkabout)
        out.stays = source.stays and self.scale.stays and self.offset.stays
        if out.stays:
            self.execute()


class Plan:
    """Constraints in an order in which executing them keeps them all."""

    def __init__(self) -> None:
        self.steps: list[Constraint] = []

    def execute(self) -> None:
        for step in self.steps:
            step.execute()


class Planner:
    """Adds and removes constraints, and keeps the best ones satisfied."""

    def __init__(self) -> None:
        self.mark = 0

    def new_mark(self) -> int:
        self.mark += 1
        return self.mark

    def add_constraint(self, constraint: Constraint) -> None:
        constraint.add_to_graph()
        self.incremental_add(constraint)

    def incremental_add(self, constraint: Constraint) -> None:
        mark = self.new_mark()
        overridden = constraint.satisfy(mark, self)
        while overridden is not None:
            overridden = overridden.satisfy(mark, self)

    def destroy(self, constraint: Constraint) -> None:
        """Takes a constraint out, and satisfies those that it stood against, the strongest first."""
        if not constraint.is_satisfied():
            constraint.remove_from_graph()
            return
        out = constraint.output()
        constraint.mark_unsatisfied()
        constraint.remove_from_graph()
        waiting = self.remove_propagate(out)
        for strength in Strength:
            for one in waiting:
                if one.strength == strength:
                    self.incremental_add(one)

    def remove_propagate(self, out: Variable) -> list[Constraint]:
        """Recomputes what depended on `out`; the unsatisfied constraints met on the way."""
        out.determined_by = None
        out.walkabout = Strength.WEAKEST
        out.stays = True
        unsatisfied: list[Constraint] = []
        pending = [out]
        while pending:
            variable = pending.pop()
            determining = variable.determined_by
            for constraint in variable.constraints:
                if not constraint.is_satisfied():
                    unsatisfied.append(constraint)
                elif constraint is not determining:
                    constraint.recalculate()
                    pending.append(constraint.output())
        return unsatisfied

    def add_propagate(self, constraint: Constraint, mark: int) -> bool:
        """Recomputes what depends on a constraint that was just satisfied; False when that leads back to it."""
        pending = [constraint]
        while pending:
            one = pending.pop()
            if one.output().mark == mark:
                self.destroy(constraint)
                return False
            one.recalculate()
            self.add_consumers(one.output(), pending)
        return True

    def add_consumers(self, variable: Variable, out: list[Constraint]) -> None:
        """The satisfied constraints that read `variable`."""
        determining = variable.determined_by
        for constraint in variable.constraints:
            if constraint is not determining and constraint.is_satisfied():
                out.append(constraint)

    def plan_from(self, edits: list[Edit]) -> Plan:
        """The plan that carries the edited values on."""
        sources: list[Constraint] = []
        for edit in edits:
            if edit.is_input() and edit.is_satisfied():
                sources.append(edit)
        mark = self.new_mark()
        plan = Plan()
        while sources:
            constraint = sources.pop()
            if constraint.output().mark != mark and constraint.inputs_known(mark):
                plan.steps.append(constraint)
                constraint.output().mark = mark
                self.add_consumers(constraint.output(), sources)
        return plan


def change(planner: Planner, variable: Variable, value: int) -> None:
    """Edits a variable ten times."""
    edit = Edit(variable, Strength.PREFERRED, planner)
    plan = planner.plan_from([edit])
    for _ in range(10):
        variable.value = value
        plan.execute()
    planner.destroy(edit)


def chain(size: int) -> int:
    """A chain of `size` equalities, whose first variable is edited and whose last one stays weakly."""
    planner = Planner()
    variables = [Variable(0) for _ in range(size + 1)]
    for left, right in zip(variables, variables[1:]):
        Equality(left, right, Strength.REQUIRED, planner)
    first, last = variables[0], variables[-1]
    Stay(last, Strength.STRONG_DEFAULT, planner)
    edit = Edit(first, Strength.PREFERRED, planner)
    plan = planner.plan_from([edit])
    total = 0
    for i in range(100):
        first.value = i
        plan.execute()
        assert last.value == i, "the chain broke"
        total += last.value
    planner.destroy(edit)
    return total


def projection(size: int) -> int:
    """`size` pairs with second = first * scale + offset, edited from either end, then by scale and offset."""
    planner = Planner()
    scale, offset = Variable(10), Variable(1000)
    firsts: list[Variable] = []
    seconds: list[Variable] = []
    for i in range(size):
        first, second = Variable(i), Variable(i)
        firsts.append(first)
        seconds.append(second)
        Stay(first, Strength.NORMAL, planner)
        Scale(first, scale, offset, second, Strength.REQUIRED, planner)
    change(planner, firsts[-1], 17)
    total = seconds[-1].value
    change(planner, seconds[-1], 1050)
    total += firsts[-1].value
    change(planner, scale, 5)
    for second in seconds:
        total += second.value
    change(planner, offset, 2000)
    for second in seconds:
        total += second.value
    return total


def work() -> int:
    total = 0
    for _ in range(ROUNDS):
        total = total * 7 % 1_000_003 + chain(CHAIN) + projection(PAIRS)
    return total


def main() -> int:
    start = uptime_ns()
    result = work()
    elapsed = uptime_ns() - start
    print(result, elapsed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
