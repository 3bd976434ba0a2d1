// The host of host.c in C++: one array per component, x running backwards, two blocks evaluated by two threads.
#include <chiralkick.h>

#include <cinttypes>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <thread>
#include <vector>

constexpr int nx = 6, ny = 5, nz = 4, n = nx * ny * nz;

static void check(int code) {
    if (code < 0) throw std::runtime_error(ck_last_error(nullptr));
}

static std::uint64_t bits(double value) {
    std::uint64_t word;
    std::memcpy(&word, &value, sizeof word);
    return word;
}

struct State {
    std::vector<double> t = std::vector<double>(n), mu_e = t, mu_nu = t, b = std::vector<double>(3 * n), area = b, flux = b;
    std::vector<float> curl = std::vector<float>(3 * n);
};

template <class T> static ck_view view(std::vector<T> &column, int k) { // layers k and k + 1, last zone of a row first in memory
    std::int64_t s = sizeof(T);
    return {&column[nx * ny * k + nx - 1], sizeof(T), 0, {nx, ny, 2, 1}, {-s, nx * s, nx * ny * s, 0}, n * s};
}

int main(int argc, char **argv) try {
    State s;
    for (int id = 0; id < n; id++) {
        int i = id % nx, j = id / nx % ny, k = id / (nx * ny), at = id - i + (nx - 1 - i);
        s.t[at] = 8 + 0.25 * i, s.mu_e[at] = 140 + j, s.mu_nu[at] = 90 + 2 * k;
        s.b[at + n] = 1e11 * j, s.b[at + 2 * n] = 1e12 + 1e11 * i, s.curl[at + n] = 0.5f * j, s.curl[at + 2 * n] = 1000.0f + i;
        for (int c = 0; c < 3; c++) s.area[at + c * n] = 1e10 * (id + 1) / (1 << c);
    }
    ck_open_args args{};
    args.struct_size = sizeof args, args.config = argc > 1 ? argv[1] : nullptr;
    ck_coupling *coupling;
    check(ck_open(&args, &coupling));
    const int field[] = {CK_TEMPERATURE, CK_ELECTRON_CHEMICAL_POTENTIAL, CK_NEUTRINO_CHEMICAL_POTENTIAL, CK_MAGNETIC_FIELD,
                         CK_VORTICITY,   CK_SURFACE_ELEMENT,             CK_NEUTRINO_FLUX};
    int codes[2] = {CK_OK, CK_OK};
    auto block = [&](int b) {
        ck_view views[] = {view(s.t, 2 * b),    view(s.mu_e, 2 * b), view(s.mu_nu, 2 * b), view(s.b, 2 * b),
                           view(s.curl, 2 * b), view(s.area, 2 * b), view(s.flux, 2 * b)};
        for (int stage = 0; stage < 2 && codes[b] == CK_OK; stage++) codes[b] = ck_evaluate(coupling, b, 0.5, 7, field, views, nullptr);
    };
    for (int step = 0; step < 2; step++) {
        check(ck_begin(coupling, step, 1e-3 * step, 1e-3));
        std::thread other(block, 1);
        block(0);
        other.join();
        if (codes[0] < 0 || codes[1] < 0) throw std::runtime_error(ck_last_error(coupling));
        check(ck_commit(coupling));
    }
    ck_recoil_t r{};
    r.struct_size = sizeof r;
    check(ck_recoil(coupling, &r));
    std::uint64_t flux = 0;
    for (int id = 0; id < n; id++) {
        int at = id - id % nx + (nx - 1 - id % nx);
        flux = (flux << 1 | flux >> 63) ^ bits(s.flux[at]) ^ bits(s.flux[at + n]) ^ bits(s.flux[at + 2 * n]);
    }
    std::printf("momentum %016" PRIX64 " %016" PRIX64 " %016" PRIX64 "\n", bits(r.momentum[0]), bits(r.momentum[1]), bits(r.momentum[2]));
    std::printf("escaped %016" PRIX64 " %016" PRIX64 "\nflux %016" PRIX64 "\nsteps %" PRId64 "\n", bits(r.number), bits(r.energy), flux, r.steps);
    check(ck_close(coupling));
} catch (const std::exception &error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
