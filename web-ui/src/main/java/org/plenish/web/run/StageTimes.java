package org.plenish.web.run;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.plenish.engine.plan.RunListener.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how long the stages of runs take. */
@Repository
class StageTimes {

    private static final int RUNS_LOOKED_AT = 3;

    private static final String SECONDS = """
            SELECT s.run_id, s.stage, extract(epoch FROM coalesce(
                lead(s.started_at) OVER (PARTITION BY s.run_id ORDER BY s.started_at), r.finished_at, :now)
                - s.started_at)::double precision AS seconds
            FROM run_stage s JOIN planning_run r ON r.id = s.run_id\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    StageTimes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Row(long runId, Stage stage, double seconds) {}

    /** Of a run so far, beside the latest finished runs of the same dataset. */
    RunTimes of(RunProgress progress) {
        Map<Stage, Double> usual = new EnumMap<>(Stage.class);
        List<Row> rows = jdbc.sql(SECONDS + """
                        WHERE s.run_id IN (SELECT f.id FROM planning_run f JOIN planning_run this ON this.id = :run
                            WHERE f.status = 'FINISHED' AND f.id < :run
                            AND f.dataset_id IS NOT DISTINCT FROM this.dataset_id
                            AND EXISTS (SELECT 1 FROM run_stage noted WHERE noted.run_id = f.id)
                            ORDER BY f.id DESC LIMIT :runs)""")
                .param("run", progress.id())
                .param("runs", RUNS_LOOKED_AT)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Row.class)
                .list();
        int runs = (int) rows.stream().map(Row::runId).distinct().count();
        rows.forEach(row -> usual.merge(row.stage(), row.seconds() / runs, Double::sum));
        return RunTimes.of(progress, taken(progress.id()), usual, runs);
    }

    /** Seconds by stage; empty of runs of earlier versions. */
    Map<Stage, Double> taken(long run) {
        Map<Stage, Double> taken = new EnumMap<>(Stage.class);
        jdbc.sql(SECONDS + "WHERE s.run_id = :run")
                .param("run", run)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Row.class)
                .list()
                .forEach(row -> taken.put(row.stage(), row.seconds()));
        return taken;
    }
}
