package org.plenish.web.order;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenish.web.order.life.OrderAction;
import org.plenish.web.order.life.OrderLife;
import org.plenish.web.order.life.OrderState;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.OrderSteps;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Offers the steps that {@link OrderLife} and the approvals allow, and takes them by the same doors as the order's page. */
@Service
class StoredOrderSteps implements OrderSteps {

    private static final String OFFERED = """
            SELECT o.id, o.number, o.kind, o.state, o.version, coalesce(s.name, f.name, o.partner) AS partner_name,
                coalesce(w.name, o.warehouse) AS warehouse_name, coalesce(l.value, 0) AS value,
                coalesce(l.line_count, 0) AS line_count
            FROM orders o
            LEFT JOIN order_sum l ON l.order_id = o.id
            LEFT JOIN plan_supplier s ON o.kind = 'PURCHASE' AND s.run_id = o.plan_run AND s.supplier = o.partner
            LEFT JOIN plan_warehouse f ON o.kind = 'TRANSFER' AND f.run_id = o.plan_run AND f.warehouse = o.partner
            LEFT JOIN plan_warehouse w ON w.run_id = o.plan_run AND w.warehouse = o.warehouse
            WHERE o.number IN (:numbers)""";

    private static final List<Step> FORWARD = List.of(Step.SUBMIT, Step.APPROVE, Step.SEND, Step.WITHDRAW);

    private final JdbcClient jdbc;
    private final OrderDesk desk;
    private final OrderDispatch dispatch;
    private final OrderEdits edits;
    private final OrderQueries queries;
    private final OrderNotes notes;

    StoredOrderSteps(
            JdbcClient jdbc,
            OrderDesk desk,
            OrderDispatch dispatch,
            OrderEdits edits,
            OrderQueries queries,
            OrderNotes notes) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.dispatch = dispatch;
        this.edits = edits;
        this.queries = queries;
        this.notes = notes;
    }

    private record Offered(
            long id,
            String number,
            OrderKind kind,
            OrderState state,
            int version,
            String partnerName,
            String warehouseName,
            BigDecimal value,
            int lineCount) {

        private Offer offer(Step step, @Nullable OrderLine line, int keptUnits) {
            return new Offer(
                    step,
                    number,
                    kind == OrderKind.TRANSFER,
                    version,
                    partnerName,
                    warehouseName,
                    value,
                    lineCount,
                    line == null ? null : line.id(),
                    line == null ? 0 : line.quantityUnits(),
                    keptUnits);
        }
    }

    @Override
    public Map<String, Offer> next(Actor actor, Collection<String> numbers) {
        Map<String, Offer> offers = new HashMap<>();
        if (numbers.isEmpty() || !actor.is(Role.BUYER) && !actor.is(Role.APPROVER)) {
            return offers;
        }
        for (Offered order : read(numbers)) {
            FORWARD.stream()
                    .filter(step -> isOpen(actor, order, action(step)))
                    .findFirst()
                    .ifPresent(step -> offers.put(order.number(), order.offer(step, null, 0)));
        }
        return offers;
    }

    /** An approval that would be refused, by a limit or because the actor had a hand in the order, is not offered. */
    private boolean isOpen(Actor actor, Offered order, OrderAction action) {
        if (!OrderLife.open(order.state(), actor.roles()).contains(action)) {
            return false;
        }
        return switch (action) {
            case SUBMIT -> order.lineCount() > 0;
            case APPROVE ->
                desk
                        .expect(
                                actor,
                                action,
                                List.of(new Asked(order.number(), order.version(), "", UUID.randomUUID())))
                        .stream()
                        .allMatch(expected -> expected.outcome().isDone());
            default -> true;
        };
    }

    @Override
    public Optional<Offer> findCut(Actor actor, String number, String item, int surplusUnits) {
        return read(List.of(number)).stream()
                .filter(order -> order.kind() == OrderKind.PURCHASE)
                .findFirst()
                .flatMap(order -> findCut(actor, order, item, surplusUnits));
    }

    private Optional<Offer> findCut(Actor actor, Offered order, String item, int surplusUnits) {
        List<OrderAction> open = OrderLife.open(order.state(), actor.roles());
        Optional<OrderLine> last = queries.allLines(order.id()).stream()
                .filter(line -> line.item().equals(item))
                .max(Comparator.comparing(OrderLine::dueDate).thenComparing(OrderLine::line));
        if (open.contains(OrderAction.EDIT)) {
            return last.filter(line -> keptUnits(line, surplusUnits) < line.quantityUnits())
                    .map(line -> order.offer(Step.REDUCE, line, keptUnits(line, surplusUnits)));
        }
        // The supplier has it: lines stay as they are, but of an order that is surplus as a whole nothing is wanted.
        return last.filter(line -> open.contains(OrderAction.CANCEL))
                .filter(line -> order.lineCount() == 1 && line.quantityUnits() <= surplusUnits)
                .map(line -> order.offer(Step.CANCEL, null, 0));
    }

    /** In whole multiples, so that what is needed is still there. */
    private static int keptUnits(OrderLine line, int surplusUnits) {
        int multiple = Math.max(1, line.orderMultipleUnits());
        int needed = Math.max(0, line.quantityUnits() - surplusUnits);
        return Math.min(line.quantityUnits(), (needed + multiple - 1) / multiple * multiple);
    }

    @Override
    public Answer take(Actor actor, PlanHeader plan, Wish wish) {
        Asked asked = new Asked(wish.number(), wish.version(), wish.reason(), wish.request());
        return answer(
                wish.step() == Step.REDUCE
                        ? edits.edit(actor, plan, asked, reduction(wish))
                        : dispatch.act(actor, action(wish.step()), asked));
    }

    private static ChangeForm reduction(Wish wish) {
        int kept = wish.keptUnits() == null ? 0 : wish.keptUnits();
        return new ChangeForm(
                kept == 0 ? ChangeForm.Kind.REMOVE : ChangeForm.Kind.QUANTITY,
                wish.line(),
                kept == 0 ? null : kept,
                null,
                null,
                null,
                null,
                null);
    }

    @Override
    public Answer note(Actor actor, String number, String text, UUID request) {
        return answer(notes.comment(actor, number, text, request));
    }

    private static OrderAction action(Step step) {
        return switch (step) {
            case SUBMIT -> OrderAction.SUBMIT;
            case APPROVE -> OrderAction.APPROVE;
            case SEND -> OrderAction.SEND;
            case WITHDRAW -> OrderAction.WITHDRAW;
            case REDUCE -> OrderAction.EDIT;
            case CANCEL -> OrderAction.CANCEL;
        };
    }

    private static Answer answer(Outcome outcome) {
        return new Answer(outcome.status(), outcome.message());
    }

    private List<Offered> read(Collection<String> numbers) {
        return jdbc.sql(OFFERED).param("numbers", numbers).query(Offered.class).list();
    }
}
