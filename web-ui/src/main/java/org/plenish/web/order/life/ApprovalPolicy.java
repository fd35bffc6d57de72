package org.plenish.web.order.life;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Money;

/**
 * What an approval takes beyond the role. Limits hold for an order's total and for the total of its supplier on one
 * day, so that splitting an order does not help; the second approver is asked for by the same total.
 */
public final class ApprovalPolicy {

    /**
     * What is to be approved.
     *
     * @param contributors who wrote, edited or submitted it since it was proposed
     * @param given approvals that count
     */
    public record Subject(Money value, Set<String> contributors, List<Given> given) {

        public Subject {
            contributors = Set.copyOf(contributors);
            given = List.copyOf(given);
        }
    }

    /** @param onBehalfOf who delegated it; null if it is the approver's own */
    public record Given(String approver, @Nullable String onBehalfOf) {

        private boolean isBy(String person) {
            return approver.equals(person) || person.equals(onBehalfOf);
        }
    }

    /** Amounts up to which something is allowed; null: not limited. */
    public record Limits(@Nullable Money order, @Nullable Money supplierDay) {

        public static final Limits NONE = new Limits(null, null);
    }

    /** Whose limits an approval is held against: the approver's own, or those of somebody who delegates to them today. */
    public record Power(String person, Limits limits) {}

    /**
     * What has been approved today for the order's supplier, without the order itself.
     *
     * @param byPerson in whose power it was approved
     */
    public record Day(Money total, Map<String, Money> byPerson) {

        public Day {
            byPerson = Map.copyOf(byPerson);
        }
    }

    /** The policy's answer. */
    public sealed interface Verdict {

        /**
         * @param complete whether no second approver is needed any more
         * @param onBehalfOf whose delegated power it takes; null if the approver's own suffices
         */
        record Approved(boolean complete, @Nullable String onBehalfOf) implements Verdict {}

        /** @param message for the approver: which limit, by how much, whom to ask */
        record Refused(String message) implements Verdict {}
    }

    private final Limits supplierLimits;
    private final @Nullable Money secondApproverAbove;

    /** @param secondApproverAbove total of an order, and of its supplier on the day; null: one approver always suffices */
    public ApprovalPolicy(Limits supplierLimits, @Nullable Money secondApproverAbove) {
        this.supplierLimits = supplierLimits;
        this.secondApproverAbove = secondApproverAbove;
    }

    /** @param powers the approver's own first, then those that are delegated to them; the first that suffices is used */
    public Verdict decide(String approver, Subject order, List<Power> powers, Day day) {
        if (order.contributors().contains(approver)) {
            return new Verdict.Refused("Nobody approves what they wrote, edited or submitted, and " + approver
                    + " did. Ask another approver.");
        }
        if (order.given().stream().anyMatch(given -> given.isBy(approver))) {
            return new Verdict.Refused(
                    approver + " has approved it already. The second approval must come from somebody else.");
        }
        String overSupplier = over(
                order.value(),
                day.total(),
                supplierLimits,
                "the supplier's limit",
                "Ask an administrator to raise it.");
        if (overSupplier != null) {
            return new Verdict.Refused(overSupplier);
        }
        String first = null;
        for (Power power : powers) {
            String refusal = refusal(approver, order, power, day);
            if (refusal == null) {
                return new Verdict.Approved(
                        !needsSecond(order, day) || !order.given().isEmpty(),
                        power.person().equals(approver) ? null : power.person());
            }
            first = first == null ? refusal : first;
        }
        return new Verdict.Refused(first == null ? approver + " has no power to approve. Ask an approver." : first);
    }

    private @Nullable String refusal(String approver, Subject order, Power power, Day day) {
        String person = power.person();
        if (!person.equals(approver)
                && (order.contributors().contains(person)
                        || order.given().stream().anyMatch(given -> given.isBy(person)))) {
            return person + " cannot approve it, so neither can who stands in for them. Ask another approver.";
        }
        return over(
                order.value(),
                day.byPerson().getOrDefault(person, Money.ZERO),
                power.limits(),
                "the limit of " + person,
                "Ask an approver with a higher limit.");
    }

    private boolean needsSecond(Subject order, Day day) {
        return secondApproverAbove != null && day.total().plus(order.value()).compareTo(secondApproverAbove) > 0;
    }

    private static @Nullable String over(Money value, Money today, Limits limits, String whose, String remedy) {
        if (limits.order() != null && value.compareTo(limits.order()) > 0) {
            return "The order's total of " + value + " is over " + whose + " of " + limits.order() + " an order. "
                    + remedy;
        }
        Money total = today.plus(value);
        if (limits.supplierDay() != null && total.compareTo(limits.supplierDay()) > 0) {
            return "With this order of " + value + " the supplier's approved total today would be " + total + ", over "
                    + whose + " of " + limits.supplierDay() + " a day. " + remedy;
        }
        return null;
    }
}
