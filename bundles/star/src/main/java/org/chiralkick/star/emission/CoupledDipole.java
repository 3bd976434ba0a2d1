package org.chiralkick.star.emission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.star.dipole.DipoleAccount;
import org.chiralkick.star.dipole.DipoleContrast;
import org.chiralkick.star.dipole.DipoleCurrents;
import org.chiralkick.star.dipole.DipoleKick;
import org.chiralkick.star.dipole.DipoleResponse;
import org.chiralkick.star.dipole.DipoleStep;

/**
 * The l = 1 response of a star to what mechanisms send through its interior, and what it gives. Where others take over in
 * mid-run, what the former have stored inside the star goes on leaving it in their name.
 */
final class CoupledDipole {
    private final DipoleCurrents currents;
    private final DipoleCurrents none;
    private final DipoleResponse whole;
    private final DipoleAccount account = new DipoleAccount();
    private final Map<Acting, Part> parts = new LinkedHashMap<>();

    /** Sources that are in force together; two builds of one version are two. */
    private record Acting(List<SourceDescriptor> sources, List<String> builds) {}

    /** What the sources that were in force together have done. */
    private static final class Part {
        private final DipoleResponse response;
        private final DipoleAccount account = new DipoleAccount();
        private long steps;

        Part(int zones) {
            response = new DipoleResponse(zones);
        }
    }

    CoupledDipole(int zones) {
        currents = new DipoleCurrents(zones);
        none = new DipoleCurrents(zones);
        whole = new DipoleResponse(zones);
    }

    /**
     * Counts a step.
     *
     * @param step the star in it
     * @param sources sources in force in it
     * @param builds which build of its bundle each is, or none
     * @param interior their fluxes at its beginning, evaluated
     * @param phaseRad how far the star has turned in its middle [rad]
     * @param angularVelocity Omega [1/s]
     */
    void count(
            DipoleStep step,
            List<SourceDescriptor> sources,
            List<String> builds,
            InteriorBlock interior,
            double phaseRad,
            double angularVelocity) {
        interior.project(currents);
        Part acting = parts.computeIfAbsent(new Acting(sources, builds), key -> new Part(step.zones()));
        acting.steps++;
        double turning = Spin.mean(angularVelocity, step.dtS());
        whole.clear();
        for (Part part : parts.values()) {
            part.response.advance(step, part == acting ? currents : none);
            part.account.count(step, part.response, phaseRad, turning);
            whole.add(part.response);
        }
        account.count(step, whole, phaseRad, turning);
    }

    /** Returns what all have given together. */
    DipoleKick kick() {
        return account.kick();
    }

    /** Returns what those that were in force together have given. */
    List<DipoleEntry> entries() {
        List<DipoleEntry> all = new ArrayList<>();
        parts.forEach((acted, part) ->
                all.add(new DipoleEntry(acted.sources, acted.builds, part.account.kick(), part.steps)));
        return all;
    }

    /**
     * Returns the contrast of each zone now.
     *
     * @param axis unit vector of the axis, in the frame that rotates with the star
     */
    List<DipoleContrast> contrasts(double[] axis) {
        List<DipoleContrast> all = new ArrayList<>();
        for (int i = 0; i < whole.zones(); i++) {
            all.add(whole.contrast(axis, i));
        }
        return all;
    }
}
