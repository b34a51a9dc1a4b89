package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.community.StaffPasswords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// What changes something is refused to every role that `deploy/security/routes.csv` does not name, and to whoever has
/// not signed in. All of them have the token of a form: without one nobody would come as far as their role.
@LinliTest
@Tag("long")
@TestPropertySource(properties = {"linli.demo=true", "linli.stand-ins=true", "linli.jobs.enabled=true"})
class RolesIT {

    private static final Path TABLE = Path.of("deploy/security/routes.csv");

    /// Made-up staff of the demo, one of each role.
    private static final Map<String, String> STAFF =
            Map.of("grid", "lin", "unit", "qian", "community", "xu", "admin", "chen");

    /// Changes nothing where it is not told what.
    private static final String HARMLESS = "/desk/filters/forget";

    private record Action(String path, Set<String> roles) {

        /// Its path may hold commas; what follows does not.
        static Action of(String line) {
            int who = line.lastIndexOf(',');
            String path = line.substring(0, line.lastIndexOf(',', who - 1));
            String roles = line.substring(who + 1);
            return new Action(path, roles.equals("staff") ? STAFF.keySet() : Set.of(roles.split(" ")));
        }

        boolean needsSignIn() {
            return STAFF.keySet().containsAll(roles);
        }

        /// With something in the place of what varies.
        String example() {
            return path.replaceAll("\\{number:[^{}]*\\{[^}]*}}", "1").replaceAll("\\{(?:[^{}]|\\{[^}]*})+}", "x");
        }
    }

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @BeforeEach
    void everybodyCanSignIn() {
        SignedInAs.givePasswords(passwords, encoder);
        passwords
                .set(SignedInAs.LM, "xu", Objects.requireNonNull(encoder.encode(SignedInAs.PASSWORD)))
                .block();
    }

    @Test
    void noRoleDoesWhatIsNotForIt() throws IOException {
        var soft = new SoftAssertions();
        var tried = new ArrayList<String>();
        for (var one : STAFF.entrySet()) {
            var staff = new SignedInAs(one.getValue(), web);
            for (Action it : actions()) {
                if (!it.roles().contains(one.getKey())) {
                    tried.add(it.path());
                    soft.assertThat(status(() -> staff.post(it.example(), Map.of())))
                            .as("%s by %s", it.path(), one.getKey())
                            .isIn(403, 404);
                }
            }
        }
        soft.assertAll();
        assertThat(tried).hasSizeGreaterThan(150);
    }

    @Test
    void whoHasNotSignedInDoesNothingOfStaff() throws IOException {
        var soft = new SoftAssertions();
        var stranger = Stranger.at(web);
        actions()
                .forEach(it -> soft.assertThat(status(() -> stranger.post(it.example())))
                        .as(it.path())
                        .isEqualTo(401));
        soft.assertAll();
    }

    /// Otherwise the others would show nothing.
    @Test
    void theTokenThatTheyHaveIsOneThatCounts() {
        STAFF.values().forEach(name -> {
            var staff = new SignedInAs(name, web);
            assertThat(status(() -> staff.post(HARMLESS, Map.of("name", "nobody's"))))
                    .as(name)
                    .isNotIn(401, 403, 404);
        });
    }

    /// A machine that is busy with something else says so, and is asked again.
    private static int status(Supplier<WebTestClient.ResponseSpec> call) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> call.get().returnResult(Void.class).getStatus().value(), it -> it != 503);
    }

    private static List<Action> actions() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(it -> it.matches(".*,(POST|PUT|PATCH|DELETE),[^,]*"))
                .map(Action::of)
                .filter(Action::needsSignIn)
                .toList();
    }
}
