"""ChiralKick for host codes in Python: anomalous lepton transport and the recoil of the star.

    with chiralkick.Coupling(config={"preset": "consistent"}) as coupling:
        with coupling.step(0, t=0.0, dt=1e-3):
            coupling.evaluate({"temperature": T, "magnetic_field": B, ...}, {"neutrino_flux": F})
        print(coupling.recoil().momentum)

Arrays of float64 and float32 with any strides are read and written in place; a vector field has its three components as the *first* axis
(shape (3, ...)) unless it is a tuple of three arrays. Shapes of all fields of a call agree; zones are numbered in the order of the last
axis fastest. Numbers stand for uniform fields. Needs numpy; nothing is compiled.
"""

import contextlib
import ctypes
import json
import os
import pathlib

import numpy

from ._abi import *  # noqa: F401,F403 - the constants of chiralkick.h
from . import _abi

__all__ = ["Coupling", "ChiralKickError", "StepRejected", "version", "abi_version"] + _abi.__all__


class ChiralKickError(RuntimeError):
    """A call failed; `code` is one of EARG, ESTATE, EFIELD, ESOURCE, EINTERNAL."""

    def __init__(self, code, message):
        super().__init__(f"{message} [{_library().ck_error_name(code).decode()}]")
        self.code = code


class StepRejected(Exception):
    """The step was too long and nothing was committed; `dt_max` is the largest that is stable, in the host's unit of time."""

    def __init__(self, step):
        super().__init__(f"dt of step {step.step} is {step.dt:g}; must be <= {step.dt_max:g}")
        self.dt_max = step.dt_max


class _OpenArgs(ctypes.Structure):
    _fields_ = [
        ("struct_size", ctypes.c_size_t),
        ("home", ctypes.c_char_p),
        ("config", ctypes.c_char_p),
        ("mass_g", ctypes.c_double),
        ("length_cm", ctypes.c_double),
        ("time_s", ctypes.c_double),
        ("temperature_mev", ctypes.c_double),
        ("potential_mev", ctypes.c_double),
        ("field_system", ctypes.c_int),
        ("rank", ctypes.c_int),
        ("ranks", ctypes.c_int),
        ("can_retry", ctypes.c_int),
        ("threads", ctypes.c_int),
        ("log", ctypes.c_void_p),
        ("log_context", ctypes.c_void_p),
        ("jvm", ctypes.c_char_p),
        ("record", ctypes.c_char_p),
    ]


class _View(ctypes.Structure):
    _fields_ = [
        ("base", ctypes.c_void_p),
        ("kind", ctypes.c_int),
        ("components", ctypes.c_int),
        ("n", ctypes.c_int64 * 4),
        ("stride", ctypes.c_int64 * 4),
        ("component_stride", ctypes.c_int64),
    ]


class _Sized(ctypes.Structure):
    def __init__(self):
        super().__init__(struct_size=ctypes.sizeof(self))

    def __repr__(self):
        values = ((name, getattr(self, name)) for name, _ in self._fields_[1:])
        return f"{type(self).__name__}({', '.join(f'{n}={list(v) if isinstance(v, ctypes.Array) else v}' for n, v in values)})"


class BlockResult(_Sized):
    """dt_max [host time], momentum_rate [dyn], number_rate [1/s], energy_rate [erg/s], flagged zones."""

    _fields_ = [
        ("struct_size", ctypes.c_size_t),
        ("dt_max", ctypes.c_double),
        ("momentum_rate", ctypes.c_double * 3),
        ("number_rate", ctypes.c_double),
        ("energy_rate", ctypes.c_double),
        ("flagged", ctypes.c_int64),
    ]


class Recoil(_Sized):
    """What the star received: momentum [g cm/s], torque [g cm^2/s]; what escaped: number, energy [erg]; committed steps."""

    _fields_ = [
        ("struct_size", ctypes.c_size_t),
        ("momentum", ctypes.c_double * 3),
        ("torque", ctypes.c_double * 3),
        ("number", ctypes.c_double),
        ("energy", ctypes.c_double),
        ("steps", ctypes.c_int64),
    ]


class Step(_Sized):
    """What the last commit decided; times in the host's unit."""

    _fields_ = [
        ("struct_size", ctypes.c_size_t),
        ("step", ctypes.c_int64),
        ("committed", ctypes.c_int),
        ("source_absent", ctypes.c_int),
        ("dt", ctypes.c_double),
        ("dt_max", ctypes.c_double),
        ("flagged", ctypes.c_int64),
        ("invalid", ctypes.c_int64),
    ]


_LOG = ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p)
_loaded = []


def _library():
    """The library: CHIRALKICK_LIBRARY, else next to this package (native/python -> native/lib), else as the system finds it."""
    if not _loaded:
        beside = pathlib.Path(__file__).resolve().parents[2] / "lib" / "libchiralkick.so.1"
        name = os.environ.get("CHIRALKICK_LIBRARY") or (str(beside) if beside.exists() else "libchiralkick.so.1")
        library = ctypes.CDLL(name)
        for text in ("ck_last_error", "ck_version", "ck_error_name", "ck_field_name"):
            getattr(library, text).restype = ctypes.c_char_p
        handle, size, pointer, double, integer = (
            ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_double, ctypes.c_int64)  # fmt: skip
        for name, types in {
            "ck_open": [pointer, pointer],
            "ck_begin": [handle, integer, double, double],
            "ck_evaluate": [handle, integer, double, ctypes.c_int, pointer, pointer, pointer],
            "ck_set_dt": [handle, double],
            "ck_commit": [handle],
            "ck_rollback": [handle],
            "ck_step": [handle, pointer],
            "ck_recoil": [handle, pointer],
            "ck_state_size": [handle, pointer],
            "ck_state_save": [handle, pointer, size],
            "ck_state_load": [handle, ctypes.c_char_p, size],
            "ck_state_part": [handle, pointer, size],
            "ck_reduce_parts": [handle, ctypes.c_char_p, ctypes.c_int, size, pointer],
            "ck_use": [handle, ctypes.c_char_p],
            "ck_timing": [handle, pointer, pointer],
            "ck_last_error": [handle],
            "ck_close": [handle],
        }.items():
            getattr(library, name).argtypes = types
        if library.ck_abi_version() // 1000 != ABI_VERSION // 1000:
            raise ImportError(
                f"{name} has interface version {library.ck_abi_version()}, this Python package needs {ABI_VERSION}")  # fmt: skip
        _loaded.append(library)
    return _loaded[0]


def version():
    """Version of the library, such as "1.0.0"."""
    return _library().ck_version().decode()


def abi_version():
    """Version of the interface that the library offers."""
    return _library().ck_abi_version()


_KINDS = {numpy.dtype("float64"): F64, numpy.dtype("float32"): F32, numpy.dtype("int64"): I64}
_KINDS.update({numpy.dtype(name): U8 for name in ("bool", "uint8", "int8")})


def _number(field):
    number = _abi.NUMBERS.get(field, field)
    if not isinstance(number, int):
        raise ChiralKickError(EFIELD, f"there is no field with the name {field}")
    return number


def _view(name, array, components, output):
    """Makes the view of an array: no copy, axes reversed so that the last one counts as the first extent."""
    if output and not isinstance(array, numpy.ndarray):
        raise ChiralKickError(EARG, f"output {name} must be a numpy array")
    array = numpy.asanyarray(array)
    if array.dtype not in _KINDS or not array.dtype.isnative:
        raise ChiralKickError(EARG, f"{name} has dtype {array.dtype}; must be float64 or float32 in native byte order")
    if output and not array.flags.writeable:
        raise ChiralKickError(EARG, f"output {name} is not writeable")
    shape, strides, component_stride = array.shape, array.strides, 0
    if components == 3:
        if not shape or shape[0] != 3:
            raise ChiralKickError(EFIELD, f"{name} is a vector and has shape {shape}; must be (3, ...)")
        component_stride, shape, strides = strides[0], shape[1:], strides[1:]
    if len(shape) > 4:
        raise ChiralKickError(EARG, f"{name} has {len(shape)} axes; must have at most 4")
    view = _View(base=array.ctypes.data, kind=_KINDS[array.dtype], components=components, component_stride=component_stride)
    for axis in range(4):
        view.n[axis] = shape[-1 - axis] if axis < len(shape) else 1
        view.stride[axis] = strides[-1 - axis] if axis < len(shape) else 0
    return view, array


class Coupling:
    """One coupling between a host and the neutrino sources. Several may be open; methods release the GIL and may run in threads."""

    def __init__(self, config=None, home=None, *, mass_g=0, length_cm=0, time_s=0, temperature_mev=0, potential_mev=0,
                 field_system=GAUSSIAN, rank=0, ranks=1, can_retry=False, threads=1, log=None, jvm=None, record=None):  # fmt: skip
        """Opens it. config: dict, JSON text or path; log(level, message); units in g, cm, s, MeV (0: 1); record: replay file to write."""
        self._handle = None
        self._log = _LOG(lambda level, text, context: log(level, text.decode("utf-8", "replace"))) if log else None
        if isinstance(config, dict):
            config = json.dumps(config)
        args = _OpenArgs(ctypes.sizeof(_OpenArgs), _bytes(home), _bytes(config), mass_g, length_cm, time_s, temperature_mev,
                         potential_mev, field_system, rank, ranks, int(can_retry), threads,
                         ctypes.cast(self._log, ctypes.c_void_p) if log else None, None, _bytes(jvm), _bytes(record))  # fmt: skip
        handle = ctypes.c_void_p()
        code = _library().ck_open(ctypes.byref(args), ctypes.byref(handle))
        if code != OK:
            raise ChiralKickError(code, _library().ck_last_error(None).decode("utf-8", "replace"))
        self._handle = handle

    def _call(self, name, *arguments):
        code = getattr(_library(), name)(self._handle, *arguments)
        if code < 0:
            raise ChiralKickError(code, _library().ck_last_error(None).decode("utf-8", "replace"))
        return code

    def begin(self, step, t, dt=0.0):
        """Begins a step, or begins it again. dt = 0: not known yet."""
        self._call("ck_begin", step, t, dt)

    def evaluate(self, inputs, outputs=None, weight=1.0, block=0, mask=None, flags=None):
        """Evaluates one block; inputs and outputs map field names to arrays. Returns a BlockResult."""
        numbers, views, keep = [], [], []

        def add(name, value, output):
            field = _number(name)
            components = _abi.COMPONENTS.get(field, 1)
            parts = [(field, value, components)]
            if components == 3 and isinstance(value, (tuple, list)) and any(numpy.ndim(part) for part in value):
                parts = [(field + 1000 * (axis + 1), part, 1) for axis, part in enumerate(value)]
            for number, part, count in parts:
                view, array = _view(name, part, count, output)
                numbers.append(number)
                views.append(view)
                keep.append(array)

        shape = next((_shape(n, v) for n, v in [*(outputs or {}).items(), *inputs.items()] if _shape(n, v)), ())
        for name, value in inputs.items():
            if not _shape(name, value):  # a number, or three: uniform, by strides of 0
                value = numpy.asarray(value, dtype=float)
                value = numpy.broadcast_to(value.reshape(value.shape + (1,) * len(shape)), value.shape + shape)
            add(name, value, False)
        for name, value in (outputs or {}).items():
            add(name, value, True)
        if mask is not None:
            add("mask", mask, False)
        if flags is not None:
            add("flags", flags, True)
        result = BlockResult()
        self._call("ck_evaluate", block, weight, len(numbers), (ctypes.c_int * len(numbers))(*numbers),
                   (_View * len(views))(*views), ctypes.byref(result))  # fmt: skip
        return result

    def set_dt(self, dt):
        """Tells a step that was not known at begin."""
        self._call("ck_set_dt", dt)

    def commit(self):
        """Adds the pending step to the recoil. True, or False where dt was too large and the step must be begun again."""
        return self._call("ck_commit") == OK

    def rollback(self):
        """Forgets the pending step."""
        self._call("ck_rollback")

    @contextlib.contextmanager
    def step(self, step, t, dt=0.0):
        """begin, then commit at the end; rollback where an exception leaves the block; StepRejected where dt was too large."""
        self.begin(step, t, dt)
        try:
            yield self
        except BaseException:
            with contextlib.suppress(ChiralKickError):
                self.rollback()
            raise
        if not self.commit():
            raise StepRejected(self.last_step())

    def last_step(self):
        """What the last commit decided."""
        return self._filled("ck_step", Step())

    def recoil(self):
        """Committed recoil."""
        return self._filled("ck_recoil", Recoil())

    def _filled(self, name, structure):
        self._call(name, ctypes.byref(structure))
        return structure

    def _bytes_of(self, name):
        size = ctypes.c_size_t()
        self._call("ck_state_size", ctypes.byref(size))
        state = ctypes.create_string_buffer(size.value)
        self._call(name, state, size.value)
        return state.raw

    def save_state(self):
        """The state as bytes of fixed size, for the host's restart file."""
        return self._bytes_of("ck_state_save")

    def part(self):
        """This rank's part of the state."""
        return self._bytes_of("ck_state_part")

    def load_state(self, state):
        """Installs a saved state; before the first begin. On every rank; it counts once."""
        self._call("ck_state_load", state, len(state))

    def reduce(self, communicator=None, parts=None):
        """Sums all ranks exactly: over an mpi4py communicator, or from the list of their part()s. Returns the total Recoil."""
        parts = communicator.allgather(self.part()) if parts is None else list(parts)
        recoil = Recoil()
        self._call("ck_reduce_parts", b"".join(parts), len(parts), len(parts[0]), ctypes.byref(recoil))
        return recoil

    def use(self, source):
        """Chooses the source by name from the next begin on."""
        self._call("ck_use", source.encode())

    def timing(self):
        """Seconds spent in evaluate and number of its calls."""
        seconds, calls = ctypes.c_double(), ctypes.c_int64()
        self._call("ck_timing", ctypes.byref(seconds), ctypes.byref(calls))
        return seconds.value, calls.value

    def close(self):
        """Closes the coupling; a second close does nothing."""
        if self._handle is not None:
            self._call("ck_close")
            self._handle = None

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()


def _bytes(text):
    return None if text is None else os.fsencode(text)


def _shape(name, value):
    """Shape of the zones of a value; () where it is uniform."""
    vector = _abi.COMPONENTS.get(_number(name), 1) == 3
    if vector and isinstance(value, (tuple, list)) and any(numpy.ndim(part) for part in value):
        return numpy.shape(value[0])
    return numpy.shape(value)[1:] if vector else numpy.shape(value)
