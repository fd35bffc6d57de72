package org.plenish.web.order.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.Money;
import org.plenish.web.order.life.ApprovalPolicy.Day;
import org.plenish.web.order.life.ApprovalPolicy.Given;
import org.plenish.web.order.life.ApprovalPolicy.Limits;
import org.plenish.web.order.life.ApprovalPolicy.Power;
import org.plenish.web.order.life.ApprovalPolicy.Subject;
import org.plenish.web.order.life.ApprovalPolicy.Verdict;

class ApprovalPolicyTest {

    private static final ApprovalPolicy FREE = new ApprovalPolicy(Limits.NONE, null);
    private static final Day NOTHING_TODAY = new Day(Money.ZERO, Map.of());
    private static final List<Power> ANNAS = List.of(power("anna", 1_000, 2_500));

    @Test
    void whoHadAHandInAnOrderDoesNotApproveIt() {
        Subject order = new Subject(Money.of(10), Set.of("anna", "ben"), List.of());
        assertRefused(FREE.decide("anna", order, ANNAS, NOTHING_TODAY), "and anna did");
        assertThat(FREE.decide("carl", order, List.of(power("carl", 100, 100)), NOTHING_TODAY))
                .isEqualTo(new Verdict.Approved(true, null));
    }

    @Test
    void anOrdersTotalIsHeldAgainstTheLimitOfThePersonAndOfTheSupplier() {
        assertThat(FREE.decide("anna", order(1_000), ANNAS, NOTHING_TODAY)).isEqualTo(new Verdict.Approved(true, null));
        assertRefused(
                FREE.decide("anna", order(1_000.01), ANNAS, NOTHING_TODAY),
                "1000.01 is over the limit of anna of 1000.00");
        ApprovalPolicy policy = new ApprovalPolicy(new Limits(Money.of(500), null), null);
        assertRefused(policy.decide("anna", order(501), ANNAS, NOTHING_TODAY), "over the supplier's limit of 500.00");
    }

    @Test
    void splittingAnOrderDoesNotHelp() {
        Day annas = new Day(Money.of(2_000), Map.of("anna", Money.of(2_000)));
        assertThat(FREE.decide("anna", order(500), ANNAS, annas)).isEqualTo(new Verdict.Approved(true, null));
        assertRefused(
                FREE.decide("anna", order(501), ANNAS, annas), "would be 2501.00, over the limit of anna of 2500.00");
        ApprovalPolicy policy = new ApprovalPolicy(new Limits(null, Money.of(3_000)), null);
        Day others = new Day(Money.of(2_800), Map.of("ben", Money.of(2_800)));
        assertRefused(policy.decide("anna", order(201), ANNAS, others), "would be 3001.00, over the supplier's limit");
    }

    @Test
    void aSecondApproverIsNeededAboveTheThresholdOfTheSuppliersDay() {
        ApprovalPolicy policy = new ApprovalPolicy(Limits.NONE, Money.of(900));
        assertThat(policy.decide("anna", order(900), ANNAS, NOTHING_TODAY)).isEqualTo(new Verdict.Approved(true, null));
        assertThat(policy.decide("anna", order(901), ANNAS, NOTHING_TODAY))
                .isEqualTo(new Verdict.Approved(false, null));
        Day others = new Day(Money.of(800), Map.of("ben", Money.of(800)));
        assertThat(policy.decide("anna", order(101), ANNAS, others)).isEqualTo(new Verdict.Approved(false, null));
        Subject halfApproved = new Subject(Money.of(901), Set.of("zoe"), List.of(new Given("ben", null)));
        assertThat(policy.decide("anna", halfApproved, ANNAS, NOTHING_TODAY))
                .isEqualTo(new Verdict.Approved(true, null));
        assertRefused(
                policy.decide("ben", halfApproved, List.of(power("ben", 5_000, 5_000)), NOTHING_TODAY),
                "must come from somebody else");
    }

    @Test
    void aDelegateUsesTheirOwnPowerFirstAndThenWhatIsDelegated() {
        List<Power> powers = List.of(power("carl", 100, 100), power("anna", 1_000, 2_500));
        assertThat(FREE.decide("carl", order(100), powers, NOTHING_TODAY)).isEqualTo(new Verdict.Approved(true, null));
        assertThat(FREE.decide("carl", order(101), powers, NOTHING_TODAY))
                .isEqualTo(new Verdict.Approved(true, "anna"));
        Day used = new Day(Money.of(2_450), Map.of("anna", Money.of(2_450)));
        assertRefused(FREE.decide("carl", order(101), powers, used), "the limit of carl");
    }

    @Test
    void noDelegationLeadsAroundTheBanOnOnesOwnOrders() {
        List<Power> powers = List.of(power("carl", 1, 1), power("anna", 1_000, 2_500));
        assertRefused(
                FREE.decide("carl", new Subject(Money.of(10), Set.of("carl"), List.of()), powers, NOTHING_TODAY),
                "and carl did");
        assertThat(FREE.decide("carl", new Subject(Money.of(10), Set.of("anna"), List.of()), powers, NOTHING_TODAY))
                .isInstanceOf(Verdict.Refused.class);
        ApprovalPolicy two = new ApprovalPolicy(Limits.NONE, Money.of(5));
        assertThat(two.decide(
                        "carl",
                        new Subject(Money.of(10), Set.of(), List.of(new Given("anna", null))),
                        powers,
                        NOTHING_TODAY))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(two.decide(
                        "anna",
                        new Subject(Money.of(10), Set.of(), List.of(new Given("carl", "anna"))),
                        ANNAS,
                        NOTHING_TODAY))
                .isInstanceOf(Verdict.Refused.class);
    }

    private static Subject order(double value) {
        return new Subject(Money.of(value), Set.of("zoe"), List.of());
    }

    private static Power power(String person, double order, double supplierDay) {
        return new Power(person, new Limits(Money.of(order), Money.of(supplierDay)));
    }

    private static void assertRefused(Verdict verdict, String part) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.message()).contains(part));
    }
}
