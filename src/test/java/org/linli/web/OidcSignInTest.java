package org.linli.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.community.Communities;
import org.linli.community.Elsewhere;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.community.personnel.ChangeStaff;
import org.linli.community.personnel.Outcome;
import org.linli.community.personnel.Post;
import org.linli.platform.database.CommunityId;
import org.linli.web.sessions.StaffSessions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/// Staff sign in with a provider on a port of its own.
class OidcSignInTest extends WithProvider {

    private static final CommunityId LM = new CommunityId("lm");

    @Autowired
    WebTestClient web;

    @Autowired
    ChangeStaff change;

    @Autowired
    Communities communities;

    @Autowired
    StaffSessions sessions;

    @Autowired
    DatabaseClient database;

    private final String id = "o" + UUID.randomUUID().toString().substring(0, 8);
    private final String person = id + "@example.org";

    @BeforeEach
    void somebodyIsBound() {
        assertThat(result(change.add(chen(), id, "文静", new Post("grid-1", Role.GRID_WORKER), null)))
                .isEqualTo(Outcome.DONE);
        bind(person);
    }

    @Test
    void whoeverIsBoundGetsInWithoutAPasswordAndHasASessionLikeAnyOther() {
        var browser = begun();
        PROVIDER.gives(claims(browser).build(), PlayedProvider.KEY);

        assertThat(back(browser)).isEqualTo("/desk");

        assertThat(browser.opens("/desk/me").getResponseBody()).contains("文静");
        assertThat(PROVIDER.asked()).contains("code=c0de", "code_verifier=", "grant_type=authorization_code");
        assertThat(sessions.of(LM, id).collectList().block()).hasSize(1);
        sessions.endAll(LM, id).block();
        assertThat(browser.go("/desk/me")).isEqualTo("/sign-in");
    }

    @Test
    void theProviderIsAskedForThisBrowserAlone() {
        var browser = begun();

        assertThat(browser.sentTo().toString()).startsWith(PROVIDER.issuer() + "/authorize?");
        assertThat(browser.asked("client_id")).isEqualTo(PlayedProvider.CLIENT);
        assertThat(browser.asked("redirect_uri")).endsWith("/sign-in/back/oidc");
        assertThat(browser.asked("code_challenge_method")).isEqualTo("S256");
        assertThat(begun().asked("state")).isNotEqualTo(browser.asked("state"));
        assertThat(begun().asked("nonce")).isNotEqualTo(browser.asked("nonce"));
    }

    @ParameterizedTest
    @CsvSource({"cross-site, true", "same-site, true", "same-origin, false", "none, false"})
    void aLinkOfSomebodyElsesLeadsToOurPageAndNotAway(String whose, boolean ours) {
        var answer = web.get()
                .uri("/sign-in/with/oidc")
                .header("Sec-Fetch-Site", whose)
                .exchange()
                .expectStatus()
                .isFound()
                .returnResult(Void.class);

        assertThat("/sign-in".equals(answer.getResponseHeaders().getFirst("Location")))
                .isEqualTo(ours);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("another nonce", it -> it.claim("nonce", "of somebody else")),
                fault("no nonce", it -> it.claim("nonce", null)),
                fault("another issuer", it -> it.issuer("https://elsewhere.example")),
                fault("for somebody else", it -> it.audience("another program")),
                fault("over", it -> it.expirationTime(Date.from(Instant.now().minusSeconds(600)))),
                fault("without an end", it -> it.expirationTime(null)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aTokenWithAFaultLetsNobodyIn(String name, UnaryOperator<JWTClaimsSet.Builder> spoilt) {
        var browser = begun();
        PROVIDER.gives(spoilt.apply(claims(browser)).build(), PlayedProvider.KEY);

        assertThat(back(browser)).as(name).isEqualTo("/sign-in?elsewhere");
        assertThat(browser.go("/desk")).isEqualTo("/sign-in");
    }

    @Test
    void aTokenThatTheProviderDidNotSignLetsNobodyIn() {
        var browser = begun();
        PROVIDER.gives(claims(browser).build(), PlayedProvider.key());
        assertThat(back(browser)).isEqualTo("/sign-in?elsewhere");

        browser = begun();
        PROVIDER.gives(new PlainJWT(claims(browser).build()).serialize());
        assertThat(back(browser)).isEqualTo("/sign-in?elsewhere");
    }

    @Test
    void anAnswerIsGoodOnceAndOnlyInTheBrowserThatAsked() {
        var browser = begun();
        PROVIDER.gives(claims(browser).build(), PlayedProvider.KEY);

        assertThat(begun().comesBack("oidc", "code=c0de&state=" + browser.asked("state")))
                .isEqualTo("/sign-in?elsewhere");
        assertThat(browser.comesBack("oidc", "code=c0de&state=another")).isEqualTo("/sign-in?elsewhere");
        assertThat(browser.comesBack("oidc", "code=c0de")).isEqualTo("/sign-in?elsewhere");
        assertThat(back(browser)).isEqualTo("/desk");
        assertThat(back(browser)).isEqualTo("/sign-in?elsewhere");
    }

    @Test
    void whoSaysNoAtTheProviderIsToldSo() {
        var browser = begun();

        assertThat(browser.comesBack("oidc", "error=access_denied&state=" + browser.asked("state")))
                .isEqualTo("/sign-in?elsewhere");
        assertThat(browser.opens("/sign-in?elsewhere").getResponseBody()).contains("没有登录成功");
    }

    @Test
    void nobodyGetsInWhomNoAdministratorHasBound() {
        bind("");
        var browser = begun();
        PROVIDER.gives(claims(browser).build(), PlayedProvider.KEY);

        assertThat(back(browser)).isEqualTo("/sign-in?unbound");
        assertThat(browser.opens("/sign-in?unbound").getResponseBody()).contains("还没有和这里的工作人员绑定");
        assertThat(browser.go("/desk")).isEqualTo("/sign-in");
    }

    @Test
    void whoeverIsSuspendedStaysOut() {
        result(change.suspend(chen(), id));
        var browser = begun();
        PROVIDER.gives(claims(browser).build(), PlayedProvider.KEY);

        assertThat(back(browser)).isEqualTo("/sign-in?unbound");
    }

    @Test
    void aProviderThatRefusesOrIsAwayIsTold() {
        var browser = begun();
        PROVIDER.refusesTheCode();
        assertThat(back(browser)).isEqualTo("/sign-in?elsewhere");

        browser = begun();
        PROVIDER.isOutOfOrder();
        assertThat(back(browser)).isEqualTo("/sign-in?away");
    }

    @Test
    void aNameThatIsSomebodysIsNotGivenToAnother() {
        assertThat(result(change.bind(chen(), "lin", Elsewhere.OIDC, person))).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void aNameThatIsKnownInAnotherCommunityIsNotGivenHere() {
        String theirs = "their-" + person;
        completed(database.sql("""
                        do $$ begin
                          set local session_replication_role = replica;
                          insert into community.staff_elsewhere values ('other', 'OIDC', '%s', 'somebody');
                        end $$""".formatted(theirs)).then());

        var answer = result(change.bind(chen(), "lin", Elsewhere.OIDC, theirs));

        completed(database.sql("delete from community.staff_elsewhere where community_id = 'other'")
                .then());
        assertThat(answer).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void thePageOffersWhatIsSetUpAndNothingElse() {
        assertThat(begun().opens("/sign-in").getResponseBody())
                .contains("用单位账号登录")
                .doesNotContain("扫码登录");
        web.get().uri("/sign-in/with/wecom").exchange().expectStatus().is4xxClientError();
    }

    private static Arguments fault(String name, UnaryOperator<JWTClaimsSet.Builder> spoilt) {
        return Arguments.of(name, spoilt);
    }

    private ElsewhereBrowser begun() {
        return new ElsewhereBrowser(web, "oidc");
    }

    private JWTClaimsSet.Builder claims(ElsewhereBrowser browser) {
        return PROVIDER.claims(person, browser.asked("nonce"));
    }

    private static String back(ElsewhereBrowser browser) {
        return browser.comesBack("oidc", "code=c0de&state=" + browser.asked("state"));
    }

    private void bind(String subject) {
        assertThat(result(change.bind(chen(), id, Elsewhere.OIDC, subject))).isEqualTo(Outcome.DONE);
    }

    private StaffMember chen() {
        return requireNonNull(communities.map(LM).block()).staffMember("chen").orElseThrow();
    }
}
