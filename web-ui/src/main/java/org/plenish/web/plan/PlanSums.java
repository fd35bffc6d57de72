package org.plenish.web.plan;

import org.plenish.web.run.PlanFollower;
import org.plenish.web.run.PlannedDataset;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds up each plan's exceptions and proposals once, as they never change. */
@Repository
class PlanSums implements PlanFollower {

    private final JdbcTemplate jdbc;

    PlanSums(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void planStored(long runId, PlannedDataset planned) {
        jdbc.queryForList("SELECT sum_up_plan(?)", runId);
    }
}
