package org.plenish.engine.optimize.pricing;

import java.util.Arrays;
import org.plenish.engine.optimize.ExactProblem;

/**
 * Steps of what members pay for their setups: who uses a setup more than others do pays more of it next time. Shares and
 * the price of a truckful are kept on the simplex, so that they add up to what the setup costs (projection: Held, Wolfe
 * &amp; Crowder 1974, doi:10.1007/BF01580223). Keeps the mean use of earlier steps; mutable.
 */
final class SetupSteps {

    /** Weight of the present use in the mean. */
    private static final double PRESENT_WEIGHT = 0.3;

    /** First step of a share, for a member that always uses its setup. */
    private static final double SHARE_STEP = 0.3;

    private static final double PREMIUM_STEP = 0.01;

    private final ExactProblem problem;
    private final Setups setups;
    private final Branch branch;
    private final double[][] meanUse;
    private final double[] meanM3;
    private final double[][] meanUnits;
    private final double[][] deviationUnits;
    private final double[] premiumSlopes;

    SetupSteps(ExactProblem problem, Setups setups, Branch branch) {
        this.problem = problem;
        this.setups = setups;
        this.branch = branch;
        this.meanM3 = new double[setups.count()];
        this.meanUse = setups.perSlot();
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

    /** How often the setup is used in the mean of the last steps; of trucks, by what they carry at least. */
    double meanUse(int setup) {
        double use = setups.isGroup(setup) ? 0 : meanM3[setup] / setups.capacityM3(setup);
        for (int m = setups.firstMember(setup); m < setups.endOfMembers(setup); m++) {
            use = Math.max(use, meanUse[setups.sku(m)][setups.slot(m)]);
        }
        return use;
    }

    /** The multipliers of a larger part of all plans as a start for this: nobody pays for what all have, or uses what none has. */
    Multipliers fitted(Multipliers larger) {
        Multipliers fitted = larger.copy();
        for (int setup = 0; setup < setups.count(); setup++) {
            if (branch.isOpen(setup) || branch.isClosed(setup)) {
                for (int m = setups.firstMember(setup); m < setups.endOfMembers(setup); m++) {
                    fitted.shares()[setups.sku(m)][setups.slot(m)] =
                            branch.isClosed(setup) ? Double.POSITIVE_INFINITY : 0;
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

    /** To be told of every point. */
    void observe(Relaxation.Point point) {
        for (int sku = 0; sku < meanUse.length; sku++) {
            for (int slot = 0; slot < meanUse[sku].length; slot++) {
                meanUse[sku][slot] += PRESENT_WEIGHT * (point.slotUse()[sku][slot] - meanUse[sku][slot]);
            }
            observeUnits(sku, point.slotUnits()[sku]);
        }
        for (int setup = 0; setup < meanM3.length; setup++) {
            meanM3[setup] += PRESENT_WEIGHT * (point.use().setupM3(setup) - meanM3[setup]);
        }
    }

    /** @param scale of the steps: 1 at first, less near the end */
    Multipliers step(Relaxation.Point point, LimitPrices limits, double scale) {
        Multipliers old = point.multipliers();
        Multipliers next = new Multipliers(limits, old.shares(), old.premiums(), old.volumePrices()).copy();
        double[] paymentPrices = limits.paymentPrices(problem);
        for (int setup = 0; setup < setups.count(); setup++) {
            if (branch.isClosed(setup)) {
                continue;
            }
            double before = setups.fixedCost(setup);
            double after = before;
            if (setups.minimum(setup) > 0) {
                before += old.premiums()[setup] * setups.minimum(setup);
                next.premiums()[setup] = premium(point, setup, before, paymentPrices, scale);
                after += next.premiums()[setup] * setups.minimum(setup);
            }
            if (branch.isOpen(setup)) {
                chargeVolume(point, next, setup, scale);
            } else if (after > 0 && setups.firstMember(setup) < setups.endOfMembers(setup)) {
                share(point, next, setup, before, after, scale);
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
        int members = setups.endOfMembers(group) - setups.firstMember(group);
        for (int m = setups.firstMember(group); m < setups.endOfMembers(group); m++) {
            int sku = setups.sku(m);
            double share = point.multipliers().shares()[sku][setups.slot(m)];
            double part = owed > 0 ? share / owed : 1.0 / members;
            boolean pays = !branch.isOpen(group) && share < Double.POSITIVE_INFINITY;
            opened += pays ? part * point.slotUse()[sku][setups.slot(m)] : 0;
        }
        double slope = opened - point.use().groupValue(group) / setups.minimum(group);
        premiumSlopes[group] += slope * slope;
        if (slope == 0 || members == 0) {
            return point.multipliers().premiums()[group];
        }
        double most = setups.mostPremium(group, paymentPrices);
        double step = scale * PREMIUM_STEP * slope / Math.sqrt(premiumSlopes[group]);
        return Math.max(0, Math.min(most, point.multipliers().premiums()[group] + step));
    }

    /** A setup that all plans pay for costs its users only what they carry beyond it. */
    private void chargeVolume(Relaxation.Point point, Multipliers next, int setup, double scale) {
        double capacityM3 = setups.capacityM3(setup);
        if (capacityM3 < Double.POSITIVE_INFINITY) {
            double full = setups.mostVolumePart(setup) * setups.fixedCost(setup) / capacityM3;
            boolean noMore = branch.least()[setup] == branch.most()[setup];
            double step = scale * SHARE_STEP * full * (meanM3[setup] / capacityM3 - branch.least()[setup]);
            double price = point.multipliers().volumePrices()[setup] + step;
            next.volumePrices()[setup] = Math.max(0, noMore ? price : Math.min(full, price));
        }
    }

    private void share(Relaxation.Point point, Multipliers next, int setup, double before, double after, double scale) {
        int first = setups.firstMember(setup);
        int members = setups.endOfMembers(setup) - first;
        boolean byVolume = setups.capacityM3(setup) < Double.POSITIVE_INFINITY;
        double[] parts = new double[members + (byVolume ? 1 : 0)];
        for (int i = 0; i < members; i++) {
            int sku = setups.sku(first + i);
            int slot = setups.slot(first + i);
            double share = point.multipliers().shares()[sku][slot];
            double part = before > 0 ? share / before : 1.0 / members;
            parts[i] = share == Double.POSITIVE_INFINITY ? 0 : part + scale * SHARE_STEP * meanUse[sku][slot];
        }
        if (byVolume) {
            double trucks = point.use().setupM3(setup) / setups.capacityM3(setup);
            double part = point.multipliers().volumePrices()[setup] * setups.capacityM3(setup) / before;
            parts[members] = part + scale * SHARE_STEP * trucks;
        }
        project(parts);
        for (int i = 0; i < members; i++) {
            double[] row = next.shares()[setups.sku(first + i)];
            int slot = setups.slot(first + i);
            row[slot] = row[slot] == Double.POSITIVE_INFINITY ? row[slot] : parts[i] * after;
        }
        if (byVolume) {
            double part = Math.min(parts[members] * after, setups.mostVolumePart(setup) * setups.fixedCost(setup));
            next.volumePrices()[setup] = part / setups.capacityM3(setup);
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
