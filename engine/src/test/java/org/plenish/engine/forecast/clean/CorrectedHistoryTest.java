package org.plenish.engine.forecast.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plenish.engine.forecast.clean.CorrectionKind.OUTLIER;
import static org.plenish.engine.forecast.clean.CorrectionKind.OUT_OF_STOCK;
import static org.plenish.engine.forecast.clean.CorrectionKind.PROMOTION;
import static org.plenish.engine.forecast.clean.CorrectionKind.RETURN;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.SkuLocation;

class CorrectedHistoryTest {

    private static final LocalDate AS_OF = LocalDate.parse("2026-11-23");
    private static final SkuLocation KETTLE = SkuLocation.of("KETTLE", "LEEDS");

    @Test
    void salesAndCorrectionsGiveDemand() {
        HistoryInWork work = HistoryFixture.inWork(5, 30, 7);
        work.correct(1, PROMOTION, 10, "promoted");
        work.correct(2, OUT_OF_STOCK, 14, "out of stock");
        CorrectedHistory corrected = work.corrected();
        assertThat(corrected.demandUnits().toArray()).containsExactly(5, 10, 14);
        assertThat(corrected.soldUnits().toArray()).containsExactly(5, 30, 7);
    }

    @Test
    void undoingACorrectionGivesTheFormerValueBack() {
        HistoryInWork work = HistoryFixture.inWork(5, 30, 7);
        work.correct(1, PROMOTION, 10, "promoted");
        work.correct(2, OUT_OF_STOCK, Double.NaN, "out of stock");
        CorrectedHistory corrected = work.corrected();
        assertThat(corrected
                        .without(correction -> correction.bucket() == 1)
                        .demandUnits()
                        .get(1))
                .isEqualTo(30);
        assertThat(corrected
                        .without(correction -> correction.kind() == OUT_OF_STOCK)
                        .demandUnits()
                        .toArray())
                .containsExactly(5, 10, 7);
        assertThat(corrected.without(correction -> true).demandUnits()).isEqualTo(corrected.soldUnits());
    }

    @Test
    void whatFollowsAnUndoneCorrectionKeepsItsFactor() {
        HistoryInWork work = HistoryFixture.inWork(30);
        work.correct(0, OUT_OF_STOCK, 60, "half of the week");
        work.correct(0, PROMOTION, 20, "a third of it is usual");
        CorrectedHistory corrected = work.corrected();
        assertThat(corrected.demandUnits().get(0)).isEqualTo(20);
        assertThat(corrected
                        .without(correction -> correction.kind() == OUT_OF_STOCK)
                        .demandUnits()
                        .get(0))
                .isEqualTo(10); // 30 / 3
    }

    @Test
    void aReturnKeepsItsDifference() {
        HistoryInWork work = HistoryFixture.inWork(9);
        work.correct(0, RETURN, 6, "3 came back");
        assertThat(work.corrected().corrections().get(0).applyTo(12)).isEqualTo(9);
    }

    @Test
    void nothingIsCorrectedToWhatItIs() {
        HistoryInWork work = HistoryFixture.inWork(9, Double.NaN);
        work.correct(0, OUTLIER, 9, "none");
        work.correct(1, OUTLIER, 9, "not known stays so");
        assertThat(work.corrected().corrections()).isEmpty();
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> new Correction(0, OUTLIER, Double.NaN, 1, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Correction(0, OUTLIER, 1, Double.POSITIVE_INFINITY, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Correction(-1, OUTLIER, 1, 1, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void returnsAndMissingStockAreVisible() {
        // the second week's return of 4 takes the 2 sold in it and 2 of the week before; out of stock on 2 of 7 days
        Dataset dataset = new TestDataset(AS_OF)
                .sales(KETTLE, 5, 0, 10)
                .sale(KETTLE, AS_OF.minusWeeks(2), 2, 4)
                .notes(KETTLE, 21, 30, 2, 0)
                .build();
        CorrectedHistory corrected = recorded(dataset, CorrectionSwitch.ALL);
        assertThat(corrected.corrections())
                .containsExactly(
                        new Correction(0, RETURN, 5, 3, "Some of what was sold came back later."),
                        new Correction(
                                1,
                                RETURN,
                                -2,
                                0,
                                "More came back than was sold: returns count where the goods were sold."),
                        new Correction(
                                2, OUT_OF_STOCK, 10, 14, "In stock on 71 % of its days: lost sales are put back."));
        assertThat(corrected.demandUnits())
                .isEqualTo(DemandHistories.build(dataset).get(KETTLE).demandUnits());
    }

    @Test
    void aKindCanBeTurnedOff() {
        Dataset dataset = new TestDataset(AS_OF)
                .sales(KETTLE, 5, 0, 10)
                .sale(KETTLE, AS_OF.minusWeeks(2), 2, 4)
                .notes(KETTLE, 21, 30, 2, 0)
                .build();
        assertThat(recorded(dataset, (location, kind) -> kind != OUT_OF_STOCK)
                        .demandUnits()
                        .toArray())
                .containsExactly(3, 0, 10);
        assertThat(recorded(dataset, (location, kind) -> kind != RETURN)
                        .demandUnits()
                        .toArray())
                .containsExactly(5, -2, 14);
    }

    private static CorrectedHistory recorded(Dataset dataset, CorrectionSwitch corrects) {
        DemandHistory history = DemandHistories.build(dataset).get(KETTLE);
        HistoryInWork work = new HistoryInWork(history);
        RecordedSales.correct(work, corrects);
        return work.corrected();
    }
}
