/*
 * A host's units of field and number: what it may say, what the log makes of it, and how fluxes that do not fit into single precision are
 * brought to fit. With the real library and with the stub ("units stub REPLAY": no physics, one flux of 1e39 in every output). Prints "ok".
 */
#include "zones.h"

#include <math.h>
#include <stdbool.h>

static char logged[1 << 14];

static void keep(int level, const char *message, void *context) {
    (void)context;
    if (level != CK_LOG_INFO || strlen(logged) + strlen(message) + 2 > sizeof logged) return;
    strcat(logged, message);
    strcat(logged, "\n");
}

static void units_are_positive(void) {
    ck_coupling *coupling;
    ck_open_args args = {.struct_size = sizeof args, .field_gauss = -1e15};
    CHECK_FAILS(ck_open(&args, &coupling), CK_EARG, "unit of field_gauss is -1e+15; must be finite and > 0, or 0 for the default");
    args = (ck_open_args){.struct_size = sizeof args, .field_gauss = NAN};
    CHECK_FAILS(ck_open(&args, &coupling), CK_EARG, "unit of field_gauss is nan");
    args = (ck_open_args){.struct_size = sizeof args, .count = INFINITY};
    CHECK_FAILS(ck_open(&args, &coupling), CK_EARG, "unit of count is inf; must be finite and > 0, or 0 for the default");
}

/* One zone, with a flux in single precision; the code of ck_evaluate. */
static int evaluate_single(ck_coupling *coupling, int number, int components, float single[3]) {
    const int fields[] = {CK_TEMPERATURE, CK_ELECTRON_CHEMICAL_POTENTIAL, CK_NEUTRINO_CHEMICAL_POTENTIAL, CK_MAGNETIC_FIELD, CK_VORTICITY, number};
    const ck_view views[] = {column(t, 0, 1),    column(mu_e, 0, 1),    column(mu_nu, 0, 1),
                             column(b[0], 0, 1), column(curl[0], 0, 1), {single, CK_F32, components, {1}, {4}, 4, 0, {0}}};
    return ck_evaluate(coupling, 0, 1, 6, fields, views, NULL);
}

static void advice_names_the_unit_that_helps(const char *config) {
    static const struct {
        int field, components;
        const char *advice;
    } cases[] = {
        {CK_LEPTON_FLUX, 3, "lepton_flux exceeds single precision (3.4e38) in these units; give a CK_F64 view, or a larger ck_open_args.count, such as 1e50"},
        {CK_NEUTRINO_FLUX, 3, "or a larger ck_open_args.count, such as 1e50"},
        {CK_AXIAL_SOURCE, 1, "or a larger ck_open_args.count, such as 1e50"},
        {CK_NEUTRINO_ENERGY_FLUX, 3, "or a larger ck_open_args.mass_g, in which densities and energies are, too"},
        {CK_NEUTRINO_MOMENTUM_SOURCE, 3, "or a larger ck_open_args.mass_g"},
        {CK_CHIRAL_CURRENT, 3, "or a larger ck_open_args.field_gauss, in which the fields are, too"},
        {CK_CHIRAL_INVERSE_LENGTH, 1, "or a smaller ck_open_args.length_cm, in which all lengths are"},
        {CK_SPIN_FLIP_RATE, 1, "or a smaller ck_open_args.time_s, in which all times are"},
    };
    float single[3];
    ck_coupling *coupling = open_or_exit(config, 1);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        CHECK(ck_begin(coupling, (int64_t)i, 0, 1e-3) == CK_OK);
        CHECK_FAILS(evaluate_single(coupling, cases[i].field, cases[i].components, single), CK_EFIELD, cases[i].advice);
        CHECK(ck_rollback(coupling) == CK_OK);
    }
    CHECK(ck_close(coupling) == CK_OK);
}

/* The field of zone 0 in gauss, whatever the other units; the number flux in counts, in single precision. */
static void a_host_in_code_units_says_its_field_and_its_count(void) {
    static const double gauss = 0x1p50, count = 0x1p160;
    double cgs[3], code[3];
    ck_coupling *plain = open_or_exit(NULL, 1), *coupling;
    ck_view view[FIELDS];
    for (int i = 0; i < 3; i++) b[i][0] = gauss * (i + 1);
    views_of(0, 1, view);
    view[6].base = cgs;
    view[6].component_stride = 8;
    CHECK(ck_begin(plain, 1, 0, 1) == CK_OK && ck_evaluate(plain, 0, 1, FIELDS, field, view, NULL) == CK_OK && ck_commit(plain) == CK_OK);
    for (int i = 0; i < 3; i++) b[i][0] /= gauss;
    ck_open_args args = {.struct_size = sizeof args, .mass_g = 0x1p100, .field_gauss = gauss, .count = count, .field_system = CK_HEAVISIDE_LORENTZ};
    CHECK(ck_open(&args, &coupling) == CK_OK);
    view[6].base = code;
    CHECK(ck_begin(coupling, 1, 0, 1) == CK_OK && ck_evaluate(coupling, 0, 1, FIELDS, field, view, NULL) == CK_OK && ck_commit(coupling) == CK_OK);
    for (int i = 0; i < 3; i++) CHECK(code[i] == cgs[i] / count && cgs[2] != 0);
    ck_recoil_t recoil = recoil_of(coupling);
    CHECK(same_recoil(recoil, recoil_of(plain)) && recoil.momentum[2] != 0); /* in cgs whatever the units, number too */
    float single[3];
    CHECK(ck_begin(plain, 2, 0, 1) == CK_OK && ck_begin(coupling, 2, 0, 1) == CK_OK);
    CHECK(evaluate_single(coupling, CK_NEUTRINO_FLUX, 3, single) == CK_OK);
    for (int i = 0; i < 3; i++) CHECK(single[i] == (float)(cgs[i] / count) && fabs(cgs[2]) > 3.5e38);
    for (int i = 0; i < 3; i++) b[i][0] *= gauss;
    CHECK_FAILS(evaluate_single(plain, CK_NEUTRINO_FLUX, 3, single), CK_EFIELD, "neutrino_flux exceeds single precision");
    CHECK(ck_close(coupling) == CK_OK && ck_close(plain) == CK_OK);
}

static void the_log_names_each_unit(void) {
    static const char *const lines[] = {"unit of mass is 1.98892e33 g\n",         "unit of count is 1e50 particles\n",  "unit of magnetic field is 1e15 G\n",
                                        "unit of density is 6.17647e17 g/cm^3\n", "unit of number density is ",         "unit of number flux is 9.30995e44 1/(cm^2 s)\n",
                                        "unit of energy flux is ",                "unit of velocity is 2.99795e10 cm/s\n"};
    ck_open_args args = {.struct_size = sizeof args, .mass_g = 1.98892e33, .length_cm = 147670, .time_s = 4.9257e-6, .field_gauss = 1e15,
                         .count = 1e50, .log = keep};
    ck_coupling *coupling;
    CHECK(ck_open(&args, &coupling) == CK_OK && ck_close(coupling) == CK_OK);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        bool there = strstr(logged, lines[i]) != NULL;
        if (!there) fprintf(stderr, "not logged: %s", lines[i]);
        CHECK(there);
    }
}

int main(int argc, char **argv) {
    bool stub = argc > 2 && strcmp(argv[1], "stub") == 0;
    char config[1024] = "";
    if (stub) snprintf(config, sizeof config, "{\"replay\": \"%s\"}", argv[2]);
    fill_zones();
    units_are_positive();
    if (stub) advice_names_the_unit_that_helps(config);
    if (!stub) a_host_in_code_units_says_its_field_and_its_count();
    if (!stub) the_log_names_each_unit();
    if (check_failures == 0) printf("ok\n");
    return check_failures != 0;
}
