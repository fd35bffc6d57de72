package org.plenish.web.run;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.NothingFoundException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** How far the planning is, which leads to the plan as soon as it is there; and all runs, each with what it was made of. */
@Controller
class RunController {

    /** Without JavaScript the browser itself asks again. */
    private static final int SECONDS_BETWEEN_REFRESHES = 2;

    private final PlanningRuns runs;
    private final RunQueries queries;
    private final BackgroundPlanning planning;
    private final PlanningProperties properties;
    private final StageTimes times;

    RunController(
            PlanningRuns runs,
            RunQueries queries,
            BackgroundPlanning planning,
            PlanningProperties properties,
            StageTimes times) {
        this.runs = runs;
        this.queries = queries;
        this.planning = planning;
        this.properties = properties;
        this.times = times;
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
        model.addAttribute("times", latest.map(times::of).orElse(null));
        if (latest.isEmpty() || latest.get().isRunning()) {
            model.addAttribute("refreshSeconds", SECONDS_BETWEEN_REFRESHES);
        }
        return htmx ? "run/progress :: steps" : "run/progress";
    }

    @GetMapping("/runs")
    String all(@ModelAttribute("filter") RunFilter filter, Model model) {
        return list(filter, RunForm.of(properties), model);
    }

    @GetMapping("/runs/{id}")
    String one(@PathVariable long id, Model model) {
        model.addAttribute(
                "run",
                queries.find(id).orElseThrow(() -> new NothingFoundException("There is no planning run " + id + ".")));
        model.addAttribute("setAside", queries.setAside(id));
        model.addAttribute("stages", times.taken(id));
        return "run/run";
    }

    /** Asked twice, it plans once: one run works at a time. */
    @PostMapping("/run")
    String plan(Actor actor, @ModelAttribute("form") RunForm form, Model model, HttpServletResponse response) {
        if (!form.problems().isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return list(new RunFilter(null, null, null, null), form, model);
        }
        planning.plan(actor, form.settings(properties));
        return "redirect:/run";
    }

    /** A run that has ended meanwhile stays as it ended. */
    @PostMapping("/run/cancel")
    String cancel(Actor actor) {
        runs.requestCancel(actor);
        return "redirect:/run";
    }

    private String list(RunFilter filter, RunForm form, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("form", form);
        model.addAttribute("page", queries.page(filter));
        model.addAttribute("states", RunProgress.Status.values());
        model.addAttribute("bounds", RunForm.Bound.values());
        model.addAttribute(
                "atWork", runs.findLatest().filter(RunProgress::isRunning).isPresent());
        return "run/runs";
    }
}
