package org.chiralkick.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.RecoilGeometry;
import org.chiralkick.host.value.RecoilSettings;
import org.chiralkick.host.value.TimeKind;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/** Recoil on analytic geometries, against golden/geometry.json: flux 1 along z, momentum 1 each, radius 1e6 cm. */
class RecoilGeometryTest {
    private static final double RADIUS = 1e6;
    private static final int RINGS = 16; // per hemisphere
    private static final int MERIDIANS = 8;
    private static final int ELEMENTS = 2 * RINGS * MERIDIANS;

    private final double[][] surface = new double[3][ELEMENTS];
    private final double[][] position = new double[3][ELEMENTS];
    private final double[][] flux = new double[3][ELEMENTS];

    @Test
    void uniformFluxThroughASphere() {
        JsonObject golden = golden("uniform_J_sphere");
        sphere(cos -> cos, cos -> -Math.sqrt(1 - cos * cos));
        double hemisphere = number(golden, "hemisphere_number_rate");
        check(
                RecoilGeometry.BEAMED_OUTFLOW,
                number(golden, "dPdt_paper_disk (axial beam, one hemisphere)"),
                hemisphere);
        check(RecoilGeometry.BEAMED_NET, number(golden, "dPdt_axial_both_hemispheres"), hemisphere);
        check(RecoilGeometry.RADIAL_OUTFLOW, number(golden, "dPdt_radial_one_hemisphere"), hemisphere);
        check(RecoilGeometry.RADIAL_NET, number(golden, "dPdt_radial_both_hemispheres"), hemisphere);
        check(RecoilGeometry.LAMBERT, number(golden, "dPdt_lambert_radial_both (2/3 of radial)"), hemisphere);
    }

    @Test
    void theVolumeFormAgreesOnASphereInUniformFlux() {
        JsonObject golden = golden("uniform_J_sphere");
        double hemisphere = number(golden, "hemisphere_number_rate");
        String[] keys = {
            "dPdt_paper_disk (axial beam, one hemisphere)",
            "dPdt_axial_both_hemispheres",
            "dPdt_radial_both_hemispheres",
            "dPdt_radial_one_hemisphere",
            "dPdt_lambert_radial_both (2/3 of radial)"
        };
        for (RecoilGeometry geometry : RecoilGeometry.values()) {
            BlockBinding star = BlockBinding.of(7)
                    .in(ZoneField.MAGNETIC_FIELD, View.constant(0), View.constant(0), View.constant(1))
                    .in(ZoneField.VOLUME, View.constant(4 * Math.PI / 3 * Math.pow(RADIUS, 3) / 7))
                    .build();
            Recoil recoil = advance(config(geometry).withForm(RecoilForm.AUTO, RADIUS), star);
            double expected = number(golden, keys[geometry.ordinal()]);
            assertEquals(-expected, recoil.momentum().z(), 1e-14 * expected);
            assertEquals(hemisphere, recoil.number(), 1e-14 * hemisphere);
        }
    }

    @Test
    void aDipoleOnASphere() {
        JsonObject golden = golden("dipole_surface (B_r=Bp cos, B_theta=Bp/2 sin, Bp=1)");
        sphere(cos -> cos, cos -> Math.sqrt(1 - cos * cos) / 2);
        double hemisphere = number(golden, "hemisphere_number_rate");
        check(RecoilGeometry.RADIAL_OUTFLOW, number(golden, "dPdt_radial_one_hemisphere"), hemisphere);
        // The field's direction is not a polynomial in cos(theta); the quadrature has converged to 1e-6 only.
        checkMomentum(RecoilGeometry.BEAMED_OUTFLOW, number(golden, "dPdt_local_B_direction_one_hemisphere"), 1e-6);
    }

    @Test
    void aQuadrupoleGivesNoKick() {
        JsonObject golden = golden("quadrupole_surface B_r=P2");
        sphere(cos -> (3 * cos * cos - 1) / 2, cos -> 0);
        double all = number(golden, "sum_abs_number_rate");
        for (RecoilGeometry geometry : RecoilGeometry.values()) {
            Recoil recoil = advance(config(geometry), bind());
            assertEquals(number(golden, "dPdt_radial_both"), recoil.momentum().z(), 1e-10 * all);
            assertTrue(Math.abs(recoil.number() / (all / 2) - 1) < 0.02, "quadrature of |P2|, which has a kink");
        }
    }

    @Test
    void uniformFluxThroughACube() {
        JsonObject golden = golden("cube_side_2R faces uniform J along z");
        double side = 4 * RADIUS * RADIUS;
        BlockBinding cube = BlockBinding.of(6)
                .in(ZoneField.MAGNETIC_FIELD, View.constant(0), View.constant(0), View.constant(1))
                .in(
                        ZoneField.SURFACE_ELEMENT,
                        View.of(new double[] {side, -side, 0, 0, 0, 0}),
                        View.of(new double[] {0, 0, side, -side, 0, 0}),
                        View.of(new double[] {0, 0, 0, 0, side, -side}))
                .build();
        double outflow = number(golden, "outflow_number");
        double both = number(golden, "dPdt_normal_both");
        assertEquals(
                outflow, advance(config(RecoilGeometry.BEAMED_OUTFLOW), cube).number());
        assertEquals(
                -both,
                advance(config(RecoilGeometry.RADIAL_NET), cube).momentum().z(),
                1e-15 * both);
        assertEquals(
                -both / 2,
                advance(config(RecoilGeometry.BEAMED_OUTFLOW), cube).momentum().z(),
                1e-15 * both);
    }

    @Test
    void emissionOffCentreTurnsTheStar() {
        JsonObject golden = golden("off_centre");
        double force = number(golden, "F_dyn");
        double offset = number(golden, "offset_cm");
        double seconds = number(golden, "t_s");
        BlockBinding block = BlockBinding.of(1)
                .in(ZoneField.MAGNETIC_FIELD, View.constant(0), View.constant(0), View.constant(force))
                .in(ZoneField.SURFACE_ELEMENT, View.constant(0), View.constant(0), View.constant(1))
                .in(ZoneField.POSITION, View.constant(offset), View.constant(0), View.constant(0))
                .build();
        Recoil recoil = advance(config(RecoilGeometry.BEAMED_OUTFLOW), seconds, false, block);
        double mass = number(golden, "M_g");
        double inertia = number(golden, "I_g_cm2 (2/5 MR^2)");
        assertEquals(
                number(golden, "delta_v_cm_s"), -recoil.velocity(mass).z(), 1e-8, "the star goes against the flux");
        // s x F with s along x and F along -z points along +y.
        assertEquals(number(golden, "delta_Omega_per_s"), recoil.torque().y() / inertia, 1e-14);
        assertEquals(0, recoil.torque().x());
        assertEquals(0, recoil.torque().z());
    }

    @Test
    void theLapseRedshiftsMomentumTorqueAndEnergy() {
        double alpha = 0.75;
        BlockBinding block = BlockBinding.of(1)
                .in(ZoneField.MAGNETIC_FIELD, View.constant(0), View.constant(0), View.constant(8))
                .in(ZoneField.SURFACE_ELEMENT, View.constant(0), View.constant(0), View.constant(1))
                .in(ZoneField.POSITION, View.constant(1), View.constant(0), View.constant(0))
                .in(ZoneField.LAPSE, View.constant(alpha))
                .build();
        RecoilSettings proper = config(RecoilGeometry.BEAMED_OUTFLOW);
        Recoil near = advance(proper, block);
        assertEquals(-8 * alpha, near.momentum().z(), 1e-15);
        assertEquals(8 * alpha, near.torque().y(), 1e-15);
        assertEquals(8, near.number());
        RecoilSettings coordinate = new RecoilSettings(
                proper.geometry(), proper.form(), Double.NaN, TimeKind.COORDINATE, proper.thermalBudgetErg());
        Recoil far = advance(coordinate, block);
        assertEquals(-8 * alpha * alpha, far.momentum().z(), 1e-15);
        assertEquals(8 * alpha, far.number(), 1e-15);
        assertEquals(alpha, far.energyErg() / near.energyErg(), 1e-15);
    }

    @Test
    void aMomentumSourcePerVolumeCountsInFull() {
        BlockBinding block = BlockBinding.of(2)
                .in(ZoneField.VELOCITY, View.of(new double[] {3, 0}), View.constant(0), View.of(new double[] {0, 5}))
                .in(ZoneField.VOLUME, View.of(new double[] {2, 4}))
                .in(ZoneField.POSITION, View.constant(0), View.constant(1), View.constant(0))
                .build();
        Recoil recoil = advance(config(RecoilGeometry.BEAMED_OUTFLOW), 1, true, block);
        assertEquals(new Vector3(-6, 0, -20), recoil.momentum());
        assertEquals(new Vector3(-20, 0, 6), recoil.torque());
        assertEquals(0, recoil.energyErg());
    }

    @Test
    void zonesWithoutFluxOrSurfaceGiveNothing() {
        for (RecoilGeometry geometry : RecoilGeometry.values()) {
            BlockBinding block = BlockBinding.of(2)
                    .in(ZoneField.MAGNETIC_FIELD, View.constant(0), View.constant(0), View.of(new double[] {0, 1}))
                    .in(ZoneField.SURFACE_ELEMENT, View.constant(0), View.constant(0), View.of(new double[] {1, 0}))
                    .build();
            Recoil recoil = advance(config(geometry), block);
            assertEquals(0, recoil.momentum().norm());
            assertEquals(0, block.result().flagged());
        }
    }

    private void check(RecoilGeometry geometry, double momentum, double numberRate) {
        checkMomentum(geometry, momentum, 1e-13);
        assertEquals(numberRate, advance(config(geometry), bind()).number(), 1e-13 * numberRate);
    }

    private void checkMomentum(RecoilGeometry geometry, double expected, double tolerance) {
        Recoil recoil = advance(config(geometry), bind());
        assertEquals(-expected, recoil.momentum().z(), tolerance * expected);
        assertEquals(0, recoil.momentum().x(), 1e-13 * expected);
        assertEquals(0, recoil.torque().norm(), 1e-12 * expected * RADIUS);
    }

    // Gauss-Legendre rings in each hemisphere, aligned to the axis, so that max(F.dA, 0) has its edge between elements.
    private void sphere(DoubleUnaryOperator radial, DoubleUnaryOperator polar) {
        double[][] rule = gaussLegendre(RINGS);
        for (int i = 0; i < ELEMENTS; i++) {
            int ring = i / MERIDIANS % RINGS;
            double sign = i < ELEMENTS / 2 ? 1 : -1;
            double cos = sign * (rule[0][ring] + 1) / 2;
            double sin = Math.sqrt(1 - cos * cos);
            double phi = 2 * Math.PI * (i % MERIDIANS + 0.5) / MERIDIANS;
            double area = 2 * Math.PI * RADIUS * RADIUS * rule[1][ring] / 2 / MERIDIANS;
            double[] normal = {sin * Math.cos(phi), sin * Math.sin(phi), cos};
            double[] south = {cos * Math.cos(phi), cos * Math.sin(phi), -sin};
            for (int axis = 0; axis < 3; axis++) {
                surface[axis][i] = area * normal[axis];
                position[axis][i] = RADIUS * normal[axis];
                flux[axis][i] = radial.applyAsDouble(cos) * normal[axis] + polar.applyAsDouble(cos) * south[axis];
            }
        }
    }

    private static double[][] gaussLegendre(int n) {
        double[][] rule = new double[2][n];
        for (int k = 0; k < n; k++) {
            double x = Math.cos(Math.PI * (k + 0.75) / (n + 0.5));
            double slope = 1;
            for (int iteration = 0; iteration < 50; iteration++) {
                double last = 1;
                double now = x;
                for (int degree = 2; degree <= n; degree++) {
                    double next = ((2 * degree - 1) * x * now - (degree - 1) * last) / degree;
                    last = now;
                    now = next;
                }
                slope = n * (x * now - last) / (x * x - 1);
                x -= now / slope;
            }
            rule[0][k] = x;
            rule[1][k] = 2 / ((1 - x * x) * slope * slope);
        }
        return rule;
    }

    private BlockBinding bind() {
        return BlockBinding.of(ELEMENTS)
                .in(ZoneField.MAGNETIC_FIELD, Zones.views(flux))
                .in(ZoneField.SURFACE_ELEMENT, Zones.views(surface))
                .in(ZoneField.POSITION, Zones.views(position))
                .build();
    }

    private static RecoilSettings config(RecoilGeometry geometry) {
        return CouplingConfig.defaults().recoil().withGeometry(geometry);
    }

    private static Recoil advance(RecoilSettings recoil, BlockBinding block) {
        return advance(recoil, 1, false, block);
    }

    private static Recoil advance(RecoilSettings recoil, double dt, boolean momentumSource, BlockBinding block) {
        try (Coupling coupling = Coupling.open(
                SourceProvider.of(new Prescribed(momentumSource)),
                CouplingConfig.defaults().withRecoil(recoil),
                CouplingOptions.defaults())) {
            coupling.advance(1, 0, dt, block);
            return coupling.recoil();
        }
    }

    private static JsonObject golden(String key) {
        InputStream stream = RecoilGeometryTest.class.getResourceAsStream("/golden/geometry.json");
        try (JsonReader reader = Json.createReader(Objects.requireNonNull(stream))) {
            return reader.readObject().getJsonObject(key);
        }
    }

    private static double number(JsonObject object, String key) {
        return Double.parseDouble(object.getString(key));
    }
}
