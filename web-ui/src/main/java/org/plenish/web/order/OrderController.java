package org.plenish.web.order;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenish.web.export.OrderFormat;
import org.plenish.web.export.OrderFormats;
import org.plenish.web.order.life.OrderAction;
import org.plenish.web.order.life.OrderLife;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.DeniedAttempts;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.Role;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One order: its lines, its life, and what a person does to it. */
@Controller
@RequestMapping({"/purchase-orders/{number}", "/transfers/{number}"})
class OrderController {

    private final OrderQueries queries;
    private final SupplyTerms terms;
    private final OrderDispatch dispatch;
    private final OrderEdits edits;
    private final Receipts receipts;
    private final OrderNotes notes;
    private final OrderFormats formats;
    private final MailDoubts doubts;
    private final DeniedAttempts denied;

    OrderController(
            OrderQueries queries,
            SupplyTerms terms,
            OrderDispatch dispatch,
            OrderEdits edits,
            Receipts receipts,
            OrderNotes notes,
            OrderFormats formats,
            MailDoubts doubts,
            DeniedAttempts denied) {
        this.queries = queries;
        this.terms = terms;
        this.dispatch = dispatch;
        this.edits = edits;
        this.receipts = receipts;
        this.notes = notes;
        this.formats = formats;
        this.doubts = doubts;
        this.denied = denied;
    }

    @GetMapping
    String order(
            PlanHeader plan,
            Actor actor,
            OrderKind kind,
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int after,
            Model model) {
        OrderPage order = find(kind, number);
        List<OrderLine> lines = queries.lines(order.id(), after);
        List<OrderAction> open = OrderLife.open(order.state(), actor.roles());
        model.addAttribute("order", order);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "nextAfter",
                lines.size() == OrderQueries.LINES_A_PAGE
                        ? lines.get(lines.size() - 1).line()
                        : null);
        model.addAttribute(
                "buttons",
                open.stream().filter(action -> !action.needsContent()).toList());
        model.addAttribute("editable", open.contains(OrderAction.EDIT));
        model.addAttribute("receivable", open.contains(OrderAction.RECEIVE));
        model.addAttribute(
                "formats",
                order.kind() == OrderKind.PURCHASE
                        ? formats.offered(order.state().isBinding())
                        : List.<OrderFormat>of());
        model.addAttribute("suggestions", queries.suggestions(order.id()));
        queries.findMail(order.id()).ifPresent(mail -> {
            model.addAttribute("mail", mail);
            model.addAttribute("mailInDoubt", doubts.isInDoubt(mail));
        });
        model.addAttribute("mailable", actor.is(Role.BUYER));
        model.addAttribute("history", queries.history(order.id()));
        model.addAttribute("request", UUID.randomUUID());
        model.addAttribute("commentRequest", UUID.randomUUID());
        return "order/order";
    }

    @PostMapping("/act")
    ModelAndView act(
            Actor actor,
            OrderKind kind,
            @PathVariable String number,
            @RequestParam OrderAction action,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam UUID request,
            RedirectAttributes told) {
        OrderPage order = findToChange(actor, kind, number);
        return answer(order, dispatch.act(actor, action, new Asked(number, version, reason, request)), told);
    }

    /** @param gone whether a mail of which it was not known has gone; otherwise it is to go again */
    @PostMapping("/mail")
    ModelAndView mail(
            Actor actor,
            OrderKind kind,
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean gone,
            RedirectAttributes told) {
        OrderPage order = findToChange(actor, kind, number);
        return answer(order, gone ? dispatch.noteGone(actor, number) : dispatch.mailAgain(actor, number), told);
    }

    /** @param fields {@code units-ID} for each line that has arrived */
    @PostMapping("/receive")
    ModelAndView receive(
            Actor actor,
            OrderKind kind,
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam UUID request,
            @RequestParam Map<String, String> fields,
            RedirectAttributes told) {
        OrderPage order = findToChange(actor, kind, number);
        Map<Long, Integer> units = new HashMap<>();
        try {
            fields.forEach((name, value) -> {
                if (name.startsWith("units-") && !value.isBlank()) {
                    units.put(Long.parseLong(name.substring("units-".length())), Integer.parseInt(value.strip()));
                }
            });
        } catch (NumberFormatException notANumber) {
            return refused(order, Outcome.refused("Received units must be whole numbers of 0 or more."));
        }
        return answer(order, receipts.receive(actor, new Asked(number, version, reason, request), units), told);
    }

    /** With a change in the address: what it would do. */
    @GetMapping("/change")
    String change(
            PlanHeader plan,
            Actor actor,
            OrderKind kind,
            @PathVariable String number,
            @ModelAttribute("form") ChangeForm form,
            @RequestParam(required = false) @Nullable Integer version,
            Model model) {
        return changePage(plan, actor, find(kind, number), form, version, model);
    }

    private String changePage(
            PlanHeader plan, Actor actor, OrderPage order, ChangeForm form, @Nullable Integer version, Model model) {
        OrderLine line = form.line() == null
                ? null
                : queries.findLine(order.id(), form.line())
                        .orElseThrow(() -> new NothingFoundException(
                                order.number() + " has no such line any more. Open the order anew."));
        boolean editable = OrderLife.open(order.state(), actor.roles()).contains(OrderAction.EDIT);
        model.addAttribute("order", order);
        model.addAttribute("line", line);
        model.addAttribute("editable", editable);
        model.addAttribute(
                "suppliers",
                line == null || order.kind() == OrderKind.TRANSFER
                        ? List.of()
                        : terms.suppliers(plan.runId(), line.item(), order.warehouse()));
        model.addAttribute(
                "effect", editable && form.change() != null ? edits.tried(actor, plan, order.number(), form) : null);
        // As it was when the person began: a check in between does not make them see what somebody else did.
        model.addAttribute("version", version == null ? order.version() : version);
        model.addAttribute("request", UUID.randomUUID());
        return "order/change";
    }

    @PostMapping("/change")
    ModelAndView change(
            PlanHeader plan,
            Actor actor,
            OrderKind kind,
            @PathVariable String number,
            @ModelAttribute("form") ChangeForm form,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam UUID request,
            RedirectAttributes told) {
        OrderPage order = findToChange(actor, kind, number);
        return answer(order, edits.edit(actor, plan, new Asked(number, version, reason, request), form), told);
    }

    @PostMapping("/comment")
    ModelAndView comment(
            Actor actor,
            OrderKind kind,
            @PathVariable String number,
            @RequestParam String text,
            @RequestParam UUID request,
            RedirectAttributes told) {
        return answer(findToChange(actor, kind, number), notes.comment(actor, number, text, request), told);
    }

    @PostMapping("/snooze")
    ModelAndView snooze(
            Actor actor,
            OrderKind kind,
            @PathVariable String number,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            RedirectAttributes told) {
        return answer(findToChange(actor, kind, number), notes.snooze(actor, number, until), told);
    }

    /** A form about an order that is not there is no mistake of a person who came by the pages. */
    private OrderPage findToChange(Actor actor, OrderKind kind, String number) {
        return queries.find(kind, number).orElseThrow(() -> {
            String message = "There is no " + kind.inWords() + " " + number + ".";
            denied.record(new AuditEntry(actor, "order", number, "change refused", null, null, message));
            return new NothingFoundException(message);
        });
    }

    private OrderPage find(OrderKind kind, String number) {
        return queries.find(kind, number)
                .orElseThrow(() -> new NothingFoundException("There is no " + kind.inWords() + " " + number + "."));
    }

    private ModelAndView answer(OrderPage order, Outcome outcome, RedirectAttributes told) {
        if (!outcome.isDone()) {
            return refused(order, outcome);
        }
        told.addFlashAttribute("outcome", outcome);
        return new ModelAndView("redirect:" + order.address());
    }

    static ModelAndView refused(OrderPage order, Outcome outcome) {
        return new ModelAndView(
                "order/refused", Map.of("order", order, "outcome", outcome), HttpStatusCode.valueOf(outcome.status()));
    }
}
