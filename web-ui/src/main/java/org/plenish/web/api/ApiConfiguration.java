package org.plenish.web.api;

import org.plenish.web.shared.UploadGate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;

/** The guard in front of the interface for programs, apart from that of the pages, and what programs may send. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiProperties.class)
class ApiConfiguration {

    /** Who comes by a token needs no session, and no token against forged forms: no browser sends it by itself. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain programs(HttpSecurity http, ApiTokenFilter tokens) {
        http.securityMatcher("/api/**");
        http.csrf(AbstractHttpConfigurer::disable);
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.headers(headers -> headers.defaultsDisabled().cacheControl(Customizer.withDefaults()));
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.addFilterAfter(
                new UploadGate(
                        request -> 0,
                        (request, response) -> response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value())),
                HeaderWriterFilter.class);
        http.addFilterBefore(tokens, AuthorizationFilter.class);
        return http.build();
    }

    /** It is part of the guard, not a filter of its own beside it. */
    @Bean
    FilterRegistrationBean<ApiTokenFilter> tokensOnlyInTheGuard(ApiTokenFilter tokens) {
        FilterRegistrationBean<ApiTokenFilter> registration = new FilterRegistrationBean<>(tokens);
        registration.setEnabled(false);
        return registration;
    }
}
