package org.linli.channels.wecom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.DemoCommunity;
import org.linli.channels.wecom.PlayedWecom;
import org.linli.channels.wecom.WecomCalls;
import org.linli.community.ImportCommunity;
import org.linli.platform.database.Columns;
import org.linli.platform.jobs.Bells;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

/// A problem told by several in one group at WeCom, to the AI bot or heard from the archive, is one case with its
/// supporters; the whole program runs, and is ended then so that no other test finds it reading the same archive.
@TestPropertySource(properties = {"linli.jobs.enabled=true", "archive.hears=wecom-bot:helper"})
@DirtiesContext
class ThreadOfWecomTest extends PlayedWecom {

    private static final String GROUP = """
            community: {id: lm}
            groups:
              - {code: %s, name: 阳光里3栋, place: b3, address: "wecom-bot:helper:group:%s"}
            """;

    @DynamicPropertySource
    static void aBot(DynamicPropertyRegistry settings) {
        String bot = "linli.channels.wecom.corps[0].bots[0].";
        settings.add(bot + "id", () -> "helper");
        settings.add(bot + "token", WecomCalls.BOT::token);
        settings.add(bot + "encoding-aes-key", WecomCalls.BOT::aesKey);
    }

    @Autowired
    WebTestClient web;

    @Autowired
    ImportCommunity imports;

    @Autowired
    Bells bells;

    @Autowired
    DatabaseClient database;

    private final String group = "wr" + UUID.randomUUID().toString().substring(0, 8);
    private final List<Map<String, Object>> entries = new ArrayList<>();
    private long seq;

    @BeforeEach
    void aGroupOfABuilding() throws Exception {
        DemoCommunity.isThere(imports);
        var code = "t" + group.substring(2);
        result(imports.from("group.yaml", GROUP.formatted(code, group).getBytes(UTF_8)));
        nothingWasSaid();
        seq = Instant.now().toEpochMilli();
    }

    @Test
    void whatNeighboursTellTheBotIsOneCase() throws Exception {
        tells("zhao", text("@邻里 3栋2单元楼道灯坏了，黑漆漆的"));
        untilThereIsACase();
        tells("qian", text("@邻里 +1"));
        tells("sun", text("@邻里 我家门口也是"));
        tells(
                "li",
                "\"msgtype\":\"mixed\",\"mixed\":{\"msg_item\":[{\"msgtype\":\"image\",\"image\":{\"url\":\"%s/1\"}}]}"
                        .formatted(SERVER.base()));
        tells("zhou", text("@邻里 ours too"));

        untilItIsOneWith(
                "wecom-bot:helper:person:li",
                "wecom-bot:helper:person:qian",
                "wecom-bot:helper:person:sun",
                "wecom-bot:helper:person:zhou");
    }

    @Test
    void whatIsSaidInFrontOfTheArchiveIsOneCase() throws Exception {
        archived("zhao", "text", Map.of("content", "3栋2单元楼道灯坏了，黑漆漆的"));
        untilThereIsACase();
        archived("qian", "text", Map.of("content", "+1"));
        archived("sun", "text", Map.of("content", "我家门口也是"));
        archived("li", "image", Map.of("sdkfileid", "file-1"));
        archived("zhou", "text", Map.of("content", "ours too"));

        untilItIsOneWith(
                "wecom-archive:archive:person:li",
                "wecom-archive:archive:person:qian",
                "wecom-archive:archive:person:sun",
                "wecom-archive:archive:person:zhou");
    }

    /// Who called the bot stands in the archive as well, and is one; who did not is heard from there.
    @Test
    void whatTheBotAndTheArchiveBothHearIsSaidOnce() throws Exception {
        tells("zhao", text("@邻里 3栋2单元楼道灯坏了，黑漆漆的"));
        untilThereIsACase();
        archived("zhao", "text", Map.of("content", "@邻里 3栋2单元楼道灯坏了，黑漆漆的"));
        archived("qian", "text", Map.of("content", "+1"));

        untilItIsOneWith("wecom-archive:archive:person:qian");
    }

    /// What the service desk reads meanwhile may hold these tables in another order.
    private void nothingWasSaid() {
        var truncate = database.sql("truncate cases.cases, cases.steps, cases.supporters, cases.spots, dialogue.topics,"
                        + " dialogue.conversations, outbox.letters cascade")
                .then();
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            completed(truncate);
            return true;
        });
    }

    private void untilThereIsACase() {
        await().atMost(Duration.ofSeconds(60)).until(() -> cases().size() == 1);
    }

    private void untilItIsOneWith(String... supporters) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(texts("select address as text from cases.supporters order by 1"))
                        .containsExactly(supporters));
        assertThat(cases()).hasSize(1);
    }

    /// The service desk reads what the platform still has of tests before.
    private List<String> cases() {
        return texts("select number as text from cases.cases where reporter_address not like 'wecom-kf:%'");
    }

    private static String text(String words) {
        return "\"msgtype\":\"text\",\"text\":{\"content\":\"%s\"}".formatted(words);
    }

    /// One after the other, as the platform hands them on.
    private void tells(String member, String message) {
        var call = WecomCalls.toBot(
                "{\"msgid\":\"%s\",\"aibotid\":\"AIB\",\"chatid\":\"%s\",\"chattype\":\"group\",\"from\":{\"userid\":\"%s\"},%s}"
                        .formatted(UUID.randomUUID(), group, member, message));
        web.post()
                .uri(uri -> {
                    call.query().forEach(uri::queryParam);
                    return uri.path("/webhooks/wecom-bot/helper").build();
                })
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(call.body())
                .exchange()
                .expectStatus()
                .isOk();
    }

    private void archived(String who, String kind, Map<String, Object> content) throws Exception {
        var said = Map.of(
                "action",
                "send",
                "from",
                who,
                "roomid",
                group,
                "msgtime",
                Instant.now().toEpochMilli(),
                "msgtype",
                kind,
                kind,
                content);
        var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, KEY_PAIR.getPublic());
        entries.add(Map.of(
                "seq",
                ++seq,
                "msgid",
                group + seq,
                "publickey_ver",
                1,
                "encrypt_random_key",
                encoded(cipher.doFinal(PlayedArchive.RANDOM_KEY.getBytes(UTF_8))),
                "encrypt_chat_msg",
                encoded(JsonMapper.shared().writeValueAsBytes(said))));
        Files.write(ARCHIVE, JsonMapper.shared().writeValueAsBytes(Map.of("mode", "good", "entries", entries)));
        bells.ring("read-archive");
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private List<String> texts(String sql) {
        return results(database.sql(sql).map(row -> Columns.text(row, "text")).all());
    }
}
