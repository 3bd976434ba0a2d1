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

    /** Lets a program in C add its columns behind those of a file. */
    private interface Program {
        void addTo(Path file) throws IOException, InterruptedException;
    }

    /**
     * Returns the largest difference of any flux of any zone, in units of the largest value of that column.
     *
     * @throws IllegalStateException if it is above 1e-12
     */
    static double largestDifference(CPrograms programs) throws IOException, InterruptedException {
        Columns columns = new Columns(ZONES);
        ZoneBlock.Owner zones = new ZoneBlock.Owner();
        FluxBlock.Owner fluxes = new FluxBlock.Owner();
        columns.lend(zones, fluxes, true);
        new ChiralKernel(Closures.byDefault()).evaluate(zones.block(), fluxes.block());

        GroupColumns groups = new GroupColumns(ZONES);
        ZoneBlock.Owner zonesOfGroups = new ZoneBlock.Owner();
        FluxBlock.Owner fluxesOfGroups = new FluxBlock.Owner();
        groups.lend(zonesOfGroups, fluxesOfGroups, true);
        new ChiralKernel(Closures.byDefault()).evaluate(zonesOfGroups.block(), fluxesOfGroups.block());

        return Math.max(
                difference(
                        columns.in,
                        columns.out,
                        programs.folder().resolve("columns"),
                        file -> programs.addFluxes(file, ZONES)),
                difference(
                        groups.zones.in,
                        groups.out,
                        programs.folder().resolve("group-columns"),
                        file -> programs.addGroupFluxes(file, ZONES)));
    }

    private static double difference(double[][] in, double[][] out, Path file, Program program)
            throws IOException, InterruptedException {
        ByteBuffer bytes = ByteBuffer.allocate(in.length * ZONES * Double.BYTES).order(ByteOrder.nativeOrder());
        for (double[] column : in) {
            bytes.asDoubleBuffer().put(column, 0, ZONES);
            bytes.position(bytes.position() + ZONES * Double.BYTES);
        }
        Files.write(file, bytes.array());
        program.addTo(file);
        ByteBuffer theirs = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());

        double largest = 0;
        for (int j = 0; j < out.length; j++) {
            double scale = 0;
            double difference = 0;
            for (int i = 0; i < ZONES; i++) {
                double reference = theirs.getDouble(((in.length + j) * ZONES + i) * Double.BYTES);
                scale = Math.max(scale, Math.abs(reference));
                difference = Math.max(difference, Math.abs(out[j][i] - reference));
            }
            largest = Math.max(largest, difference == 0 ? 0 : difference / scale);
        }
        if (!(largest <= TOLERANCE)) {
            throw new IllegalStateException("C and Java differ by " + largest + " of the scale; must be <= " + TOLERANCE
                    + ": nothing is measured");
        }
        return largest;
    }
}
