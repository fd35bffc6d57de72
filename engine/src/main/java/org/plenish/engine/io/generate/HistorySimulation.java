package org.plenish.engine.io.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.plenish.engine.model.DailyStock;
import org.plenish.engine.model.Lot;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplyOption;

/**
 * Plays the past of one SKU-location day by day: customers order, what is there is sold, a buyer looks at it once a week
 * and orders, the supplier delivers about when promised. Sales, stock notes, stock and open orders then fit each other:
 * on a day without stock nothing is sold, and what is late really is.
 *
 * <p>The buyer knows the season but not chance: the forecast is the true demand over the time to be covered, mixed with
 * a smoothed average of what was sold. Each SKU-location has its own cover, some far too little or too much.
 */
final class HistorySimulation {

    /** Weeks of demand kept as safety by the median buyer over three weeks' lead and review time. */
    private static final double SAFETY_WEEKS = 2.3;

    private static final double SAFETY_SIGMA = 0.40;
    private static final double NEGLECTED_SHARE = 0.03;
    private static final double OVERBOUGHT_SHARE = 0.04;

    private static final double KNOWN_SHARE = 0.7;
    private static final double SMOOTHING = 0.1;
    private static final double ORDER_SIGMA = 1.0;

    /** Of the days with sales: measured 1.4 % of rows and 1.3 % of units are returns. */
    private static final double RETURN_SHARE = 0.015;

    private static final int NOTE_EVERY_DAYS = 28;

    /**
     * What happens to the SKU-location once, so that transfers pay: a delivery for all warehouses came to one, and
     * another has not ordered since.
     */
    enum Misplacement {
        NONE,
        RECEIVED_FOR_ALL,
        WAITS_IN_VAIN
    }

    /** A delivery under way; {@code arrives} may be after what was promised. */
    record Delivery(int orderedOn, int promisedOn, int arrivesOn, int units) {}

    private record Receipt(int epochDay, int units) {}

    private final GeneratedArticle article;
    private final SkuLocation location;
    private final SupplyOption option;
    private final Supplier supplier;
    private final Misplacement misplacement;
    private final KeyedRandom random;
    private final int firstEpochDay;
    private final int asOfEpochDay;
    private final LocalDate asOf;
    private final double share;
    private final double safetyWeeks;
    private final DayOfWeek orderDay;

    private final SalesColumns sales = new SalesColumns();
    private final List<Delivery> underWay = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private int[] noteDays = new int[32];
    private int[] noteUnits = new int[32];
    private int notes;
    private int onHandUnits;
    private int dueReturnDay = -1;
    private int dueReturnUnits;
    private double smoothedWeeklyUnits;
    private int soldThisWeek;

    HistorySimulation(
            long seed,
            GeneratedArticle article,
            SkuLocation location,
            SupplyOption option,
            Supplier supplier,
            Misplacement misplacement,
            LocalDate firstDay,
            LocalDate asOf) {
        this.article = article;
        this.location = location;
        this.option = option;
        this.supplier = supplier;
        this.misplacement = misplacement;
        this.random = KeyedRandom.of(
                seed, "history", location.item().value(), location.warehouse().value());
        this.firstEpochDay =
                Math.toIntExact((article.firstDay().isAfter(firstDay) ? article.firstDay() : firstDay).toEpochDay());
        this.asOfEpochDay = Math.toIntExact(asOf.toEpochDay());
        this.asOf = asOf;
        this.share = NetworkRules.require(article.shareByWarehouse(), location.warehouse());
        this.safetyWeeks = safetyWeeks();
        this.orderDay =
                supplier.orderWeekdays().stream().min(DayOfWeek::compareTo).orElse(DayOfWeek.MONDAY);
    }

    private double safetyWeeks() {
        double weeks = random.logNormal(SAFETY_WEEKS, SAFETY_SIGMA) * StrictMath.sqrt((leadTimeWeeks() + 1) / 3);
        double draw = random.uniform();
        if (draw < NEGLECTED_SHARE) {
            return 0;
        }
        return draw < NEGLECTED_SHARE + OVERBOUGHT_SHARE ? weeks * 3 : weeks;
    }

    void run() {
        double weeklyUnits = knownWeeklyUnits(LocalDate.ofEpochDay(firstEpochDay));
        smoothedWeeklyUnits = weeklyUnits;
        receive(firstEpochDay, (int) StrictMath.ceil(weeklyUnits * (safetyWeeks + leadTimeWeeks() + 2)));
        note(firstEpochDay);
        double noise = 1;
        for (int day = firstEpochDay; day < asOfEpochDay; day++) {
            LocalDate date = LocalDate.ofEpochDay(day);
            boolean hadStock = onHandUnits > 0;
            if (date.getDayOfWeek() == DayOfWeek.MONDAY) {
                noise = random.logNormal(1, 0.25);
                smoothedWeeklyUnits += SMOOTHING * (soldThisWeek - smoothedWeeklyUnits);
                soldThisWeek = 0;
            }
            deliver(day);
            boolean refilled = !hadStock && onHandUnits > 0; // it may be sold out again by the evening
            sell(day, date, noise);
            if (date.getDayOfWeek() == orderDay) {
                review(day, date);
            }
            boolean hasStock = onHandUnits > 0;
            if (refilled
                    || hadStock != hasStock
                    || (day - firstEpochDay) % NOTE_EVERY_DAYS == 0
                    || day == asOfEpochDay - 1) {
                note(day);
            }
        }
    }

    private double leadTimeWeeks() {
        return option.leadTimeDays() / 7.0;
    }

    private double knownWeeklyUnits(LocalDate day) {
        return article.expectedWeeklyUnits(day, asOf) * share;
    }

    private void deliver(int day) {
        for (int i = underWay.size() - 1; i >= 0; i--) {
            if (underWay.get(i).arrivesOn() <= day) {
                receive(day, underWay.remove(i).units());
            }
        }
        if (misplacement == Misplacement.RECEIVED_FOR_ALL && day == asOfEpochDay - 25) {
            double units = 5 * article.expectedWeeklyUnits(asOf, asOf);
            receive(day, roundUp((int) units));
        }
    }

    private void receive(int day, int units) {
        if (units == 0) {
            return;
        }
        onHandUnits += units;
        int last = receipts.size() - 1;
        if (last >= 0 && receipts.get(last).epochDay() == day) {
            receipts.set(last, new Receipt(day, receipts.get(last).units() + units)); // one lot a day
        } else {
            receipts.add(new Receipt(day, units));
        }
    }

    private void sell(int day, LocalDate date, double noise) {
        int returned = 0;
        double openShare = SeasonProfile.dayShare(date);
        if (dueReturnUnits > 0 && day >= dueReturnDay && openShare > 0) {
            returned = dueReturnUnits;
            dueReturnUnits = 0;
        }
        double expected = knownWeeklyUnits(date) * openShare * noise * article.promotionFactor(date);
        int demanded = 0;
        if (expected > 0) {
            int orders = random.poisson(Math.min(50, expected / article.orderUnits()));
            for (int i = 0; i < orders; i++) {
                demanded += orderedUnits();
            }
        }
        int sold = Math.min(demanded, onHandUnits);
        onHandUnits += returned - sold;
        soldThisWeek += sold - returned;
        if (sold > 0 && dueReturnUnits == 0 && random.chance(RETURN_SHARE)) {
            dueReturnUnits = Math.max(1, (int) (sold * random.uniform(0.3, 1)));
            dueReturnDay = day + random.between(2, 10);
        }
        if (sold > 0 || returned > 0) {
            sales.add(day, sold, returned, revenue(sold, returned, date));
        }
    }

    /** Half of the orders above half a dozen are in half dozens. */
    private int orderedUnits() {
        double drawn = random.logNormal(article.orderUnits() * 0.607, ORDER_SIGMA); // e^(-1²/2): mean, not median
        int units = Math.max(1, (int) StrictMath.round(drawn));
        return units > 6 && random.chance(0.5) ? (units + 3) / 6 * 6 : units;
    }

    private long revenue(int sold, int returned, LocalDate date) {
        var price = article.item().unitPrice();
        if (price == null) {
            return 0;
        }
        long minorUnits = price.amount().movePointRight(2).longValueExact();
        double paid = article.promotionFactor(date) > 1 ? 0.85 : 1;
        return StrictMath.round(minorUnits * paid) * (sold - returned);
    }

    private void review(int day, LocalDate date) {
        boolean neglected =
                misplacement == Misplacement.WAITS_IN_VAIN && day > asOfEpochDay - 35 - option.leadTimeDays();
        LocalDate arrival = date.plusDays(option.leadTimeDays());
        if (neglected || article.fadesFrom() != null && !arrival.isBefore(article.fadesFrom())) {
            return;
        }
        double known = (knownWeeklyUnits(date) + knownWeeklyUnits(arrival)) / 2;
        if (knownWeeklyUnits(arrival) == 0) {
            return;
        }
        double forecast = KNOWN_SHARE * known + (1 - KNOWN_SHARE) * Math.max(0, smoothedWeeklyUnits);
        double reorderPoint = forecast * (leadTimeWeeks() + 1 + safetyWeeks);
        int position = onHandUnits;
        for (Delivery delivery : underWay) {
            position += delivery.units();
        }
        if (position >= reorderPoint) {
            return;
        }
        int units = Math.max(
                option.minOrderQuantityUnits(), roundUp((int) StrictMath.ceil(reorderPoint + forecast - position)));
        double delay = Math.max(-0.5, random.gaussian()) * supplier.leadTimeSdDays();
        int promised = day + Math.max(1, option.leadTimeDays());
        underWay.add(new Delivery(day, promised, Math.max(day + 1, promised + (int) StrictMath.round(delay)), units));
    }

    private int roundUp(int units) {
        int multiple = option.orderMultipleUnits();
        return (units + multiple - 1) / multiple * multiple;
    }

    private void note(int day) {
        if (notes > 0 && noteDays[notes - 1] == day) {
            notes--;
        }
        if (notes == noteDays.length) {
            noteDays = Arrays.copyOf(noteDays, notes * 2);
            noteUnits = Arrays.copyOf(noteUnits, notes * 2);
        }
        noteDays[notes] = day;
        noteUnits[notes] = onHandUnits;
        notes++;
    }

    SalesColumns sales() {
        return sales;
    }

    DailyStock stockNotes() {
        return new DailyStock(Arrays.copyOf(noteDays, notes), Arrays.copyOf(noteUnits, notes));
    }

    List<Delivery> underWay() {
        return List.copyOf(underWay);
    }

    StockPosition position() {
        int allocated = onHandUnits > 20 && random.chance(0.03) ? random.between(1, onHandUnits / 10) : 0;
        boolean owes = onHandUnits == 0 && knownWeeklyUnits(asOf) > 1 && random.chance(0.3);
        return new StockPosition(location, onHandUnits, allocated, owes ? random.between(1, 5) : 0, lots());
    }

    /** What is there came last: first in, first out. Older than its shelf life it is sold off within the week. */
    private List<Lot> lots() {
        Integer shelfLifeDays = article.item().shelfLifeDays();
        if (shelfLifeDays == null) {
            return List.of();
        }
        List<Lot> lots = new ArrayList<>();
        int rest = onHandUnits;
        for (int i = receipts.size() - 1; i >= 0 && rest > 0; i--) {
            Receipt receipt = receipts.get(i);
            int units = i == 0 ? rest : Math.min(rest, receipt.units());
            int expires = Math.max(asOfEpochDay + 7, receipt.epochDay() + shelfLifeDays * 9 / 10);
            lots.add(new Lot("L" + receipt.epochDay(), units, LocalDate.ofEpochDay(expires)));
            rest -= units;
        }
        Collections.reverse(lots);
        return lots;
    }
}
