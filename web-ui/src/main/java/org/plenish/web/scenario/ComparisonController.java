package org.plenish.web.scenario;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.web.scenario.Comparison.Entry;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.Figures;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Scenarios side by side; each column fills in as soon as its run is finished. */
@Controller
class ComparisonController {

    /** Without JavaScript the browser itself asks again. */
    private static final int SECONDS_BETWEEN_REFRESHES = 3;

    private static final int LINES_A_PAGE = 25;

    private final Comparisons comparisons;

    ComparisonController(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    /**
     * The page.
     *
     * @param of whose lines are shown; null: those of the first that is planned
     */
    @GetMapping("/scenarios/compare")
    String compare(
            Actor actor,
            @RequestParam(defaultValue = "") List<Long> scenario,
            @RequestParam(required = false) @Nullable Long of,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Comparison comparison = comparisons.of(actor.userName(), scenario);
        List<Entry> planned = comparison.planned();
        model.addAttribute("comparison", comparison);
        planned.stream()
                .filter(entry -> of == null || entry.scenario().id() == of)
                .findFirst()
                .ifPresent(entry -> addLines(entry, page, model));
        if (comparison.first() != null) {
            model.addAttribute("money", new Figures(comparison.first().currency()));
        }
        if (comparison.isOpen()) {
            model.addAttribute("refreshSeconds", SECONDS_BETWEEN_REFRESHES);
        }
        return "scenario/compare";
    }

    private static void addLines(Entry entry, int page, Model model) {
        ScenarioResult result = entry.result();
        if (result == null) {
            return;
        }
        int pages = Math.max(1, (result.lines().size() + LINES_A_PAGE - 1) / LINES_A_PAGE);
        int shown = Math.min(Math.max(1, page), pages);
        model.addAttribute("of", entry);
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("changed", result.changed());
        model.addAttribute(
                "lines",
                result.lines()
                        .subList(
                                (shown - 1) * LINES_A_PAGE,
                                Math.min(shown * LINES_A_PAGE, result.lines().size())));
    }

    /**
     * How far the runs are, for a page that waits.
     *
     * @param seen how many that page shows already
     */
    @GetMapping("/scenarios/compare/progress")
    String progress(
            Actor actor,
            @RequestParam(defaultValue = "") List<Long> scenario,
            @RequestParam(defaultValue = "0") int seen,
            Model model,
            HttpServletResponse response) {
        Comparison comparison = comparisons.of(actor.userName(), scenario);
        model.addAttribute("comparison", comparison);
        if (comparison.planned().size() != seen || !comparison.isOpen()) {
            response.setHeader("HX-Refresh", "true");
        }
        return "scenario/compare :: progress";
    }
}
