package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// For each action that a page of the desk offers, `actions.csv` says by which call programs do it: a route of
/// `/api/v1`, or `none:` and why, or `missing`.
class ActionsTest {

    private static final Path ROUTES = Path.of("deploy/security/routes.csv");

    /// May fall, never rise: whoever adds an action to a page adds its call.
    private static final int MISSING = 0;

    @Test
    void everyActionOfAPageSaysByWhichCallItIsDone() throws IOException {
        var offered = routes().filter(it -> it.contains(" /desk") && !it.startsWith("GET "));

        assertThat(Action.all().stream().map(Action::page).distinct())
                .containsExactlyInAnyOrderElementsOf(offered.collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyCallIsThere() throws IOException {
        Set<String> there = routes().collect(Collectors.toSet());

        assertThat(Action.all().stream().filter(Action::isByCall).map(Action::call))
                .isNotEmpty()
                .allMatch(there::contains);
        assertThat(Action.all().stream().filter(it -> !it.isByCall()).map(Action::call))
                .allMatch(it -> it.equals("missing") || it.matches("none: .+"));
    }

    @Test
    void fewerAndFewerAreMissing() throws IOException {
        assertThat(Action.all().stream().filter(it -> it.call().equals("missing")))
                .hasSize(MISSING);
    }

    private static Stream<String> routes() throws IOException {
        return Files.readAllLines(ROUTES).stream().skip(1).map(line -> {
            int who = line.lastIndexOf(',');
            int method = line.lastIndexOf(',', who - 1);
            return line.substring(method + 1, who) + " " + line.substring(0, method);
        });
    }
}
