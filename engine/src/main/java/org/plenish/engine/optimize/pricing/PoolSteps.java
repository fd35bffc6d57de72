package org.plenish.engine.optimize.pricing;

import java.util.Arrays;
import org.plenish.engine.optimize.ExactProblem;

/**
 * Steps of what members pay for their pools: who uses a pool more than others do pays more of it next time. Shares and
 * the price of a truckful are kept on the simplex, so that they add up to what the pool costs (projection: Held, Wolfe
 * &amp; Crowder 1974, doi:10.1007/BF01580223). Keeps the mean use of earlier steps; mutable.
 */
final class PoolSteps {

    /** Weight of the present use in the mean. */
    private static final double PRESENT_WEIGHT = 0.3;

    /** First step of a share, for a member that always uses its pool. */
    private static final double SHARE_STEP = 0.3;

    private static final double PREMIUM_STEP = 0.01;

    private final ExactProblem problem;
    private final Pools pools;
    private final Branch branch;
    private final double[][] meanUse;
    private final double[] meanM3;
    private final double[][] meanUnits;
    private final double[][] deviationUnits;
    private final double[] premiumSlopes;

    PoolSteps(ExactProblem problem, Pools pools, Branch branch) {
        this.problem = problem;
        this.pools = pools;
        this.branch = branch;
        this.meanM3 = new double[pools.count()];
        this.meanUse = pools.perSlot();
        this.meanUnits = new double[problem.skus()][];
        this.deviationUnits = new double[problem.skus()][];
        this.premiumSlopes = new double[problem.groups()];
    }

    /** What is ordered there in the mean of the last steps. */
    double meanUnits(Branch.Place place) {
        return meanUnits[place.sku()][place.slot()];
    }

    /** How far what was ordered there in the last steps was from its mean, in the mean. */
    double deviationUnits(Branch.Place place) {
        return deviationUnits[place.sku()][place.slot()];
    }

    /** How often the pool is used in the mean of the last steps; of trucks, by what they carry at least. */
    double meanUse(int pool) {
        double use = pools.isGroup(pool) ? 0 : meanM3[pool] / pools.capacityM3(pool);
        for (int m = pools.firstMember(pool); m < pools.endOfMembers(pool); m++) {
            use = Math.max(use, meanUse[pools.sku(m)][pools.slot(m)]);
        }
        return use;
    }

    /** The multipliers of a larger part of all plans as a start for this: nobody pays for what all have, or uses what none has. */
    Multipliers fitted(Multipliers larger) {
        Multipliers fitted = larger.copy();
        for (int pool = 0; pool < pools.count(); pool++) {
            if (branch.isOpen(pool) || branch.isClosed(pool)) {
                for (int m = pools.firstMember(pool); m < pools.endOfMembers(pool); m++) {
                    fitted.shares()[pools.sku(m)][pools.slot(m)] = branch.isClosed(pool) ? Double.POSITIVE_INFINITY : 0;
                }
            }
        }
        branch.orders().forEach((place, units) -> {
            if (units.most() == 0) {
                fitted.shares()[place.sku()][place.slot()] = Double.POSITIVE_INFINITY;
            }
        });
        return fitted;
    }

    /** @param scale of the steps: 1 at first, less near the end */
    Multipliers step(Relaxation.Point point, LimitPrices limits, double scale) {
        for (int sku = 0; sku < meanUse.length; sku++) {
            for (int slot = 0; slot < meanUse[sku].length; slot++) {
                meanUse[sku][slot] += PRESENT_WEIGHT * (point.slotUse()[sku][slot] - meanUse[sku][slot]);
            }
            observeUnits(sku, point.slotUnits()[sku]);
        }
        for (int pool = 0; pool < meanM3.length; pool++) {
            meanM3[pool] += PRESENT_WEIGHT * (point.use().poolM3(pool) - meanM3[pool]);
        }
        Multipliers old = point.multipliers();
        Multipliers next = new Multipliers(limits, old.shares(), old.premiums(), old.volumePrices()).copy();
        double[] paymentPrices = limits.paymentPrices(problem);
        for (int pool = 0; pool < pools.count(); pool++) {
            if (branch.isClosed(pool)) {
                continue;
            }
            double before = pools.fixedCost(pool);
            double after = before;
            if (pools.minimum(pool) > 0) {
                before += old.premiums()[pool] * pools.minimum(pool);
                next.premiums()[pool] = premium(point, pool, before, paymentPrices, scale);
                after += next.premiums()[pool] * pools.minimum(pool);
            }
            if (branch.isOpen(pool)) {
                chargeVolume(point, next, pool, scale);
            } else if (after > 0 && pools.firstMember(pool) < pools.endOfMembers(pool)) {
                share(point, next, pool, before, after, scale);
            }
        }
        return next;
    }

    private void observeUnits(int sku, double[] units) {
        if (meanUnits[sku] == null) {
            meanUnits[sku] = units.clone();
            deviationUnits[sku] = new double[units.length];
        }
        for (int slot = 0; slot < units.length; slot++) {
            double off = units[slot] - meanUnits[sku][slot];
            deviationUnits[sku][slot] += PRESENT_WEIGHT * (Math.abs(off) - deviationUnits[sku][slot]);
            meanUnits[sku][slot] += PRESENT_WEIGHT * off;
        }
    }

    /** The premium rises where those who open the group owe more than all bring. */
    private double premium(Relaxation.Point point, int group, double owed, double[] paymentPrices, double scale) {
        double opened = branch.isOpen(group) ? 1 : 0;
        int members = pools.endOfMembers(group) - pools.firstMember(group);
        for (int m = pools.firstMember(group); m < pools.endOfMembers(group); m++) {
            int sku = pools.sku(m);
            double share = point.multipliers().shares()[sku][pools.slot(m)];
            double part = owed > 0 ? share / owed : 1.0 / members;
            boolean pays = !branch.isOpen(group) && share < Double.POSITIVE_INFINITY;
            opened += pays ? part * point.slotUse()[sku][pools.slot(m)] : 0;
        }
        double slope = opened - point.use().groupValue(group) / pools.minimum(group);
        premiumSlopes[group] += slope * slope;
        if (slope == 0 || members == 0) {
            return point.multipliers().premiums()[group];
        }
        double most = pools.mostPremium(group, paymentPrices);
        double step = scale * PREMIUM_STEP * slope / Math.sqrt(premiumSlopes[group]);
        return Math.max(0, Math.min(most, point.multipliers().premiums()[group] + step));
    }

    /** A pool that all plans pay for costs its users only what they carry beyond it. */
    private void chargeVolume(Relaxation.Point point, Multipliers next, int pool, double scale) {
        double capacityM3 = pools.capacityM3(pool);
        if (capacityM3 < Double.POSITIVE_INFINITY) {
            double full = pools.mostVolumePart(pool) * pools.fixedCost(pool) / capacityM3;
            boolean noMore = branch.least()[pool] == branch.most()[pool];
            double step = scale * SHARE_STEP * full * (meanM3[pool] / capacityM3 - branch.least()[pool]);
            double price = point.multipliers().volumePrices()[pool] + step;
            next.volumePrices()[pool] = Math.max(0, noMore ? price : Math.min(full, price));
        }
    }

    private void share(Relaxation.Point point, Multipliers next, int pool, double before, double after, double scale) {
        int first = pools.firstMember(pool);
        int members = pools.endOfMembers(pool) - first;
        boolean byVolume = pools.capacityM3(pool) < Double.POSITIVE_INFINITY;
        double[] parts = new double[members + (byVolume ? 1 : 0)];
        for (int i = 0; i < members; i++) {
            int sku = pools.sku(first + i);
            int slot = pools.slot(first + i);
            double share = point.multipliers().shares()[sku][slot];
            double part = before > 0 ? share / before : 1.0 / members;
            parts[i] = share == Double.POSITIVE_INFINITY ? 0 : part + scale * SHARE_STEP * meanUse[sku][slot];
        }
        if (byVolume) {
            double trucks = point.use().poolM3(pool) / pools.capacityM3(pool);
            double part = point.multipliers().volumePrices()[pool] * pools.capacityM3(pool) / before;
            parts[members] = part + scale * SHARE_STEP * trucks;
        }
        project(parts);
        for (int i = 0; i < members; i++) {
            double[] row = next.shares()[pools.sku(first + i)];
            int slot = pools.slot(first + i);
            row[slot] = row[slot] == Double.POSITIVE_INFINITY ? row[slot] : parts[i] * after;
        }
        if (byVolume) {
            double part = Math.min(parts[members] * after, pools.mostVolumePart(pool) * pools.fixedCost(pool));
            next.volumePrices()[pool] = part / pools.capacityM3(pool);
        }
    }

    /** To the nearest point whose parts are not negative and add up to 1. */
    static void project(double[] parts) {
        double[] sorted = parts.clone();
        Arrays.sort(sorted);
        double sum = 0;
        double level = 0;
        for (int i = sorted.length - 1; i >= 0; i--) {
            sum += sorted[i];
            double candidate = (sum - 1) / (sorted.length - i);
            if (sorted[i] > candidate) {
                level = candidate;
            }
        }
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Math.max(0, parts[i] - level);
        }
    }
}
