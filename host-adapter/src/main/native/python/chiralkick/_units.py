"""Arrays that carry their unit (astropy, pint, unyt, xarray, h5py): converted to the host's units, or refused; never stripped."""

import math
import numbers

import numpy

from . import _abi, _quantities
from ._abi import EARG, EFIELD
from ._library import ChiralKickError
from ._quantities import Fraction

# Units of fields in cgs; with what they scale: temperature, potential, number of particles, electromagnetic, or mechanics alone.
_FIELDS = {
    "temperature": ("MeV", "temperature"),
    **{name: ("MeV", "potential") for name in _abi.NUMBERS if name.endswith("chemical_potential")},
    "density": ("g/cm3", ""),
    **{name: ("1", "") for name in ("electron_fraction", "neutrino_fraction", "lapse", "mask", "flags")},
    "magnetic_field": ("G", "field"),
    "electric_field": ("statV/cm", "field"),
    "magnetic_field_curl": ("G/cm", "field"),
    "chiral_current": ("Fr/(cm2 s)", "charge"),
    **{name: ("1/s", "") for name in ("vorticity", "largest_stable_rate", "spin_flip_rate")},
    "velocity": ("cm/s", ""),
    **{name: ("cm", "") for name in ("position", "gradient_length", "mean_free_path")},
    "volume": ("cm3", ""),
    "surface_element": ("cm2", ""),
    "magnetic_diffusivity": ("cm2/s", ""),
    "chiral_inverse_length": ("1/cm", ""),
    **{name: ("erg/cm3", "") for name in _abi.NUMBERS if name.endswith("energy_density")},
    **{name: ("1/cm", "") for name in _abi.NUMBERS if name.endswith("opacity")},
    **{name: ("erg/(cm2 s)", "") for name in _abi.NUMBERS if name.endswith("energy_flux")},
    **{name: ("1/(cm2 s)", "count") for name in _abi.NUMBERS if name.endswith(("number_flux", "lepton_flux", "axial_flux", "neutrino_flux"))},
    "axial_source": ("1/(cm3 s)", "count"),
    "neutrino_momentum_source": ("dyn/cm3", ""),
    "escaped_number": ("1/(cm3 s)", "count"),
    "escaped_energy": ("erg/(cm3 s)", ""),
    "escaped_momentum": ("dyn/cm3", ""),
}
_NAMES = {number: name for name, number in _abi.NUMBERS.items()}


def _exact(number):
    """The decimal number that the host wrote: 0.001 is a thousandth."""
    return Fraction(repr(float(number)))


class HostUnits:
    """The host's units, 0 being the default, and what they come to; see ck_open_args."""

    def __init__(self, mass_g=0, length_cm=0, time_s=0, temperature_mev=0, potential_mev=0, field_system=0, field_gauss=0, count=0):
        self.mechanical = [_exact(unit or 1) for unit in (mass_g, length_cm, time_s)]
        self.temperature, self.potential, self.count = (_exact(unit or 1) for unit in (temperature_mev, potential_mev, count))
        mass, length, time = self.mechanical
        rational = 4 * math.pi if field_system == _abi.HEAVISIDE_LORENTZ else 1
        if field_gauss:
            self.field = _exact(field_gauss)
        elif rational == 1 and mass == length:
            self.field = 1 / time
        else:
            self.field = Fraction(math.sqrt(mass / length) * math.sqrt(rational) / time)
        self.charge = self.field if rational == 1 else self.field / Fraction(rational)

    def of(self, text, scale):
        """The host's unit of a quantity in cgs, and its dimension."""
        factor, dimension = _quantities.parse(text)
        mass, length, time = self.mechanical
        if scale == "temperature":
            return factor * self.temperature, dimension
        if scale == "potential":
            return factor * self.potential, dimension
        if scale in ("field", "charge"):  # in gauss, times powers of length and time
            _, more_length, more_time, _ = (int(power) for power in _less(dimension, _quantities.parse("G")[1]))
            unit = self.field if scale == "field" else self.charge
            return unit * length**more_length * time**more_time, dimension
        powers = [int(power) for power in dimension[:3]]
        unit = factor * mass ** powers[0] * length ** powers[1] * time ** powers[2]
        return unit * self.count if scale == "count" else unit, dimension


def _less(dimension, other):
    return tuple(mine - its for mine, its in zip(dimension, other))


# ---- what carries a unit ----


def _attribute(value):
    attributes = getattr(value, "attrs", None)
    for key in ("units", "unit"):
        try:
            unit = attributes[key]
        except (TypeError, KeyError, IndexError, AttributeError):
            continue
        return unit.decode() if isinstance(unit, bytes) else str(unit)
    return None


def carried(value):
    """The text of the unit that a value carries, and the value without it; None where it carries none."""
    if value is None or type(value) is numpy.ndarray or isinstance(value, (numbers.Number, numpy.generic, str, bytes, list, tuple)):
        return None
    unit = _attribute(value)
    if unit is not None and not isinstance(value, numpy.ndarray):  # xarray, which has attributes as its own, too, and h5py
        return unit, bare(value)
    unit = getattr(value, "units", None)
    if unit is not None and not callable(unit):
        if hasattr(value, "magnitude"):  # pint, whose short names depend on a setting
            return (format(unit, "D") if hasattr(unit, "dimensionality") else str(unit)), value.magnitude
        return str(unit), value.view(numpy.ndarray) if isinstance(value, numpy.ndarray) else getattr(value, "value", value)  # unyt
    unit = getattr(value, "unit", None)
    if unit is not None and not callable(unit):  # astropy
        return str(unit), value.view(numpy.ndarray) if isinstance(value, numpy.ndarray) else getattr(value, "value", value)
    inner = getattr(value, "data", None)
    return carried(inner) if _labelled(value) and not isinstance(inner, memoryview) else None  # pint inside xarray


def _labelled(value):
    return hasattr(type(value), "dims") and hasattr(type(value), "values")  # asked of the type: the values may strip a unit


def bare(value):
    """The array of one with labels; anything else as it is."""
    if _labelled(value):
        return value.values
    return value[...] if _attribute(value) is not None and hasattr(value, "dtype") and not isinstance(value, numpy.ndarray) else value


# ---- conversion ----


def _words(dimension):
    parts = []
    for name, power in zip(("mass", "length", "time", "temperature"), dimension):
        if power:
            parts.append(name if power == 1 else f"{name}^{power}" if Fraction(power).denominator == 1 else f"{name}^({power})")
    return " ".join(parts) if parts else "a pure number"


def factor_of(name, unit, target, dimension, wanted):
    """What numbers in a unit are times in the host's, `target` in cgs, `wanted` being the usual one for messages."""
    own, unit = "or give a plain array in your own units", unit.strip() or "dimensionless"
    try:
        factor, given = _quantities.parse(unit)
    except _quantities.UnitError as error:
        raise ChiralKickError(EARG, f"unit of {name} is '{unit}': {error}; convert it to {wanted} first, {own}") from None
    if given == dimension:
        return factor / target
    if given == _quantities.KELVINS and name == "temperature":
        return factor * _quantities.KELVIN / target
    for power in (1, -1):  # E in V/m and currents in A: the electromagnetic system differs from Gauss by c
        if name.startswith(("electric_field", "chiral_current")) and given == tuple(
            mine + power * its for mine, its in zip(dimension, _quantities.SPEED)
        ):
            return factor / target / _quantities.SPEED_OF_LIGHT**power
    raise ChiralKickError(EARG, f"unit of {name} is '{unit}', {_words(given)}; must be {_words(dimension)}, such as {wanted}, {own}")


def times(array, factor, out=None):
    """Numbers times an exact factor in double precision, rounded once where a double holds the factor or its inverse."""
    if factor.denominator == 1 and Fraction(float(factor)) == factor:
        return numpy.multiply(array, float(factor), out=out, dtype=float, casting="same_kind")
    inverse = 1 / factor
    if inverse.denominator == 1 and Fraction(float(inverse)) == inverse:
        return numpy.divide(array, float(inverse), out=out, dtype=float, casting="same_kind")
    return numpy.multiply(array, float(factor), out=out, dtype=float, casting="same_kind")


def _converted(name, value, unit, target, dimension, wanted):
    factor = factor_of(name, unit, target, dimension, wanted)
    if getattr(value, "mask", None) is not None and (hasattr(value, "unmasked") or isinstance(value, numpy.ma.MaskedArray)):
        raise ChiralKickError(EARG, f"{name} is a masked array; give its data as {name} and what is not masked as mask")
    array = numpy.asanyarray(value)
    if factor == 1:
        return array
    if array.dtype.kind not in "iuf":
        raise ChiralKickError(EARG, f"{name} has dtype {array.dtype}, which has no unit; must be float64 or float32")
    return times(array, factor)


def plain(number, name, value, units):
    """An input as numbers in the host's units: as it is where it carries no unit; a copy only where its unit is another than the host's."""
    if isinstance(value, (list, tuple)):
        return type(value)(plain(number, name, part, units) for part in value) if _any_carried(value) else value
    found = carried(value)
    if found is None:
        return bare(value)
    wanted, scale = _FIELDS[_NAMES[number % 1000]]
    return _converted(name, found[1], found[0], *units.of(wanted, scale), wanted)


def _any_carried(value):
    return any(_any_carried(part) if isinstance(part, (list, tuple)) else carried(part) is not None or _labelled(part) for part in value)


def _own(value):
    """The unit that a value carries, None where it carries none, and its array."""
    return carried(value) or (None, bare(value))


def _lost(name, what):
    advice = "give a numpy array, and write it there after the evaluation"
    return ChiralKickError(EARG, f"output {name} is {what}: what is written to that would be lost; {advice}")


def _memory(name, value):
    """The unit of an output and its array, which is that of the value itself and no copy of it."""
    if _labelled(value):
        data = value.data
        if not isinstance(data, numpy.ndarray) and (_attribute(value) is not None or carried(data) is None):
            raise _lost(name, f"a labelled array of {type(data).__name__}, of which numpy gets a copy")
    elif not isinstance(value, numpy.ndarray) and _attribute(value) is not None:
        raise _lost(name, f"a {type(value).__name__} with attributes, of which numpy gets a copy")
    unit, array = _own(value)
    # Both are alive: copies have bounds of their own.
    if array is not value and isinstance(array, numpy.ndarray) and array.size and not numpy.may_share_memory(array, _own(value)[1]):
        raise _lost(name, f"a {type(value).__name__} that makes its array anew whenever it is asked for it")
    return unit, array


def written(number, name, value, units):
    """The memory of an output, and what the host's numbers there are times to be in the unit that it carries; None where nothing is to be done."""
    unit, array = _memory(name, value)
    if unit is None:
        return array, None
    wanted, scale = _FIELDS[_NAMES[number % 1000]]
    factor = factor_of(name, unit, *units.of(wanted, scale), wanted)
    return array, None if factor == 1 else 1 / factor


def rescale(name, array, factor):
    """Brings an output from the host's unit to its own, in place."""
    with numpy.errstate(over="ignore", under="ignore"):
        finite = numpy.isfinite(array)
        times(array, factor, out=array)
    if not numpy.isfinite(array[finite]).all():
        advice = "give an array of float64, or a larger unit; the step has counted the block"
        raise ChiralKickError(EFIELD, f"{name} exceeds single precision (3.4e38) in its own unit; {advice}")


def number(name, value, units, wanted, scale):
    """A single number in the host's unit, of one that may carry its own."""
    found = carried(value)
    if found is None:
        return bare(value)
    converted = _converted(name, found[1], found[0], *units.of(wanted, scale), wanted)
    return converted.item() if converted.ndim == 0 else converted
