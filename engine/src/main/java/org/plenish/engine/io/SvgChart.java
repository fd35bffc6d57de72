package org.plenish.engine.io;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Charts as SVG text that stands in a page by itself; every colour comes with a dash or a name, so grey print can be read. */
final class SvgChart {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 240;
    private static final int LEFT = 70;
    private static final int RIGHT = 10;
    private static final int TOP = 10;
    private static final int BOTTOM = 28;
    private static final int STEPS = 4;
    private static final int BAR_HEIGHT = 22;
    private static final int BAR_STEP = 34;
    private static final int BAR_LEFT = 150;

    private static final List<String> COLOURS =
            List.of("#1b5e9b", "#b3541e", "#3c7a3a", "#7a3e8c", "#555555", "#8a6d00");
    private static final List<String> DASHES = List.of("none", "6 3", "2 3", "10 3 2 3", "1 4", "12 4");

    private SvgChart() {}

    /** @param values NaN leaves a gap */
    @SuppressWarnings("ArrayRecordComponent") // drawn once
    record Line(String name, double[] values) {}

    /** @param parts in the order of the chart's part names, each 0 or more */
    @SuppressWarnings("ArrayRecordComponent") // drawn once
    record Bar(String name, double[] parts) {}

    /**
     * Lines over a common time axis.
     *
     * @param labels of the values
     * @param least where the axis of values begins
     * @param most where it ends
     * @param format of the axis, for {@link String#format}
     */
    static String lines(String title, List<String> labels, List<Line> lines, double least, double most, String format) {
        StringBuilder svg = start(title, HEIGHT);
        double plotWidth = WIDTH - LEFT - RIGHT;
        double plotHeight = HEIGHT - TOP - BOTTOM;
        for (int step = 0; step <= STEPS; step++) {
            double value = least + (most - least) * step / STEPS;
            double y = TOP + plotHeight * (STEPS - step) / STEPS;
            svg.append(text(
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#cccccc\"/><text x=\"%d\" y=\"%.1f\""
                            + " text-anchor=\"end\">%s</text>",
                    LEFT, WIDTH - RIGHT, y, y, LEFT - 6, y + 4, text(format, value)));
        }
        int last = labels.size() - 1;
        for (int i : last == 0 ? new int[] {0} : new int[] {0, last / 2, last}) {
            svg.append(text(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>",
                    LEFT + plotWidth * i / Math.max(1, last),
                    HEIGHT - 8,
                    i == 0 ? "start" : i == last ? "end" : "middle",
                    Html.escape(labels.get(i))));
        }
        for (int k = 0; k < lines.size(); k++) {
            svg.append(text(
                    "<path fill=\"none\" stroke-width=\"2\" stroke=\"%s\" stroke-dasharray=\"%s\" d=\"",
                    COLOURS.get(k % COLOURS.size()), DASHES.get(k % DASHES.size())));
            boolean pen = false;
            double[] values = lines.get(k).values();
            for (int i = 0; i < values.length; i++) {
                if (Double.isNaN(values[i])) {
                    pen = false;
                    continue;
                }
                double share = most > least ? (values[i] - least) / (most - least) : 0;
                svg.append(text(
                        "%s%.1f %.1f",
                        pen ? "L" : "M",
                        LEFT + plotWidth * i / Math.max(1, last),
                        TOP + plotHeight * (1 - Math.max(0, Math.min(1, share)))));
                pen = true;
            }
            svg.append("\"/>");
        }
        return svg.append("</svg>")
                .append(legend(lines.stream().map(Line::name).toList(), true))
                .toString();
    }

    /** Stacked bars, one below the other. */
    static String bars(String title, List<String> partNames, List<Bar> bars, String format) {
        StringBuilder svg = start(title, BAR_STEP * bars.size() + TOP);
        double most = bars.stream()
                .mapToDouble(bar -> Arrays.stream(bar.parts()).sum())
                .max()
                .orElse(1);
        double unit = most > 0 ? (WIDTH - BAR_LEFT - LEFT - RIGHT) / most : 0;
        for (int k = 0; k < bars.size(); k++) {
            Bar bar = bars.get(k);
            double y = TOP + (double) BAR_STEP * k;
            svg.append(text(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                    BAR_LEFT - 8, y + BAR_HEIGHT * 0.7, Html.escape(bar.name())));
            double x = BAR_LEFT;
            double sum = 0;
            for (int i = 0; i < bar.parts().length; i++) {
                double width = bar.parts()[i] * unit;
                svg.append(text(
                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" fill=\"%s\"><title>%s:"
                                + " %s</title></rect>",
                        x,
                        y,
                        width,
                        BAR_HEIGHT,
                        COLOURS.get(i % COLOURS.size()),
                        Html.escape(partNames.get(i)),
                        text(format, bar.parts()[i])));
                x += width;
                sum += bar.parts()[i];
            }
            svg.append(text("<text x=\"%.1f\" y=\"%.1f\">%s</text>", x + 6, y + BAR_HEIGHT * 0.7, text(format, sum)));
        }
        return svg.append("</svg>").append(legend(partNames, false)).toString();
    }

    private static StringBuilder start(String title, int height) {
        return new StringBuilder(text(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\"><title>%s</title>",
                WIDTH, height, Html.escape(title), Html.escape(title)));
    }

    private static String legend(List<String> names, boolean dashed) {
        StringBuilder legend = new StringBuilder("<p class=\"legend\">");
        for (int k = 0; k < names.size(); k++) {
            legend.append(text(
                    "<svg viewBox=\"0 0 28 10\" class=\"key\" aria-hidden=\"true\"><line x1=\"0\" x2=\"28\" y1=\"5\""
                            + " y2=\"5\" stroke=\"%s\" stroke-width=\"%d\" stroke-dasharray=\"%s\"/></svg> %s ",
                    COLOURS.get(k % COLOURS.size()),
                    dashed ? 2 : 10,
                    dashed ? DASHES.get(k % DASHES.size()) : "none",
                    Html.escape(names.get(k))));
        }
        return legend.append("</p>").toString();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
