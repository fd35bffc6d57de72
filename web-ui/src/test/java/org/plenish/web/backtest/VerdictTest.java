package org.plenish.web.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.web.backtest.BacktestResult.Column;
import org.plenish.web.backtest.BacktestResult.Figure;
import org.plenish.web.backtest.BacktestResult.Unit;
import org.plenish.web.backtest.BacktestResult.Who;
import org.plenish.web.backtest.Verdict.Difference;
import org.plenish.web.backtest.Verdict.Direction;
import org.plenish.web.backtest.Verdict.FillRate;
import org.plenish.web.shared.Figures;

class VerdictTest {

    private static Column column(Who who, double cost, double fillRate, double stock) {
        return new Column(
                who,
                "",
                List.of(
                        new Figure("total_cost", Unit.MONEY, cost),
                        new Figure("fill_rate", Unit.SHARE, fillRate),
                        new Figure("average_stock", Unit.MONEY, stock)),
                List.of(),
                List.of());
    }

    private static Verdict verdict(Column own, Column other) {
        return Verdict.of(own, other, new Figures("EUR"));
    }

    @Test
    void saysByHowMuchAndInWhichDirection() {
        Verdict verdict = verdict(column(Who.CHANGED, 960, 0.975, 2_200), column(Who.STANDING, 1_000, 0.971, 2_000));

        assertThat(verdict.cost()).isEqualTo(new Difference(Direction.LESS, "€40", "4.0%")); // 40 / 1,000
        assertThat(verdict.fillRate()).isEqualTo(new FillRate(Direction.MORE, "0.40", "97.5%", "97.1%"));
        assertThat(verdict.stock()).isEqualTo(new Difference(Direction.MORE, "€200", "10.0%")); // 200 / 2,000
    }

    @Test
    void whatRoundsToNothingIsTheSame() {
        Verdict verdict = verdict(column(Who.CHANGED, 1_000.4, 0.97102, 0), column(Who.STANDING, 1_000, 0.97101, 0));

        assertThat(verdict.cost().direction()).isEqualTo(Direction.SAME);
        assertThat(verdict.fillRate().direction()).isEqualTo(Direction.SAME);
        assertThat(verdict.stock()).isEqualTo(new Difference(Direction.SAME, "€0", "–"));
    }
}
