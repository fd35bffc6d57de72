package org.plenish.web.today;

import java.util.UUID;
import org.plenish.web.run.PlanningRuns;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.CurrentUser;
import org.plenish.web.shared.LoggedIn;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page: what needs a person today. */
@Controller
class TodayController {

    private final Today today;
    private final WorkQueries work;
    private final PlanningRuns runs;
    private final AlertQueries alerts;
    private final CurrentUser currentUser;

    TodayController(Today today, WorkQueries work, PlanningRuns runs, AlertQueries alerts, CurrentUser currentUser) {
        this.today = today;
        this.work = work;
        this.runs = runs;
        this.alerts = alerts;
        this.currentUser = currentUser;
    }

    @GetMapping("/")
    String today(PlanHeader plan, Actor actor, Model model) {
        LoggedIn user = currentUser.find().orElseThrow();
        model.addAttribute("today", today.panels(plan, user));
        model.addAttribute("waiting", work.waiting(plan, user));
        model.addAttribute("jobs", work.atWork());
        model.addAttribute("others", work.others(plan.runId()));
        model.addAttribute("limits", today.tightest(plan.runId()));
        model.addAttribute("latest", runs.findLatest().orElse(null));
        addActions(model, actor, alerts);
        return "today/today";
    }

    /** What the forms of an alert need to know of whoever looks. */
    static void addActions(Model model, Actor actor, AlertQueries alerts) {
        model.addAttribute("acts", AlertController.acts(actor));
        model.addAttribute("buys", actor.is(Role.BUYER));
        model.addAttribute("snoozeUntil", alerts.today().plusDays(7));
        model.addAttribute("request", UUID.randomUUID());
    }
}
