package org.chiralkick.it.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The files of a turning, tilted dipole that cools. */
class EvolvingFilesIT extends RunFilesContract {
    EvolvingFilesIT() {
        super(
                List.of(
                        "--geometry",
                        "dipole",
                        "--obliquity",
                        "60",
                        "--spin-period",
                        "0.3",
                        "--duration",
                        "0.5",
                        "--zones",
                        "40",
                        "--emission-depth",
                        "100"),
                3 + 4 + 4 + 2 + 2 + 5 + 3 + 2,
                20);
    }

    @Test
    void theReportShowsTheDipoleAndSaysWhatTheMapIsOf() throws Exception {
        String html = Files.readString(out().resolve("report.html"));
        for (String chart : List.of(
                "dipole-temperature", "dipole-leptons", "dipole-emission", "number-luminosity", "neutrino-energy")) {
            assertTrue(html.contains("\"" + chart + "\""), chart + " is missing");
            assertTrue(Files.exists(out().resolve(chart + ".png")), chart + ".png is missing");
        }
        assertTrue(html.contains("What escape surface lets out, without the response inside"), "what the map is of");
        assertTrue(html.contains("What the response inside lets out (escape dipole) is in the section on it."));
        assertTrue(html.contains("its local direction decides at which pole the kick of escape surface is"));
        assertTrue(
                html.contains("B_r at the magnetic pole of the surface, from start to end"), "the field at the pole");
        assertTrue(html.contains("net leptons that have left"), "the row of leptons");
    }

    @Test
    void numberTimesMeanEnergyIsTheLuminosityInTheTables() throws Exception {
        List<String> lines = Files.readAllLines(out().resolve("history.csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        List<String> header = List.of(lines.get(0).split(",", -1));
        String[] last = lines.get(lines.size() - 1).split(",", -1);
        for (String kind : List.of("nue", "nuebar", "nux")) {
            double luminosity = Double.parseDouble(last[header.indexOf("L_" + kind + "_erg_s")]);
            double number = Double.parseDouble(last[header.indexOf("N_" + kind + "_per_s")]);
            double mev = Double.parseDouble(last[header.indexOf("E_" + kind + "_MeV")]);
            assertTrue(luminosity > 1e50, kind + ": " + luminosity);
            assertEquals(luminosity, number * mev * 1.602176634e-6, 1e-9 * luminosity, kind);
        }
    }

    @Test
    void h5pyReadsTheSameNumbersWithTheirUnits() throws Exception {
        String python = """
                import csv, json
                import h5py, numpy
                with h5py.File('run.h5') as f:
                    text = lambda node, name: node.attrs[name].decode() if isinstance(node.attrs[name], bytes) else node.attrs[name]
                    run = json.load(open('run.json'))
                    assert json.loads(text(f, 'run_json')) == run
                    for group in ('history', 'shells', 'evolution', 'emission'):
                        assert text(f[group], 'description'), group
                        for name, dataset in f[group].items():
                            assert text(dataset, 'units') and text(dataset, 'description'), name
                    for file, group in (('history.csv', 'history'), ('shells.csv', 'shells')):
                        rows = list(csv.DictReader(line for line in open(file) if not line.startswith('#')))
                        for name in rows[0]:
                            assert [float(row[name]) for row in rows] == list(f[group][name][:]), name
                    history, shells, evolution = f['history'], f['shells'], f['evolution']
                    assert text(history['kick_z_km_s'], 'units') == 'km/s'
                    assert history['step'].dtype.kind == 'i' and history['time_s'].dtype.kind == 'f'
                    assert history['speed_km_s'][-1] == run['speed_km_s'] == history['speed_dipole_km_s'][-1]
                    assert history['speed_surface_km_s'][-1] == run['speed_surface_km_s']
                    assert abs(shells['dT_over_T'][:]).max() <= run['dipole']['largest_temperature_contrast']
                    leptons = history['leptons_in_star'][:] + history['leptons_emitted'][:]
                    assert numpy.ptp(leptons) < 1e-10 * leptons[0]
                    at_end = evolution['time_s'][:] == history['time_s'][-1]
                    assert list(evolution['T_MeV'][:][at_end]) == list(shells['T_MeV'][:])
                    assert list(evolution['zone'][:][at_end]) == list(range(40))
                    # What left, where it left, adds up to the outflow: 30 x 60 cells of equal latitude.
                    edges = numpy.cos(numpy.linspace(0, numpy.pi, 31))
                    solid = numpy.repeat((edges[:-1] - edges[1:]) * 2 * numpy.pi / 60, 60)
                    number = f['emission/neutrinos_per_sr'][:]
                    surface = run['by_escape']['surface']['neutrinos_total']
                    outflow = (solid * number)[number > 0].sum()
                    assert abs(outflow / surface - 1) < 1e-2, outflow / surface
                    print('read', len(set(evolution['time_s'][:])) > 5, shells['r_cm'].shape)
                """;
        assertEquals("read True (40,)\n", Python.withH5py(python, out()));
    }
}
