"""The Python package with the stub: layouts, errors, retry, state."""
import os
import pathlib
import re
import unittest
import weakref

import chiralkick
import numpy

HERE = pathlib.Path(__file__).resolve().parent
REPLAY = {"replay": str(HERE / "replay.txt")}


class PythonPackage(unittest.TestCase):
    def test_constants_are_those_of_the_header(self):
        header = (HERE.parent / "include" / "chiralkick.h").read_text()
        constants = dict(re.findall(r"\bCK_([A-Z0-9_]+) = (-?\d+)", header))
        self.assertGreater(len(constants), 60)
        for name, value in constants.items():
            self.assertEqual(getattr(chiralkick, name), int(value), name)

    def test_outputs_are_written_in_place_whatever_the_strides(self):
        for out in (numpy.full((3, 4), 9.0), numpy.full((4, 3), 9.0).T, numpy.full((3, 8), 9.0)[:, ::-2], numpy.full((3, 4), 9, "f4")):
            with chiralkick.Coupling(REPLAY) as coupling, coupling.step(1, 0.0, 0.1):
                coupling.evaluate({"temperature": 10.0}, {"neutrino_flux": out}, block=7)
                numpy.testing.assert_array_equal(out, [[0] * 4, [0] * 4, [1.5, 2.5, 3.5, 3.5]])

    def test_mask_and_flags(self):
        flags, out = numpy.full(4, -1), numpy.full((3, 4), 9.0)
        with chiralkick.Coupling(REPLAY) as coupling, coupling.step(1, 0.0, 0.1):
            result = coupling.evaluate({"temperature": numpy.ones(4)}, {"neutrino_flux": out}, block=7, flags=flags,
                                       mask=numpy.array([True, True, False, True]))  # fmt: skip
        self.assertEqual(out[2].tolist(), [1.5, 2.5, 0.0, 3.5])
        self.assertEqual(flags.tolist(), [0, 2, 0, 0])
        self.assertEqual(result.flagged, 1)

    def test_causes_of_invalid_and_implausible_zones(self):
        temperature, field, mu_e = numpy.full(8, 10.0), numpy.full((3, 8), 1e12), numpy.full(8, 140.0)
        temperature[[2, 5]], temperature[4], temperature[7], field[2, 6], mu_e[1] = -0.25, 1e5, numpy.nan, numpy.inf, 5000
        with chiralkick.Coupling({"replay": str(HERE / "causes.txt")}) as coupling:
            self.assertRaisesRegex(chiralkick.ChiralKickError, "no step was committed yet", coupling.causes)
            with coupling.step(1, 0.0, 0.1):
                coupling.evaluate({"temperature": temperature, "magnetic_field": field, "electron_chemical_potential": mu_e},
                                  {"neutrino_flux": numpy.empty((3, 8))}, block=3)  # fmt: skip
            self.assertEqual(coupling.causes(), {"temperature": 3, "magnetic_field": 1})
            self.assertEqual(coupling.causes(chiralkick.FLAG_IMPLAUSIBLE), {"temperature": 1, "electron_chemical_potential": 1})
            self.assertRaisesRegex(chiralkick.ChiralKickError, "flag is 2; must be", coupling.causes, chiralkick.FLAG_KNUDSEN)
            self.assertEqual((coupling.last_step().invalid_zone, coupling.last_step().invalid_value), (2, -0.25))
            with coupling.step(2, 0.1, 0.1):
                pass
            self.assertEqual(coupling.causes(), {})

    def test_retry_raises_and_commits_nothing(self):
        with chiralkick.Coupling(REPLAY, can_retry=True) as coupling:
            with self.assertRaises(chiralkick.StepRejected) as rejected, coupling.step(1, 0.0, 1.0):
                coupling.evaluate({"temperature": numpy.ones(4)}, block=7)
            self.assertEqual(rejected.exception.dt_max, 0.5)
            self.assertEqual(coupling.recoil().steps, 0)

    def test_state_and_sum_over_ranks(self):
        with chiralkick.Coupling(REPLAY) as coupling:
            with coupling.step(1, 0.0, 1.0):
                coupling.evaluate({"temperature": numpy.ones(4)}, block=7)
            state = coupling.save_state()
            self.assertEqual(coupling.reduce(parts=[coupling.part()] * 4).momentum[2], 8e30)
        with chiralkick.Coupling() as coupling:
            with self.assertRaisesRegex(chiralkick.ChiralKickError, "bytes; must have"):
                coupling.load_state(state[:-1])
            coupling.load_state(state)
            self.assertEqual(coupling.recoil().momentum[2], 2e30)

    def test_errors_say_what_is_wrong(self):
        with chiralkick.Coupling() as coupling:
            coupling.begin(1, 0.0, 1.0)
            for inputs, text in (
                ({"temperature": numpy.ones(4, "f2")}, "dtype float16"),
                ({"temperature": numpy.ones(4, ">f8")}, "native byte order"),
                ({"magnetic_field": numpy.ones((4, 3))}, "must be \\(3, ...\\)"),
                ({"heat": numpy.ones(4)}, "no field with the name heat"),
                ({"temperature": numpy.ones(4), "density": numpy.ones(5)}, "extents of density"),
            ):
                with self.subTest(text), self.assertRaisesRegex(chiralkick.ChiralKickError, text):
                    coupling.evaluate(inputs)
        with self.assertRaisesRegex(chiralkick.ChiralKickError, "coupling is null"):
            coupling.recoil()

    def test_parts_that_are_no_states_are_refused_before_they_are_read(self):
        with chiralkick.Coupling() as coupling:
            part = coupling.part()
            for parts, text in (
                ([], "list of parts is empty"),
                ([part, b""], "part 1 has 0 bytes; must have"),
                ([part + part, b""], "part 0 has"),
                ([b""], "part 0 has 0 bytes"),
            ):
                with self.subTest(text), self.assertRaisesRegex(chiralkick.ChiralKickError, text):
                    coupling.reduce(parts=parts)
            for parts in (part, ["part"], None):
                with self.subTest(parts), self.assertRaises(TypeError):
                    coupling.reduce(parts=parts)
            self.assertEqual(coupling.reduce(parts=(bytearray(part), memoryview(part))).steps, 0)

    def test_what_does_not_fit_into_c_is_refused(self):
        for settings, text in (
            ({"rank": 2**33}, "rank is 8589934592"),
            ({"ranks": 2**32 + 1}, "ranks is 4294967297"),
            ({"threads": -(2**31) - 1}, "threads is -2147483649"),
            ({"field_system": 2**32}, "field_system is 4294967296"),
            ({"config": "{}\0{}"}, "config has a NUL character at position 2"),
            ({"home": "/usr\0/bin"}, "home has a NUL character at position 4"),
        ):
            with self.subTest(text), self.assertRaisesRegex(chiralkick.ChiralKickError, text):
                chiralkick.Coupling(**settings)
        for settings in ({"config": 5}, {"mass_g": "5"}, {"rank": 0.0}, {"log": 5}):
            with self.subTest(settings), self.assertRaisesRegex(TypeError, f"{list(settings)[0]} is "):
                chiralkick.Coupling(**settings)
        with chiralkick.Coupling() as coupling:
            for call in (lambda: coupling.begin(2**65, 0.0, 1.0), lambda: coupling.begin(-(2**63) - 1, 0.0, 1.0),
                         lambda: coupling.use("chiral\0more"), lambda: coupling.use(None)):  # fmt: skip
                self.assertRaises(chiralkick.ChiralKickError, call)
            for call in (lambda: coupling.begin(1.0, 0.0, 1.0), lambda: coupling.begin(1, "0"), lambda: coupling.set_dt(1j)):
                self.assertRaises(TypeError, call)
            coupling.begin(numpy.int64(2**63 - 1), numpy.float32(0), 1)
            with self.assertRaisesRegex(chiralkick.ChiralKickError, "block is 36893488147419103232"):
                coupling.evaluate({"temperature": numpy.ones(4)}, block=2**65)

    def test_a_state_may_be_any_bytes(self):
        with chiralkick.Coupling(REPLAY) as coupling:
            with coupling.step(1, 0.0, 1.0):
                coupling.evaluate({"temperature": numpy.ones(4)}, block=7)
            state = coupling.save_state()
        for kind in (bytes, bytearray, memoryview, lambda b: numpy.frombuffer(b, "u8"), lambda b: memoryview(b[::-1])[::-1]):
            with chiralkick.Coupling() as coupling:
                coupling.load_state(kind(state))
                self.assertEqual(coupling.recoil().momentum[2], 2e30)
        with chiralkick.Coupling() as coupling, self.assertRaisesRegex(TypeError, "state is of type str; must be bytes-like"):
            coupling.load_state("state")

    def test_arrays_that_cannot_be_read_as_they_are_are_refused(self):
        frozen = numpy.zeros((3, 4))
        frozen.flags.writeable = False
        ones, fluxes = numpy.ones(4), numpy.zeros((3, 4))
        for inputs, outputs, text in (
            *(({"temperature": numpy.ones(4, dtype)}, {}, "temperature has dtype " + dtype)
              for dtype in ("int32", "int64", "uint8", "bool", "object", "complex128")),
            ({"temperature": numpy.ma.array(ones, mask=[0, 1, 0, 0])}, {}, "temperature is a masked array"),
            ({"temperature": "5", "density": ones}, {}, "temperature has dtype"),
            ({"temperature": True, "density": ones}, {}, "temperature has dtype bool"),
            ({"temperature": [[1.0], [1.0, 2.0]]}, {}, "temperature"),
            ({"temperature": numpy.ones((1, 1, 1, 1, 4))}, {}, "has 5 axes; must have at most 4"),
            ({"temperature": numpy.ones((2, 3)), "density": numpy.ones((3, 2))}, {}, "extents of density"),
            ({"temperature": ones, "magnetic_field": 5.0}, {}, "magnetic_field is a vector and has shape \\(\\)"),
            ({"temperature": ones, "magnetic_field": (ones, ones)}, {}, "has 2 components; must have 3"),
            ({"temperature": ones, "magnetic_field": (ones,) * 4}, {}, "has 4 components; must have 3"),
            ({"temperature": ones, "neutrino_flux": frozen}, {}, "neutrino_flux is an output; give it among the outputs"),
            ({"temperature": ones}, {"density": ones}, "density is an input; give it among the inputs"),
            ({"temperature": ones}, {"neutrino_flux": frozen}, "output neutrino_flux is not writeable"),
            ({"temperature": ones}, {"neutrino_flux": numpy.broadcast_to(0.0, (3, 4))}, "output neutrino_flux is not writeable"),
            ({"temperature": ones}, {"neutrino_flux": fluxes.tolist()}, "must be a numpy array"),
            ({"temperature": ones}, {"neutrino_flux": fluxes.astype(">f4")}, "native byte order"),
            ({"temperature": ones, "mask": ones}, {}, "mask has dtype float64; must be bool"),
            ({"temperature": ones}, {"flags": ones}, "flags has dtype float64; must be int64"),
            ({2**40 + 1: ones}, {}, "number of a field is 1099511627777"),
            ({True: ones}, {}, "no field with the number True"),
        ):  # fmt: skip
            with self.subTest(text), chiralkick.Coupling() as coupling:
                coupling.begin(1, 0.0, 1.0)
                with self.assertRaisesRegex(chiralkick.ChiralKickError, text):
                    coupling.evaluate(inputs, outputs)

    def test_uniform_absent_packed_and_empty_fields(self):
        packed = numpy.ones(4, numpy.dtype([("kind", "i1"), ("t", "f8")]))["t"]  # 9 bytes apart: not aligned
        for inputs in (
            {"temperature": packed},
            {"temperature": 1, "density": numpy.ones(4), "magnetic_field": (0, numpy.ones(4), None), "vorticity": None},
            {"temperature": numpy.array(1, ">f8"), "velocity": numpy.zeros(3), "mask": True},
        ):
            out = numpy.full((3, 4), 9.0)
            with chiralkick.Coupling(REPLAY) as coupling, coupling.step(1, 0.0, 0.1):
                coupling.evaluate(inputs, {"neutrino_flux": out, "axial_flux": None}, block=7)
            self.assertEqual(out[2].tolist(), [1.5, 2.5, 3.5, 3.5])
        for empty in (numpy.ones(0), numpy.ones((2, 0, 3))):
            with chiralkick.Coupling(REPLAY) as coupling, coupling.step(1, 0.0, 0.1):
                self.assertEqual(coupling.evaluate({"temperature": empty}, block=7).flagged, 0)

    def test_fields_per_energy_group_have_an_axis_of_groups(self):
        opacity = numpy.full((2, 4), 1e-3)
        for out in (numpy.full((3, 2, 4), 9.0), numpy.full((4, 2, 3), 9.0).T, numpy.full((3, 4, 2), 9.0, "f4").swapaxes(1, 2)):
            with chiralkick.Coupling(REPLAY) as coupling:
                coupling.groups([0, 20, numpy.inf])
                with coupling.step(1, 0.0, 0.1):
                    coupling.evaluate({"temperature": 10.0, "nu_e_group_absorption_opacity": opacity},
                                      {"anti_nu_e_group_energy_flux": out}, block=9)  # fmt: skip
            expected = numpy.zeros((3, 2, 4))
            expected[1, 0], expected[2, 1] = 4.5, (-7, -8, -8, -8)
            numpy.testing.assert_array_equal(out, expected)
        parts = [None, numpy.full((2, 4), 9.0), None]
        with chiralkick.Coupling(REPLAY) as coupling:
            coupling.groups([0, 20, numpy.inf])
            with coupling.step(1, 0.0, 0.1):
                coupling.evaluate({"temperature": 10.0}, {"anti_nu_e_group_energy_flux": parts}, block=9)
                coupling.evaluate({"nu_e_group_energy_density": numpy.ones(2), "temperature": numpy.ones(4)}, block=10)  # uniform
        self.assertEqual(parts[1].tolist(), [[4.5] * 4, [0.0] * 4])

    def test_groups_that_do_not_fit_are_refused(self):
        with chiralkick.Coupling() as coupling:
            with self.assertRaisesRegex(chiralkick.ChiralKickError, "edge 1 of the energy groups is 3 MeV; must be above edge 0, 5 MeV"):
                coupling.groups([5, 3])
            with self.assertRaisesRegex(chiralkick.ChiralKickError, "number of energy groups is 0"):
                coupling.groups([])
            coupling.groups([0, 20, 50])
            coupling.begin(1, 0.0, 1.0)
            for shape, text in (((3, 4), r"shape \(3, 4\); must be \(3, 2, ...\), as the coupling has 2 groups"), ((3,), "must be .3, 2")):
                with self.assertRaisesRegex(chiralkick.ChiralKickError, text):
                    coupling.evaluate({"temperature": numpy.ones(4)}, {"nu_e_group_number_flux": numpy.zeros(shape)})
            with self.assertRaisesRegex(chiralkick.ChiralKickError, r"shape \(4,\); must be \(2, ...\)"):
                coupling.evaluate({"nu_x_group_energy_density": numpy.ones(4)})
        with chiralkick.Coupling() as coupling, coupling.step(1, 0.0, 1.0):
            with self.assertRaisesRegex(chiralkick.ChiralKickError, "but the coupling has none; call groups"):
                coupling.evaluate({"nu_x_group_energy_density": numpy.ones((2, 4))})

    def test_the_star_gets_the_opposite_of_what_the_hosts_transport_lets_out(self):
        with chiralkick.Coupling({"recoil": {"form": "transport"}}) as coupling:
            with coupling.step(1, 0.0, 0.25):
                coupling.emitted(numpy.array([4e38, 0, -8e30]), 2, numpy.float64(16))
            with coupling.step(2, 0.25, 0.25):
                coupling.emitted((1, 2, 3), -4.0, 8.0, weight=0.25)
                coupling.emitted([1, 2, 3], -4.0, 8.0, 0.75)
            recoil = coupling.recoil()
            self.assertEqual(list(recoil.momentum), [-1e38 - 0.25, -0.5, 2e30 - 0.75])
            self.assertEqual((recoil.number, recoil.energy, recoil.steps), (-0.5, 6.0, 2))
            with self.assertRaisesRegex(chiralkick.ChiralKickError, "nothing was emitted in step 3"), coupling.step(3, 0.5, 0.25):
                pass
            self.assertEqual(coupling.recoil().steps, 2)

    def test_an_emission_that_is_no_numbers_in_cgs_is_refused(self):
        class Quantity:  # as astropy and pint do: no float without its unit
            def __float__(self):
                raise TypeError("only dimensionless quantities can be converted")

        with chiralkick.Coupling({"recoil": {"form": "transport"}}) as coupling:
            coupling.begin(1, 0.0, 1.0)
            for arguments, text in (
                (((1, 2, Quantity()), 0, 0), r"momentum of neutrinos along z \[dyn\] is .*; must be a real number"),
                (((1, 2, 3), Quantity(), 0), r"number \[1/s\] is .*; must be a real number"),
                (((1, 2, 3), 0, Quantity()), r"energy \[erg/s\] is .*; must be a real number"),
                (((1, 2, 3), 0, 0, "1"), "weight is '1'; must be a real number"),
                ((5.0, 0, 0), r"momentum of neutrinos is 5.0; must be three real numbers \[dyn\]"),
            ):
                with self.subTest(text), self.assertRaisesRegex(TypeError, text):
                    coupling.emitted(*arguments)
            for arguments, text in (
                (((1, 2), 0, 0), "momentum of neutrinos has 2 components; must have 3"),
                (((1, 2, numpy.nan), 0, 0), "emitted momentum of neutrinos along z is nan dyn; must be finite"),
                (((1, 2, 3), 0, numpy.inf), "emitted energy is inf erg/s; must be finite"),
                (((1, 2, 3), 0, 0, 2000), "weight of ck_emitted is 2000"),
            ):
                with self.subTest(text), self.assertRaisesRegex(chiralkick.ChiralKickError, text):
                    coupling.emitted(*arguments)
        with chiralkick.Coupling() as coupling, coupling.step(1, 0.0, 1.0):
            with self.assertRaisesRegex(chiralkick.ChiralKickError, "emitted in recoil form auto"):
                coupling.emitted((0, 0, 0), 0, 0)

    def test_surface_elements_are_those_of_the_file_in_arrays_of_any_layout(self):
        lines = [line.split() for line in (HERE / "surface.txt").read_text().splitlines() if not line.startswith("#")]
        first, spacing, centre, (radius,), shape = ([float(number) for number in line[1:]] for line in lines[:5])
        shape = [int(extent) for extent in shape]
        expected = numpy.array(lines[5:], float).reshape(*shape[::-1], 3).T
        elements = chiralkick.surface_elements(first, spacing, centre, radius, shape=shape)
        numpy.testing.assert_allclose(elements, expected, rtol=0, atol=1e-15)
        for out in (numpy.full(elements.shape[::-1], 9.0).T, numpy.full((3, 9, 8, 7), 9.0)[:, 3:-1, ::2, 5:0:-1][..., :4],
                    numpy.full(elements.shape, 9, "f4")):  # fmt: skip
            self.assertIs(chiralkick.surface_elements(first, spacing, centre, radius, out=out), out)
            numpy.testing.assert_array_equal(out, elements.astype(out.dtype))

    def test_surface_elements_are_closed_and_emit_what_crosses_the_disc(self):
        area = chiralkick.surface_elements((-0.9375,) * 3, 0.125, (0, 0.01, 0.02), 0.75, shape=(16,) * 3)
        self.assertLess(abs(area.sum(axis=(1, 2, 3))).max(), 1e-14 * abs(area).sum())
        for flux in ((0, 0, 1), (1, 1, 1), (1, -2, 0.5)):
            out = numpy.maximum(numpy.tensordot(flux, area, 1), 0).sum() / numpy.linalg.norm(flux)
            self.assertLess(abs(out / (numpy.pi * 0.75**2) - 1), 0.015)

    def test_surface_elements_that_make_no_sense_are_refused(self):
        frozen = numpy.zeros((3, 4, 4, 4))
        frozen.flags.writeable = False
        o, out = (0, 0, 0), numpy.zeros((3, 4, 4, 4))
        for arguments, keywords, text in (
            ((o, 1, o, 2), {"out": out[:, 0]}, r"out for the surface elements has shape \(3, 4, 4\); must be"),
            ((o, 1, o, 2), {"out": [0.0]}, "out for the surface elements is of type list; must be a numpy array"),
            ((o, 1, o, 2), {"out": frozen}, "out for the surface elements is not writeable"),
            ((o, 1, o, 2), {"out": out.astype("i8")}, "out for the surface elements has dtype int64; must be float64 or float32"),
            ((o, 1, o, 2), {"shape": (4, 4)}, r"shape of the surface elements is \(4, 4\); must be three extents"),
            ((o, 1, o, 2), {"shape": (4, 4, -1)}, "must be three extents >= 0"),
            ((o, (1, 1), o, 2), {"out": out}, "spacing has 2 components; must have 3"),
            ((o, 0, o, 2), {"out": out}, "spacing along x is 0; must be a length"),
            ((o, 1, (0, 0, numpy.nan), 2), {"out": out}, "centre of the sphere along z is nan"),
            ((o, 1, o, 1), {"out": out}, "radius of the sphere is 1, and zones at its surface measure 1; must be at least 2"),
        ):
            with self.subTest(text), self.assertRaisesRegex(chiralkick.ChiralKickError, text):
                chiralkick.surface_elements(*arguments, **keywords)
        for arguments, keywords in (((o, 1, o, 2), {}), ((o, 1, o, 2), {"out": out, "shape": (4, 4, 4)}), ((o, "1", o, 2), {"out": out}),
                                    ((o, 1, o, "2"), {"out": out}), ((o, 1, 5, 2), {"out": out})):  # fmt: skip
            self.assertRaises(TypeError, chiralkick.surface_elements, *arguments, **keywords)

    def test_divergence_is_that_of_the_file_in_arrays_of_any_layout(self):
        lines = [line.split() for line in (HERE / "divergence.txt").read_text().splitlines() if not line.startswith("#")]
        first, spacing, centre, (radius,), shape = ([float(number) for number in line] for line in lines[:5])
        shape = [int(extent) for extent in shape]
        rest = lines[5 + numpy.prod(shape):]
        expected = numpy.array(lines[5:5 + numpy.prod(shape)], float).reshape(shape[::-1]).T
        flux = self.flux_of_the_file(shape)
        made = chiralkick.divergence(flux, spacing=spacing, first=first, centre=centre, radius=radius)
        numpy.testing.assert_allclose(made, expected, rtol=1e-13, atol=1e-13)
        for out in (numpy.full(made.shape[::-1], 9.0).T, numpy.full((7, 6, 14), 9.0)[1:, 4::-1, ::2][..., 1:], numpy.full(made.shape, 9, "f4")):
            args = numpy.asfortranarray(flux.astype(out.dtype))
            self.assertIs(chiralkick.divergence(args, spacing=spacing, first=first, centre=centre, radius=radius, out=out), out)
            numpy.testing.assert_array_equal(out, made.astype(out.dtype))
        edges = [numpy.array(line, float) for line in rest[:3]]
        shape = [len(edge) - 1 for edge in edges]
        expected = numpy.array(rest[4:], float).reshape(shape[::-1]).T
        made = chiralkick.divergence(self.flux_of_the_file(shape), edges=edges, radius=float(rest[3][0]))
        numpy.testing.assert_allclose(made, expected, rtol=1e-13, atol=1e-13)

    @staticmethod
    def flux_of_the_file(shape):
        c, i, j, k = numpy.indices((3, *(extent + 2 for extent in shape)))
        return (7 * i + 13 * j + 29 * k + 17 * c) % 32 / 8 - 2

    def test_a_divergence_that_makes_no_sense_is_refused(self):
        flux, frozen = numpy.zeros((3, 4, 5, 6)), numpy.zeros((2, 3, 4))
        frozen.flags.writeable = False
        good = {"spacing": 1}
        for given, keywords, text in (
            ([0.0], good, "flux is of type list; must be a numpy array"),
            (flux[0], good, r"flux has shape \(4, 5, 6\); must be a numpy array of shape"),
            (flux.astype("i8"), good, "flux has dtype int64; must be float64 or float32"),
            (flux, {**good, "out": flux}, r"out for the divergence has shape \(3, 4, 5, 6\); must be a numpy array of shape \(2, 3, 4\)"),
            (flux, {**good, "out": frozen}, "out for the divergence is not writeable"),
            (flux, {"spacing": (1, 1)}, "spacing has 2 components; must have 3"),
            (flux, {"spacing": 0}, "spacing along x is 0; must be a length"),
            (flux, {**good, "radius": -1}, "radius of the surface is -1; must be 0, for none"),
            (flux, {"edges": ([0, 1, 2], [0, 1, 2, 3])}, "edges are 2 arrays; must be three"),
            (flux, {"edges": ([0, 1, 2], [0, 1, 2], [0, 1, 2, 3, 4])}, r"edges of theta have shape \(3,\) for 3 zones"),
            (flux, {"edges": ([0, 1, 1], [0, 1, 2, 3], [0, 1, 2, 3, 4])}, "edge 2 of r is 1 and the one before 1; edges must rise"),
        ):
            with self.subTest(text), self.assertRaisesRegex(chiralkick.ChiralKickError, text):
                chiralkick.divergence(given, **keywords)
        for keywords in ({}, {"spacing": 1, "edges": ()}, {"spacing": "1"}, {"spacing": 1, "radius": "1"}):
            self.assertRaises(TypeError, chiralkick.divergence, flux, **keywords)

    def test_nothing_keeps_an_array_after_the_call(self):
        with chiralkick.Coupling() as coupling, coupling.step(1, 0.0, 0.1):
            temperature, flux = numpy.ones(4), numpy.full((3, 4), 9.0)
            coupling.evaluate({"temperature": temperature, "density": 2 * temperature}, {"neutrino_flux": flux})
            seen = weakref.ref(temperature), weakref.ref(flux)
            del temperature, flux
            self.assertEqual([array() for array in seen], [None, None])


if __name__ == "__main__":
    assert "CHIRALKICK_LIBRARY" in os.environ
    unittest.main()
