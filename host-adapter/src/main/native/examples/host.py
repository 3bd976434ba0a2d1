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
field[..., 1], field[..., 2] = 1e11 * j, 1e12 + 1e11 * i
curl = numpy.zeros((3, nz, ny, nx), dtype="float32")
curl[1], curl[2] = 0.5 * j, 1000 + i
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


def bits(value):
    return struct.unpack("<Q", struct.pack("<d", value))[0]


try:
    with chiralkick.Coupling(config=sys.argv[1] if len(sys.argv) > 1 else None) as coupling:
        for step in range(2):
            with coupling.step(step, t=1e-3 * step):
                for stage in range(2):
                    coupling.evaluate(inputs, {"neutrino_flux": flux}, weight=0.5)
                coupling.set_dt(1e-3)
        recoil = coupling.recoil()
except chiralkick.ChiralKickError as error:
    sys.exit(str(error))

words = flux.view("uint64").reshape(3, -1)
turned = functools.reduce(lambda a, b: ((a << 1 | a >> 63) & (2**64 - 1)) ^ b, (int(w) for w in words[0] ^ words[1] ^ words[2]), 0)
print("momentum", *(f"{bits(p):016X}" for p in recoil.momentum))
print("escaped", f"{bits(recoil.number):016X}", f"{bits(recoil.energy):016X}")
print("flux", f"{turned:016X}")
print("steps", recoil.steps)
