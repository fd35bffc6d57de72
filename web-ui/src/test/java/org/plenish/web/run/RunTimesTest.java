package org.plenish.web.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenish.engine.plan.RunListener.Stage;

class RunTimesTest {

    private static final Map<Stage, Double> USUAL =
            Map.of(Stage.IMPORT, 4.0, Stage.FORECAST, 20.0, Stage.RULES, 2.0, Stage.OPTIMIZE, 30.0, Stage.EXPLAIN, 5.0);

    @Test
    void whatIsLeftIsWhatTheStagesUsuallyTake() {
        RunTimes times = RunTimes.of(at(Stage.FORECAST, 0), Map.of(Stage.IMPORT, 3.0, Stage.FORECAST, 8.0), USUAL, 3);
        assertThat(times.remainingSeconds()).isEqualTo(49); // 20 - 8 + 2 + 30 + 5
        assertThat(times.of(Stage.IMPORT)).isEqualTo(new StageTime(3L, 4L));
        assertThat(times.of(Stage.RULES)).isEqualTo(new StageTime(null, 2L));
    }

    @Test
    void aStageThatTellsItsShareIsBelievedMoreThanEarlierRuns() {
        RunTimes times = RunTimes.of(at(Stage.FORECAST, 0.25), Map.of(Stage.FORECAST, 10.0), USUAL, 3);
        assertThat(times.remainingSeconds()).isEqualTo(67); // 10 / 0.25 · 0.75 = 30, and 2 + 30 + 5
    }

    @Test
    void withoutAnEarlierRunNothingIsPromised() {
        assertThat(RunTimes.of(at(Stage.RULES, 0.5), Map.of(), Map.of(), 0).remainingSeconds())
                .isNull();
    }

    private static RunProgress at(Stage stage, double share) {
        return new RunProgress(
                1, "Sample", RunProgress.Status.RUNNING, stage, share, "", null, null, Instant.EPOCH, null);
    }
}
