package org.plenish.engine.forecast.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LevelShiftTest {

    private static final Offset<Double> TOLERANCE = Offset.offset(1e-9);

    @Test
    void tellsWhereDemandMovedAndByHowMuch() {
        LevelShift shift = find(60, t -> (t < 40 ? 10 : 30) + t % 3);
        assertThat(shift).isNotNull();
        assertThat(shift.bucket()).isEqualTo(40);
        // 10 + 0, 1, 2 … of 40 weeks: 439 / 40; 30 + 1, 2, 0 … of 20 weeks: 621 / 20
        assertThat(shift.ratio()).isEqualTo(621 / 20.0 / (439 / 40.0), TOLERANCE);
    }

    @Test
    void bringsWhatWasBeforeToTheNewLevel() {
        double[] units = values(60, t -> t < 40 ? 10 : 30);
        HistoryInWork work = HistoryFixture.inWork(units);
        new LevelShift(40, 3).takeOut(work);
        CorrectedHistory corrected = work.corrected();
        assertThat(corrected.demandUnits().toArray()).containsOnly(30);
        assertThat(corrected.corrections()).hasSize(40);
        assertThat(corrected.corrections().get(0).reason())
                .isEqualTo("Demand moved to 3.0 times its level on 2026-07-06."); // 20 weeks before 23 November
        assertThat(corrected.without(correction -> true).demandUnits().toArray())
                .containsExactly(units);
    }

    @Test
    void noiseIsNoShift() {
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            assertThat(find(104, t -> Math.round(20 * (0.5 + random.nextDouble()))))
                    .isNull();
        }
    }

    @Test
    void aTrendIsNoShift() {
        assertThat(find(60, t -> 10 + t)).isNull();
    }

    @Test
    void aRandomWalkIsSeldomTakenForAShift() {
        Random random = new Random(2);
        int found = 0;
        for (int i = 0; i < 100; i++) {
            double[] level = {50};
            if (find(104, t -> level[0] = Math.max(0, level[0] + 4 * random.nextGaussian())) != null) {
                found++;
            }
        }
        assertThat(found).isLessThan(10);
    }

    @Test
    void aSeasonThatCameLastYearTooIsNoShift() {
        assertThat(find(104, t -> t % 52 >= 36 ? 60 : 20)).isNull();
    }

    @Test
    void theCategorysSeasonIsNoShift() {
        double[] season = values(40, t -> t < 20 ? 0.5 : 1.5);
        double[] units = values(40, t -> 20 * season[t]);
        assertThat(LevelShift.find(units, season, 52)).isNull();
    }

    @Test
    void aSmallChangeIsLeftToTheMethods() {
        assertThat(find(60, t -> t < 40 ? 10 : 14)).isNull();
    }

    @Test
    void demandThatEndedIsNoLevel() {
        assertThat(find(60, t -> t < 40 ? 10 : 0)).isNull();
    }

    @Test
    void whatCannotBeSplitHasNoShift() {
        assertThat(find(0, t -> 1)).isNull();
        assertThat(find(1, t -> 1)).isNull();
        assertThat(find(60, t -> 0)).isNull();
        assertThat(find(60, t -> Double.NaN)).isNull();
        assertThat(find(60, t -> 7)).isNull();
    }

    @Test
    void hugeDemandShiftsLikeAny() {
        LevelShift shift = find(60, t -> t < 40 ? 1e12 : 3e12);
        assertThat(shift).isEqualTo(new LevelShift(40, 3));
    }

    private static @Nullable LevelShift find(int count, IntToDoubleFunction units) {
        double[] season = values(count, t -> 1);
        return LevelShift.find(values(count, units), season, 52);
    }

    private static double[] values(int count, IntToDoubleFunction units) {
        double[] values = new double[count];
        Arrays.setAll(values, units);
        return values;
    }
}
