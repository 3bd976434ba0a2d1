"""Python values as arguments of C: ctypes cuts off what does not fit, so all of them are checked here."""

import ctypes
import operator
import os

from . import _units
from ._abi import EARG
from ._library import ChiralKickError


def integer(name, value, bits=64):
    """A whole number that fits into a signed one of C."""
    try:
        number = operator.index(value)
    except TypeError:
        raise TypeError(f"{name} is {value!r}; must be an integer") from None
    if not -(2 ** (bits - 1)) <= number < 2 ** (bits - 1):
        raise ChiralKickError(EARG, f"{name} is {number}; must be in [-2**{bits - 1}, 2**{bits - 1})")
    return number


def real(name, value, units=None, wanted="", scale=""):
    """A number as a double; one with a unit is converted where the host's units and what is wanted in cgs are given, and refused otherwise."""
    if units is not None:
        value = _units.number(name, value, units, wanted, scale)
    elif _units.carried(value) is not None:
        raise TypeError(f"{name} is {value!r}, which has a unit; must be a real number")
    try:
        return ctypes.c_double(value).value
    except (TypeError, OverflowError):
        raise TypeError(f"{name} is {value!r}; must be a real number") from None


def vector(name, value, unit):
    """Three numbers as doubles."""
    try:
        parts = tuple(value)
    except TypeError:
        raise TypeError(f"{name} is {value!r}; must be three real numbers [{unit}]") from None
    if len(parts) != 3:
        raise ChiralKickError(EARG, f"{name} has {len(parts)} components; must have 3")
    return [real(f"{name} along {axis} [{unit}]", part) for axis, part in zip("xyz", parts)]


def text(name, value):
    """Text or a path as bytes that end where C thinks they end; None stays None."""
    if value is None:
        return None
    try:
        encoded = os.fsencode(value)
    except TypeError:
        raise TypeError(f"{name} is {value!r}; must be text or a path") from None
    if b"\0" in encoded:
        raise ChiralKickError(EARG, f"{name} has a NUL character at position {encoded.index(0)}, where it would end in C; remove it")
    return encoded


def octets(name, value):
    """The bytes of whatever has a buffer: bytes, bytearray, memoryview, a numpy array."""
    try:
        return memoryview(value).tobytes()
    except TypeError:
        raise TypeError(f"{name} is of type {type(value).__name__}; must be bytes-like") from None
