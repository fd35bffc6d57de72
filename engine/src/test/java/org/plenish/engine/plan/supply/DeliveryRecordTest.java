package org.plenish.engine.plan.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.plan.supply.DeliveryLine.Receipt;

class DeliveryRecordTest {

    private static final LocalDate ORDERED = LocalDate.of(2026, 9, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 9, 11); // ten days were promised
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static DeliveryLine line(Receipt... receipts) {
        return new DeliveryLine(ORDERED, DUE, 100, List.of(receipts));
    }

    private static Receipt after(int days, int units) {
        return new Receipt(ORDERED.plusDays(days), units);
    }

    @Test
    void onTimeInFullNeedsAllOfItByTheDay() {
        DeliveryRecord record = DeliveryRecord.of(
                List.of(
                        line(after(9, 60), after(10, 40)), // complete on the day
                        line(after(8, 60), after(14, 40)), // complete four days late
                        line(after(10, 99)), // on the day, one short
                        line(after(6, 100), after(30, 20)), // complete early; what came beyond the order does not count
                        line()), // nothing has come
                TODAY);
        assertThat(record.dueLines()).isEqualTo(5);
        assertThat(record.onTimeLines()).isEqualTo(3);
        assertThat(record.inFullLines()).isEqualTo(3);
        assertThat(record.onTimeInFullLines()).isEqualTo(2);
        assertThat(record.onTimeInFullShare()).isEqualTo(0.4);
        assertThat(record.lines()).isEqualTo(4);
        assertThat(record.meanDays()).isEqualTo(10); // (10 + 14 + 10 + 6) / 4
        assertThat(record.sdDays()).isCloseTo(3.2660, within(1e-4)); // √((0 + 16 + 0 + 16) / 3)
        assertThat(record.medianDays()).isEqualTo(10); // 6, 10, 10, 14
        assertThat(record.ninetiethDays()).isEqualTo(14);
        assertThat(record.meanPromisedDays()).isEqualTo(10);
        assertThat(record.byPunctuality())
                .containsEntry(Punctuality.EARLY, 1)
                .containsEntry(Punctuality.ON_THE_DAY, 2)
                .containsEntry(Punctuality.LATE_7, 1)
                .containsEntry(Punctuality.LATE_OVER_14, 0);
    }

    @Test
    void aLineThatIsNotYetDueIsNotHeldAgainstAnybody() {
        DeliveryRecord record = DeliveryRecord.of(List.of(line()), DUE);
        assertThat(record.dueLines()).isZero();
        assertThat(record.onTimeInFullShare()).isNaN();
        assertThat(record.meanDays()).isNaN();
        assertThat(record.sdDays()).isNaN();
    }
}
