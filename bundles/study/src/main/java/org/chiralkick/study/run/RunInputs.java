package org.chiralkick.study.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.CooledStar;
import org.chiralkick.star.CoolingConfig;
import org.chiralkick.star.EvolutionException;
import org.chiralkick.star.FrozenStar;
import org.chiralkick.star.StarModel;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.emission.Neutrinosphere;
import org.chiralkick.star.field.FieldAt;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.star.field.SpinningField;
import org.chiralkick.star.profile.BuiltInStar;
import org.chiralkick.star.profile.ProfileFile;
import org.chiralkick.star.profile.StarProfile;
import org.chiralkick.study.StudyException;
import org.chiralkick.table.Json;
import org.chiralkick.table.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * What a run is given: a star, its field and its rotation, all of it found to be in order. {@link #builtIn}, {@link #of} and {@link
 * #read} begin it; what is not said then is as in {@code chiralkick run}.
 *
 * @param plan the star
 * @param magnet its field and rotation
 * @param steps steps of equal length of a frozen star, {@code >= 1}; those of a star that cools follow from its tolerance
 */
public record RunInputs(StarPlan plan, Magnet magnet, int steps) {
    private static final int MOST_DIGITS = 12;

    /** Begins inputs with the built-in star, a fit to model G15 of Liebendoerfer et al. 2005. */
    public static StarBuilder builtIn() {
        return new StarBuilder(BuiltInStar.profile(), BuiltInStar.NAME);
    }

    /** Begins inputs with a star. */
    public static StarBuilder of(StarProfile star) {
        return new StarBuilder(star, star);
    }

    /**
     * Begins inputs with the star in a file.
     *
     * @throws IOException if the file cannot be read
     * @throws org.chiralkick.table.TableException if it is no profile
     */
    public static StarBuilder read(Path file) throws IOException {
        return new StarBuilder(ProfileFile.read(file), file.toString());
    }

    /** Returns the profile of the star, at the beginning. */
    public StarProfile star() {
        return plan.star();
    }

    /** Returns what a scan asks for: the kick of this star under a configuration. */
    public KickRequest request(CouplingConfig config) {
        return new KickRequest(plan, magnet, config);
    }

    /** Returns whether the star cools, rather than stays as it is. */
    public boolean cools() {
        return plan.cooling().isPresent();
    }

    /**
     * Returns the star that cools, without an evolution yet.
     *
     * @throws java.util.NoSuchElementException if the star is frozen
     */
    public CooledStar cooling() {
        return plan.cooling().orElseThrow();
    }

    /**
     * Returns what evolves, with its field and rotation.
     *
     * @throws IllegalStateException if the field is that at the end, and these inputs are not {@link #ready}
     * @throws java.util.NoSuchElementException if the star is frozen
     */
    public CoolingConfig coolingConfig() {
        return cooling().config().withField(cooling().spinning(magnet));
    }

    /**
     * Returns these inputs with all that it takes to give the star its field. Where that is the field at the end of a star that cools,
     * it evolves.
     *
     * @throws StudyException if it cannot, or its field has no radial part at the pole
     */
    public RunInputs ready() {
        try {
            RunInputs ready = new RunInputs(plan.ready(), magnet, steps);
            if (cools()) {
                ready.coolingConfig();
            }
            return ready;
        } catch (EvolutionException e) {
            throw StudyException.failed(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw StudyException.usage(String.valueOf(e.getMessage()));
        }
    }

    /** Returns when the star has the field that it is given; one that stays as it is has it all the time. */
    public FieldAt fieldAt() {
        return plan.cooling().map(CooledStar::fieldAt).orElse(FieldAt.START);
    }

    /**
     * Returns the star whose surface stays as it is.
     *
     * @throws java.util.NoSuchElementException if the star cools
     */
    public FrozenStar frozen() {
        return plan.frozen().orElseThrow();
    }

    /** Returns how often a frozen star evaluates its surface in all steps. */
    public long frozenEvaluations() {
        return (long) steps * frozen().stagesPerStep(magnet);
    }

    /**
     * Returns the sphere of a frozen star at 1e12 g/cm^3, where neutrinos decouple: the paper's 10 km is not the only plausible one.
     * Empty where the profile does not reach it.
     */
    Optional<Neutrinosphere> decouplingSurface() {
        try {
            return Optional.of(Neutrinosphere.atDensity(star(), PhysicalConstants.DECOUPLING_DENSITY_G_PER_CM3));
        } catch (IllegalArgumentException notThere) {
            return Optional.empty();
        }
    }

    /**
     * Returns the strength of the field that is given [G]: everywhere, at the pole of a dipole, the largest of a map; where it is that at
     * the end, at the pole of the final surface.
     */
    public double fieldGauss() {
        return cools() ? cooling().shape().gauss(magnet) : frozen().fieldGauss(magnet);
    }

    /** Returns the strength of the field [G] in words: as it was given, or in four digits where it is a map's own. */
    public String strength() {
        String given = Numbers.given(fieldGauss());
        return given.length() > MOST_DIGITS ? Numbers.of(fieldGauss()) : given;
    }

    /** Returns the angle from +z, the axis of a star that rotates, to the magnetic axis [deg]. */
    public double obliquityDeg() {
        return magnet.obliquityDeg();
    }

    /** Returns what decides how neutrinos leave. */
    public Escape escape() {
        return plan.emitter().escape();
    }

    /** Returns how long the star emits [s]. */
    public double durationS() {
        return plan.emitter().durationS();
    }

    /** Returns what was assumed in making them, a sentence each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(star().notes());
        plan.cooling().ifPresent(cooling -> {
            double reachKm = cooling.shape().reachCm() * cooling.shape().stretch() / 1e5;
            if (Double.isFinite(reachKm)) {
                notes.add("the field map ends at " + Numbers.of(reachKm, 3)
                        + " km; beyond, each component of its outermost point falls as r^-3");
            }
        });
        return notes;
    }

    /** Returns all of them, for {@code run.json}. */
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = Json.object();
        json.put("host", cools() ? StarBuilder.COOLING : StarBuilder.FROZEN);
        json.put("profile", star().name());
        json.put("field_gauss", fieldGauss());
        if (cools()) {
            putCooling(json);
        } else {
            putFrozen(json);
        }
        return json;
    }

    private void putCooling(Map<String, @Nullable Object> json) {
        CoolingConfig config = coolingConfig();
        StarModel model = config.star();
        SpinningField field = config.field();
        json.put("field_at", fieldAt().label());
        json.put("geometry", cooling().shape().label());
        json.put("field_stretch", cooling().shape().stretch());
        json.put("field_decay_s", Json.number(field.decayS()));
        json.put("spin_period_s", Json.number(field.spinPeriodS()));
        json.put("obliquity_deg", field.obliquityDeg());
        json.put("escape", escape().label());
        json.put("duration_s", config.endTimeS());
        json.put("emission_depth", config.emissionDepth());
        json.put("structure", model.structure().label());
        json.put("feedback", RunWords.label(config.feedback()));
        json.put("zones", model.zones());
        json.put("tolerance", model.tolerance());
        json.put("surface_density_g_cm3", model.surfaceDensityGPerCm3());
    }

    private void putFrozen(Map<String, @Nullable Object> json) {
        FrozenStar star = frozen();
        json.put("geometry", star.geometry().label());
        json.put("spin_period_s", Json.number(magnet.spinPeriodS()));
        json.put("obliquity_deg", magnet.obliquityDeg());
        json.put("duration_s", star.durationS());
        json.put("steps", steps);
        json.put("mass_g", star.massG());
        json.put("surface_elements", star.elements());
        json.put("stages_per_step", star.stagesPerStep(magnet));
    }
}
