package org.plenish.web.uncertainty;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.plenish.web.shared.Figures;
import org.plenish.web.uncertainty.Figure.Group;

/**
 * A figure as the page shows it: its numbers, and a box that is drawn to the scale of its group.
 *
 * @param box where its quantiles lie, percent of the drawing's width
 */
public record FigureRow(Figure figure, SpreadRow spread, Box box) {

    /** Shares are drawn from here or a little below the least of them, so that what matters is not squeezed. */
    private static final double SHARE_MARGIN = 0.01;

    /** Percent of the width, each at least as much as the one before. */
    public record Box(double low, double lowerQuartile, double median, double upperQuartile, double high) {

        private static Box of(SpreadRow spread, double from, double to) {
            return new Box(
                    at(spread.low(), from, to),
                    at(spread.lowerQuartile(), from, to),
                    at(spread.median(), from, to),
                    at(spread.upperQuartile(), from, to),
                    at(spread.high(), from, to));
        }

        private static double at(double value, double from, double to) {
            return to > from ? Math.round(1_000 * Math.max(0, Math.min(1, (value - from) / (to - from)))) / 10.0 : 0;
        }

        public double width() {
            return high - low;
        }

        public double boxWidth() {
            return upperQuartile - lowerQuartile;
        }
    }

    /** One row for each figure that is there, in their order. */
    static List<FigureRow> of(List<SpreadRow> spreads) {
        Map<Figure, SpreadRow> byFigure = new EnumMap<>(Figure.class);
        spreads.forEach(spread -> byFigure.put(Figure.valueOf(spread.figure()), spread));
        return byFigure.entrySet().stream()
                .map(entry -> {
                    Group group = entry.getKey().group();
                    List<SpreadRow> ofGroup = byFigure.entrySet().stream()
                            .filter(other -> other.getKey().group() == group)
                            .map(Map.Entry::getValue)
                            .toList();
                    return new FigureRow(
                            entry.getKey(),
                            entry.getValue(),
                            Box.of(entry.getValue(), from(group, ofGroup), to(group, ofGroup)));
                })
                .toList();
    }

    private static double from(Group group, List<SpreadRow> rows) {
        double least = rows.stream().mapToDouble(SpreadRow::low).min().orElse(0);
        return group == Group.SHARE ? Math.max(0, least - SHARE_MARGIN) : Math.min(0, least);
    }

    private static double to(Group group, List<SpreadRow> rows) {
        return group == Group.SHARE
                ? 1
                : rows.stream().mapToDouble(SpreadRow::high).max().orElse(0);
    }

    /** A value of this figure in words. */
    public String text(double value, Figures figures) {
        return figure.isShare() ? figures.percent(value) : figures.wholeMoney(value);
    }
}
