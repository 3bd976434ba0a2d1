package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.closure.LeptonColumns;

/** Scratch columns for one piece of a block; used by one call at a time. */
final class Workspace {
    /** State of the leptons after the closures. */
    final LeptonColumns leptons = new LeptonColumns();

    /** Neutrino share f [1]. */
    final double[] share = new double[LeptonColumns.CAPACITY];

    /** Flux per field, in the unit of the flux per gauss. */
    final double[] perField = new double[LeptonColumns.CAPACITY];

    /** Flux per vorticity, in the unit of the flux per 1/s. */
    final double[] perVorticity = new double[LeptonColumns.CAPACITY];

    /** Any other quantity of a zone that one loop hands to the next. */
    final double[] scratch = new double[LeptonColumns.CAPACITY];
}
