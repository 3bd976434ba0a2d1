// The host of host.c in C++: one array per component, x running backwards, two blocks evaluated by two threads.
#include <chiralkick.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

constexpr int nx = 6, ny = 5, nz = 4, n = nx * ny * nz;
static std::vector<double> t(n), mu_e(n), mu_nu(n), b(3 * n), area(3 * n), flux(3 * n);
static std::vector<float> curl(3 * n);

static int at(int id) { return id - id % nx + (nx - 1 - id % nx); } // the last zone of a row comes first in memory

static void check(int code) { if (code != CK_OK) std::exit((std::fprintf(stderr, "%s\n", ck_last_error(nullptr)), 1)); }

template <class T, std::int64_t s = sizeof(T)> static ck_view view(std::vector<T> &values, int block) { // two layers of z
    return {&values[at(2 * block * nx * ny)], s, 0, {nx, ny, 2, 1}, {-s, nx * s, nx * ny * s, 0}, n * s, 0, {0, 0}};
}

static void evaluate(ck_coupling *coupling, int block, int *code) {
    const int field[] = {CK_TEMPERATURE, CK_ELECTRON_CHEMICAL_POTENTIAL, CK_NEUTRINO_CHEMICAL_POTENTIAL, CK_MAGNETIC_FIELD, CK_VORTICITY,
                         CK_SURFACE_ELEMENT, CK_NEUTRINO_FLUX};
    const ck_view views[] = {view(t, block),    view(mu_e, block), view(mu_nu, block), view(b, block),
                             view(curl, block), view(area, block), view(flux, block)};
    for (int stage = 0; stage < 2 && *code == CK_OK; stage++) *code = ck_evaluate(coupling, block, 0.5, 7, field, views, nullptr);
}

static bool with_bits;

static unsigned long long bits(double value) { unsigned long long word; return std::memcpy(&word, &value, sizeof word), word; }

static void print(const char *what, double value, const std::string &unit) {
    if (with_bits) std::printf("%s %016llX %s\n", what, bits(value), unit.c_str());
    else std::printf("%s %.2e %s\n", what, value, unit.c_str());
}

int main(int argc, char **argv) {
    ck_open_args args{};
    args.struct_size = sizeof args;
    for (int i = 1; i < argc; i++) std::strcmp(argv[i], "--bits") ? void(args.config = argv[i]) : void(with_bits = true); // for the tests
    for (int id = 0; id < n; id++) {
        int i = id % nx, j = id / nx % ny, k = id / (nx * ny), a = at(id);
        t[a] = 8 + 0.25 * i, mu_e[a] = 140 + j, mu_nu[a] = 90 + 2 * k;
        b[a] = 1e12 + 1e11 * i, b[a + n] = 1e11 * j, curl[a] = 1000.0f + i, curl[a + n] = 0.5f * j;
        for (int c = 0; c < 3; c++) area[a + c * n] = 1e10 * (id + 1) / (1 << c);
    }
    ck_coupling *coupling;
    check(ck_open(&args, &coupling));
    for (int step = 0, codes[2] = {CK_OK, CK_OK}; step < 2; step++) {
        check(ck_begin(coupling, step, 1e-3 * step, 1e-3));
        std::thread other(evaluate, coupling, 1, &codes[1]);
        evaluate(coupling, 0, &codes[0]);
        other.join();
        check(codes[0] == CK_OK ? codes[1] : codes[0]);
        check(ck_commit(coupling));
    }
    ck_recoil_t recoil{sizeof recoil, {}, {}, 0, 0, 0};
    check(ck_recoil(coupling, &recoil));
    for (int c = 0; c < 3; c++) print("momentum", recoil.momentum[c], std::string("g cm/s along ") + "xyz"[c]);
    print("escaped", recoil.number, "neutrinos"), print("escaped", recoil.energy, "erg");
    print("flux", flux[at(n - 1)], "neutrinos/(cm^2 s) along x in the last zone");
    unsigned long long all = 0; // of every bit of every zone's flux
    for (int id = 0; id < n; id++) all = (all << 1 | all >> 63) ^ bits(flux[at(id)]) ^ bits(flux[at(id) + n]) ^ bits(flux[at(id) + 2 * n]);
    if (with_bits) std::printf("fluxes %016llX\n", all);
    std::printf("steps %lld\n", static_cast<long long>(recoil.steps));
    check(ck_close(coupling));
}
