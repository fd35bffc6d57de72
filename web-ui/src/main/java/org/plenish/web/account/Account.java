package org.plenish.web.account;

import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Role;

/**
 * Somebody who may log in.
 *
 * @param version counts changes, for two administrators at once and for the sessions that a change ends
 * @param demo made in demo mode
 * @param subject at an identity provider, which then logs this account in; null: a password does
 * @param oneTimeUntil the end of a password that an administrator gave; null: its owner chose it
 */
record Account(
        long id,
        int version,
        String userName,
        String displayName,
        Set<Role> roles,
        boolean demo,
        @Nullable String subject,
        Instant createdAt,
        String createdBy,
        @Nullable Instant disabledAt,
        @Nullable Instant oneTimeUntil,
        @Nullable Instant passwordChangedAt,
        @Nullable Instant lastLoginAt) {

    private static final Pattern USER_NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,63}");

    Account {
        // In the order of the roles, for whoever reads it.
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
    }

    /** What can change of it. */
    Account with(String newDisplayName, Set<Role> newRoles, @Nullable Instant newDisabledAt) {
        return new Account(
                id,
                version,
                userName,
                newDisplayName,
                newRoles,
                demo,
                subject,
                createdAt,
                createdBy,
                newDisabledAt,
                oneTimeUntil,
                passwordChangedAt,
                lastLoginAt);
    }

    /** The same without a password, logged in by an identity provider. */
    Account ofProvider(String providersSubject) {
        return new Account(
                id,
                version,
                userName,
                displayName,
                roles,
                demo,
                providersSubject,
                createdAt,
                createdBy,
                disabledAt,
                null,
                null,
                lastLoginAt);
    }

    public boolean isDisabled() {
        return disabledAt != null;
    }

    /** Its password was given by an administrator and is only good for choosing another. */
    public boolean hasOneTimePassword() {
        return oneTimeUntil != null;
    }

    /** User names do not depend on capitals or blanks around them. */
    static String userName(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    static boolean isUserName(String name) {
        return USER_NAME.matcher(name).matches();
    }
}
