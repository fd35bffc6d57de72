package org.plenish.web.item.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenish.web.item.life.ValueOrigin.InPlan;
import org.plenish.web.item.life.ValueOrigin.PersonsValue;
import org.plenish.web.item.life.ValueOrigin.Setter;
import org.plenish.web.run.StoredConclusion;

class ValueOriginTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void namesTheRuleTheDatasetOrThePersonOfEachValue() {
        List<ValueOrigin> origins = ValueOrigin.of(
                Map.of("SERVICE", "95.0%", "SAFETY_STOCK", "40", "REORDER_POINT", "90"),
                List.of(new StoredConclusion(
                        "serviceTarget", "0.95", "SVC-010", "SVC-010 target", "service.csv", 3, "Class A.", List.of())),
                new InPlan(List.of("safety_stock", "max_quantity"), "Trade fair", LocalDate.of(2026, 12, 31)),
                List.of(
                        new PersonsValue("safety_stock", "40", "Trade fair", null, "ann", NOON),
                        new PersonsValue("reorder_point", "120", "Strike", null, "ben", NOON)));
        assertThat(of(origins, "SERVICE").setter()).isEqualTo(Setter.RULE);
        assertThat(of(origins, "SERVICE").rule().ruleId()).isEqualTo("SVC-010");
        assertThat(of(origins, "SAFETY_STOCK"))
                .returns(Setter.PERSON, ValueOrigin::setter)
                .returns("ann", ValueOrigin::who)
                .returns(false, ValueOrigin::pending);
        // set after the plan was made: the plan still has 90
        assertThat(of(origins, "REORDER_POINT"))
                .returns("120", ValueOrigin::value)
                .returns(true, ValueOrigin::pending);
        assertThat(of(origins, "ORDER_QUANTITY"))
                .returns(Setter.PERSON, ValueOrigin::setter)
                .returns("", ValueOrigin::who)
                .returns("Trade fair", ValueOrigin::reason)
                .returns(LocalDate.of(2026, 12, 31), ValueOrigin::lastDay);
        assertThat(of(origins, "ORDER_UP_TO").setter()).isEqualTo(Setter.FORMULA);
    }

    private static ValueOrigin of(List<ValueOrigin> origins, String name) {
        return origins.stream()
                .filter(origin -> origin.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
