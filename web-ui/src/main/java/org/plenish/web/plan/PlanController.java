package org.plenish.web.plan;

import org.plenish.web.run.RunQueries;
import org.plenish.web.run.RunRecord;
import org.plenish.web.shared.LimitQueries;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.ReleaseQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of the plan: what it is worth and what limits it. */
@Controller
class PlanController {

    private final PlanQueries queries;
    private final LimitQueries limits;
    private final ReleaseQueries releases;
    private final RunQueries runs;

    PlanController(PlanQueries queries, LimitQueries limits, ReleaseQueries releases, RunQueries runs) {
        this.queries = queries;
        this.limits = limits;
        this.releases = releases;
        this.runs = runs;
    }

    @GetMapping("/plan")
    String plan(PlanHeader plan, Model model) {
        model.addAttribute("summary", queries.summary(plan.runId()));
        model.addAttribute("orders", releases.purchaseOrders(plan));
        model.addAttribute("transfers", releases.transfers(plan));
        model.addAttribute("limits", limits.limits(plan.runId()));
        model.addAttribute("raisedLimits", queries.raisedLimits(plan.runId()));
        model.addAttribute("exceptionKinds", queries.exceptionKinds(plan.runId()));
        model.addAttribute("gravest", queries.gravestExceptions(plan.runId()));
        model.addAttribute("violations", queries.violations(plan.runId()));
        model.addAttribute("future", queries.findFuture(plan.runId()).orElse(null));
        model.addAttribute("futureToCome", queries.isFutureToCome(plan.runId()));
        model.addAttribute(
                "setAsideLines",
                runs.find(plan.runId()).map(RunRecord::setAsideLines).orElse(0L));
        return "plan/plan";
    }
}
