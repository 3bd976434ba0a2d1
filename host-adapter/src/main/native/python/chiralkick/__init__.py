"""ChiralKick for host codes in Python: anomalous lepton transport and the recoil of the star.

    with chiralkick.Coupling(config={"source": "chiral"}) as coupling:
        with coupling.step(0, t=0.0, dt=1e-3):
            coupling.evaluate({"temperature": T, "magnetic_field": B, ...}, {"neutrino_flux": F})
        print(coupling.recoil().momentum)

Arrays of float64 and float32 with any strides are read and written in place; a vector field has its three components as the *first* axis
(shape (3, ...)) unless it is a tuple of its components. Shapes of all fields of a call agree; zones are numbered in the order of the last
axis fastest. A field per energy group (nu_e_group_energy_flux ...) has an axis of groups before those of the zones: (groups, ...), of a
vector (3, groups, ...). Numbers stand for uniform fields, None for one that the host does not have. What is not such an array (another dtype or byte
order, masked, read-only as an output) is refused and never converted. Needs numpy; nothing is compiled.

What carries its own unit, a quantity of astropy, pint or unyt, an array with `attrs["units"]` of xarray or h5py, is taken in that unit: an
input is converted (a copy, where the unit is not the host's), an output is written in place, in its unit. An output of which there is no numpy
array in memory (a dataset of h5py, a chunked or lazy one of xarray) is refused: give a numpy array and write that to the file afterwards. A unit of
another dimension, none at all ("dimensionless") where one is needed, and one that is not known are refused. Plain arrays are in the host's units.
"""

import collections
import contextlib
import ctypes
import gc
import json
import weakref

from ._divergence import divergence
from ._abi import *  # noqa: F401,F403 - the constants of chiralkick.h
from . import _abi, _arguments
from ._units import HostUnits
from ._library import LOG, Audit, BlockResult, ChiralKickError, OpenArgs, Recoil, Step, View, library, mpi_library
from ._surface import surface_elements
from ._views import rescale, views_of

__all__ = ["Coupling", "ChiralKickError", "StepRejected", "surface_elements", "divergence", "version", "abi_version"] + _abi.__all__


class StepRejected(Exception):
    """The step was too long and nothing was committed; `dt_max` is the largest that is stable, in the host's unit of time."""

    def __init__(self, step):
        super().__init__(f"dt of step {step.step} is {step.dt:g}; must be <= {step.dt_max:g}")
        self.dt_max = step.dt_max


def version():
    """Version of the library, such as "1.0.0"."""
    return library().ck_version().decode()


def abi_version():
    """Version of the interface that the library offers."""
    return library().ck_abi_version()


_abandoned = collections.deque()


def _close_forgotten(handle):
    """Closes what nobody can reach any more. The collector may run inside a call of the library, from its log: then it is closed at the next open."""
    if library().ck_close(ctypes.c_void_p(handle)) == ESTATE:
        _abandoned.append(handle)


def _close_abandoned():
    for _ in range(len(_abandoned)):
        library().ck_close(ctypes.c_void_p(_abandoned.popleft()))


class Coupling:
    """One coupling between a host and the neutrino sources. Several may be open; methods release the GIL and may run in threads."""

    def __init__(self, config=None, home=None, *, mass_g=0, length_cm=0, time_s=0, temperature_mev=0, potential_mev=0,
                 field_system=GAUSSIAN, field_gauss=0, count=0, rank=0, ranks=1, can_retry=False, threads=1, log=None, jvm=None, record=None):  # fmt: skip
        """Opens it. config: dict, JSON text or path; log(level, message); units in g, cm, s, MeV (0: 1); field_gauss: your unit of magnetic
        field in gauss, whatever those give (0: what they give); count: how many particles one of yours is (0: 1); record: replay file to write."""
        self._handle = None
        self._groups = 0
        if log is not None and not callable(log):
            raise TypeError(f"log is {log!r}; must be callable with a level and a message")
        self._log = LOG(lambda level, text, context: log(level, text.decode("utf-8", "replace"))) if log is not None else LOG()
        if isinstance(config, dict):
            config = json.dumps(config)
        args = OpenArgs(struct_size=ctypes.sizeof(OpenArgs), can_retry=bool(can_retry), log=ctypes.cast(self._log, ctypes.c_void_p))
        for name, value in {"home": home, "config": config, "jvm": jvm, "record": record}.items():
            setattr(args, name, _arguments.text(name, value))
        cgs = HostUnits()
        for name, (value, unit) in {"mass_g": (mass_g, "g"), "length_cm": (length_cm, "cm"), "time_s": (time_s, "s"),
                                    "temperature_mev": (temperature_mev, "MeV"), "potential_mev": (potential_mev, "MeV"),
                                    "field_gauss": (field_gauss, "G"), "count": (count, "1")}.items():  # fmt: skip
            scale = {"MeV": "potential", "G": "field"}.get(unit, "")
            setattr(args, name, _arguments.real(name, value, cgs, unit, scale))
        for name, value in {"field_system": field_system, "rank": rank, "ranks": ranks, "threads": threads}.items():
            setattr(args, name, _arguments.integer(name, value, 32))
        handle = ctypes.c_void_p()
        _close_abandoned()
        code = library().ck_open(ctypes.byref(args), ctypes.byref(handle))
        if code == ESTATE:  # couplings in cycles of references, which nobody has collected yet, may be in the way
            gc.collect()
            _close_abandoned()
            code = library().ck_open(ctypes.byref(args), ctypes.byref(handle))
        if code != OK:
            raise ChiralKickError(code, library().ck_last_error(None).decode("utf-8", "replace"))
        self._handle = handle
        self._finalizer = weakref.finalize(self, _close_forgotten, handle.value)
        self._finalizer.atexit = False
        self._units = HostUnits(args.mass_g, args.length_cm, args.time_s, args.temperature_mev, args.potential_mev, args.field_system,
                                args.field_gauss, args.count)  # fmt: skip

    def _call(self, name, *arguments):
        code = getattr(library(), name)(self._handle, *arguments)
        if code < 0:
            raise ChiralKickError(code, library().ck_last_error(None).decode("utf-8", "replace"))
        return code

    def groups(self, edges_mev):
        """Sets the energy groups between rising edges [MeV], the last may be infinite; once, before the first begin."""
        edges = [_arguments.real(f"edge {i}", edge, HostUnits(), "MeV", "potential") for i, edge in enumerate(edges_mev)]
        count = max(len(edges) - 1, 0)
        self._call("ck_groups", count, (ctypes.c_double * max(len(edges), 1))(*edges))
        self._groups = count

    def begin(self, step, t, dt=0.0):
        """Begins a step, or begins it again. dt = 0: not known yet."""
        self._call("ck_begin", _arguments.integer("step", step), _arguments.real("t", t, self._units, "s"),
                   _arguments.real("dt", dt, self._units, "s"))  # fmt: skip

    def evaluate(self, inputs, outputs=None, weight=1.0, block=0, mask=None, flags=None):
        """Evaluates one block; inputs and outputs map field names or numbers to arrays. Returns a BlockResult."""
        numbers, views, entries = views_of([*inputs.items(), ("mask", mask)], [*(outputs or {}).items(), ("flags", flags)], self._groups,
                                           self._units)  # fmt: skip
        result = BlockResult()
        self._call("ck_evaluate", _arguments.integer("block", block), _arguments.real("weight", weight), len(numbers),
                   (ctypes.c_int * len(numbers))(*numbers), (View * len(views))(*views), ctypes.byref(result))  # fmt: skip
        rescale(entries)
        return result

    def emitted(self, momentum, number, energy, weight=1.0):
        """Tells what the host's own transport lets out of the star in one stage, with config {"recoil": {"form": "transport"}}.

        Numbers in cgs whatever the host's units: momentum of the neutrinos (3) [dyn], net leptons [1/s], energy [erg/s]. The star gets minus
        that momentum. The weights of a step add up to 1. A quantity with a unit is refused: give its value in the unit above.
        """
        self._call("ck_emitted", (ctypes.c_double * 3)(*_arguments.vector("momentum of neutrinos", momentum, "dyn")),
                   _arguments.real("number [1/s]", number), _arguments.real("energy [erg/s]", energy),
                   _arguments.real("weight", weight))  # fmt: skip

    def set_dt(self, dt):
        """Tells a step that was not known at begin."""
        self._call("ck_set_dt", _arguments.real("dt", dt, self._units, "s"))

    def commit(self):
        """Adds the pending step to the recoil. True, or False where dt was too large and the step must be begun again."""
        return self._call("ck_commit") == OK

    def commit_all(self, communicator):
        """Commits the pending step of all ranks or of none, over a communicator of mpi4py; every rank calls it, also one that has failed.

        True, or False where dt was too large, on all ranks alike. Ranks that differ (step, dt, weights, sources, configuration) are an error on all.
        """
        code = mpi_library().ck_commit_all(self._handle, communicator.py2f(), None)
        if code < 0:
            raise ChiralKickError(code, library().ck_last_error(None).decode("utf-8", "replace"))
        return code == OK

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

    def causes(self, flag=FLAG_INPUT):
        """Why zones of the step of last_step() are invalid, or with FLAG_IMPLAUSIBLE implausible: a dict from the name of a field to how many zone-evaluations
        it counts for; "recoil" where that is beyond all bounds. They add up to last_step().invalid, or implausible."""
        room = 64
        fields, counts = (ctypes.c_int * room)(), (ctypes.c_int64 * room)()
        found = self._call("ck_causes", _arguments.integer("flag", flag, 32), room, fields, counts)
        return {library().ck_field_name(fields[i]).decode() if fields[i] else "recoil": counts[i] for i in range(min(found, room))}

    def audit(self):
        """What was noticed since the coupling was opened: print it at the end. A line of it that begins with "WRONG: " makes the kick wrong."""
        audit = self._filled("ck_audit", Audit())
        audit.text = library().ck_audit_text(self._handle).decode("utf-8", "replace")
        return audit

    def recoil(self):
        """Committed recoil."""
        return self._filled("ck_recoil", Recoil())

    def _filled(self, name, structure):
        self._call(name, ctypes.byref(structure))
        return structure

    def _state_size(self):
        size = ctypes.c_size_t()
        self._call("ck_state_size", ctypes.byref(size))
        return size.value

    def _state_of(self, name):
        size = self._state_size()
        state = ctypes.create_string_buffer(size)
        self._call(name, state, size)
        return state.raw

    def save_state(self):
        """The state as bytes of fixed size, for the host's restart file."""
        return self._state_of("ck_state_save")

    def part(self):
        """This rank's part of the state."""
        return self._state_of("ck_state_part")

    def load_state(self, state):
        """Installs a saved state, any bytes-like object; before the first begin. On every rank; it counts once."""
        state = _arguments.octets("state", state)
        self._call("ck_state_load", state, len(state))

    def reduce(self, communicator=None, parts=None):
        """Sums all ranks exactly: over an mpi4py communicator, or from the list of their part()s. Returns the total Recoil."""
        if parts is None:
            if communicator is None:
                raise TypeError("nothing to reduce over; give a communicator of mpi4py or the list of parts")
            parts = communicator.allgather(self.part())
        parts = [_arguments.octets(f"part {i}", part) for i, part in enumerate(parts)]
        size, recoil = self._state_size(), Recoil()
        if not parts:
            raise ChiralKickError(EARG, "list of parts is empty; must have the part() of every rank")
        for i, part in enumerate(parts):
            if len(part) != size:
                raise ChiralKickError(EARG, f"part {i} has {len(part)} bytes; must have {size}, as part() gives")
        self._call("ck_reduce_parts", b"".join(parts), len(parts), size, ctypes.byref(recoil))
        return recoil

    def use(self, source):
        """Chooses the source by name from the next begin on."""
        self._call("ck_use", _arguments.text("source", source))

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
            self._finalizer.detach()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()
