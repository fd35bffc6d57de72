package org.plenish.web.backtest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.dataset.DatasetsAtHand;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application on a database of its own, with small datasets to replay. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnFixturePlan
@Import(OnBacktests.Stored.class)
@interface OnBacktests {

    /** Who stores one. */
    @TestConfiguration
    class Stored {

        @Bean
        BacktestsAtHand backtestsAtHand(JdbcClient jdbc, JdbcTemplate batches) {
            return new BacktestsAtHand(jdbc, new DatasetsAtHand(jdbc, batches));
        }
    }
}
