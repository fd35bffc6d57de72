package org.plenish.web.override;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.plenish.web.override.OverrideStore.Wanted;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.PageAddress;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.RefusedException;
import org.plenish.web.shared.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form by which a person sets values of one SKU-location's policy: as a page, or as a part of another one for htmx. */
@Controller
class OverrideController {

    private static final String EDIT = "/overrides/edit";
    /** No SKU-location has this version. */
    private static final long UNSEEN = -1;

    private static final String PART = "override/edit :: form";

    private final OverridePages pages;
    private final OverrideStore store;
    private final OverrideEffects effects;

    OverrideController(OverridePages pages, OverrideStore store, OverrideEffects effects) {
        this.pages = pages;
        this.store = store;
        this.effects = effects;
    }

    /** With {@code look}, what was typed is kept in the form and its effect is shown. */
    @GetMapping(EDIT)
    String edit(
            Actor actor,
            PlanHeader plan,
            @RequestParam Map<String, String> sent,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            @RequestHeader(name = "HX-History-Restore-Request", defaultValue = "false") boolean restore,
            Model model,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.VARY, "HX-Request");
        OverrideForm form = OverrideForm.of(sent);
        fill(actor, plan, form, model);
        if (sent.containsKey("look")) {
            model.addAttribute("form", form);
            try {
                look(plan, form, form.values(), model);
            } catch (RefusedException refused) {
                tell(refused, model, response, htmx);
            }
        }
        return htmx && !restore ? PART : "override/edit";
    }

    /** What cannot be kept is told beside what was typed. */
    @PostMapping(EDIT)
    String keep(
            Actor actor,
            PlanHeader plan,
            @RequestParam Map<String, String> sent,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told) {
        OverrideForm form = OverrideForm.of(sent);
        fill(actor, plan, form, model);
        try {
            Map<OverrideField, Double> values = form.values();
            // Before anything is refused: the person sees the same step again.
            look(plan, form, values, model);
            int changed = store.keep(
                    actor,
                    form.item(),
                    form.warehouse(),
                    form.version() == null ? UNSEEN : form.version(),
                    new Wanted(values, form.requireReason(), form.lastDay(plan.planDate()), form.renew()));
            if (!htmx) {
                told.addFlashAttribute("kept", changed);
                return "redirect:" + address(form);
            }
            model.addAttribute("looked", false);
            fill(actor, plan, form, model);
            model.addAttribute("kept", changed);
        } catch (RefusedException refused) {
            model.addAttribute("form", form);
            tell(refused, model, response, htmx);
        }
        return htmx ? PART : "override/edit";
    }

    private void look(PlanHeader plan, OverrideForm form, Map<OverrideField, Double> values, Model model) {
        model.addAttribute("looked", true);
        model.addAttribute(
                "effect",
                effects.find(plan.runId(), form.item(), form.warehouse(), values)
                        .orElse(null));
    }

    @PostMapping("/overrides/{id}/end")
    String end(Actor actor, @PathVariable long id, RedirectAttributes told) {
        told.addFlashAttribute("ended", store.end(actor, id));
        return "redirect:" + OverrideFilter.PATH;
    }

    private void fill(Actor actor, PlanHeader plan, OverrideForm form, Model model) {
        OverridePage page = pages.page(plan, form.item(), form.warehouse());
        model.addAttribute("page", page);
        model.addAttribute("place", page.place());
        model.addAttribute("mayChange", actor.is(Role.PLANNER) || actor.is(Role.ANALYST));
        model.addAttribute("mayPlan", actor.is(Role.PLANNER));
        model.addAttribute(
                "form",
                OverrideForm.standing(
                        form.item(),
                        form.warehouse(),
                        store.standing(form.item(), form.warehouse()),
                        store.version(form.item(), form.warehouse())));
    }

    /** htmx shows no answer that says it failed; the form says why instead. */
    private static void tell(RefusedException refused, Model model, HttpServletResponse response, boolean htmx) {
        if (!htmx) {
            response.setStatus(refused.status().value());
        }
        model.addAttribute("refused", refused);
    }

    private static String address(OverrideForm form) {
        return PageAddress.of(EDIT)
                .with("item", form.item())
                .with("warehouse", form.warehouse())
                .toString();
    }
}
