package org.chiralkick.star.field;

import java.util.Locale;

/** When a star has the field that it is given. What is conserved is the flux through a mass shell, so that the field grows as it contracts. */
public enum FieldAt {
    /** At the start: everywhere, at the pole of a dipole's sphere, the largest of a map. */
    START,
    /** At the end: B_r at the magnetic pole of the final surface. The whole history is scaled by one factor. */
    END;

    /** Returns the name as options and results show it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
