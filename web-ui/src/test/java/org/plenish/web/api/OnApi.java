package org.plenish.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.Receipt;
import org.plenish.web.shared.ReceiptRefusedException;
import org.plenish.web.shared.ReceiptSink;
import org.plenish.web.shared.Role;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application with some people of more roles than one, and with a sink that notes receipts. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnFixturePlan
@Import(OnApi.People.class)
@interface OnApi {

    /** Who has tokens. */
    @TestConfiguration
    class People {

        /** What has been booked. */
        static final class NotedReceipts implements ReceiptSink {

            private final List<Receipt> booked = new CopyOnWriteArrayList<>();

            @Override
            public void book(Receipt receipt, Actor actor) {
                if (receipt.line() == 99) {
                    throw new ReceiptRefusedException("Order " + receipt.order() + " has no line 99.");
                }
                booked.add(receipt);
            }

            List<Receipt> booked() {
                return List.copyOf(booked);
            }
        }

        @Bean
        @Primary
        NotedReceipts notedReceipts() {
            return new NotedReceipts();
        }

        /** After the accounts whose password these share. */
        @Bean
        ApplicationListener<ApplicationReadyEvent> people(JdbcClient jdbc) {
            return ready -> List.of("anna PLANNER,BUYER", "tess PLANNER,BUYER", "ada AUDITOR").stream()
                    .map(People::person)
                    .forEach(person -> TestLogin.createAccount(jdbc, person.userName(), person.roles()));
        }

        /** Somebody as {@code anna PLANNER,BUYER}. */
        static Actor person(String nameAndRoles) {
            String[] parts = nameAndRoles.split(" ");
            Set<Role> roles =
                    Arrays.stream(parts[1].split(",")).map(Role::valueOf).collect(Collectors.toSet());
            return new Actor(parts[0], roles, "test");
        }
    }
}
