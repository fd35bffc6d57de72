package org.plenish.web.item;

import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** One article at one warehouse, and why one line is proposed. */
@Controller
class ItemController {

    private final ItemQueries queries;
    private final LineExplanations explanations;

    ItemController(ItemQueries queries, LineExplanations explanations) {
        this.queries = queries;
        this.explanations = explanations;
    }

    /** By parameters, since an article's number may hold any character. */
    @GetMapping("/item")
    String item(PlanHeader plan, @RequestParam String item, @RequestParam String warehouse, Model model) {
        ItemAtWarehouse found = queries.find(plan, item, warehouse)
                .orElseThrow(() ->
                        new NothingFoundException("The current plan has no item " + item + " at " + warehouse + "."));
        ItemQueries.Details details = queries.details(plan, item, warehouse);
        model.addAttribute("item", found);
        model.addAttribute("demandPoints", details.series().demandPoints());
        model.addAttribute("stockPoints", details.series().stockPoints());
        model.addAttribute("corrections", details.corrections());
        model.addAttribute("conclusions", details.conclusions());
        model.addAttribute("policySteps", details.policySteps());
        model.addAttribute("exceptions", queries.exceptions(plan.runId(), item, warehouse));
        model.addAttribute("proposals", explanations.of(plan.runId(), item, warehouse));
        model.addAttribute(
                "chances", queries.findStockoutChances(plan, item, warehouse).orElse(null));
        model.addAttribute("siblings", queries.siblings(plan, item));
        return "item/item";
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
