/* Twin of deltablue.py: a class is a struct with a pointer to a table of functions, a list an array that doubles. */
#include "board.h"

enum { CHAIN = 300, PAIRS = 300, ROUNDS = 3 };
enum strength { REQUIRED, STRONG_PREFERRED, PREFERRED, STRONG_DEFAULT, NORMAL, WEAK_DEFAULT, WEAKEST, STRENGTHS };
enum direction { BACKWARD = -1, NONE, FORWARD };

typedef struct constraint Constraint;
typedef struct variable Variable;
typedef struct planner {
    int64_t mark;
} Planner;

typedef struct list {
    size_t count, room;
    void **items;
} List;

struct variable {
    int64_t value;
    List constraints;
    Constraint *determined_by;
    int64_t mark;
    enum strength walkabout;
    bool stays;
};

typedef struct class {
    bool (*is_input)(Constraint *self);
    bool (*is_satisfied)(Constraint *self);
    void (*add_to_graph)(Constraint *self);
    void (*remove_from_graph)(Constraint *self);
    void (*choose_method)(Constraint *self, int64_t mark);
    void (*mark_inputs)(Constraint *self, int64_t mark);
    bool (*inputs_known)(Constraint *self, int64_t mark);
    Variable *(*output)(Constraint *self);
    void (*mark_unsatisfied)(Constraint *self);
    void (*recalculate)(Constraint *self);
    void (*execute)(Constraint *self);
} Class;

struct constraint {
    const Class *class;
    enum strength strength;
    union {
        struct {
            Variable *variable;
            bool satisfied;
        };
        struct {
            Variable *first, *second, *scale, *offset;
            enum direction direction;
        };
    };
};

static void fail(void) {
    __builtin_trap();
}

static void append(List *list, void *item) {
    if (list->count == list->room) {
        size_t room = list->room == 0 ? 4 : 2 * list->room;
        void **items = allocate(room * sizeof *items);
        memcpy(items, list->items, list->count * sizeof *items);
        list->items = items;
        list->room = room;
    }
    list->items[list->count++] = item;
}

static void take_out(List *list, const void *item) {
    size_t at = 0;
    while (list->items[at] != item) {
        if (++at == list->count) {
            fail();
        }
    }
    list->count--;
    for (; at < list->count; at++) {
        list->items[at] = list->items[at + 1];
    }
}

static void *pop(List *list) { return list->items[--list->count]; }

static bool no(Constraint *self) {
    (void)self;
    return false;
}

static bool yes(Constraint *self) {
    (void)self;
    return true;
}

static void nothing(Constraint *self) { (void)self; }

static Variable *new_variable(int64_t value) {
    Variable *made = allocate(sizeof *made);
    *made = (Variable){.value = value, .walkabout = WEAKEST, .stays = true};
    return made;
}

/* The planner */

static int64_t new_mark(Planner *planner) { return ++planner->mark; }

static void incremental_add(Planner *planner, Constraint *constraint);
static bool add_propagate(Planner *planner, Constraint *constraint, int64_t mark);

static void add_consumers(Variable *variable, List *out) {
    const Constraint *determining = variable->determined_by;
    for (size_t i = 0; i < variable->constraints.count; i++) {
        Constraint *one = variable->constraints.items[i];
        if (one != determining && one->class->is_satisfied(one)) {
            append(out, one);
        }
    }
}

static Constraint *satisfy(Constraint *self, int64_t mark, Planner *planner) {
    self->class->choose_method(self, mark);
    if (!self->class->is_satisfied(self)) {
        if (self->strength == REQUIRED) {
            fail();
        }
        return NULL;
    }
    self->class->mark_inputs(self, mark);
    Variable *out = self->class->output(self);
    Constraint *overridden = out->determined_by;
    if (overridden != NULL) {
        overridden->class->mark_unsatisfied(overridden);
    }
    out->determined_by = self;
    if (!add_propagate(planner, self, mark)) {
        fail();
    }
    out->mark = mark;
    return overridden;
}

static void incremental_add(Planner *planner, Constraint *constraint) {
    int64_t mark = new_mark(planner);
    for (Constraint *overridden = satisfy(constraint, mark, planner); overridden != NULL;) {
        overridden = satisfy(overridden, mark, planner);
    }
}

static void add_constraint(Planner *planner, Constraint *constraint) {
    constraint->class->add_to_graph(constraint);
    incremental_add(planner, constraint);
}

static List remove_propagate(Variable *out) {
    out->determined_by = NULL;
    out->walkabout = WEAKEST;
    out->stays = true;
    List unsatisfied = {0}, pending = {0};
    append(&pending, out);
    while (pending.count > 0) {
        Variable *variable = pop(&pending);
        const Constraint *determining = variable->determined_by;
        for (size_t i = 0; i < variable->constraints.count; i++) {
            Constraint *one = variable->constraints.items[i];
            if (!one->class->is_satisfied(one)) {
                append(&unsatisfied, one);
            } else if (one != determining) {
                one->class->recalculate(one);
                append(&pending, one->class->output(one));
            }
        }
    }
    return unsatisfied;
}

static void destroy(Planner *planner, Constraint *constraint) {
    if (!constraint->class->is_satisfied(constraint)) {
        constraint->class->remove_from_graph(constraint);
        return;
    }
    Variable *out = constraint->class->output(constraint);
    constraint->class->mark_unsatisfied(constraint);
    constraint->class->remove_from_graph(constraint);
    List waiting = remove_propagate(out);
    for (enum strength strength = REQUIRED; strength < STRENGTHS; strength++) {
        for (size_t i = 0; i < waiting.count; i++) {
            Constraint *one = waiting.items[i];
            if (one->strength == strength) {
                incremental_add(planner, one);
            }
        }
    }
}

static bool add_propagate(Planner *planner, Constraint *constraint, int64_t mark) {
    List pending = {0};
    append(&pending, constraint);
    while (pending.count > 0) {
        Constraint *one = pop(&pending);
        if (one->class->output(one)->mark == mark) {
            destroy(planner, constraint);
            return false;
        }
        one->class->recalculate(one);
        add_consumers(one->class->output(one), &pending);
    }
    return true;
}

static List plan_from(Planner *planner, Constraint *edit) {
    List sources = {0}, plan = {0};
    if (edit->class->is_input(edit) && edit->class->is_satisfied(edit)) {
        append(&sources, edit);
    }
    int64_t mark = new_mark(planner);
    while (sources.count > 0) {
        Constraint *one = pop(&sources);
        if (one->class->output(one)->mark != mark && one->class->inputs_known(one, mark)) {
            append(&plan, one);
            one->class->output(one)->mark = mark;
            add_consumers(one->class->output(one), &sources);
        }
    }
    return plan;
}

static void execute(const List *plan) {
    for (size_t i = 0; i < plan->count; i++) {
        Constraint *one = plan->items[i];
        one->class->execute(one);
    }
}

/* Constraints on one variable */

static bool unary_is_satisfied(Constraint *self) { return self->satisfied; }

static void unary_add(Constraint *self) {
    append(&self->variable->constraints, self);
    self->satisfied = false;
}

static void unary_remove(Constraint *self) {
    take_out(&self->variable->constraints, self);
    self->satisfied = false;
}

static void unary_choose(Constraint *self, int64_t mark) {
    self->satisfied = self->variable->mark != mark && self->strength < self->variable->walkabout;
}

static void unary_mark_inputs(Constraint *self, int64_t mark) {
    (void)self;
    (void)mark;
}

static bool unary_inputs_known(Constraint *self, int64_t mark) {
    (void)self;
    (void)mark;
    return true;
}

static Variable *unary_output(Constraint *self) { return self->variable; }

static void unary_mark_unsatisfied(Constraint *self) { self->satisfied = false; }

static void unary_recalculate(Constraint *self) {
    self->variable->walkabout = self->strength;
    self->variable->stays = !self->class->is_input(self);
    if (self->variable->stays) {
        self->class->execute(self);
    }
}

#define UNARY                                                                                                            \
    unary_is_satisfied, unary_add, unary_remove, unary_choose, unary_mark_inputs, unary_inputs_known, unary_output,      \
        unary_mark_unsatisfied, unary_recalculate, nothing

static const Class stay = {no, UNARY}, edit = {yes, UNARY};

static Constraint *new_unary(const Class *class, Variable *variable, enum strength strength, Planner *planner) {
    Constraint *made = allocate(sizeof *made);
    made->class = class;
    made->strength = strength;
    made->variable = variable;
    made->satisfied = false;
    add_constraint(planner, made);
    return made;
}

/* Constraints on two */

static bool binary_is_satisfied(Constraint *self) { return self->direction != NONE; }

static void binary_add(Constraint *self) {
    append(&self->first->constraints, self);
    append(&self->second->constraints, self);
    self->direction = NONE;
}

static void binary_remove(Constraint *self) {
    take_out(&self->first->constraints, self);
    take_out(&self->second->constraints, self);
    self->direction = NONE;
}

static void binary_choose(Constraint *self, int64_t mark) {
    Variable *first = self->first, *second = self->second;
    enum strength strength = self->strength;
    bool forward = second->mark != mark && strength < second->walkabout;
    bool backward = first->mark != mark && strength < first->walkabout;
    if (first->mark == mark) {
        self->direction = forward ? FORWARD : NONE;
    } else if (second->mark == mark || second->walkabout < first->walkabout) {
        self->direction = backward ? BACKWARD : NONE;
    } else {
        self->direction = forward ? FORWARD : backward ? BACKWARD : NONE;
    }
}

static Variable *binary_input(Constraint *self) { return self->direction == FORWARD ? self->first : self->second; }

static Variable *binary_output(Constraint *self) { return self->direction == FORWARD ? self->second : self->first; }

static void binary_mark_inputs(Constraint *self, int64_t mark) { binary_input(self)->mark = mark; }

static bool binary_inputs_known(Constraint *self, int64_t mark) {
    Variable *known = binary_input(self);
    return known->mark == mark || known->stays || known->determined_by == NULL;
}

static void binary_mark_unsatisfied(Constraint *self) { self->direction = NONE; }

static enum strength weaker(enum strength a, enum strength b) { return a > b ? a : b; }

static void binary_recalculate(Constraint *self) {
    Variable *source = binary_input(self), *out = binary_output(self);
    out->walkabout = weaker(self->strength, source->walkabout);
    out->stays = source->stays;
    if (out->stays) {
        self->class->execute(self);
    }
}

static void equality_execute(Constraint *self) { binary_output(self)->value = binary_input(self)->value; }

static void scale_add(Constraint *self) {
    binary_add(self);
    append(&self->scale->constraints, self);
    append(&self->offset->constraints, self);
}

static void scale_remove(Constraint *self) {
    binary_remove(self);
    take_out(&self->scale->constraints, self);
    take_out(&self->offset->constraints, self);
}

static void scale_mark_inputs(Constraint *self, int64_t mark) {
    binary_mark_inputs(self, mark);
    self->scale->mark = mark;
    self->offset->mark = mark;
}

static int64_t floor_divide(int64_t a, int64_t b) { return a / b - (a % b != 0 && (a < 0) != (b < 0)); }

static void scale_execute(Constraint *self) {
    if (self->direction == FORWARD) {
        self->second->value = self->first->value * self->scale->value + self->offset->value;
    } else {
        self->first->value = floor_divide(self->second->value - self->offset->value, self->scale->value);
    }
}

static void scale_recalculate(Constraint *self) {
    Variable *source = binary_input(self), *out = binary_output(self);
    out->walkabout = weaker(self->strength, source->walkabout);
    out->stays = source->stays && self->scale->stays && self->offset->stays;
    if (out->stays) {
        self->class->execute(self);
    }
}

static const Class equality = {no,
                               binary_is_satisfied,
                               binary_add,
                               binary_remove,
                               binary_choose,
                               binary_mark_inputs,
                               binary_inputs_known,
                               binary_output,
                               binary_mark_unsatisfied,
                               binary_recalculate,
                               equality_execute};
static const Class scaling = {no,
                              binary_is_satisfied,
                              scale_add,
                              scale_remove,
                              binary_choose,
                              scale_mark_inputs,
                              binary_inputs_known,
                              binary_output,
                              binary_mark_unsatisfied,
                              scale_recalculate,
                              scale_execute};

static void new_binary(const Class *class, Variable *first, Variable *scale, Variable *offset, Variable *second,
                       enum strength strength, Planner *planner) {
    Constraint *made = allocate(sizeof *made);
    made->class = class;
    made->strength = strength;
    made->first = first;
    made->second = second;
    made->scale = scale;
    made->offset = offset;
    made->direction = NONE;
    add_constraint(planner, made);
}

/* The two problems */

static void change(Planner *planner, Variable *variable, int64_t value) {
    Constraint *editing = new_unary(&edit, variable, PREFERRED, planner);
    List plan = plan_from(planner, editing);
    for (int i = 0; i < 10; i++) {
        variable->value = value;
        execute(&plan);
    }
    destroy(planner, editing);
}

static int64_t chain(int size) {
    Planner planner = {0};
    Variable **variables = allocate((size_t)(size + 1) * sizeof *variables);
    for (int i = 0; i <= size; i++) {
        variables[i] = new_variable(0);
    }
    for (int i = 0; i < size; i++) {
        new_binary(&equality, variables[i], NULL, NULL, variables[i + 1], REQUIRED, &planner);
    }
    Variable *first = variables[0], *last = variables[size];
    new_unary(&stay, last, STRONG_DEFAULT, &planner);
    Constraint *editing = new_unary(&edit, first, PREFERRED, &planner);
    List plan = plan_from(&planner, editing);
    int64_t total = 0;
    for (int i = 0; i < 100; i++) {
        first->value = i;
        execute(&plan);
        if (last->value != i) {
            fail();
        }
        total += last->value;
    }
    destroy(&planner, editing);
    return total;
}

static int64_t projection(int size) {
    Planner planner = {0};
    Variable *scale = new_variable(10), *offset = new_variable(1000);
    List firsts = {0}, seconds = {0};
    for (int i = 0; i < size; i++) {
        Variable *first = new_variable(i), *second = new_variable(i);
        append(&firsts, first);
        append(&seconds, second);
        new_unary(&stay, first, NORMAL, &planner);
        new_binary(&scaling, first, scale, offset, second, REQUIRED, &planner);
    }
    change(&planner, firsts.items[size - 1], 17);
    int64_t total = ((Variable *)seconds.items[size - 1])->value;
    change(&planner, seconds.items[size - 1], 1050);
    total += ((Variable *)firsts.items[size - 1])->value;
    change(&planner, scale, 5);
    for (int i = 0; i < size; i++) {
        total += ((Variable *)seconds.items[i])->value;
    }
    change(&planner, offset, 2000);
    for (int i = 0; i < size; i++) {
        total += ((Variable *)seconds.items[i])->value;
    }
    return total;
}

void setup(void) {}

int64_t work(void) {
    int64_t total = 0;
    for (int round = 0; round < ROUNDS; round++) {
        total = total * 7 % 1000003 + chain(CHAIN) + projection(PAIRS);
    }
    return total;
}
