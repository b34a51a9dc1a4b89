package org.linli.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/// A developer plays followers against the whole program.
@WithStandIns
class StandInPageTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");

    @Autowired
    WebTestClient client;

    private final String somebody = "o" + UUID.randomUUID();

    @Test
    void whatAFollowerWritesGoesThroughOurWebhookEncryptedAndIsShownWithItsAnswer() {
        String shown = play("say", "3栋2单元电梯坏了");
        assertThat(shown).contains("POST /webhooks/wechat/demo?signature=").contains("&lt;Content&gt;");
        assertThat(shown).contains("is-platform").doesNotContain("access_token=SECRET");
    }

    @Test
    void whoeverFollowsIsReachedAndWhoeverLeavesIsNot() {
        assertThat(play("follow", "")).contains("收得到消息");
        assertThat(play("unfollow", "")).contains("收不到消息");
    }

    @Test
    void onlyOurOwnPageMayPlay() {
        client.post()
                .uri("/stand-in/wechat/play")
                .accept(MediaType.TEXT_HTML)
                .body(BodyInserters.fromFormData("act", "say"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private String play(String act, String text) {
        var page = client.get()
                .uri("/stand-in/wechat")
                .exchange()
                .expectBody(String.class)
                .returnResult();
        var token = TOKEN.matcher(Objects.requireNonNull(page.getResponseBody()));
        assertThat(token.find()).isTrue();
        String cookie = Objects.requireNonNull(page.getResponseCookies().getFirst("XSRF-TOKEN"))
                .getValue();
        return Objects.requireNonNull(client.post()
                .uri("/stand-in/wechat/play")
                .cookie("XSRF-TOKEN", cookie)
                .header("X-XSRF-TOKEN", token.group(1))
                .body(BodyInserters.fromFormData("other", somebody)
                        .with("act", act)
                        .with("text", text))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
