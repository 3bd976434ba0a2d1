"""Quantities of astropy, pint, unyt, xarray and h5py in the Python package, with the stub: converted to the very bits, or refused; never stripped."""

import functools
import gc
import importlib.util
import itertools
import os
import pathlib
import tempfile
import unittest

import chiralkick
import numpy
from chiralkick import _quantities, _units, _views

HERE = pathlib.Path(__file__).resolve().parent
REPLAY = {"replay": str(HERE / "replay.txt")}


class PintLike:
    """A quantity as pint has it."""

    def __init__(self, magnitude, units):
        self.magnitude, self.units = magnitude, units

    def __array__(self, *_, **__):
        raise AssertionError("the unit is stripped")

    def __float__(self):
        raise AssertionError("the unit is stripped")


class AstropyLike(numpy.ndarray):
    """A quantity as astropy has it: an array that knows its unit."""

    def __new__(cls, value, unit):
        made = numpy.asarray(value).view(cls)
        made.unit = unit
        return made


class UnytLike(numpy.ndarray):
    def __new__(cls, value, units):
        made = numpy.asarray(value).view(cls)
        made.units = units
        return made


class XarrayLike:
    """An array with labels as xarray has it."""

    dims = ("x",)

    def __init__(self, data, units=None):
        self.data, self.attrs = data, {} if units is None else {"units": units}

    @property
    def values(self):
        return numpy.asarray(self.data)


class LazyXarrayLike(XarrayLike):
    """One whose array is loaded anew each time, as xarray has it without a cache."""

    @property
    def values(self):
        return numpy.array(self.data)


class ChunkedLike:
    """The array of a chunked XarrayLike: numpy gets copies."""

    def __init__(self, array):
        self.array, self.shape, self.dtype = array, array.shape, array.dtype

    def __array__(self, dtype=None, copy=None):
        return self.array.copy()


class DatasetLike:
    """A dataset as h5py has it: no array, but one is read from the file by an index."""

    def __init__(self, array, units=None):
        self.array, self.shape, self.dtype = array, array.shape, array.dtype
        self.attrs = {} if units is None else {"units": units}

    def __getitem__(self, index):
        return self.array[index].copy()

    def __array__(self, dtype=None, copy=None):
        return self.array.copy()


def astropy_of(value, unit):
    return importlib.import_module("astropy.units").Quantity(value, unit)


def pint_of(value, unit):
    return registry().Quantity(value, unit.replace("cm2", "cm**2").replace("cm3", "cm**3").replace("m3", "m**3") if unit else "dimensionless")


@functools.cache
def registry():
    return importlib.import_module("pint").UnitRegistry()


def xarray_of(value, unit):
    return importlib.import_module("xarray").DataArray(value, attrs={"units": unit})


STAND_INS = {"like pint": PintLike, "like astropy": AstropyLike, "like unyt": UnytLike, "like xarray": XarrayLike}
REAL = {"astropy": astropy_of, "pint": pint_of, "xarray": xarray_of}
INSTALLED = {name for name in REAL if importlib.util.find_spec(name)}
KINDS = {**STAND_INS, **{name: of for name, of in REAL.items() if name in INSTALLED}}


def taken(inputs, units=None, outputs=None):
    """The arrays that C reads."""
    _, _, entries = _views.views_of(list(inputs.items()), list((outputs or {}).items()), 0, units or _units.HostUnits())
    return [entry.array for entry in entries]


class Quantities(unittest.TestCase):
    def each(self):
        for self.kind in KINDS:
            yield KINDS[self.kind]

    def _formatMessage(self, message, standard):
        return super()._formatMessage(message, f"{getattr(self, 'kind', '')}: {standard}")

    def assertBits(self, array, expected):
        self.assertEqual(numpy.asarray(array, float).tobytes(), numpy.asarray(expected, float).tobytes(), f"{array} and {expected}")

    def test_the_bits_are_those_of_mev_and_gauss(self):
        for of in self.each():
            for field, value, unit, expected in (
                ("temperature", [1e4, 9e3], "keV", [10.0, 9.0]),
                ("temperature", [12.3e6, 0.1e6], "eV", [12.3, 0.1]),
                ("temperature", [0.0123], "GeV", [12.3]),
                ("electron_chemical_potential", [140e3, 91.7e3], "keV", [140.0, 91.7]),
                ("magnetic_field", [[1e8], [3e11], [7.7e10]], "T", [[1e12], [3e15], [7.7e14]]),
                ("magnetic_field", [[1e9], [3e12], [7e11]], "kG", [[1e12], [3e15], [7e14]]),
                ("density", [2.9e17, 3e14], "kg/m3", [2.9e14, 3e11]),
                ("position", [[12.0], [1.2], [0.3]], "km", [[12e5], [1.2e5], [0.3e5]]),
                ("electron_fraction", [0.1, 0.3], "", [0.1, 0.3]),
                ("neutrino_energy_density", [1e15, 7.0], "J/m3", [1e16, 70.0]),
                ("vorticity", [[1000.0], [0], [2]], "rad/s", [[1000.0], [0], [2]]),
            ):
                self.assertBits(taken({field: of(numpy.array(value), unit)})[0], expected)

    def test_kelvin_is_taken_by_boltzmanns_constant(self):
        for of in self.each():
            array = taken({"temperature": of(numpy.array([1e11, 1.0]), "K")})[0]
            numpy.testing.assert_allclose(array, [1.380649 / 1.602176634 * 10, 1.380649 / 1.602176634 * 1e-10], rtol=4e-16)

    def test_electric_fields_and_currents_of_si_are_those_of_gauss(self):
        for of in self.each():
            numpy.testing.assert_allclose(taken({"electric_field": of(numpy.full((3, 1), 29979.2458), "V/m")})[0], 1.0, rtol=1e-15)
        current = _units.factor_of("chiral_current", "A/m2", *_units.HostUnits().of("Fr/(cm2 s)", "charge"), "esu/(cm2 s)")
        self.assertEqual(current, _quantities.Fraction(299792458, 1000))

    def test_the_units_of_the_host_are_heeded(self):
        units = _units.HostUnits(length_cm=1e5, temperature_mev=0.001, field_gauss=1e12, count=1e50)
        for of in self.each():
            value = numpy.array([1e4, 9e3])
            self.assertBits(taken({"temperature": of(value, "keV")}, units)[0], value)
            self.assertBits(taken({"gradient_length": of(value, "m")}, units)[0], [10, 9])
            self.assertBits(taken({"magnetic_field": of(numpy.full((3, 1), 2e8), "T")}, units)[0], [[2], [2], [2]])
        for system, expected in ((chiralkick.GAUSSIAN, 2.0), (chiralkick.HEAVISIDE_LORENTZ, 2 / numpy.sqrt(4 * numpy.pi))):
            code = _units.HostUnits(mass_g=4e10, length_cm=1e10, time_s=0.5, field_system=system)  # 4 G
            array = taken({"magnetic_field": AstropyLike(numpy.full((3, 1), 8.0), "G")}, code)[0]
            numpy.testing.assert_allclose(array, expected, rtol=1e-15)

    def test_what_is_in_the_hosts_unit_is_not_copied(self):
        for of, of_output in itertools.product((PintLike, AstropyLike, UnytLike, XarrayLike), (PintLike, AstropyLike, UnytLike, XarrayLike)):
            array, out = numpy.array([10.0, 9.0]), numpy.zeros((3, 2))
            arrays = taken({"temperature": of(array, "MeV")}, outputs={"neutrino_flux": of_output(out, "1/(cm2 s)")})
            self.assertTrue(numpy.shares_memory(arrays[0], array) and numpy.shares_memory(arrays[1], out))
        array = numpy.array([10.0, 9.0])
        self.assertTrue(numpy.shares_memory(taken({"temperature": XarrayLike(array)})[0], array))  # no unit: the host's

    def test_parts_lists_and_single_precision_keep_their_units(self):
        for of in self.each():
            parts = (of(numpy.array([1e8]), "T"), None, of(numpy.array([2e12]), "G"))
            self.assertEqual([array.tolist() for array in taken({"magnetic_field": parts})], [[1e12], [2e12]])
            self.assertBits(taken({"temperature": [of(1e4, "keV"), of(9.0, "MeV")]})[0], [10, 9])
            self.assertBits(taken({"temperature": of(numpy.array([1e4, 9e3], "f4"), "keV")})[0], [10, 9])
            self.assertBits(taken({"density": numpy.ones(2), "temperature": of(1e4, "keV")})[1], [10, 10])

    def test_what_is_no_such_quantity_is_refused_in_words(self):
        for of in self.each():
            for field, unit, text in (
                ("temperature", "", "unit of temperature is '.*', a pure number; must be mass length\\^2 time\\^-2, such as MeV, or give a plain array"),
                ("temperature", "g", "unit of temperature is '.*', mass; must be mass length\\^2 time\\^-2"),
                ("density", "kg", "unit of density is '.*', mass; must be mass length\\^-3, such as g/cm3"),
                ("magnetic_field", "", "unit of magnetic_field is '.*', a pure number; must be .*, such as G"),
                ("magnetic_field", "V/m", "unit of magnetic_field"),
                ("electron_fraction", "keV", "unit of electron_fraction is '.*', mass length\\^2 time\\^-2; must be a pure number"),
                ("vorticity", "K", "unit of vorticity is '.*', temperature; must be time\\^-1"),
            ):
                value = numpy.ones((3, 2)) if field in ("magnetic_field", "vorticity") else numpy.ones(2)
                with self.assertRaisesRegex(chiralkick.ChiralKickError, text) as refused:
                    taken({field: of(value, unit)})
                self.assertEqual(refused.exception.code, chiralkick.EARG)
        for unit, text in (("parrots", "'parrots' in it is not known here; convert it to MeV first"), ("erg/cm2 s", "what is divided by is not clear"),
                           ("(keV", "it ends too early")):  # fmt: skip
            for of in STAND_INS.values():
                with self.assertRaisesRegex(chiralkick.ChiralKickError, text):
                    taken({"temperature": of(numpy.ones(2), unit)})
        with self.assertRaisesRegex(chiralkick.ChiralKickError, "unit of temperature is 'parrots'"):
            taken({"temperature": XarrayLike(PintLike(numpy.ones(2), "parrots"))})  # pint inside xarray
        with self.assertRaisesRegex(chiralkick.ChiralKickError, "temperature is a masked array"):
            taken({"temperature": PintLike(numpy.ma.array([1e4], mask=[1]), "keV")})

    def test_outputs_are_written_in_the_unit_that_they_carry(self):
        for of in (PintLike, AstropyLike, UnytLike, XarrayLike):
            for unit, factor, kind in (("1/(cm2 s)", 1, "f8"), ("1/(m2 s)", 1e4, "f8"), ("1/(m2 s)", 1e4, "f4"), ("1 / (km2 ms)", 1e7, "f8")):
                memory = numpy.full((3, 4), 9.0, kind)
                with chiralkick.Coupling(REPLAY) as coupling, coupling.step(1, 0.0, 0.1):
                    coupling.evaluate({"temperature": of(1e4, "keV")}, {"neutrino_flux": of(memory, unit)}, block=7)
                numpy.testing.assert_array_equal(memory[2], numpy.array([1.5, 2.5, 3.5, 3.5]) * factor)
        for of in (PintLike, AstropyLike, XarrayLike):
            with chiralkick.Coupling(REPLAY) as coupling:
                coupling.begin(1, 0.0, 0.1)
                with self.assertRaisesRegex(chiralkick.ChiralKickError, "unit of neutrino_flux is 'erg/.cm2 s.', mass time\\^-3; must be length\\^-2 time\\^-1"):
                    coupling.evaluate({"temperature": 10.0}, {"neutrino_flux": of(numpy.zeros((3, 4)), "erg/(cm2 s)")}, block=7)
                with self.assertRaisesRegex(chiralkick.ChiralKickError, "neutrino_flux exceeds single precision .* in its own unit"):
                    coupling.evaluate({"temperature": 10.0}, {"neutrino_flux": of(numpy.zeros((3, 4), "f4"), "1e-39 / (cm2 s)")}, block=7)

    def assertLost(self, output, what, name="neutrino_flux"):
        with chiralkick.Coupling(REPLAY) as coupling:
            coupling.begin(1, 0.0, 0.1)
            with self.assertRaisesRegex(chiralkick.ChiralKickError, what) as refused:
                coupling.evaluate({"temperature": 10.0}, {name: output}, block=7)
            self.assertEqual(refused.exception.code, chiralkick.EARG)

    def test_outputs_of_which_numpy_gets_a_copy_are_refused(self):
        advice = "what is written to that would be lost; give a numpy array, and write it there after the evaluation"
        memory = numpy.full((3, 4), 9.0)
        for unit in ("1/(cm2 s)", "1/(m2 s)", None):
            self.assertLost(LazyXarrayLike(memory, unit), f"output neutrino_flux is a LazyXarrayLike that makes its array anew .*: {advice}")
            self.assertLost(XarrayLike(ChunkedLike(memory), unit), f"output neutrino_flux is a labelled array of ChunkedLike, .*: {advice}")
        for unit in ("1/(cm2 s)", "1/(m2 s)"):
            self.assertLost(DatasetLike(memory, unit), f"output neutrino_flux is a DatasetLike with attributes, .*: {advice}")
            self.assertLost((None, None, DatasetLike(memory[2], unit)), f"output neutrino_flux_z is a DatasetLike with attributes, .*: {advice}")
            self.assertLost(PintLike(DatasetLike(memory), unit), "output neutrino_flux must be a numpy array")
            self.assertLost(XarrayLike(PintLike(memory, "erg"), unit), f"output neutrino_flux is a labelled array of PintLike, .*: {advice}")
        self.assertLost(DatasetLike(memory), "output neutrino_flux must be a numpy array")
        numpy.testing.assert_array_equal(memory, 9.0)

    def test_they_are_taken_as_inputs(self):
        array = numpy.array([1e4, 9e3])
        for value in (LazyXarrayLike(array, "keV"), XarrayLike(ChunkedLike(array), "keV"), DatasetLike(array, "keV")):
            self.assertBits(taken({"temperature": value})[0], [10, 9])

    def test_outputs_with_labels_are_written_where_their_array_is(self):
        memory = numpy.full((3, 4), 9.0)
        for output, factor in (
            (XarrayLike(memory), 1),
            (XarrayLike(memory, "1/(m2 s)"), 1e4),
            (XarrayLike(PintLike(memory, "1/(m2 s)")), 1e4),
            ((None, None, XarrayLike(memory[2], "1/(m2 s)")), 1e4),
        ):
            memory[:] = 9
            with chiralkick.Coupling(REPLAY) as coupling, coupling.step(1, 0.0, 0.1):
                coupling.evaluate({"temperature": 10.0}, {"neutrino_flux": output}, block=7)
            numpy.testing.assert_array_equal(memory[2], numpy.array([1.5, 2.5, 3.5, 3.5]) * factor)
        empty = XarrayLike(numpy.zeros((3, 0)), "1/(m2 s)")
        self.assertEqual(taken({"temperature": numpy.zeros(0)}, outputs={"neutrino_flux": empty})[1].shape, (3, 0))

    @unittest.skipUnless(importlib.util.find_spec("h5py"), "h5py is NOT INSTALLED: only its stand-in was tested")
    def test_a_real_dataset_is_read_and_not_written(self):
        with tempfile.TemporaryDirectory() as folder, importlib.import_module("h5py").File(f"{folder}/star.h5", "w") as file:
            temperature, flux = file.create_dataset("temperature", data=[1e4, 9e3]), file.create_dataset("flux", data=numpy.zeros((3, 4)))
            temperature.attrs["units"] = "keV"
            self.assertBits(taken({"temperature": temperature})[0], [10, 9])
            self.assertLost(flux, "output neutrino_flux must be a numpy array")
            flux.attrs["units"] = "1/(m2 s)"
            self.assertLost(flux, "output neutrino_flux is a Dataset with attributes, .*: what is written to that would be lost")

    @unittest.skipUnless(INSTALLED >= {"xarray"}, "xarray is NOT INSTALLED: only its stand-in was tested")
    def test_a_real_labelled_array_is_written_in_place(self):
        memory = numpy.full((3, 4), 9.0)
        with chiralkick.Coupling(REPLAY) as coupling, coupling.step(1, 0.0, 0.1):
            coupling.evaluate({"temperature": 10.0}, {"neutrino_flux": xarray_of(memory, "1/(m2 s)")}, block=7)
        numpy.testing.assert_array_equal(memory[2], numpy.array([1.5, 2.5, 3.5, 3.5]) * 1e4)
        if importlib.util.find_spec("dask"):
            self.assertLost(xarray_of(memory, "1/(m2 s)").chunk(2), "output neutrino_flux is a labelled array of Array, of which numpy gets a copy")

    def test_helpers_on_grids_strip_no_unit(self):
        flux, element = AstropyLike(numpy.zeros((3, 4, 4, 4)), "1/(cm2 s)"), AstropyLike(numpy.zeros((3, 2, 2, 2)), "cm2")
        with self.assertRaisesRegex(TypeError, "flux has a unit of its own"):
            chiralkick.divergence(flux, spacing=1.0)
        with self.assertRaisesRegex(TypeError, "out for the surface elements has a unit of its own"):
            chiralkick.surface_elements((0, 0, 0), 1.0, (0, 0, 0), 8.0, out=element)

    def test_times_edges_and_units_of_a_coupling_may_carry_theirs(self):
        for of in self.each():
            with chiralkick.Coupling(REPLAY, time_s=of(1e-3, "s"), field_gauss=of(1e8, "T"), temperature_mev=of(1.0, "keV")) as coupling:
                coupling.groups([of(0.0, "keV"), of(2e4, "keV"), numpy.inf])
                with coupling.step(1, of(0.0, "s"), of(2e-3, "s")):
                    coupling.evaluate({"temperature": 10.0}, block=7)
                self.assertEqual(coupling.last_step().dt, 2)
                self.assertBits(coupling._units.of("G", "field")[0], 1e12)
                for call, text in ((lambda: coupling.begin(2, of(0.0, "s"), of(1.0, "m")), "unit of dt is '.*', length; must be time, such as s"),
                                   (lambda: chiralkick.Coupling(mass_g=of(1.0, "s")), "unit of mass_g is '.*', time; must be mass, such as g"),
                                   (lambda: coupling.set_dt(of(1.0, "")), "unit of dt is '.*', a pure number; must be time")):  # fmt: skip
                    with self.assertRaisesRegex(chiralkick.ChiralKickError, text):
                        call()
                for call in (lambda: coupling.emitted((0, 0, of(1.0, "s")), 0, 0), lambda: coupling.emitted((0, 0, 0), of(1.0, "s"), 0),
                             lambda: chiralkick.surface_elements((0, 0, 0), 1, (0, 0, 0), of(5.0, "km"), shape=(2, 2, 2)),
                             lambda: chiralkick.surface_elements((0, 0, of(1.0, "km")), 1, (0, 0, 0), 5, shape=(2, 2, 2))):  # fmt: skip
                    with self.assertRaisesRegex(TypeError, "must be a real number"):
                        call()

    def test_a_mistyped_field_is_answered_with_the_nearest(self):
        with chiralkick.Coupling() as coupling:
            coupling.begin(1, 0.0, 1.0)
            for name, near in (("temprature", "temperature"), ("magnetic_feild", "magnetic_field"), ("Neutrino_Flux", "neutrino_flux")):
                with self.assertRaisesRegex(chiralkick.ChiralKickError, f"there is no field with the name {name} .did you mean {near}\\?") as refused:
                    coupling.evaluate({name: numpy.ones(4)})
                self.assertEqual(refused.exception.code, chiralkick.EFIELD)
            with self.assertRaisesRegex(chiralkick.ChiralKickError, "there is no field with the name pigs \\["):
                coupling.evaluate({"pigs": numpy.ones(4)})


class Installed(unittest.TestCase):
    def test_the_real_ones_are_tested(self):
        for name in sorted(set(REAL) - INSTALLED):
            with self.subTest(name):
                self.skipTest(f"{name} is NOT INSTALLED: only its stand-in was tested")
        self.assertGreaterEqual(len(KINDS), len(STAND_INS) + len(INSTALLED))


class Forgotten(unittest.TestCase):
    def test_couplings_that_nobody_closed_are_collected(self):
        for _ in range(600):
            chiralkick.Coupling(REPLAY).begin(1, 0.0, 1.0)

    def test_those_in_cycles_of_references_too(self):
        class Host:
            def __init__(self):
                self.coupling = chiralkick.Coupling(log=self.write)

            def write(self, level, message):
                pass

        gc.disable()
        try:
            for _ in range(600):
                Host()
        finally:
            gc.enable()

    def test_one_that_is_used_is_not_closed_and_one_that_is_closed_not_closed_again(self):
        kept = [chiralkick.Coupling() for _ in range(250)]
        for _ in range(20):
            other = chiralkick.Coupling()
            other.close()
            other.close()
        for coupling in kept:
            coupling.begin(1, 0.0, 1.0)
            coupling.rollback()
        kept.extend(chiralkick.Coupling() for _ in range(6))
        with self.assertRaisesRegex(chiralkick.ChiralKickError, "256 couplings are open"):
            chiralkick.Coupling()

    def test_one_that_is_collected_inside_the_log_is_closed_later(self):
        class Loop:
            pass

        def collect(level, message):
            gc.collect()

        for _ in range(300):
            loop = Loop()
            loop.itself, loop.coupling = loop, chiralkick.Coupling()
            del loop
            chiralkick.Coupling(log=collect).close()


if __name__ == "__main__":
    assert "CHIRALKICK_LIBRARY" in os.environ
    unittest.main()
