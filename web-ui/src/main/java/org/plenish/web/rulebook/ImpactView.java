package org.plenish.web.rulebook;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.scenario.Measure.Unit;
import org.plenish.web.shared.Figures;

/** An impact as its page shows it: figures in words, lines in pages. */
public record ImpactView(ImpactResult result) {

    private static final int LINES_A_PAGE = 50;

    /** What a person decides by. */
    private static final List<String> KEY_FIGURES = List.of(
            "cost",
            "fill_rate",
            "service_level",
            "stockouts",
            "average_stock",
            "purchases_now",
            "safety_stock",
            "limits_not_kept");

    /** A figure of both plans; the change with its sign, empty where there is none to be seen. */
    public record Row(String id, String label, String before, String after, String change) {}

    public Figures money() {
        return new Figures(result.currency());
    }

    public List<Row> rows() {
        return result.figures().stream().map(this::row).toList();
    }

    public List<Row> keyRows() {
        return rows().stream().filter(row -> KEY_FIGURES.contains(row.id())).toList();
    }

    private Row row(ImpactResult.Figure figure) {
        String change = "";
        Double before = figure.before();
        Double after = figure.after();
        if (before != null && after != null) {
            String size = text(figure.unit(), Math.abs(after - before));
            if (!size.equals(text(figure.unit(), 0.0))) {
                change = (after < before ? "−" : "+") + size;
            }
        }
        return new Row(figure.id(), figure.label(), text(figure.unit(), before), text(figure.unit(), after), change);
    }

    private String text(Unit unit, @Nullable Double value) {
        if (value == null) {
            return "–";
        }
        return switch (unit) {
            case CURRENCY -> money().wholeMoney(value);
            case PERCENT -> money().percent(value / 100);
            case COUNT -> money().units(Math.round(value));
        };
    }

    public int pages() {
        return Math.max(1, (result.lines().size() + LINES_A_PAGE - 1) / LINES_A_PAGE);
    }

    public int within(int page) {
        return Math.min(Math.max(1, page), pages());
    }

    /** @param page from 1; another one is taken for the nearest there is */
    public List<ImpactResult.Line> lines(int page) {
        int shown = within(page);
        return result.lines()
                .subList(
                        (shown - 1) * LINES_A_PAGE,
                        Math.min(shown * LINES_A_PAGE, result.lines().size()));
    }

    /** Those that move farthest, for the draft's own page. */
    public List<ImpactResult.Line> first() {
        return result.lines().subList(0, Math.min(5, result.lines().size()));
    }

    /** With its sign, to the whole unit of currency; without one where nothing of it is left. */
    public String signed(BigDecimal amount) {
        String size = money().wholeMoney(amount.abs());
        if (size.equals(money().wholeMoney(BigDecimal.ZERO))) {
            return "±0";
        }
        return (amount.signum() < 0 ? "−" : "+") + size;
    }
}
