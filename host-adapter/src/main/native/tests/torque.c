/*
 * 10,000 zones with positions, in one block: twenty pieces, three chunks, two threads. Prints the bits of momentum and torque; the host
 * of NativeHostsIT in Java has the same zones.
 */
#include <chiralkick.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { N = 10000 };
static double t[N], mu_e[N], mu_nu[N], b[3][N], curl[3][N], area[3][N], position[3][N];

static void print(const char *name, const double vector[3]) {
    uint64_t bits[3];
    memcpy(bits, vector, sizeof bits);
    printf("%s %016" PRIX64 " %016" PRIX64 " %016" PRIX64 "\n", name, bits[0], bits[1], bits[2]);
}

int main(void) {
    for (int i = 0; i < N; i++) {
        t[i] = 8 + i % 7, mu_e[i] = 140 + i % 11, mu_nu[i] = 90 + i % 5;
        b[0][i] = 1e9 * (i % 13), b[2][i] = 1e12 + 1e8 * i, curl[2][i] = 1000 - i % 17;
        for (int c = 0; c < 3; c++) area[c][i] = 1e6 * (i + 1) / (c + 1);
        position[0][i] = 1e5 * (i % 101 - 50), position[1][i] = 1e5 * (i % 89 - 44), position[2][i] = 1e5 * (i % 97 - 48);
    }
    double *const column[] = {t, mu_e, mu_nu, b[0], curl[0], area[0], position[0]};
    const int field[] = {CK_TEMPERATURE, CK_ELECTRON_CHEMICAL_POTENTIAL, CK_NEUTRINO_CHEMICAL_POTENTIAL, CK_MAGNETIC_FIELD,
                         CK_VORTICITY,   CK_SURFACE_ELEMENT,             CK_POSITION};
    ck_view view[7];
    for (int i = 0; i < 7; i++) view[i] = (ck_view){column[i], CK_F64, 0, {N}, {8}, 8 * N, 0, {0}};
    ck_open_args args = {.struct_size = sizeof args, .threads = 2};
    ck_coupling *coupling;
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    int code = ck_open(&args, &coupling);
    if (code == CK_OK) code = ck_begin(coupling, 1, 0, 1e-3);
    if (code == CK_OK) code = ck_evaluate(coupling, 0, 1, 7, field, view, NULL);
    if (code == CK_OK) code = ck_commit(coupling);
    if (code == CK_OK) code = ck_recoil(coupling, &recoil);
    if (code != CK_OK) return fprintf(stderr, "%s: %s\n", ck_error_name(code), ck_last_error(NULL)), 1;
    print("momentum", recoil.momentum);
    print("torque", recoil.torque);
    return ck_close(coupling) == CK_OK ? 0 : 1;
}
