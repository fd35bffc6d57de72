package org.plenish.web.dataset;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.plenish.web.run.PlanningRuns;
import org.plenish.web.run.RunFilter;
import org.plenish.web.run.RunProgress;
import org.plenish.web.run.RunQueries;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.RefusedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The datasets, and one with its files, its runs and what can be done with it. */
@Controller
class DatasetController {

    private final DatasetQueries queries;
    private final DatasetDesk desk;
    private final PlanningRuns runs;
    private final RunQueries runQueries;

    DatasetController(DatasetQueries queries, DatasetDesk desk, PlanningRuns runs, RunQueries runQueries) {
        this.queries = queries;
        this.desk = desk;
        this.runs = runs;
        this.runQueries = runQueries;
    }

    @GetMapping("/datasets")
    String all(@RequestParam(required = false) @Nullable Long before, Model model) {
        return list(before, model);
    }

    @GetMapping("/datasets/{id}")
    String one(@PathVariable long id, Model model) {
        return dataset(id, model);
    }

    @PostMapping("/datasets/sample/plan")
    String planSample(Actor actor, @RequestParam long replacing, Model model, HttpServletResponse response) {
        try {
            desk.plan(actor, null, replacing);
            return "redirect:/run";
        } catch (RefusedException refused) {
            tell(refused, model, response);
            return list(null, model);
        }
    }

    @PostMapping("/datasets/{id}/plan")
    String plan(
            Actor actor,
            @PathVariable long id,
            @RequestParam long replacing,
            Model model,
            HttpServletResponse response) {
        try {
            desk.plan(actor, id, replacing);
            return "redirect:/run";
        } catch (RefusedException refused) {
            tell(refused, model, response);
            return dataset(id, model);
        }
    }

    @PostMapping("/datasets/{id}/delete")
    String delete(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        try {
            desk.delete(actor, id, reason);
            return "redirect:/datasets";
        } catch (RefusedException refused) {
            tell(refused, model, response);
            return dataset(id, model);
        }
    }

    private static void tell(RefusedException refused, Model model, HttpServletResponse response) {
        response.setStatus(refused.status().value());
        model.addAttribute("refused", refused);
    }

    private String list(@Nullable Long before, Model model) {
        model.addAttribute("page", queries.page(before));
        model.addAttribute("sample", queries.sample());
        model.addAttribute("atWork", isAtWork());
        return "dataset/datasets";
    }

    private String dataset(long id, Model model) {
        model.addAttribute("dataset", desk.find(id));
        model.addAttribute("files", queries.files(id));
        model.addAttribute("runs", runQueries.page(RunFilter.ofDataset(id)));
        model.addAttribute("atWork", isAtWork());
        return "dataset/dataset";
    }

    private boolean isAtWork() {
        return runs.findLatest().filter(RunProgress::isRunning).isPresent();
    }
}
