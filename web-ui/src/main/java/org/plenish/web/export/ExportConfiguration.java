package org.plenish.web.export;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

/** What the formats need from outside: words, fonts, time, numbers, and who buys. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExportProperties.class)
class ExportConfiguration {

    @Bean
    Partners partners(ExportProperties properties) {
        return new Partners(properties.partners());
    }

    @Bean
    Texts texts(MessageSource messages) {
        return (key, values) -> messages.getMessage(key, values, Locale.ENGLISH);
    }

    @Bean
    OrderFormats orderFormats(
            ExportProperties properties, Partners partners, Texts texts, JdbcClient jdbc, Clock clock) {
        Interchange interchange = new Interchange(
                properties.companyId(),
                partners::interchangeId,
                clock,
                () -> jdbc.sql("SELECT nextval('interchange_number')")
                        .query(Integer.class)
                        .single());
        return new OrderFormats(new Typeface(properties.fonts()), texts, interchange);
    }

    @Bean
    OrderMail orderMail(
            ExportProperties properties,
            Partners partners,
            Texts texts,
            OrderFormats formats,
            ObjectProvider<JavaMailSender> server) {
        return new OrderMail(
                Optional.ofNullable(server.getIfAvailable()), properties.mailFrom(), partners, formats.pdf(), texts);
    }
}
