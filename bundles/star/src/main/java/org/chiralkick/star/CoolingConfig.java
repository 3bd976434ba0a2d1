package org.chiralkick.star;

import java.util.Optional;
import org.chiralkick.star.emission.Feedback;
import org.chiralkick.star.emission.Neutrinosphere;
import org.chiralkick.star.field.Allowed;
import org.chiralkick.star.field.MagneticField;
import org.chiralkick.star.field.SpinningField;
import org.chiralkick.star.structure.StellarProfile;

/**
 * What is to be evolved, and how.
 *
 * @param star star to begin with, its structure and resolution
 * @param field magnetic field and rotation
 * @param endTimeS time to evolve [s], {@code > 0}
 * @param emissionDepth optical depth of nu_e at which the mechanism's neutrinos escape [1], {@code > 0}
 * @param feedback what the mechanism's neutrino flux does to the star
 */
public record CoolingConfig(
        StarModel star, SpinningField field, double endTimeS, double emissionDepth, Feedback feedback) {
    /** Mass of the outermost zone over that of the star [1]: neutrinos decouple in the outermost 1e-3. */
    static final double OUTERMOST_FRACTION = 1e-5;

    /** First step [s]; short beside the milliseconds in which the surface adapts. */
    static final double FIRST_STEP_S = 1e-5;

    /** Refuses values outside the ranges named. */
    public CoolingConfig {
        Allowed.require(endTimeS > 0 && Double.isFinite(endTimeS), "end time", endTimeS, "s", "finite and > 0");
        Allowed.require(emissionDepth > 0, "optical depth of the emission", emissionDepth, "", "> 0");
    }

    /**
     * Returns the defaults for a star: {@link StarModel#of} for 20 s, a uniform field of 1e12 G, no rotation, emission from the
     * neutrinosphere, feedback of the angular mean.
     */
    public static CoolingConfig of(StellarProfile profile) {
        return new CoolingConfig(
                StarModel.of(profile),
                SpinningField.of(MagneticField.uniform(1e12)),
                20,
                Neutrinosphere.DEPTH,
                Feedback.ANGULAR_MEAN);
    }

    /** Returns this configuration with another star, structure or resolution. */
    public CoolingConfig withStar(StarModel other) {
        return new CoolingConfig(other, field, endTimeS, emissionDepth, feedback);
    }

    /** Returns this configuration with another structure. */
    public CoolingConfig withStructure(Structure other) {
        return withStar(new StarModel(
                star.profile(), star.forces(), other, star.surfaceDensityGPerCm3(), star.zones(), star.tolerance()));
    }

    /** Returns this configuration with another number of zones and another tolerance. */
    public CoolingConfig withResolution(int zones, double tolerance) {
        return withStar(new StarModel(
                star.profile(), star.forces(), star.structure(), star.surfaceDensityGPerCm3(), zones, tolerance));
    }

    /** Returns this configuration with steps of twice the length; none where that is more than a step may change. */
    public Optional<CoolingConfig> inLongerSteps() {
        double longer = 2 * star.tolerance();
        return longer > StarModel.LARGEST_TOLERANCE
                ? Optional.empty()
                : Optional.of(withResolution(star.zones(), longer));
    }

    /** Returns this configuration with another field that decays in a given time [s] (infinite for never). */
    public CoolingConfig withField(MagneticField initial, double decayS) {
        SpinningField other = new SpinningField(initial, decayS, field.obliquityDeg(), field.spinPeriodS());
        return new CoolingConfig(star, other, endTimeS, emissionDepth, feedback);
    }

    /** Returns this configuration with another field and rotation. */
    public CoolingConfig withField(SpinningField other) {
        return new CoolingConfig(star, other, endTimeS, emissionDepth, feedback);
    }

    /** Returns this configuration with another rotation: period at t = 0 [s] and obliquity of the field [deg]. */
    public CoolingConfig withRotation(double periodS, double obliquityDeg) {
        SpinningField other = new SpinningField(field.initial(), field.decayS(), obliquityDeg, periodS);
        return new CoolingConfig(star, other, endTimeS, emissionDepth, feedback);
    }

    /** Returns this configuration with another end [s]. */
    public CoolingConfig withEnd(double other) {
        return new CoolingConfig(star, field, other, emissionDepth, feedback);
    }

    /** Returns this configuration with emission from another optical depth [1]; 2/3 is the neutrinosphere. */
    public CoolingConfig withEmissionDepth(double other) {
        return new CoolingConfig(star, field, endTimeS, other, feedback);
    }

    /** Returns this configuration with another feedback. */
    public CoolingConfig withFeedback(Feedback other) {
        return new CoolingConfig(star, field, endTimeS, emissionDepth, other);
    }
}
