package org.linli.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.community.Communities;
import org.linli.community.Elsewhere;
import org.linli.community.StaffMember;
import org.linli.community.personnel.ChangeStaff;
import org.linli.community.personnel.Outcome;
import org.linli.platform.database.CommunityId;
import org.linli.standin.WithStandIns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/// Staff sign in by scanning a code with WeCom, which is played.
@WithStandIns
class ScanSignInTest {

    private static final CommunityId LM = new CommunityId("lm");

    @Autowired
    WebTestClient web;

    @Autowired
    ChangeStaff change;

    @Autowired
    Communities communities;

    @BeforeEach
    void qianIsBound() {
        assertThat(result(change.bind(chen(), "qian", Elsewhere.WECOM, "qian"))).isEqualTo(Outcome.DONE);
    }

    @Test
    void whoeverIsBoundGetsInByScanning() {
        var browser = begun();

        assertThat(browser.go(scannedBy("qian", browser))).isEqualTo("/desk");

        assertThat(browser.opens("/desk/me").getStatus().is2xxSuccessful()).isTrue();
    }

    @Test
    void theCodeIsShownForOurAppAndThisBrowser() {
        var browser = begun();

        assertThat(browser.asked("login_type")).isEqualTo("CorpApp");
        assertThat(browser.asked("agentid")).isEqualTo("1000002");
        assertThat(browser.asked("state")).matches("[A-Za-z0-9]{32,128}").isNotEqualTo(begun().asked("state"));
        assertThat(browser.sentTo().getQuery()).doesNotContain("client_id", "secret");
    }

    @Test
    void aScanIsGoodOnceAndOnlyInTheBrowserThatShowedTheCode() {
        var browser = begun();
        String back = scannedBy("qian", browser);

        assertThat(begun().go(back)).isEqualTo("/sign-in?elsewhere");
        assertThat(browser.go(back)).isEqualTo("/desk");
        assertThat(browser.go(back)).isEqualTo("/sign-in?elsewhere");
    }

    @Test
    void aCodeThatThePlatformDoesNotKnowLetsNobodyIn() {
        var browser = begun();

        assertThat(browser.comesBack("wecom", "code=made-up&state=" + browser.asked("state")))
                .isEqualTo("/sign-in?elsewhere");
        assertThat(browser.go("/desk")).isEqualTo("/sign-in");
    }

    @Test
    void membersWhomNobodyHasBoundAndStrangersStayOut() {
        var browser = begun();
        assertThat(browser.go(scannedBy("shen", browser))).isEqualTo("/sign-in?unbound");

        browser = begun();
        assertThat(browser.go(scannedBy("stranger", browser))).isEqualTo("/sign-in?elsewhere");
    }

    @Test
    void thePageOffersIt() {
        assertThat(begun().opens("/sign-in").getResponseBody())
                .contains("企业微信扫码登录")
                .doesNotContain("用单位账号登录");
    }

    private ElsewhereBrowser begun() {
        return new ElsewhereBrowser(web, "wecom");
    }

    /// Our path with its query, to which the platform sends the browser.
    private static String scannedBy(String member, ElsewhereBrowser browser) {
        var answer = requireNonNull(WebClient.create()
                .get()
                .uri(URI.create(browser.sentTo() + "&as=" + member))
                .exchangeToMono(ClientResponse::toBodilessEntity)
                .block());
        var back = URI.create(requireNonNull(answer.getHeaders().getFirst(HttpHeaders.LOCATION)));
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    private StaffMember chen() {
        return requireNonNull(communities.map(LM).block()).staffMember("chen").orElseThrow();
    }
}
