/* The table of fields. A test compares it with the enums ZoneField and FluxField of org.chiralkick.source, and EscapedField. */
#include "fields.h"

#include "errors.h"
#include "nearest.h"

#include <string.h>

static const ckp_field FIELDS[CKP_ZONE_FIELDS + CKP_FLUX_FIELDS] = {
    {CK_TEMPERATURE, 1, 0, "temperature", false},
    {CK_ELECTRON_CHEMICAL_POTENTIAL, 1, 1, "electron_chemical_potential", false},
    {CK_NEUTRINO_CHEMICAL_POTENTIAL, 1, 2, "neutrino_chemical_potential", false},
    {CK_AXIAL_CHEMICAL_POTENTIAL, 1, 3, "axial_chemical_potential", false},
    {CK_DENSITY, 1, 4, "density", false},
    {CK_ELECTRON_FRACTION, 1, 5, "electron_fraction", false},
    {CK_NEUTRINO_FRACTION, 1, 6, "neutrino_fraction", false},
    {CK_PROTON_CHEMICAL_POTENTIAL, 1, 7, "proton_chemical_potential", false},
    {CK_NEUTRON_CHEMICAL_POTENTIAL, 1, 8, "neutron_chemical_potential", false},
    {CK_MAGNETIC_FIELD, 3, 9, "magnetic_field", false},
    {CK_VORTICITY, 3, 12, "vorticity", false},
    {CK_VELOCITY, 3, 15, "velocity", false},
    {CK_POSITION, 3, 18, "position", false},
    {CK_VOLUME, 1, 21, "volume", false},
    {CK_SURFACE_ELEMENT, 3, 22, "surface_element", false},
    {CK_GRADIENT_LENGTH, 1, 25, "gradient_length", false},
    {CK_MEAN_FREE_PATH, 1, 26, "mean_free_path", false},
    {CK_NEUTRINO_ENERGY_DENSITY, 1, 27, "neutrino_energy_density", false},
    {CK_SCATTERING_OPACITY, 1, 28, "scattering_opacity", false},
    {CK_ABSORPTION_OPACITY, 1, 29, "absorption_opacity", false},
    {CK_UP_QUARK_CHEMICAL_POTENTIAL, 1, 30, "up_quark_chemical_potential", false},
    {CK_DOWN_QUARK_CHEMICAL_POTENTIAL, 1, 31, "down_quark_chemical_potential", false},
    {CK_ELECTRIC_FIELD, 3, 32, "electric_field", false},
    {CK_MAGNETIC_DIFFUSIVITY, 1, 35, "magnetic_diffusivity", false},
    {CK_LAPSE, 1, 36, "lapse", false},
    {CK_MAGNETIC_FIELD_CURL, 3, 37, "magnetic_field_curl", false},
    {CK_ANTINEUTRINO_ENERGY_DENSITY, 1, 40, "antineutrino_energy_density", false},
    {CK_ANTINEUTRINO_SCATTERING_OPACITY, 1, 41, "antineutrino_scattering_opacity", false},
    {CK_ANTINEUTRINO_ABSORPTION_OPACITY, 1, 42, "antineutrino_absorption_opacity", false},
    {CK_NU_E_GROUP_ENERGY_DENSITY, 1, 0, "nu_e_group_energy_density", true},
    {CK_ANTI_NU_E_GROUP_ENERGY_DENSITY, 1, 1, "anti_nu_e_group_energy_density", true},
    {CK_NU_X_GROUP_ENERGY_DENSITY, 1, 2, "nu_x_group_energy_density", true},
    {CK_NU_E_GROUP_ABSORPTION_OPACITY, 1, 3, "nu_e_group_absorption_opacity", true},
    {CK_ANTI_NU_E_GROUP_ABSORPTION_OPACITY, 1, 4, "anti_nu_e_group_absorption_opacity", true},
    {CK_NU_X_GROUP_ABSORPTION_OPACITY, 1, 5, "nu_x_group_absorption_opacity", true},
    {CK_NU_E_GROUP_SCATTERING_OPACITY, 1, 6, "nu_e_group_scattering_opacity", true},
    {CK_ANTI_NU_E_GROUP_SCATTERING_OPACITY, 1, 7, "anti_nu_e_group_scattering_opacity", true},
    {CK_NU_X_GROUP_SCATTERING_OPACITY, 1, 8, "nu_x_group_scattering_opacity", true},
    {CK_LEPTON_FLUX, 3, 43, "lepton_flux", false},
    {CK_AXIAL_FLUX, 3, 46, "axial_flux", false},
    {CK_NEUTRINO_FLUX, 3, 49, "neutrino_flux", false},
    {CK_NEUTRINO_ENERGY_FLUX, 3, 52, "neutrino_energy_flux", false},
    {CK_NEUTRINO_MOMENTUM_SOURCE, 3, 55, "neutrino_momentum_source", false},
    {CK_CHIRAL_CURRENT, 3, 58, "chiral_current", false},
    {CK_CHIRAL_INVERSE_LENGTH, 1, 61, "chiral_inverse_length", false},
    {CK_AXIAL_SOURCE, 1, 62, "axial_source", false},
    {CK_LARGEST_STABLE_RATE, 1, 63, "largest_stable_rate", false},
    {CK_SPIN_FLIP_RATE, 1, 64, "spin_flip_rate", false},
    {CK_NU_E_GROUP_NUMBER_FLUX, 3, 9, "nu_e_group_number_flux", true},
    {CK_ANTI_NU_E_GROUP_NUMBER_FLUX, 3, 12, "anti_nu_e_group_number_flux", true},
    {CK_NU_X_GROUP_NUMBER_FLUX, 3, 15, "nu_x_group_number_flux", true},
    {CK_NU_E_GROUP_ENERGY_FLUX, 3, 18, "nu_e_group_energy_flux", true},
    {CK_ANTI_NU_E_GROUP_ENERGY_FLUX, 3, 21, "anti_nu_e_group_energy_flux", true},
    {CK_NU_X_GROUP_ENERGY_FLUX, 3, 24, "nu_x_group_energy_flux", true},
    {CK_ESCAPED_NUMBER, 1, 65, "escaped_number", false},
    {CK_ESCAPED_ENERGY, 1, 66, "escaped_energy", false},
    {CK_ESCAPED_MOMENTUM, 3, 67, "escaped_momentum", false},
};

static const ckp_field MASK = {CK_MASK, 1, -1, "mask", false};
static const ckp_field FLAGS = {CK_FLAGS, 1, -1, "flags", false};

const ckp_field *ckp_field_at(int index) { return &FIELDS[index]; }

/* Numbers that follow each other in the table. */
static const struct {
    int first, count, index;
} RUNS[] = {{CK_TEMPERATURE, 29, 0},           {CK_NU_E_GROUP_ENERGY_DENSITY, 9, 29}, {CK_LEPTON_FLUX, 10, 38},
               {CK_NU_E_GROUP_NUMBER_FLUX, 6, 48}, {CK_ESCAPED_NUMBER, 3, 54}};

const ckp_field *ckp_field_of(int number) {
    for (size_t r = 0; r < sizeof RUNS / sizeof RUNS[0]; r++) {
        if (number >= RUNS[r].first && number < RUNS[r].first + RUNS[r].count) return &FIELDS[RUNS[r].index + number - RUNS[r].first];
    }
    if (number == CK_MASK) return &MASK;
    if (number == CK_FLAGS) return &FLAGS;
    return NULL;
}

int ckp_index_of(const ckp_field *field) { return (int)(field - FIELDS); }

int ckp_column_of(const ckp_field *field, int axis, int group) {
    return (field->per_group ? ckp_columns(group) : 0) + field->column + axis;
}

const ckp_field *ckp_field_in(int column, int *axis, int *group) {
    bool per_group = column >= CKP_COLUMNS;
    *group = per_group ? (column - CKP_COLUMNS) / CKP_GROUP_COLUMNS : 0;
    int place = per_group ? (column - CKP_COLUMNS) % CKP_GROUP_COLUMNS : column;
    for (const ckp_field *field = FIELDS; field < FIELDS + CKP_ZONE_FIELDS + CKP_FLUX_FIELDS; field++) {
        *axis = place - field->column;
        if (field->per_group == per_group && *axis >= 0 && *axis < field->components) return field;
    }
    return NULL;
}

const char *ck_field_name(int number) {
    const ckp_field *field = ckp_field_of(number);
    return field ? field->name : NULL;
}

int ck_field_components(int number) {
    const ckp_field *field = ckp_field_of(number);
    if (!field) return ckp_fail(CK_EFIELD, "there is no field with the number %d", number);
    return field->components;
}

int ck_field_per_group(int number) {
    const ckp_field *field = ckp_field_of(number);
    if (!field) return ckp_fail(CK_EFIELD, "there is no field with the number %d", number);
    return field->per_group;
}

int ck_field_number(const char *name) {
    if (!name) return ckp_fail(CK_EARG, "name of a field is null");
    for (int i = 0; i < CKP_ZONE_FIELDS + CKP_FLUX_FIELDS; i++) {
        if (strcmp(name, FIELDS[i].name) == 0) return FIELDS[i].number;
    }
    if (strcmp(name, MASK.name) == 0) return CK_MASK;
    if (strcmp(name, FLAGS.name) == 0) return CK_FLAGS;
    const char *near = ckp_nearer(name, FLAGS.name, ckp_nearer(name, MASK.name, NULL));
    for (int i = 0; i < CKP_ZONE_FIELDS + CKP_FLUX_FIELDS; i++) near = ckp_nearer(name, FIELDS[i].name, near);
    return ckp_fail(CK_EFIELD, "there is no field with the name %s%s%s%s", name, near ? " (did you mean " : "", near ? near : "", near ? "?)" : "");
}
