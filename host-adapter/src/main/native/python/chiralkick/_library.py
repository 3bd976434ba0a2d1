"""The library behind the package: its structures, its functions, its errors."""

import ctypes
import os
import pathlib

from ._abi import ABI_VERSION


class ChiralKickError(RuntimeError):
    """A call failed; `code` is one of EARG, ESTATE, EFIELD, ESOURCE, EINTERNAL."""

    def __init__(self, code, message):
        super().__init__(f"{message} [{library().ck_error_name(code).decode()}]")
        self.code = code


class OpenArgs(ctypes.Structure):
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
        ("field_gauss", ctypes.c_double),
        ("count", ctypes.c_double),
    ]


class View(ctypes.Structure):
    _fields_ = [
        ("base", ctypes.c_void_p),
        ("kind", ctypes.c_int),
        ("components", ctypes.c_int),
        ("n", ctypes.c_int64 * 4),
        ("stride", ctypes.c_int64 * 4),
        ("component_stride", ctypes.c_int64),
        ("group_stride", ctypes.c_int64),
        ("reserved", ctypes.c_int64 * 2),
    ]


class Grid(ctypes.Structure):
    _fields_ = [
        ("struct_size", ctypes.c_size_t),
        ("geometry", ctypes.c_int),
        ("first", ctypes.c_double * 3),
        ("spacing", ctypes.c_double * 3),
        ("centre", ctypes.c_double * 3),
        ("edges", ctypes.POINTER(ctypes.c_double) * 3),
        ("radius", ctypes.c_double),
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
        ("evaluated", ctypes.c_int64),
        ("implausible", ctypes.c_int64),
        ("invalid_block", ctypes.c_int64),
        ("invalid_zone", ctypes.c_int64),
        ("implausible_block", ctypes.c_int64),
        ("implausible_zone", ctypes.c_int64),
        ("invalid_value", ctypes.c_double),
        ("implausible_value", ctypes.c_double),
        ("invalid_field", ctypes.c_int),
        ("implausible_field", ctypes.c_int),
    ]


class Audit(_Sized):
    """What a coupling noticed since it was opened; see ck_audit_t in chiralkick.h. As text: lines for a host to print at its end."""

    _fields_ = [
        ("struct_size", ctypes.c_size_t),
        *[(count, ctypes.c_int64) for count in ("steps", "held", "retries", "rolled_back", "flagged", "invalid", "implausible")],
        ("worst_weight_error", ctypes.c_double),
        ("area_defect", ctypes.c_double),
        ("emission_outside_validity", ctypes.c_double),
        ("energy_over_budget", ctypes.c_double),
        ("silent", ctypes.c_int64),
        ("unjudged", ctypes.c_int64),
    ]
    text = ""

    def __str__(self):
        return self.text


LOG = ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p)
_loaded = []
_loaded_mpi = []


def library():
    """The library: CHIRALKICK_LIBRARY, else next to this package (native/python -> native/lib), else as the system finds it."""
    if not _loaded:
        beside = pathlib.Path(__file__).resolve().parents[2] / "lib" / "libchiralkick.so.1"
        name = os.environ.get("CHIRALKICK_LIBRARY") or (str(beside) if beside.exists() else "libchiralkick.so.1")
        found = ctypes.CDLL(name)
        for text in ("ck_last_error", "ck_audit_text", "ck_version", "ck_error_name", "ck_field_name"):
            getattr(found, text).restype = ctypes.c_char_p
        handle, size, pointer, double, integer = (
            ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_double, ctypes.c_int64)  # fmt: skip
        for function, types in {
            "ck_open": [pointer, pointer],
            "ck_groups": [handle, ctypes.c_int, pointer],
            "ck_begin": [handle, integer, double, double],
            "ck_evaluate": [handle, integer, double, ctypes.c_int, pointer, pointer, pointer],
            "ck_emitted": [handle, pointer, double, double, double],
            "ck_set_dt": [handle, double],
            "ck_commit": [handle],
            "ck_rollback": [handle],
            "ck_step": [handle, pointer],
            "ck_causes": [handle, ctypes.c_int, ctypes.c_int, pointer, pointer],
            "ck_recoil": [handle, pointer],
            "ck_audit": [handle, pointer],
            "ck_audit_text": [handle],
            "ck_state_size": [handle, pointer],
            "ck_state_save": [handle, pointer, size],
            "ck_state_load": [handle, ctypes.c_char_p, size],
            "ck_state_part": [handle, pointer, size],
            "ck_reduce_parts": [handle, ctypes.c_char_p, ctypes.c_int, size, pointer],
            "ck_use": [handle, ctypes.c_char_p],
            "ck_timing": [handle, pointer, pointer],
            "ck_last_error": [handle],
            "ck_close": [handle],
            "ck_surface_elements": [pointer, pointer, pointer, double, pointer],
            "ck_divergence": [pointer, pointer, pointer],
        }.items():
            getattr(found, function).argtypes = types
        if found.ck_abi_version() // 1000 != ABI_VERSION // 1000:
            raise ImportError(
                f"{name} has interface version {found.ck_abi_version()}, this Python package needs {ABI_VERSION}")  # fmt: skip
        _loaded.append(found)
    return _loaded[0]


def mpi_library():
    """libchiralkick_mpi, which lies beside the library and works on its couplings; for communicators of mpi4py."""
    if not _loaded_mpi:
        name = library()._name
        ctypes.CDLL(name, mode=ctypes.RTLD_GLOBAL)  # where libchiralkick_mpi finds its functions
        beside = str(pathlib.Path(name).with_name("libchiralkick_mpi.so.1")) if os.sep in name else "libchiralkick_mpi.so.1"
        found = ctypes.CDLL(beside)
        found.ck_commit_all.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p]
        _loaded_mpi.append(found)
    return _loaded_mpi[0]
