package org.plenish.web.run;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.RunListener.Stage;

/**
 * How long the stages of a run take, beside the runs before it.
 *
 * @param runs how many of these
 * @param remainingSeconds expected until its end; null: not known
 */
public record RunTimes(
        Map<Stage, StageTime> stages, int runs, @Nullable Long remainingSeconds) {

    public RunTimes {
        stages = Map.copyOf(stages);
    }

    public StageTime of(Stage stage) {
        return stages.getOrDefault(stage, StageTime.UNKNOWN);
    }

    /**
     * Reckons with the usual times: of the stage at work what is left of them, or what its own share tells once a tenth of
     * it is done; of the stages to come all.
     *
     * @param taken seconds by stage
     * @param usual seconds by stage; empty: there is no earlier run
     */
    static RunTimes of(RunProgress progress, Map<Stage, Double> taken, Map<Stage, Double> usual, int runs) {
        Map<Stage, StageTime> stages = new EnumMap<>(Stage.class);
        double remaining = 0;
        for (Stage stage : Stage.values()) {
            @Nullable Double soFar = taken.get(stage);
            @Nullable Double before = usual.get(stage);
            stages.put(stage, new StageTime(rounded(soFar), rounded(before)));
            if (stage == progress.stage()) {
                remaining += left(progress.stageShare(), soFar == null ? 0 : soFar, before == null ? 0 : before);
            } else if (stage.compareTo(progress.stage()) > 0) {
                remaining += before == null ? 0 : before;
            }
        }
        return new RunTimes(stages, runs, usual.isEmpty() ? null : Math.round(remaining));
    }

    private static double left(double share, double soFar, double usual) {
        return share >= 0.1 && share <= 1 ? soFar / share * (1 - share) : Math.max(0, usual - soFar);
    }

    private static @Nullable Long rounded(@Nullable Double seconds) {
        return seconds == null ? null : Math.round(seconds);
    }
}
