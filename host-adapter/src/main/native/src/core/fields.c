/* The table of fields. A test compares it with the enums ZoneField and FluxField of org.chiralkick.source. */
#include "fields.h"

#include "errors.h"

#include <string.h>

static const ckp_field FIELDS[CKP_ZONE_FIELDS + CKP_FLUX_FIELDS] = {
    {CK_TEMPERATURE, 1, 0, "temperature"},
    {CK_ELECTRON_CHEMICAL_POTENTIAL, 1, 1, "electron_chemical_potential"},
    {CK_NEUTRINO_CHEMICAL_POTENTIAL, 1, 2, "neutrino_chemical_potential"},
    {CK_AXIAL_CHEMICAL_POTENTIAL, 1, 3, "axial_chemical_potential"},
    {CK_DENSITY, 1, 4, "density"},
    {CK_ELECTRON_FRACTION, 1, 5, "electron_fraction"},
    {CK_NEUTRINO_FRACTION, 1, 6, "neutrino_fraction"},
    {CK_PROTON_CHEMICAL_POTENTIAL, 1, 7, "proton_chemical_potential"},
    {CK_NEUTRON_CHEMICAL_POTENTIAL, 1, 8, "neutron_chemical_potential"},
    {CK_MAGNETIC_FIELD, 3, 9, "magnetic_field"},
    {CK_VORTICITY, 3, 12, "vorticity"},
    {CK_VELOCITY, 3, 15, "velocity"},
    {CK_POSITION, 3, 18, "position"},
    {CK_VOLUME, 1, 21, "volume"},
    {CK_SURFACE_ELEMENT, 3, 22, "surface_element"},
    {CK_GRADIENT_LENGTH, 1, 25, "gradient_length"},
    {CK_MEAN_FREE_PATH, 1, 26, "mean_free_path"},
    {CK_NEUTRINO_ENERGY_DENSITY, 1, 27, "neutrino_energy_density"},
    {CK_SCATTERING_OPACITY, 1, 28, "scattering_opacity"},
    {CK_ABSORPTION_OPACITY, 1, 29, "absorption_opacity"},
    {CK_UP_QUARK_CHEMICAL_POTENTIAL, 1, 30, "up_quark_chemical_potential"},
    {CK_DOWN_QUARK_CHEMICAL_POTENTIAL, 1, 31, "down_quark_chemical_potential"},
    {CK_ELECTRIC_FIELD, 3, 32, "electric_field"},
    {CK_MAGNETIC_DIFFUSIVITY, 1, 35, "magnetic_diffusivity"},
    {CK_LAPSE, 1, 36, "lapse"},
    {CK_LEPTON_FLUX, 3, 37, "lepton_flux"},
    {CK_AXIAL_FLUX, 3, 40, "axial_flux"},
    {CK_NEUTRINO_FLUX, 3, 43, "neutrino_flux"},
    {CK_NEUTRINO_ENERGY_FLUX, 3, 46, "neutrino_energy_flux"},
    {CK_NEUTRINO_MOMENTUM_SOURCE, 3, 49, "neutrino_momentum_source"},
    {CK_CHIRAL_CURRENT, 3, 52, "chiral_current"},
    {CK_CHIRAL_INVERSE_LENGTH, 1, 55, "chiral_inverse_length"},
    {CK_AXIAL_SOURCE, 1, 56, "axial_source"},
    {CK_LARGEST_STABLE_RATE, 1, 57, "largest_stable_rate"},
};

static const ckp_field MASK = {CK_MASK, 1, -1, "mask"};
static const ckp_field FLAGS = {CK_FLAGS, 1, -1, "flags"};

const ckp_field *ckp_field_at(int index) { return &FIELDS[index]; }

const ckp_field *ckp_field_of(int number) {
    if (number >= 1 && number <= CKP_ZONE_FIELDS) return &FIELDS[number - 1];
    if (number > 100 && number <= 100 + CKP_FLUX_FIELDS) return &FIELDS[CKP_ZONE_FIELDS + number - 101];
    if (number == CK_MASK) return &MASK;
    if (number == CK_FLAGS) return &FLAGS;
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

int ck_field_number(const char *name) {
    if (!name) return ckp_fail(CK_EARG, "name of a field is null");
    for (int i = 0; i < CKP_ZONE_FIELDS + CKP_FLUX_FIELDS; i++) {
        if (strcmp(name, FIELDS[i].name) == 0) return FIELDS[i].number;
    }
    if (strcmp(name, MASK.name) == 0) return CK_MASK;
    if (strcmp(name, FLAGS.name) == 0) return CK_FLAGS;
    return ckp_fail(CK_EFIELD, "there is no field with the name %.80s", name);
}
