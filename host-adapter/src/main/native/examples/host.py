"""The host of host.c in Python: numpy arrays with the layers as first axis, uniform where a field is, strided views of larger arrays."""
import functools
import struct
import sys

import chiralkick
import numpy

nx, ny, nz = 6, 5, 4
k, j, i = numpy.meshgrid(range(nz), range(ny), range(nx), indexing="ij")
number = i + nx * (j + ny * k)
zones = numpy.zeros((4, nz, ny, nx))  # one larger array of which parts are given
zones[0], zones[1], zones[2] = 8 + 0.25 * i, 140 + j, 90 + 2.0 * k
field = numpy.zeros((nz, ny, nx, 3))  # components last: moveaxis gives a view, nothing is copied
field[..., 0], field[..., 1] = 1e12 + 1e11 * i, 1e11 * j
curl = numpy.zeros((3, nz, ny, nx), dtype="float32")
curl[0], curl[1] = 1000 + i, 0.5 * j
area = tuple(1e10 * (number + 1) / factor for factor in (1, 2, 4))  # three unrelated arrays
flux = numpy.zeros((3, nz, ny, nx))

inputs = {
    "temperature": zones[0],
    "electron_chemical_potential": zones[1],
    "neutrino_chemical_potential": zones[2],
    "magnetic_field": numpy.moveaxis(field, -1, 0),
    "vorticity": curl,
    "surface_element": area,
}

with_bits = "--bits" in sys.argv[1:]  # exact bits instead of digits, for the tests
configuration = next((argument for argument in sys.argv[1:] if argument != "--bits"), None)
try:
    with chiralkick.Coupling(config=configuration) as coupling:
        for step in range(2):
            with coupling.step(step, t=1e-3 * step):
                for stage in range(2):
                    coupling.evaluate(inputs, {"neutrino_flux": flux}, weight=0.5)
                coupling.set_dt(1e-3)
        recoil = coupling.recoil()
except chiralkick.ChiralKickError as error:
    sys.exit(str(error))


def show(what, value, unit):
    print(what, struct.pack(">d", value).hex().upper() if with_bits else f"{value:.2e}", unit)


for momentum, axis in zip(recoil.momentum, "xyz"):
    show("momentum", momentum, "g cm/s along " + axis)
show("escaped", recoil.number, "neutrinos")
show("escaped", recoil.energy, "erg")
show("flux", flux[0, -1, -1, -1], "neutrinos/(cm^2 s) along x in the last zone")
if with_bits:  # one word of every bit of every zone's flux
    words = numpy.bitwise_xor.reduce(flux.view("uint64").reshape(3, -1))
    print("fluxes", f"{functools.reduce(lambda a, b: ((a << 1 | a >> 63) & (2**64 - 1)) ^ b, map(int, words), 0):016X}")
print("steps", recoil.steps)
