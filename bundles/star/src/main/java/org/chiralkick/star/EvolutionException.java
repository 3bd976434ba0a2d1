package org.chiralkick.star;

/** A star that cannot evolve with what it was given, such as a mechanism that takes more out of it than there is. */
public final class EvolutionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** Says why not, in words for a physicist. */
    public EvolutionException(IllegalStateException why) {
        super(why.getMessage(), why);
    }
}
