package org.chiralkick.star.evolve;

/**
 * A system of linear equations whose matrix is block-tridiagonal with small dense blocks,
 *
 * <pre>
 *   A_i x_(i-1) + B_i x_i + C_i x_(i+1) = d_i,   i = 0 ... n - 1,
 * </pre>
 *
 * solved by block elimination without pivoting between blocks and with partial pivoting inside them (Golub and Van Loan, Matrix
 * Computations, section 4.5). Filled, solved once, filled again; several right-hand sides are solved together.
 */
public final class BlockTridiagonal {
    private final int size;
    private final int blocks;
    private final int sides;
    private final double[][][] lower;
    private final double[][][] diagonal;
    private final double[][][] upper;
    private final double[][] right;

    BlockTridiagonal(int blocks, int size) {
        this(blocks, size, 1);
    }

    /**
     * @param blocks number of blocks n, {@code >= 1}
     * @param size rows of a block, {@code >= 1}
     * @param sides number of right-hand sides, {@code >= 1}
     */
    public BlockTridiagonal(int blocks, int size, int sides) {
        this.blocks = blocks;
        this.size = size;
        this.sides = sides;
        lower = new double[blocks][size][size];
        diagonal = new double[blocks][size][size];
        upper = new double[blocks][size][size];
        right = new double[blocks][size * sides];
    }

    /** Sets everything to 0. */
    public void clear() {
        for (int i = 0; i < blocks; i++) {
            for (int row = 0; row < size; row++) {
                java.util.Arrays.fill(lower[i][row], 0);
                java.util.Arrays.fill(diagonal[i][row], 0);
                java.util.Arrays.fill(upper[i][row], 0);
            }
            java.util.Arrays.fill(right[i], 0);
        }
    }

    /** Returns A_i, row by row, to be filled. */
    public double[][] lower(int i) {
        return lower[i];
    }

    /** Returns B_i, row by row, to be filled. */
    public double[][] diagonal(int i) {
        return diagonal[i];
    }

    /** Returns C_i, row by row, to be filled. */
    public double[][] upper(int i) {
        return upper[i];
    }

    /** Returns d_i, row by row and in a row side by side, to be filled; after {@link #solve} it holds x_i. */
    public double[] right(int i) {
        return right[i];
    }

    /**
     * Solves the system; the blocks are used up.
     *
     * @throws ArithmeticException if a block is singular
     */
    public void solve() {
        for (int i = 0; i < blocks; i++) {
            if (i > 0) {
                for (int row = 0; row < size; row++) {
                    for (int k = 0; k < size; k++) {
                        double factor = lower[i][row][k];
                        if (factor != 0) {
                            subtract(right[i], row, factor, right[i - 1], k);
                            for (int column = 0; column < size; column++) {
                                diagonal[i][row][column] -= factor * upper[i - 1][k][column];
                            }
                        }
                    }
                }
            }
            eliminate(i);
        }
        for (int i = blocks - 2; i >= 0; i--) {
            for (int row = 0; row < size; row++) {
                for (int k = 0; k < size; k++) {
                    subtract(right[i], row, upper[i][row][k], right[i + 1], k);
                }
            }
        }
    }

    /** Subtracts a row of a right-hand side times a factor from one of another. */
    private void subtract(double[] from, int row, double factor, double[] other, int otherRow) {
        for (int side = 0; side < sides; side++) {
            from[row * sides + side] -= factor * other[otherRow * sides + side];
        }
    }

    /** Replaces C_i and d_i by B_i^-1 C_i and B_i^-1 d_i (Gauss-Jordan). */
    private void eliminate(int i) {
        double[][] b = diagonal[i];
        double[][] c = upper[i];
        double[] d = right[i];
        for (int pivot = 0; pivot < size; pivot++) {
            int best = pivot;
            for (int row = pivot + 1; row < size; row++) {
                if (Math.abs(b[row][pivot]) > Math.abs(b[best][pivot])) {
                    best = row;
                }
            }
            if (!(Math.abs(b[best][pivot]) > 0)) {
                throw new ArithmeticException("block " + i + " of the linear system is singular");
            }
            swap(b, pivot, best);
            swap(c, pivot, best);
            for (int side = 0; side < sides; side++) {
                double held = d[pivot * sides + side];
                d[pivot * sides + side] = d[best * sides + side];
                d[best * sides + side] = held;
            }
            double inverse = 1 / b[pivot][pivot];
            scale(b[pivot], inverse);
            scale(c[pivot], inverse);
            for (int side = 0; side < sides; side++) {
                d[pivot * sides + side] *= inverse;
            }
            for (int row = 0; row < size; row++) {
                double factor = b[row][pivot];
                if (row != pivot && factor != 0) {
                    for (int column = 0; column < size; column++) {
                        b[row][column] -= factor * b[pivot][column];
                        c[row][column] -= factor * c[pivot][column];
                    }
                    subtract(d, row, factor, d, pivot);
                }
            }
        }
    }

    private static void swap(double[][] rows, int one, int other) {
        double[] held = rows[one];
        rows[one] = rows[other];
        rows[other] = held;
    }

    private static void scale(double[] row, double factor) {
        for (int column = 0; column < row.length; column++) {
            row[column] *= factor;
        }
    }
}
