# Reference densities of one spin state of a massive Fermi gas, particles minus antiparticles, with mpmath at 40 digits:
#   python3 massive-fermi-gas.py > massive-fermi-gas.csv
# Direct quadrature of the Fermi-Dirac integral in its first form, p^2 dp [f(E - mu) - f(E + mu)], split around the Fermi
# surface; below mu = m - 30 T the Boltzmann series in Bessel functions. Independent of the method in FermiSurface.
from mpmath import mp, mpf, pi, exp, sqrt, sinh, besselk, quad, nstr

mp.dps = 40


def density(mu, T, m):
    eta = (mu - m) / T
    if eta < -30:
        terms = ((-1) ** (k + 1) * m * m * T / k * besselk(2, k * m / T) * 2 * sinh(k * mu / T) for k in (1, 2, 3))
        return sum(terms) / (2 * pi**2)

    def integrand(z):  # kinetic energy over T is z^2
        kinetic = T * z * z
        p = sqrt(kinetic * (kinetic + 2 * m))
        x = (kinetic + m - mu) / T
        y = (kinetic + m + mu) / T
        pairs = 1 - exp(-2 * mu / T)
        occupation = pairs * exp(-x) / ((1 + exp(-x)) * (1 + exp(-y))) if x > 0 else pairs / ((1 + exp(x)) * (1 + exp(-y)))
        return p * (kinetic + m) * occupation * T * 2 * z

    if eta > 0:
        edges = [eta + d for d in (-200, -80, -40, -20, -8, -3, 0, 3, 8, 20, 40, 60, 90, 130, 200)]
        points = [mpf(0)] + [sqrt(e) for e in edges if e > 0]
    else:
        points = [mpf(i) / 2 for i in range(26)]
    if 0 < m / T < mpf("0.05"):
        points = sorted(set(points + [sqrt(m / T) * c for c in (mpf("0.3"), 1, 3)]))
    return quad(integrand, points) / (2 * pi**2)


def row(mu, T, m):
    # the arguments are the doubles nearest to the text
    print(",".join((mu, T, m, nstr(density(mpf(float(mu)), mpf(float(T)), mpf(float(m))), 25))))


print("mu_MeV,T_MeV,m_MeV,n_MeV3")
electron = "0.51099895"
for T in "1e-6 1e-4 1e-3 0.01 0.05 0.1 0.3 0.51099895 1 3 10 30 1000".split():
    for mu in "1e-8 0.01 0.3 0.5 0.5109 0.511 0.512 0.52 0.55 0.7 1 1.5 3 10 30 100 300".split():
        if (float(mu) - float(electron)) / float(T) > -600:
            row(mu, T, electron)
for mu, T in (("1e-3", "10"), ("5", "10"), ("300", "0.01"), ("300", "10")):
    row(mu, T, "0")
for mu, T in (("940", "10"), ("920", "1"), ("1000", "50")):
    row(mu, T, "939")
