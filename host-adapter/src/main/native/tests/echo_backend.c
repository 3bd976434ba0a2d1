/* A backend that copies input columns to output columns, so that a test sees what gather and scatter did. */
#include "core/backend.h"

#include <math.h>
#include <string.h>

int64_t echo_zones; /* zones seen since it was last set to 0; tests with one thread only look at it */

static int open(const ck_open_args *args, void **self) {
    static int coupling;
    (void)args;
    *self = &coupling;
    return CK_OK;
}

enum { GROUPS = 3, COLUMNS = CKP_COLUMNS + GROUPS * CKP_GROUP_COLUMNS }; /* tests have no more groups */

static _Thread_local double memory[COLUMNS][CKP_PIECE];

static int lane(void *self, ckp_lane **mine) {
    static _Thread_local ckp_lane shared;
    static _Thread_local double *columns[COLUMNS];
    (void)self;
    shared.column = columns;
    shared.groups = GROUPS;
    *mine = &shared;
    return CK_OK;
}

/* Columns that were not borrowed are nowhere: who uses one then crashes. */
static int borrow(ckp_lane *lane, const ckp_component *component, int count) {
    for (int i = 0; i < COLUMNS; i++) lane->column[i] = NULL;
    for (int i = 0; i < count; i++) lane->column[component[i].column] = memory[component[i].column];
    return CK_OK;
}

static void give_back(ckp_lane *lane, const ckp_component *component, int count) {
    for (int i = 0; i < count; i++) lane->column[component[i].column] = NULL;
}

static double *column_of(int field) { return memory[ckp_field_of(field)->column]; }

static int begin(void *self, int64_t step, double t, double dt) {
    (void)self, (void)step, (void)t, (void)dt;
    return CK_OK;
}

/*
 * lepton flux <- magnetic field, axial source <- temperature, flags <- zone temperature as an integer; and in every group number flux of nu_x
 * <- energy density + 1000 axis
 */
static int evaluate(void *self, ckp_lane *l, ckp_turn *turn, const ckp_piece *piece, double weight) {
    (void)self, (void)turn, (void)weight;
    memcpy(column_of(CK_LEPTON_FLUX), column_of(CK_MAGNETIC_FIELD), sizeof memory[0] * 3);
    const double *temperature = column_of(CK_TEMPERATURE);
    memcpy(column_of(CK_AXIAL_SOURCE), temperature, sizeof memory[0]);
    int density = ckp_field_of(CK_NU_X_GROUP_ENERGY_DENSITY)->column, flux = ckp_field_of(CK_NU_X_GROUP_NUMBER_FLUX)->column;
    for (int g = 0; g < GROUPS; g++) {
        double(*column)[CKP_PIECE] = memory + ckp_columns(g);
        for (int axis = 0; axis < 3; axis++) {
            for (int i = 0; i < piece->zones; i++) column[flux + axis][i] = column[density][i] + 1000 * axis;
        }
    }
    l->result[0] = INFINITY;
    for (int i = 1; i < CKP_RESULTS; i++) l->result[i] = 0;
    for (int i = 0; i < piece->zones; i++) {
        l->flags[i] = (int64_t)temperature[i];
        l->result[1] += temperature[i];
        if (temperature[i] > 0 && 1 / temperature[i] < l->result[0]) l->result[0] = 1 / temperature[i];
    }
    l->result[6] = piece->zones;
    __atomic_fetch_add(&echo_zones, piece->zones, __ATOMIC_RELAXED);
    return CK_OK;
}

static int size(void *self, size_t *bytes) {
    (void)self;
    *bytes = 1;
    return CK_OK;
}

static int close(void *self) {
    (void)self;
    return CK_OK;
}

static const ckp_backend ECHO = {.name = "echo", .open = open, .begin = begin, .lane = lane, .borrow = borrow,
                                 .give_back = give_back, .evaluate = evaluate, .state_size = size, .close = close};
const ckp_backend *const ckp_the_backend = &ECHO;
