package org.chiralkick.it.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.chiralkick.contract.ContractKit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every mechanism of the distribution keeps every rule, the chiral one under every choice of every closure. */
class MechanismContractIT {
    @Test
    void everyRuleHasItsTest() {
        long tests = Arrays.stream(NeutrinoSourceContract.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
        assertEquals(ContractKit.rules().size(), tests);
    }

    @Nested
    class Isotropic extends NeutrinoSourceContract {
        Isotropic() {
            super("{'source': 'isotropic'}".replace('\'', '"'));
        }
    }

    @Nested
    class Vortical extends NeutrinoSourceContract {
        Vortical() {
            super("{'source': 'vortical'}".replace('\'', '"'));
        }
    }

    @Nested
    class QuarkUrca extends NeutrinoSourceContract {
        QuarkUrca() {
            super("{'source': 'quark-urca'}".replace('\'', '"'));
        }
    }

    @Nested
    class QuarkUrcaAlongTheField extends NeutrinoSourceContract {
        QuarkUrcaAlongTheField() {
            super("{'source': 'quark-urca', 'closures': {'axis': 'along-field'}, 'parameters': {'alpha-s': 0.1}}"
                    .replace('\'', '"'));
        }
    }

    @Nested
    class PolarisedNucleon extends NeutrinoSourceContract {
        PolarisedNucleon() {
            super("{'source': 'polarised-nucleon'}".replace('\'', '"'));
        }
    }

    @Nested
    class PolarisedNucleonScattering extends NeutrinoSourceContract {
        PolarisedNucleonScattering() {
            super("{'source': 'polarised-nucleon', 'closures': {'interactions': 'scattering'}}".replace('\'', '"'));
        }
    }

    @Nested
    class ChiralConsistent extends NeutrinoSourceContract {
        ChiralConsistent() {
            super("{'source': 'chiral', 'preset': 'consistent'}".replace('\'', '"'));
        }
    }

    @Nested
    class ChiralKubs2016 extends NeutrinoSourceContract {
        ChiralKubs2016() {
            super("{'source': 'chiral', 'preset': 'kubs-2016'}".replace('\'', '"'));
        }
    }

    @Nested
    class ChiralEquilibrium extends NeutrinoSourceContract {
        ChiralEquilibrium() {
            super("{'source': 'chiral', 'preset': 'equilibrium'}".replace('\'', '"'));
        }
    }

    @Nested
    class ChiralPreservedSusceptibilityMeanEnergy extends NeutrinoSourceContract {
        ChiralPreservedSusceptibilityMeanEnergy() {
            super(("{'source': 'chiral', 'closures':"
                            + " {'chirality': 'preserved', 'share': 'susceptibility', 'momentum': 'mean-energy'}}")
                    .replace('\'', '"'));
        }
    }

    @Nested
    class ChiralGivenAllLeftHandedThermal extends NeutrinoSourceContract {
        ChiralGivenAllLeftHandedThermal() {
            super(("{'source': 'chiral', 'closures':"
                            + " {'chirality': 'given', 'share': 'all-left-handed', 'momentum': 'thermal'},"
                            + " 'parameters': {'neutrino-temperature-mev': 4.5}}")
                    .replace('\'', '"'));
        }
    }

    @Nested
    class ChiralGivenCompositionChemicalPotential extends NeutrinoSourceContract {
        ChiralGivenCompositionChemicalPotential() {
            super(("{'source': 'chiral', 'closures':"
                            + " {'chirality': 'given', 'share': 'composition', 'momentum': 'chemical-potential'}}")
                    .replace('\'', '"'));
        }
    }
}
