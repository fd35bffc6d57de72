package org.plenish.web.today;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.OrderSteps;
import org.plenish.web.shared.OrderSteps.Offer;
import org.plenish.web.shared.Role;
import org.springframework.stereotype.Component;

/** Which steps of orders somebody may take where alerts stand. */
@Component
class AlertSteps {

    private final OrderSteps orders;

    AlertSteps(OrderSteps orders) {
        this.orders = orders;
    }

    /** By the alert's place: the next step of the order that would mend it. */
    Map<String, Offer> forward(Actor actor, Collection<Alert> alerts) {
        List<Alert> mended = alerts.stream()
                .filter(alert -> alert.mark() == null && alert.orderNumber() != null)
                .toList();
        Map<String, Offer> byNumber = orders.next(
                actor,
                mended.stream()
                        .map(alert -> Objects.requireNonNull(alert.orderNumber()))
                        .distinct()
                        .toList());
        Map<String, Offer> byPlace = new HashMap<>();
        mended.forEach(alert -> {
            Offer offer = byNumber.get(alert.orderNumber());
            if (offer != null) {
                byPlace.put(alert.place(), offer);
            }
        });
        return byPlace;
    }

    /** By the alert's place: how what is too much may be taken from the order that it is about. */
    Map<String, Offer> cuts(Actor actor, Collection<Alert> alerts) {
        Map<String, Offer> byPlace = new HashMap<>();
        if (actor.is(Role.BUYER)) {
            alerts.stream()
                    .filter(alert -> alert.isOpen() && alert.panel() == Panel.SURPLUS_ORDER)
                    .filter(alert -> alert.referenceKind() != null)
                    .forEach(alert -> orders.findCut(actor, alert.reference(), alert.item(), alert.quantityUnits())
                            .ifPresent(offer -> byPlace.put(alert.place(), offer)));
        }
        return byPlace;
    }

    /** Both. */
    Map<String, Offer> all(Actor actor, Collection<Alert> alerts) {
        Map<String, Offer> offers = forward(actor, alerts);
        offers.putAll(cuts(actor, alerts));
        return offers;
    }
}
