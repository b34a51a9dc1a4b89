package org.linli.web.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.linli.standin.StandIns;
import org.linli.standin.WithStandIns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;

/// Residents sign in through WeChat, which is played.
@WithStandIns
class SignInPagesTest {

    @Autowired
    WebTestClient web;

    @Autowired
    StandIns standIns;

    @LocalServerPort
    int port;

    @Test
    void whoeverOpensTheirPageFromTheTalkSeesItWithoutAPassword() {
        var began = begin("/my");
        var signedIn = comeBack(back(began), cookie(began, "linli-sign-in"));
        assertThat(location(signedIn).toString()).isEqualTo("/my");
        String page = web.get()
                .uri("/my")
                .cookie("linli-resident", cookie(signedIn, "linli-resident"))
                .exchange()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).contains("我的事项").contains("还没有反映过事情");
    }

    @Test
    void aLinkIsGoodOnce() {
        var began = begin("/my");
        String back = back(began);
        String browser = cookie(began, "linli-sign-in");
        comeBack(back, browser);
        assertRefused(comeBack(back, browser));
    }

    @Test
    void aLinkIsGoodOnlyInTheBrowserThatBegan() {
        String back = back(begin("/my"));
        assertRefused(comeBack(back, cookie(begin("/my"), "linli-sign-in")));
    }

    @Test
    void aCodeThatThePlatformDoesNotKnowIsSaidInPlainWords() {
        var began = begin("/my");
        String back = UriComponentsBuilder.fromUriString(back(began))
                .replaceQueryParam("code", "made-up")
                .toUriString();
        var refused = comeBack(back, cookie(began, "linli-sign-in"));
        assertThat(refused.getResponseBody()).contains("这个链接不对");
        assertThat(refused.getResponseCookies()).doesNotContainKey("linli-resident");
    }

    @Test
    void nobodyIsLedAwayFromOurPages() {
        for (String elsewhere :
                new String[] {"https://evil.example", "//evil.example", "/my/../desk", "/my?x=//evil", "/desk"}) {
            var began = begin(elsewhere);
            assertThat(location(comeBack(back(began), cookie(began, "linli-sign-in")))
                            .toString())
                    .isEqualTo("/my");
        }
    }

    @Test
    void anAccountThatIsNotOursHasNoDoor() {
        String page = web.get()
                .uri("/my/sign-in?account=nobody")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).contains("请从公众号的菜单里打开");
    }

    private EntityExchangeResult<String> begin(String to) {
        return web.get()
                .uri(uri -> uri.path("/my/sign-in")
                        .queryParam("account", "demo")
                        .queryParam("to", "{to}")
                        .build(to))
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectBody(String.class)
                .returnResult();
    }

    /// Where the platform sends the follower who is `oLinliZhou`.
    private String back(EntityExchangeResult<?> began) {
        URI asked = location(began);
        var server = standIns.named("wechat").orElseThrow().server();
        assertThat(asked.getPort()).isEqualTo(server.base().getPort());
        var answer = WebClient.create()
                .get()
                .uri(URI.create(asked.toString().replace("#wechat_redirect", "") + "&as=oLinliZhou"))
                .exchangeToMono(ClientResponse::toBodilessEntity)
                .block();
        return Objects.requireNonNull(
                        Objects.requireNonNull(answer).getHeaders().getLocation())
                .toString();
    }

    private EntityExchangeResult<String> comeBack(String address, String browser) {
        URI back = URI.create(address);
        return web.get()
                .uri(URI.create("http://localhost:%d%s?%s".formatted(port, back.getRawPath(), back.getRawQuery())))
                .accept(MediaType.TEXT_HTML)
                .cookie("linli-sign-in", browser)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private static void assertRefused(EntityExchangeResult<String> answer) {
        assertThat(answer.getResponseBody()).contains("这个链接过期了");
        assertThat(answer.getResponseCookies()).doesNotContainKey("linli-resident");
    }

    private static URI location(EntityExchangeResult<?> answer) {
        return Objects.requireNonNull(answer.getResponseHeaders().getLocation());
    }

    private static String cookie(EntityExchangeResult<?> answer, String name) {
        return Objects.requireNonNull(answer.getResponseCookies().getFirst(name))
                .getValue();
    }
}
