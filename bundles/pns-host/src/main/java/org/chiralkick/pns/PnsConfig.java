package org.chiralkick.pns;

import java.util.Locale;
import org.chiralkick.pns.coupling.Feedback;
import org.chiralkick.pns.coupling.Neutrinosphere;
import org.chiralkick.pns.field.MagneticField;
import org.chiralkick.pns.matter.NuclearForces;
import org.chiralkick.pns.structure.StellarProfile;

/**
 * What is to be evolved, and how.
 *
 * @param profile star to begin with
 * @param forces nuclear forces
 * @param structure how the mass is arranged
 * @param zones number of mass zones, in [8, 10000]
 * @param surfaceDensityGPerCm3 density of the profile at which the star ends [g cm^-3], {@code > 0}
 * @param endTimeS time to evolve [s], {@code > 0}
 * @param tolerance change of T and Y_L in a step that is aimed at, relative [1], in (0, 0.5]
 * @param field magnetic field in the star at t = 0, after it has come to rest
 * @param fieldDecayS e-folding time of the field [s], {@code > 0}; infinite for none
 * @param obliquityDeg angle from the spin axis +z to the magnetic axis [deg], in [0, 180]
 * @param spinPeriodS rotation period at t = 0 [s], {@code > 0}; infinite for none
 * @param emissionDepth optical depth of nu_e at which the mechanism's neutrinos escape [1], {@code > 0}
 * @param feedback what the mechanism's neutrino flux does to the star
 */
public record PnsConfig(
        StellarProfile profile,
        NuclearForces forces,
        Structure structure,
        int zones,
        double surfaceDensityGPerCm3,
        double endTimeS,
        double tolerance,
        MagneticField field,
        double fieldDecayS,
        double obliquityDeg,
        double spinPeriodS,
        double emissionDepth,
        Feedback feedback) {
    /** Mass of the outermost zone over that of the star [1]: neutrinos decouple in the outermost 1e-3. */
    static final double OUTERMOST_FRACTION = 1e-5;

    /** First step [s]; short beside the milliseconds in which the surface adapts. */
    static final double FIRST_STEP_S = 1e-5;

    /** Refuses values outside the ranges named. */
    public PnsConfig {
        require(zones >= 8 && zones <= 10_000, "number of zones", zones, "", "in [8, 10000]");
        require(surfaceDensityGPerCm3 > 0, "surface density", surfaceDensityGPerCm3, "g/cm^3", "> 0");
        require(endTimeS > 0 && Double.isFinite(endTimeS), "end time", endTimeS, "s", "finite and > 0");
        require(tolerance > 0 && tolerance <= 0.5, "tolerance", tolerance, "", "in (0, 0.5]");
        require(fieldDecayS > 0, "decay time of the field", fieldDecayS, "s", "> 0");
        require(obliquityDeg >= 0 && obliquityDeg <= 180, "obliquity", obliquityDeg, "deg", "in [0, 180]");
        require(spinPeriodS > 0, "spin period", spinPeriodS, "s", "> 0");
        require(emissionDepth > 0, "optical depth of the emission", emissionDepth, "", "> 0");
    }

    /**
     * Returns the defaults for a star: 20 s of relativistic contraction, 120 zones out to 1e11 g/cm^3, steps of 5 %, a uniform
     * field of 1e12 G, no rotation, feedback of the angular mean.
     */
    public static PnsConfig of(StellarProfile profile) {
        return new PnsConfig(
                profile,
                NuclearForces.lattimerSwesty(),
                Structure.RELATIVISTIC,
                120,
                1e11,
                20,
                0.05,
                MagneticField.uniform(1e12),
                Double.POSITIVE_INFINITY,
                0,
                Double.POSITIVE_INFINITY,
                Neutrinosphere.DEPTH,
                Feedback.ANGULAR_MEAN);
    }

    /** Returns this configuration with another structure. */
    public PnsConfig withStructure(Structure other) {
        return new PnsConfig(
                profile,
                forces,
                other,
                zones,
                surfaceDensityGPerCm3,
                endTimeS,
                tolerance,
                field,
                fieldDecayS,
                obliquityDeg,
                spinPeriodS,
                emissionDepth,
                feedback);
    }

    /** Returns this configuration with another number of zones and tolerance. */
    public PnsConfig withResolution(int otherZones, double otherTolerance) {
        return new PnsConfig(
                profile,
                forces,
                structure,
                otherZones,
                surfaceDensityGPerCm3,
                endTimeS,
                otherTolerance,
                field,
                fieldDecayS,
                obliquityDeg,
                spinPeriodS,
                emissionDepth,
                feedback);
    }

    /** Returns this configuration with another end [s]. */
    public PnsConfig withEnd(double otherEndTimeS) {
        return new PnsConfig(
                profile,
                forces,
                structure,
                zones,
                surfaceDensityGPerCm3,
                otherEndTimeS,
                tolerance,
                field,
                fieldDecayS,
                obliquityDeg,
                spinPeriodS,
                emissionDepth,
                feedback);
    }

    /** Returns this configuration with another field that decays in a given time [s] (infinite for never). */
    public PnsConfig withField(MagneticField other, double decayS) {
        return new PnsConfig(
                profile,
                forces,
                structure,
                zones,
                surfaceDensityGPerCm3,
                endTimeS,
                tolerance,
                other,
                decayS,
                obliquityDeg,
                spinPeriodS,
                emissionDepth,
                feedback);
    }

    /** Returns this configuration with another rotation: period at t = 0 [s] and obliquity of the field [deg]. */
    public PnsConfig withRotation(double periodS, double otherObliquityDeg) {
        return new PnsConfig(
                profile,
                forces,
                structure,
                zones,
                surfaceDensityGPerCm3,
                endTimeS,
                tolerance,
                field,
                fieldDecayS,
                otherObliquityDeg,
                periodS,
                emissionDepth,
                feedback);
    }

    /** Returns this configuration with emission from another optical depth [1]; 2/3 is the neutrinosphere. */
    public PnsConfig withEmissionDepth(double other) {
        return new PnsConfig(
                profile,
                forces,
                structure,
                zones,
                surfaceDensityGPerCm3,
                endTimeS,
                tolerance,
                field,
                fieldDecayS,
                obliquityDeg,
                spinPeriodS,
                other,
                feedback);
    }

    /** Returns this configuration with another feedback. */
    public PnsConfig withFeedback(Feedback other) {
        return new PnsConfig(
                profile,
                forces,
                structure,
                zones,
                surfaceDensityGPerCm3,
                endTimeS,
                tolerance,
                field,
                fieldDecayS,
                obliquityDeg,
                spinPeriodS,
                emissionDepth,
                other);
    }

    private static void require(boolean good, String what, double value, String unit, String range) {
        if (!good) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s is %s %s; must be %s", what, value, unit, range));
        }
    }
}
