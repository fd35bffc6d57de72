package org.plenish.web.run;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.plenish.web.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** How far the planning is; leads to the plan as soon as it is there. */
@Controller
class RunController {

    /** Without JavaScript the browser itself asks again. */
    private static final int SECONDS_BETWEEN_REFRESHES = 2;

    private final PlanningRuns runs;
    private final BackgroundPlanning planning;

    RunController(PlanningRuns runs, BackgroundPlanning planning) {
        this.runs = runs;
        this.planning = planning;
    }

    @GetMapping("/run")
    String progress(
            Model model,
            HttpServletResponse response,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx) {
        Optional<RunProgress> latest = runs.findLatest();
        if (latest.isPresent() && latest.get().status() == RunProgress.Status.FINISHED) {
            if (htmx) {
                response.setHeader("HX-Redirect", "/");
                return "run/progress :: steps";
            }
            return "redirect:/";
        }
        model.addAttribute("run", latest.orElse(null));
        if (latest.isEmpty() || latest.get().isRunning()) {
            model.addAttribute("refreshSeconds", SECONDS_BETWEEN_REFRESHES);
        }
        return htmx ? "run/progress :: steps" : "run/progress";
    }

    /** Asked twice, it plans once: one run works at a time. */
    @PostMapping("/run")
    String plan(Actor actor) {
        planning.plan(actor);
        return "redirect:/run";
    }

    /** A run that has ended meanwhile stays as it ended. */
    @PostMapping("/run/cancel")
    String cancel(Actor actor) {
        runs.requestCancel(actor);
        return "redirect:/run";
    }
}
