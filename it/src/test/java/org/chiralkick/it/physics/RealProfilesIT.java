package org.chiralkick.it.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.View;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.it.SharedData;
import org.chiralkick.it.felix.FelixExtension;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * All real simulation profiles through the coupling: chemical potentials that the adapter derives from (rho, T, Y_e, Y_nu) are read
 * back from the currents they drive, and compared with the columns of the profile.
 */
@ExtendWith(FelixExtension.class)
class RealProfilesIT {
    private static final double PI_SQUARED = Math.PI * Math.PI;

    @Test
    void theElectronPotentialThatDrivesTheAxialCurrentIsTheProfiles(FelixRuntime felix) throws IOException {
        for (Path file : profiles()) {
            Profile profile = Profile.read(file);
            double[] flux = new double[profile.zones()];
            double gauss = 1e12;
            BlockBinding block = profile.binding()
                    .in(ZoneField.MAGNETIC_FIELD, View.constant(0), View.constant(0), View.constant(gauss))
                    .out(FluxField.AXIAL_FLUX, View.of(flux.clone()), View.of(flux.clone()), View.of(flux))
                    .build();
            evaluate(felix, "{'source': 'chiral'}", block);
            double fluxPerMev = gauss
                    * PhysicalConstants.EB_MEV2_PER_GAUSS
                    * PhysicalConstants.NUMBER_FLUX_PER_MEV3
                    / (2 * PI_SQUARED);
            int compared = 0;
            for (int i = 0; i < profile.zones(); i++) {
                if (profile.density()[i] > 1e10) {
                    assertEquals(
                            profile.muElectron()[i],
                            flux[i] / fluxPerMev,
                            1e-3 * profile.muElectron()[i],
                            file + " row " + i);
                    compared++;
                }
            }
            assertTrue(compared > 30, file + ": " + compared);
        }
    }

    @Test
    void theNeutrinoPotentialThatDrivesTheVorticalCurrentIsTheProfiles(FelixRuntime felix) throws IOException {
        for (Path file : profiles()) {
            Profile profile = Profile.read(file);
            double[] flux = new double[profile.zones()];
            BlockBinding block = profile.binding()
                    .in(ZoneField.VORTICITY, View.constant(0), View.constant(0), View.constant(1000))
                    .out(FluxField.NEUTRINO_FLUX, View.of(flux.clone()), View.of(flux.clone()), View.of(flux))
                    .build();
            evaluate(felix, "{'source': 'vortical'}", block);
            double omega = 500 * PhysicalConstants.HBAR_MEV_S * PhysicalConstants.NUMBER_FLUX_PER_MEV3;
            int compared = 0;
            for (int i = 0; i < profile.zones(); i++) {
                if (profile.density()[i] > 1e13) {
                    double thermal = profile.temperature()[i] * profile.temperature()[i] / 12;
                    double muNeutrino = Math.sqrt(4 * PI_SQUARED * (-flux[i] / omega - thermal));
                    assertEquals(
                            profile.muNeutrino()[i], muNeutrino, 5e-4 * profile.muNeutrino()[i], file + " row " + i);
                    compared++;
                }
            }
            assertTrue(compared > 10, file + ": " + compared);
        }
    }

    private static void evaluate(FelixRuntime felix, String json, BlockBinding block) {
        try (Coupling coupling = Runs.open(felix, json)) {
            coupling.begin(0, 0, 1);
            assertEquals(0, coupling.evaluate(block, 0).flagCount(ValidityFlag.INPUT));
            coupling.rollback();
        }
    }

    /** The columns of a profile that are needed here. */
    private record Profile(List<double[]> columns) {
        private static final List<String> NAMES =
                List.of("rho_gcc", "T_MeV", "Ye", "Ynu_e_net", "mu_e_MeV", "mu_nue_MeV");

        static Profile read(Path file) throws IOException {
            List<String> lines = Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            List<String> header = Arrays.asList(lines.get(0).split(",", -1));
            List<double[]> columns = new ArrayList<>();
            for (String name : NAMES) {
                int column = header.indexOf(name);
                columns.add(lines.stream()
                        .skip(1)
                        .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column].replace("nan", "NaN")))
                        .toArray());
            }
            return new Profile(columns);
        }

        int zones() {
            return density().length;
        }

        double[] density() {
            return columns.get(0);
        }

        double[] temperature() {
            return columns.get(1);
        }

        double[] muElectron() {
            return columns.get(4);
        }

        double[] muNeutrino() {
            return columns.get(5);
        }

        BlockBinding.Builder binding() {
            return BlockBinding.of(zones())
                    .in(ZoneField.DENSITY, View.of(density()))
                    .in(ZoneField.TEMPERATURE, View.of(temperature()))
                    .in(ZoneField.ELECTRON_FRACTION, View.of(columns.get(2)))
                    .in(ZoneField.NEUTRINO_FRACTION, View.of(columns.get(3)));
        }
    }

    private static List<Path> profiles() throws IOException {
        try (Stream<Path> files = Files.list(SharedData.require("profiles"))) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
            assertTrue(all.size() >= 7, all.toString());
            return all;
        }
    }
}
