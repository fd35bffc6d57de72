package org.plenish.engine.inventory;

/**
 * The order quantity of least cost where the supplier fails now and then: steady demand, no lead time; the supplier is up
 * and down for exponential times; what is asked for while stock is out and the supplier down is lost.
 *
 * <p>{@code g(Q) = (K + h·Q²/(2D) + p·D·ψ/μ) / (Q/D + ψ/μ)}, {@code ψ = λ/(λ+μ)·(1 - exp(-(λ+μ)·Q/D))} the probability
 * that the supplier is down when stock runs out. Source: Parlar & Berkin (1991), as corrected by Berk & Arreola-Risa
 * (1994), Naval Research Logistics 41; Snyder & Shen (2019), §9.2.
 *
 * @param fixedCost K, of an order
 * @param holdingCost h, of a unit for a unit of time
 * @param stockoutCost p, of a unit of lost demand
 * @param demandRate D, units a unit of time
 * @param disruptionRate λ: how often a supplier that is up goes down in a unit of time
 * @param recoveryRate μ: how often one that is down comes up
 */
public record DisruptedSupplyOrderQuantity(
        double fixedCost,
        double holdingCost,
        double stockoutCost,
        double demandRate,
        double disruptionRate,
        double recoveryRate) {

    /** @throws IllegalArgumentException if the fixed cost is negative or another value not above 0 */
    public DisruptedSupplyOrderQuantity {
        Arguments.requireAtLeastZero(fixedCost, "fixed cost");
        Arguments.requirePositive(holdingCost, "holding cost");
        Arguments.requirePositive(stockoutCost, "stockout cost");
        Arguments.requirePositive(demandRate, "demand rate");
        Arguments.requirePositive(disruptionRate, "disruption rate");
        Arguments.requirePositive(recoveryRate, "recovery rate");
    }

    /**
     * g(Q). Example: K = 8, h = 0.225, p = 5, D = 1,300, λ = 1.5, μ = 14 gives 211.08 at 400 (Snyder & Shen 2019,
     * example 9.1).
     *
     * @param quantityUnits Q, above 0
     * @return cost a unit of time
     */
    public double cost(double quantityUnits) {
        double rates = disruptionRate + recoveryRate;
        return cost(quantityUnits, -Math.expm1(-rates * quantityUnits / demandRate) * longRunShareDown());
    }

    /** g(Q) with {@code ψ = λ/(λ+μ)}: as if the supplier's state when stock runs out did not depend on Q. */
    public double approximateCost(double quantityUnits) {
        return cost(quantityUnits, longRunShareDown());
    }

    /**
     * The quantity of least {@link #cost}. The approximate optimum is near; the valley around it is searched.
     *
     * @return units, not rounded
     */
    public double units() {
        double near = approximateUnits();
        return GoldenSection.minimum(this::cost, near / 8, near * 8);
    }

    /**
     * The quantity of least {@link #approximateCost}: {@code Q = √((D·ψ/μ)² + 2D·(K + p·D·ψ/μ)/h) - D·ψ/μ}. Source:
     * Snyder & Shen (2019), §9.2. Example: K = 35, h = 4, p = 22, D = 30, λ = 1, μ = 12 gives 24.07.
     *
     * @return units, not rounded
     */
    public double approximateUnits() {
        double lost = demandRate * longRunShareDown() / recoveryRate;
        return Math.sqrt(lost * lost + 2 * demandRate * (fixedCost + stockoutCost * lost) / holdingCost) - lost;
    }

    private double longRunShareDown() {
        return disruptionRate / (disruptionRate + recoveryRate);
    }

    private double cost(double quantityUnits, double shareDown) {
        Arguments.requirePositive(quantityUnits, "order quantity");
        double timeOut = shareDown / recoveryRate;
        return (fixedCost
                        + holdingCost * quantityUnits * quantityUnits / (2 * demandRate)
                        + stockoutCost * demandRate * timeOut)
                / (quantityUnits / demandRate + timeOut);
    }
}
