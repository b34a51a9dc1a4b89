package org.linli.web.me;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.Results;
import org.linli.cases.web.SignedInAs;
import org.linli.community.StaffPasswords;
import org.linli.web.sessions.StaffSessions;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.data.redis.ReactiveRedisSessionRepository;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@LinliTest
@TestPropertySource(properties = "linli.demo=true")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class MeTest {

    private static final Pattern END = Pattern.compile("/desk/me/sessions/([0-9a-f]{32})/end");
    private static final String FRESH = "tulip under seven bridges";

    private final WebTestClient web;
    private final StaffPasswords passwords;
    private final PasswordEncoder encoder;
    private final StaffSessions sessions;
    private final ReactiveStringRedisTemplate redis;
    private final ReactiveSessionRepository<?> repository;
    private final DatabaseClient database;

    MeTest(
            WebTestClient web,
            StaffPasswords passwords,
            PasswordEncoder encoder,
            StaffSessions sessions,
            ReactiveStringRedisTemplate redis,
            ReactiveSessionRepository<?> repository,
            DatabaseClient database) {
        this.web = web;
        this.passwords = passwords;
        this.encoder = encoder;
        this.sessions = sessions;
        this.redis = redis;
        this.repository = repository;
        this.database = database;
    }

    @BeforeEach
    void nobodyIsSignedIn() {
        sessions.endAll(SignedInAs.LM, "lin").block();
        sessions.endAll(SignedInAs.LM, "qian").block();
        SignedInAs.givePasswords(passwords, encoder);
    }

    @Test
    void aForgottenSignInIsEndedFromElsewhere() {
        var forgotten = new SignedInAs("lin", web);
        var here = new SignedInAs("lin", web);
        String page = here.page("/desk/me");
        assertThat(page).contains("正在用的这台", "认不出的设备");
        var other = END.matcher(page);
        assertThat(other.find()).isTrue();

        here.post("/desk/me/sessions/" + other.group(1) + "/end", Map.of())
                .expectStatus()
                .isOk();

        forgotten.get("/desk/me").expectStatus().isFound();
        assertThat(here.page("/desk/me")).doesNotContainPattern(END);
        assertThat(redis.opsForSet().size("linli:sessions-of:lm:lin").block()).isEqualTo(1);
    }

    @Test
    void aWhileAfterSigningInWhoEndsOtherSessionsShowsThePasswordAgain() {
        var other = new SignedInAs("lin", web);
        var here = new SignedInAs("lin", web);
        signedInAnHourAgo("lin");
        String page = here.page("/desk/me");
        var handle = END.matcher(page);
        assertThat(handle.find()).isTrue();
        assertThat(page).contains("id=\"for-ending\"").doesNotContain("??");
        String one = "/desk/me/sessions/" + handle.group(1) + "/end";

        assertThat(page(here, one, "")).contains("现在的密码不对");
        assertThat(page(here, "/desk/me/sessions/others/end", "a guess")).contains("现在的密码不对");
        other.get("/desk/me").expectStatus().isOk();
        assertThat(page(here, one, SignedInAs.PASSWORD)).contains("那台设备已经退出");

        other.get("/desk/me").expectStatus().isFound();
        here.get("/desk/me").expectStatus().isOk();
    }

    @Test
    void whoHasNoPasswordHereSignsInAgainInstead() {
        var other = new SignedInAs("qian", web);
        var here = new SignedInAs("qian", web);
        database.sql("update community.staff set password_hash = null where id = 'qian'")
                .then()
                .block();
        signedInAnHourAgo("qian");

        assertThat(here.page("/desk/me")).contains("请先退出").doesNotContain("id=\"for-ending\"");
        assertThat(page(here, "/desk/me/sessions/others/end", SignedInAs.PASSWORD))
                .contains("请先退出");

        other.get("/desk/me").expectStatus().isOk();
    }

    private void signedInAnHourAgo(String staff) {
        var kept = ((ReactiveRedisSessionRepository) repository).getSessionRedisOperations();
        long then = Instant.now().minus(Duration.ofHours(1)).toEpochMilli();
        Objects.requireNonNull(redis.opsForSet()
                        .members("linli:sessions-of:lm:" + staff)
                        .collectList()
                        .block())
                .forEach(id -> kept.opsForHash()
                        .put("linli:session:sessions:" + id, "creationTime", then)
                        .block());
    }

    private static String page(SignedInAs who, String address, String password) {
        return String.valueOf(who.post(address, Map.of("password", password))
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void nobodyEndsTheSessionOfSomebodyElse() {
        var lin = new SignedInAs("lin", web);
        var qian = new SignedInAs("qian", web);
        String handle = Objects.requireNonNull(sessions.of(SignedInAs.LM, "lin").blockFirst())
                .handle();

        qian.post("/desk/me/sessions/" + handle + "/end", Map.of())
                .expectStatus()
                .isOk();
        qian.post("/desk/me/sessions/others/end", Map.of()).expectStatus().isOk();

        lin.get("/desk/me").expectStatus().isOk();
    }

    @Test
    void aChangedPasswordEndsAllOtherSessionsAndIsTheOnlyOneFromThenOn() {
        var other = new SignedInAs("lin", web);
        var here = new SignedInAs("lin", web);

        assertThat(told(here, "not the password", FRESH)).contains("现在的密码不对");
        assertThat(told(here, SignedInAs.PASSWORD, "linli123456789")).contains("新密码太好猜");
        assertThat(told(here, SignedInAs.PASSWORD, "林晓梅 lin 2026 09")).contains("新密码");
        other.get("/desk/me").expectStatus().isOk();

        assertThat(told(here, SignedInAs.PASSWORD, FRESH)).contains("密码改好了");

        here.get("/desk/me").expectStatus().isOk();
        other.get("/desk/me").expectStatus().isFound();
        String hash = Objects.requireNonNull(
                Objects.requireNonNull(passwords.of(SignedInAs.LM, "lin").block())
                        .hash());
        assertThat(encoder.matches(FRESH, hash)).isTrue();
    }

    @Test
    void whoIsSuspendedOrGivenAnotherPasswordIsSignedOutAtOnce() {
        var lin = new SignedInAs("lin", web);
        var chen = new SignedInAs("chen", web);

        chen.post("/desk/admin/staff/lin/password", Map.of()).expectStatus().isOk();

        lin.get("/desk/me").expectStatus().isFound();
        assertThat(Results.results(sessions.of(SignedInAs.LM, "lin"))).isEmpty();
    }

    private static String told(SignedInAs who, String old, String fresh) {
        return String.valueOf(who.post("/desk/me/password", Map.of("old", old, "fresh", fresh, "again", fresh))
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
