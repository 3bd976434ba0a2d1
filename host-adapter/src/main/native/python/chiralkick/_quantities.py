"""Units of measurement as texts: `g/cm3`, `1 / (cm2 s)`, `kilogram / meter ** 3`, in exact numbers, so that 1e4 keV are the bits of 10 MeV."""

import fractions
import re

Fraction = fractions.Fraction

_C = 29979245800  # cm/s
_EV = Fraction("1.602176634e-12")  # erg
_GAUSS = (Fraction(1, 2), Fraction(-1, 2), Fraction(-1), 0)
_ONE = (0, 0, 0, 0)


def _times(dimension, other, power=1):
    return tuple(mine + power * its for mine, its in zip(dimension, other))


_CM = (0, 1, 0, 0)
_ENERGY = (1, 2, -2, 0)
_AMPERE = _times(_GAUSS, _CM)  # 0.1 abampere
_VOLT = _times(_times(_GAUSS, _CM, 2), (0, 0, -1, 0))  # 1e8 abvolt

# Symbol, long names, factor in cgs, powers of g, cm, s and K, and whether prefixes go with it. Fields are Gaussian; what is in ampere or volt
# has its place among mechanical units by them, as in the electromagnetic system.
_UNITS = (
    ("g", "gram gramme", 1, (1, 0, 0, 0), True),
    ("m", "meter metre", 100, _CM, True),
    ("s", "second sec seconds", 1, (0, 0, 1, 0), True),
    ("K", "kelvin", 1, (0, 0, 0, 1), True),
    ("eV", "electron_volt electronvolt", _EV, _ENERGY, True),
    ("erg", "ergs", 1, _ENERGY, True),
    ("J", "joule", 10**7, _ENERGY, True),
    ("W", "watt", 10**7, (1, 2, -3, 0), True),
    ("dyn", "dyne", 1, (1, 1, -2, 0), True),
    ("N", "newton", 10**5, (1, 1, -2, 0), True),
    ("Pa", "pascal", 10, (1, -1, -2, 0), True),
    ("bar", "", 10**6, (1, -1, -2, 0), True),
    ("Hz", "hertz", 1, (0, 0, -1, 0), True),
    ("G", "gauss Gauss", 1, _GAUSS, True),
    ("T", "tesla", 10**4, _GAUSS, True),
    ("statV", "statvolt statVolt", 1, _times(_GAUSS, _CM), False),
    ("Fr", "franklin statcoulomb statC esu", 1, _times(_GAUSS, _CM, 2), False),
    ("A", "ampere amp", Fraction(1, 10), _AMPERE, True),
    ("C", "coulomb", Fraction(1, 10), _times(_AMPERE, (0, 0, 1, 0)), True),
    ("V", "volt", 10**8, _VOLT, True),
    ("min", "minute", 60, (0, 0, 1, 0), False),
    ("h", "hour hr", 3600, (0, 0, 1, 0), False),
    ("d", "day", 86400, (0, 0, 1, 0), False),
    ("yr", "year a", 31557600, (0, 0, 1, 0), False),
    ("rad", "radian", 1, _ONE, False),
    ("ct", "count particle particles neutrino neutrinos lepton leptons", 1, _ONE, False),
    ("%", "percent", Fraction(1, 100), _ONE, False),
    ("dimensionless", "", 1, _ONE, False),
)
_PREFIXES = {"a": -18, "f": -15, "p": -12, "n": -9, "u": -6, "\u00b5": -6, "\u03bc": -6, "m": -3, "c": -2, "d": -1, "h": 2, "k": 3, "M": 6, "G": 9,
             "T": 12, "P": 15, "E": 18}  # fmt: skip
_LONG_PREFIXES = dict(femto=-15, pico=-12, nano=-9, micro=-6, milli=-3, centi=-2, deci=-1, hecto=2, kilo=3, mega=6, giga=9, tera=12, peta=15, exa=18)


def _table():
    table = {}
    for symbol, names, factor, dimension, prefixed in _UNITS:
        for name, prefixes in ((symbol, _PREFIXES), *((long, _LONG_PREFIXES) for long in names.split())):
            table[name] = (Fraction(factor), dimension)
            for prefix, power in prefixes.items() if prefixed else ():
                table.setdefault(prefix + name, (factor * Fraction(10) ** power, dimension))
    for symbol, names, factor, dimension, _ in _UNITS:  # min is a minute, whatever has a prefix and ends like it
        for name in (symbol, *names.split()):
            table[name] = (Fraction(factor), dimension)
    return table


_TABLE = _table()
_TOKEN = re.compile(r"\s*(?:(\*\*|\^|[*/().\u00b7])|([0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)|([A-Za-z\u00b5\u03bc%_]+))")
_INTEGER, _FRACTION = r"([+-]?[0-9]+)", r"\(\s*([+-]?[0-9]+(?:\.[0-9]+)?(?:\s*/\s*[0-9]+)?)\s*\)"
_MARKED_POWER = re.compile(rf"\s*(?:\*\*|\^)\s*(?:{_FRACTION}|([+-]?[0-9]+(?:\.[0-9]+)?))")  # cm**2, cm ^ (1/2)
_BARE_POWER = re.compile(rf"(?:{_INTEGER}|\(([+-]?[0-9]+/[0-9]+)\))")  # cm2, cm-2, cm(1/2)


class UnitError(ValueError):
    """What is wrong with the text of a unit."""


class _Reader:
    def __init__(self, text):
        self.text, self.at = text, 0

    def product(self, closing):
        """A product up to its end or its closing bracket, as a factor in cgs and a dimension."""
        factor, dimension, sign, divided = Fraction(1), _ONE, "", False
        empty = True
        while self.text[self.at :].strip():
            token = _TOKEN.match(self.text, self.at)
            if not token:
                raise UnitError(f"'{self.text[self.at :].strip()}' in it is none")
            symbol, number, name = token.groups()
            if symbol and symbol != "(" and (sign or (empty and symbol != ")")):
                raise UnitError(f"'{symbol}' in it stands where a unit should")
            self.at = token.end()
            if symbol == ")":
                if not closing or empty:
                    raise UnitError("a bracket in it has no other")
                return factor, dimension
            if symbol and symbol != "(":
                sign = symbol
                continue
            if divided and sign != "/" and not empty:
                raise UnitError("what is divided by is not clear; write brackets, as in erg/(cm2 s)")
            of, its = self.operand(symbol, number, name)
            power = -1 if sign == "/" else 1
            divided |= sign == "/"
            factor, dimension = factor * of**power, _times(dimension, its, power)
            sign, empty = "", False
        if closing or sign:
            raise UnitError("it ends too early")
        return factor, dimension

    def operand(self, sign, number, name):
        if sign == "(":
            factor, dimension = self.product(True)
        elif number:
            factor, dimension = Fraction(number), _ONE
        elif name in _TABLE:
            factor, dimension = _TABLE[name]
        else:
            raise UnitError(f"'{name}' in it is not known here")
        power = _MARKED_POWER.match(self.text, self.at) or (name and _BARE_POWER.match(self.text, self.at))
        if not power:
            return factor, dimension
        self.at = power.end()
        exponent = Fraction(next(group for group in power.groups() if group is not None).replace(" ", ""))
        if exponent.denominator == 1:
            return factor ** int(exponent), _times(_ONE, dimension, exponent)
        return Fraction(float(factor) ** float(exponent)) if factor != 1 else factor, _times(_ONE, dimension, exponent)


def parse(text):
    """Factor in cgs (with gauss, and ampere as 0.1 abampere) and powers of g, cm, s, K of a unit; a pure number where the text is blank."""
    factor, dimension = _Reader(text).product(False)
    if factor == 0:
        raise UnitError("it is 0")
    return factor, dimension


MEV = 10**6 * _EV
KELVIN = Fraction("1.380649e-16")  # erg
KELVINS, ENERGY, SPEED_OF_LIGHT = (0, 0, 0, 1), _ENERGY, Fraction(_C)
SPEED = (0, 1, -1, 0)
