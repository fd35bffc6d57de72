package org.plenish.engine.forecast.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.model.SkuLocation;

class ShortHistoriesTest {

    private static final LocalDate AS_OF = LocalDate.parse("2026-11-23");
    private static final SkuLocation KETTLE = SkuLocation.of("KETTLE", "LEEDS");
    private static final Offset<Double> TOLERANCE = Offset.offset(1e-9);

    @Test
    void weighsWhatANewArticleSoldAgainstItsCategory() {
        Profile profile = profile(category()
                .item("KETTLE", "K", AS_OF.minusWeeks(2), Lifecycle.NEW, null)
                .sales(KETTLE, 20, 20));
        // levels of 6 to 14 have the squared variation 8 / 10², at least 0.1; alternate buckets have 1: the prior of 10
        // counts for 1 / 0.1 buckets, but at most for 4
        assertThat(profile).isNotNull();
        assertThat(profile.meanUnits()).containsExactly(new double[] {80 / 6.0, 80 / 6.0}, TOLERANCE);
        assertThat(profile.why())
                .isEqualTo("Its history of 2 buckets, 40 sold, is too short to compare methods: it is held against the"
                        + " shape of its category.");
    }

    @Test
    void takesTheLevelOfTheArticleThatANewOneIsLike() {
        Profile profile = profile(category()
                .item("KETTLE", "K", AS_OF.plusWeeks(1), Lifecycle.NEW, null)
                .alike("KETTLE", "OLD-4")
                .stock(KETTLE, 0));
        assertThat(profile).isNotNull();
        assertThat(profile.meanUnits()).containsExactly(new double[] {14, 14}, TOLERANCE);
        assertThat(profile.why()).contains("the level and shape of OLD-4, which it is like");
    }

    @Test
    void tellsNothingOfWhatNeverSoldAndIsLikeNoOther() {
        assertThat(profile(category()
                        .item("KETTLE", "K", AS_OF.minusWeeks(2), Lifecycle.NEW, null)
                        .stock(KETTLE, 3)))
                .isNull();
    }

    @Test
    void leavesAHistoryOfAQuarterOfAYearToTheMethods() {
        assertThat(profile(category()
                        .item("KETTLE", "K", null, Lifecycle.ACTIVE, null)
                        .sales(KETTLE, IntStream.generate(() -> 5).limit(13).toArray())))
                .isNull();
    }

    @Test
    void leavesAnArticleWithoutACategoryToCompareWithToTheMethods() {
        assertThat(profile(new TestDataset(AS_OF).sales(KETTLE, 20, 20))).isNull();
    }

    @Test
    void startsAsEarlierIntroductionsStarted() {
        // ten that sold half of their later demand in their first 26 weeks; three as if they had not are added
        List<double[]> launches = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            double[] launch = new double[52];
            Arrays.setAll(launch, age -> age < 26 ? 5 : 10);
            launches.add(launch);
        }
        LaunchCurve curve = LaunchCurve.of(launches, 26);
        assertThat(curve.at(0)).isEqualTo((50 + 30) / (100 + 30.0), TOLERANCE);
        assertThat(curve.at(25)).isEqualTo(80 / 130.0, TOLERANCE);
        assertThat(curve.at(26)).isEqualTo(1);
    }

    @Test
    void fewIntroductionsTellNothing() {
        assertThat(LaunchCurve.of(List.of(new double[52]), 26).at(0)).isEqualTo(1);
        List<double[]> unsold = List.of(new double[52], new double[52], new double[52], new double[52], new double[52]);
        assertThat(LaunchCurve.of(unsold, 26).at(0)).isEqualTo(1);
    }

    /** Five articles that sell 6 to 14 a week on average: twice that every other week. */
    private static TestDataset category() {
        TestDataset data = new TestDataset(AS_OF);
        for (int item = 0; item < 5; item++) {
            int level = 6 + 2 * item;
            data.item("OLD-" + item, "K", null, Lifecycle.ACTIVE, null)
                    .sales(
                            SkuLocation.of("OLD-" + item, "LEEDS"),
                            IntStream.range(0, 52)
                                    .map(week -> week % 2 == 0 ? 2 * level : 0)
                                    .toArray());
        }
        return data;
    }

    private static @Nullable Profile profile(TestDataset data) {
        Dataset dataset = data.build();
        CleanHistories cleaned = CleanHistories.of(dataset, DemandHistories.build(dataset), CorrectionSwitch.USUAL, 1);
        return cleaned.series().stream()
                .filter(series -> series.location().equals(KETTLE))
                .findFirst()
                .map(series -> cleaned.profile(series, 2))
                .orElse(null);
    }
}
