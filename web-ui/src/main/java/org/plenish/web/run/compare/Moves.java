package org.plenish.web.run.compare;

import java.util.List;
import org.plenish.web.run.PlanFollower;
import org.plenish.web.run.PlannedDataset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What moved most between two plans. Two plans of a hundred thousand SKU-locations take a second to compare, so it is done
 * once: of a new plan and the one before when it is stored, of any other two when somebody first asks.
 */
@Repository
class Moves implements PlanFollower {

    private static final int KEPT = 200;

    private static final String COMPARE = """
            WITH both_plans AS (
                SELECT item, warehouse, a.bought_units AS bought_a, b.bought_units AS bought_b, a.moved_in_units AS moved_in_a,
                    b.moved_in_units AS moved_in_b, a.on_hand_units AS on_hand_a, b.on_hand_units AS on_hand_b,
                    a.reorder_point_units AS reorder_a, b.reorder_point_units AS reorder_b,
                    coalesce(b.bought_units, 0)::bigint - coalesce(a.bought_units, 0) AS more_bought,
                    coalesce(b.moved_in_units, 0)::bigint - coalesce(a.moved_in_units, 0) AS more_moved
                FROM (SELECT * FROM sku_location WHERE run_id = :a) a
                FULL JOIN (SELECT * FROM sku_location WHERE run_id = :b) b USING (item, warehouse)
            ), moved AS (
                SELECT m.*, coalesce(ib.unit_cost, ia.unit_cost, 0) AS unit_cost
                FROM both_plans m
                LEFT JOIN plan_item ib ON ib.run_id = :b AND ib.item = m.item
                LEFT JOIN plan_item ia ON ia.run_id = :a AND ia.item = m.item
                WHERE more_bought <> 0 OR more_moved <> 0
            ), kept AS (
                INSERT INTO run_move (run_a, run_b, rank, item, warehouse, bought_a, bought_b, moved_in_a, moved_in_b,
                    on_hand_a, on_hand_b, reorder_a, reorder_b, value)
                SELECT :a, :b, row_number() OVER worst, item, warehouse, bought_a, bought_b, moved_in_a, moved_in_b,
                    on_hand_a, on_hand_b, reorder_a, reorder_b, more_bought * unit_cost
                FROM moved
                WINDOW worst AS (ORDER BY greatest(abs(more_bought), abs(more_moved)) * unit_cost DESC, item, warehouse)
                ORDER BY 3 LIMIT :kept
            )
            UPDATE run_comparison SET changed_count = (SELECT count(*) FROM moved) WHERE run_a = :a AND run_b = :b""";

    private final JdbcClient jdbc;

    Moves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void planStored(long runId, PlannedDataset planned) {
        jdbc.sql("SELECT run_id FROM plan WHERE run_id < :run ORDER BY run_id DESC LIMIT 1")
                .param("run", runId)
                .query(Long.class)
                .optional()
                .ifPresent(before -> compare(before, runId));
    }

    /** Works it out unless it has been; of both plans there must be one. */
    @Transactional
    public void compare(long a, long b) {
        int begun = jdbc.sql("INSERT INTO run_comparison VALUES (:a, :b, 0) ON CONFLICT DO NOTHING")
                .param("a", a)
                .param("b", b)
                .update();
        if (begun > 0) {
            jdbc.sql(COMPARE).param("a", a).param("b", b).param("kept", KEPT).update();
        }
    }

    /** How many SKU-locations are planned otherwise. */
    int count(long a, long b) {
        return jdbc.sql("SELECT changed_count FROM run_comparison WHERE run_a = :a AND run_b = :b")
                .param("a", a)
                .param("b", b)
                .query(Integer.class)
                .single();
    }

    /** Those that moved most. */
    List<Move> most(long a, long b, int count) {
        return jdbc.sql("""
                        SELECT m.*, coalesce(ib.description, ia.description, m.item) AS description
                        FROM run_move m
                        LEFT JOIN plan_item ib ON ib.run_id = m.run_b AND ib.item = m.item
                        LEFT JOIN plan_item ia ON ia.run_id = m.run_a AND ia.item = m.item
                        WHERE run_a = :a AND run_b = :b ORDER BY rank LIMIT :count""")
                .param("a", a)
                .param("b", b)
                .param("count", count)
                .query(Move.class)
                .list();
    }
}
