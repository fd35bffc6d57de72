package org.plenish.engine.plan.space;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.SkuLocationPlan;

/**
 * What should lie near the dock of one warehouse, by the cube-per-order index {@code COI = room / picks}: the lower, the
 * nearer. With single-command trips that minimizes travel. Source: Heskett (1963), Transportation and Distribution
 * Management 3(4); Kallina & Lynn (1976), Interfaces 7(1); Bartholdi & Hackman, Warehouse & Distribution Science, on
 * layout of a unit-load warehouse. Example: 200 litres picked 52 times a year have 200 / 1 = 200, 100 litres picked 13
 * times 100 / 0.25 = 400: the first lies nearer, though it takes more room.
 *
 * @param nearest lowest index first, at most as many as asked for
 * @param ranked articles with a volume that were picked in the last year
 * @param withoutVolume articles that were picked, but whose volume is not known: they cannot be ranked
 * @param picks of the ranked
 * @param stockM3 of the ranked
 * @param nearestFifthPicksShare share of the picks that goes to the nearest fifth of the room
 */
public record Slotting(
        WarehouseId warehouse,
        List<Slot> nearest,
        int ranked,
        int withoutVolume,
        long picks,
        double stockM3,
        double nearestFifthPicksShare) {

    private static final int YEAR_DAYS = 365;
    private static final double WEEKS_PER_YEAR = YEAR_DAYS / 7.0;
    private static final double LITRES_PER_M3 = 1000;
    private static final double NEAR_SHARE = 0.2;

    public Slotting {
        nearest = List.copyOf(nearest);
    }

    /** An article before it has its rank. */
    record Candidate(ItemId item, int picks, long soldUnits, double volumeM3, double stockM3) {
        double index() {
            return stockM3 * LITRES_PER_M3 / (picks / WEEKS_PER_YEAR);
        }
    }

    /** @param most slots that are kept of each warehouse */
    public static List<Slotting> of(Dataset dataset, ReplenishmentPlan plan, int most) {
        Map<WarehouseId, List<Candidate>> candidates = new TreeMap<>();
        for (SkuLocationPlan location : plan.locations()) {
            Candidate candidate = candidate(dataset, location);
            if (candidate.picks() > 0) {
                candidates
                        .computeIfAbsent(location.location().warehouse(), warehouse -> new ArrayList<>())
                        .add(candidate);
            }
        }
        return candidates.entrySet().stream()
                .map(entry -> rank(entry.getKey(), entry.getValue(), most))
                .toList();
    }

    private static Candidate candidate(Dataset dataset, SkuLocationPlan location) {
        DailySales sales = dataset.sales().getOrDefault(location.location(), DailySales.NONE);
        long asOf = dataset.settings().asOf().toEpochDay();
        int picks = 0;
        long units = 0;
        for (int day = 0; day < sales.days(); day++) {
            int epochDay = sales.epochDays()[day];
            if (epochDay >= asOf - YEAR_DAYS && epochDay < asOf && sales.soldUnits()[day] > 0) {
                picks++;
                units += sales.soldUnits()[day];
            }
        }
        double volumeM3 = location.profile().item().unitVolumeM3();
        return new Candidate(
                location.location().item(), picks, units, volumeM3, volumeM3 * meanPeakUnits(location.withProposals()));
    }

    private static double meanPeakUnits(InventoryProjection stock) {
        long sum = 0;
        for (int t = 0; t < stock.buckets().count(); t++) {
            sum += stock.peakUnits(t);
        }
        return (double) sum / stock.buckets().count();
    }

    static Slotting rank(WarehouseId warehouse, List<Candidate> candidates, int most) {
        List<Candidate> ranked = candidates.stream()
                // What will not lie there needs no place.
                .filter(candidate -> candidate.stockM3() > 0)
                .sorted(Comparator.comparingDouble(Candidate::index)
                        .thenComparing(Candidate::picks, Comparator.reverseOrder())
                        .thenComparing(Candidate::item))
                .toList();
        long picks = ranked.stream().mapToLong(Candidate::picks).sum();
        double room = ranked.stream().mapToDouble(Candidate::stockM3).sum();
        List<Slot> nearest = new ArrayList<>();
        long picksSoFar = 0;
        double roomSoFar = 0;
        double fifth = 0;
        for (int i = 0; i < ranked.size(); i++) {
            Candidate candidate = ranked.get(i);
            picksSoFar += candidate.picks();
            roomSoFar += candidate.stockM3();
            double picksShare = (double) picksSoFar / picks;
            double roomShare = room > 0 ? roomSoFar / room : 1;
            if (roomShare <= NEAR_SHARE) {
                fifth = picksShare;
            }
            if (i < most) {
                nearest.add(new Slot(
                        i + 1,
                        candidate.item(),
                        candidate.picks(),
                        candidate.soldUnits(),
                        candidate.soldUnits() * candidate.volumeM3(),
                        candidate.stockM3(),
                        candidate.index(),
                        picksShare,
                        roomShare));
            }
        }
        return new Slotting(warehouse, nearest, ranked.size(), candidates.size() - ranked.size(), picks, room, fifth);
    }
}
