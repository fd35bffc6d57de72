package org.plenish.web.order.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plenish.web.order.life.OrderLife.Answer;
import org.plenish.web.order.life.OrderLife.Transition;
import org.plenish.web.shared.Role;

class OrderLifeTest {

    /** Written out by hand, so that no row changes unseen: state, action, role, where it leads. */
    private static final Set<String> ALLOWED = Set.of(
            "PROPOSED EDIT BUYER EDITED reason void",
            "EDITED EDIT BUYER EDITED reason void",
            "SUBMITTED EDIT BUYER EDITED reason void",
            "APPROVED EDIT BUYER EDITED reason void",
            "REJECTED EDIT BUYER EDITED reason void",
            "PROPOSED SUBMIT BUYER SUBMITTED",
            "EDITED SUBMIT BUYER SUBMITTED",
            "SUBMITTED APPROVE APPROVER APPROVED or SUBMITTED",
            "SUBMITTED REJECT APPROVER REJECTED reason void",
            "SUBMITTED WITHDRAW BUYER EDITED void",
            "APPROVED SEND BUYER SENT",
            "SENT CONFIRM BUYER CONFIRMED",
            "SENT RECEIVE BUYER RECEIVED or PARTLY_RECEIVED",
            "CONFIRMED RECEIVE BUYER RECEIVED or PARTLY_RECEIVED",
            "PARTLY_RECEIVED RECEIVE BUYER RECEIVED or PARTLY_RECEIVED",
            "PARTLY_RECEIVED CLOSE BUYER CLOSED reason",
            "RECEIVED CLOSE BUYER CLOSED",
            "PROPOSED CANCEL BUYER CANCELLED reason void",
            "EDITED CANCEL BUYER CANCELLED reason void",
            "SUBMITTED CANCEL BUYER CANCELLED reason void",
            "APPROVED CANCEL BUYER CANCELLED reason void",
            "REJECTED CANCEL BUYER CANCELLED reason void",
            "SENT CANCEL BUYER CANCELLED reason",
            "CONFIRMED CANCEL BUYER CANCELLED reason");

    @Test
    void everyStateActionAndRoleIsAllowedOrRefusedAsWritten() {
        Set<String> allowed = new TreeSet<>();
        for (OrderState state : OrderState.values()) {
            for (OrderAction action : OrderAction.values()) {
                for (Role role : Role.values()) {
                    if (OrderLife.ask(state, action, EnumSet.of(role)) instanceof Answer.Allowed answer) {
                        allowed.add(state + " " + action + " " + role + " " + outcome(answer.transition()));
                    }
                }
                assertThat(OrderLife.ask(state, action, Set.of())).isInstanceOf(Answer.WrongRole.class);
            }
        }
        assertThat(allowed).containsExactlyInAnyOrderElementsOf(ALLOWED);
    }

    @Test
    void noStateAndActionStandTwiceInTheTable() {
        for (OrderState state : OrderState.values()) {
            for (OrderAction action : OrderAction.values()) {
                assertThat(OrderLife.TABLE.stream()
                                .filter(row ->
                                        row.action() == action && row.from().contains(state)))
                        .as("%s %s", state, action)
                        .hasSizeLessThan(2);
            }
        }
    }

    @Test
    void anAuditorChangesNothingAndAnAdministratorApprovesNothingWhateverElseTheyAre() {
        Set<Role> all = EnumSet.allOf(Role.class);
        Set<Role> allButAuditor = EnumSet.complementOf(EnumSet.of(Role.AUDITOR));
        for (OrderState state : OrderState.values()) {
            assertThat(OrderLife.open(state, all)).isEmpty();
            assertThat(OrderLife.open(state, allButAuditor)).doesNotContain(OrderAction.APPROVE, OrderAction.REJECT);
        }
    }

    @Test
    void tellsWhichStatesAnActionNeeds() {
        assertThat(OrderLife.ask(OrderState.SENT, OrderAction.SUBMIT, Set.of(Role.BUYER)))
                .isEqualTo(new Answer.WrongState(
                        "An order that is sent cannot be submitted." + " That needs one that is proposed or edited."));
    }

    private static String outcome(Transition transition) {
        return transition.to()
                + (transition.to() == transition.unlessComplete() ? "" : " or " + transition.unlessComplete())
                + (transition.needsReason() ? " reason" : "")
                + (transition.voidsApproval() ? " void" : "");
    }
}
