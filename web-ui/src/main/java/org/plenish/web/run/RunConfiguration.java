package org.plenish.web.run;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a run needs from outside: time and settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PlanningProperties.class, UncertaintyProperties.class})
class RunConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
