package org.plenish.web.forecast;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.RefusedException;
import org.plenish.web.shared.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forecast editor: one level at a time, its buckets to be typed over, its effect shown before it is kept. */
@Controller
class ForecastController {

    private static final String PAGE = "forecast/forecast";

    private final ForecastPages pages;
    private final ForecastQueries queries;
    private final ChangeQueries changes;
    private final ForecastStore store;

    ForecastController(
            ForecastPages pages, ForecastQueries queries, ChangeQueries changes, ForecastStore store) {
        this.pages = pages;
        this.queries = queries;
        this.changes = changes;
        this.store = store;
    }

    /** With {@code look}, what was typed is shown as the next plan would have it. */
    @GetMapping("/forecast")
    String forecast(
            Actor actor,
            PlanHeader plan,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        ForecastForm form = ForecastForm.of(sent);
        if (!sent.containsKey("look")) {
            return show(actor, plan, form, null, model, response);
        }
        try {
            return show(actor, plan, form, form.amounts(plan.buckets()), model, response);
        } catch (RefusedException refused) {
            tell(refused, model, response);
            return show(actor, plan, form, null, model, response);
        }
    }

    @PostMapping("/forecast/change")
    String change(
            Actor actor,
            PlanHeader plan,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told) {
        ForecastForm form = ForecastForm.of(sent);
        List<Optional<AmountText>> amounts = null;
        try {
            amounts = form.amounts(plan.buckets());
            if (queries.find(plan, form.level()).isEmpty()) {
                throw ForecastForm.refused("forecast.refused.level");
            }
            store.add(actor, form.level(), form.version(), form.changes(plan.buckets()), form.requireReason());
            told.addFlashAttribute("kept", true);
            return "redirect:" + form.level().address();
        } catch (RefusedException refused) {
            tell(refused, model, response);
            return show(actor, plan, form, amounts, model, response);
        }
    }

    @PostMapping("/forecast/promotion")
    String promotion(
            Actor actor,
            PlanHeader plan,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told) {
        PromotionForm form = PromotionForm.of(sent);
        model.addAttribute("promotion", form);
        return add(actor, plan, form.level(), model, response, told, () -> {
            if (queries.find(plan, form.level()).isEmpty()) {
                throw ForecastForm.refused("forecast.refused.level");
            }
            store.add(actor, List.of(form.change(plan)), ForecastForm.requireReason(form.reason()));
            return form.level().address();
        });
    }

    @PostMapping("/forecast/like")
    String like(
            Actor actor,
            PlanHeader plan,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told) {
        LikeForm form = LikeForm.of(sent);
        model.addAttribute("like", form);
        return add(actor, plan, Level.of(sent.get("at-item"), sent.get("at-category"), sent.get("at-warehouse")), model, response, told, () -> {
            store.add(actor, List.of(form.change(plan, queries)), ForecastForm.requireReason(form.reason()));
            return ChangeFilter.PATH;
        });
    }

    @PostMapping("/forecast/{id}/end")
    String end(Actor actor, @PathVariable long id, RedirectAttributes told) {
        told.addFlashAttribute("ended", store.end(actor, id));
        return "redirect:" + ChangeFilter.PATH;
    }

    private String add(
            Actor actor,
            PlanHeader plan,
            Level level,
            Model model,
            HttpServletResponse response,
            RedirectAttributes told,
            Supplier<String> adding) {
        try {
            String next = adding.get();
            told.addFlashAttribute("kept", true);
            return "redirect:" + next;
        } catch (RefusedException refused) {
            tell(refused, model, response);
            return show(actor, plan, blank(level), null, model, response);
        }
    }

    private static ForecastForm blank(Level level) {
        return new ForecastForm(level, Map.of(), "", "", "", "", 0);
    }

    private String show(
            Actor actor,
            PlanHeader plan,
            ForecastForm form,
            @Nullable List<Optional<AmountText>> amounts,
            Model model,
            HttpServletResponse response) {
        Level level = form.level();
        Optional<ForecastPage> page = pages.find(plan, form, amounts);
        if (page.isEmpty() && queries.hasLevels(plan.runId())) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("found", queries.items(plan.runId(), level.item()));
        }
        model.addAttribute("level", level);
        model.addAttribute("page", page.orElse(null));
        model.addAttribute("hasLevels", page.isPresent() || queries.hasLevels(plan.runId()));
        model.addAttribute("form", form);
        model.addAttribute("version", store.version(level));
        model.addAttribute("starts", ForecastPages.starts(plan));
        model.addAttribute("categories", queries.categories(plan.runId()));
        model.addAttribute("warehouses", queries.warehouses(plan.runId()));
        model.addAttribute("changes", changes.of(plan, level));
        model.addAttribute("record", queries.findRecord(level).orElse(null));
        model.addAttribute("mayChange", actor.is(Role.PLANNER) || actor.is(Role.ANALYST));
        model.addAttribute("mayPlan", actor.is(Role.PLANNER));
        return PAGE;
    }

    private static void tell(RefusedException refused, Model model, HttpServletResponse response) {
        response.setStatus(refused.status().value());
        model.addAttribute("refused", refused);
    }
}
