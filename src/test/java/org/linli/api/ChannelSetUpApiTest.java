package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.audit.Trail;
import org.linli.cases.web.SignedInAs;
import org.linli.channels.kept.KeptAccounts;
import org.linli.community.StaffPasswords;
import org.linli.keys.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Accounts on platforms, set up by programs: their secrets go in and never come out.
@LinliTest
@TestPropertySource(properties = {"linli.demo=true", "linli.channels.wecom-archive.command[0]=/no/such/program"})
class ChannelSetUpApiTest extends WithPrograms {

    private static final String AES = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final String SECRET = "s3cr3t-of-the-account";
    private static final String CHANNELS = "/api/v1/channels";

    @Autowired
    KeptAccounts accounts;

    @Autowired
    Trail trail;

    @Autowired
    DatabaseClient database;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Test
    void theKindsSayWhatHasToBeKnown() {
        var kinds = program.get(CHANNELS + "/kinds").body().path("items");

        assertThat(kinds.valueStream().map(it -> it.path("channel").asString()))
                .contains("wechat", "wecom", "wecom-archive");
        fieldsOf("ChannelKind", kinds.get(0));
        fieldsOf("ChannelField", kinds.get(0).path("fields").get(0));
    }

    @Test
    void anAccountIsMadeOnceAndItsSecretsAreNowhere() {
        String once = UUID.randomUUID().toString();
        var made = program.post(CHANNELS, once, wechat("onetoken"));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        fieldsOf("ChannelSetUp", made.body());
        String id = made.text("id");

        assertThat(program.post(CHANNELS, once, wechat("onetoken")).text("id")).isEqualTo(id);
        assertThat(made.text("webhook")).isEqualTo("/webhooks/wechat/" + id);
        assertThat(made.body().at("/fields/app-id").asString()).isEqualTo("wx0123456789abcdef");
        assertThat(made.body().path("secrets").valueStream().map(JsonNode::asString))
                .containsExactly("encoding-aes-key", "secret", "token");
        var read = program.get(CHANNELS + "/wechat/" + id);
        fieldsOf("ChannelWhole", read.body());
        fieldsOf("ChannelSetUp", read.body().path("set_up"));
        assertThat(made.body() + read.body().toString() + everythingKept())
                .contains(id)
                .doesNotContain(SECRET, "onetoken", AES);
        assertThat(program.get(CHANNELS + "/wechat/" + id + "/exchanges")
                        .body()
                        .path("items")
                        .isArray())
                .isTrue();
        assertThat(noted(id)).containsExactly("made");
    }

    /// As after a death between what was done and what was answered.
    @Test
    void whatWasMadeAndNotAnsweredIsFoundAgain() {
        String once = UUID.randomUUID().toString();
        String id = program.post(CHANNELS, once, wechat("deadtoken")).text("id");
        result(database.sql("delete from api.calls where key = $1")
                .bind(0, once)
                .fetch()
                .rowsUpdated());

        assertThat(program.post(CHANNELS, once, wechat("deadtoken")).text("id")).isEqualTo(id);
        assertThat(noted(id)).containsExactly("made");
    }

    @Test
    void whatIsNotNamedStaysAndNullTakesAFieldOut() {
        String id = program.post(CHANNELS, wechat("firsttoken")).text("id");
        String change = CHANNELS + "/wechat/" + id + "/change";

        var changed = program.post(change, "{\"version\":1,\"name\":\"新名字\",\"fields\":{\"token\":\"nexttoken\"}}");

        assertThat(changed.text("name")).isEqualTo("新名字");
        assertThat(changed.body().path("version").asInt()).isEqualTo(2);
        assertThat(kept("wechat", id)).containsEntry("token", "nexttoken").containsEntry("secret", SECRET);
        assertThat(program.post(change, "{\"version\":1,\"fields\":{\"token\":\"othertoken\"}}")
                        .type())
                .isEqualTo("urn:linli:api:stale");
        assertThat(program.post(change, "{\"version\":2,\"fields\":{\"encoding-aes-key\":null}}")
                        .status())
                .isEqualTo(200);
        assertThat(kept("wechat", id)).doesNotContainKey("encoding-aes-key").containsEntry("secret", SECRET);
        for (var wrong : Map.of(
                        "{\"version\":3,\"fields\":{\"secret\":null}}", "secret",
                        "{\"version\":3,\"fields\":{\"colour\":\"red\"}}", "colour",
                        "{\"version\":3,\"name\":\"\"}", "name",
                        "{\"fields\":{}}", "version")
                .entrySet()) {
            var refused = program.post(change, wrong.getKey());
            assertThat(refused.text("field")).as(wrong.getKey()).isEqualTo(wrong.getValue());
            assertThat(refused.body().toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void itIsPutOutOfUseAndBroughtBack() {
        String id = program.post(CHANNELS, wechat("awaytoken")).text("id");
        String path = CHANNELS + "/wechat/" + id;

        assertThat(program.post(path + "/remove", "").text("id")).isEqualTo(id);
        assertThat(program.post(path + "/change", "{\"version\":1}").status()).isEqualTo(404);
        assertThat(program.get(path).status()).isEqualTo(404);
        assertThat(program.post(path + "/bring-back", "").text("name")).isEqualTo("柳苑服务号");
        assertThat(program.get(path).status()).isEqualTo(200);
    }

    /// As after a death between what was done and what was answered.
    @Test
    void whatWasDoneAndNotAnsweredIsAnsweredTheSame() {
        String id = program.post(CHANNELS, wechat("twicetoken")).text("id");
        String path = CHANNELS + "/wechat/" + id;
        for (String act : List.of("change", "remove", "bring-back")) {
            String once = UUID.randomUUID().toString();
            String body = act.equals("change") ? "{\"version\":1,\"name\":\"新名字\"}" : "";
            var first = program.post(path + "/" + act, once, body);
            completed(database.sql("delete from api.calls where key = $1")
                    .bind(0, once)
                    .then());

            var second = program.post(path + "/" + act, once, body);

            assertThat(second.status()).as(act).isEqualTo(200);
            assertThat(second.body()).as(act).isEqualTo(first.body());
        }
        assertThat(noted(id)).containsExactlyInAnyOrder("made", "changed: ", "removed", "brought back");
        for (String act : List.of("remove", "bring-back")) {
            assertThat(program.post(CHANNELS + "/wechat/nobody/" + act, "").status())
                    .as(act)
                    .isEqualTo(404);
        }
    }

    @Test
    void whatCannotWorkIsNotTaken() {
        for (String field : List.of("token", "app-id", "encoding-aes-key", "shape")) {
            assertThat(program.post(CHANNELS, wechat("goodtoken", Map.of(field, "?")))
                            .text("field"))
                    .isEqualTo(field);
        }
        assertThat(program.post(CHANNELS, "{\"channel\":\"pigeon\",\"name\":\"信鸽\"}")
                        .text("field"))
                .isEqualTo("channel");
        assertThat(program.post(CHANNELS, wechat("goodtoken").replace("柳苑服务号", "x".repeat(61)))
                        .text("field"))
                .isEqualTo("name");
    }

    @Test
    void thePreviousKeyOfAnArchiveIsForgottenByCallAndOnThePage() throws NoSuchAlgorithmException {
        String contact = program.post(CHANNELS, contact()).text("id");
        var archive = new TreeMap<>(Map.of(
                "corp-id",
                "ww0123456789abcdef",
                "secret",
                SECRET,
                "contact",
                contact,
                "key-version",
                "2",
                "private-key",
                pem(),
                "previous-key-version",
                "1",
                "previous-private-key",
                pem()));
        String id = program.post(CHANNELS, body("wecom-archive", archive)).text("id");
        String other = program.post(CHANNELS, body("wecom-archive", archive)).text("id");
        SignedInAs.givePasswords(passwords, encoder);
        var chen = new SignedInAs("chen", web);
        String page = "/desk/channels/wecom-archive/" + other + "/change";
        assertThat(chen.page(page))
                .contains("name=\"forget\" value=\"previous-private-key\"")
                .doesNotContain("??");

        program.post(
                CHANNELS + "/wecom-archive/" + id + "/change",
                "{\"version\":1,\"fields\":{\"previous-private-key\":null,\"previous-key-version\":null}}");
        chen.post(
                        page,
                        Map.of(
                                "version", "1",
                                "name", "存档",
                                "corp-id", "ww0123456789abcdef",
                                "contact", contact,
                                "key-version", "2",
                                "forget", "previous-private-key"))
                .expectStatus()
                .isSeeOther();

        for (String one : List.of(id, other)) {
            assertThat(kept("wecom-archive", one))
                    .containsKeys("private-key", "secret")
                    .doesNotContainKeys("previous-private-key", "previous-key-version");
            assertThat(noted(one)).contains("changed: previous-key-version, previous-private-key");
        }
        assertThat(chen.page(page)).doesNotContain("name=\"forget\"");
    }

    @Test
    void whoeverMayChangeSettingsSetsUpNoAccounts() {
        String id = program.post(CHANNELS, wechat("closedtoken")).text("id");
        var settings = without(Scope.CHANNELS_WRITE);
        var unit = program(EnumSet.allOf(Scope.class), "property");

        for (var other : List.of(settings, unit)) {
            assertThat(other.post(CHANNELS, wechat("closedtoken")).status()).isEqualTo(403);
            for (String act : List.of("change", "remove", "bring-back")) {
                assertThat(other.post(CHANNELS + "/wechat/" + id + "/" + act, "{\"version\":1}")
                                .status())
                        .as(act)
                        .isEqualTo(403);
            }
        }
        for (String path : List.of("/kinds", "/wechat/" + id, "/wechat/" + id + "/exchanges")) {
            assertThat(without(Scope.SETTINGS_READ).get(CHANNELS + path).status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(kept("wechat", id)).containsEntry("token", "closedtoken");
    }

    private Map<String, String> kept(String channel, String id) {
        return accounts.find(SignedInAs.LM, channel, id).orElseThrow().fields();
    }

    private List<String> noted(String id) {
        return result(trail.latest(SignedInAs.LM, "SETTING_CHANGED", Long.MAX_VALUE, 50)
                        .collectList())
                .stream()
                .filter(it -> it.about().endsWith("/" + id))
                .map(it -> it.detail())
                .toList();
    }

    /// Answers for whoever asks again, and accounts.
    private String everythingKept() {
        return result(database.sql("""
                        select (select string_agg(coalesce(body, ''), '') from api.calls)
                          || (select string_agg(fields, '') from accounts.kept) as it""").mapValue(String.class).one());
    }

    private static String wechat(String token) {
        return wechat(token, Map.of());
    }

    private static String wechat(String token, Map<String, String> others) {
        var fields = new TreeMap<>(
                Map.of("app-id", "wx0123456789abcdef", "secret", SECRET, "token", token, "encoding-aes-key", AES));
        fields.putAll(others);
        return body("wechat", fields);
    }

    private static String contact() {
        return body(
                "wecom-contact",
                Map.of(
                        "corp-id",
                        "ww0123456789abcdef",
                        "secret",
                        SECRET,
                        "token",
                        "desktoken",
                        "encoding-aes-key",
                        AES));
    }

    private static String body(String channel, Map<String, String> fields) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of("channel", channel, "name", "柳苑服务号", "fields", new TreeMap<>(fields)));
    }

    private static String pem() throws NoSuchAlgorithmException {
        var key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        var lines = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----";
    }
}
