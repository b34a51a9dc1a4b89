package org.linli.channels.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.audit.Entry;
import org.linli.audit.Trail;
import org.linli.cases.web.SignedInAs;
import org.linli.channels.ChannelId;
import org.linli.channels.wechat.WechatCalls;
import org.linli.community.StaffPasswords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// An account that is set up on the page works at once, and its secrets are seen by nobody.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class SetUpAccountTest {

    private static final String AES = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final String SECRET = "s3cr3t-of-the-account";
    private static final ChannelId WECHAT = new ChannelId("wechat");

    @LocalServerPort
    int port;

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    DatabaseClient database;

    @Autowired
    KeptAccounts accounts;

    @Autowired
    KeptFields fields;

    @Autowired
    Trail trail;

    private SignedInAs chen;

    @BeforeEach
    void anAdministratorIsSignedIn() {
        SignedInAs.givePasswords(passwords, encoder);
        chen = new SignedInAs("chen", web);
    }

    @Test
    void anOfficialAccountAnswersThePlatformAsSoonAsItIsSetUp() {
        assertThat(chen.page("/desk/channels/new?channel=wechat"))
                .contains("AppID", "微信公众号", "企业微信应用")
                .doesNotContain("??");

        String id = made("wechat", wechat("onetoken"));

        assertThat(handshake(id, "onetoken")).isEqualTo(200);
        assertThat(handshake(id, "othertoken")).isEqualTo(403);
        assertThat(handshake("nobody", "onetoken")).isEqualTo(404);
        assertThat(chen.page("/desk/channels")).contains("柳苑服务号");
        assertThat(chen.page("/desk/channels/wechat/" + id))
                .contains("改设置或停用", "柳苑服务号")
                .doesNotContain("??");
    }

    @Test
    void itsSecretsAreNeitherShownNorStoredNorNotedReadably() {
        String id = made("wechat", wechat("hiddentoken"));

        assertThat(chen.page("/desk/channels/wechat/" + id + "/change"))
                .contains("wx0123456789abcdef", "/webhooks/wechat/" + id, "不填就还用原来的")
                .doesNotContain(SECRET, "hiddentoken", AES, "??");
        assertThat(stored(id)).startsWith("sealed:").doesNotContain(SECRET);
        assertThat(entries(id)).isNotEmpty().noneMatch(it -> it.detail().contains(SECRET));
        assertThat(result(accounts.renew())).isFalse();
        assertThat(accounts.find(SignedInAs.LM, "wechat", id).orElseThrow())
                .hasToString("KeptAccount[wechat %s]".formatted(id));
    }

    @Test
    void aTokenIsChangedWhileWhatIsLeftBlankStays() {
        String id = made("wechat", wechat("firsttoken"));
        var change = new HashMap<>(Map.of("name", "柳苑服务号", "app-id", "wx0123456789abcdef", "token", "nexttoken"));
        change.put("version", version(id));

        chen.post("/desk/channels/wechat/" + id + "/change", change)
                .expectStatus()
                .isSeeOther();

        assertThat(handshake(id, "nexttoken")).isEqualTo(200);
        assertThat(handshake(id, "firsttoken")).isEqualTo(403);
        assertThat(accounts.find(SignedInAs.LM, "wechat", id).orElseThrow().field("secret"))
                .isEqualTo(SECRET);
        assertThat(entries(id)).anyMatch(it -> it.detail().equals("changed: token"));
        assertThat(posted("/desk/channels/wechat/" + id + "/change", change)).contains("别人改过");
    }

    @Test
    void itIsPutOutOfUseAndBroughtBack() {
        String id = made("wechat", wechat("awaytoken"));
        String path = "/desk/channels/wechat/" + id;

        assertThat(posted(path + "/remove", Map.of())).contains("已停用", "撤销").doesNotContain("??");
        assertThat(handshake(id, "awaytoken")).isEqualTo(404);
        chen.get(path).expectStatus().isNotFound();
        assertThat(posted(path + "/bring-back", Map.of())).contains("已恢复");
        assertThat(handshake(id, "awaytoken")).isEqualTo(200);
        chen.post(path + "/bring-back", Map.of()).expectStatus().isNotFound();
    }

    @Test
    void anotherReplicaTakesItUpWithItsNextLook() {
        var other = new KeptAccounts(database, fields);
        result(other.renew());
        var before = other.of(WECHAT);

        String id = made("wechat", wechat("facingtoken"));

        assertThat(other.find(SignedInAs.LM, "wechat", id)).isEmpty();
        assertThat(result(other.renew())).isTrue();
        assertThat(other.find(SignedInAs.LM, "wechat", id).orElseThrow().field("token"))
                .isEqualTo("facingtoken");
        assertThat(other.of(WECHAT)).isNotSameAs(before);
        assertThat(result(other.renew())).isFalse();
    }

    @Test
    void oneThatCannotBeOpenedKeepsNoOtherFromWorking() {
        String broken = made("wechat", wechat("brokentoken"));
        String other = made("wechat", wechat("whole1token"));
        result(database.sql("""
                        update accounts.kept set fields = (select fields from accounts.kept where id = $1) where id = $2""").bind(0, other).bind(1, broken).fetch().rowsUpdated());

        assertThat(result(accounts.renew())).isTrue();

        assertThat(accounts.find(SignedInAs.LM, "wechat", broken)).isEmpty();
        assertThat(handshake(other, "whole1token")).isEqualTo(200);
        result(database.sql("delete from accounts.kept where id = $1")
                .bind(0, broken)
                .fetch()
                .rowsUpdated());
    }

    @Test
    void whatCannotWorkIsNotTakenAndItsFieldIsMarked() {
        for (var wrong : List.of(Map.of("token", "t"), Map.of("encoding-aes-key", "short"), Map.of("app-id", ""))) {
            var form = wechat("goodtoken");
            form.putAll(wrong);
            form.put("channel", "wechat");
            assertThat(posted("/desk/channels/new", form))
                    .contains("没有保存", "aria-invalid", "id=\"wrong\"")
                    .doesNotContain("??")
                    .doesNotContain(SECRET);
        }
        assertThat(chen.page("/desk/channels/new?channel=wecom-group")).contains("企业微信群机器人");
        chen.post("/desk/channels/new", Map.of("channel", "pigeon", "name", "信鸽"))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void appsBotsAndRobotsOfWecomAreSetUpTheSameWay() {
        var app = Map.of("corp-id", "ww0123456789abcdef", "agent-id", "1000002", "secret", SECRET);
        String one = made("wecom", with(app, Map.of("token", "apptoken", "encoding-aes-key", AES)));
        String bot = made(
                "wecom-bot", Map.of("corp-id", "ww0123456789abcdef", "token", "bottoken", "encoding-aes-key", AES));
        String robot = made("wecom-group", Map.of("corp-id", "ww0123456789abcdef", "key", "0123-4567-89ab"));

        for (String path : List.of("wecom/" + one, "wecom-bot/" + bot, "wecom-group/" + robot)) {
            assertThat(chen.page("/desk/channels/" + path)).doesNotContain("??");
            assertThat(chen.page("/desk/channels/" + path + "/change")).doesNotContain(SECRET, "0123-4567-89ab");
        }
        assertThat(posted("/desk/channels/new", with(app, Map.of("channel", "wecom", "name", "x", "agent-id", "many"))))
                .contains("没有保存");
        for (String path : List.of("wecom/" + one, "wecom-bot/" + bot)) {
            assertThat(called("/webhooks/" + path + "?msg_signature=0&timestamp=0&nonce=1&echostr=x"))
                    .isNotEqualTo(404);
        }
    }

    @Test
    void nobodyButAdministratorsComesIn() {
        String id = made("wechat", wechat("closedtoken"));
        var lin = new SignedInAs("lin", web);
        lin.get("/desk/channels/new").expectStatus().isNotFound();
        lin.get("/desk/channels/wechat/" + id + "/change").expectStatus().isNotFound();
        lin.post("/desk/channels/wechat/" + id + "/remove", Map.of())
                .expectStatus()
                .isNotFound();
        assertThat(handshake(id, "closedtoken")).isEqualTo(200);
    }

    private String made(String channel, Map<String, String> form) {
        URI there = Objects.requireNonNull(
                chen.post("/desk/channels/new", with(form, Map.of("channel", channel, "name", "柳苑服务号")))
                        .expectStatus()
                        .isSeeOther()
                        .returnResult(Void.class)
                        .getResponseHeaders()
                        .getLocation());
        String path = there.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static HashMap<String, String> wechat(String token) {
        return new HashMap<>(Map.of(
                "name", "柳苑服务号",
                "app-id", "wx0123456789abcdef",
                "secret", SECRET,
                "token", token,
                "encoding-aes-key", AES));
    }

    private static Map<String, String> with(Map<String, String> form, Map<String, String> more) {
        var all = new HashMap<>(form);
        all.putAll(more);
        return all;
    }

    private int handshake(String id, String token) {
        return called(new WechatCalls(id, "wx0123456789abcdef", token, AES)
                .handshake("echo")
                .path());
    }

    private int called(String path) {
        return web.get()
                .uri(URI.create("http://localhost:" + port + path))
                .accept(MediaType.TEXT_PLAIN)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private String version(String id) {
        return Long.toString(
                accounts.find(SignedInAs.LM, "wechat", id).orElseThrow().version());
    }

    private String stored(String id) {
        return result(database.sql("select fields from accounts.kept where community_id = 'lm' and id = $1")
                .bind(0, id)
                .map(row -> String.valueOf(row.get("fields", String.class)))
                .one());
    }

    private List<Entry> entries(String id) {
        return result(trail.latest(SignedInAs.LM, "SETTING_CHANGED", Long.MAX_VALUE, 50)
                        .collectList())
                .stream()
                .filter(it -> it.about().endsWith("/" + id))
                .toList();
    }

    private String posted(String address, Map<String, String> form) {
        return Objects.requireNonNull(chen.post(address, form)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
