/*
 * What MPI ranks on one machine cost each other: every rank has a coupling, so a Java VM, of its own. Prints, from rank 0, nanoseconds per
 * zone of the slowest rank, with as many ranks as it was started with: "ranks-cache-2 1.23 ns/zone".
 *
 * The block of 16^3 stays in the cache; the other, of 2 M zones, does not.
 */
#include <chiralkick.h>

#include <math.h>
#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>

enum { FIELDS = 9 };
static const int field[FIELDS] = {CK_TEMPERATURE, CK_ELECTRON_CHEMICAL_POTENTIAL, CK_NEUTRINO_CHEMICAL_POTENTIAL, CK_MAGNETIC_FIELD,
                                  CK_VORTICITY,   CK_LEPTON_FLUX, CK_AXIAL_FLUX, CK_NEUTRINO_FLUX, CK_NEUTRINO_ENERGY_FLUX};
static const int components[FIELDS] = {1, 1, 1, 3, 3, 3, 3, 3, 3};
static const double value[FIELDS] = {10, 120, 70, 1e12, 100, 0, 0, 0, 0};

static ck_coupling *coupling;

static void require(int code) {
    if (code == CK_OK) return;
    fprintf(stderr, "%s: %s\n", ck_error_name(code), ck_last_error(NULL));
    MPI_Abort(MPI_COMM_WORLD, 1);
}

/* Nanoseconds per zone of the slowest rank, the best of several rounds in which all ranks begin together. */
static double evaluation(long zones, int warm_up, int rounds, int calls) {
    ck_view view[FIELDS];
    for (int f = 0; f < FIELDS; f++) {
        double *base = malloc(sizeof(double) * (size_t)(zones * components[f]));
        if (!base) require(CK_EINTERNAL);
        for (long i = 0; i < zones * components[f]; i++) base[i] = value[f] * (1 + (double)(i % 97) / 388);
        view[f] = (ck_view){base, CK_F64, 0, {zones}, {8}, 8 * zones, 0, {0}};
    }
    for (int i = 0; i < warm_up; i++) require(ck_evaluate(coupling, 0, 1, FIELDS, field, view, NULL));
    double best = INFINITY;
    for (int round = 0; round < rounds; round++) {
        MPI_Barrier(MPI_COMM_WORLD);
        double begin = MPI_Wtime(), took, slowest;
        for (int i = 0; i < calls; i++) require(ck_evaluate(coupling, 0, 1, FIELDS, field, view, NULL));
        took = (MPI_Wtime() - begin) / calls;
        MPI_Allreduce(&took, &slowest, 1, MPI_DOUBLE, MPI_MAX, MPI_COMM_WORLD);
        if (slowest < best) best = slowest;
    }
    for (int f = 0; f < FIELDS; f++) free(view[f].base);
    return 1e9 * best / (double)zones;
}

int main(int argc, char **argv) {
    int rank, ranks;
    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    ck_open_args args = {.struct_size = sizeof args, .rank = rank, .ranks = ranks, .config = "{\"source\": \"chiral\"}"};
    require(ck_open(&args, &coupling));
    require(ck_begin(coupling, 0, 0, 1e-3));
    double cache = evaluation(4096, 20000, 400, 10), memory = evaluation(2 << 20, 2, 8, 1);
    if (rank == 0) printf("ranks-cache-%d %.3f ns/zone\nranks-memory-%d %.3f ns/zone\n", ranks, cache, ranks, memory);
    require(ck_close(coupling));
    return MPI_Finalize();
}
