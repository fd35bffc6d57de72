package org.plenish.engine.simulate.sample;

import org.plenish.engine.model.Series;

/**
 * Demand of a SKU-location's buckets as functions of normal numbers. Each bucket's number is made of one that the whole
 * path shares and one of its own, {@code √ρ·Z + √(1 - ρ)·Z_t}: a forecast whose level is wrong is wrong in every bucket,
 * and it is the sum over the lead time that safety stock is for. Source: Cario & Nelson (1997), Modeling and generating
 * random vectors with arbitrary marginal distributions and correlation matrix, Northwestern University.
 */
final class DemandTables {

    private DemandTables() {}

    /** One a bucket; buckets that expect the same share theirs. */
    static CountQuantiles[] of(Series meanUnits, Series sdUnits) {
        CountQuantiles[] tables = new CountQuantiles[meanUnits.length()];
        for (int t = 0; t < tables.length; t++) {
            boolean same = t > 0 && meanUnits.get(t) == meanUnits.get(t - 1) && sdUnits.get(t) == sdUnits.get(t - 1);
            tables[t] = same ? tables[t - 1] : CountQuantiles.ofMoments(meanUnits.get(t), sdUnits.get(t));
        }
        return tables;
    }

    /**
     * ρ of the normal numbers at which demands correlate as asked. Rounding to whole units weakens correlation: {@code
     * c(ρ)} rises from 0 with the slope {@code a = Cov(X, Z)²/Var(X)} to 1 at 1, taken as {@code a·ρ + (1 - a)·ρ²}, the
     * first term of its Hermite series and the rest in one; a is that of the average bucket.
     */
    static double normalCorrelation(ArticleModel.Site site) {
        double wanted = site.errorCorrelation();
        double mean = site.meanUnits().stream().average().orElse(0);
        double sd = site.sdUnits().stream().average().orElse(0);
        if (wanted == 0 || mean == 0 || sd == 0) {
            return 0;
        }
        double covariance = CountQuantiles.ofMoments(mean, sd).covarianceWithZ();
        double slope = Math.min(1, covariance * covariance / (sd * sd));
        return Math.min(1, 2 * wanted / (slope + Math.sqrt(slope * slope + 4 * (1 - slope) * wanted)));
    }
}
