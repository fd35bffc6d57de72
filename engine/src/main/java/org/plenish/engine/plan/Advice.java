package org.plenish.engine.plan;

import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.policy.ForecastBias;
import org.plenish.engine.policy.SituationKind;
import org.plenish.engine.policy.SituationProfile;
import org.plenish.engine.policy.SuggestedAction;

/** Says a suggested action as one sentence to a person, with names and numbers where the situation has them. */
final class Advice {

    private Advice() {}

    static String sentence(SuggestedAction action, Situation situation) {
        SituationProfile profile = situation.profile();
        Situation.Names names = situation.names();
        int units = profile.extent().quantityUnits();
        String supplier =
                names.supplier() == null ? "the supplier" : names.supplier().value();
        return switch (action) {
            case ORDER_NOW -> "Order " + units + " units of " + supplier + " now, beyond what is proposed.";
            case EXPEDITE -> expedite(names.order(), supplier);
            case TRANSFER_IN ->
                transferIn(names.sender(), Math.min(units, profile.remedies().spareUnitsElsewhere()));
            case OFFER_SUBSTITUTE -> offerSubstitute(profile.item());
            case LIFT_STOP -> "Allow buying again: buying is stopped.";
            case FIND_SUPPLIER -> "Nobody supplies it here: add a supplier, or stop offering it.";
            case ASK_FOR_DATE -> "Ask " + supplier + " for a date and put it into open_purchase_orders.";
            case STOP_BUYING -> "Stop buying until it is sold.";
            case TRANSFER_OUT -> "Move it to a warehouse that sells it.";
            case RETURN_TO_SUPPLIER -> "Offer it back to " + supplier + ".";
            case MARK_DOWN -> "Mark it down.";
            case PROVISION -> "Make a provision of " + names.provision() + " for it, and go on selling it.";
            case WRITE_OFF -> "Write it off and clear the space.";
            case LET_IT_SELL -> "Let it sell; nothing more is bought before it is needed.";
            case REVIEW_FORECAST -> reviewForecast(profile.extent().forecastBias());
            case COUNT_STOCK -> "Count it and correct the record.";
            case MAKE_SPACE -> makeSpace(profile);
            case RAISE_BUDGET -> "Raise the budget, or reject or postpone some of these orders.";
            case COMPLETE_ORDER -> completeOrder(situation, supplier);
            case RELAX_LIMIT -> "Relax this limit, or those that force it.";
            case RENEW_OVERRIDE -> "Decide anew and put it into policy_overrides, or delete the row.";
            case GIVE_REASON -> "Put the reason into policy_overrides.";
        };
    }

    private static String expedite(@Nullable OpenPurchaseOrder order, String supplier) {
        return order == null
                ? "Ask " + supplier + " for express delivery, or tell customers the new date."
                : "Ask " + order.supplier() + " to send order " + order.order() + " (" + order.quantityUnits()
                        + " units, due " + order.dueDate() + ") sooner.";
    }

    private static String transferIn(@Nullable WarehouseId sender, int units) {
        return sender == null
                ? "Move stock here from another warehouse."
                : "Move " + units + " units here from " + sender + ", which can spare them.";
    }

    private static String offerSubstitute(@Nullable Item item) {
        return item == null || item.replacedBy() == null
                ? "Offer a substitute."
                : "Offer " + item.replacedBy() + " instead.";
    }

    private static String reviewForecast(@Nullable ForecastBias bias) {
        if (bias == null) {
            return "Hold the forecast against what sales knows; if it is wrong, give a better one in forecast.csv.";
        }
        return switch (bias) {
            case TOO_HIGH -> "Ask whether demand is gone for good; if so, give a lower forecast in forecast.csv.";
            case TOO_LOW -> "Ask whether the new demand will last; if so, give a higher forecast in forecast.csv.";
        };
    }

    private static String makeSpace(SituationProfile profile) {
        boolean storageClass = profile.limit() != null && profile.limit().ofStorageClass();
        return storageClass
                ? "Postpone or reject orders of this class, or find room for it."
                : "Rent space, move stock out, or postpone open orders.";
    }

    private static String completeOrder(Situation situation, String supplier) {
        return situation.profile().kind() == SituationKind.SUPPLIER_MINIMUM_NOT_REACHED
                ? "Add articles of " + supplier + " worth " + situation.value() + ", or agree on a lower minimum."
                : "Add articles of " + supplier + " until the order is accepted.";
    }
}
