package org.plenish.web.today;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenish.web.today.Alert.State;

/**
 * A panel as the home page shows it.
 *
 * @param now of the current plan; null if it was stored by a version that did not count
 * @param before of the plan before; null if there is none that counted
 * @param toDo all that are to be done today, worst first, whatever has become of them
 * @param shown of those the worst that ask something of the person, and what the person has just dealt with
 */
public record PanelView(
        Panel panel, @Nullable PanelTotal now, @Nullable PanelTotal before, List<Alert> toDo, List<Alert> shown) {

    public PanelView {
        toDo = List.copyOf(toDo);
        shown = List.copyOf(shown);
    }

    /**
     * A panel of one plan in numbers.
     *
     * @param value at stake in all of them
     */
    public record PanelTotal(long runId, Panel panel, int alertCount, BigDecimal value) {}

    public boolean isEmpty() {
        return now == null || now.alertCount() == 0;
    }

    public long open() {
        return toDo.stream().filter(Alert::isOpen).count();
    }

    public long snoozed() {
        return toDo.stream().filter(alert -> alert.state() == State.SNOOZED).count();
    }

    /** Done or accepted. */
    public long handled() {
        return toDo.size() - open() - snoozed();
    }

    /** Open, and not shown. */
    public long openBesides() {
        return open() - shown.stream().filter(Alert::isOpen).count();
    }

    public boolean hasTrend() {
        return now != null && before != null;
    }

    public int countChange() {
        return hasTrend() ? known(now).alertCount() - known(before).alertCount() : 0;
    }

    public BigDecimal valueChange() {
        return hasTrend() ? known(now).value().subtract(known(before).value()) : BigDecimal.ZERO;
    }

    /** {@code WORSE}, {@code BETTER} or {@code SAME}, by money. */
    public String trend() {
        int sign = valueChange().signum() != 0 ? valueChange().signum() : Integer.signum(countChange());
        return sign > 0 ? "WORSE" : sign < 0 ? "BETTER" : "SAME";
    }

    private static PanelTotal known(@Nullable PanelTotal total) {
        return Objects.requireNonNull(total);
    }
}
