package org.plenish.engine.plan.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.CashBudget;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.optimize.PlanningHorizon;

/**
 * More or less cash may be committed.
 *
 * @param period of the rows of the budget that change, by their first days
 * @param factor times the budget; null where {@code amount} is given
 * @param amount of each bucket; null where {@code factor} is given
 */
record CashChange(
        Period period, @Nullable Double factor, @Nullable Money amount) implements Change {

    static final ChangeKind KIND = new ChangeKind("cash", CashChange::read);

    private static CashChange read(ChangeFields fields) {
        Period period = Period.read(fields);
        fields.requireOneOf("factor", "amount");
        CashBudget budget = fields.dataset().cashBudget();
        if (!budget.isLimited()) {
            if (fields.isGiven("factor")) {
                fields.error("factor", "must be an amount instead: the dataset has no cash budget", null);
            }
            if (!period.isWhole()) {
                fields.error("from", "must not be given: the dataset has no cash budget for the other days", null);
            }
        } else if (budget.amounts().keySet().stream().noneMatch(period::holds)) {
            fields.error(
                    "from",
                    "must reach a row of the cash budget, which has those of "
                            + budget.amounts().firstKey() + " to "
                            + budget.amounts().lastKey(),
                    "the period ends before the next row starts");
        }
        return new CashChange(
                period, fields.numberIfGiven("factor", 0, DemandChange.LARGEST_FACTOR), fields.moneyIfGiven("amount"));
    }

    @Override
    public Driver driver() {
        return Driver.LIMITS;
    }

    @Override
    public String sentence() {
        return "Cash" + period.words()
                + (factor == null ? " is " + amount + " in each bucket." : " × " + Words.number(factor) + ".");
    }

    @Override
    public NoReplay noReplay() {
        return NoReplay.LIMITS;
    }

    @Override
    public void applyTo(Draft draft) {
        CashBudget budget = draft.cashBudget;
        SortedMap<LocalDate, Money> amounts = new TreeMap<>(budget.amounts());
        if (amounts.isEmpty()) {
            Dataset dataset = draft.dataset();
            TimeBuckets buckets = PlanningHorizon.of(dataset);
            for (int i = 0; i < buckets.count(); i++) {
                amounts.put(buckets.start(i), Money.ZERO);
            }
        }
        amounts.replaceAll((start, before) -> period.holds(start) ? changed(before) : before);
        draft.cashBudget = new CashBudget(amounts, budget.carryForward(), budget.basis());
    }

    private Money changed(Money before) {
        if (amount != null) {
            return amount;
        }
        return factor == null ? before : Money.of(before.amount().multiply(BigDecimal.valueOf(factor)));
    }
}
