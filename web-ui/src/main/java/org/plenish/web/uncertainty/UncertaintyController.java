package org.plenish.web.uncertainty;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.simulate.sample.SimulationSettings.Conduct;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What may happen to the plan. */
@Controller
class UncertaintyController {

    private static final int SECONDS_BETWEEN_REFRESHES = 3;

    private final UncertaintyJobs jobs;
    private final UncertaintyQueries queries;
    private final RiskQueries risks;

    UncertaintyController(UncertaintyJobs jobs, UncertaintyQueries queries, RiskQueries risks) {
        this.jobs = jobs;
        this.queries = queries;
        this.risks = risks;
    }

    @GetMapping(RiskFilter.PATH)
    String page(PlanHeader plan, @ModelAttribute("filter") RiskFilter filter, Model model) {
        Optional<UncertaintyJob> job = jobs.find(plan.runId());
        model.addAttribute("job", job.orElse(null));
        if (job.filter(UncertaintyJob::isOpen).isPresent()) {
            model.addAttribute("refreshSeconds", SECONDS_BETWEEN_REFRESHES);
        }
        if (job.filter(UncertaintyJob::isFinished).isPresent()) {
            addFound(plan, filter, model);
        }
        return "uncertainty/what-may-happen";
    }

    private void addFound(PlanHeader plan, RiskFilter filter, Model model) {
        Conduct conduct = filter.conductOrDefault();
        model.addAttribute("conduct", conduct);
        model.addAttribute("conducts", Conduct.values());
        model.addAttribute("figures", queries.figures(plan.runId(), conduct));
        model.addAttribute("expected", queries.expected(plan.runId()));
        model.addAttribute("stock", queries.byBucket(plan, conduct, UncertaintyStore.STOCK));
        model.addAttribute("cash", queries.byBucket(plan, conduct, UncertaintyStore.CASH_COMMITTED));
        model.addAttribute("shortages", queries.shortages(plan, conduct));
        model.addAttribute("list", risks.list(plan, filter));
        model.addAttribute("warehouses", risks.warehouses(plan.runId()));
        model.addAttribute("abcClasses", AbcClass.values());
        model.addAttribute(
                "buckets",
                IntStream.range(0, plan.bucketCount())
                        .mapToObj(plan.buckets()::start)
                        .toList());
    }

    /** How far it is, for a page that waits; once it has ended, that page is to be fetched anew. */
    @GetMapping(RiskFilter.PATH + "/progress")
    String progress(PlanHeader plan, Model model, HttpServletResponse response) {
        Optional<UncertaintyJob> job = jobs.find(plan.runId());
        if (job.filter(UncertaintyJob::isOpen).isEmpty()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("job", job.orElse(null));
        return "uncertainty/what-may-happen :: progress";
    }
}
