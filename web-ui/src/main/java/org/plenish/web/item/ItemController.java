package org.plenish.web.item;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenish.web.item.life.ItemComments;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.PageAddress;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.RefusedException;
import org.plenish.web.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** One article at one warehouse, what people say about it, and why one line is proposed. */
@Controller
class ItemController {

    private static final String ALL = "all";

    private final ItemPages pages;
    private final LineExplanations explanations;
    private final ItemComments comments;

    ItemController(ItemPages pages, LineExplanations explanations, ItemComments comments) {
        this.pages = pages;
        this.explanations = explanations;
        this.comments = comments;
    }

    /**
     * By parameters, since an article's number may hold any character.
     *
     * @param history {@code all}: with every bucket that is kept
     */
    @GetMapping("/item")
    String item(
            PlanHeader plan,
            Actor actor,
            Locale locale,
            @RequestParam String item,
            @RequestParam String warehouse,
            @RequestParam(defaultValue = "") String history,
            Model model) {
        pages.fill(plan, item, warehouse, history.equals(ALL), locale, model);
        model.addAttribute("changes", actor.is(Role.PLANNER) || actor.is(Role.ANALYST));
        model.addAttribute("comments", !actor.is(Role.AUDITOR) && !actor.is(Role.ADMINISTRATOR));
        return "item/item";
    }

    /** @param answers the comment that it answers; null: it begins a thread */
    @PostMapping("/item/comments")
    String comment(
            PlanHeader plan,
            Actor actor,
            Locale locale,
            @RequestParam String item,
            @RequestParam String warehouse,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable Long answers,
            Model model,
            HttpServletResponse response) {
        try {
            comments.add(actor, item, warehouse, text, answers);
            return "redirect:" + PageAddress.of("/item").with("item", item).with("warehouse", warehouse) + "#comments";
        } catch (RefusedException refused) {
            response.setStatus(refused.status().value());
            model.addAttribute("refused", refused);
            model.addAttribute("said", text);
            return item(plan, actor, locale, item, warehouse, "", model);
        }
    }

    /** @param run of a plan that came before, whose line a person has kept; null: the current one */
    @GetMapping("/explanations/{number}/{line}")
    String explanation(
            PlanHeader plan,
            @PathVariable String number,
            @PathVariable int line,
            @RequestParam(required = false) @Nullable Long run,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            Model model) {
        model.addAttribute(
                "explained",
                explanations
                        .find(run == null ? plan.runId() : run, number, line)
                        .orElseThrow(() -> new NothingFoundException(
                                "The current plan has no line " + line + " of " + number + ".")));
        return htmx ? "item/explanation :: why(explained=${explained}, lead=${true})" : "item/explanation";
    }
}
