package org.plenish.web.rulebook.edit;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plenish.rules.RuleBookException;
import org.plenish.rules.UndecidedException;
import org.plenish.rules.vocabulary.Topic;
import org.plenish.web.rulebook.Draft;
import org.plenish.web.rulebook.Drafts;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a draft says of one article, made up or of the current plan, beside the book in force. */
@Controller
class TryController {

    private static final int MOST_PROBLEMS_TOLD = 3;

    private final Drafts drafts;
    private final CheckDesk desk;
    private final SeenInPlan plan;

    TryController(Drafts drafts, CheckDesk desk, SeenInPlan plan) {
        this.drafts = drafts;
        this.desk = desk;
        this.plan = plan;
    }

    /**
     * The form; with the answers if it was sent.
     *
     * @param action {@code try}: by the values given; {@code take}: by those of an article of the plan
     * @param sent the values too
     */
    @GetMapping("/rule-book/drafts/{id}/edit/try")
    String tryOut(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "policy") String topic,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String warehouse,
            @RequestParam(name = "do", defaultValue = "") String action,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        Draft draft = drafts.get(id);
        model.addAttribute("draft", draft);
        model.addAttribute("links", new EditLinks(id));
        model.addAttribute("topics", Topic.values());
        model.addAttribute("item", item);
        model.addAttribute("warehouse", warehouse);
        model.addAttribute("standing", desk.standing().name());
        TryForm form = TryForm.of(TryForm.topic(topic), new HashMap<>(sent));
        try {
            if (action.equals("take")) {
                form = taken(item.strip(), warehouse.strip());
            }
            if (!action.isEmpty() && form.problems().isEmpty()) {
                model.addAttribute("trial", trial(draft, form));
            }
        } catch (RefusedException refused) {
            response.setStatus(refused.status().value());
            model.addAttribute("refused", refused);
        }
        if (!form.problems().isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        model.addAttribute("form", form);
        model.addAttribute("taken", action.equals("take"));
        return "rulebook/edit-try";
    }

    private TryForm taken(String item, String warehouse) {
        Optional<Map<String, String>> seen = plan.find(item, warehouse);
        return TryForm.of(
                Topic.POLICY,
                seen.orElseThrow(() -> new RefusedException(
                        HttpStatus.NOT_FOUND, "ruleedit.refused.noArticle", shown(item), shown(warehouse))));
    }

    private static String shown(String text) {
        return text.isEmpty() ? "–" : text.substring(0, Math.min(text.length(), 60));
    }

    private Trial trial(Draft draft, TryForm form) {
        try {
            return Trial.of(
                    form.topic(),
                    form.article(),
                    desk.book(drafts.toBookFiles(draft)),
                    desk.book(desk.standing().files()));
        } catch (RuleBookException e) {
            String told = e.problems().stream()
                    .limit(MOST_PROBLEMS_TOLD)
                    .map(problem -> problem.toString().replace('\n', ' '))
                    .collect(Collectors.joining("\n"));
            return new Trial(List.of(), told);
        } catch (UndecidedException e) {
            return new Trial(List.of(), String.valueOf(e.getMessage()));
        }
    }
}
