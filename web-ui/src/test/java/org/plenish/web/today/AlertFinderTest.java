package org.plenish.web.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.policy.Severity;

class AlertFinderTest {

    @Test
    void toDoAreTheWorstThatHoldFourFifthsOfTheMoney() {
        // 7 of 100, 60 of 10 each: all 1300, four fifths 1040 = 7·100 + 34·10, but fifteen are enough for a day
        assertThat(AlertFinder.toDo(alerts(LongStream.concat(repeat(7, 100), repeat(60, 10)))))
                .isEqualTo(15);
        // 700 of 800 is more than 640; 6·100 is less
        assertThat(AlertFinder.toDo(alerts(LongStream.concat(repeat(7, 100), repeat(10, 10)))))
                .isEqualTo(7);
        // one holds all of it; the worst five are shown in any case
        assertThat(AlertFinder.toDo(alerts(LongStream.concat(repeat(1, 1000), repeat(9, 0)))))
                .isEqualTo(5);
        assertThat(AlertFinder.toDo(alerts(repeat(3, 5)))).isEqualTo(3);
        assertThat(AlertFinder.toDo(List.of())).isZero();
    }

    private static LongStream repeat(int times, long value) {
        return Arrays.stream(new long[times]).map(none -> value);
    }

    private static List<FoundAlert> alerts(LongStream values) {
        return values.mapToObj(value -> new FoundAlert(
                        Panel.EXCESS,
                        SkuLocation.of("A", "W"),
                        "",
                        LocalDate.EPOCH,
                        1,
                        Money.of((double) value),
                        Severity.NOTICE,
                        "",
                        "",
                        ""))
                .toList();
    }
}
