# Reference integrals of E^k/(1 + exp((E - mu)/T)) over an energy group, with mpmath at 60 digits, of which 25 are printed:
#   python3 incomplete-fermi.py > incomplete-fermi.csv
# Direct tanh-sinh quadrature in pieces that break at the Fermi surface; at T = 0 the polynomial. Independent of the method in
# FermiIntegrals.
from mpmath import mp, mpf, exp, inf, quad, nstr

mp.dps = 60


def integral(k, lower, upper, mu, T):
    if T == 0:
        top = min(max(mu, lower), upper)
        return (top ** (k + 1) - lower ** (k + 1)) / (k + 1)
    steps = (-600, -300, -150, -80, -40, -20, -8, -3, 0, 3, 8, 20, 40, 80, 150, 300)
    start = max(mu, lower)
    points = [mu + T * s for s in steps] + [start + T * s for s in (1, 3, 8, 20, 40, 80, 150, 300)]
    end = upper if upper != inf else start + 400 * T
    inner = sorted({p for p in points if lower < p < end})

    # The tolerance of quad is absolute: so that it holds in a tail, the integrand is scaled to about 1.
    def scaled(E):
        return (E / E0) ** k / (exp((mu - start) / T) + exp((E - start) / T))

    E0 = min(end, start + T)
    return quad(scaled, [lower] + inner + [end], maxdegree=9) * E0**k * exp((mu - start) / T)


def row(lower, upper, mu, T):
    # the arguments are the doubles nearest to the text
    a, b, m, t = (mpf(float(x)) for x in (lower, upper, mu, T))
    values = [integral(k, a, b, m, t) for k in range(4)]
    print(",".join([lower, upper.replace("inf", "Infinity"), mu, T] + [nstr(v, 25) for v in values]))


print("lower_MeV,upper_MeV,mu_MeV,T_MeV,I0_MeV,I1_MeV2,I2_MeV3,I3_MeV4")
groups = "0 1e-6|0 0.5|0 3|0 40|3 3.7|3 3.0000001|5 25|20 24|80 100|99.9 100.2|100 300|290 310|299 1000|3 inf|0 inf|250 inf"
for T in "0 1e-3 0.3 2 10 47".split():
    for mu in "-120 -4 0 0.02 12 100 300".split():
        for group in groups.split("|"):
            lower, upper = group.split()
            if T == "0" or (max(float(lower) - float(mu), 0)) / float(T) < 300:
                row(lower, upper, mu, T)
