"""Divergence of fluxes on a Cartesian or spherical grid."""

import ctypes

import numpy

from . import _abi, _arguments, _units
from ._library import ChiralKickError, Grid, View, library
from ._views import float_kind

_LENGTH = "your unit of length"


def divergence(flux, *, spacing=None, edges=None, first=(0, 0, 0), centre=(0, 0, 0), radius=0, out=None):
    """Divergence of a flux on a block: what each zone loses per volume and time. What leaves one zone enters the next.

    flux: array of shape (3, n_x + 2, n_y + 2, n_z + 2), or (3, n_r + 2, n_theta + 2, n_phi + 2), float64 or float32 with any strides: x, y, z
    components in the zones of the block and in a layer around it, filled as ghost zones are. Give either the spacing of a Cartesian grid, three
    lengths or a number where it is one for all, or the edges of a spherical one, (r, theta, phi), of each one more than zones. With a radius
    the flux ends at that surface, a sphere about centre (first: x, y, z of the centre of the block's first zone) or an edge of r; then nothing
    leaves, and what has escaped is to be taken off beside. Returns an array of shape (n_x, n_y, n_z), out where that is given (float64 or
    float32), in the unit of the flux over that of length. See ck_divergence in chiralkick.h.
    """
    if (spacing is None) == (edges is None):
        raise TypeError("give either spacing=(h_x, h_y, h_z) or edges=(r, theta, phi)")
    for name, array in (("flux", flux), ("out for the divergence", out)):
        if _units.carried(array) is not None:
            raise TypeError(f"{name} has a unit of its own; give its values, the divergence is in their unit over your unit of length")
    if not isinstance(flux, numpy.ndarray) or flux.ndim != 4 or flux.shape[0] != 3 or min(flux.shape) < 2:
        raise ChiralKickError(_abi.EFIELD, f"flux {_given(flux)}; must be a numpy array of shape (3, n_x + 2, n_y + 2, n_z + 2)")
    shape = tuple(extent - 2 for extent in flux.shape[1:])
    if out is None:
        out = numpy.zeros(shape)
    if not isinstance(out, numpy.ndarray) or out.shape != shape:
        raise ChiralKickError(_abi.EFIELD, f"out for the divergence {_given(out)}; must be a numpy array of shape {shape}, flux's without the layer")
    if not out.flags.writeable:
        raise ChiralKickError(_abi.EARG, "out for the divergence is not writeable; give an array of your own")
    grid, kept = _grid(spacing, edges, first, centre, radius, shape)
    views = _view("flux", flux, flux.shape[1:], flux.strides[1:]), _view("out for the divergence", out, out.shape, out.strides)
    views[0].component_stride = flux.strides[0]
    code = library().ck_divergence(ctypes.byref(grid), ctypes.byref(views[0]), ctypes.byref(views[1]))
    del kept
    if code != _abi.OK:
        raise ChiralKickError(code, library().ck_last_error(None).decode("utf-8", "replace"))
    return out


def _given(value):
    return f"has shape {value.shape}" if isinstance(value, numpy.ndarray) else f"is of type {type(value).__name__}"


def _view(name, array, shape, strides):
    view = View(base=array.ctypes.data, kind=float_kind(name, array))
    view.n[:] = (*shape, 1)
    view.stride[:] = (*strides, 0)
    return view


def _grid(spacing, edges, first, centre, radius, shape):
    """The grid, and the arrays that it points to."""
    grid = Grid(struct_size=ctypes.sizeof(Grid), radius=_arguments.real("radius of the surface", radius))
    kept = []
    if edges is None:
        if numpy.ndim(spacing) == 0:
            spacing = (spacing,) * 3
        for part, name, value in (("first", "centre of the first zone", first), ("spacing", "spacing", spacing),
                                  ("centre", "centre of the sphere", centre)):  # fmt: skip
            setattr(grid, part, (ctypes.c_double * 3)(*_arguments.vector(name, value, _LENGTH)))
        return grid, kept
    grid.geometry = _abi.SPHERICAL
    if len(edges) != 3:
        raise ChiralKickError(_abi.EARG, f"edges are {len(edges)} arrays; must be three, (r, theta, phi)")
    for axis, name in enumerate(("r", "theta", "phi")):
        array = numpy.ascontiguousarray(edges[axis], float)
        if array.shape != (shape[axis] + 1,):
            raise ChiralKickError(_abi.EARG, f"edges of {name} have shape {array.shape} for {shape[axis]} zones; must be one more than zones")
        kept.append(array)
        grid.edges[axis] = array.ctypes.data_as(ctypes.POINTER(ctypes.c_double))
    return grid, kept
