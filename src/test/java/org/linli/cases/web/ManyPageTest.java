package org.linli.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.linli.Results.number;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.standin.StandIns;
import org.linli.standin.WithStandIns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/// Staff writes to many followers of the demo's official account, and edits their tags.
@WithStandIns
class ManyPageTest extends WithSignIn {

    private static final String PAGE = "/desk/many/wechat/demo";
    private static final Pattern TAG = Pattern.compile("value=\"tag-(\\d+)\"[^>]*>([^（]*)（");
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

    @Autowired
    DatabaseClient database;

    @Autowired
    StandIns standIns;

    private final String name = "试" + UUID.randomUUID().toString().substring(0, 8);
    private SignedInAs chen;

    @BeforeEach
    void twoFollowersLiveInTheSixthBuilding() {
        chen = signedIn("chen");
        TwoFollowers.come(standIns, database);
    }

    @AfterEach
    void forget() {
        TwoFollowers.go(database);
    }

    @Test
    void aMessageToThoseOfABuildingIsLookedAtTwiceSentOnceAndCounted() {
        String look = body(chen.post(PAGE, Map.of("whom", "place-b6", "words", "周三上午九点停水")));
        assertThat(look).contains("发出前再看一遍", "2 人", "周三上午九点停水", "还剩 4 次，共 4 次").doesNotContain("??");
        assertThat(letters()).as("only looked at").isZero();

        var form = Map.of("whom", "place-b6", "words", "周三上午九点停水", "once", once(look), "sure", "true");
        assertThat(told(chen.post(PAGE + "/send", form))).isEqualTo(PAGE + "?said=sent");
        assertThat(told(chen.post(PAGE + "/send", form))).isEqualTo(PAGE + "?said=sent");

        assertThat(letters()).isEqualTo(1);
        assertThat(number(
                        database,
                        "select count(*) n from audit.entries where who = 'chen' and about = 'many/wechat/demo/%s'"
                                .formatted(form.get("once"))))
                .isEqualTo(1);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(chen.page(PAGE + "/progress"))
                        .contains("送完了", "共 2 人，平台筛选后 2 人，送到 2 人")
                        .doesNotContain("??"));
        assertThat(body(chen.post(PAGE, Map.of("whom", "place-b6", "words", "再说一次"))))
                .contains("还剩 3 次");
    }

    @Test
    void whatIsWrongIsSaidAndNothingWrittenIsLost() {
        assertThat(body(chen.post(PAGE, Map.of("whom", "place-b6", "words", "字".repeat(601)))))
                .contains("太长了", "字字字");
        assertThat(body(chen.post(PAGE, Map.of("whom", "place-b6", "words", " "))))
                .contains("还没有写内容");
        assertThat(body(chen.post(PAGE, Map.of("whom", "tag-9999", "words", "停水"))))
                .contains("没有找到要发的对象", "停水");
        assertThat(body(chen.post(PAGE, Map.of("whom", "place-b4", "words", "停水"))))
                .contains("不到两个人");
        assertThat(body(chen.post(PAGE + "/send", Map.of("whom", "place-b6", "words", "停水"))))
                .contains("要先打钩", "停水");
        assertThat(letters()).isZero();
    }

    @Test
    void aTagIsMadeFilledRenamedWrittenToEmptiedAndDeleted() {
        assertThat(tags(Map.of("act", "create", "name", name))).endsWith("made");
        assertThat(tags(Map.of("act", "create", "name", name))).as("taken").endsWith("=name");
        String tag = tag(name);
        assertThat(tags(Map.of("act", "fill", "tag", tag, "place", "place-b6"))).endsWith("filled");
        assertThat(tags(Map.of("act", "fill", "tag", tag, "place", "place-b4"))).endsWith("nobody");
        assertThat(tags(Map.of("act", "rename", "tag", tag, "name", name + "改")))
                .endsWith("renamed");
        assertThat(body(chen.post(PAGE, Map.of("whom", "tag-" + tag, "words", "停水"))))
                .contains(name + "改", "2 人");
        assertThat(tags(Map.of("act", "take", "tag", tag, "place", "place-b6"))).endsWith("taken");
        assertThat(body(chen.post(PAGE, Map.of("whom", "tag-" + tag, "words", "停水"))))
                .contains("不到两个人");
        assertThat(tags(Map.of("act", "delete", "tag", tag))).endsWith("unsure");
        assertThat(tags(Map.of("act", "delete", "tag", tag, "sure", "true"))).endsWith("deleted");
        assertThat(tags(Map.of("act", "rename", "tag", tag, "name", name)))
                .as("gone")
                .endsWith("=name");
        assertThat(chen.page(PAGE + "?said=deleted")).contains("标签删掉了").doesNotContain(name, "??");
    }

    @Test
    void whoIsNeitherCommunityWorkerNorAdministratorFindsNothing() {
        var qian = new SignedInAs("qian", web);

        qian.get(PAGE).expectStatus().isNotFound();
        qian.get("/desk/many").expectStatus().isNotFound();
        qian.get(PAGE + "/progress").expectStatus().isNotFound();
        for (String to : new String[] {"", "/send", "/back"}) {
            qian.post(PAGE + to, Map.of("whom", "place-b6", "words", "停水", "sure", "true"))
                    .expectStatus()
                    .isNotFound();
        }
        qian.post(PAGE + "/tags", Map.of("act", "create", "name", name))
                .expectStatus()
                .isNotFound();
        chen.get("/desk/many/wecom/app").expectStatus().isNotFound();
        assertThat(letters()).isZero();
    }

    private String tags(Map<String, String> form) {
        return told(chen.post(PAGE + "/tags", form));
    }

    private String tag(String name) {
        return TAG.matcher(chen.page(PAGE))
                .results()
                .filter(it -> it.group(2).equals(name))
                .map(it -> it.group(1))
                .findFirst()
                .orElseThrow();
    }

    private long letters() {
        return number(database, "select count(*) n from outbox.letters where template = 'to-many'");
    }

    private static String once(String page) {
        var found = ONCE.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String body(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(response.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static String told(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(response.expectStatus()
                        .isSeeOther()
                        .returnResult(String.class)
                        .getResponseHeaders()
                        .getLocation())
                .toString();
    }
}
