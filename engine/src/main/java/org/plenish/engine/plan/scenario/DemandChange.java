package org.plenish.engine.plan.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.TimeBuckets;

/**
 * More or less is demanded.
 *
 * @param shape factors of one bucket after the other, from the first that holds {@code period}'s first day; where it ends,
 *     demand is as before. One factor: it holds in the whole period, by days in buckets that it shares
 */
record DemandChange(Selection selection, Period period, List<Double> shape) implements Change {

    static final double LARGEST_FACTOR = 100;
    static final ChangeKind KIND = new ChangeKind("demand", DemandChange::read);

    DemandChange {
        shape = List.copyOf(shape);
    }

    private static Change read(ChangeFields fields) {
        Selection selection = Selection.read(fields);
        Period period = Period.read(fields);
        fields.requireOneOf("factor", "shape", "units", "add_units");
        @Nullable Double units = fields.numberIfGiven("units", 0, DemandUnits.LARGEST_UNITS);
        @Nullable
        Double more = fields.numberIfGiven("add_units", -DemandUnits.LARGEST_UNITS, DemandUnits.LARGEST_UNITS);
        if (units != null || more != null) {
            return new DemandUnits(
                    selection, period, units == null ? Objects.requireNonNull(more) : units, more != null);
        }
        List<Double> shape = fields.numbers("shape", 0, LARGEST_FACTOR);
        @Nullable Double factor = fields.numberIfGiven("factor", 0, LARGEST_FACTOR);
        if (!shape.isEmpty() && period.to() != null) {
            fields.error("to", "must not be given beside shape, which ends by itself", null);
        }
        return new DemandChange(selection, period, factor == null ? shape : List.of(factor));
    }

    @Override
    public Driver driver() {
        return Driver.DEMAND;
    }

    @Override
    public String sentence() {
        String times = shape.size() == 1
                ? Words.number(shape.get(0))
                : String.join(", ", shape.stream().map(Words::number).toList());
        return "Demand of " + selection.words() + period.words() + " × " + times + ".";
    }

    @Override
    public NoReplay noReplay() {
        return NoReplay.DEMAND;
    }

    @Override
    public void applyTo(Draft draft) {
        draft.scaleForecasts(selection, this::factor, draft.said(this));
    }

    private double factor(TimeBuckets buckets, int index) {
        if (shape.size() == 1) {
            return 1 + (shape.get(0) - 1) * period.shareOf(buckets, index);
        }
        LocalDate from = period.from();
        int place = index - (from == null ? 0 : buckets.indexOf(from));
        return place >= 0 && place < shape.size() ? shape.get(place) : 1;
    }
}
