# Reference anomalous fluxes per energy group, guide/physics.md (10.5) to (10.7), with mpmath at 50 digits, of which 25 are printed. They come
# from the integrals as they stand, not from the product's moments:
#   python3 group-fluxes.py > group-fluxes.csv
# B = 1e14 G along x, curl v = 1e3/s along z, so that the two parts stand apart.
from mpmath import mp, mpf, exp, inf, pi, quad, nstr

mp.dps = 50
EB = mpf("5.915714050161226e-15") * mpf("1e14")
OMEGA = mpf("6.582119569509066e-22") * mpf("1e3") / 2
NUMBER = mpf("3.901766648306349e42")
ENERGY = mpf("6.251319355236928e36")


def moment(k, lower, upper, mu, temperature):
    if temperature == 0:
        top = max(min(mu, upper), lower)
        return (top ** (k + 1) - lower ** (k + 1)) / (k + 1)
    # The tolerance of quad is absolute: so that it holds in a tail, the integrand is scaled to about 1.
    start = max(mu, lower)
    end = upper if upper != inf else start + 400 * temperature
    points = [mu + c * temperature for c in (-30, -8, -2, 0, 2, 8, 30, 90)]
    points += [start + c * temperature for c in (1, 3, 8, 20, 40, 90, 200)]
    inner = sorted({p for p in points if lower < p < end})
    tail = exp((mu - start) / temperature)
    return tail * quad(lambda e: e ** k / (tail + exp((e - start) / temperature)), [lower] + inner + [end])


def density(mu, temperature):
    return mu ** 3 + pi ** 2 * temperature ** 2 * mu


def shape(mu, temperature):
    return mu ** 2 / 2 + pi ** 2 * temperature ** 2 / 6


STATES = [(10, 120, 70), (10, -5, 3), (30, 200, -40), (4, 0, 6), (0, 130, 60), (0, 90, -20), (1, 250, 170), (10, 100, 0)]
GROUPS = [("0", "5"), ("5", "30"), ("30", "30.5"), ("60", "140"), ("140", "Infinity"), ("0", "Infinity")]

print("share,spectrum,T_MeV,mu_eL_MeV,mu_nu_MeV,lower_MeV,upper_MeV,"
      "nu_e_number_x,nu_e_number_z,anti_nu_e_number_x,anti_nu_e_number_z,"
      "nu_e_energy_x,nu_e_energy_z,anti_nu_e_energy_x,anti_nu_e_energy_z")
for temperature, left, own in STATES:
    t, l, n = mpf(temperature), mpf(left), mpf(own)
    dl, dn = density(l, t), density(n, t)
    shares = {"all-left-handed": mpf(1), "composition": dn / (dl + dn) if dl > 0 and dn > 0 else mpf(0)}
    for share, f in shares.items():
        for spectrum in ("electron", "neutrino"):
            for low, high in GROUPS:
                e1, e2 = mpf(low), inf if high == "Infinity" else mpf(high)
                row = []
                for extra, unit in ((0, NUMBER), (1, ENERGY)):
                    for sign in (1, -1):
                        if spectrum == "electron":
                            magnetic = f * moment(extra, e1, e2, sign * l, t)
                        else:
                            magnetic = f * shape(l, t) / shape(n, t) * moment(extra, e1, e2, sign * n, t)
                        vortical = f * moment(extra + 1, e1, e2, sign * l, t) + moment(extra + 1, e1, e2, sign * n, t)
                        row.append(unit * EB / (4 * pi ** 2) * magnetic)
                        row.append(-sign * unit * OMEGA / (2 * pi ** 2) * vortical)
                print(",".join([share, spectrum, str(temperature), str(left), str(own), low, high] + [nstr(x, 25) for x in row]))
