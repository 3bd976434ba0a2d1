package org.chiralkick.host.internal.grid;

/** The faces of the zones of a block. */
public interface Faces {
    /** Returns the divergence in a zone. */
    double divergence(FluxLayers flux, int i, int j, int k);
}
