package org.plenish.web.today;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.LimitQueries;
import org.plenish.web.shared.LimitSeries;
import org.plenish.web.shared.LoggedIn;
import org.plenish.web.shared.OrderSteps.Offer;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.today.PanelView.PanelTotal;
import org.springframework.stereotype.Component;

/** Puts together what the home page shows of a plan. */
@Component
public class Today {

    private static final int ALERTS_SHOWN = 5;
    private static final int LIMITS_SHOWN = 5;

    private final AlertQueries alerts;
    private final AlertSteps steps;
    private final LimitQueries limits;

    Today(AlertQueries alerts, AlertSteps steps, LimitQueries limits) {
        this.alerts = alerts;
        this.steps = steps;
        this.limits = limits;
    }

    /**
     * The panels as one person sees them.
     *
     * @param before null if there is nothing to hold them against
     * @param offers steps that the person may take, by the alert's place
     */
    public record Panels(List<PanelView> panels, @Nullable PlanBefore before, Map<String, Offer> offers) {

        public Panels {
            panels = List.copyOf(panels);
            offers = Map.copyOf(offers);
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

    /** @param told what the person has just done; null: nothing */
    Panels panels(PlanHeader plan, LoggedIn user, Actor actor, @Nullable Told told) {
        Map<Panel, List<Alert>> toDo = alerts.toDo(plan, user.userName());
        Map<String, Offer> offers = steps.forward(
                actor, toDo.values().stream().flatMap(List::stream).toList());
        Map<Panel, List<Alert>> shown = new EnumMap<>(Panel.class);
        toDo.forEach((panel, all) -> {
            List<Alert> few = shown(all, offers, told);
            shown.put(panel, few);
            offers.putAll(steps.cuts(actor, few));
        });
        Map<Panel, PanelTotal> now = alerts.totals(plan.runId());
        @Nullable PlanBefore before = alerts.findBefore(plan).orElse(null);
        Map<Panel, PanelTotal> earlier = before == null ? Map.of() : alerts.totals(before.runId());
        return new Panels(
                Panel.inOrderFor(user).stream()
                        .map(panel -> new PanelView(
                                panel,
                                now.get(panel),
                                earlier.get(panel),
                                toDo.getOrDefault(panel, List.of()),
                                shown.getOrDefault(panel, List.of())))
                        .toList(),
                before,
                offers);
    }

    /** What waits for somebody else is shown to who can take it further. */
    private static List<Alert> shown(List<Alert> all, Map<String, Offer> offers, @Nullable Told told) {
        Set<String> asking = all.stream()
                .filter(alert -> {
                    Offer offer = offers.get(alert.place());
                    return alert.isOpen() || offer != null && offer.step().isForward();
                })
                .limit(ALERTS_SHOWN)
                .map(Alert::place)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(alert -> asking.contains(alert.place()) || told != null && told.isAbout(alert))
                .toList();
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
