package org.chiralkick.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedRowsTest {
    private final SpeedRows rows = new SpeedRows();

    private List<String> written() {
        return rows.markdown().lines().skip(2).toList();
    }

    @Test
    void aTimeIsJudgedByItsRatioToC() {
        rows.add("kernel [ns/zone]", 13.0, 10.0, 1.3);
        rows.add("kernel [ns/zone]", 13.1, 10.0, 1.3);
        assertEquals(
                List.of(
                        "| kernel [ns/zone] | 13.0 | 10.0 | 1.30 | <= 1.30 | yes |",
                        "| kernel [ns/zone] | 13.1 | 10.0 | 1.31 | <= 1.30 | **no** |"),
                written());
    }

    @Test
    void aLimitIsFromAboveOrBelow() {
        rows.addBelow("empty call [us]", 0.25, 1);
        rows.addAbove("speed-up", 1.5, 1.8);
        assertEquals(
                List.of(
                        "| empty call [us] | 0.25 |  |  | <= 1.00 | yes |",
                        "| speed-up | 1.50 |  |  | >= 1.80 | **no** |"),
                written());
    }

    @Test
    void whatCouldNotBeMeasuredIsNoFailure() {
        rows.addBelow("ck_open [s]", Double.NaN, 0.5);
        assertEquals(List.of("| ck_open [s] | - |  |  | <= 0.50 | not measured |"), written());
    }
}
