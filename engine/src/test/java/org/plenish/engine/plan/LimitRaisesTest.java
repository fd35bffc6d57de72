package org.plenish.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LimitRaisesTest {

    @Test
    void theUsualAmountIsAskedOfLimitsOfItsSize() {
        assertThat(LimitRaises.amount(10_000, 1_000_000)).isEqualTo(10_000);
        assertThat(LimitRaises.amount(10, 300)).isEqualTo(10);
    }

    @Test
    void otherwiseAHundredthToOneDigit() {
        assertThat(LimitRaises.amount(10_000, 48_000)).isEqualTo(500); // 480
        assertThat(LimitRaises.amount(10_000, 73_000_000)).isEqualTo(700_000); // 730,000
        assertThat(LimitRaises.amount(10, 0.5)).isCloseTo(0.005, within(1e-12));
    }

    /** 250 of cash in all and 0.5 m³ in the north; the south is not limited. */
    @Test
    void everyLimitWithAPriceIsRaisedCashFirst() {
        List<LimitRaise> raises = LimitRaises.of(
                TeaPlan.mapped(),
                TeaPlan.result(),
                List.of(use(LimitUse.Kind.SPACE, "NORTH", 0.4, 3.2), use(LimitUse.Kind.CASH, "", 100, 0.04)),
                1);

        assertThat(raises).extracting(LimitRaise::kind).containsExactly(LimitUse.Kind.CASH, LimitUse.Kind.SPACE);
        assertThat(raises).extracting(LimitRaise::warehouse).containsExactly("", "NORTH");
        assertThat(raises.get(0).estimatedSaving())
                .isCloseTo(0.04 * raises.get(0).amount(), within(1e-9));
        assertThat(raises.get(1).estimatedSaving()).isCloseTo(3.2 * 0.005, within(1e-9));
        assertThat(raises).allSatisfy(raise -> assertThat(raise.saving()).isNotNegative());
    }

    @Test
    void aLimitThatIsUsedUpIsRaisedWithoutAPriceToo() {
        List<LimitUse> uses = List.of(use(LimitUse.Kind.SPACE, "NORTH", 0.5, 0), use(LimitUse.Kind.CASH, "", 249, 0));

        assertThat(LimitRaises.of(TeaPlan.mapped(), TeaPlan.result(), uses, 1))
                .extracting(LimitRaise::warehouse)
                .containsExactly("NORTH");
    }

    private static LimitUse use(LimitUse.Kind kind, String warehouse, double used, double price) {
        double limit = kind == LimitUse.Kind.CASH ? 250 : 0.5;
        return new LimitUse(kind, warehouse, TeaFixture.WEEKS.start(0), limit, used, price);
    }
}
