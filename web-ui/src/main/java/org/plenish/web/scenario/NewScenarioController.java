package org.plenish.web.scenario;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.ImportProblem;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.RunListener;
import org.plenish.web.run.ChosenDataset;
import org.plenish.web.run.PlanSource;
import org.plenish.web.run.SampleFiles;
import org.plenish.web.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Begins a scenario of the planned dataset with a change that another page proposes and a person may still alter. */
@Controller
class NewScenarioController {

    private final ScenarioDatasets datasets;
    private final ScenarioReadings readings;
    private final ScenarioDesk desk;
    private final ChosenDataset chosen;

    NewScenarioController(
            ScenarioDatasets datasets, ScenarioReadings readings, ScenarioDesk desk, ChosenDataset chosen) {
        this.datasets = datasets;
        this.readings = readings;
        this.desk = desk;
        this.chosen = chosen;
    }

    /** @param proposed the change, as its form sends it */
    @GetMapping("/scenarios/new")
    String form(
            @RequestParam(defaultValue = "service") String kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam MultiValueMap<String, String> proposed,
            Model model) {
        return fill(model, name, ChangeForm.of(kind, proposed), List.of());
    }

    @PostMapping("/scenarios/new")
    String create(
            Actor actor,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        Long datasetId = plannedId();
        Dataset dataset = datasets.read(datasetId, RunListener.SILENT);
        ChangeForm form = ChangeForm.of(kind, sent);
        try {
            String blank = ScenarioText.blank(ScenarioDesk.requireName(name)).content();
            ScenarioText text = new ScenarioText(
                    ChangeList.add(blank, form.yaml()).orElseThrow().content());
            List<ImportProblem> problems = text.check(dataset).problems();
            if (problems.isEmpty()) {
                return "redirect:" + ScenarioController.address(desk.create(actor, text, name, datasetId));
            }
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return fill(model, name, form, problems);
        } catch (ScenarioRefusedException refused) {
            ScenarioController.tell(refused, model, response);
            return fill(model, name, form, List.of());
        }
    }

    private @Nullable Long plannedId() {
        return chosen.find().map(PlanSource::datasetId).orElse(null);
    }

    private String fill(Model model, String name, ChangeForm form, List<ImportProblem> formProblems) {
        model.addAttribute("name", name);
        model.addAttribute("form", form);
        model.addAttribute("formProblems", formProblems);
        model.addAttribute("planned", chosen.find().map(PlanSource::name).orElse(SampleFiles.NAME));
        try {
            model.addAttribute("choices", readings.choices(plannedId()));
        } catch (IllegalStateException unreadable) {
            // Without the dataset nothing can be chosen or checked; the page tells why.
            model.addAttribute("unreadable", unreadable.getMessage());
        }
        return "scenario/new";
    }
}
