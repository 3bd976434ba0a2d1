package org.chiralkick.it.host;

import java.util.List;

/** Time integration of a mock host: when its stages evaluate, and how much each counts in the final state (guide/hosts/index.md). */
enum Scheme {
    /** Explicit Euler. */
    EULER,
    /** Predictor of weight 0, corrector at half time (van Leer); exact for a flux linear in time. */
    VL2,
    /** Heun; exact for a flux linear in time. */
    RK2,
    /** Strong-stability-preserving Runge-Kutta of third order; exact for a flux cubic in time (Simpson). */
    RK3;

    /** Returns the stages in the order in which a host goes through them. */
    List<Stage> stages() {
        return switch (this) {
            case EULER -> List.of(new Stage(0, 1));
            case VL2 -> List.of(new Stage(0, 0), new Stage(0.5, 1));
            case RK2 -> List.of(new Stage(0, 0.5), new Stage(1, 0.5));
            case RK3 -> List.of(new Stage(0, 1.0 / 6), new Stage(1, 1.0 / 6), new Stage(0.5, 2.0 / 3));
        };
    }

    /**
     * One stage.
     *
     * @param at part of the step that has passed [1]
     * @param weight weight in the final state [1]
     */
    record Stage(double at, double weight) {}
}
