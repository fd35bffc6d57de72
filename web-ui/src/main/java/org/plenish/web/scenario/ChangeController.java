package org.plenish.web.scenario;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.plenish.engine.io.ImportProblem;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.RunListener;
import org.plenish.web.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adds what a form says to a scenario, if the engine takes it. */
@Controller
class ChangeController {

    private final ScenarioQueries queries;
    private final ScenarioDatasets datasets;
    private final ScenarioDesk desk;
    private final ScenarioPages pages;

    ChangeController(ScenarioQueries queries, ScenarioDatasets datasets, ScenarioDesk desk, ScenarioPages pages) {
        this.queries = queries;
        this.datasets = datasets;
        this.desk = desk;
        this.pages = pages;
    }

    @PostMapping("/scenarios/{id}/changes")
    String add(
            Actor actor,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam String kind,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        StoredScenario scenario = queries.get(actor.userName(), id);
        ChangeForm form = ChangeForm.of(kind, sent);
        try {
            Optional<ChangeList.Added> added = ChangeList.add(scenario.content(), form.yaml());
            if (added.isEmpty()) {
                throw new ScenarioRefusedException(HttpStatus.BAD_REQUEST, id, "scenario.refused.byHand");
            }
            List<ImportProblem> problems = problems(scenario, added.get());
            if (problems.isEmpty()) {
                desk.save(actor, id, version, added.get().content());
                return "redirect:" + ScenarioController.address(id) + "#changes-title";
            }
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return pages.fill(model, actor, id, null, form, problems);
        } catch (ScenarioRefusedException refused) {
            ScenarioController.tell(refused, model, response);
            return pages.fill(model, actor, id, null, form, List.of());
        }
    }

    /** Those of the new change; or all, if the text has become worse by it elsewhere. */
    private List<ImportProblem> problems(StoredScenario scenario, ChangeList.Added added) {
        Dataset dataset = datasets.read(scenario.datasetId(), RunListener.SILENT);
        List<ImportProblem> after =
                new ScenarioText(added.content()).check(dataset).problems();
        List<ImportProblem> own = after.stream()
                .filter(problem -> problem.line() >= added.firstLine() && problem.line() <= added.lastLine())
                .toList();
        int before =
                new ScenarioText(scenario.content()).check(dataset).problems().size();
        return own.isEmpty() && after.size() > before ? after : own;
    }
}
