package org.plenish.web.order;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenish.web.order.life.OrderAction;
import org.plenish.web.order.life.OrderState;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.Release;
import org.plenish.web.shared.ReleaseGroup;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The inbox of purchase orders, and that of transfers: lists, filters, and acting on many at once. */
@Controller
@RequestMapping({"/purchase-orders", "/transfers"})
class InboxController {

    private final InboxQueries queries;
    private final OrderQueries orders;
    private final OrderDesk desk;
    private final OrderDispatch dispatch;
    private final MailDoubts doubts;
    private final OrderNotes notes;

    InboxController(
            InboxQueries queries,
            OrderQueries orders,
            OrderDesk desk,
            OrderDispatch dispatch,
            MailDoubts doubts,
            OrderNotes notes) {
        this.queries = queries;
        this.orders = orders;
        this.desk = desk;
        this.dispatch = dispatch;
        this.doubts = doubts;
        this.notes = notes;
    }

    @GetMapping
    String inbox(
            PlanHeader plan, Actor actor, OrderKind kind, @ModelAttribute("filter") InboxFilter filter, Model model) {
        List<ReleaseGroup> groups = queries.releases(plan, kind);
        Release shown = filter.when() == null ? ReleaseGroup.first(groups) : filter.when();
        model.addAttribute("kind", kind);
        model.addAttribute("groups", groups);
        model.addAttribute("shown", ReleaseGroup.of(groups, shown));
        model.addAttribute("inbox", queries.inbox(plan, actor, kind, filter, shown));
        model.addAttribute(
                "cash", kind == OrderKind.PURCHASE ? queries.findCash(plan).orElse(null) : null);
        model.addAttribute("states", OrderState.values());
        model.addAttribute("urgencies", InboxFilter.Urgency.values());
        model.addAttribute("partners", queries.partners(kind));
        model.addAttribute("warehouses", queries.warehouses(plan.runId()));
        model.addAttribute("savedFilters", queries.savedFilters(actor, kind));
        model.addAttribute("query", filter.query(kind));
        model.addAttribute(
                "mailsInDoubt",
                kind == OrderKind.PURCHASE
                        ? orders.begunMails().stream()
                                .filter(begun -> doubts.isInDoubt(begun.mail()))
                                .map(OrderQueries.BegunMail::number)
                                .toList()
                        : List.<String>of());
        model.addAttribute("request", UUID.randomUUID());
        return "order/inbox";
    }

    /**
     * First shows what is to be expected, then, confirmed, does it.
     *
     * @param order each as {@link InboxRow#handle()}
     */
    @PostMapping("/bulk")
    String bulk(
            Actor actor,
            OrderKind kind,
            @RequestParam(required = false) @Nullable List<String> order,
            @RequestParam OrderAction action,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @RequestParam UUID request,
            Model model) {
        List<String> handles = order == null ? List.of() : order;
        List<Asked> all = handles.stream()
                .map(handle -> new Asked(number(handle), version(handle), reason, request))
                .toList();
        model.addAttribute("kind", kind);
        model.addAttribute("action", action);
        if (!confirmed && !all.isEmpty()) {
            model.addAttribute("expectation", new BulkExpectation(desk.expect(actor, action, all)));
            model.addAttribute("handles", handles);
            model.addAttribute("reason", reason);
            model.addAttribute("request", request);
            return "order/bulk-confirm";
        }
        List<BulkResult> results = all.stream()
                .map(asked -> new BulkResult(asked.number(), dispatch.act(actor, action, asked)))
                .toList();
        model.addAttribute("results", results);
        model.addAttribute(
                "done",
                results.stream().filter(result -> result.outcome().isDone()).count());
        return "order/bulk";
    }

    @PostMapping("/filters")
    String saveFilter(
            Actor actor,
            OrderKind kind,
            @RequestParam String name,
            @RequestParam String query,
            RedirectAttributes told) {
        Outcome outcome = notes.saveFilter(actor, kind, name, query);
        told.addFlashAttribute("outcome", outcome);
        return "redirect:" + kind.path() + (query.isBlank() || !outcome.isDone() ? "" : "?" + query);
    }

    @PostMapping("/filters/forget")
    String forgetFilter(Actor actor, OrderKind kind, @RequestParam String name, RedirectAttributes told) {
        told.addFlashAttribute("outcome", notes.forgetFilter(actor, kind, name));
        return "redirect:" + kind.path();
    }

    private static String number(String handle) {
        int end = handle.lastIndexOf(':');
        return end <= 0 ? handle : handle.substring(0, end);
    }

    /** A version that no order has, for what no page gave out. */
    private static int version(String handle) {
        try {
            return Integer.parseInt(handle.substring(handle.lastIndexOf(':') + 1));
        } catch (NumberFormatException forged) {
            return -1;
        }
    }
}
