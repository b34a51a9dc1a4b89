package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// For each action that a page of the desk offers, `actions.csv` says by which call programs do it: a route of
/// `/api/v1`, or `none:` and why, or `missing`.
class ActionsTest {

    private static final Path ACTIONS = Path.of("deploy/security/actions.csv");
    private static final Path ROUTES = Path.of("deploy/security/routes.csv");

    /// May fall, never rise: whoever adds an action to a page adds its call.
    private static final int MISSING = 0;

    /// @param page method and path
    private record Action(String page, String call) {

        /// A path may hold commas; what surrounds it does not.
        static Action of(String line) {
            int path = line.indexOf(',');
            int call = line.lastIndexOf(',');
            return new Action(
                    line.substring(0, path) + " "
                            + line.substring(path + 1, call).replace("\"", ""),
                    line.substring(call + 1));
        }
    }

    @Test
    void everyActionOfAPageSaysByWhichCallItIsDone() throws IOException {
        var offered = routes().filter(it -> it.contains(" /desk") && !it.startsWith("GET "));

        assertThat(actions().stream().map(Action::page))
                .containsExactlyInAnyOrderElementsOf(offered.collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyCallIsThere() throws IOException {
        Set<String> there = routes().collect(Collectors.toSet());

        assertThat(actions().stream().map(Action::call).filter(it -> it.contains("/api/")))
                .isNotEmpty()
                .allMatch(there::contains);
        assertThat(actions().stream().map(Action::call).filter(it -> !it.contains("/api/")))
                .allMatch(it -> it.equals("missing") || it.matches("none: .+"));
    }

    @Test
    void fewerAndFewerAreMissing() throws IOException {
        assertThat(actions().stream().filter(it -> it.call().equals("missing"))).hasSize(MISSING);
    }

    private static List<Action> actions() throws IOException {
        return Files.readAllLines(ACTIONS).stream().skip(1).map(Action::of).toList();
    }

    private static Stream<String> routes() throws IOException {
        return Files.readAllLines(ROUTES).stream().skip(1).map(line -> {
            int who = line.lastIndexOf(',');
            int method = line.lastIndexOf(',', who - 1);
            return line.substring(method + 1, who) + " " + line.substring(0, method);
        });
    }
}
