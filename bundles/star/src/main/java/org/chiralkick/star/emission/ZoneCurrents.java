package org.chiralkick.star.emission;

/**
 * Field and anomalous currents in a zone, root mean squares over directions.
 *
 * @param fieldGauss B [G]
 * @param leptonFluxPerCm2S lepton number flux J_l [cm^-2 s^-1]
 * @param axialFluxPerCm2S axial lepton number flux J_l5 [cm^-2 s^-1]
 * @param neutrinoFluxPerCm2S neutrino number flux F_N [cm^-2 s^-1]
 */
public record ZoneCurrents(
        double fieldGauss, double leptonFluxPerCm2S, double axialFluxPerCm2S, double neutrinoFluxPerCm2S) {}
