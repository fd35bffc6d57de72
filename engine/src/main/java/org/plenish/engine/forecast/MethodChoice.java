package org.plenish.engine.forecast;

/**
 * By which method a SKU-location is to be forecast.
 *
 * @param methodId or {@link #AUTO}
 * @param ruleId the rule that says so; blank if none does
 * @param text why, one sentence for a planner
 */
public record MethodChoice(String methodId, String ruleId, String text) {

    /** The method with the least error on held-out ends of the history. */
    public static final String AUTO = "auto";

    public static final MethodChoice AUTOMATIC = new MethodChoice(AUTO, "", "");

    public boolean isAutomatic() {
        return methodId.equals(AUTO);
    }
}
