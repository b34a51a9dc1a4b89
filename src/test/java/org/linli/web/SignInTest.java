package org.linli.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.linli.Results;
import org.linli.SettableClock;
import org.linli.community.Communities;
import org.linli.community.StaffPasswords;
import org.linli.platform.database.CommunityId;
import org.linli.platform.signing.Sha256;
import org.linli.web.Attempts.Whence;
import org.linli.web.passwords.Passwords;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/// In a place of its own, where nobody has given staff other passwords.
@TestPropertySource(properties = "linli.demo-board=false")
@ExtendWith(OutputCaptureExtension.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class SignInTest extends WithProvider {

    private static final Whence HERE = new Whence(Sha256.hex("127.0.0.1", 8));
    private static final Whence ELSEWHERE = new Whence("elsewhere");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final WebTestClient browser;
    private final FirstStart firstStart;
    private final Attempts attempts;
    private final ReactiveStringRedisTemplate redis;
    private final StaffPasswords passwords;
    private final Communities communities;
    private final Passwords hashing;
    private final DatabaseClient database;

    SignInTest(
            WebTestClient browser,
            FirstStart firstStart,
            Attempts attempts,
            ReactiveStringRedisTemplate redis,
            StaffPasswords passwords,
            Communities communities,
            Passwords hashing,
            DatabaseClient database) {
        this.communities = communities;
        this.hashing = hashing;
        this.database = database;
        this.passwords = passwords;
        this.browser = browser;
        this.firstStart = firstStart;
        this.attempts = attempts;
        this.redis = redis;
    }

    @Test
    void thePasswordOfTheFirstStartLetsTheStaffMemberIn() {
        var signedIn = signIn("chen", password());

        assertThat(location(signedIn)).isEqualTo("/desk");
        String session = Objects.requireNonNull(signedIn.getResponseCookies().getFirst("linli"))
                .getValue();
        browser.get()
                .uri("/no-such-page")
                .accept(MediaType.TEXT_HTML)
                .cookie("linli", session)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void theFirstStartNamesOneOfEachRoleWithTheSamePassword() {
        String banner = new Welcome(firstStart, new PageWords(), true, false).text("http://localhost:8080");

        assertThat(banner)
                .contains("账号 chen    密码 " + password())
                .contains("账号 xu    密码相同", "社区工作者", "账号 lin    密码相同", "网格员", "账号 qian    密码相同")
                .containsOnlyOnce(password());
        for (String staff : List.of("xu", "lin", "qian")) {
            assertThat(location(signIn(staff, password()))).isEqualTo("/desk");
        }
        assertThat(location(signIn("fang", password()))).isEqualTo("/sign-in?wrong");
    }

    @Test
    void theCookieOfTheSessionIsNotForScriptsAndCannotBeGuessed() {
        var cookie = Objects.requireNonNull(
                signIn("chen@lm", password()).getResponseCookies().getFirst("linli"));

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getValue()).as("256 bits").matches("[0-9a-f]{64}");
    }

    @Test
    void whoeverTheSettingsGaveAPasswordHasToChangeIt() {
        var start = new FirstStart(passwords, communities, hashing, true, "mu@lm");
        start.run().block();

        assertThat(Results.result(passwords.of(new CommunityId("lm"), "mu")).given())
                .isTrue();
    }

    @Test
    void aWrongPasswordStandsInTheLogAndWhatWasTypedDoesNot(CapturedOutput log) {
        signIn("lin", "not-the-password");
        signIn("typed-in-the-wrong-field", "not-the-password");

        assertThat(log)
                .contains("a password was wrong: of lin@lm, from " + HERE.address())
                .contains("a password was wrong: of nobody, from " + HERE.address())
                .doesNotContain("not-the-password", "typed-in-the-wrong-field");
    }

    @Test
    void aWrongPasswordIsToldAsSuchAndSoIsAnUnknownName() {
        assertThat(location(signIn("lin", "wrong"))).isEqualTo("/sign-in?wrong");
        assertThat(location(signIn("nobody", "wrong"))).isEqualTo("/sign-in?wrong");
        assertThat(location(signIn("he", ""))).isEqualTo("/sign-in?wrong");
        attempts.forget("he", HERE).block();
    }

    @Test
    void tooManyAttemptsAreRefusedUnreadAndStandInTheTrailOnce() {
        redis.delete("linli:sign-in:told:he").block();
        long before = lockouts("he");
        for (int i = 0; i < Attempts.MOST_A_MINUTE; i++) {
            assertThat(location(signIn("he", "guess-" + i))).isEqualTo("/sign-in?wrong");
        }
        // a minute may end between any two of them, and then counts anew; which one is refused is seen below
        assertThat(IntStream.rangeClosed(0, Attempts.MOST_A_MINUTE)
                        .mapToObj(i -> location(signIn("he", "again-" + i)))
                        .anyMatch("/sign-in?slow"::equals))
                .isTrue();
        signIn("he", "and again");
        signIn("he", "and again");
        assertThat(lockouts("he")).isEqualTo(before + 1);
        assertThat(redis.keys("linli:sign-in:*:he:*")
                        .collectList()
                        .flatMapIterable(keys -> keys)
                        .concatMap(redis::getExpire)
                        .collectList()
                        .block())
                .isNotEmpty()
                .allSatisfy(left -> assertThat(left).isPositive());

        attempts.forget("he", HERE).block();
        assertThat(location(signIn("he", "guess"))).isEqualTo("/sign-in?wrong");
    }

    private long lockouts(String who) {
        return Objects.requireNonNull(database.sql(
                        "select count(*) from audit.entries where what = 'LOCKED_OUT' and who = $1 and detail = ''")
                .bind(0, who)
                .mapValue(Long.class)
                .one()
                .block());
    }

    @Test
    void theSixthWithinAMinuteIsOneTooMany() {
        var counted = new Attempts(redis, new SettableClock(Instant.parse("2026-03-03T10:00:00Z")));
        for (int i = 0; i < Attempts.MOST_A_MINUTE; i++) {
            assertThat(counted.another("sixth", HERE).block()).isTrue();
        }
        assertThat(counted.another("sixth", HERE).block()).isFalse();
        redis.delete(redis.keys("linli:sign-in:*sixth*")).block();
    }

    @Test
    void nobodyIsLockedOutForEverByACountWhoseEndWasLost() {
        var clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
        var counted = new Attempts(redis, clock);
        for (int i = 0; i < Attempts.MOST_A_MINUTE; i++) {
            assertThat(counted.another("lost", HERE).block()).isTrue();
        }
        assertThat(counted.another("lost", HERE).block()).isFalse();
        redis.keys("linli:sign-in:*lost*").flatMap(redis::persist).then().block();

        clock.pass(Duration.ofMinutes(1));

        assertThat(counted.another("lost", HERE).block()).isTrue();
        redis.delete(redis.keys("linli:sign-in:*lost*")).block();
    }

    @Test
    void whoGuessesAtManyNamesIsSlowedDownAndOthersAreNot() {
        var counted = new Attempts(redis, new SettableClock(Instant.parse("2026-03-02T10:00:00Z")));
        var guesser = new Whence("guesser");
        for (int i = 0; i < Attempts.MOST_OF_AN_ADDRESS; i++) {
            assertThat(counted.another("spray-" + i, guesser).block()).isTrue();
        }

        assertThat(counted.another("spray-one-more", guesser).block()).isFalse();
        assertThat(counted.another("spray-one-more", ELSEWHERE).block()).isTrue();
    }

    @Test
    void strangersWhoUseUpTheHourDoNotLockOutWhoSignedInBefore() {
        var clock = new SettableClock(Instant.parse("2026-03-03T10:00:00Z"));
        var counted = new Attempts(redis, clock);
        counted.another("steady", HERE).then(counted.forget("steady", HERE)).block();
        clock.pass(Duration.ofHours(1));
        for (int i = 0; i < Attempts.MOST_AN_HOUR; i++) {
            assertThat(counted.another("steady", new Whence("bot-" + i)).block())
                    .isTrue();
        }

        assertThat(counted.another("steady", new Whence("bot-more")).block()).isFalse();
        assertThat(counted.another("steady", HERE).block()).isTrue();
        clock.pass(Duration.ofHours(1));
        assertThat(counted.another("steady", new Whence("bot-more")).block()).isTrue();
    }

    @Test
    void aPasswordKeptInTheOldWayLetsInAndIsKeptInOursFromThenOn() {
        var lm = new CommunityId("lm");
        passwords
                .set(lm, "mu", "{bcrypt}" + new BCryptPasswordEncoder(4).encode("an old password"))
                .block();

        assertThat(location(signIn("mu@lm", "a wrong password"))).isEqualTo("/sign-in?wrong");
        assertThat(Results.result(passwords.of(lm, "mu")).hash()).startsWith("{bcrypt}");
        assertThat(location(signIn("mu@lm", "an old password"))).isEqualTo("/desk");
        assertThat(Results.result(passwords.of(lm, "mu")).hash()).startsWith("{argon2}$argon2id$");
        assertThat(location(signIn("mu@lm", "an old password"))).isEqualTo("/desk");
    }

    @Test
    void aPageOfStaffLeadsToSigningInFirst() {
        browser.get()
                .uri("/desk")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isFound()
                .expectHeader()
                .location("/sign-in");
        browser.get()
                .uri("/desk")
                .header("HX-Request", "true")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("HX-Redirect", "/sign-in")
                .expectBody(String.class)
                .value(said ->
                        assertThat(said).contains("请重新登录", "href=\"/desk\"").doesNotContain("??"));
        browser.get()
                .uri("/desk")
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void whoseSessionIsGoneHearsOfThatAndIsLedBackToThePage() {
        browser.post()
                .uri("/desk/cases/LM-2026-000001/reply")
                .header("HX-Request", "true")
                .header("HX-Current-URL", "https://linli.test/desk/cases/LM-2026-000001?said=accept")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody(String.class)
                .value(said -> assertThat(said)
                        .contains("您已退出，请重新登录", "href=\"/desk/cases/LM-2026-000001\"")
                        .doesNotContain("没有放行"));
        browser.post()
                .uri("/desk/cases/LM-2026-000001/reply")
                .accept(MediaType.TEXT_HTML)
                .header("Referer", "https://elsewhere.test//evil.test/")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody(String.class)
                .value(said -> assertThat(said)
                        .contains("您已退出，请重新登录", "href=\"/desk\"")
                        .doesNotContain("evil"));
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        browser.post()
                .uri("/sign-in")
                .accept(MediaType.TEXT_HTML)
                .body(BodyInserters.fromFormData("username", "chen").with("password", password()))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("这一步没有放行").doesNotContain("org.springframework"));
    }

    @Test
    void everyPageForbidsWhatIsNotOurs() {
        for (String path : new String[] {"/", "/sign-in", "/nothing-here", "/web/linli.css"}) {
            browser.get()
                    .uri(path)
                    .accept(MediaType.TEXT_HTML)
                    .exchange()
                    .expectHeader()
                    .valueEquals("Content-Security-Policy", SecurityHeaders.POLICY)
                    .expectHeader()
                    .valueEquals("X-Content-Type-Options", "nosniff");
        }
    }

    @Test
    void whatIsHandedInWithoutASessionForbidsTheSame() {
        browser.post()
                .uri("/vote/lm/1/nobodys/ballot")
                .exchange()
                .expectHeader()
                .valueEquals("Content-Security-Policy", SecurityHeaders.POLICY);
    }

    @Test
    void everyTextSaysItsLetters() {
        for (String path : List.of("/", "/web/linli.css", "/web/linli.js")) {
            browser.get()
                    .uri(path)
                    .accept(MediaType.TEXT_HTML)
                    .exchange()
                    .expectHeader()
                    .value("Content-Type", it -> assertThat(it).as(path).containsIgnoringCase("charset=UTF-8"));
        }
    }

    @Test
    void noPageHoldsInlineScriptOrStyle() {
        for (String path : new String[] {"/", "/sign-in"}) {
            String page = get(path);
            assertThat(page).doesNotContain("style=\"", "<style", "onclick", "<script>");
        }
    }

    @Test
    void theSignInPageTellsOneThingAtATime() {
        assertThat(get("/sign-in")).doesNotContain("class=\"alert");
        assertThat(get("/sign-in?slow")).contains("试得太快了").doesNotContain("账号或密码不对", "辛苦了");
    }

    @Test
    void theHomePageHasThreeDoorsAndNeedsNoSession() {
        var answer = browser.get().uri("/").exchange().expectBody(String.class).returnResult();

        assertThat(answer.getResponseBody()).contains("href=\"/chat\"", "href=\"/groups/b3\"", "href=\"/desk\"");
        assertThat(answer.getResponseCookies()).doesNotContainKey("linli");
    }

    @Test
    void whatIsNotThereIsSaidInChineseWithANumber() {
        browser.get()
                .uri("/chat/no/such/page")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("没有这个页面", "什么也没有丢", "编号"));
        browser.get()
                .uri("/chat/no/such/page")
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(404)
                .jsonPath("$.trace")
                .doesNotExist();
    }

    @Test
    void scriptsAndStylesOfTheLayoutAreThere() {
        for (String path : new String[] {
            "/web/linli.js",
            "/web/linli.css",
            "/web/icons.svg",
            "/webjars/htmx.org/dist/htmx.min.js",
            "/webjars/tabler__core/dist/css/tabler.min.css"
        }) {
            browser.get().uri(path).exchange().expectStatus().isOk();
        }
    }

    private String password() {
        return firstStart.given().orElseThrow().password();
    }

    private EntityExchangeResult<byte[]> signIn(String name, String password) {
        var page = browser.get()
                .uri("/sign-in")
                .exchange()
                .expectBody(String.class)
                .returnResult();
        var token = TOKEN.matcher(String.valueOf(page.getResponseBody()));
        assertThat(token.find()).isTrue();
        var cookie = Objects.requireNonNull(page.getResponseCookies().getFirst("XSRF-TOKEN"));
        return browser.post()
                .uri("/sign-in")
                .accept(MediaType.TEXT_HTML)
                .cookie(cookie.getName(), cookie.getValue())
                .body(BodyInserters.fromFormData("username", name)
                        .with("password", password)
                        .with("_csrf", token.group(1)))
                .exchange()
                .expectStatus()
                .isFound()
                .expectBody()
                .returnResult();
    }

    private String get(String path) {
        return String.valueOf(browser.get()
                .uri(path)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static String location(EntityExchangeResult<?> answer) {
        return String.valueOf(answer.getResponseHeaders().getFirst(HttpHeaders.LOCATION));
    }
}
