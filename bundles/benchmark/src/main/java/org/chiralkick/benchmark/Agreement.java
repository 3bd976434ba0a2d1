package org.chiralkick.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.chiral.kernel.ChiralKernel;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.ZoneBlock;

/** Makes sure that C and Java compute the same before their times are compared. */
final class Agreement {
    private static final int ZONES = 1000;
    private static final double TOLERANCE = 1e-12;

    private Agreement() {}

    /**
     * Returns the largest difference of any flux of any zone, in units of the largest value of that column.
     *
     * @throws IllegalStateException if it is above 1e-12
     */
    static double largestDifference(CPrograms programs) throws IOException, InterruptedException {
        Columns columns = new Columns(ZONES);
        ByteBuffer bytes =
                ByteBuffer.allocate(columns.in.length * ZONES * Double.BYTES).order(ByteOrder.nativeOrder());
        for (double[] column : columns.in) {
            bytes.asDoubleBuffer().put(column, 0, ZONES);
            bytes.position(bytes.position() + ZONES * Double.BYTES);
        }
        Path file = programs.folder().resolve("columns");
        Files.write(file, bytes.array());
        programs.addFluxes(file, ZONES);
        ByteBuffer theirs = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());

        ZoneBlock.Owner zones = new ZoneBlock.Owner();
        FluxBlock.Owner fluxes = new FluxBlock.Owner();
        columns.lend(zones, fluxes, true);
        new ChiralKernel(Closures.byDefault()).evaluate(zones.block(), fluxes.block());

        double largest = 0;
        for (int j = 0; j < columns.out.length; j++) {
            double scale = 0;
            double difference = 0;
            for (int i = 0; i < ZONES; i++) {
                double reference = theirs.getDouble(((columns.in.length + j) * ZONES + i) * Double.BYTES);
                scale = Math.max(scale, Math.abs(reference));
                difference = Math.max(difference, Math.abs(columns.out[j][i] - reference));
            }
            largest = Math.max(largest, difference / scale);
        }
        if (!(largest <= TOLERANCE)) {
            throw new IllegalStateException("C and Java differ by " + largest + " of the scale; must be <= " + TOLERANCE
                    + ": nothing is measured");
        }
        return largest;
    }
}
