package org.chiralkick.study.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.chiralkick.star.CooledStar;
import org.chiralkick.star.CoolingConfig;
import org.chiralkick.star.EmittingStar;
import org.chiralkick.star.FrozenStar;
import org.chiralkick.star.StarModel;
import org.chiralkick.star.Structure;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.emission.Feedback;
import org.chiralkick.star.emission.Neutrinosphere;
import org.chiralkick.star.field.FieldAt;
import org.chiralkick.star.field.FieldMap;
import org.chiralkick.star.field.FieldShape;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.star.matter.NuclearForces;
import org.chiralkick.star.profile.StarProfile;
import org.chiralkick.star.structure.StellarProfile;
import org.chiralkick.study.StudyException;
import org.jspecify.annotations.Nullable;

/**
 * A star to be, with what is said about it so far. What is not said is as in {@code chiralkick run}: it cools for 20 s in a uniform
 * field of 1e12 G without rotation. Begun by {@link RunInputs#builtIn} and its like. What is said and the star would ignore is
 * refused at the end, as is a value out of range.
 */
public final class StarBuilder {
    /** What options and results call a star that cools. */
    public static final String COOLING = "pns";

    /** What options and results call a star that stays as it is. */
    public static final String FROZEN = "static";

    /** Steps of a frozen star. */
    public static final int STEPS = 1000;

    /** Mass zones of a star that cools. */
    public static final int ZONES = 120;

    /** Relative change of T and Y_L in a step of a star that cools [1]. */
    public static final double TOLERANCE = 0.05;

    /** As long as neutrinos of SN 1987A were seen, and cooling series go. */
    private static final double COOLING_DURATION_S = 20;

    private static final double FROZEN_DURATION_S = 10;
    private static final double RADIUS_CM = 1e6;
    private static final double MASS_G = 3e33;

    private final StarProfile star;
    private final Object key;
    private final Set<String> forCooling = new LinkedHashSet<>();
    private final Set<String> forFrozen = new LinkedHashSet<>();

    private boolean frozen;
    private Magnet magnet = new Magnet(null, 0, Double.POSITIVE_INFINITY);
    private @Nullable Double durationS;
    private FieldShape.Analytic geometry = FieldShape.Analytic.UNIFORM;
    private @Nullable NamedMap map;
    private @Nullable Double radiusCm;
    private @Nullable Double surfaceDensityGPerCm3;
    private double massG = MASS_G;
    private int steps = STEPS;
    private Structure structure = Structure.RELATIVISTIC;
    private @Nullable Feedback feedback;
    private @Nullable Escape escape;
    private int zones = ZONES;
    private double tolerance = TOLERANCE;
    private double fieldDecayS = Double.POSITIVE_INFINITY;
    private double fieldStretch = 1;
    private FieldAt fieldAt = FieldAt.START;
    private double emissionDepth = Neutrinosphere.DEPTH;

    /** A field from a file. */
    private record NamedMap(String name, FieldMap field) {}

    /** @param key equal for stars that are equal */
    StarBuilder(StarProfile star, Object key) {
        this.star = star;
        this.key = key;
    }

    /** Keeps the star as it is in its profile, rather than let it cool. */
    public StarBuilder frozen() {
        frozen = true;
        return this;
    }

    /** Sets field and rotation together. */
    public StarBuilder magnet(Magnet other) {
        magnet = other;
        return this;
    }

    /** Sets the field [G], finite: everywhere, at the pole of a dipole, the largest of a map; otherwise 1e12, or the map's own. */
    public StarBuilder fieldGauss(double gauss) {
        return magnet(inRange(() -> new Magnet(gauss, magnet.obliquityDeg(), magnet.spinPeriodS())));
    }

    /**
     * Sets when the star has this field; otherwise at the start. At the end it is B_r at the magnetic pole of the final surface. For a
     * frozen star both are the same.
     */
    public StarBuilder fieldAt(FieldAt when) {
        fieldAt = when;
        return this;
    }

    /** Sets the angle from the spin axis to the magnetic axis [deg], in [0, 180]; otherwise 0. */
    public StarBuilder obliquityDeg(double degrees) {
        return magnet(inRange(() -> new Magnet(magnet.fieldGauss(), degrees, magnet.spinPeriodS())));
    }

    /** Sets the rotation period at the start [s], {@code > 0}; otherwise the star does not rotate. */
    public StarBuilder spinPeriodS(double seconds) {
        return magnet(inRange(() -> new Magnet(magnet.fieldGauss(), magnet.obliquityDeg(), seconds)));
    }

    /** Sets how long the star emits [s], finite and {@code > 0}; otherwise 20, or 10 if it is frozen. */
    public StarBuilder durationS(double seconds) {
        durationS = seconds;
        return this;
    }

    /** Sets the shape of the field; otherwise it is uniform. */
    public StarBuilder geometry(FieldShape.Analytic shape) {
        geometry = shape;
        map = null;
        return this;
    }

    /** Sets a field from a file, which results call by that name; for a star that cools. */
    public StarBuilder geometry(String name, FieldMap field) {
        forCooling.add("field map");
        map = new NamedMap(name, field);
        return this;
    }

    /** Sets the radius of the surface of a frozen star, or of the sphere inside of which a dipole is uniform [cm]; otherwise 1e6. */
    public StarBuilder radiusCm(double radius) {
        radiusCm = radius;
        return this;
    }

    /** Has a frozen star emit from the outermost radius with this density [g cm^-3]. */
    public StarBuilder surfaceDensityGPerCm3(double density) {
        forFrozen.add("surface density");
        surfaceDensityGPerCm3 = density;
        return this;
    }

    /** Sets the mass of a frozen star [g], {@code > 0}; otherwise 3e33. */
    public StarBuilder massG(double mass) {
        forFrozen.add("mass");
        massG = mass;
        return this;
    }

    /** Sets the number of steps of a frozen star, {@code >= 1}; otherwise 1000. */
    public StarBuilder steps(int number) {
        forFrozen.add("number of steps");
        steps = number;
        return this;
    }

    /** Sets how the mass of a star that cools is arranged; otherwise as in general relativity. */
    public StarBuilder structure(Structure kind) {
        forCooling.add("structure");
        structure = kind;
        return this;
    }

    /**
     * Sets what decides how neutrinos leave; otherwise the dipole of a star that cools, and the surface of a frozen one, which has no
     * transport.
     */
    public StarBuilder escape(Escape closure) {
        escape = closure;
        return this;
    }

    /**
     * Sets what the neutrino flux does to a star that cools and emits from its surface; otherwise its angular mean acts in a run, and
     * nothing elsewhere. With the dipole its response is the feedback.
     */
    public StarBuilder feedback(Feedback kind) {
        forCooling.add("feedback");
        feedback = kind;
        return this;
    }

    /** Sets the number of mass zones of a star that cools, in [8, 10000]; otherwise 120. */
    public StarBuilder zones(int number) {
        forCooling.add("number of zones");
        zones = number;
        return this;
    }

    /** Sets the relative change of T and Y_L in a step of a star that cools [1], in (0, 0.5]; otherwise 0.05. */
    public StarBuilder tolerance(double change) {
        forCooling.add("tolerance");
        tolerance = change;
        return this;
    }

    /** Sets the e-folding time of the field of a star that cools [s], {@code > 0}; otherwise the field does not decay. */
    public StarBuilder fieldDecayS(double seconds) {
        forCooling.add("decay time of the field");
        fieldDecayS = seconds;
        return this;
    }

    /** Stretches the lengths of the field of a star that cools [1], {@code > 0}; otherwise they stay. */
    public StarBuilder fieldStretch(double factor) {
        forCooling.add("stretch of the field");
        fieldStretch = factor;
        return this;
    }

    /** Sets the optical depth from which the mechanism's neutrinos leave a star that cools [1], {@code > 0}; otherwise 2/3. */
    public StarBuilder emissionDepth(double depth) {
        forCooling.add("optical depth of the emission");
        emissionDepth = depth;
        return this;
    }

    /**
     * Returns the inputs of a run.
     *
     * @throws StudyException if a value is out of range, or the star would ignore it
     * @throws IllegalArgumentException if a frozen star has no such surface, or it rotates as fast as light
     */
    public RunInputs build() {
        Feedback otherwise = escape() == Escape.SURFACE ? Feedback.ANGULAR_MEAN : Feedback.NONE;
        if (!frozen && map != null && fieldAt == FieldAt.END && magnet.fieldGauss() == null) {
            throw StudyException.usage(
                    "the strength of a map is that of its largest field at the start; give the field at the end");
        }
        RunInputs inputs = new RunInputs(plan(otherwise), magnet, steps);
        if (frozen) {
            if (steps < 1) {
                throw StudyException.usage("number of steps is " + steps + "; must be >= 1");
            }
            inputs.frozen().spinning(magnet);
        }
        return inputs;
    }

    /**
     * Returns the star without field and rotation, for many kicks; unless feedback is set, one that does not feel the
     * mechanism, so that one evolution serves them all.
     *
     * @throws StudyException if a value is out of range, or the star would ignore it
     * @throws IllegalArgumentException if a frozen star has no such surface
     */
    public StarPlan plan() {
        return plan(Feedback.NONE);
    }

    private StarPlan plan(Feedback otherwise) {
        double seconds = durationS();
        refuseIgnored();
        return frozen
                ? new StarPlan(star, frozenStar(seconds), List.of())
                : new StarPlan(
                        star,
                        inRange(() -> coolingStar(seconds, feedback == null ? otherwise : feedback)),
                        List.of(key, seconds, structure, zones, tolerance, emissionDepth));
    }

    private Escape escape() {
        return escape != null ? escape : frozen ? Escape.SURFACE : Escape.DIPOLE;
    }

    private double durationS() {
        double seconds = durationS != null ? durationS : frozen ? FROZEN_DURATION_S : COOLING_DURATION_S;
        if (!(seconds > 0) || Double.isInfinite(seconds)) {
            throw StudyException.usage("duration is " + seconds + " s; must be finite and > 0");
        }
        return seconds;
    }

    private void refuseIgnored() {
        for (String what : frozen ? forCooling : forFrozen) {
            throw StudyException.usage(
                    what + " is for a " + (frozen ? "star that cools" : "frozen star") + "; leave it out");
        }
        if (frozen && escape() == Escape.DIPOLE) {
            throw StudyException.usage(
                    "escape is dipole, which needs a star with neutrino transport; a frozen star has none: leave it out");
        }
        if (feedback != null && feedback != Feedback.NONE && escape() == Escape.DIPOLE) {
            throw StudyException.usage(
                    "feedback " + RunWords.label(feedback) + " belongs to escape surface; with dipole the response is"
                            + " the feedback: leave it out, or choose escape surface");
        }
        if (!frozen && map == null && geometry == FieldShape.Analytic.UNIFORM) {
            if (radiusCm != null) {
                throw StudyException.usage(
                        "radius changes nothing in a star that cools in a uniform field; leave it out");
            }
            if (forCooling.contains("stretch of the field")) {
                throw StudyException.usage("stretch of the field changes nothing in a uniform field; leave it out");
            }
        }
        if (!frozen && fieldAt == FieldAt.END && feedback == Feedback.OUTFLOW) {
            throw StudyException.usage(
                    "a field at the end is not for feedback outflow, with which the final surface depends on the field; give the field at"
                            + " the start, or choose another feedback");
        }
        if (radiusCm != null && surfaceDensityGPerCm3 != null) {
            throw StudyException.usage("radius and surface density both choose the surface; give one of them");
        }
    }

    private EmittingStar frozenStar(double seconds) {
        Neutrinosphere surface = surfaceDensityGPerCm3 != null
                ? Neutrinosphere.atDensity(star, surfaceDensityGPerCm3)
                : Neutrinosphere.atRadius(star, radiusCm());
        return inRange(() -> new FrozenStar(star.name(), surface, geometry, seconds, massG));
    }

    private EmittingStar coolingStar(double seconds, Feedback kind) {
        FieldShape shape = shape();
        StarModel model = new StarModel(
                StellarProfile.of(star, structure != Structure.NEWTONIAN),
                NuclearForces.lattimerSwesty(),
                structure,
                StarModel.SURFACE_DENSITY_G_PER_CM3,
                zones,
                tolerance);
        return new CooledStar(
                star.name(),
                new CoolingConfig(model, shape.of(magnet), seconds, emissionDepth, kind),
                shape,
                fieldAt,
                escape(),
                Optional.empty(),
                Optional.empty());
    }

    private FieldShape shape() {
        if (map != null) {
            return FieldShape.map(map.name(), map.field(), fieldStretch, fieldDecayS);
        }
        return switch (geometry) {
            case UNIFORM -> FieldShape.uniform(fieldStretch, fieldDecayS);
            case DIPOLE -> FieldShape.dipole(radiusCm(), fieldStretch, fieldDecayS);
        };
    }

    private double radiusCm() {
        return radiusCm == null ? RADIUS_CM : radiusCm;
    }

    private static <T> T inRange(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw StudyException.usage(String.valueOf(e.getMessage()));
        }
    }
}
