package org.plenish.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.forecast.clean.DemandHistories;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.PolicyOverride;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.policy.SkuLocationProfile.DemandProfile;
import org.plenish.engine.policy.SkuLocationProfile.OverrideProfile;
import org.plenish.engine.policy.SkuLocationProfile.PlanProfile;
import org.plenish.engine.policy.SkuLocationProfile.StockProfile;
import org.plenish.engine.policy.SkuLocationProfile.SuccessorProfile;
import org.plenish.engine.policy.SkuLocationProfile.SupplyProfile;

class ProfileBuilderTest {

    /** 40 an order, 2 a day at 2.00 each, held at 0.25 a year. */
    private static final double TEA_CYCLE_DAYS = 365 * Math.sqrt(2 * 40 / 365.0);

    private static List<SkuLocationProfile> build(PolicyOverride... overrides) {
        SortedMap<SkuLocation, DemandHistory> histories = new TreeMap<>();
        double[] year = new double[60];
        Arrays.fill(year, 0, 8, 1000); // more than a year ago
        for (int i = 8; i < 60; i++) {
            year[i] = i % 2 == 0 ? 14 : 0;
        }
        year[59] = Double.NaN;
        histories.put(SmallDataset.TEA_NORTH, SmallDataset.history(SmallDataset.TEA_NORTH, year));
        histories.put(SmallDataset.TEA_SOUTH, SmallDataset.history(SmallDataset.TEA_SOUTH, 2, 4, 6));
        histories.put(SmallDataset.MUG_NORTH, SmallDataset.history(SmallDataset.MUG_NORTH, 0, 0, 0));
        histories.put(SmallDataset.MUG_SOUTH, SmallDataset.history(SmallDataset.MUG_SOUTH));
        SortedMap<SkuLocation, Forecast> forecasts = new TreeMap<>();
        forecasts.put(SmallDataset.TEA_NORTH, SmallDataset.forecast(SmallDataset.TEA_NORTH, 14, 5));
        forecasts.put(SmallDataset.TEA_SOUTH, SmallDataset.forecast(SmallDataset.TEA_SOUTH, 7, 3));
        forecasts.put(SmallDataset.MUG_NORTH, SmallDataset.forecast(SmallDataset.MUG_NORTH, 0, 0));
        forecasts.put(SmallDataset.MUG_SOUTH, SmallDataset.forecast(SmallDataset.MUG_SOUTH, 0, 0));
        return ProfileBuilder.build(SmallDataset.of(overrides), histories, forecasts);
    }

    private static SkuLocationProfile of(SkuLocation location, PolicyOverride... overrides) {
        return build(overrides).stream()
                .filter(profile -> profile.location().equals(location))
                .findFirst()
                .orElseThrow();
    }

    private static DemandProfile ofMugsSoldIn(SkuLocation location, double... weeks) {
        return demand(SmallDataset.history(location, weeks), SmallDataset.forecast(location, 1, 1));
    }

    private static DemandProfile withForecast(Forecast forecast) {
        return demand(SmallDataset.history(forecast.location(), 1), forecast);
    }

    private static DemandProfile demand(DemandHistory history, Forecast forecast) {
        SortedMap<SkuLocation, DemandHistory> histories = new TreeMap<>();
        histories.put(history.location(), history);
        SortedMap<SkuLocation, Forecast> forecasts = new TreeMap<>();
        forecasts.put(forecast.location(), forecast);
        return ProfileBuilder.build(SmallDataset.of(), histories, forecasts)
                .get(0)
                .demand();
    }

    @Test
    void profilesAreSortedByLocation() {
        assertThat(build())
                .extracting(SkuLocationProfile::location)
                .containsExactly(
                        SmallDataset.MUG_NORTH, SmallDataset.MUG_SOUTH, SmallDataset.TEA_NORTH, SmallDataset.TEA_SOUTH);
    }

    @Test
    void aYearOfDemandIsTheLast52WeeksWithoutWhatIsNotKnown() {
        DemandProfile demand = of(SmallDataset.TEA_NORTH).demand();

        assertThat(demand.annualUnits()).isCloseTo(372.157, within(1e-3)); // 26 · 14 units in 51 · 7 days, · 365 / 357
        assertThat(demand.annualValue()).isCloseTo(744.314, within(1e-3)); // · 2.00
        assertThat(demand.averageDemandIntervalBuckets()).isCloseTo(51 / 26.0, within(1e-12));
        assertThat(demand.squaredCoefficientOfVariation()).isCloseTo(0, within(1e-12));
        assertThat(demand.forecastUnitsPerDay()).isCloseTo(2, within(1e-12)); // 14 / 7
        assertThat(demand.daysSinceLastSale()).isEqualTo(9); // the return two days ago is no sale
        assertThat(demand.daysOnSale()).isEqualTo(100);
    }

    @Test
    void shortHistoryIsScaledUpAtMostFourfold() {
        DemandProfile demand = of(SmallDataset.TEA_SOUTH).demand();

        assertThat(demand.annualUnits()).isCloseTo(48.132, within(1e-3)); // 12 units · 365 / 91, not / 21
        assertThat(demand.squaredCoefficientOfVariation()).isCloseTo(0.25, within(1e-12)); // (2 / 4)²
        assertThat(demand.daysSinceLastSale()).isEqualTo(SkuLocationProfile.NEVER_DAYS);
    }

    @Test
    void theMostValuableHasNoValueAboveItAndTheUnsoldHasAll() {
        assertThat(of(SmallDataset.TEA_NORTH).demand().cumulativeValueShare()).isZero();
        assertThat(of(SmallDataset.TEA_SOUTH).demand().cumulativeValueShare())
                .isCloseTo(0.88547, within(1e-5)); // 744.314 / (744.314 + 96.264)
        assertThat(of(SmallDataset.MUG_NORTH).demand().cumulativeValueShare()).isEqualTo(1);
        assertThat(of(SmallDataset.MUG_NORTH).demand().averageDemandIntervalBuckets())
                .isInfinite();
    }

    @Test
    void stockIsCountedWithWhatIsOnOrderAndWhatExpires() {
        StockProfile stock = of(SmallDataset.TEA_NORTH).stock();

        assertThat(stock.onHandUnits()).isEqualTo(100);
        assertThat(stock.netUnits()).isEqualTo(77); // 100 - 8 expired - 10 - 5
        assertThat(stock.owedUnits()).isEqualTo(5);
        assertThat(stock.onOrderUnits()).isEqualTo(48);
        assertThat(stock.coverDays()).isEqualTo(50); // 100 / 2
        assertThat(stock.onHandValue()).isEqualTo(200);
        assertThat(stock.expiringUnits()).isEqualTo(28); // L1: 30 - 2 · 14 = 2; L2: 40 - (2 · 21 - 28) = 26
        assertThat(stock.expiredUnits()).isEqualTo(8); // L0, yesterday
        assertThat(stock.networkCoverDays()).isCloseTo(140 / 3.0, within(1e-9)); // (100 + 40) / (2 + 1)
    }

    @Test
    void whatIsUnderWayCountsAsOnOrder() {
        assertThat(of(SmallDataset.TEA_SOUTH).stock().onOrderUnits()).isEqualTo(6);
    }

    @Test
    void supplyIsThePreferredOptionThatDeliversThere() {
        assertThat(of(SmallDataset.TEA_NORTH).supply())
                .isEqualTo(new SupplyProfile(true, 14, 2, 1, 24, 12, 250, TEA_CYCLE_DAYS, 200, false, true));
        assertThat(of(SmallDataset.TEA_SOUTH).supply())
                .isEqualTo(new SupplyProfile(false, 0, 0, 0, 0, 0, 0, 0, 0, true, false));
    }

    @Test
    void theLastOrderDayIsThatOfTheOptionThatLastsLongest() {
        assertThat(of(SmallDataset.TEA_NORTH).supply().daysUntilLastOrder())
                .isEqualTo(200); // the preferred option ends after 90, another ended yesterday
        assertThat(of(SmallDataset.MUG_SOUTH).supply().daysUntilLastOrder()).isEqualTo(SkuLocationProfile.NEVER_DAYS);
    }

    @Test
    void marginIsRankedApartFromValue() {
        DemandProfile north = of(SmallDataset.TEA_NORTH).demand();
        assertThat(north.annualMargin()).isCloseTo(558.235, within(1e-3)); // 372.157 · (3.50 - 2.00)
        assertThat(north.cumulativeMarginShare()).isZero();
        assertThat(of(SmallDataset.TEA_SOUTH).demand().cumulativeMarginShare())
                .isCloseTo(0.88547, within(1e-5)); // 372.157 / (372.157 + 48.132)

        DemandProfile unpriced = ofMugsSoldIn(SmallDataset.MUG_NORTH, 10, 10);
        assertThat(unpriced.annualMargin()).isZero();
        assertThat(unpriced.cumulativeMarginShare()).isEqualTo(1);
        assertThat(unpriced.cumulativeValueShare()).isZero(); // the most valuable, as it alone is sold
    }

    @Test
    void variabilityCountsBucketsWithoutDemandButNotThoseUnknown() {
        DemandProfile north = of(SmallDataset.TEA_NORTH).demand();
        // 26 of 14 and 25 of 0: mean 364 / 51 = 7.13725, variance (26 · 196 - 51 · 7.13725²) / 50 = 49.9608
        assertThat(north.coefficientOfVariation()).isCloseTo(0.990338, within(1e-6)); // √49.9608 / 7.13725
        assertThat(north.shareOfZeros()).isCloseTo(0.490196, within(1e-6)); // 25 / 51

        DemandProfile unsold = of(SmallDataset.MUG_NORTH).demand();
        assertThat(unsold.coefficientOfVariation()).isNaN();
        assertThat(unsold.shareOfZeros()).isEqualTo(1);

        DemandProfile unknown = of(SmallDataset.MUG_SOUTH).demand();
        assertThat(unknown.coefficientOfVariation()).isNaN();
        assertThat(unknown.shareOfZeros()).isNaN();

        assertThat(ofMugsSoldIn(SmallDataset.MUG_NORTH, 10).coefficientOfVariation())
                .isNaN(); // one bucket does not vary
    }

    @Test
    void theSeasonPeaksWhereMostIsForecast() {
        DemandProfile seasonal = withForecast(SmallDataset.seasonal(SmallDataset.MUG_NORTH, 1, 14, 14, 28, 14));
        assertThat(seasonal.seasonalPeakRatio()).isCloseTo(1.6, within(1e-12)); // 28 / 17.5
        assertThat(seasonal.daysUntilPeak()).isEqualTo(14);

        DemandProfile level = of(SmallDataset.TEA_NORTH).demand();
        assertThat(level.seasonalPeakRatio()).isEqualTo(1);
        assertThat(level.daysUntilPeak()).isZero();

        DemandProfile nothing = of(SmallDataset.MUG_NORTH).demand();
        assertThat(nothing.seasonalPeakRatio()).isNaN();
        assertThat(nothing.daysUntilPeak()).isZero();
    }

    @Test
    void theSuccessorIsLookedAtInTheSameWarehouse() {
        assertThat(of(SmallDataset.MUG_NORTH).successor()).isEqualTo(new SuccessorProfile(true, true, 100, 48));
        assertThat(of(SmallDataset.MUG_SOUTH).successor()).isEqualTo(new SuccessorProfile(true, false, 40, 6));
        assertThat(of(SmallDataset.TEA_NORTH).successor()).isEqualTo(SuccessorProfile.NONE);
    }

    @Test
    void thePlanIsDated() {
        assertThat(of(SmallDataset.TEA_NORTH).plan()).isEqualTo(new PlanProfile(LocalDate.of(2026, 11, 23), 11));
    }

    @Test
    void aPersonsWordForOneWarehouseGoesBeforeThatForAll() {
        PolicyOverride everywhere = new PolicyOverride(
                SmallDataset.TEA_NORTH.item(), null, null, null, null, null, null, 0.9, true, "campaign");
        PolicyOverride north = new PolicyOverride(
                SmallDataset.TEA_NORTH.item(),
                SmallDataset.TEA_NORTH.warehouse(),
                null,
                null,
                null,
                null,
                null,
                0.99,
                false,
                "",
                LocalDate.of(2026, 12, 31));

        assertThat(of(SmallDataset.TEA_NORTH, everywhere, north).override())
                .isEqualTo(new OverrideProfile(true, 0.99, "campaign", LocalDate.of(2026, 12, 31)));
        assertThat(of(SmallDataset.TEA_SOUTH, everywhere, north).override())
                .isEqualTo(new OverrideProfile(true, 0.9, "campaign", null));
        assertThat(of(SmallDataset.MUG_NORTH, everywhere, north).override()).isEqualTo(OverrideProfile.NONE);
    }

    @Test
    void aPersonsWordThatHasRunOutIsNoFact() {
        PolicyOverride past = new PolicyOverride(
                SmallDataset.TEA_NORTH.item(),
                null,
                null,
                null,
                null,
                null,
                null,
                0.99,
                true,
                "campaign",
                LocalDate.of(2026, 11, 22));

        assertThat(of(SmallDataset.TEA_NORTH, past).override()).isEqualTo(OverrideProfile.NONE);
    }

    @Test
    void aHistoryWithoutForecastIsRefused() {
        SortedMap<SkuLocation, DemandHistory> histories = new TreeMap<>();
        histories.put(SmallDataset.TEA_NORTH, SmallDataset.history(SmallDataset.TEA_NORTH, 1));

        assertThatThrownBy(() -> ProfileBuilder.build(SmallDataset.of(), histories, new TreeMap<>()))
                .hasMessage("TEA at NORTH has a demand history, but must also have a forecast.");
    }

    @Test
    void salesAfterAnEarlierPlanDateAreNotKnownYet() {
        Dataset earlier = SmallDataset.of().withAsOf(SmallDataset.AS_OF.minusDays(10));
        SortedMap<SkuLocation, DemandHistory> histories = DemandHistories.build(earlier);
        SortedMap<SkuLocation, Forecast> forecasts = new TreeMap<>();
        histories.keySet().forEach(location -> forecasts.put(location, SmallDataset.forecast(location, 1, 1)));

        assertThat(ProfileBuilder.build(earlier, histories, forecasts))
                .filteredOn(profile -> profile.location().equals(SmallDataset.TEA_NORTH))
                .singleElement()
                .satisfies(profile ->
                        assertThat(profile.demand().daysSinceLastSale()).isEqualTo(90)); // 100 - 10; not 9 - 10
    }
}
