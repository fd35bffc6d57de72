package org.plenish.engine.plan.value;

import org.plenish.engine.policy.SkuLocationProfile;

/** How long ago what lies there was last sold; the bounds are days, inclusive. */
public enum AgeClass {
    DAYS_30(30),
    DAYS_90(90),
    DAYS_180(180),
    DAYS_365(365),
    OLDER(SkuLocationProfile.NEVER_DAYS - 1),
    /** It has never been sold at that warehouse. */
    NEVER_SOLD(Integer.MAX_VALUE);

    private final int lastDay;

    AgeClass(int lastDay) {
        this.lastDay = lastDay;
    }

    /** @param daysSinceLastSale 0 or more; {@link SkuLocationProfile#NEVER_DAYS}: never */
    public static AgeClass of(int daysSinceLastSale) {
        for (AgeClass age : values()) {
            if (daysSinceLastSale <= age.lastDay) {
                return age;
            }
        }
        return NEVER_SOLD;
    }
}
