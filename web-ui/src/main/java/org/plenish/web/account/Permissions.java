package org.plenish.web.account;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plenish.web.shared.Role;

/** {@link AccessRules} as the access review shows them: each thing once, with the roles that may do it. */
final class Permissions {

    /** By the name of the rule; reading what no rule guards is everybody's. */
    static final Map<String, Set<Role>> ALL = all();

    private Permissions() {}

    /** Names of what somebody with these roles may do. */
    static List<String> of(Set<Role> roles) {
        return ALL.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(roles::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Set<Role>> all() {
        Map<String, Set<Role>> roles = new LinkedHashMap<>();
        roles.put("readPlan", EnumSet.allOf(Role.class));
        for (AccessRule rule : AccessRules.ALL) {
            roles.computeIfAbsent(rule.name(), name -> EnumSet.noneOf(Role.class))
                    .addAll(rule.roles());
        }
        return roles;
    }
}
