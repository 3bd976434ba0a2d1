"""Constants of chiralkick.h without their prefix; a test compares them with the header."""

ABI_VERSION = 1000
OK = 0
RETRY = 1
EARG = -1
ESTATE = -2
EFIELD = -3
ESOURCE = -4
EINTERNAL = -5
TEMPERATURE = 1
ELECTRON_CHEMICAL_POTENTIAL = 2
NEUTRINO_CHEMICAL_POTENTIAL = 3
AXIAL_CHEMICAL_POTENTIAL = 4
DENSITY = 5
ELECTRON_FRACTION = 6
NEUTRINO_FRACTION = 7
PROTON_CHEMICAL_POTENTIAL = 8
NEUTRON_CHEMICAL_POTENTIAL = 9
MAGNETIC_FIELD = 10
VORTICITY = 11
VELOCITY = 12
POSITION = 13
VOLUME = 14
SURFACE_ELEMENT = 15
GRADIENT_LENGTH = 16
MEAN_FREE_PATH = 17
NEUTRINO_ENERGY_DENSITY = 18
SCATTERING_OPACITY = 19
ABSORPTION_OPACITY = 20
UP_QUARK_CHEMICAL_POTENTIAL = 21
DOWN_QUARK_CHEMICAL_POTENTIAL = 22
ELECTRIC_FIELD = 23
MAGNETIC_DIFFUSIVITY = 24
LAPSE = 25
LEPTON_FLUX = 101
AXIAL_FLUX = 102
NEUTRINO_FLUX = 103
NEUTRINO_ENERGY_FLUX = 104
NEUTRINO_MOMENTUM_SOURCE = 105
CHIRAL_CURRENT = 106
CHIRAL_INVERSE_LENGTH = 107
AXIAL_SOURCE = 108
LARGEST_STABLE_RATE = 109
MASK = 200
FLAGS = 201
FLAG_INPUT = 1
FLAG_KNUDSEN = 2
FLAG_FLUX_ABOVE_AVAILABLE = 4
FLAG_NEUTRINO_DENSITY_NEGATIVE = 8
FLAG_NEUTRINOS_DECOUPLED = 16
FLAG_LOWEST_LANDAU_LEVEL = 32
FLAG_SHARE_UNDEFINED = 64
FLAG_MOMENTUM_UNDEFINED = 128
FLAG_THERMAL_BUDGET = 256
F64 = 8
F32 = 4
I64 = 64
U8 = 1
GAUSSIAN = 0
HEAVISIDE_LORENTZ = 1
LOG_DEBUG = 0
LOG_INFO = 1
LOG_WARNING = 2
LOG_ERROR = 3

# Field names as arguments of Coupling.evaluate.
NUMBERS = {
    "temperature": TEMPERATURE,
    "electron_chemical_potential": ELECTRON_CHEMICAL_POTENTIAL,
    "neutrino_chemical_potential": NEUTRINO_CHEMICAL_POTENTIAL,
    "axial_chemical_potential": AXIAL_CHEMICAL_POTENTIAL,
    "density": DENSITY,
    "electron_fraction": ELECTRON_FRACTION,
    "neutrino_fraction": NEUTRINO_FRACTION,
    "proton_chemical_potential": PROTON_CHEMICAL_POTENTIAL,
    "neutron_chemical_potential": NEUTRON_CHEMICAL_POTENTIAL,
    "magnetic_field": MAGNETIC_FIELD,
    "vorticity": VORTICITY,
    "velocity": VELOCITY,
    "position": POSITION,
    "volume": VOLUME,
    "surface_element": SURFACE_ELEMENT,
    "gradient_length": GRADIENT_LENGTH,
    "mean_free_path": MEAN_FREE_PATH,
    "neutrino_energy_density": NEUTRINO_ENERGY_DENSITY,
    "scattering_opacity": SCATTERING_OPACITY,
    "absorption_opacity": ABSORPTION_OPACITY,
    "up_quark_chemical_potential": UP_QUARK_CHEMICAL_POTENTIAL,
    "down_quark_chemical_potential": DOWN_QUARK_CHEMICAL_POTENTIAL,
    "electric_field": ELECTRIC_FIELD,
    "magnetic_diffusivity": MAGNETIC_DIFFUSIVITY,
    "lapse": LAPSE,
    "lepton_flux": LEPTON_FLUX,
    "axial_flux": AXIAL_FLUX,
    "neutrino_flux": NEUTRINO_FLUX,
    "neutrino_energy_flux": NEUTRINO_ENERGY_FLUX,
    "neutrino_momentum_source": NEUTRINO_MOMENTUM_SOURCE,
    "chiral_current": CHIRAL_CURRENT,
    "chiral_inverse_length": CHIRAL_INVERSE_LENGTH,
    "axial_source": AXIAL_SOURCE,
    "largest_stable_rate": LARGEST_STABLE_RATE,
    "mask": MASK,
    "flags": FLAGS,
}

# Fields with three components.
COMPONENTS = {
    MAGNETIC_FIELD: 3,
    VORTICITY: 3,
    VELOCITY: 3,
    POSITION: 3,
    SURFACE_ELEMENT: 3,
    ELECTRIC_FIELD: 3,
    LEPTON_FLUX: 3,
    AXIAL_FLUX: 3,
    NEUTRINO_FLUX: 3,
    NEUTRINO_ENERGY_FLUX: 3,
    NEUTRINO_MOMENTUM_SOURCE: 3,
    CHIRAL_CURRENT: 3,
}

__all__ = [name for name in dir() if name.isupper() and name not in ("NUMBERS", "COMPONENTS")]
