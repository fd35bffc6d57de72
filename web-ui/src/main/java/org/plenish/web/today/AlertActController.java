package org.plenish.web.today;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.OrderSteps.Answer;
import org.plenish.web.shared.OrderSteps.Step;
import org.plenish.web.shared.OrderSteps.Wish;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.RefusedException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a person does about an alert where it stands. Afterwards they are where they were: by a redirect, or, asked by htmx,
 * with the changed part of the page. What is refused is told there too; htmx shows only what has succeeded.
 */
@Controller
class AlertActController {

    private final AlertQueries queries;
    private final AlertActs acts;
    private final TodayPage page;
    private final MessageSource texts;

    AlertActController(AlertQueries queries, AlertActs acts, TodayPage page, MessageSource texts) {
        this.queries = queries;
        this.acts = acts;
        this.page = page;
        this.texts = texts;
    }

    /** Takes the next step of an order, or cuts it. */
    @PostMapping("/alerts/act")
    String act(
            PlanHeader plan,
            Actor actor,
            AlertPlace place,
            @RequestParam Step step,
            @RequestParam String number,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable Long line,
            @RequestParam(required = false) @Nullable Integer keptUnits,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam UUID request,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told) {
        Alert alert = queries.require(plan, actor.userName(), place);
        Wish wish = new Wish(step, number, version, line, keptUnits, reason, request);
        Answer answer = acts.take(actor, plan, alert, wish, locale);
        return answer(plan, actor, place, number, answer, htmx, model, response, told);
    }

    /** Records what people do outside the product. */
    @PostMapping("/alerts/decide")
    String decide(
            PlanHeader plan,
            Actor actor,
            AlertPlace place,
            @RequestParam Decision decision,
            @RequestParam(defaultValue = "") String percent,
            @RequestParam(defaultValue = "") String until,
            @RequestParam UUID request,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told) {
        Alert alert = queries.require(plan, actor.userName(), place);
        Answer answer;
        try {
            answer = acts.decide(actor, alert, decision, percent, until, request, locale);
        } catch (RefusedException refused) {
            answer = new Answer(refused.status().value(), texts.getMessage(refused.key(), refused.values(), locale));
        }
        return answer(plan, actor, place, null, answer, htmx, model, response, told);
    }

    /** @param order whose other alerts have changed with this one; null: none has */
    private String answer(
            PlanHeader plan,
            Actor actor,
            AlertPlace place,
            @Nullable String order,
            Answer answer,
            boolean htmx,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirected) {
        Told told = Told.of(place, answer.isDone(), answer.message());
        if (!htmx && answer.isDone()) {
            redirected.addFlashAttribute("told", told);
            return "redirect:" + place.address();
        }
        model.addAttribute("told", told);
        if (htmx) {
            return part(plan, actor, place, order, model);
        }
        response.setStatus(answer.status());
        if (place.list()) {
            page.fillList(plan, actor, place.filter(), model);
            return "today/alerts";
        }
        page.fill(plan, actor, model);
        return "today/today";
    }

    private String part(PlanHeader plan, Actor actor, AlertPlace place, @Nullable String order, Model model) {
        if (place.list()) {
            page.fillRow(actor, queries.require(plan, actor.userName(), place), model);
            return "today/answer :: row";
        }
        page.fillChanged(plan, actor, place.panel(), order, model);
        return "today/answer :: panels";
    }
}
