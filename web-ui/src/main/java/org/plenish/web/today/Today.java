package org.plenish.web.today;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.LimitQueries;
import org.plenish.web.shared.LimitSeries;
import org.plenish.web.shared.LoggedIn;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.today.PanelView.PanelTotal;
import org.springframework.stereotype.Component;

/** Puts together what the home page shows of a plan. */
@Component
public class Today {

    private static final int LIMITS_SHOWN = 5;

    private final AlertQueries alerts;
    private final LimitQueries limits;

    Today(AlertQueries alerts, LimitQueries limits) {
        this.alerts = alerts;
        this.limits = limits;
    }

    /**
     * The panels as one person sees them.
     *
     * @param before null if there is nothing to hold them against
     */
    public record Panels(List<PanelView> panels, @Nullable PlanBefore before) {

        public Panels {
            panels = List.copyOf(panels);
        }

        /** Whether the plan was counted at all: an earlier version did not. */
        public boolean isCounted() {
            return panels.stream().anyMatch(view -> view.now() != null);
        }

        public long open() {
            return panels.stream().mapToLong(PanelView::open).sum();
        }

        public long handled() {
            return panels.stream().mapToLong(PanelView::handled).sum();
        }

        public long snoozed() {
            return panels.stream().mapToLong(PanelView::snoozed).sum();
        }

        public long all() {
            return panels.stream().mapToLong(view -> view.toDo().size()).sum();
        }
    }

    Panels panels(PlanHeader plan, LoggedIn user) {
        Map<Panel, List<Alert>> toDo = alerts.toDo(plan, user.userName());
        Map<Panel, PanelTotal> now = alerts.totals(plan.runId());
        @Nullable PlanBefore before = alerts.findBefore(plan).orElse(null);
        Map<Panel, PanelTotal> earlier = before == null ? Map.of() : alerts.totals(before.runId());
        return new Panels(
                Panel.inOrderFor(user).stream()
                        .map(panel -> new PanelView(
                                panel, now.get(panel), earlier.get(panel), toDo.getOrDefault(panel, List.of())))
                        .toList(),
                before);
    }

    /** Cash first, then what is used most. */
    List<LimitSeries> tightest(long runId) {
        return limits.limits(runId).stream()
                .sorted(Comparator.comparing(LimitSeries::isCash, Comparator.reverseOrder())
                        .thenComparing(LimitSeries::highestShare, Comparator.reverseOrder()))
                .limit(LIMITS_SHOWN)
                .toList();
    }
}
