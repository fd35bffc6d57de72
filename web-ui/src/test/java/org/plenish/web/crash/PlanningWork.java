package org.plenish.web.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.plenish.web.PlanFixture;
import org.plenish.web.run.BackgroundPlanning;
import org.plenish.web.run.PlanningRuns;
import org.plenish.web.run.RunProgress;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.Role;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plans again and again: each run stores a plan of thousands of rows with its entries in the audit log. */
final class PlanningWork implements CrashWork {

    @Override
    public void work(ApplicationContext product, Consumer<String> acknowledge) throws InterruptedException {
        BackgroundPlanning planning = product.getBean(BackgroundPlanning.class);
        PlanningRuns runs = product.getBean(PlanningRuns.class);
        long acknowledged = 0;
        while (true) {
            RunProgress latest = runs.findLatest().orElse(null);
            if (latest != null && latest.status() == RunProgress.Status.FINISHED && latest.id() > acknowledged) {
                acknowledged = latest.id();
                acknowledge.accept(String.valueOf(acknowledged));
            }
            if (latest == null || !latest.isRunning()) {
                planning.plan(new Actor("rosa", Set.of(Role.PLANNER), "192.0.2.7"));
            }
            Thread.sleep(2);
        }
    }

    @Override
    public int mostAwaited() {
        return 2;
    }

    @Override
    public void check(JdbcClient database, List<String> acknowledged) {
        assertThat(strings(database, "SELECT id FROM planning_run WHERE status = 'FINISHED'"))
                .as("acknowledged runs are finished")
                .containsAll(acknowledged);
        assertThat(strings(database, "SELECT run_id FROM plan"))
                .as("there is a plan exactly of each finished run")
                .isEqualTo(strings(database, "SELECT id FROM planning_run WHERE status = 'FINISHED'"));
        assertThat(strings(database, """
                        SELECT DISTINCT count(*) FROM plan LEFT JOIN explanation USING (run_id) GROUP BY plan.run_id"""))
                .as("every plan is whole")
                .isSubsetOf(List.of(String.valueOf(
                        PlanFixture.planned().plan().explanations().size())));
        for (String found : List.of("plan_spread", "stockout_risk", "bucket_shortage", "service_curve")) {
            assertThat(strings(database, "SELECT DISTINCT run_id FROM " + found))
                    .as(found + " is there exactly of what is worked out")
                    .isEqualTo(strings(database, "SELECT run_id FROM uncertainty_job WHERE status = 'FINISHED'"));
        }
        for (String end : List.of("finish FINISHED", "fail FAILED")) {
            String[] words = end.split(" ");
            assertThat(strings(
                            database,
                            "SELECT subject::bigint FROM audit_entry WHERE subject_kind = 'planning run' AND action = '"
                                    + words[0] + "'"))
                    .as("an entry exactly of each run that did " + words[0])
                    .isEqualTo(strings(database, "SELECT id FROM planning_run WHERE status = '" + words[1] + "'"));
        }
        assertThat(
                        strings(
                                database,
                                "SELECT subject::bigint FROM audit_entry WHERE subject_kind = 'planning run' AND action = 'start'"))
                .as("an entry exactly of each run that was started")
                .isEqualTo(strings(database, "SELECT id FROM planning_run"));
    }

    private static List<String> strings(JdbcClient database, String sql) {
        return database.sql("SELECT value::text FROM (" + sql + ") rows (value) ORDER BY value")
                .query(String.class)
                .list();
    }
}
