package org.plenish.web.account;

import java.util.List;
import java.util.Set;
import org.plenish.web.shared.Role;
import org.springframework.http.HttpMethod;

/**
 * Who may do one thing.
 *
 * @param name what it is called in the access review, {@code access.name}; rules of one name are one thing
 * @param path a pattern of Spring's {@code PathPattern}
 */
record AccessRule(String name, Kind kind, String path, Set<Role> roles) {

    AccessRule {
        roles = Set.copyOf(roles);
    }

    /** What a request does. */
    enum Kind {
        READ(HttpMethod.GET, HttpMethod.HEAD),
        CHANGE(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

        private final List<HttpMethod> methods;

        Kind(HttpMethod... methods) {
            this.methods = List.of(methods);
        }

        List<HttpMethod> methods() {
            return methods;
        }
    }

    boolean allows(Role role) {
        return roles.contains(role);
    }
}
