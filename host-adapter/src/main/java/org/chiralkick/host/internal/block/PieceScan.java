package org.chiralkick.host.internal.block;

import org.jspecify.annotations.Nullable;

/**
 * Says quickly that nothing is wrong with a piece, so that no zone has to be marked. The one implementation needs the incubating Vector
 * API: a VM that was started with {@code --add-modules jdk.incubator.vector} and compiles with C2. Elsewhere every zone is marked.
 */
interface PieceScan {
    /** Returns how many numbers are looked at at once. */
    int lanes();

    /** Returns whether the first {@code n} columns are finite in {@code first <= i < end}. */
    boolean allFinite(double[][] columns, int n, int first, int end);

    /** Returns whether {@code low <= column[i] <= high}; a NaN is not. */
    boolean allWithin(double low, double high, double[] column, int first, int end);

    /** Returns whether all flag words are 0. */
    boolean allZero(long[] flags, int first, int end);

    /** Returns the implementation, or {@code null} where this VM has none that is fast. */
    static @Nullable PieceScan find() {
        // Compiled by C1 alone, or interpreted, every vector would be an object.
        String mode = System.getProperty("java.vm.info", "");
        if (!mode.startsWith("mixed mode") || mode.contains("emulated-client")) {
            return null;
        }
        try {
            ClassLoader loader = PieceScan.class.getClassLoader();
            Class.forName("jdk.incubator.vector.DoubleVector", false, loader);
            PieceScan made = Class.forName("org.chiralkick.host.internal.block.VectorPieceScan", true, loader)
                    .asSubclass(PieceScan.class)
                    .getDeclaredConstructor()
                    .newInstance();
            return made.lanes() >= 4 ? made : null;
        } catch (ReflectiveOperationException | LinkageError absent) {
            return null;
        }
    }
}
