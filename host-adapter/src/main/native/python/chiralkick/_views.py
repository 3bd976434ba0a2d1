"""numpy arrays as views of C: no copy, axes reversed so that the last one counts as the first extent."""

import numpy

from . import _abi, _units
from ._abi import EARG, EFIELD, FLAGS, MASK
from ._arguments import integer
from ._library import ChiralKickError, View, library

_FIELDS = frozenset(_abi.NUMBERS.values())
# Keyed by dtype and not by its name, which numpy spells anew at each call; one in foreign byte order is another key.
_FLOATS = {numpy.dtype("float64"): _abi.F64, numpy.dtype("float32"): _abi.F32}
_BYTES = {numpy.dtype(name): _abi.U8 for name in ("bool", "uint8", "int8")}
_KINDS = {MASK: _BYTES, FLAGS: {numpy.dtype("int64"): _abi.I64}}


def _kind(name, array, kinds):
    kind = kinds.get(array.dtype)
    if kind is None:
        allowed = " or ".join(dtype.name for dtype in kinds)
        raise ChiralKickError(EARG, f"{name} has dtype {array.dtype}; must be {allowed} in native byte order")
    return kind


def float_kind(name, array):
    """F64 or F32; what is neither is refused."""
    return _kind(name, array, _FLOATS)


class _Entry:
    """A field, or one component of it, as the host gave it: its number, name, components, groups (None: not per group), and array."""

    def __init__(self, number, name, components, groups, value, output, units):
        value, self.factor = _units.written(number, name, value, units) if output else (_units.plain(number, name, value, units), None)
        self.number, self.name, self.components, self.output = number, name, components, output
        self.first = (components == 3) + (groups is not None)  # axis of the first zone
        if output and not isinstance(value, numpy.ndarray):
            raise ChiralKickError(EARG, f"output {name} must be a numpy array")
        if isinstance(value, numpy.ma.MaskedArray):
            raise ChiralKickError(EARG, f"{name} is a masked array; give its data as {name} and ~numpy.ma.getmaskarray(...) as mask")
        try:
            self.array = numpy.asanyarray(value)
        except ValueError as error:
            raise ChiralKickError(EARG, f"{name} is not an array: {error}") from None
        if components == 3 and self.array.shape[:1] != (3,):
            shape = "(3, ...)" if groups is None else "(3, groups, ...)"
            raise ChiralKickError(EFIELD, f"{name} is a vector and has shape {self.array.shape}; must be {shape}")
        if groups and self.array.shape[self.first - 1 : self.first] != (groups,):
            axes = f"(3, {groups}, ...)" if components == 3 else f"({groups}, ...)"
            raise ChiralKickError(
                EFIELD, f"{name} is per energy group and has shape {self.array.shape}; must be {axes}, as the coupling has {groups} groups"
            )

    def zones(self):
        """Shape of its zones; () where it is uniform."""
        return self.array.shape[self.first :]

    def spread(self, zones):
        """Repeats a uniform input over all zones, by strides of 0."""
        if self.output or self.zones() or not zones:
            return
        self.array = numpy.broadcast_to(self.array.reshape(self.array.shape + (1,) * len(zones)), self.array.shape + zones)

    def view(self):
        array = self.array
        kind = _kind(self.name, array, _KINDS.get(self.number, _FLOATS))
        if self.output and not array.flags.writeable:
            raise ChiralKickError(EARG, f"output {self.name} is not writeable")
        zones, strides = self.zones(), array.strides[self.first :]
        component_stride = array.strides[0] if self.components == 3 else 0
        group_stride = array.strides[self.first - 1] if self.first > (self.components == 3) else 0
        if len(zones) > 4:
            raise ChiralKickError(EARG, f"{self.name} has {len(zones)} axes; must have at most 4")
        view = View(base=array.ctypes.data, kind=kind, components=self.components, component_stride=component_stride)
        view.group_stride = group_stride
        for axis in range(4):
            view.n[axis] = zones[-1 - axis] if axis < len(zones) else 1
            view.stride[axis] = strides[-1 - axis] if axis < len(zones) else 0
        return view


def _number(field):
    if isinstance(field, str):
        if field not in _abi.NUMBERS:
            code = library().ck_field_number(field.encode("utf-8", "replace"))  # says which is near
            raise ChiralKickError(code, library().ck_last_error(None).decode("utf-8", "replace"))
        return _abi.NUMBERS[field]
    number = integer("number of a field", field, 32)
    if isinstance(field, bool) or number % 1000 not in _FIELDS:
        raise ChiralKickError(EFIELD, f"there is no field with the number {field}")
    return number


def _entries(items, output, groups, units):
    """Entries of one side of a call. None means "I do not have this"; a vector given as three values is three entries."""
    for name, value in items:
        number = _number(name)
        if (number % 1000 > 100 and number != MASK) != output:
            raise ChiralKickError(EFIELD, f"{name} is an {'input' if output else 'output'}; give it among the {'in' if output else 'out'}puts")
        components = _abi.COMPONENTS.get(number, 1)
        of = groups if number % 1000 in _abi.PER_GROUP else None
        if of == 0 and value is not None:
            raise ChiralKickError(EFIELD, f"{name} is per energy group, but the coupling has none; call groups(edges) before the first begin")
        if components == 3 and isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ChiralKickError(EFIELD, f"{name} is a vector and has {len(value)} components; must have 3")
            for axis, part in enumerate(value):
                if part is not None:
                    yield _Entry(number + 1000 * (axis + 1), f"{name}_{'xyz'[axis]}", 1, of, part, output, units)
        elif value is not None:
            yield _Entry(number, name, components, of, value, output, units)


def rescale(entries):
    """Brings the outputs that carry a unit other than the host's to their own."""
    for entry in entries:
        if entry.factor is not None:
            _units.rescale(entry.name, entry.array, entry.factor)


def views_of(inputs, outputs, groups, units):
    """Numbers and views of all fields of a call, and its entries, which hold the arrays; groups: how many the coupling has."""
    entries = [*_entries(inputs, False, groups, units), *_entries(outputs, True, groups, units)]
    zones = next((entry.zones() for entry in entries if entry.zones()), ())
    for entry in entries:
        if not entry.zones() and entry.number != MASK and entry.array.dtype.kind in "iuf" and not entry.output:
            entry.array = entry.array.astype(float)  # a number, or three: uniform
        entry.spread(zones)
    return [entry.number for entry in entries], [entry.view() for entry in entries], entries
