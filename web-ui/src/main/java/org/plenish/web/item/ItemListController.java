package org.plenish.web.item;

import jakarta.servlet.http.HttpServletResponse;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.DemandClass;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.SituationKind;
import org.plenish.web.shared.PlanHeader;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

/** The list of all SKU-locations. */
@Controller
class ItemListController {

    private final ItemListQueries queries;

    ItemListController(ItemListQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/items")
    String items(
            PlanHeader plan,
            @ModelAttribute("filter") ItemFilter filter,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            @RequestHeader(name = "HX-History-Restore-Request", defaultValue = "false") boolean restore,
            Model model,
            HttpServletResponse response) {
        // One address answers with a page or with its list; a cache must not take one for the other.
        response.setHeader(HttpHeaders.VARY, "HX-Request");
        model.addAttribute("list", queries.list(plan, filter));
        if (htmx && !restore) {
            return "item/items :: list";
        }
        model.addAttribute("warehouses", queries.warehouses(plan.runId()));
        model.addAttribute("abcClasses", AbcClass.values());
        model.addAttribute("demandClasses", DemandClass.values());
        model.addAttribute("statuses", ObsolescenceStatus.values());
        model.addAttribute("exceptionKinds", SituationKind.values());
        return "item/items";
    }
}
