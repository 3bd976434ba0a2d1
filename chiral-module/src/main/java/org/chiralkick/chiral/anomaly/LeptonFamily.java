package org.chiralkick.chiral.anomaly;

import java.util.List;

/**
 * A field content in which every species has a role: a charged lepton of both chiralities, and the left-handed neutrino that it
 * turns into. It translates between potentials of the species and those of the charges.
 *
 * @param right right-handed charged lepton
 * @param left left-handed charged lepton, of the same electric charge and lepton number, of opposite axial number
 * @param neutrino left-handed lepton without electric charge
 */
public record LeptonFamily(WeylSpecies right, WeylSpecies left, WeylSpecies neutrino) {
    /** Checks that the species can have these roles. */
    public LeptonFamily {
        require(right.chirality() == 1, right, "right-handed");
        require(left.chirality() == -1, left, "left-handed");
        require(neutrino.chirality() == -1, neutrino, "left-handed");
        require(left.charge() != 0, left, "charged");
        require(left.axialLeptonNumber() != 0, left, "of an axial lepton number");
        require(neutrino.charge() == 0, neutrino, "without electric charge");
        require(neutrino.leptonNumber() != 0, neutrino, "of a lepton number");
        require(neutrino.axialLeptonNumber() != 0, neutrino, "of an axial lepton number");
        // A mass, and so a spin flip, joins the two chiralities only where nothing but the axial number tells them
        // apart.
        require(right.charge() == left.charge(), right, "of the electric charge of " + left.name());
        require(right.leptonNumber() == left.leptonNumber(), right, "of the lepton number of " + left.name());
        require(
                right.axialLeptonNumber() == -left.axialLeptonNumber(),
                right,
                "of the opposite axial lepton number of " + left.name());
    }

    private static void require(boolean holds, WeylSpecies species, String what) {
        if (!holds) {
            throw new IllegalArgumentException(species.name() + " must be " + what + "; it is " + species);
        }
    }

    /**
     * Returns the family that a field content is.
     *
     * @throws IllegalArgumentException if it is not one charged lepton of both chiralities and one left-handed neutrino
     */
    public static LeptonFamily of(FieldContent content) {
        if (content.species().size() != 3) {
            throw new IllegalArgumentException(
                    "field content has " + content.species().size()
                            + " species; must be three: a charged lepton of both chiralities and its neutrino");
        }
        return new LeptonFamily(only(content, 1, true), only(content, -1, true), only(content, -1, false));
    }

    private static WeylSpecies only(FieldContent content, int chirality, boolean charged) {
        List<WeylSpecies> found = content.species().stream()
                .filter(species -> species.chirality() == chirality && (species.charge() != 0) == charged)
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("field content has " + found.size() + (charged ? " charged" : " neutral")
                    + (chirality == 1 ? " right-handed" : " left-handed") + " species; must be one");
        }
        return found.get(0);
    }

    /**
     * Returns the potentials of the charges at which the species have these: the solution of mu_s = Q_s mu_em + l_s mu_l + l5_s mu_5.
     * As a combination of charges, {@code potentials(1, 0, 0)} is the number of left-handed charged leptons alone.
     *
     * @param leftElectron mu of the left-handed charged lepton [MeV]
     * @param rightElectron mu of the right-handed one [MeV]
     * @param neutrinoPotential mu of the neutrino [MeV]
     */
    public ChemicalPotentials potentials(double leftElectron, double rightElectron, double neutrinoPotential) {
        double axial = (leftElectron - rightElectron) / (2 * left.axialLeptonNumber());
        double lepton = (neutrinoPotential - neutrino.axialLeptonNumber() * axial) / neutrino.leptonNumber();
        double mean = (leftElectron + rightElectron) / 2;
        double electric = (mean - left.leptonNumber() * lepton) / left.charge();
        return new ChemicalPotentials(electric, lepton, axial);
    }
}
