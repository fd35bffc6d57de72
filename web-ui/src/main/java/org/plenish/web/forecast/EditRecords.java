package org.plenish.web.forecast;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the forecasts of machine and man did, once their days have passed. */
@Repository
class EditRecords {

    private static final int RECORDS_SHOWN = 200;

    private static final String JUDGED = """
             count(*) AS buckets, avg(sold_units) AS sold_units,
            avg(abs(statistical_units - sold_units)) AS statistical_error,
            avg(abs(final_units - sold_units)) AS final_error,
            avg(statistical_units - sold_units) AS statistical_bias,
            avg(final_units - sold_units) AS final_bias FROM forecast_judged""";

    private final JdbcClient jdbc;

    EditRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How machine and man did with one level: means over its buckets, in units; a bias is forecast less sales. */
    public record Record(
            String item,
            String category,
            String warehouse,
            int buckets,
            double soldUnits,
            double statisticalError,
            double finalError,
            double statisticalBias,
            double finalBias) {

        public Level level() {
            return new Level(item, category, warehouse);
        }

        /** What people took off the error; below 0: they added to it. */
        public double valueAdded() {
            return statisticalError - finalError;
        }
    }

    /** Level by level, those first where people's changes did most harm. */
    List<Record> all() {
        return jdbc.sql("SELECT item, category, warehouse," + JUDGED + """
                         GROUP BY item, category, warehouse
                        ORDER BY avg(abs(final_units - sold_units) - abs(statistical_units - sold_units)) DESC, item,
                            category, warehouse LIMIT :rows""")
                .param("rows", RECORDS_SHOWN)
                .query(Record.class)
                .list();
    }

    /** Empty as long as nothing of the level has been judged. */
    Optional<Record> find(Level level) {
        return jdbc.sql("SELECT item, category, warehouse," + JUDGED + """
                         WHERE item = :item AND category = :category AND warehouse = :warehouse
                        GROUP BY item, category, warehouse""")
                .param("item", level.item())
                .param("category", level.category())
                .param("warehouse", level.warehouse())
                .query(Record.class)
                .optional();
    }
}
