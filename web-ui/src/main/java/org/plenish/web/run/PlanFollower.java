package org.plenish.web.run;

/** Is told of every plan in the transaction that stores it: the plan is there with what follows from it, or not at all. */
public interface PlanFollower {

    void planStored(long runId, PlannedDataset planned);
}
