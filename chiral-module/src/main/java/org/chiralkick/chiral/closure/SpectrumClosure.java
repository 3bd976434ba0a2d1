package org.chiralkick.chiral.closure;

/**
 * In which spectrum the shared part of the magnetic current leaves, for hosts with energy groups (guide/physics.md (10.6)). The anomaly gives the
 * electrons' spectrum; the neutrinos that take the current over may have thermalised since. Vortical parts keep the spectrum of their own
 * leptons.
 */
public enum SpectrumClosure implements Choice {
    /** f(E -+ mu_eL): as the electrons carry it. Sums over groups equal F_N and F_E. */
    ELECTRON("electron", "shared magnetic current in energy groups as the electrons carry it"),
    /**
     * f(E -+ mu_nu), scaled to the same energy: the sum of energies equals F_E, that of numbers differs from F_N. 0, with a flag, where
     * mu_nu^2/2 + pi^2 T^2/6 vanishes.
     */
    NEUTRINO("neutrino", "shared magnetic current in energy groups has the neutrinos' spectrum, of the same energy");

    private final String label;
    private final String meaning;

    SpectrumClosure(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
