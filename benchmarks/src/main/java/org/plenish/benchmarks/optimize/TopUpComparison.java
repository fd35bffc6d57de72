package org.plenish.benchmarks.optimize;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plenish.engine.io.DatasetReader;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.optimize.CostBreakdown;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.optimize.PlanOptimizer;
import org.plenish.engine.optimize.ReplenishmentProblem;
import org.plenish.engine.optimize.TopUpTuning;
import org.plenish.engine.plan.PlanningRun;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunSettings;
import org.plenish.rules.DroolsPolicyEngine;
import org.plenish.rules.RuleBook;

/** A dataset planned by the optimizer and by topping up in several styles, all by the same cost and limits. */
final class TopUpComparison {

    private TopUpComparison() {}

    /** @throws IllegalArgumentException if the dataset cannot be read */
    static boolean run(Path folder, OptimizerSettings settings, PrintWriter out) {
        Dataset dataset = DatasetReader.read(folder).dataset();
        if (dataset == null) {
            throw new IllegalArgumentException(folder + " cannot be read; plenish import tells why.");
        }
        RuleBook book = RuleBook.standard();
        List<ReplenishmentProblem> problems = new ArrayList<>();
        PlanningRun run = new PlanningRun(
                book.methodRules(),
                new DroolsPolicyEngine(book, settings.threads()),
                book.exceptionRules(),
                (problem, ownSettings, progress) -> {
                    problems.add(problem);
                    return new PlanOptimizer().optimize(problem, ownSettings, progress);
                });
        ReplenishmentPlan plan = run.run(dataset, new RunSettings(settings, settings.threads()), RunListener.SILENT);
        ExactProblem problem = new ExactProblem(problems.get(0));

        out.printf(
                Locale.ROOT,
                "%s: %,d SKU-locations, %d periods; planned in %s seconds%n",
                dataset.settings().name(),
                plan.locations().size(),
                problem.periods(),
                plan.secondsByStage());
        print(out, "optimized", plan.cost(), plan.violations().size(), "");
        out.printf(
                Locale.ROOT,
                "no plan within the limits costs less than %,.2f (gap %.2f %%)%n",
                plan.lowerBound(),
                100 * plan.gap());
        List<TopUpTuning.Style> ofTheRules = TopUpTuning.styles(
                problem, "the rules' own levels", new PolicyLevels(problem.problem(), plan.locations()));
        List<TopUpTuning.Style> all = new ArrayList<>(TopUpTuning.styles(problem));
        all.addAll(ofTheRules);
        print(out, plan, TopUpTuning.best(problem, ofTheRules));
        print(out, plan, TopUpTuning.best(problem, all));
        out.flush();
        return plan.violations().isEmpty();
    }

    private static void print(PrintWriter out, ReplenishmentPlan plan, TopUpTuning.Outcome topUp) {
        double more = topUp.plan().cost().total() - plan.cost().total();
        print(
                out,
                "top-up to " + topUp.style().name(),
                topUp.plan().cost(),
                topUp.plan().violations().size(),
                String.format(
                        Locale.ROOT,
                        "; the plan saves %,.2f, %.1f %% of it",
                        more,
                        100 * more / topUp.plan().cost().total()));
    }

    private static void print(PrintWriter out, String name, CostBreakdown cost, int violations, String remark) {
        out.printf(
                Locale.ROOT,
                "%s: %,.2f with %d limits not kept%s%n  buying dearer %,.2f, lines and orders %,.2f, holding %,.2f,"
                        + " short %,.2f, below safety stock %,.2f, moving %,.2f, scrap %,.2f, left over %,.2f%n",
                name,
                cost.total(),
                violations,
                remark,
                cost.purchasePremium(),
                cost.orderLines() + cost.orderHeaders(),
                cost.holding(),
                cost.backorder() + cost.terminalBacklog(),
                cost.belowSafetyStock(),
                cost.transferUnits() + cost.trucks(),
                cost.scrap(),
                cost.obsolescence());
    }
}
