package org.plenish.web.today;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plenish.web.run.PlanningRuns;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.CurrentUser;
import org.plenish.web.shared.LoggedIn;
import org.plenish.web.shared.OrderSteps.Offer;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.Role;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the home page, the list of a panel's alerts, and what of either is shown anew after something was done. */
@Component
class TodayPage {

    private static final int DAYS_OF_SNOOZE = 7;
    private static final int DAYS_OF_MARK_DOWN = 28;

    private final Today today;
    private final WorkQueries work;
    private final PlanningRuns runs;
    private final AlertQueries alerts;
    private final AlertSteps steps;
    private final CurrentUser currentUser;

    TodayPage(
            Today today,
            WorkQueries work,
            PlanningRuns runs,
            AlertQueries alerts,
            AlertSteps steps,
            CurrentUser currentUser) {
        this.today = today;
        this.work = work;
        this.runs = runs;
        this.alerts = alerts;
        this.steps = steps;
        this.currentUser = currentUser;
    }

    /** The whole home page. */
    void fill(PlanHeader plan, Actor actor, Model model) {
        LoggedIn user = currentUser.find().orElseThrow();
        fillPanels(plan, actor, user, model);
        model.addAttribute("others", work.others(plan.runId()));
        model.addAttribute("doubts", work.doubts(plan.runId()));
        model.addAttribute("limits", today.tightest(plan.runId()));
    }

    /** What something done about an alert has changed: the counts, its own panel, and all that the order would mend. */
    void fillChanged(PlanHeader plan, Actor actor, Panel changed, @Nullable String order, Model model) {
        Today.Panels all = fillPanels(plan, actor, currentUser.find().orElseThrow(), model);
        Set<Panel> touched = new TreeSet<>(Set.of(changed));
        all.panels().stream()
                .filter(view ->
                        order != null && view.toDo().stream().anyMatch(alert -> order.equals(alert.orderNumber())))
                .forEach(view -> touched.add(view.panel()));
        model.addAttribute("touched", touched);
    }

    private Today.Panels fillPanels(PlanHeader plan, Actor actor, LoggedIn user, Model model) {
        Today.Panels panels = today.panels(plan, user, actor, (Told) model.getAttribute("told"));
        model.addAttribute("today", panels);
        model.addAttribute("waiting", work.waiting(plan, user));
        model.addAttribute("jobs", work.atWork());
        model.addAttribute("latest", runs.findLatest().orElse(null));
        addActions(model, actor, panels.offers());
        return panels;
    }

    /** A page of the list of all. */
    void fillList(PlanHeader plan, Actor actor, AlertFilter filter, Model model) {
        List<Alert> page = alerts.page(plan, actor.userName(), filter);
        boolean more = page.size() > AlertQueries.ALERTS_A_PAGE;
        List<Alert> shown = more ? page.subList(0, AlertQueries.ALERTS_A_PAGE) : page;
        @Nullable
        String next = more ? filter.nextAddress(shown.get(shown.size() - 1).rank()) : null;
        model.addAttribute("filter", filter);
        model.addAttribute("panels", Panel.values());
        model.addAttribute("totals", alerts.totals(plan.runId()));
        model.addAttribute("shows", AlertFilter.Show.values());
        model.addAttribute("warehouses", alerts.warehouses(plan.runId()));
        model.addAttribute("alerts", shown);
        model.addAttribute("next", next);
        addActions(model, actor, steps.all(actor, shown));
    }

    /** One alert of the list. */
    void fillRow(Actor actor, Alert alert, Model model) {
        model.addAttribute("alert", alert);
        addActions(model, actor, steps.all(actor, List.of(alert)));
    }

    /** The form of one alert that is put aside. */
    void fillForm(Actor actor, Alert alert, Model model) {
        model.addAttribute("alert", alert);
        addActions(model, actor, new HashMap<>());
    }

    private void addActions(Model model, Actor actor, Map<String, Offer> offers) {
        model.addAttribute("offers", offers);
        model.addAttribute("acts", AlertController.acts(actor));
        model.addAttribute("buys", actor.is(Role.BUYER));
        model.addAttribute("decides", AlertActs.decides(actor));
        model.addAttribute("snoozeUntil", alerts.today().plusDays(DAYS_OF_SNOOZE));
        model.addAttribute("markDownUntil", alerts.today().plusDays(DAYS_OF_MARK_DOWN));
    }
}
