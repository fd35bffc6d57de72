package org.plenish.engine.forecast.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Promotion;
import org.plenish.engine.model.SkuLocation;

class CleanHistoriesTest {

    private static final LocalDate AS_OF = LocalDate.parse("2026-11-23");
    private static final SkuLocation KETTLE = SkuLocation.of("KETTLE", "LEEDS");

    @Test
    void theNumberOfThreadsChangesNothing() {
        Dataset dataset = shop();
        assertThat(DemandHistories.build(dataset, 3)).isEqualTo(DemandHistories.build(dataset));
        List<CleanSeries> one = clean(dataset, 1);
        List<CleanSeries> three = clean(dataset, 3);
        assertThat(three).hasSameSizeAs(one);
        for (int i = 0; i < one.size(); i++) {
            assertThat(three.get(i).history()).isEqualTo(one.get(i).history());
            assertThat(three.get(i).demandUnits()).containsExactly(one.get(i).demandUnits());
        }
    }

    @Test
    void recordedSalesAndCorrectionsGiveWhatIsForecastFrom() {
        for (CleanSeries series : clean(shop(), 1)) {
            assertThat(series.history().demandUnits().toArray()).containsExactly(series.demandUnits());
        }
    }

    @Test
    void badHistoriesGiveNoCorrectionThatIsNoNumber() {
        TestDataset data = new TestDataset(AS_OF)
                .sales(SkuLocation.of("ONCE", "LEEDS"), 5)
                .sale(SkuLocation.of("RETURNED", "LEEDS"), AS_OF.minusWeeks(3), 0, 7)
                .sales(SkuLocation.of("HUGE", "LEEDS"), weeks(60, Integer.MAX_VALUE))
                .stock(SkuLocation.of("NEVER", "LEEDS"), 1);
        for (CleanSeries series : clean(data.build(), 1)) {
            assertThat(series.demandUnits()).as(series.location().toString()).doesNotContain(Double.NaN);
            for (double units : series.demandUnits()) {
                assertThat(units).isFinite().isNotNegative();
            }
        }
    }

    @Test
    void aNewLevelIsToldAndLeftInTheHistory() {
        int[] sold = weeks(60, 10);
        for (int week = 40; week < 60; week++) {
            sold[week] = 30 + week % 3;
        }
        CleanSeries usual =
                clean(new TestDataset(AS_OF).sales(KETTLE, sold).build(), 1).get(0);
        assertThat(usual.notices()).containsExactly("Demand moved to 3.1 times its level on 2026-07-06.");
        assertThat(usual.demandUnits()[0]).isEqualTo(10);
    }

    @Test
    void aNewLevelIsBroughtIntoThePastWhereThatIsAskedFor() {
        int[] sold = weeks(60, 10);
        for (int week = 40; week < 60; week++) {
            sold[week] = 30;
        }
        Dataset dataset = new TestDataset(AS_OF).sales(KETTLE, sold).build();
        CleanSeries asked = CleanHistories.of(dataset, DemandHistories.build(dataset), CorrectionSwitch.ALL, 1)
                .series()
                .get(0);
        assertThat(asked.demandUnits()).containsOnly(30);
    }

    private static Dataset shop() {
        TestDataset data = new TestDataset(AS_OF);
        Random random = new Random(7);
        for (int item = 0; item < 30; item++) {
            SkuLocation location = SkuLocation.of("ITEM-" + item, "LEEDS");
            data.sales(
                            location,
                            IntStream.range(0, 110)
                                    .map(week -> random.nextInt(40) == 0 ? 300 : random.nextInt(20))
                                    .toArray())
                    .sale(location, AS_OF.minusDays(10), 3, 9)
                    .notes(location, 70, 5, 66, 0, 60, 40)
                    .promotion(new Promotion(
                            location.item(), null, AS_OF.minusDays(50), AS_OF.minusDays(41), item % 2 == 0 ? 1 : 2));
        }
        return data.build();
    }

    private static int[] weeks(int count, int units) {
        return IntStream.generate(() -> units).limit(count).toArray();
    }

    private static List<CleanSeries> clean(Dataset dataset, int threads) {
        return CleanHistories.of(dataset, DemandHistories.build(dataset), CorrectionSwitch.USUAL, threads)
                .series();
    }
}
