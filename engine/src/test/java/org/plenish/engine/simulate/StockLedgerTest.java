package org.plenish.engine.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StockLedgerTest {

    @Test
    void thoseWhoWaitAreServedBeforeThoseWhoCome() {
        StockLedger ledger = new StockLedger(5, ShortageMode.BACKORDERED);
        ledger.order(10, 1);

        assertThat(ledger.step(8)).isEqualTo(new BucketOutcome(0, 5, 0, 0, 8, 5, 3, 0, 3));
        assertThat(ledger.step(8)).isEqualTo(new BucketOutcome(1, 0, 10, 3, 8, 7, 1, 0, 1)); // 10 - 3 = 7 of 8
        assertThat(ledger.backorderedUnits()).isEqualTo(1);
    }

    @Test
    void nobodyWaitsWhereSalesAreLost() {
        StockLedger ledger = new StockLedger(5, ShortageMode.LOST);
        ledger.order(10, 1);

        assertThat(ledger.step(8)).isEqualTo(new BucketOutcome(0, 5, 0, 0, 8, 5, 3, 0, 0));
        assertThat(ledger.step(8)).isEqualTo(new BucketOutcome(1, 0, 10, 0, 8, 8, 0, 2, 0));
    }

    @Test
    void whatIsDueInTheNextBucketServesItsDemand() {
        StockLedger ledger = new StockLedger(0, ShortageMode.LOST);
        ledger.order(4, ledger.nextBucket());

        assertThat(ledger.step(3).servedUnits()).isEqualTo(3);
        assertThat(ledger.onHandUnits()).isEqualTo(1);
    }

    @Test
    void positionIsOnHandLessOwedPlusOnOrder() {
        StockLedger ledger = new StockLedger(5, 2, ShortageMode.BACKORDERED);
        ledger.order(10, 3);
        ledger.order(6, 1);
        assertThat(ledger.positionUnits()).isEqualTo(19); // 5 - 2 + 16

        ledger.step(7);
        assertThat(ledger.positionUnits()).isEqualTo(12); // 19 - 7, whatever came
        ledger.step(0);
        assertThat(ledger.positionUnits()).isEqualTo(12);
        assertThat(ledger.onOrderUnits()).isEqualTo(10);
    }

    @Test
    void everyUnitIsAccountedForInEveryBucket() {
        SplittableRandom random = new SplittableRandom(20);
        for (ShortageMode mode : ShortageMode.values()) {
            StockLedger ledger = new StockLedger(20, mode);
            long owed = 0;
            for (int bucket = 0; bucket < 500; bucket++) {
                if (random.nextInt(3) == 0) {
                    ledger.order(1 + random.nextInt(25), bucket + random.nextInt(5));
                }
                BucketOutcome outcome = ledger.step(random.nextInt(10));

                assertThat(outcome.openingUnits()
                                + outcome.receivedUnits()
                                - outcome.backlogServedUnits()
                                - outcome.servedUnits())
                        .isEqualTo(outcome.closingUnits());
                assertThat(outcome.servedUnits() + outcome.shortUnits()).isEqualTo(outcome.demandUnits());
                owed += (mode == ShortageMode.BACKORDERED ? outcome.shortUnits() : 0) - outcome.backlogServedUnits();
                assertThat(outcome.backorderedUnits()).isEqualTo(owed);
                assertThat(Math.min(outcome.closingUnits(), outcome.backorderedUnits()))
                        .isZero();
            }
        }
    }

    @Test
    void serviceIsCountedByCycleByUnitAndByTime() {
        StockLedger ledger = new StockLedger(5, ShortageMode.BACKORDERED);
        ledger.order(10, 1);
        ServiceTally tally = new ServiceTally();
        for (int demandUnits : new int[] {8, 8, 4, 0}) {
            tally.add(ledger.step(demandUnits));
        }
        LedgerTotals totals = tally.totals();

        assertThat(totals.fillRate()).isEqualTo(12 / 20.0); // 5 + 7 + 0
        assertThat(totals.shortUnits()).isEqualTo(8); // 3 + 1 + 4
        assertThat(totals.cycles()).isEqualTo(1);
        assertThat(totals.cycleService()).isZero();
        assertThat(totals.readyRate()).isZero();
        assertThat(totals.bucketService()).isZero();
        assertThat(totals.bucketsWithDemand()).isEqualTo(3);
        assertThat(totals.averageClosingUnits()).isZero();
        assertThat(totals.averageUnits()).isEqualTo(1.5); // (5 + 7 + 0 + 0) / 4 before demand, 0 after it
        assertThat(totals.averageBackorderedUnits()).isEqualTo(14 / 4.0); // 3, 1, 5, 5
    }

    @Test
    void aCycleEndsWithTheReceiptThatBeginsTheNext() {
        StockLedger ledger = new StockLedger(10, ShortageMode.LOST);
        ledger.order(10, 2);
        ledger.order(10, 3);
        ledger.order(10, 5);
        ServiceTally tally = new ServiceTally();
        for (int demandUnits : new int[] {5, 5, 12, 2, 30, 1}) {
            tally.add(ledger.step(demandUnits));
        }

        assertThat(tally.totals().cycles()).isEqualTo(3);
        assertThat(tally.totals().cyclesServed()).isEqualTo(1); // short in buckets 2 and 4
        assertThat(tally.totals().cycleService()).isEqualTo(1 / 3.0);
    }

    @Test
    void sharesOfNothingAreNotKnown() {
        assertThat(LedgerTotals.NONE.fillRate()).isNaN();
        assertThat(LedgerTotals.NONE.cycleService()).isNaN();
        assertThat(LedgerTotals.NONE.averageUnits()).isNaN();
    }

    @Test
    void totalsOfTwoAddUp() {
        LedgerTotals one = new LedgerTotals(4, 3, 2, 4, 1, 1, 20, 15, 10, 40, 60, 5);
        assertThat(one.plus(one).fillRate()).isEqualTo(0.75);
        assertThat(one.plus(LedgerTotals.NONE)).isEqualTo(one);
    }

    @Test
    void refusesWhatCannotBe() {
        StockLedger ledger = new StockLedger(5, ShortageMode.LOST);
        ledger.step(1);
        assertThatThrownBy(() -> ledger.order(3, 0))
                .hasMessageContaining("bucket in which the order comes: 0 must be 1");
        assertThatThrownBy(() -> ledger.order(0, 4)).hasMessageContaining("order (units): 0 must be 1 or more.");
        assertThatThrownBy(() -> ledger.step(-1)).hasMessageContaining("demand (units): -1 must be 0 or more.");
        assertThatThrownBy(() -> new StockLedger(-1, ShortageMode.LOST)).hasMessageContaining("on hand (units): -1");
        assertThatThrownBy(() -> new StockLedger(5, 2, ShortageMode.LOST)).hasMessageContaining("nobody waits");
    }
}
