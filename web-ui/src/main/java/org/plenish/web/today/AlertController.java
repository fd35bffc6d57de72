package org.plenish.web.today;

import jakarta.servlet.http.HttpServletResponse;
import org.plenish.web.export.Table;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormats;
import org.plenish.web.shared.Actor;
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
    private final TodayPage page;
    private final TableDownload download;

    AlertController(AlertQueries queries, AlertMarks marks, TodayPage page, TableDownload download) {
        this.queries = queries;
        this.marks = marks;
        this.page = page;
        this.download = download;
    }

    @GetMapping("/alerts")
    String all(PlanHeader plan, Actor actor, @ModelAttribute("filter") AlertFilter filter, Model model) {
        page.fillList(plan, actor, filter, model);
        return "today/alerts";
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
     * @param what {@code SNOOZED}, {@code DONE} or {@code OPEN}
     */
    @PostMapping("/alerts/mark")
    String mark(
            PlanHeader plan,
            Actor actor,
            AlertPlace place,
            @RequestParam Alert.State what,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean forAll,
            Model model,
            HttpServletResponse response) {
        Alert alert = queries.require(plan, actor.userName(), place);
        try {
            switch (what) {
                case SNOOZED -> marks.snooze(actor, alert, until, reason, forAll);
                case DONE -> marks.done(actor, alert, reason);
                case OPEN, ACCEPTED -> marks.takeBack(actor, alert);
            }
        } catch (RefusedException refused) {
            response.setStatus(refused.status().value());
            model.addAttribute("refused", refused);
            model.addAttribute("typed", new Typed(until, reason, forAll));
            model.addAttribute("list", place.list());
            page.fillForm(actor, alert, model);
            return "today/put-aside";
        }
        return place.list()
                ? "redirect:" + place.filter().firstAddress()
                : "redirect:/#" + place.panel().anchor();
    }

    /** What a person typed, so that it is not lost. */
    record Typed(String until, String reason, boolean forAll) {}

    /** Who may put aside. */
    static boolean acts(Actor actor) {
        return actor.is(Role.BUYER) || actor.is(Role.PLANNER) || actor.is(Role.ANALYST) || actor.is(Role.APPROVER);
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
                .word(
                        "decision",
                        alert -> alert.decision() == null
                                ? null
                                : alert.decision().name())
                .number("percent", Alert::percent)
                .date("until", Alert::until)
                .text("reason", Alert::reason);
    }
}
