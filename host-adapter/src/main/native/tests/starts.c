/* One start: prints what the library logs, what ck_open gave, and the bits of one step's recoil. */
#include <chiralkick.h>
#include <stdio.h>

static void print(int level, const char *message, void *context) {
    (void)context;
    printf("log %d %s\n", level, message);
}

int main(void) {
    enum { N = 100 };
    static double t[N], mu[N], b[3][N], area[3][N], flux[3][N];
    for (int i = 0; i < N; i++) t[i] = 8 + i % 7, mu[i] = 90 + i, b[2][i] = 1e12, area[2][i] = 1e6 * (i + 1);
    double *const column[] = {t, mu, mu, b[0], area[0], flux[0]};
    const int field[] = {CK_TEMPERATURE,    CK_ELECTRON_CHEMICAL_POTENTIAL, CK_NEUTRINO_CHEMICAL_POTENTIAL,
                         CK_MAGNETIC_FIELD, CK_SURFACE_ELEMENT,             CK_NEUTRINO_FLUX};
    ck_view view[6];
    for (int i = 0; i < 6; i++) view[i] = (ck_view){column[i], CK_F64, 0, {N}, {8}, 8 * N, 0, {0}};
    ck_open_args args = {.struct_size = sizeof args, .log = print};
    ck_coupling *coupling;
    int code = ck_open(&args, &coupling);
    printf("%s: %s\n", ck_error_name(code), ck_last_error(NULL));
    if (code != CK_OK) return 0;
    ck_recoil_t recoil = {.struct_size = sizeof recoil};
    code = ck_begin(coupling, 0, 0, 1e-3);
    if (code == CK_OK) code = ck_evaluate(coupling, 0, 1, 6, field, view, NULL);
    if (code == CK_OK) code = ck_commit(coupling);
    if (code == CK_OK) code = ck_recoil(coupling, &recoil);
    printf("momentum %a %a %a\n", recoil.momentum[0], recoil.momentum[1], recoil.momentum[2]);
    return code == CK_OK ? 0 : 1;
}
