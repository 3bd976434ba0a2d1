"""The Python package with the stub: layouts, errors, retry, state."""
import os
import pathlib
import re
import unittest

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


if __name__ == "__main__":
    assert "CHIRALKICK_LIBRARY" in os.environ
    unittest.main()
