package org.linli.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.Results;
import org.linli.community.StaffPasswords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// The pages of the post room, as staff sees them.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class PostroomPagesTest {

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void staffCanSignIn() {
        SignedInAs.givePasswords(passwords, encoder);
    }

    @AfterEach
    void nothingIsLeft() {
        Results.completed(database.sql("delete from outbox.letters where key like 'page-%'")
                .then());
        Results.completed(database.sql("delete from outbox.history where key like 'page-%'")
                .then());
    }

    @Test
    void aLetterThatDidNotArriveIsShownWithItsReasonAndItsStoryAndWithoutThePerson() {
        letter("page-1", "failed", "RECIPIENT_GONE");
        letter("page-2", "held", "WINDOW_CLOSED");
        letter("page-3", "unknown", "TIMEOUT");
        var chen = new SignedInAs("chen", web);

        assertThat(chen.page("/desk/letters"))
                .contains("没送到", "等对方", "可能已经送到", "对方已经取消关注", "微信公众号 · demo", "客服消息", "已受理")
                .doesNotContain("oSecretPerson", "??");
        assertThat(chen.page("/desk/letters/history?key=page-1"))
                .contains("没送到", "wechat.service RECIPIENT_GONE")
                .doesNotContain("??");
    }

    @Test
    void aLetterIsSentAgainOnce() {
        letter("page-4", "failed", "UNREACHABLE");
        var chen = new SignedInAs("chen", web);

        assertThat(told(chen.post("/desk/letters", Map.of("key", "page-4")))).isEqualTo("/desk/letters?said=retried");
        assertThat(told(chen.post("/desk/letters", Map.of("key", "page-4")))).isEqualTo("/desk/letters?said=gone");
        assertThat(Results.number(
                        database, "select count(*) n from outbox.letters where key = 'page-4' and state = 'due'"))
                .isEqualTo(1);
    }

    @Test
    void whoDoesNotAdministerSeesNothingOfIt() {
        var lin = new SignedInAs("lin", web);

        for (String page : List.of("/desk/letters", "/desk/letters/history?key=x")) {
            lin.get(page).expectStatus().isNotFound();
        }
        lin.post("/desk/letters", Map.of("key", "x")).expectStatus().isNotFound();
        for (String page : List.of("/desk/channels", "/desk/channels/wechat/demo")) {
            lin.get(page).expectStatus().isForbidden();
        }
        lin.post("/desk/channels/wechat/demo/try", Map.of("to", "x"))
                .expectStatus()
                .isForbidden();
        var chen = new SignedInAs("chen", web);
        chen.get("/desk/channels/wechat/no-such-account").expectStatus().isNotFound();
        assertThat(chen.page("/desk/channels")).contains("还没有接入任何账号");
    }

    private static String told(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(response.expectStatus()
                        .isSeeOther()
                        .returnResult(String.class)
                        .getResponseHeaders()
                        .getLocation())
                .toString();
    }

    private void letter(String key, String state, String reason) {
        Results.completed(database.sql("""
                        insert into outbox.letters
                            (community_id, key, address, template, facts, state, reason, way, created_at)
                        values ('lm', $1, 'wechat:demo:person:oSecretPerson', 'case-opened', '{}', $2, $3,
                                'wechat.service', now())
                        """)
                .bind("$1", key)
                .bind("$2", state)
                .bind("$3", reason)
                .then());
        Results.completed(database.sql("""
                        insert into outbox.history (community_id, key, at, step, detail)
                        values ('lm', $1, now(), $2, 'wechat.service ' || $3)
                        """)
                .bind("$1", key)
                .bind("$2", state)
                .bind("$3", reason)
                .then());
    }
}
