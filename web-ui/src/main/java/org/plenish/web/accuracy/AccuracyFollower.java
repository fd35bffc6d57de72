package org.plenish.web.accuracy;

import org.plenish.web.run.PlanFollower;
import org.plenish.web.run.PlannedDataset;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds up and ranks the errors of each plan's forecasts once, as they never change. */
@Repository
class AccuracyFollower implements PlanFollower {

    private final JdbcTemplate jdbc;

    AccuracyFollower(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void planStored(long runId, PlannedDataset planned) {
        jdbc.queryForList("SELECT fill_accuracy(?)", runId);
        jdbc.execute("ANALYZE accuracy_place");
    }
}
