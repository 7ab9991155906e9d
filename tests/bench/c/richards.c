/* Twin of richards.py and apps/richards.py: classes are structs with a pointer to `step`, objects are allocated one
   by one. */
#include "board.h"

enum { IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B, TASKS };
enum { PACKET_BYTES = 4, ROUNDS = 5 };
enum kind { DEVICE, WORK };

typedef struct packet Packet;
typedef struct task Task;
typedef struct system System;

struct packet {
    Packet *link;
    int64_t owner;
    enum kind kind;
    int64_t datum;
    int64_t *data;
};

struct task {
    Task *(*step)(Task *self, Packet *packet);
    System *system;
    Task *next;
    int64_t ident, priority;
    Packet *queue;
    bool pending, waiting, held;
    /* what the subclasses add */
    int64_t control, count;      /* idle */
    int64_t destination, letter; /* worker */
    Packet *work, *devices;      /* handler */
    Packet *kept;                /* device */
};

struct system {
    Task *tasks;
    Task *table[TASKS];
    Task *current;
    int64_t queued, held;
};

static Packet *new_packet(Packet *link, int64_t owner, enum kind kind) {
    Packet *made = allocate(sizeof *made);
    *made = (Packet){link, owner, kind, 0, allocate(PACKET_BYTES * sizeof(int64_t))};
    return made;
}

static Packet *append(Packet *packet, Packet *queue) {
    packet->link = NULL;
    if (queue == NULL) {
        return packet;
    }
    Packet *last = queue;
    while (last->link != NULL) {
        last = last->link;
    }
    last->link = packet;
    return queue;
}

static Task *new_task(System *system, int64_t ident, int64_t priority, Packet *queue,
                      Task *(*step)(Task *self, Packet *packet)) {
    Task *made = allocate(sizeof *made);
    made->step = step;
    made->system = system;
    made->next = system->tasks;
    made->ident = ident;
    made->priority = priority;
    made->queue = queue;
    made->pending = queue != NULL;
    system->tasks = made;
    system->table[ident] = made;
    return made;
}

static bool blocked(const Task *task) { return task->held || (task->waiting && !task->pending); }

static Task *run(Task *task) {
    Packet *packet = NULL;
    if (task->waiting && task->pending) {
        packet = task->queue;
        task->queue = packet->link;
        task->waiting = false;
        task->pending = task->queue != NULL;
    }
    return task->step(task, packet);
}

static Task *receive(Task *task, Packet *packet, Task *sender) {
    if (task->queue == NULL) {
        task->queue = packet;
        task->pending = true;
        if (task->priority > sender->priority) {
            return task;
        }
    } else {
        task->queue = append(packet, task->queue);
    }
    return sender;
}

static void schedule(System *system) {
    system->current = system->tasks;
    while (system->current != NULL) {
        Task *task = system->current;
        system->current = blocked(task) ? task->next : run(task);
    }
}

static Task *wait(System *system) {
    system->current->waiting = true;
    return system->current;
}

static Task *hold(System *system) {
    system->held++;
    system->current->held = true;
    return system->current->next;
}

static Task *release(System *system, int64_t ident) {
    Task *task = system->table[ident];
    task->held = false;
    return task->priority > system->current->priority ? task : system->current;
}

static Task *send(System *system, Packet *packet) {
    Task *receiver = system->table[packet->owner];
    Task *sender = system->current;
    system->queued++;
    packet->link = NULL;
    packet->owner = sender->ident;
    return receive(receiver, packet, sender);
}

static Task *idle_step(Task *self, Packet *packet) {
    (void)packet;
    self->count--;
    if (self->count == 0) {
        return hold(self->system);
    }
    if ((self->control & 1) == 0) {
        self->control /= 2;
        return release(self->system, DEVICE_A);
    }
    self->control = self->control / 2 ^ 0xD008;
    return release(self->system, DEVICE_B);
}

static Task *work_step(Task *self, Packet *packet) {
    if (packet == NULL) {
        return wait(self->system);
    }
    self->destination = self->destination == HANDLER_A ? HANDLER_B : HANDLER_A;
    packet->owner = self->destination;
    packet->datum = 0;
    for (int i = 0; i < PACKET_BYTES; i++) {
        self->letter = self->letter % 26 + 1;
        packet->data[i] = 'A' + self->letter - 1;
    }
    return send(self->system, packet);
}

static Task *handler_step(Task *self, Packet *packet) {
    if (packet != NULL) {
        if (packet->kind == WORK) {
            self->work = append(packet, self->work);
        } else {
            self->devices = append(packet, self->devices);
        }
    }
    Packet *work = self->work;
    if (work == NULL) {
        return wait(self->system);
    }
    if (work->datum >= PACKET_BYTES) {
        self->work = work->link;
        return send(self->system, work);
    }
    Packet *device = self->devices;
    if (device == NULL) {
        return wait(self->system);
    }
    self->devices = device->link;
    device->datum = work->data[work->datum];
    work->datum++;
    return send(self->system, device);
}

static Task *device_step(Task *self, Packet *packet) {
    if (packet != NULL) {
        self->kept = packet;
        return hold(self->system);
    }
    Packet *kept = self->kept;
    if (kept == NULL) {
        return wait(self->system);
    }
    self->kept = NULL;
    return send(self->system, kept);
}

static Packet *packets(int count, int64_t owner, enum kind kind) {
    Packet *queue = NULL;
    for (int i = 0; i < count; i++) {
        queue = new_packet(queue, owner, kind);
    }
    return queue;
}

static __attribute__((noinline)) System *simulate(int64_t count) {
    System *system = allocate(sizeof *system);
    Task *idle = new_task(system, IDLE, 0, NULL, idle_step);
    idle->control = 1;
    idle->count = count;
    Task *worker = new_task(system, WORKER, 1000, packets(2, WORKER, WORK), work_step);
    worker->destination = HANDLER_A;
    worker->waiting = true;
    new_task(system, HANDLER_A, 2000, packets(3, DEVICE_A, DEVICE), handler_step)->waiting = true;
    new_task(system, HANDLER_B, 3000, packets(3, DEVICE_B, DEVICE), handler_step)->waiting = true;
    new_task(system, DEVICE_A, 4000, NULL, device_step)->waiting = true;
    new_task(system, DEVICE_B, 5000, NULL, device_step)->waiting = true;
    schedule(system);
    return system;
}

void setup(void) {}

int64_t work(void) {
    int64_t total = 0;
    for (int i = 0; i < ROUNDS; i++) {
        const System *system = simulate(10000);
        total += system->queued * 100000 + system->held;
    }
    return total;
}
