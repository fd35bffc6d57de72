package org.plenish.web.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.UnitPrice;
import org.plenish.web.order.life.Finding;
import org.plenish.web.order.life.OrderAction;
import org.plenish.web.order.life.OrderChecks;
import org.plenish.web.order.life.OrderLife;
import org.plenish.web.order.life.OrderState;
import org.plenish.web.order.life.StockOutlook;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.PlanHeader;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the lines of orders. A change is made before it is judged, and taken back if it is refused or was only tried:
 * so what a person is shown beforehand is what they get.
 */
@Service
class OrderEdits {

    private final OrderDesk desk;
    private final OrderStore orders;
    private final OrderQueries queries;
    private final OrderLines lines;
    private final SupplyTerms terms;
    private final TransactionTemplate transaction;
    private final TransactionTemplate step;

    OrderEdits(
            OrderDesk desk,
            OrderStore orders,
            OrderQueries queries,
            OrderLines lines,
            SupplyTerms terms,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.orders = orders;
        this.queries = queries;
        this.lines = lines;
        this.terms = terms;
        this.transaction = new TransactionTemplate(transactions);
        this.step = new TransactionTemplate(transactions);
        this.step.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** A line as a change touches it. */
    private record Place(String item, String warehouse) {}

    /** A second order that a change gives lines to, with those that it had. */
    private record Target(OrderHead order, List<OrderLine> before) {}

    /** @param target null if there is none */
    private record Made(String detail, @Nullable Target target, List<Finding> findings) {

        private Made(String detail, List<Finding> findings) {
            this(detail, null, findings);
        }
    }

    /** @param before lines of the order itself */
    private record Judged(EditEffect effect, @Nullable Target target, List<OrderLine> before, List<OrderLine> after) {}

    /** What the change would do; nothing is kept of it. */
    EditEffect tried(Actor actor, PlanHeader plan, String number, ChangeForm form) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return orders.lock(number)
                    .map(order -> make(actor, plan, order, form).effect())
                    .orElseGet(() -> refusal("There is no order " + number + "."));
        });
    }

    Outcome edit(Actor actor, PlanHeader plan, Asked asked, ChangeForm form) {
        try {
            return transaction.execute(status -> desk.change(
                    actor,
                    OrderAction.EDIT,
                    asked,
                    form,
                    opened -> kept(actor, plan, opened.order(), asked.reason(), form)));
        } catch (ConcurrencyFailureException crossed) {
            return Outcome.late("Somebody changed " + asked.number()
                    + " and an order that it concerns at the same moment. Open it anew and try again.");
        }
    }

    private Outcome kept(Actor actor, PlanHeader plan, OrderHead order, String reason, ChangeForm form) {
        return step.execute(savepoint -> {
            Judged judged = make(actor, plan, order, form);
            EditEffect effect = judged.effect();
            if (effect.isRefused()) {
                savepoint.setRollbackOnly();
                return Outcome.refused(
                        effect.refusals().stream().map(Finding::message).collect(Collectors.joining(" ")));
            }
            Target target = judged.target();
            if (target != null
                    && form.change() == ChangeForm.Kind.MERGE
                    && !Objects.equals(form.targetVersion(), target.order().version())) {
                savepoint.setRollbackOnly();
                return Outcome.late(desk.whoWasFirst(target.order()));
            }
            noteChanged(actor, judged.before(), judged.after());
            lines.countContainers(plan.runId(), order.id());
            boolean empty = queries.allLines(order.id()).isEmpty();
            OrderHead after = orders.move(
                    actor,
                    order,
                    OrderAction.EDIT,
                    empty ? OrderState.CANCELLED : OrderState.EDITED,
                    reason,
                    effect.detail(),
                    words(judged.before()),
                    words(judged.after()));
            if (target != null) {
                OrderHead other = target.order();
                List<OrderLine> otherLines = queries.allLines(other.id());
                noteChanged(actor, target.before(), otherLines);
                orders.passContributors(order.id(), other.id());
                lines.countContainers(plan.runId(), other.id());
                orders.move(
                        actor,
                        other,
                        OrderAction.EDIT,
                        OrderState.EDITED,
                        reason,
                        effect.detail(),
                        words(target.before()),
                        words(otherLines));
                orders.voidApprovals(other.id());
            }
            return Outcome.done(effect.detail() + " " + after.number() + " is "
                    + after.state().inWords() + ".");
        });
    }

    private Judged make(Actor actor, PlanHeader plan, OrderHead order, ChangeForm form) {
        List<OrderLine> before = queries.allLines(order.id());
        Map<Place, StockOutlook> outlooks = outlooks(plan, order, before, form);
        double volumeBefore = terms.orderVolumeM3(plan.runId(), order.id());
        Made made = make(actor, plan, order, before, form);
        List<Finding> findings = new ArrayList<>(made.findings());
        List<OrderLine> after = new ArrayList<>(queries.allLines(order.id()));
        BigDecimal valueBefore = order.value();
        BigDecimal valueAfter = value(after);
        List<EditEffect.StockChange> stocks = new ArrayList<>();
        if (findings.stream().noneMatch(Finding::isRefusal)) {
            Target target = made.target();
            if (target != null) {
                // As it is read before the change: what it has now, more than that, came from here.
                valueBefore = valueBefore.add(target.order().value());
                valueAfter =
                        valueAfter.add(value(queries.allLines(target.order().id())));
            }
            outlooks.forEach((place, outlook) -> terms.findOutlook(plan, place.item(), place.warehouse())
                    .ifPresent(now -> stocks.add(new EditEffect.StockChange(outlook, now))));
            findings.addAll(judge(plan, order, before, after, volumeBefore, valueAfter.subtract(valueBefore), form));
        }
        return new Judged(
                new EditEffect(
                        made.detail(),
                        findings,
                        stocks,
                        valueBefore,
                        valueAfter,
                        made.target() == null ? null : made.target().order().version()),
                made.target(),
                before,
                after);
    }

    /** What is not as it was, or was not there. */
    private void noteChanged(Actor actor, List<OrderLine> before, List<OrderLine> after) {
        lines.noteChanged(
                actor,
                after.stream()
                        .filter(line -> !before.contains(line))
                        .map(OrderLine::id)
                        .toList());
    }

    private Made make(Actor actor, PlanHeader plan, OrderHead order, List<OrderLine> before, ChangeForm form) {
        if (form.change() == null) {
            return refused("Choose what to change.");
        }
        return switch (form.change()) {
            case QUANTITY ->
                withLine(order, form, line -> {
                    if (form.units() == null || form.units() < 1) {
                        return refused(
                                "quantity: " + form.units() + " must be 1 or more. To buy none, remove the line.");
                    }
                    lines.update(line.id(), form.units(), price(plan, order, line, form.units()), line.dueDate());
                    return new Made(
                            "Line " + line.line() + ": " + form.units() + " of " + line.item() + ", before "
                                    + line.quantityUnits() + ".",
                            lineFindings(plan, order, line.item(), form.units(), line.dueDate()));
                });
            case DATE ->
                withLine(order, form, line -> {
                    if (form.date() == null) {
                        return refused("due date: nothing must be a day, such as " + line.dueDate() + ".");
                    }
                    lines.update(line.id(), line.quantityUnits(), line.unitCost(), form.date());
                    return new Made(
                            "Line " + line.line() + " is due on " + form.date() + ", before on " + line.dueDate() + ".",
                            lineFindings(plan, order, line.item(), line.quantityUnits(), form.date()));
                });
            case SPLIT ->
                withLine(order, form, line -> {
                    if (form.units() == null || form.units() < 1 || form.units() >= line.quantityUnits()) {
                        return refused("quantity to split off: " + form.units()
                                + " must be 1 or more and less than the line’s " + line.quantityUnits() + ".");
                    }
                    if (form.date() == null) {
                        return refused("due date of what is split off: nothing must be a day, such as "
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
                    return new Made(
                            "Line " + line.line() + ": " + form.units() + " of " + line.quantityUnits()
                                    + " are split off, due on " + form.date() + ".",
                            findings);
                });
            case SUPPLIER -> withLine(order, form, line -> toSupplier(actor, plan, order, line, form.partner()));
            case PIN, UNPIN ->
                withLine(order, form, line -> {
                    boolean pin = form.change() == ChangeForm.Kind.PIN;
                    lines.pin(line.id(), pin);
                    return new Made(
                            "Line " + line.line()
                                    + (pin
                                            ? " is pinned: the next plan takes it as given."
                                            : " is not pinned any more."),
                            List.of());
                });
            case REMOVE ->
                withLine(order, form, line -> {
                    lines.remove(line.id());
                    return new Made(
                            "Line " + line.line() + " of " + line.quantityUnits() + " of " + line.item()
                                    + " is removed.",
                            List.of());
                });
            case ADD -> add(plan, order, form);
            case MERGE -> merge(actor, order, before, form.target());
            case ORDER_DATE -> postpone(plan, order, before, form.date());
        };
    }

    private Made withLine(OrderHead order, ChangeForm form, Function<OrderLine, Made> change) {
        return Optional.ofNullable(form.line())
                .flatMap(line -> queries.findLine(order.id(), line))
                .map(change)
                .orElseGet(() ->
                        refused("The order " + order.number() + " has no such line. Open it anew and choose one."));
    }

    private Made add(PlanHeader plan, OrderHead order, ChangeForm form) {
        String item = form.item() == null ? "" : form.item().strip();
        Integer units = form.units();
        LocalDate due = form.date();
        if (item.isEmpty() || units == null || units < 1 || due == null) {
            return refused("A new line needs an article number, a quantity of 1 or more and a due date.");
        }
        int added = units;
        Optional<SupplyOption> option = option(plan, order, item);
        Optional<BigDecimal> price = order.kind() == OrderKind.PURCHASE
                ? option.map(terms -> terms.unitCostAt(added).amount())
                : terms.findTransferCost(plan.runId(), item, order.partner(), order.warehouse())
                        .map(UnitPrice::amount);
        if (price.isEmpty()) {
            return refused("item: " + item + " does not come to " + order.warehouse() + " from " + order.partner()
                    + ". Choose another item, or another order.");
        }
        lines.add(
                order.id(),
                item,
                added,
                option.map(SupplyOption::orderMultipleUnits).orElse(1),
                price.get(),
                due,
                "Added by hand.");
        return new Made(
                added + " of " + item + " are added, due on " + due + ".", lineFindings(plan, order, item, added, due));
    }

    private Made toSupplier(Actor actor, PlanHeader plan, OrderHead order, OrderLine line, @Nullable String supplier) {
        if (order.kind() != OrderKind.PURCHASE || supplier == null || supplier.equals(order.partner())) {
            return refused("supplier: " + supplier + " must be another one than " + order.partner() + ".");
        }
        Optional<SupplyOption> option = terms.findOption(plan.runId(), line.item(), supplier, order.warehouse());
        if (option.isEmpty()) {
            return refused(supplier + " does not sell " + line.item() + " to " + order.warehouse()
                    + ". Choose a supplier of the list.");
        }
        OrderHead other = lines.findOpenOrder(order, supplier)
                .flatMap(orders::lock)
                // Whoever was at work on it may have sent it on its way, or put it off.
                .filter(open -> open.state() == OrderState.PROPOSED || open.state() == OrderState.EDITED)
                .filter(open -> open.orderDate().equals(order.orderDate()))
                .orElseGet(() -> lines.open(actor, plan, order, supplier));
        Target target = new Target(other, queries.allLines(other.id()));
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
        return new Made(
                "Line " + line.line() + " of " + line.quantityUnits() + " of " + line.item() + " moves to " + supplier
                        + ", order " + other.number() + ", due on " + due + ".",
                target,
                OrderChecks.line(line.item(), option.get(), line.quantityUnits(), order.orderDate(), due));
    }

    private Made merge(Actor actor, OrderHead order, List<OrderLine> before, @Nullable String target) {
        Optional<OrderHead> found =
                target == null || target.equals(order.number()) ? Optional.empty() : orders.lock(target.strip());
        if (found.isEmpty()) {
            return refused("order to merge with: " + target + " must be the number of another order.");
        }
        OrderHead other = found.get();
        if (other.kind() != order.kind()
                || !other.partner().equals(order.partner())
                || !other.warehouse().equals(order.warehouse())) {
            return refused(other.number() + " goes from " + other.partner() + " to " + other.warehouse() + ", "
                    + order.number() + " from " + order.partner() + " to " + order.warehouse()
                    + ": only orders of one way merge.");
        }
        if (!(OrderLife.ask(other.state(), OrderAction.EDIT, actor.roles()) instanceof OrderLife.Answer.Allowed)) {
            return refused(other.number() + " is " + other.state().inWords() + ": nothing can be added to it.");
        }
        Target into = new Target(other, queries.allLines(other.id()));
        before.forEach(line -> lines.passOn(line.id(), other.id()));
        return new Made("All lines of " + order.number() + " go to " + other.number() + ".", into, List.of());
    }

    private Made postpone(PlanHeader plan, OrderHead order, List<OrderLine> before, @Nullable LocalDate date) {
        if (date == null) {
            return refused("order date: nothing must be a day, such as " + order.orderDate() + ".");
        }
        long days = ChronoUnit.DAYS.between(order.orderDate(), date);
        lines.shift(order.id(), date, days);
        List<Finding> findings = new ArrayList<>();
        OrderHead moved = orders.read(order.number()).orElseThrow();
        before.forEach(line -> findings.addAll(lineFindings(
                plan, moved, line.item(), line.quantityUnits(), line.dueDate().plusDays(days))));
        return new Made(
                "The order is placed on " + date + ", before on " + order.orderDate() + "; its lines are due "
                        + Math.abs(days) + " days " + (days < 0 ? "earlier." : "later."),
                findings);
    }

    /** Limits that the order as a whole, or all orders together, have to keep. */
    private List<Finding> judge(
            PlanHeader plan,
            OrderHead order,
            List<OrderLine> before,
            List<OrderLine> after,
            double volumeBefore,
            BigDecimal more,
            ChangeForm form) {
        List<Finding> findings = new ArrayList<>();
        LocalDate orderDate = orders.read(order.number()).orElseThrow().orderDate();
        if (order.kind() == OrderKind.PURCHASE) {
            SupplyTerms.SupplierTerms supplier = terms.supplier(plan.runId(), order.partner());
            if (!after.isEmpty()) {
                findings.addAll(OrderChecks.order(
                        Money.of(value(after)), supplier.minimum(), orderDate, supplier.orderWeekdays()));
            }
            Double containerM3 = supplier.containerM3();
            if (containerM3 != null) {
                findings.addAll(OrderChecks.containers(
                        volumeBefore, terms.orderVolumeM3(plan.runId(), order.id()), containerM3));
            }
            terms.cash(plan, orderDate).forEach(limit -> findings.addAll(OrderChecks.limit(limit, more.doubleValue())));
        }
        if (form.change() != ChangeForm.Kind.MERGE && form.change() != ChangeForm.Kind.SUPPLIER) {
            arrivals(before, after).forEach((arrival, units) -> {
                double m3 = units * terms.unitVolumeM3(plan.runId(), arrival.item());
                terms.space(plan, arrival.item(), order.warehouse(), arrival.day())
                        .forEach(limit -> findings.addAll(OrderChecks.limit(limit, m3)));
            });
        }
        if (order.kind() == OrderKind.TRANSFER) {
            after.stream()
                    .map(OrderLine::item)
                    .distinct()
                    .forEach(item -> terms.findOutlook(plan, item, order.partner())
                            .filter(sender -> sender.lowestUnits() < 0)
                            .ifPresent(sender -> findings.add(new Finding(
                                    Finding.Weight.WARNS,
                                    "The sender " + order.partner() + " would run short of " + item + " by "
                                            + -sender.lowestUnits() + " units."))));
        }
        return findings;
    }

    private record Arrival(String item, LocalDate day) {}

    /** By how many units more, or less, of an item come on a day. */
    private static Map<Arrival, Integer> arrivals(List<OrderLine> before, List<OrderLine> after) {
        Map<Arrival, Integer> units = new LinkedHashMap<>();
        after.forEach(
                line -> units.merge(new Arrival(line.item(), line.dueDate()), line.quantityUnits(), Integer::sum));
        before.forEach(
                line -> units.merge(new Arrival(line.item(), line.dueDate()), -line.quantityUnits(), Integer::sum));
        return units;
    }

    private Map<Place, StockOutlook> outlooks(
            PlanHeader plan, OrderHead order, List<OrderLine> before, ChangeForm form) {
        Map<Place, StockOutlook> outlooks = new LinkedHashMap<>();
        before.stream()
                .filter(line -> form.line() == null ? form.item() == null : line.id() == form.line())
                .map(OrderLine::item)
                .forEach(item -> outlook(plan, outlooks, item, order.warehouse()));
        if (form.item() != null) {
            outlook(plan, outlooks, form.item().strip(), order.warehouse());
        }
        return outlooks;
    }

    private void outlook(PlanHeader plan, Map<Place, StockOutlook> outlooks, String item, String warehouse) {
        terms.findOutlook(plan, item, warehouse)
                .ifPresent(outlook -> outlooks.putIfAbsent(new Place(item, warehouse), outlook));
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

    private static BigDecimal value(List<OrderLine> lines) {
        return lines.stream().map(OrderLine::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> words(List<OrderLine> lines) {
        return lines.stream().map(OrderLine::inWords).toList();
    }

    private static Made refused(String message) {
        return new Made("", List.of(new Finding(Finding.Weight.REFUSES, message)));
    }

    private static EditEffect refusal(String message) {
        return new EditEffect(
                "",
                List.of(new Finding(Finding.Weight.REFUSES, message)),
                List.of(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null);
    }
}
