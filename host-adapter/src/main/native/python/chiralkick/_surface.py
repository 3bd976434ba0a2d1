"""Surface elements of a sphere on a Cartesian grid."""

import ctypes

import numpy

from . import _abi, _arguments, _units
from ._library import ChiralKickError, View, library
from ._views import float_kind


def surface_elements(first, spacing, centre, radius, *, shape=None, out=None):
    """Surface elements of a sphere for a block of a uniform Cartesian grid, as the field surface_element takes them.

    first: x, y, z of the centre of the block's first zone; spacing: of the zones along x, y, z, a number where it is one for all;
    centre: x, y, z of the sphere's; all with radius in your unit of length. Give the shape of the block, (n_x, n_y, n_z), or an array out of shape
    (3, n_x, n_y, n_z), float64 or float32 with any strides, that is written in place: of arrays with z first give the transpose. Returns the
    array, in that unit squared. Zones away from the surface get 0, the elements of a grid that holds the sphere add up to 0 whatever its blocks,
    and they emit F pi R^2 of a uniform flux within 1.5 % for a radius of 4 zones. See ck_surface_elements in chiralkick.h.
    """
    if (shape is None) == (out is None):
        raise TypeError("give either shape=(n_x, n_y, n_z) or out=an array of shape (3, n_x, n_y, n_z)")
    if out is None:
        extents = tuple(_arguments.integer("extent of the surface elements", extent) for extent in shape)
        if len(extents) != 3 or min(extents) < 0:
            raise ChiralKickError(_abi.EARG, f"shape of the surface elements is {extents}; must be three extents >= 0, (n_x, n_y, n_z)")
        out = numpy.zeros((3, *extents))
    if _units.carried(out) is not None:
        raise TypeError("out for the surface elements has a unit of its own; give a plain array, which is filled in your unit of length squared")
    if not isinstance(out, numpy.ndarray) or out.ndim != 4 or out.shape[0] != 3:
        given = f"has shape {out.shape}" if isinstance(out, numpy.ndarray) else f"is of type {type(out).__name__}"
        raise ChiralKickError(_abi.EFIELD, f"out for the surface elements {given}; must be a numpy array of shape (3, n_x, n_y, n_z)")
    if not out.flags.writeable:
        raise ChiralKickError(_abi.EARG, "out for the surface elements is not writeable; give an array of your own")
    view = View(base=out.ctypes.data, kind=float_kind("out for the surface elements", out), components=3, component_stride=out.strides[0])
    for axis in range(3):
        view.n[axis], view.stride[axis] = out.shape[axis + 1], out.strides[axis + 1]
    view.n[3] = 1
    if numpy.ndim(spacing) == 0:
        spacing = (spacing,) * 3
    places = [(ctypes.c_double * 3)(*_arguments.vector(name, value, "your unit of length"))
              for name, value in (("centre of the first zone", first), ("spacing", spacing), ("centre of the sphere", centre))]  # fmt: skip
    code = library().ck_surface_elements(*places, _arguments.real("radius of the sphere", radius), ctypes.byref(view))
    if code != _abi.OK:
        raise ChiralKickError(code, library().ck_last_error(None).decode("utf-8", "replace"))
    return out
