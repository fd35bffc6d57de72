package org.plenish.web.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureRowTest {

    private static SpreadRow spread(Figure figure, double low, double median, double high) {
        return new SpreadRow("AS_PLANNED", figure.name(), -1, median, 1, low, low, median, high, high);
    }

    @Test
    void figuresOfAGroupAreDrawnToOneScale() {
        List<FigureRow> rows = FigureRow.of(List.of(
                spread(Figure.COST, 50, 100, 200),
                spread(Figure.HOLDING_COST, 40, 50, 60),
                spread(Figure.AVERAGE_STOCK, 1_000, 1_500, 2_000)));
        assertThat(rows)
                .extracting(FigureRow::figure)
                .containsExactly(Figure.AVERAGE_STOCK, Figure.HOLDING_COST, Figure.COST);
        assertThat(rows.get(2).box()).isEqualTo(new FigureRow.Box(25, 25, 50, 100, 100)); // of 0 to 200
        assertThat(rows.get(1).box().low()).isEqualTo(20);
        assertThat(rows.get(0).box().median()).isEqualTo(75); // of 0 to 2000
    }

    @Test
    void sharesAreDrawnFromALittleBelowTheLeastUpToAll() {
        FigureRow row =
                FigureRow.of(List.of(spread(Figure.FILL_RATE, 0.91, 0.95, 1))).get(0);
        assertThat(row.box().low()).isEqualTo(10); // 0.90 to 1
        assertThat(row.box().high()).isEqualTo(100);
    }

    @Test
    void whatIsAlwaysNothingIsDrawnAtTheBeginning() {
        FigureRow row = FigureRow.of(List.of(spread(Figure.CASH, 0, 0, 0))).get(0);
        assertThat(row.box()).isEqualTo(new FigureRow.Box(0, 0, 0, 0, 0));
    }
}
