/*
 * A run to be recorded with the real library and replayed with the stub: blocks of several sizes, stages and steps that differ, a masked
 * block, single precision, flags, a step begun twice. Prints a line with the bits of what each ck_evaluate returned.
 *   recorded [CONFIG]
 * In recoil form transport it tells an emission, too, and prints the recoil.
 */
#include "zones.h"

#include <inttypes.h>
#include <stdbool.h>

static float single[3][N];
static unsigned char mask[N];
static int64_t flags[N];
static bool transport; /* the host tells what leaves, and has no surface elements */

static uint64_t turned(uint64_t word, const void *bytes, size_t size) {
    const unsigned char *byte = bytes;
    for (size_t i = 0; i < size; i++) word = (word << 7 | word >> 57) ^ byte[i] ^ (uint64_t)i;
    return word;
}

static int evaluate_and_print(ck_coupling *coupling, int64_t step, int64_t block, int64_t from, int64_t n) {
    ck_view view[FIELDS + 2];
    int fields[FIELDS + 2];
    ck_block_result result = {.struct_size = sizeof result};
    views_of(from, n, view);
    memcpy(fields, field, sizeof field);
    fields[FIELDS] = CK_FLAGS;
    view[FIELDS] = (ck_view){flags + from, 0, 0, {n}, {8}, 0, 0, {0}};
    fields[FIELDS + 1] = CK_MASK;
    view[FIELDS + 1] = (ck_view){block == 1 ? mask : NULL, 0, 0, {n}, {1}, 0, 0, {0}};
    for (int f = 0; f < FIELDS && transport; f++) {
        if (fields[f] == CK_SURFACE_ELEMENT) fields[f] = CK_POSITION;
    }
    if (block == 2) view[FIELDS - 1] = (ck_view){single[0] + from, CK_F32, 0, {n}, {4}, 4 * N, 0, {0}};
    memset(flux, 0, sizeof flux);
    int code = ck_evaluate(coupling, block, 0.5, FIELDS + 2, fields, view, &result);
    uint64_t outputs = turned(turned(0, flux, sizeof flux), single, sizeof single);
    printf("step %" PRId64 " block %" PRId64 " fluxes %016" PRIX64 " flags %016" PRIX64 " result %016" PRIX64 " flagged %" PRId64 "\n", step,
           block, outputs, turned(0, flags, sizeof flags), turned(0, &result, sizeof result), result.flagged);
    return code;
}

static int evaluate_all(ck_coupling *coupling, int64_t step) {
    int code = CK_OK;
    for (int stage = 0; stage < 2 && code == CK_OK; stage++) {
        for (int i = 0; i < N; i++) b[1][i] += 1e9 * (double)(i % 31), mu_nu[i] -= 0.25;
        code = evaluate_and_print(coupling, step, 0, 0, 1);
        if (code == CK_OK) code = evaluate_and_print(coupling, step, 1, 1, 1200);
        if (code == CK_OK) code = evaluate_and_print(coupling, step, 2, 1201, N - 1201);
    }
    return code;
}

int main(int argc, char **argv) {
    transport = argc > 1 && strstr(argv[1], "transport") != NULL;
    fill_zones();
    for (int i = 0; i < N; i++) mask[i] = i % 7 != 3 && i % 100 > 20;
    t[31] = -1; /* not an allowed temperature: flagged, no flux */
    /* A unit of length in which fluxes fit into single precision. */
    ck_open_args args = {.struct_size = sizeof args, .config = argc > 1 ? argv[1] : NULL, .threads = 2, .length_cm = 1e-6};
    ck_coupling *coupling;
    int code = ck_open(&args, &coupling);
    for (int64_t step = 1; step <= 3 && code == CK_OK; step++) {
        code = ck_begin(coupling, step, 1e-3 * (double)step, 2e-3);
        if (code == CK_OK && step == 2) { /* an attempt that is dropped */
            code = evaluate_all(coupling, step);
            if (code == CK_OK) code = ck_rollback(coupling);
            if (code == CK_OK) code = ck_begin(coupling, step, 1e-3 * (double)step, 1e-3);
        }
        if (code == CK_OK) code = evaluate_all(coupling, step);
        if (code == CK_OK && transport) { /* half a stage each, of powers of 2: the stub's doubles are exact, too */
            double momentum[3] = {0x1p70 * (double)step, -0x1p60, 0};
            code = ck_emitted(coupling, momentum, 0x1p180, 0x1p140, 0.5);
            if (code == CK_OK) code = ck_emitted(coupling, momentum, 0x1p180, 0x1p140, 0.5);
        }
        if (code == CK_OK) code = ck_commit(coupling);
    }
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    if (code == CK_OK && transport) code = ck_recoil(coupling, &recoil);
    if (code == CK_OK && transport) {
        printf("recoil %a %a %a number %a energy %a\n", recoil.momentum[0], recoil.momentum[1], recoil.momentum[2], recoil.number,
               recoil.energy);
    }
    if (code == CK_OK) code = ck_close(coupling);
    if (code != CK_OK) fprintf(stderr, "%s: %s\n", ck_error_name(code), ck_last_error(NULL));
    return code != CK_OK;
}
