package org.plenish.web.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.UnitPrice;
import org.plenish.web.order.life.Finding;
import org.plenish.web.order.life.OrderAction;
import org.plenish.web.order.life.OrderChecks;
import org.plenish.web.order.life.OrderLife;
import org.plenish.web.order.life.OrderState;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Component;

/** Makes each kind of change to an order's lines, and tells what is to be said about the lines that it touched. */
@Component
class LineChanges {

    private final OrderStore orders;
    private final OrderQueries queries;
    private final OrderLines lines;
    private final SupplyTerms terms;

    LineChanges(OrderStore orders, OrderQueries queries, OrderLines lines, SupplyTerms terms) {
        this.orders = orders;
        this.queries = queries;
        this.lines = lines;
        this.terms = terms;
    }

    /** Within a transaction, which holds the order. */
    MadeChange make(Actor actor, PlanHeader plan, OrderHead order, List<OrderLine> before, ChangeForm form) {
        if (form.change() == null) {
            return MadeChange.refused("Choose what to change.");
        }
        return switch (form.change()) {
            case QUANTITY ->
                withLine(order, form, line -> {
                    if (form.units() == null || form.units() < 1) {
                        return MadeChange.refused(
                                "quantity: " + form.units() + " must be 1 or more. To buy none, remove the line.");
                    }
                    lines.update(line.id(), form.units(), price(plan, order, line, form.units()), line.dueDate());
                    return new MadeChange(
                            "Line " + line.line() + ": " + form.units() + " of " + line.item() + ", before "
                                    + line.quantityUnits() + ".",
                            lineFindings(plan, order, line.item(), form.units(), line.dueDate()));
                });
            case DATE ->
                withLine(order, form, line -> {
                    if (form.date() == null) {
                        return MadeChange.refused("due date: nothing must be a day, such as " + line.dueDate() + ".");
                    }
                    lines.update(line.id(), line.quantityUnits(), line.unitCost(), form.date());
                    return new MadeChange(
                            "Line " + line.line() + " is due on " + form.date() + ", before on " + line.dueDate() + ".",
                            lineFindings(plan, order, line.item(), line.quantityUnits(), form.date()));
                });
            case SPLIT ->
                withLine(order, form, line -> {
                    if (form.units() == null || form.units() < 1 || form.units() >= line.quantityUnits()) {
                        return MadeChange.refused("quantity to split off: " + form.units()
                                + " must be 1 or more and less than the line’s " + line.quantityUnits() + ".");
                    }
                    if (form.date() == null) {
                        return MadeChange.refused("due date of what is split off: nothing must be a day, such as "
                                + line.dueDate().plusWeeks(1) + ".");
                    }
                    int left = line.quantityUnits() - form.units();
                    lines.update(line.id(), left, price(plan, order, line, left), line.dueDate());
                    lines.add(
                            order.id(),
                            line.item(),
                            form.units(),
                            line.orderMultipleUnits(),
                            price(plan, order, line, form.units()),
                            form.date(),
                            "Split from line " + line.line() + ".");
                    List<Finding> findings =
                            new ArrayList<>(lineFindings(plan, order, line.item(), left, line.dueDate()));
                    findings.addAll(lineFindings(plan, order, line.item(), form.units(), form.date()));
                    return new MadeChange(
                            "Line " + line.line() + ": " + form.units() + " of " + line.quantityUnits()
                                    + " are split off, due on " + form.date() + ".",
                            findings);
                });
            case SUPPLIER -> withLine(order, form, line -> toSupplier(actor, plan, order, line, form.partner()));
            case PIN, UNPIN ->
                withLine(order, form, line -> {
                    boolean pin = form.change() == ChangeForm.Kind.PIN;
                    lines.pin(line.id(), pin);
                    return new MadeChange(
                            "Line " + line.line()
                                    + (pin
                                            ? " is pinned: the next plan takes it as given."
                                            : " is not pinned any more."),
                            List.of());
                });
            case REMOVE ->
                withLine(order, form, line -> {
                    lines.remove(line.id());
                    return new MadeChange(
                            "Line " + line.line() + " of " + line.quantityUnits() + " of " + line.item()
                                    + " is removed.",
                            List.of());
                });
            case ADD -> add(plan, order, form);
            case MERGE -> merge(actor, order, before, form.target());
            case ORDER_DATE -> postpone(plan, order, before, form.date());
        };
    }

    private MadeChange withLine(OrderHead order, ChangeForm form, Function<OrderLine, MadeChange> change) {
        return Optional.ofNullable(form.line())
                .flatMap(line -> queries.findLine(order.id(), line))
                .map(change)
                .orElseGet(() -> MadeChange.refused(
                        "The order " + order.number() + " has no such line. Open it anew and choose one."));
    }

    private MadeChange add(PlanHeader plan, OrderHead order, ChangeForm form) {
        String item = form.item() == null ? "" : form.item().strip();
        Integer units = form.units();
        LocalDate due = form.date();
        if (item.isEmpty() || units == null || units < 1 || due == null) {
            return MadeChange.refused("A new line needs an article number, a quantity of 1 or more and a due date.");
        }
        int added = units;
        Optional<SupplyOption> option = option(plan, order, item);
        Optional<BigDecimal> price = order.kind() == OrderKind.PURCHASE
                ? option.map(terms -> terms.unitCostAt(added).amount())
                : terms.findTransferCost(plan.runId(), item, order.partner(), order.warehouse())
                        .map(UnitPrice::amount);
        if (price.isEmpty()) {
            return MadeChange.refused("item: " + item + " does not come to " + order.warehouse() + " from "
                    + order.partner() + ". Choose another item, or another order.");
        }
        lines.add(
                order.id(),
                item,
                added,
                option.map(SupplyOption::orderMultipleUnits).orElse(1),
                price.get(),
                due,
                "Added by hand.");
        return new MadeChange(
                added + " of " + item + " are added, due on " + due + ".", lineFindings(plan, order, item, added, due));
    }

    private MadeChange toSupplier(
            Actor actor, PlanHeader plan, OrderHead order, OrderLine line, @Nullable String supplier) {
        if (order.kind() != OrderKind.PURCHASE || supplier == null || supplier.equals(order.partner())) {
            return MadeChange.refused("supplier: " + supplier + " must be another one than " + order.partner() + ".");
        }
        Optional<SupplyOption> option = terms.findOption(plan.runId(), line.item(), supplier, order.warehouse());
        if (option.isEmpty()) {
            return MadeChange.refused(supplier + " does not sell " + line.item() + " to " + order.warehouse()
                    + ". Choose a supplier of the list.");
        }
        OrderHead other = lines.findOpenOrder(order, supplier)
                .flatMap(orders::lock)
                // Whoever was at work on it may have sent it on its way, or put it off.
                .filter(open -> open.state() == OrderState.PROPOSED || open.state() == OrderState.EDITED)
                .filter(open -> open.orderDate().equals(order.orderDate()))
                .orElseGet(() -> lines.open(actor, plan, order, supplier));
        MadeChange.Target target = new MadeChange.Target(other, queries.allLines(other.id()));
        LocalDate due = order.orderDate().plusDays(option.get().leadTimeDays());
        lines.remove(line.id());
        lines.add(
                other.id(),
                line.item(),
                line.quantityUnits(),
                option.get().orderMultipleUnits(),
                option.get().unitCostAt(line.quantityUnits()).amount(),
                due,
                "Moved from " + order.number() + ".");
        return new MadeChange(
                "Line " + line.line() + " of " + line.quantityUnits() + " of " + line.item() + " moves to " + supplier
                        + ", order " + other.number() + ", due on " + due + ".",
                target,
                OrderChecks.line(line.item(), option.get(), line.quantityUnits(), order.orderDate(), due));
    }

    private MadeChange merge(Actor actor, OrderHead order, List<OrderLine> before, @Nullable String target) {
        Optional<OrderHead> found =
                target == null || target.equals(order.number()) ? Optional.empty() : orders.lock(target.strip());
        if (found.isEmpty()) {
            return MadeChange.refused("order to merge with: " + target + " must be the number of another order.");
        }
        OrderHead other = found.get();
        if (other.kind() != order.kind()
                || !other.partner().equals(order.partner())
                || !other.warehouse().equals(order.warehouse())) {
            return MadeChange.refused(
                    other.number() + " goes from " + other.partner() + " to " + other.warehouse() + ", "
                            + order.number() + " from " + order.partner() + " to " + order.warehouse()
                            + ": only orders of one way merge.");
        }
        if (!(OrderLife.ask(other.state(), OrderAction.EDIT, actor.roles()) instanceof OrderLife.Answer.Allowed)) {
            return MadeChange.refused(
                    other.number() + " is " + other.state().inWords() + ": nothing can be added to it.");
        }
        MadeChange.Target into = new MadeChange.Target(other, queries.allLines(other.id()));
        before.forEach(line -> lines.passOn(line.id(), other.id()));
        return new MadeChange("All lines of " + order.number() + " go to " + other.number() + ".", into, List.of());
    }

    private MadeChange postpone(PlanHeader plan, OrderHead order, List<OrderLine> before, @Nullable LocalDate date) {
        if (date == null) {
            return MadeChange.refused("order date: nothing must be a day, such as " + order.orderDate() + ".");
        }
        long days = ChronoUnit.DAYS.between(order.orderDate(), date);
        lines.shift(order.id(), date, days);
        List<Finding> findings = new ArrayList<>();
        OrderHead moved = orders.read(order.number()).orElseThrow();
        before.forEach(line -> findings.addAll(lineFindings(
                plan, moved, line.item(), line.quantityUnits(), line.dueDate().plusDays(days))));
        return new MadeChange(
                "The order is placed on " + date + ", before on " + order.orderDate() + "; its lines are due "
                        + Math.abs(days) + " days " + (days < 0 ? "earlier." : "later."),
                findings);
    }

    private Optional<SupplyOption> option(PlanHeader plan, OrderHead order, String item) {
        return order.kind() == OrderKind.PURCHASE
                ? terms.findOption(plan.runId(), item, order.partner(), order.warehouse())
                : Optional.empty();
    }

    /** Where the supplier's terms are not known, what the line has. */
    private BigDecimal price(PlanHeader plan, OrderHead order, OrderLine line, int units) {
        return option(plan, order, line.item())
                .map(option -> option.unitCostAt(units).amount())
                .orElse(line.unitCost());
    }

    private List<Finding> lineFindings(PlanHeader plan, OrderHead order, String item, int units, LocalDate due) {
        return order.kind() == OrderKind.PURCHASE
                ? OrderChecks.line(item, option(plan, order, item).orElse(null), units, order.orderDate(), due)
                : List.of();
    }
}
