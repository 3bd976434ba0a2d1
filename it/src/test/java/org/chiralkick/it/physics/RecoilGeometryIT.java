package org.chiralkick.it.physics;

import static org.chiralkick.it.physics.Runs.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.Map;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.View;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.it.felix.FelixExtension;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recoil closures on spheres, dipoles, cubes and volumes, against their closed forms (guide/physics.md (4.7) and (4.9)). */
@ExtendWith(FelixExtension.class)
class RecoilGeometryIT {
    private static final double ROUNDING = 1e-12;
    private static final double GAUSS = 1e12;
    private static final JsonObject KICKS = Golden.file("geometry.json")
            .getJsonObject("kick_km_s for paper inputs (mu=300,1e12 G,half J_l5,p=mu,10 s,3e33 g)");

    private static String config(String recoil) {
        return "{'source': 'chiral', 'closures': {'share': 'all-left-handed', 'momentum': 'chemical-potential',"
                + " 'recoil': '" + recoil + "'}}";
    }

    private static String volumeConfig(String recoil) {
        return config(recoil).replace("}}", "}, 'recoil': {'form': 'volume', 'radius-cm': 1e6}}");
    }

    @ParameterizedTest
    @CsvSource({
        "beamed-outflow, paper_disk",
        "beamed-net, axial_both",
        "radial-outflow, radial_one",
        "radial-net, radial_both",
        "lambert, lambert_both"
    })
    void aSphereInAUniformFieldIsKickedAsInTheClosedForm(String recoil, String golden, FelixRuntime felix) {
        Recoil sphere =
                Runs.recoil(felix, config(recoil), Emitters.sphere(GAUSS).bind());
        assertClose(-Golden.number(KICKS, golden), Runs.kickKmPerS(sphere), ROUNDING);
        assertEquals(0, sphere.momentum().x() / sphere.momentum().z(), ROUNDING);
        assertEquals(0, sphere.momentum().y() / sphere.momentum().z(), ROUNDING);
        assertClose(1e58 * Golden.paper("N(10 s)/1e58", "consistent eB"), sphere.number(), ROUNDING);
    }

    @ParameterizedTest
    @CsvSource({
        "beamed-outflow, paper_disk",
        "beamed-net, axial_both",
        "radial-outflow, radial_one",
        "radial-net, radial_both",
        "lambert, lambert_both"
    })
    void aBallWithoutSurfaceElementsIsKickedTheSame(String recoil, String golden, FelixRuntime felix) {
        Recoil ball = Runs.recoil(felix, volumeConfig(recoil), ballOfThreeShells());
        assertClose(-Golden.number(KICKS, golden), Runs.kickKmPerS(ball), ROUNDING);
        assertClose(1e58 * Golden.paper("N(10 s)/1e58", "consistent eB"), ball.number(), ROUNDING);
    }

    private static BlockBinding ballOfThreeShells() {
        double ball = 4 * Math.PI / 3 * Math.pow(Emitters.RADIUS_CM, 3);
        return BlockBinding.of(3)
                .in(ZoneField.TEMPERATURE, View.constant(10))
                .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, View.constant(300))
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, View.constant(300))
                .in(ZoneField.MAGNETIC_FIELD, View.constant(0), View.constant(0), View.constant(GAUSS))
                .in(ZoneField.VOLUME, View.of(new double[] {0.125 * ball, 0.25 * ball, 0.625 * ball}))
                .build();
    }

    @Test
    void aDipoleBeamsItsNeutrinosApart(FelixRuntime felix) {
        JsonObject golden =
                Golden.file("geometry.json").getJsonObject("dipole_surface (B_r=Bp cos, B_theta=Bp/2 sin, Bp=1)");
        double disk = Runs.kickKmPerS(Runs.recoil(
                felix, config("beamed-outflow"), Emitters.disk(GAUSS).bind()));
        for (Map.Entry<String, String> ratio : Map.of(
                        "beamed-outflow", "ratio_local_B", "radial-outflow", "ratio_radial")
                .entrySet()) {
            Recoil dipole = Runs.recoil(
                    felix,
                    config(ratio.getKey()),
                    Emitters.sphere(0).dipole(GAUSS).bind());
            assertClose(Golden.number(golden, ratio.getValue()), Runs.kickKmPerS(dipole) / disk, ROUNDING);
        }
    }

    @Test
    void aCubeSendsOutThroughOneFaceAndReceivesThroughTheOther(FelixRuntime felix) {
        JsonObject golden = Golden.file("geometry.json").getJsonObject("cube_side_2R faces uniform J along z");
        Recoil disk =
                Runs.recoil(felix, config("radial-net"), Emitters.disk(GAUSS).bind());
        Recoil cube =
                Runs.recoil(felix, config("radial-net"), Emitters.cube(GAUSS).bind());
        double perArea = disk.number() / (Math.PI * 1e12);
        assertClose(Golden.number(golden, "outflow_number"), cube.number() / perArea, ROUNDING);
        double forcePerArea = disk.momentum().z() / (Math.PI * 1e12);
        assertClose(Golden.number(golden, "dPdt_normal_both"), cube.momentum().z() / forcePerArea, ROUNDING);
    }

    @Test
    void anEmitterOffTheAxisSpinsTheStarUp(FelixRuntime felix) {
        JsonObject golden = Golden.file("geometry.json").getJsonObject("off_centre");
        Emitters disk = Emitters.disk(GAUSS);
        disk.position[0][0] = Golden.number(golden, "offset_cm");
        Recoil recoil = Runs.recoil(felix, config("beamed-outflow"), disk.bind());
        double forceRatio = recoil.momentum().z() / (Golden.number(golden, "F_dyn") * Golden.number(golden, "t_s"));
        double spinUp = recoil.torque().y() / Golden.number(golden, "I_g_cm2 (2/5 MR^2)");
        assertClose(-forceRatio * Golden.number(golden, "delta_Omega_per_s"), spinUp, ROUNDING);
        assertEquals(0, recoil.torque().x());
        assertEquals(0, recoil.torque().z());
    }

    @Test
    void aCentredStarIsNotSpunUp(FelixRuntime felix) {
        Recoil sphere =
                Runs.recoil(felix, config("radial-net"), Emitters.sphere(GAUSS).bind());
        double scale = Emitters.RADIUS_CM * Math.abs(sphere.momentum().z());
        assertTrue(Math.abs(sphere.torque().x()) < ROUNDING * scale);
        assertTrue(Math.abs(sphere.torque().y()) < ROUNDING * scale);
        assertTrue(Math.abs(sphere.torque().z()) < ROUNDING * scale);
    }
}
