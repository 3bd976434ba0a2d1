package org.chiralkick.it.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The files of a turning, tilted dipole that stays as it is. */
class RunFilesIT extends RunFilesContract {
    RunFilesIT() {
        super(
                List.of(
                        "--host",
                        "static",
                        "--geometry",
                        "dipole",
                        "--obliquity",
                        "60",
                        "--spin-period",
                        "0.3",
                        "--duration",
                        "0.5",
                        "--steps",
                        "20"),
                3 + 4 + 4 + 2 + 2 + 5 + 3 + 2,
                10);
    }

    @Test
    void h5pyReadsTheSameNumbersWithTheirUnits() throws Exception {
        String python = """
                import csv, json, sys
                import h5py
                with h5py.File('run.h5') as f:
                    text = lambda node, name: node.attrs[name].decode() if isinstance(node.attrs[name], bytes) else node.attrs[name]
                    rows = list(csv.DictReader(open('history.csv')))
                    for name, dataset in f['history'].items():
                        assert text(dataset, 'units') and text(dataset, 'description'), name
                        assert [float(row[name]) for row in rows] == list(dataset[:]), name
                    assert text(f['history/kick_z_km_s'], 'units') == 'km/s'
                    assert f['history/step'].dtype.kind == 'i'
                    assert json.loads(text(f, 'run_json')) == json.load(open('run.json'))
                    assert f['emission/colatitude_deg'].shape == (1800,)
                    lines = [line for line in open('profile.csv') if not line.startswith('#')]
                    table = list(csv.DictReader(lines))
                    column = 'neutrino_flux_z_per_cm2_s'
                    assert [float(row[column]) for row in table] == list(f['profile'][column][:])
                    print('read', len(rows), len(table))
                """;
        assertEquals("read 20 901\n", Python.withH5py(python, out()));
    }
}
