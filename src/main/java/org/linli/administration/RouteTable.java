package org.linli.administration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.community.Role;
import org.springframework.core.io.ClassPathResource;

/// Who may call which route of the desk, as `deploy/security/routes.csv` says. Reads the program file: blocking.
final class RouteTable {

    /// How much of a family of pages a role has; what is more includes what is less.
    enum Access {
        NONE,
        SEE,
        CHANGE
    }

    private record Route(String page, boolean changes, Set<Role> roles) {

        /// @param line path, method and roles; the path may hold commas
        static Route of(String line) {
            int who = line.lastIndexOf(',');
            int method = line.lastIndexOf(',', who - 1);
            String page = line.substring("/desk".length(), method);
            return new Route(
                    family(page), !line.substring(method + 1, who).equals("GET"), roles(line.substring(who + 1)));
        }

        /// Its first word: `notices` of `/notices/{id}/edit`, `cases` of `/cases.csv`.
        private static String family(String page) {
            String[] words = page.split("[/.]");
            return words.length > 1 ? words[1] : "desk";
        }

        private static Set<Role> roles(String who) {
            var roles = EnumSet.noneOf(Role.class);
            for (String word : who.split(" ")) {
                roles.addAll(
                        switch (word) {
                            case "grid" -> EnumSet.of(Role.GRID_WORKER);
                            case "unit" -> EnumSet.of(Role.UNIT_WORKER);
                            case "community" -> EnumSet.of(Role.COMMUNITY_WORKER);
                            case "admin" -> EnumSet.of(Role.ADMIN);
                            default -> EnumSet.allOf(Role.class);
                        });
            }
            return roles;
        }

        Access accessOf(Role role) {
            return !roles.contains(role) ? Access.NONE : changes ? Access.CHANGE : Access.SEE;
        }
    }

    private final Map<String, Map<Role, Access>> pages = new LinkedHashMap<>();

    RouteTable() {
        lines().stream().filter(it -> it.startsWith("/desk")).map(Route::of).forEach(this::add);
    }

    /// What a role has of a family of pages, by the family's first word.
    Map<String, Map<Role, Access>> byPage() {
        return pages;
    }

    private void add(Route route) {
        var page = pages.computeIfAbsent(route.page(), _ -> new EnumMap<>(Role.class));
        for (Role role : Role.values()) {
            page.merge(role, route.accessOf(role), (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
    }

    private static List<String> lines() {
        try {
            return new ClassPathResource("deploy/security/routes.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException("the table of routes is not packed with the program", missing);
        }
    }
}
