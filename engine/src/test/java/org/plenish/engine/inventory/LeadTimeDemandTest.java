package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LeadTimeDemandTest {

    @Test
    void addsTheSpreadOfTheLeadTime() {
        // 100 a day over 4 days, 30 a day of error, one day of spread: √(60² + 100²)
        LeadTimeDemand demand = LeadTimeDemand.withLeadTimeSpread(4, 400, 60, 1);
        assertThat(demand.sdUnits()).isEqualTo(116.6, offset(0.05));
        assertThat(demand.unitsPerDay()).isEqualTo(100);
    }

    @Test
    void isWhatDemandOverARandomLeadTimeSpreads() {
        Random random = new Random(4);
        int runs = 100_000;
        double sum = 0;
        double squares = 0;
        for (int run = 0; run < runs; run++) {
            int days = 6 + random.nextInt(9); // 6 to 14: mean 10, variance (9² − 1) / 12
            double total = 0;
            for (int day = 0; day < days; day++) {
                total += 20 + 5 * random.nextGaussian();
            }
            sum += total;
            squares += total * total;
        }
        double sd = Math.sqrt(squares / runs - sum / runs * (sum / runs));
        LeadTimeDemand demand = LeadTimeDemand.withLeadTimeSpread(10, 200, 5 * Math.sqrt(10), Math.sqrt(80 / 12.0));
        assertThat(demand.sdUnits() / sd).isEqualTo(1, offset(0.01));
    }

    @Test
    void withoutSpreadIsThatOfDemandAlone() {
        assertThat(LeadTimeDemand.withLeadTimeSpread(7, 70, 12, 0).sdUnits()).isEqualTo(12);
        assertThat(LeadTimeDemand.withLeadTimeSpread(0, 0, 0, 3).sdUnits()).isZero();
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> new LeadTimeDemand(7, Double.NaN, 1))
                .hasMessage("mean demand over the protection interval (units): NaN must be a number of 0 or more.");
    }
}
