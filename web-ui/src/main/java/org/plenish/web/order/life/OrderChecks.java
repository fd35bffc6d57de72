package org.plenish.web.order.life;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.SupplyOption;

/** What a changed order is held against: its supplier's terms for each line, and limits that orders share. */
public final class OrderChecks {

    /**
     * A limit of one bucket.
     *
     * @param name for a sentence: {@code Space in Leeds}
     * @param used as planned, with all orders as they were planned
     * @param unit {@code m³}, or blank for money
     */
    public record SharedLimit(String name, LocalDate bucket, double limit, double used, String unit) {}

    private OrderChecks() {}

    /**
     * One line bought on the supplier's terms.
     *
     * @param terms null: the supplier is not known to sell the item
     */
    public static List<Finding> line(
            String item, @Nullable SupplyOption terms, int units, LocalDate orderDate, LocalDate dueDate) {
        if (terms == null) {
            return List.of(Finding.refuses(
                    "The supplier does not sell " + item + " to this warehouse. Choose another supplier."));
        }
        List<Finding> findings = new ArrayList<>();
        int multiple = terms.orderMultipleUnits();
        int least = roundUp(terms.minOrderQuantityUnits(), multiple);
        if (units < terms.minOrderQuantityUnits()) {
            findings.add(Finding.refuses("quantity of " + item + ": " + units
                    + " must be the supplier's minimum of " + terms.minOrderQuantityUnits() + " or more. Order " + least
                    + ", or remove the line."));
        } else if (units % multiple != 0) {
            findings.add(Finding.refuses(
                    "quantity of " + item + ": " + units + " must be a multiple of " + multiple + ". Order "
                            + Math.max(least, units - units % multiple) + " or " + roundUp(units, multiple) + "."));
        }
        if (units > terms.maxOrderQuantityUnits()) {
            findings.add(Finding.refuses("quantity of " + item + ": " + units + " must be the supplier's maximum of "
                    + terms.maxOrderQuantityUnits() + " or less. Split the line to another date."));
        }
        if (!terms.isValidOn(orderDate)) {
            findings.add(Finding.refuses("The supplier's offer of " + item + " does not hold on " + orderDate
                    + ". Choose another date or supplier."));
        }
        LocalDate soonest = orderDate.plusDays(terms.leadTimeDays());
        if (dueDate.isBefore(soonest)) {
            findings.add(Finding.warns(item + " is due on " + dueDate + ", but ordered on " + orderDate
                    + " it comes on " + soonest + " at the soonest by the supplier's lead time of "
                    + terms.leadTimeDays() + " days."));
        }
        terms.priceBreaks().stream()
                .filter(priceBreak -> priceBreak.minQuantityUnits() > units
                        && priceBreak
                                        .unitCost()
                                        .times(priceBreak.minQuantityUnits())
                                        .compareTo(terms.unitCostAt(units).times(units))
                                <= 0)
                .findFirst()
                .ifPresent(better -> findings.add(Finding.warns("From " + better.minQuantityUnits() + " on " + item
                        + " costs " + better.unitCost() + " a unit: so many cost no more than " + units + ".")));
        return findings;
    }

    /** The order's total and the days on which its supplier takes orders. */
    public static List<Finding> order(Money total, Money minimum, LocalDate orderDate, Set<DayOfWeek> orderWeekdays) {
        List<Finding> findings = new ArrayList<>();
        if (total.compareTo(minimum) < 0) {
            findings.add(Finding.warns("The order's total of " + total + " is below the supplier's minimum of "
                    + minimum + ". Add to it, or merge it with another order."));
        }
        if (!orderWeekdays.isEmpty() && !orderWeekdays.contains(orderDate.getDayOfWeek())) {
            findings.add(Finding.warns("The supplier takes no orders on a "
                    + orderDate.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " ("
                    + orderDate + ")."));
        }
        return findings;
    }

    /** @param containerM3 what one container holds */
    public static List<Finding> containers(double beforeM3, double afterM3, double containerM3) {
        int before = started(beforeM3 / containerM3);
        int after = started(afterM3 / containerM3);
        return after <= before
                ? List.of()
                : List.of(Finding.warns("The order starts container " + after + ": it fills "
                        + decimal(afterM3 / containerM3) + ", after " + decimal(beforeM3 / containerM3) + " before."));
    }

    /** @param more by which the change uses more of the limit; what it uses less is no finding */
    public static List<Finding> limit(SharedLimit limit, double more) {
        double excess = limit.used() + more - limit.limit();
        return more <= 0 || excess <= 1e-9
                ? List.of()
                : List.of(Finding.warns(limit.name() + " is exceeded in the bucket of " + limit.bucket() + " by "
                        + decimal(excess) + (limit.unit().isEmpty() ? "" : " " + limit.unit()) + ": "
                        + decimal(limit.used() + more) + " of " + decimal(limit.limit()) + "."));
    }

    private static int started(double containers) {
        return (int) Math.ceil(containers - 1e-9);
    }

    private static int roundUp(int units, int multiple) {
        return Math.toIntExact(((long) units + multiple - 1) / multiple * multiple);
    }

    private static String decimal(double number) {
        return String.format(Locale.ENGLISH, "%.2f", number);
    }
}
