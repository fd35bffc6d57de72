package org.plenish.engine.plan;

import static org.plenish.engine.plan.Wording.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Money;
import org.plenish.engine.plan.PlanComparison.Cause;
import org.plenish.engine.plan.PlanComparison.LimitChange;
import org.plenish.engine.plan.PlanComparison.Mover;
import org.plenish.engine.plan.PlanComparison.Reclassification;
import org.plenish.engine.plan.PlanTotals.Orders;
import org.plenish.engine.policy.Conclusion;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.Severity;

/**
 * A comparison as text for a person: what becomes different in money, orders, service and space; who is classified anew;
 * who moves most and by which rule. Parts of the cost that neither plan has are left out.
 */
public final class PlanComparisonText {

    private static final String SAME = "=";
    private static final int RECLASSIFICATIONS = 8;
    private static final int CASH_BUCKETS = 4;
    private static final int WAREHOUSES = 4;
    private static final int MOVERS = 20;
    private static final int CAUSES = 2;

    private final PlanComparison comparison;
    private final Function<String, String> questionName;
    private final StringBuilder text = new StringBuilder();

    private PlanComparisonText(PlanComparison comparison, Function<String, String> questionName) {
        this.comparison = comparison;
        this.questionName = questionName;
    }

    /** @param questionName of a question such as {@code abcClass}, in a planner's words */
    public static String of(PlanComparison comparison, Function<String, String> questionName) {
        return new PlanComparisonText(comparison, questionName).write();
    }

    private String write() {
        row(
                comparison.skuLocations() + " SKU-locations, plan of " + comparison.planDate(),
                "before",
                "after",
                "change");
        costs();
        stock();
        orders();
        limits();
        reclassifications();
        priceOfShortages();
        movers();
        return text.toString();
    }

    private void costs() {
        String currency = comparison.currency();
        money("Expected cost, " + currency, totals -> totals.cost().total());
        CostParts.byName().forEach((name, part) -> {
            if (part.applyAsDouble(comparison.before().cost()) != 0
                    || part.applyAsDouble(comparison.after().cost()) != 0) {
                money("  " + name, totals -> part.applyAsDouble(totals.cost()));
            }
        });
        money("No plan costs less than, " + currency, PlanTotals::lowerBound);
    }

    private void stock() {
        String currency = comparison.currency();
        percent("Expected service level, %", totals -> totals.kpis().expectedServiceLevel());
        percent("Expected fill rate, %", totals -> totals.kpis().expectedFillRate());
        money(
                "Average stock, " + currency,
                totals -> totals.kpis().averageStockValue().toDouble());
        count("Safety stock, units", PlanTotals::safetyStockUnits);
        money("Safety stock, " + currency, totals -> totals.safetyStockValue().toDouble());
        idle(
                "Dead or expired, " + currency + " (SKU-locations)",
                totals -> totals.kpis().deadStockValue(),
                ObsolescenceStatus.DEAD,
                ObsolescenceStatus.DISCONTINUED,
                ObsolescenceStatus.EXPIRED);
        idle(
                "Excess, " + currency + " (SKU-locations)",
                totals -> totals.kpis().excessStockValue(),
                ObsolescenceStatus.EXCESS);
        money(
                "Provision for obsolescence, " + currency,
                totals -> totals.kpis().obsolescenceProvision().toDouble());
        row(
                "Exceptions (critical, warning, notice)",
                exceptions(comparison.before()),
                exceptions(comparison.after()),
                "");
    }

    private static String exceptions(PlanTotals totals) {
        int sum = totals.exceptions().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return text(
                "%,d (%,d, %,d, %,d)",
                sum,
                totals.exceptions().getOrDefault(Severity.CRITICAL, 0),
                totals.exceptions().getOrDefault(Severity.WARNING, 0),
                totals.exceptions().getOrDefault(Severity.NOTICE, 0));
    }

    private void idle(String name, Function<PlanTotals, Money> value, ObsolescenceStatus... statuses) {
        Function<PlanTotals, String> words = totals -> text(
                "%s (%,d)",
                money(value.apply(totals)),
                Arrays.stream(statuses)
                        .mapToInt(status -> totals.byStatus().getOrDefault(status, 0))
                        .sum());
        Money change = value.apply(comparison.after()).minus(value.apply(comparison.before()));
        row(
                name,
                words.apply(comparison.before()),
                words.apply(comparison.after()),
                signed("%,.2f", change.toDouble()));
    }

    private void orders() {
        orders("Orders now", PlanTotals::ordersNow, comparison.currency());
        orders("Orders later", PlanTotals::ordersLater, comparison.currency());
        transfers("Transfers now", PlanTotals::transfersNow);
        transfers("Transfers later", PlanTotals::transfersLater);
    }

    private void orders(String name, Function<PlanTotals, Orders> of, String currency) {
        row(name + " (lines)", lines(of.apply(comparison.before())), lines(of.apply(comparison.after())), "");
        money(name + ", " + currency, totals -> of.apply(totals).value().toDouble());
    }

    private void transfers(String name, Function<PlanTotals, Orders> of) {
        row(
                name + " (lines, units)",
                transferred(of.apply(comparison.before())),
                transferred(of.apply(comparison.after())),
                "");
    }

    private static String lines(Orders orders) {
        return text("%,d (%,d)", orders.count(), orders.lines());
    }

    private static String transferred(Orders orders) {
        return text("%,d (%,d, %,d)", orders.count(), orders.lines(), orders.units());
    }

    /** Space at its fullest by warehouse and storage class; cash in the first buckets in which its use changes. */
    private void limits() {
        Map<String, List<LimitChange>> spaces = new LinkedHashMap<>();
        List<LimitChange> cash = new ArrayList<>();
        for (LimitChange limit : comparison.limits()) {
            if (limit.kind() != LimitUse.Kind.CASH) {
                spaces.computeIfAbsent(
                                (limit.warehouse() + " " + limit.storageClass()).strip(), none -> new ArrayList<>())
                        .add(limit);
            } else if (Math.abs(limit.usedAfter() - limit.usedBefore()) >= 0.005) {
                cash.add(limit);
            }
        }
        spaces.entrySet().stream().limit(WAREHOUSES).forEach(space -> {
            double before = highest(space.getValue(), LimitChange::usedBefore);
            double after = highest(space.getValue(), LimitChange::usedAfter);
            figures("Space at its fullest, " + space.getKey() + ", %", "%,.1f", 100 * before, 100 * after, false);
        });
        more(spaces.size(), WAREHOUSES, "limited warehouses");
        cash.stream()
                .limit(CASH_BUCKETS)
                .forEach(limit -> figures(
                        "Cash used up to the bucket of " + limit.periodStart(),
                        "%,.2f",
                        limit.usedBefore(),
                        limit.usedAfter(),
                        true));
        more(cash.size(), CASH_BUCKETS, "buckets in which the use of cash changes");
    }

    private static double highest(List<LimitChange> limits, ToDoubleFunction<LimitChange> used) {
        return limits.stream()
                .filter(limit -> limit.limit() > 0)
                .mapToDouble(limit -> used.applyAsDouble(limit) / limit.limit())
                .max()
                .orElse(Double.NaN);
    }

    private void reclassifications() {
        List<Reclassification> all = comparison.reclassifications();
        heading(all.isEmpty() ? "Every question is answered as before" : "Answered differently (SKU-locations)");
        all.stream()
                .sorted(Comparator.comparing(each -> -each.locations().size()))
                .limit(RECLASSIFICATIONS)
                .forEach(each -> line(text(
                        "  %,6d  %s: %s -> %s, such as %s",
                        each.locations().size(),
                        questionName.apply(each.question()),
                        each.from(),
                        each.to(),
                        each.locations().get(0))));
        more(all.size(), RECLASSIFICATIONS, "changes of answers");
    }

    /** Or a better service would look like a loss. */
    private void priceOfShortages() {
        if (comparison.reclassifications().stream()
                .anyMatch(each -> each.question().equals("serviceTarget"))) {
            line(
                    "  Units short or below safety stock are priced by the service target: where it differs, so does their cost.");
        }
    }

    private void movers() {
        List<Mover> all = comparison.movers();
        if (all.isEmpty()) {
            heading("No SKU-location's stock or orders change");
            return;
        }
        heading("What moves most (change of average stock + change of purchases), " + comparison.currency());
        for (Mover mover : comparison.movers(MOVERS)) {
            line(text(
                    "  %s: stock %s -> %s, purchases %s -> %s",
                    mover.location(),
                    money(mover.stockBefore()),
                    money(mover.stockAfter()),
                    money(mover.orderedBefore()),
                    money(mover.orderedAfter())));
            int others = mover.causes().size() - CAUSES;
            for (int i = 0; i < Math.min(CAUSES, mover.causes().size()); i++) {
                boolean last = i == CAUSES - 1 && others > 0;
                line("    " + cause(mover.causes().get(i)) + (last ? "; and " + others + " more" : ""));
            }
            if (mover.causes().isEmpty()) {
                line("    no answer differs: shared limits or the optimizer's search moved it");
            }
        }
        more(all.size(), MOVERS, "SKU-locations that move");
    }

    private String cause(Cause cause) {
        return text(
                "%s: %s%s -> %s%s",
                questionName.apply(cause.question()), cause.from(), by(cause.before()), cause.to(), by(cause.after()));
    }

    private static String by(@Nullable Conclusion conclusion) {
        return conclusion == null
                ? ""
                : text(" by %s (%s:%d)", conclusion.ruleId(), conclusion.file(), conclusion.line());
    }

    private void more(int all, int shown, String what) {
        if (all > shown) {
            line(text("  and %,d more %s", all - shown, what));
        }
    }

    private void money(String name, ToDoubleFunction<PlanTotals> of) {
        figures(name, "%,.2f", of.applyAsDouble(comparison.before()), of.applyAsDouble(comparison.after()), true);
    }

    private void percent(String name, ToDoubleFunction<PlanTotals> of) {
        figures(
                name,
                "%,.2f",
                100 * of.applyAsDouble(comparison.before()),
                100 * of.applyAsDouble(comparison.after()),
                false);
    }

    private void count(String name, ToDoubleFunction<PlanTotals> of) {
        figures(name, "%,.0f", of.applyAsDouble(comparison.before()), of.applyAsDouble(comparison.after()), false);
    }

    /** @param relative whether to tell the change in percent as well */
    private void figures(String name, String format, double before, double after, boolean relative) {
        double change = after - before;
        String signed = signed(format, change);
        String share =
                relative && !signed.equals(SAME) && before != 0 ? text(" (%+.1f %%)", 100 * change / before) : "";
        row(name, text(format, before), text(format, after), signed + share);
    }

    private static String signed(String format, double change) {
        String shown = text(format, change);
        return shown.matches("-?0(\\.0*)?") ? SAME : change > 0 ? "+" + shown : shown;
    }

    private void row(String name, String before, String after, String change) {
        line(text("%-40s %16s %16s   %s", name, before, after, change));
    }

    private void heading(String words) {
        line("");
        line(words);
    }

    private void line(String words) {
        text.append(words.stripTrailing()).append('\n');
    }

    private static String money(Money amount) {
        return text("%,.2f", amount.toDouble());
    }
}
