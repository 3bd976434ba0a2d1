"""A spherical host that feeds back, with the real library: with the neutrinos it keeps leptons, energy and momentum. Prints "ok"."""

import chiralkick
import numpy

dt, shape = 1e-5, (14, 8, 12)
r = 1e5 * numpy.arange(15) * (1 + 0.02 * numpy.arange(15))
theta, phi = numpy.linspace(0, numpy.pi, 9), numpy.linspace(0, 2 * numpy.pi, 13)
surface = 10  # of the edges of r
ends = {"edges": (r, theta, phi), "radius": r[surface]}
volume = (numpy.diff(r**3)[:, None, None] / 3 * -numpy.diff(numpy.cos(theta))[:, None] * numpy.diff(phi)).copy()

# A uniform flux ends at the outer faces: minus its divergence times the volume is their area along it.
wide = (3, *(n + 2 for n in shape))
area = numpy.zeros((3, *shape))
for axis in range(3):
    unit = numpy.zeros(wide)
    unit[axis] = 1
    area[axis, surface - 1] = -(chiralkick.divergence(unit, **ends) * volume)[surface - 1]
assert abs(area.sum(axis=(1, 2, 3))).max() < 1e-13 * abs(area).sum()

i, j, k = numpy.indices(shape)
inputs = {
    "temperature": 10.0 + j % 3,
    "electron_chemical_potential": 120.0 + k % 5,
    "neutrino_chemical_potential": 70.0 + i,
    "magnetic_field": (1e11 * (j - 3.0), 2e11 * (k % 4), 1e12 + 1e10 * i),
    "surface_element": area,
    "volume": volume,
}
fluxes = {name: numpy.zeros(wide) for name in ("neutrino_flux", "neutrino_energy_flux")}
escaped = {"number": numpy.zeros(shape), "energy": numpy.zeros(shape), "momentum": numpy.zeros((3, *shape))}
outputs = {name: flux[:, 1:-1, 1:-1, 1:-1] for name, flux in fluxes.items()}
outputs.update({f"escaped_{name}": array for name, array in escaped.items()})
leptons, energy, momentum = numpy.zeros(shape), numpy.zeros(shape), numpy.zeros((3, *shape))  # changes since the start


def divergence(flux):
    flux[:, 1:-1, 1:-1, 0], flux[:, 1:-1, 1:-1, -1] = flux[:, 1:-1, 1:-1, -2], flux[:, 1:-1, 1:-1, 1]  # around in phi
    return chiralkick.divergence(flux, **ends)


with chiralkick.Coupling() as coupling:
    for step in range(1, 4):
        with coupling.step(step, t=step * dt, dt=dt):
            for _ in range(2):
                inputs["neutrino_chemical_potential"] += 0.5
                coupling.evaluate(inputs, outputs, weight=0.5)
                leptons -= 0.5 * dt * (divergence(fluxes["neutrino_flux"]) + escaped["number"])
                energy -= 0.5 * dt * (divergence(fluxes["neutrino_energy_flux"]) + escaped["energy"])
                momentum -= 0.5 * dt * escaped["momentum"]
    recoil = coupling.recoil()

for name, change, counted in (
    ("leptons", leptons, -recoil.number),
    ("energy", energy, -recoil.energy),
    *((f"momentum {axis}", momentum[axis], recoil.momentum[axis]) for axis in range(3)),
):
    total, size = (change * volume).sum(), (abs(change) * volume).sum()
    assert size > 0 and counted != 0, name
    assert abs(total - counted) <= 1e-14 * size, (name, total, counted)
print("ok")
