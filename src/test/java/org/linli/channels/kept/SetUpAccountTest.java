package org.linli.channels.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
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
@TestPropertySource(
        properties = {
            "linli.demo=true",
            "linli.channels.wecom-archive.command[0]=/no/such/program",
            "linli.channels.xmpp.servers[0].domain=linli.test",
            "linli.channels.xmpp.servers[0].host=127.0.0.1",
            "linli.channels.xmpp.servers[0].port=1",
            "linli.channels.xmpp.servers[0].security=plain"
        })
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
        change.put("token", "thirdtoken");
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
        assertThat(posted(path + "/bring-back", Map.of())).contains("已恢复");
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
    void serviceDesksCustomerGroupsAndArchivesAreSetUpTheSameWay() throws Exception {
        var corp = Map.of("corp-id", "ww0123456789abcdef", "secret", SECRET);
        var called = with(corp, Map.of("token", "desktoken", "encoding-aes-key", AES));
        String desk = made("wecom-kf", with(called, Map.of("open-kf-id", "wkDesk9", "hand-over", "yes")));
        String contact = made("wecom-contact", called);
        String pem = pem();
        var key = Map.of("key-version", "1", "private-key", pem);
        String address = "https://linli.test/webhooks/wecom-contact/" + contact;
        String archive = made("wecom-archive", with(corp, with(key, Map.of("contact", address))));

        for (String path : List.of("wecom-kf/" + desk, "wecom-contact/" + contact, "wecom-archive/" + archive)) {
            assertThat(chen.page("/desk/channels/" + path)).contains("柳苑服务号").doesNotContain("??");
            assertThat(chen.page("/desk/channels/" + path + "/change"))
                    .contains("readonly")
                    .doesNotContain(SECRET, "desktoken", pem.substring(40, 80), "??");
        }
        assertThat(chen.page("/desk/channels/wecom-kf/" + desk + "/change")).contains("checked");
        for (String path : List.of("wecom-kf/" + desk, "wecom-contact/" + contact)) {
            assertThat(called("/webhooks/" + path + "?msg_signature=0&timestamp=0&nonce=1&echostr=x"))
                    .isEqualTo(403);
        }
    }

    @Test
    void anArchiveHearsTheGroupsOfItsOwnCorporationInItsOwnCommunityOnly() throws Exception {
        var corp = Map.of("corp-id", "ww0123456789abcdef", "secret", SECRET, "name", "存档");
        var called = with(corp, Map.of("token", "desktoken", "encoding-aes-key", AES));
        String of = made("wecom-contact", with(called, Map.of("corp-id", "wwother")));
        var archive = with(corp, Map.of("channel", "wecom-archive", "key-version", "1", "private-key", pem()));

        for (String contact : List.of(of, "nobody", "")) {
            assertThat(posted("/desk/channels/new", with(archive, Map.of("contact", contact))))
                    .contains("没有保存", "先接入这家企业的客户群账号")
                    .doesNotContain("??");
        }
        assertThat(posted("/desk/channels/new", with(archive, Map.of("contact", of, "private-key", "none"))))
                .contains("整段复制 PKCS#8");
        assertThat(posted("/desk/channels/new", with(archive, Map.of("contact", of, "key-version", "one"))))
                .contains("只有数字");
    }

    @Test
    void whichAccountOfThePlatformsItIsStaysAsItWas() {
        var desk = Map.of("corp-id", "ww0123456789abcdef", "open-kf-id", "wkDesk9", "secret", SECRET);
        String id = made("wecom-kf", with(desk, Map.of("token", "desktoken", "encoding-aes-key", AES)));
        var change = with(desk, Map.of("name", "服务台", "open-kf-id", "wkDesk8", "token", "", "version", "1"));

        assertThat(posted("/desk/channels/wecom-kf/" + id + "/change", change)).contains("没有保存", "aria-invalid");
        assertThat(accounts.find(SignedInAs.LM, "wecom-kf", id).orElseThrow().field("open-kf-id"))
                .isEqualTo("wkDesk9");
    }

    @Test
    void anXmppAccountIsOnAServerOfTheSettingsAndNobodyElses() {
        var form = Map.of("channel", "xmpp", "name", "小邻", "password", SECRET, "rooms", "b3@rooms.linli.test");

        assertThat(posted("/desk/channels/new", with(form, Map.of("jid", "linli@elsewhere.test"))))
                .contains("没有保存", "还没有接入")
                .doesNotContain(SECRET, "??");
        assertThat(posted("/desk/channels/new", with(form, Map.of("jid", "one@linli.test", "rooms", "b3"))))
                .contains("没有保存", "每个都要像");
        String id = made("xmpp", with(form, Map.of("jid", "one@linli.test")));
        assertThat(posted("/desk/channels/new", with(form, Map.of("jid", "One@Linli.test"))))
                .contains("没有保存", "还没有接入");
        assertThat(chen.page("/desk/channels/xmpp/" + id)).contains("柳苑服务号").doesNotContain("??");
        assertThat(chen.page("/desk/channels/xmpp/" + id + "/change"))
                .contains("one@linli.test", "b3@rooms.linli.test")
                .doesNotContain(SECRET, "/webhooks/", "??");
        chen.post("/desk/channels/xmpp/" + id + "/remove", Map.of())
                .expectStatus()
                .isOk();
    }

    @Test
    void nobodyButAdministratorsComesIn() {
        String id = made("wechat", wechat("closedtoken"));
        var lin = new SignedInAs("lin", web);
        lin.get("/desk/channels/new").expectStatus().isForbidden();
        lin.get("/desk/channels/wechat/" + id + "/change").expectStatus().isForbidden();
        lin.post("/desk/channels/wechat/" + id + "/remove", Map.of())
                .expectStatus()
                .isForbidden();
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

    private static String pem() throws NoSuchAlgorithmException {
        var key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        var lines = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----";
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
