package org.plenish.rules.vocabulary;

import org.plenish.engine.forecast.SeriesProfile;
import org.plenish.engine.policy.SituationProfile;
import org.plenish.engine.policy.SkuLocationProfile;

/** What a rule book is asked about, each with facts and questions of its own. */
public enum Topic {
    /** How a SKU-location is stocked. Rule files speak of this alone; decision tables of any. */
    POLICY("policy", SkuLocationProfile.class),
    /** By which method it is forecast; asked first. */
    FORECAST("forecast", SeriesProfile.class),
    /** Whether a situation in the finished plan matters; asked last. */
    EXCEPTION("exception", SituationProfile.class);

    private final String word;
    private final Class<? extends Record> factType;

    Topic(String word, Class<? extends Record> factType) {
        this.word = word;
        this.factType = factType;
    }

    /** As {@code vocabulary.csv} names it. */
    public String word() {
        return word;
    }

    public Class<? extends Record> factType() {
        return factType;
    }
}
