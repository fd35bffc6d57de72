package org.plenish.web.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.policy.SituationKind;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All exceptions of the plan, gravest first, a page at a time. */
@Controller
class ExceptionController {

    private static final int LINES_A_PAGE = 100;

    private final PlanQueries queries;

    ExceptionController(PlanQueries queries) {
        this.queries = queries;
    }

    /** @param after rank of the last exception of the page before */
    @GetMapping("/exceptions")
    String exceptions(
            PlanHeader plan,
            @RequestParam(required = false) @Nullable SituationKind kind,
            @RequestParam(defaultValue = "0") int after,
            Model model) {
        List<ExceptionKind> kinds = queries.exceptionKinds(plan.runId());
        List<ExceptionLine> page = queries.exceptions(plan.runId(), kind, after, LINES_A_PAGE + 1);
        boolean more = page.size() > LINES_A_PAGE;
        List<ExceptionLine> lines = more ? page.subList(0, LINES_A_PAGE) : page;
        model.addAttribute("kinds", kinds);
        model.addAttribute("kind", kind == null ? null : kind.name());
        model.addAttribute(
                "total", kinds.stream().mapToInt(ExceptionKind::count).sum());
        model.addAttribute("after", after);
        model.addAttribute("next", more ? lines.get(LINES_A_PAGE - 1).rank() : null);
        model.addAttribute("lines", lines);
        return "plan/exceptions";
    }
}
