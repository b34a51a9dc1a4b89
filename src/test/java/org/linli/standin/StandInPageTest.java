package org.linli.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.csrf;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/// A developer plays followers against the whole program.
@LinliTest
@TestPropertySource(properties = {"linli.demo=true", "linli.stand-ins=true", "linli.jobs.enabled=true"})
class StandInPageTest {

    @Autowired
    WebTestClient client;

    @LocalServerPort
    int port;

    @Test
    void whatAFollowerWritesIsAnsweredInTheSameExchangeEncryptedAsThePlatformDoesIt() {
        String shown = play("oLinliZhou", "say", "3栋2单元电梯坏了，困人了吗不知道");
        assertThat(shown).contains("3栋2单元电梯坏了").contains("/webhooks/wechat/demo").contains("&lt;xml&gt;");
    }

    @Test
    void whoeverFollowsIsGreetedAndWhoeverLeavesIsNotReached() {
        assertThat(play("oNewcomer", "follow", "")).contains("收得到消息");
        assertThat(play("oNewcomer", "unfollow", "")).contains("收不到消息");
    }

    private String play(String person, String act, String text) {
        String page = client.mutateWith(csrf())
                .post()
                .uri("/stand-in/wechat/play")
                .body(BodyInserters.fromFormData("other", person).with("act", act).with("text", text))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return page == null ? "" : page;
    }
}
