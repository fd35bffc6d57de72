package org.plenish.web.scenario;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenish.web.run.ChosenDataset;
import org.plenish.web.run.PlanSource;
import org.plenish.web.run.SampleFiles;
import org.plenish.web.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The scenarios, and one with its text, its run and what can be done with it. */
@Controller
class ScenarioController {

    private final ScenarioQueries queries;
    private final ScenarioTemplates templates;
    private final ScenarioDesk desk;
    private final ScenarioPages pages;
    private final ChosenDataset chosen;

    ScenarioController(
            ScenarioQueries queries,
            ScenarioTemplates templates,
            ScenarioDesk desk,
            ScenarioPages pages,
            ChosenDataset chosen) {
        this.queries = queries;
        this.templates = templates;
        this.desk = desk;
        this.pages = pages;
        this.chosen = chosen;
    }

    @GetMapping("/scenarios")
    String all(Actor actor, @RequestParam(defaultValue = "false") boolean discarded, Model model) {
        return list(actor, discarded, model);
    }

    /** @param dataset blank: the sample */
    @PostMapping("/scenarios")
    String create(
            Actor actor,
            @RequestParam(defaultValue = "") String template,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable Long dataset,
            Model model,
            HttpServletResponse response) {
        try {
            return "redirect:" + address(desk.create(actor, template, name, dataset));
        } catch (ScenarioRefusedException refused) {
            tell(refused, model, response);
            return list(actor, false, model);
        }
    }

    @GetMapping("/scenarios/{id}")
    String one(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String kind, Model model) {
        return pages.fill(model, actor, id, null, ChangeForm.blank(kind), List.of());
    }

    /** What was typed is not lost where it cannot be kept. */
    @PostMapping("/scenarios/{id}/save")
    String save(
            Actor actor,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam String content,
            Model model,
            HttpServletResponse response) {
        try {
            desk.save(actor, id, version, content);
            return "redirect:" + address(id);
        } catch (ScenarioRefusedException refused) {
            tell(refused, model, response);
            return pages.fill(model, actor, id, content, ChangeForm.blank(""), List.of());
        }
    }

    @PostMapping("/scenarios/{id}/share")
    String share(
            Actor actor,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam boolean shared,
            Model model,
            HttpServletResponse response) {
        return act(actor, id, model, response, () -> {
            desk.share(actor, id, version, shared);
            return address(id);
        });
    }

    @PostMapping("/scenarios/{id}/copy")
    String copy(Actor actor, @PathVariable long id, Model model, HttpServletResponse response) {
        return act(actor, id, model, response, () -> address(desk.copy(actor, id)));
    }

    @PostMapping("/scenarios/{id}/discard")
    String discard(
            Actor actor,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return act(actor, id, model, response, () -> {
            desk.discard(actor, id, version, reason);
            return "/scenarios";
        });
    }

    @PostMapping("/scenarios/{id}/run")
    String run(Actor actor, @PathVariable long id, Model model, HttpServletResponse response) {
        return act(actor, id, model, response, () -> {
            desk.run(actor, id);
            return address(id) + "#run";
        });
    }

    /** A run that has ended meanwhile stays as it ended. */
    @PostMapping("/scenarios/{id}/cancel")
    String cancel(Actor actor, @PathVariable long id, Model model, HttpServletResponse response) {
        return act(actor, id, model, response, () -> {
            desk.cancel(actor, id);
            return address(id) + "#run";
        });
    }

    private String act(Actor actor, long id, Model model, HttpServletResponse response, Supplier<String> action) {
        try {
            return "redirect:" + action.get();
        } catch (ScenarioRefusedException refused) {
            tell(refused, model, response);
            return pages.fill(model, actor, id, null, ChangeForm.blank(""), List.of());
        }
    }

    private String list(Actor actor, boolean discarded, Model model) {
        model.addAttribute("scenarios", queries.rows(actor.userName(), discarded));
        model.addAttribute("discarded", discarded);
        model.addAttribute("templates", templates.all());
        model.addAttribute("datasets", queries.datasets());
        Optional<PlanSource> planned = chosen.find();
        model.addAttribute("planned", planned.map(PlanSource::name).orElse(SampleFiles.NAME));
        model.addAttribute("plannedId", planned.map(PlanSource::datasetId).orElse(null));
        return "scenario/scenarios";
    }

    static void tell(ScenarioRefusedException refused, Model model, HttpServletResponse response) {
        response.setStatus(refused.status().value());
        model.addAttribute("refused", refused);
    }

    static String address(long id) {
        return "/scenarios/" + id;
    }
}
