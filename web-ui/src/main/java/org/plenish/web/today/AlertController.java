package org.plenish.web.today;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenish.web.export.Table;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormats;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.RefusedException;
import org.plenish.web.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All alerts of a panel, a page at a time, and what a person does about one. */
@Controller
class AlertController {

    private final AlertQueries queries;
    private final AlertMarks marks;
    private final TableDownload download;

    AlertController(AlertQueries queries, AlertMarks marks, TableDownload download) {
        this.queries = queries;
        this.marks = marks;
        this.download = download;
    }

    @GetMapping("/alerts")
    String all(PlanHeader plan, Actor actor, @ModelAttribute("filter") AlertFilter filter, Model model) {
        return list(plan, actor, filter, model);
    }

    @GetMapping("/alerts.{format:csv|xlsx}")
    void file(
            PlanHeader plan,
            Actor actor,
            AlertFilter filter,
            @PathVariable String format,
            HttpServletResponse response) {
        download.send(
                "alerts",
                table(plan),
                () -> queries.stream(plan, actor.userName(), filter),
                TableFormats.of(format),
                response);
    }

    /**
     * Puts an alert aside, marks it as done, or takes it back.
     *
     * @param run of the plan that the page showed: ranks are of a plan
     * @param what {@code SNOOZED}, {@code DONE} or {@code OPEN}
     * @param list whether it was done in the list of all and not on the home page
     */
    @PostMapping("/alerts/mark")
    String mark(
            PlanHeader plan,
            Actor actor,
            @RequestParam long run,
            @RequestParam Panel panel,
            @RequestParam int rank,
            @RequestParam Alert.State what,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean forAll,
            @RequestParam(defaultValue = "false") boolean list,
            Model model,
            HttpServletResponse response) {
        Alert alert = (run == plan.runId()
                        ? queries.find(plan, actor.userName(), panel, rank)
                        : Optional.<Alert>empty())
                .orElseThrow(() -> new NothingFoundException(
                        "The plan has changed since the page was shown. Look at it again, and decide anew."));
        try {
            switch (what) {
                case SNOOZED -> marks.snooze(actor, alert, until, reason, forAll);
                case DONE -> marks.done(actor, alert, reason);
                case OPEN, ACCEPTED -> marks.takeBack(actor, alert);
            }
        } catch (RefusedException refused) {
            response.setStatus(refused.status().value());
            model.addAttribute("refused", refused);
            model.addAttribute("alert", alert);
            model.addAttribute("typed", new Typed(until, reason, forAll));
            model.addAttribute("list", list);
            TodayController.addActions(model, actor, queries);
            return "today/put-aside";
        }
        return list
                ? "redirect:" + new AlertFilter(panel, null, null, null).firstAddress()
                : "redirect:/#" + panel.anchor();
    }

    /** What a person typed, so that it is not lost. */
    record Typed(String until, String reason, boolean forAll) {}

    /** Who may put aside. */
    static boolean acts(Actor actor) {
        return actor.is(Role.BUYER) || actor.is(Role.PLANNER) || actor.is(Role.ANALYST) || actor.is(Role.APPROVER);
    }

    private String list(PlanHeader plan, Actor actor, AlertFilter filter, Model model) {
        List<Alert> page = queries.page(plan, actor.userName(), filter);
        boolean more = page.size() > AlertQueries.ALERTS_A_PAGE;
        List<Alert> shown = more ? page.subList(0, AlertQueries.ALERTS_A_PAGE) : page;
        @Nullable
        String next = more ? filter.nextAddress(shown.get(shown.size() - 1).rank()) : null;
        model.addAttribute("panels", Panel.values());
        model.addAttribute("totals", queries.totals(plan.runId()));
        model.addAttribute("shows", AlertFilter.Show.values());
        model.addAttribute("warehouses", queries.warehouses(plan.runId()));
        model.addAttribute("alerts", shown);
        model.addAttribute("next", next);
        TodayController.addActions(model, actor, queries);
        return "today/alerts";
    }

    private static Table<Alert> table(PlanHeader plan) {
        return Table.<Alert>named("alerts")
                .word("panel", alert -> alert.panel().name())
                .number("rank", Alert::rank)
                .text("item", Alert::item)
                .text("description", Alert::description)
                .text("warehouse", Alert::warehouse)
                .date("date", Alert::date)
                .number("quantity", Alert::quantityUnits)
                .money("value", Alert::value)
                .text("currency", alert -> plan.currency())
                .word("severity", Alert::severity)
                .text("order", alert -> alert.orderNumber() == null ? alert.reference() : alert.orderNumber())
                .text("message", Alert::message)
                .text("action", Alert::action)
                .word("state", alert -> alert.state().name())
                .date("until", Alert::until)
                .text("reason", Alert::reason);
    }
}
