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

    @GetMapping("/exceptions")
    String exceptions(
            PlanHeader plan,
            @RequestParam @Nullable SituationKind kind,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        List<ExceptionKind> kinds = queries.exceptionKinds(plan.runId());
        int count = kinds.stream()
                .filter(each -> kind == null || each.kind().equals(kind.name()))
                .mapToInt(ExceptionKind::count)
                .sum();
        int pages = Math.max(1, (count + LINES_A_PAGE - 1) / LINES_A_PAGE);
        int shown = Math.min(Math.max(page, 1), pages);
        model.addAttribute("kinds", kinds);
        model.addAttribute("kind", kind == null ? null : kind.name());
        model.addAttribute(
                "total", kinds.stream().mapToInt(ExceptionKind::count).sum());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("lines", queries.exceptions(plan.runId(), kind, (shown - 1) * LINES_A_PAGE, LINES_A_PAGE));
        return "plan/exceptions";
    }
}
