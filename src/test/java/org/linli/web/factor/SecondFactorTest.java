package org.linli.web.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.administration.employing.EmployStaff;
import org.linli.audit.Entry;
import org.linli.audit.Trail;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.community.StaffPasswords;
import org.linli.community.personnel.Outcome;
import org.linli.platform.database.Columns;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/// Who knows a password alone stays out where a second factor is on, or where the role needs one.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class SecondFactorTest {

    private static final Pattern LETTERS = Pattern.compile("me-letters\">([A-Z2-7]{32})<");
    private static final Pattern RECOVERY = Pattern.compile("<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){5})</code>");
    private static final String CODES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final WebTestClient web;
    private final StaffPasswords passwords;
    private final PasswordEncoder encoder;
    private final Communities communities;
    private final SecondFactors factors;
    private final RequiredRoles required;
    private final EmployStaff employ;
    private final FactorRows rows;
    private final DatabaseClient database;
    private final ReactiveStringRedisTemplate redis;
    private final Trail trail;
    private final Clock clock;

    SecondFactorTest(
            WebTestClient web,
            StaffPasswords passwords,
            PasswordEncoder encoder,
            Communities communities,
            SecondFactors factors,
            RequiredRoles required,
            EmployStaff employ,
            FactorRows rows,
            DatabaseClient database,
            ReactiveStringRedisTemplate redis,
            Trail trail,
            Clock clock) {
        this.web = web;
        this.passwords = passwords;
        this.encoder = encoder;
        this.communities = communities;
        this.factors = factors;
        this.required = required;
        this.employ = employ;
        this.rows = rows;
        this.database = database;
        this.redis = redis;
        this.trail = trail;
        this.clock = clock;
    }

    @BeforeEach
    @AfterEach
    void aPasswordWillDo() {
        SignedInAs.givePasswords(passwords, encoder);
        for (String table : List.of("second", "recovery", "required")) {
            completed(database.sql("delete from factors." + table + " where community_id = 'lm'")
                    .then());
        }
        forgetAttempts();
    }

    @Test
    void onceSetUpACodeIsAskedForAfterThePasswordAndGoodOnce() {
        var other = new SignedInAs("lin", web);
        var here = new SignedInAs("lin", web);
        assertThat(here.page("/desk/me")).contains("开始用动态码").doesNotContain("??");
        assertThat(posted(here, "/desk/me/second-factor", Map.of("password", "not the password")))
                .contains("现在的密码不对")
                .doesNotContain("me-letters");
        var totp = shown(posted(here, "/desk/me/second-factor", Map.of("password", SignedInAs.PASSWORD)));

        String before = step(0, totp);
        assertThat(posted(here, "/desk/me/second-factor/on", Map.of("code", "000000x")))
                .contains("动态码不对")
                .doesNotContain("me-letters");
        assertThat(codes(posted(here, "/desk/me/second-factor/on", Map.of("code", before))))
                .hasSize(8);
        other.get("/desk/me").expectStatus().isFound();
        assertThat(here.page("/desk/me")).contains("备用码还有 8 个", "不再用动态码").doesNotContain("??");

        var half = new SignedInAs("lin", web);
        half.get("/desk").expectStatus().isSeeOther().expectHeader().location("/desk/second-factor");
        half.get("/desk/me").expectStatus().isSeeOther();
        half.get("/desk/first-password").expectStatus().isSeeOther();
        half.post("/desk/me/second-factor/off", Map.of("password", SignedInAs.PASSWORD))
                .expectStatus()
                .isSeeOther();
        assertThat(half.page("/desk/second-factor"))
                .contains("one-time-code", "备用码")
                .doesNotContain("me-letters", totp.inLetters(), "??");
        assertThat(posted(half, "/desk/second-factor", Map.of("code", before))).contains("已经用过");
        assertThat(posted(half, "/desk/second-factor", Map.of("code", "123"))).contains("已经用过");
        half.get("/desk").expectStatus().isSeeOther();
    }

    @Test
    void aGoodCodeLetsInWithAnotherSessionAndIsNoted() {
        var lin = member("lin");
        var totp = on(lin);
        var half = new SignedInAs("lin", web);
        int before = signIns("lin", "second factor").size();

        var entered = half.post("/desk/second-factor", Map.of("code", spaced(step(1, totp))))
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/desk")
                .expectBody()
                .returnResult();

        String session = Objects.requireNonNull(entered.getResponseCookies().getFirst("linli"))
                .getValue();
        web.get()
                .uri("/desk/me")
                .cookie("linli", session)
                .exchange()
                .expectStatus()
                .isOk();
        half.get("/desk/me").expectStatus().isFound();
        assertThat(signIns("lin", "second factor")).hasSize(before + 1);
    }

    @Test
    void theSameWayWrittenOtherwiseLeadsNowhereElse() {
        on(member("lin"));
        var half = new SignedInAs("lin", web);

        for (String path : List.of("/%64esk", "/des%6b/residents", "/desk/%6de", "/%64esk/me", "/desk/")) {
            half.at(path).expectStatus().isSeeOther().expectHeader().location("/desk/second-factor");
        }
    }

    @Test
    void whatAnotherSessionWasShownIsNotSetUp() {
        var lin = member("lin");
        var theirs = totp(result(factors.begin(lin, "theirs")).letters());
        var own = totp(result(factors.begin(lin, "own")).letters());

        assertThat(own.inLetters()).isNotEqualTo(theirs.inLetters());
        assertThat(totp(result(factors.begin(lin, "own")).letters()).inLetters())
                .isEqualTo(own.inLetters());
        assertThat(factors.turnOn(lin, step(0, theirs), "theirs").blockOptional())
                .isEmpty();
        assertThat(factors.turnOn(lin, step(0, own), "theirs").blockOptional()).isEmpty();
        assertThat(result(factors.turnOn(lin, step(0, own), "own"))).hasSize(8);
    }

    @Test
    void nobodyResetsTheirOwn() {
        var chen = member("chen");
        on(chen);

        assertThat(result(employ.resetSecondFactor(chen, "chen"))).isEqualTo(Outcome.NOT_YOURS);
        assertThat(result(factors.isOn(chen))).isTrue();
    }

    @Test
    void aRecoveryCodeLetsInOnceAndIsKeptAsAHash() {
        var lin = member("lin");
        var shown = result(factors.begin(lin, "here"));
        var codes = result(factors.turnOn(lin, step(0, totp(shown.letters())), "here"));
        String stored = String.join(" ", texts("select salt || hash as text from factors.recovery"))
                + String.join(" ", texts("select secret as text from factors.second"));
        assertThat(stored)
                .contains("sealed:")
                .doesNotContain(codes)
                .doesNotContain(totp(shown.letters()).secret());

        new SignedInAs("lin", web)
                .post("/desk/second-factor", Map.of("code", " " + codes.get(3).toUpperCase(Locale.ROOT) + " "))
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/desk");
        assertThat(posted(new SignedInAs("lin", web), "/desk/second-factor", Map.of("code", codes.get(3))))
                .contains("已经用过");
        assertThat(result(factors.left(lin))).isEqualTo(7);
        var fresh = result(factors.freshCodes(lin));
        assertThat(result(factors.left(lin))).isEqualTo(8);
        assertThat(factors.proved(lin, codes.get(4)).blockOptional()).isEmpty();
        assertThat(factors.proved(lin, fresh.get(4)).blockOptional()).hasValue(Proof.RECOVERY);
    }

    @Test
    void theSameCodeAtTheSameMomentLetsInOnce() {
        var lin = member("lin");
        String code = step(1, on(lin));

        var proofs = results(Flux.range(0, 8).flatMap(_ -> factors.proved(lin, code), 8));

        assertThat(proofs).containsExactly(Proof.CODE);
    }

    @Test
    void guessesAreCountedAsThoseOfPasswordsAre() {
        on(member("lin"));
        var half = new SignedInAs("lin", web);
        // five a minute: of eleven, six are within one of two minutes
        var told = IntStream.range(0, 11)
                .mapToObj(i -> posted(half, "/desk/second-factor", Map.of("code", "guess " + i)))
                .toList();

        assertThat(told.getFirst()).contains("已经用过");
        assertThat(told).anyMatch(it -> it.contains("试得太快了"));
    }

    @Test
    void whoseRoleNeedsOneSetsItUpBeforeAnythingElseAndCannotTakeItAway() {
        var chen = new SignedInAs("chen", web);
        assertThat(posted(chen, "/desk/admin/second-factor", Map.of("role", "GRID_WORKER")))
                .contains("已经存好", "登录要动态码的角色")
                .doesNotContain("??");
        assertThat(posted(chen, "/desk/admin/second-factor", Map.of("role", "GRID_WORKER")))
                .contains("和原来一样");

        var half = new SignedInAs("lin", web);
        half.get("/desk").expectStatus().isSeeOther().expectHeader().location("/desk/second-factor");
        String page = half.page("/desk/second-factor");
        assertThat(page).contains("data:image/svg+xml", "您的岗位登录要用动态码").doesNotContain("??");
        assertThat(half.page("/desk/second-factor")).contains(shown(page).inLetters());
        assertThat(posted(half, "/desk/second-factor", Map.of("code", "000000x")))
                .contains("不对");
        var entered = half.post("/desk/second-factor", Map.of("code", step(0, shown(page))))
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult();
        assertThat(codes(Objects.requireNonNull(entered.getResponseBody()))).hasSize(8);
        assertThat(result(factors.isOn(member("lin")))).isTrue();
        new SignedInAs("qian", web).get("/desk/me").expectStatus().isOk();
        assertThat(changes("second-factor")).contains("second factor for [GRID_WORKER]");
        assertThat(changes("staff/lin")).contains("second factor set up");
    }

    @Test
    void anAdministratorResetsWhatAColleagueLost() {
        var lin = member("lin");
        on(lin);
        var chen = new SignedInAs("chen", web);
        chen.post("/desk/admin/staff/nobody/second-factor/reset", Map.of())
                .expectStatus()
                .isNotFound();
        new SignedInAs("qian", web)
                .post("/desk/admin/staff/lin/second-factor/reset", Map.of())
                .expectStatus()
                .isForbidden();
        assertThat(result(factors.isOn(lin))).isTrue();

        assertThat(posted(chen, "/desk/admin/staff/lin/second-factor/reset", Map.of()))
                .contains("动态码已经去掉");
        assertThat(posted(chen, "/desk/admin/staff/lin/second-factor/reset", Map.of()))
                .contains("他没有开动态码");
        assertThat(result(factors.left(lin))).isZero();
        new SignedInAs("lin", web).get("/desk/me").expectStatus().isOk();
        assertThat(changes("staff/lin")).contains("second factor reset");
    }

    @Test
    void itIsTakenAwayWithThePasswordAndNotWhereTheRoleNeedsIt() {
        var here = new SignedInAs("lin", web);
        var lin = member("lin");
        on(lin);
        completed(required.set(member("chen"), Set.of(lin.role())));
        var form = Map.of("password", SignedInAs.PASSWORD);
        assertThat(posted(here, "/desk/me/second-factor/off", form)).contains("您的岗位必须用动态码，没有改");
        assertThat(result(factors.isOn(lin))).isTrue();
        completed(required.set(member("chen"), Set.of()));

        assertThat(posted(here, "/desk/me/second-factor/off", Map.of("password", "wrong")))
                .contains("现在的密码不对");
        assertThat(codes(posted(here, "/desk/me/second-factor/codes", form))).hasSize(8);
        assertThat(posted(here, "/desk/me/second-factor", form)).contains("已经开着，没有改");
        assertThat(posted(here, "/desk/me/second-factor/off", form)).contains("动态码没有开着");
        assertThat(rows.of(lin).blockOptional()).isEmpty();
    }

    /// Set up with the code of this step, so that the next one is good.
    private Totp on(StaffMember member) {
        var totp = totp(result(factors.begin(member, "here")).letters());
        result(factors.turnOn(member, step(0, totp), "here"));
        return totp;
    }

    private StaffMember member(String id) {
        return result(communities.map(SignedInAs.LM)).staffMember(id).orElseThrow();
    }

    private String step(int later, Totp totp) {
        return totp.code(Totp.step(clock.instant()) + later);
    }

    private static String spaced(String code) {
        return code.substring(0, 3) + " " + code.substring(3);
    }

    private static Totp shown(String page) {
        var letters = LETTERS.matcher(page);
        assertThat(letters.find()).isTrue();
        return totp(letters.group(1));
    }

    private static Totp totp(String letters) {
        var bits = new StringBuilder();
        letters.chars()
                .forEach(it -> bits.append("%5s"
                        .formatted(Integer.toBinaryString(CODES.indexOf(it)))
                        .replace(' ', '0')));
        byte[] secret = new byte[20];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return new Totp(HexFormat.of().formatHex(secret));
    }

    private static List<String> codes(String page) {
        var found = new ArrayList<String>();
        var codes = RECOVERY.matcher(page);
        while (codes.find()) {
            found.add(codes.group(1));
        }
        return found;
    }

    private List<Entry> signIns(String who, String detail) {
        return entries("SIGNED_IN").stream()
                .filter(it -> it.who().equals(who) && it.detail().startsWith(detail))
                .toList();
    }

    private List<String> changes(String about) {
        return entries("SETTING_CHANGED").stream()
                .filter(it -> it.about().equals(about))
                .map(Entry::detail)
                .toList();
    }

    private List<Entry> entries(String kind) {
        return result(trail.latest(SignedInAs.LM, kind, Long.MAX_VALUE, 50).collectList());
    }

    private List<String> texts(String sql) {
        return results(database.sql(sql).map(row -> Columns.text(row, "text")).all());
    }

    private void forgetAttempts() {
        redis.delete(redis.keys("linli:sign-in:*").collectList().flatMapIterable(it -> it))
                .block();
    }

    private static String posted(SignedInAs who, String address, Map<String, String> form) {
        return String.valueOf(who.post(address, form)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
