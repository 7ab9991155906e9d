/* Twin of nbody.py and apps/nbody.py. */
#include "board.h"

#define PI 3.141592653589793
#define SOLAR_MASS (4.0 * PI * PI)
#define YEAR 365.24

enum { BODIES = 5, STEPS = 5000 };

typedef struct {
    double x, y, z, vx, vy, vz, mass;
} Body;

static Body *bodies[BODIES];

static Body *body(double x, double y, double z, double vx, double vy, double vz, double mass) {
    Body *made = allocate(sizeof *made);
    *made = (Body){x, y, z, vx * YEAR, vy * YEAR, vz * YEAR, mass * SOLAR_MASS};
    return made;
}

static void hold_still(void) {
    double px = 0, py = 0, pz = 0;
    for (int i = 0; i < BODIES; i++) {
        px += bodies[i]->vx * bodies[i]->mass;
        py += bodies[i]->vy * bodies[i]->mass;
        pz += bodies[i]->vz * bodies[i]->mass;
    }
    bodies[0]->vx = -px / SOLAR_MASS;
    bodies[0]->vy = -py / SOLAR_MASS;
    bodies[0]->vz = -pz / SOLAR_MASS;
}

/* `count` is a parameter, as the dialect's list tells its length at run time. */
static __attribute__((noinline)) void advance(Body **all, int64_t count, double dt) {
    for (int64_t i = 0; i < count; i++) {
        Body *a = all[i];
        for (int64_t j = i + 1; j < count; j++) {
            Body *b = all[j];
            double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
            double squared = dx * dx + dy * dy + dz * dz;
            double pull = dt / (squared * __builtin_sqrt(squared));
            a->vx -= dx * b->mass * pull;
            a->vy -= dy * b->mass * pull;
            a->vz -= dz * b->mass * pull;
            b->vx += dx * a->mass * pull;
            b->vy += dy * a->mass * pull;
            b->vz += dz * a->mass * pull;
        }
    }
    for (int64_t i = 0; i < count; i++) {
        all[i]->x += dt * all[i]->vx;
        all[i]->y += dt * all[i]->vy;
        all[i]->z += dt * all[i]->vz;
    }
}

static double energy(Body **all, int64_t count) {
    double total = 0;
    for (int64_t i = 0; i < count; i++) {
        const Body *a = all[i];
        total += 0.5 * a->mass * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz);
        for (int64_t j = i + 1; j < count; j++) {
            const Body *b = all[j];
            double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
            total -= a->mass * b->mass / __builtin_sqrt(dx * dx + dy * dy + dz * dz);
        }
    }
    return total;
}

void setup(void) {
    bodies[0] = body(0, 0, 0, 0, 0, 0, 1);
    bodies[1] = body(4.84143144246472090, -1.16032004402742839, -0.103622044471123109, 0.00166007664274403694,
                     0.00769901118419740425, -0.0000690460016972063023, 0.000954791938424326609);
    bodies[2] = body(8.34336671824457987, 4.12479856412430479, -0.403523417114321381, -0.00276742510726411021,
                     0.00499852801234917238, 0.0000230417297573763929, 0.000285885980666130812);
    bodies[3] = body(12.8943695621391310, -15.1111514016986312, -0.223307578892655734, 0.00296460137564761618,
                     0.00237847173959480950, -0.0000296589568540237556, 0.0000436624404335156298);
    bodies[4] = body(15.3796971148509165, -25.9193146099879641, 0.179258772950371181, 0.00268067772490389322,
                     0.00162824170038242295, -0.0000951592254519715870, 0.0000515138902046611451);
}

int64_t work(void) {
    hold_still();
    for (int i = 0; i < STEPS; i++) {
        advance(bodies, BODIES, 0.01);
    }
    return (int64_t)(energy(bodies, BODIES) * 1e12);
}
