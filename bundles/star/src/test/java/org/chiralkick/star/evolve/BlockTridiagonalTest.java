package org.chiralkick.star.evolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;

class BlockTridiagonalTest {
    @Test
    void theSolutionIsThatOfTheDenseMatrix() {
        Random random = new Random(7);
        int blocks = 9;
        int size = 4;
        BlockTridiagonal system = new BlockTridiagonal(blocks, size);
        double[][] dense = new double[blocks * size][blocks * size];
        double[] right = new double[blocks * size];
        for (int i = 0; i < blocks; i++) {
            for (int row = 0; row < size; row++) {
                right[i * size + row] = system.right(i)[row] = random.nextGaussian();
                for (int column = 0; column < size; column++) {
                    dense[i * size + row][i * size + column] =
                            system.diagonal(i)[row][column] = 3 * random.nextGaussian();
                    if (i > 0) {
                        dense[i * size + row][(i - 1) * size + column] =
                                system.lower(i)[row][column] = random.nextGaussian();
                    }
                    if (i < blocks - 1) {
                        dense[i * size + row][(i + 1) * size + column] =
                                system.upper(i)[row][column] = random.nextGaussian();
                    }
                }
            }
        }
        double[] expected = new LUDecomposition(new Array2DRowRealMatrix(dense))
                .getSolver()
                .solve(new ArrayRealVector(right))
                .toArray();
        system.solve();
        for (int i = 0; i < blocks; i++) {
            for (int row = 0; row < size; row++) {
                assertEquals(expected[i * size + row], system.right(i)[row], 1e-10);
            }
        }
    }

    @Test
    void pivotsAreFoundInsideABlock() {
        BlockTridiagonal system = new BlockTridiagonal(1, 2);
        system.diagonal(0)[0][1] = 2;
        system.diagonal(0)[1][0] = 4;
        system.right(0)[0] = 6;
        system.right(0)[1] = 8;
        system.solve();
        assertEquals(2, system.right(0)[0], 0);
        assertEquals(3, system.right(0)[1], 0);
    }

    @Test
    void aSingularBlockIsNamed() {
        BlockTridiagonal system = new BlockTridiagonal(2, 2);
        system.diagonal(0)[0][0] = 1;
        system.diagonal(0)[1][1] = 1;
        var refused = assertThrows(ArithmeticException.class, system::solve);
        assertEquals("block 1 of the linear system is singular", refused.getMessage());
    }
}
