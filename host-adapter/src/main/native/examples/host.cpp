// The host of host.c in C++: one array per component, x running backwards, two blocks evaluated by two threads.
#include <chiralkick.h>

#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>
#include <vector>

constexpr int nx = 6, ny = 5, nz = 4, n = nx * ny * nz;
static std::vector<double> t(n), mu_e(n), mu_nu(n), b(3 * n), area(3 * n), flux(3 * n);
static std::vector<float> curl(3 * n);

static int at(int id) { return id - id % nx + (nx - 1 - id % nx); } // the last zone of a row comes first in memory

static void check(int code) {
    if (code != CK_OK) std::exit((std::fprintf(stderr, "%s\n", ck_last_error(nullptr)), 1));
}

static std::uint64_t bits(double value) {
    std::uint64_t word;
    std::memcpy(&word, &value, sizeof word);
    return word;
}

template <class T> static ck_view view(std::vector<T> &values, int block) { // two layers of z
    std::int64_t s = sizeof(T);
    return {&values[at(2 * block * nx * ny)], sizeof(T), 0, {nx, ny, 2, 1}, {-s, nx * s, nx * ny * s, 0}, n * s};
}

static void evaluate(ck_coupling *coupling, int block, int *code) {
    const int field[] = {CK_TEMPERATURE, CK_ELECTRON_CHEMICAL_POTENTIAL, CK_NEUTRINO_CHEMICAL_POTENTIAL, CK_MAGNETIC_FIELD, CK_VORTICITY,
                         CK_SURFACE_ELEMENT, CK_NEUTRINO_FLUX};
    const ck_view views[] = {view(t, block),    view(mu_e, block), view(mu_nu, block), view(b, block),
                             view(curl, block), view(area, block), view(flux, block)};
    *code = CK_OK;
    for (int stage = 0; stage < 2 && *code == CK_OK; stage++) *code = ck_evaluate(coupling, block, 0.5, 7, field, views, nullptr);
}

int main(int argc, char **argv) {
    for (int id = 0; id < n; id++) {
        int i = id % nx, j = id / nx % ny, k = id / (nx * ny), a = at(id);
        t[a] = 8 + 0.25 * i, mu_e[a] = 140 + j, mu_nu[a] = 90 + 2 * k;
        b[a + n] = 1e11 * j, b[a + 2 * n] = 1e12 + 1e11 * i, curl[a + n] = 0.5f * j, curl[a + 2 * n] = 1000.0f + i;
        for (int c = 0; c < 3; c++) area[a + c * n] = 1e10 * (id + 1) / (1 << c);
    }
    ck_open_args args{};
    args.struct_size = sizeof args, args.config = argc > 1 ? argv[1] : nullptr;
    ck_coupling *coupling;
    check(ck_open(&args, &coupling));
    for (int step = 0, codes[2]; step < 2; step++) {
        check(ck_begin(coupling, step, 1e-3 * step, 1e-3));
        std::thread other(evaluate, coupling, 1, &codes[1]);
        evaluate(coupling, 0, &codes[0]);
        other.join();
        check(codes[0] == CK_OK ? codes[1] : codes[0]);
        check(ck_commit(coupling));
    }
    ck_recoil_t r{};
    r.struct_size = sizeof r;
    check(ck_recoil(coupling, &r));
    std::uint64_t word = 0;
    for (int id = 0; id < n; id++) word = (word << 1 | word >> 63) ^ bits(flux[at(id)]) ^ bits(flux[at(id) + n]) ^ bits(flux[at(id) + 2 * n]);
    std::printf("momentum %016" PRIX64 " %016" PRIX64 " %016" PRIX64 "\n", bits(r.momentum[0]), bits(r.momentum[1]), bits(r.momentum[2]));
    std::printf("escaped %016" PRIX64 " %016" PRIX64 "\nflux %016" PRIX64 "\nsteps %" PRId64 "\n", bits(r.number), bits(r.energy), word, r.steps);
    check(ck_close(coupling));
}
