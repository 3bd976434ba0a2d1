/*
 * OpenMP threads in ck_begin and ck_evaluate at once: blocks in any order, some on each thread, three steps of two stages.
 *   openmp THREADS
 * Prints the bits of the recoil and of the fluxes, which must not depend on the number of threads.
 */
#include "zones.h"

#include <inttypes.h>
#include <omp.h>

enum { BLOCKS = 64, ZONES = N / BLOCKS };

int main(int argc, char **argv) {
    int threads = argc > 1 ? atoi(argv[1]) : 1, failures = 0, most = 0;
    fill_zones();
    omp_set_dynamic(0);
    omp_set_num_threads(threads);
    ck_coupling *coupling = open_or_exit(NULL, 1);
    for (int64_t step = 0; step < 3; step++) {
        for (int stage = 0; stage < 2; stage++) {
#pragma omp parallel for schedule(static, 1) reduction(+ : failures) reduction(max : most)
            for (int block = 0; block < BLOCKS; block++) {
                failures += ck_begin(coupling, step, 1e-3 * (double)step, 1e-3) != CK_OK; /* lazily: the first one begins it */
                failures += evaluate(coupling, (int64_t)block * ZONES, ZONES, 0.5) != CK_OK;
                if (omp_get_num_threads() > most) most = omp_get_num_threads();
            }
        }
        CHECK(ck_commit(coupling) == CK_OK);
    }
    CHECK(failures == 0 && most == threads);
    ck_recoil_t recoil = recoil_of(coupling);
    uint64_t word[8], turned = 0, bits;
    memcpy(word, recoil.momentum, sizeof word);
    for (int i = 0; i < 3 * N; i++) {
        memcpy(&bits, &flux[0][0] + i, sizeof bits);
        turned = (turned << 1 | turned >> 63) ^ bits;
    }
    CHECK(ck_close(coupling) == CK_OK);
    if (check_failures > 0) return 1;
    printf("flux %016" PRIX64 "\nrecoil", turned);
    for (int i = 0; i < 8; i++) printf(" %016" PRIX64, word[i]);
    printf(" %" PRId64 "\n", recoil.steps);
    return 0;
}
