/*
 * Hosts compiled with the chiralkick.h of another version of the interface: structures that are shorter or longer than this library's.
 * With the real library and with the stub. Prints "ok".
 */
#include "check.h"

#include <chiralkick.h>

#include <stdlib.h>

/* Structures as long as their struct_size and not a byte longer: valgrind sees a read behind them; what lies there is no path either. */
static void older_hosts_open(void) {
    const size_t sizes[] = {offsetof(ck_open_args, jvm), offsetof(ck_open_args, record), offsetof(ck_open_args, field_gauss), offsetof(ck_open_args, count),
                            sizeof(ck_open_args)};
    for (int i = 0; i < 5; i++) {
        ck_open_args args;
        memset(&args, 0x5a, sizeof args);
        memset(&args, 0, sizes[i]);
        args.struct_size = sizes[i];
        ck_open_args *short_one = malloc(sizes[i]);
        memcpy(short_one, &args, sizes[i]);
        ck_coupling *coupling = NULL;
        CHECK(ck_open(short_one, &coupling) == CK_OK && ck_close(coupling) == CK_OK);
        CHECK(ck_open(&args, &coupling) == CK_OK && ck_close(coupling) == CK_OK);
        free(short_one);
    }
    ck_open_args before_the_first = {.struct_size = offsetof(ck_open_args, jvm) - 1};
    ck_coupling *coupling = NULL;
    CHECK_FAILS(ck_open(&before_the_first, &coupling), CK_EARG, "struct_size of ck_open_args");
}

/* Longer results: what this library does not know stays as the newer host left it. */
static void newer_hosts_are_answered(void) {
    struct { ck_block_result known; double later; } result = {{.struct_size = sizeof result}, 7};
    struct { ck_step_t known; double later; } step = {{.struct_size = sizeof step}, 7};
    struct { ck_recoil_t known; double later; } recoil = {{.struct_size = sizeof recoil, .steps = -1}, 7};
    double t = 8, mu_e = 140, mu_nu = 90, b[3] = {0, 0, 1e12}, curl[3] = {0, 0, 1000};
    const int field[] = {CK_TEMPERATURE, CK_ELECTRON_CHEMICAL_POTENTIAL, CK_NEUTRINO_CHEMICAL_POTENTIAL, CK_MAGNETIC_FIELD, CK_VORTICITY};
    const ck_view view[] = {{.base = &t, .n = {1}},
                            {.base = &mu_e, .n = {1}},
                            {.base = &mu_nu, .n = {1}},
                            {.base = b, .n = {1}, .component_stride = 8},
                            {.base = curl, .n = {1}, .component_stride = 8}};
    ck_open_args args = {.struct_size = sizeof args};
    ck_coupling *coupling = NULL;
    CHECK(ck_open(&args, &coupling) == CK_OK && ck_begin(coupling, 3, 0, 1e-3) == CK_OK);
    CHECK(ck_evaluate(coupling, 0, 1, 5, field, view, &result.known) == CK_OK && ck_commit(coupling) == CK_OK);
    CHECK(ck_step(coupling, &step.known) == CK_OK && ck_recoil(coupling, &recoil.known) == CK_OK);
    CHECK(result.known.dt_max > 0 && step.known.step == 3 && step.known.committed == 1 && recoil.known.steps == 1);
    CHECK(result.later == 7 && step.later == 7 && recoil.later == 7);
    CHECK(result.known.struct_size == sizeof result && step.known.struct_size == sizeof step && recoil.known.struct_size == sizeof recoil);
    CHECK(ck_close(coupling) == CK_OK);
}

int main(void) {
    older_hosts_open();
    newer_hosts_are_answered();
    if (check_failures == 0) printf("ok\n");
    return check_failures != 0;
}
