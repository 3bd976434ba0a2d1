package org.chiralkick.star.emission;

import org.chiralkick.star.dipole.DipoleStep;

/**
 * A step of a star as far as its l = 1 response goes: what the mechanism sees inside at its beginning, how the star answers, and
 * how fast it turns.
 */
final class InteriorMoment {
    private final InteriorState state;
    private final DipoleStep step;
    private final double momentOfInertia;

    /**
     * @param state the star at the beginning of the step
     * @param step how it answers
     * @param momentOfInertia of the whole star [g cm^2]
     */
    InteriorMoment(InteriorState state, DipoleStep step, double momentOfInertia) {
        this.state = state;
        this.step = step;
        this.momentOfInertia = momentOfInertia;
    }

    InteriorState state() {
        return state;
    }

    DipoleStep step() {
        return step;
    }

    double momentOfInertia() {
        return momentOfInertia;
    }

    /** Returns this step and the next as one, which begins like this one. */
    InteriorMoment and(InteriorMoment next) {
        return new InteriorMoment(state, step.and(next.step), momentOfInertia);
    }
}
