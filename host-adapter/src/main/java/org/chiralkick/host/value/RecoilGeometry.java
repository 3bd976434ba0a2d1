package org.chiralkick.host.value;

import java.util.Arrays;
import java.util.List;

/**
 * How emission becomes recoil: the fourth closure, and the host side's (guide/physics.md (4.7)). F = F_E/c is the momentum flux, dA an
 * element of the emitting surface with outward normal n; the star's force is minus the sum. The volume form replaces the sum by
 * (k/R) sum F V with the factor k that makes both equal on a sphere in a uniform flux.
 */
public enum RecoilGeometry {
    /** sum max(F.dA, 0) F/|F|: what leaves keeps its direction (the disk pi R^2 of Kaminski et al.). */
    BEAMED_OUTFLOW(3.0 / 4, "what leaves keeps its direction: the disk pi R^2"),
    /** sum |F.dA| F/|F|: the deficit on the far side counts as well. */
    BEAMED_NET(3.0 / 2, "the deficit on the far side counts too: 2 disks"),
    /** sum (F.n) n dA: emission along the normal, deficit included. */
    RADIAL_NET(1, "along the surface normal, deficit included: 4/3 disk"),
    /** sum max(F.n, 0) n dA: emission along the normal where it flows out. */
    RADIAL_OUTFLOW(1.0 / 2, "along the surface normal where it flows out: 2/3 disk"),
    /** 2/3 of {@link #RADIAL_NET}: emission by Lambert's law about the normal. */
    LAMBERT(2.0 / 3, "Lambert's law about the normal: 8/9 disk");

    private final double volumeFactor;
    private final String meaning;

    RecoilGeometry(double volumeFactor, String meaning) {
        this.volumeFactor = volumeFactor;
        this.meaning = meaning;
    }

    /** Returns k of the volume form, force = -(k/R) sum F V [1]. */
    public double volumeFactor() {
        return volumeFactor;
    }

    /** Returns the name as configurations and results show it, such as {@code "beamed-outflow"}. */
    public String label() {
        return Labels.of(this);
    }

    /** Returns what it assumes, a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Returns the names of all geometries. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(RecoilGeometry::label).toList();
    }
}
