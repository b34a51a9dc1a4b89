package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;

import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.UriComponentsBuilder;

/// Somebody is asked in WeChat's browser whether one message may come.
@LinliTest
@TestPropertySource(properties = {"linli.demo=true", "linli.stand-ins=true", "linli.jobs.enabled=true"})
class OncePageTest {

    private static final String PAGE = "/wechat/demo/once/case-resolved";

    @Autowired
    WebTestClient web;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void nobodyHasPermittedAnything() {
        completed(database.sql("delete from ledger.grants where address like 'wechat:demo:%'")
                .then());
    }

    @Test
    void whoIsAskedAndAgreesPermitsOne() {
        var question = asked();
        assertThat(question.getPath()).isEqualTo("/mp/subscribemsg");
        assertThat(question.getFragment()).isEqualTo("wechat_redirect");
        assertThat(question.getQuery())
                .contains(
                        "action=get_confirm", "scene=" + OnceWay.scene("case-resolved"), "/once/case-resolved/answer");

        assertThat(answered("confirm", "oNeighbour", reserved(question))).isEqualTo(302);
        assertThat(permitted("oNeighbour")).isEqualTo(1);
    }

    @Test
    void agreeingTwiceDoesNotAddUp() {
        answered("confirm", "oNeighbour", reserved(asked()));
        answered("confirm", "oNeighbour", reserved(asked()));

        assertThat(permitted("oNeighbour")).isEqualTo(1);
    }

    @Test
    void anAnswerCountsOnceAndOnlyToAQuestion() {
        String state = reserved(asked());
        assertThat(answered("cancel", "oNeighbour", state)).isEqualTo(302);
        assertThat(answered("confirm", "oNeighbour", state)).isEqualTo(404);
        assertThat(answered("confirm", "oNeighbour", "made0up")).isEqualTo(404);

        assertThat(permitted("oNeighbour")).isZero();
    }

    @Test
    void aLetterThatCannotBeSentSoIsNotAskedFor() {
        web.get().uri("/wechat/demo/once/chatter").exchange().expectStatus().isNotFound();
        web.get()
                .uri("/wechat/other/once/case-resolved")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private URI asked() {
        return Objects.requireNonNull(web.get()
                .uri(PAGE)
                .exchange()
                .expectStatus()
                .isFound()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation());
    }

    private int answered(String action, String openid, String reserved) {
        return web.get()
                .uri(PAGE + "/answer?action={a}&openid={o}&reserved={r}", action, openid, reserved)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private static String reserved(URI question) {
        return Objects.requireNonNull(
                UriComponentsBuilder.fromUri(question).build().getQueryParams().getFirst("reserved"));
    }

    private long permitted(String openid) {
        return number(
                database,
                "select coalesce(sum(remaining), 0) n from ledger.grants where address = 'wechat:demo:person:" + openid
                        + "'");
    }
}
