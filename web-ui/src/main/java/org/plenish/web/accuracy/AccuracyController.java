package org.plenish.web.accuracy;

import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How good the forecasts of the plan are. */
@Controller
class AccuracyController {

    private static final int ROWS_A_PAGE = 50;

    private final AccuracyQueries queries;

    AccuracyController(AccuracyQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/forecast-accuracy")
    String accuracy(PlanHeader plan, @RequestParam(defaultValue = "1") int page, Model model) {
        AccuracySummary summary = queries.summary(plan.runId());
        int pages = Math.max(1, (summary.judged() + ROWS_A_PAGE - 1) / ROWS_A_PAGE);
        int shown = Math.min(Math.max(page, 1), pages);
        model.addAttribute("summary", summary);
        model.addAttribute("outOfControl", queries.outOfControl(plan.runId()));
        model.addAttribute("given", queries.findGiven(plan.runId()).orElse(null));
        model.addAttribute("categories", queries.categories(plan.runId()));
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("rows", queries.rows(plan.runId(), (shown - 1) * ROWS_A_PAGE, ROWS_A_PAGE));
        return "accuracy/accuracy";
    }
}
