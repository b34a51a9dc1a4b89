package org.linli.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
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

/// How an administrator sees an account whose platform is played.
@LinliTest
@TestPropertySource(properties = {"linli.demo=true", "linli.stand-ins=true", "linli.jobs.enabled=true"})
class ChannelPagesTest {

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
        Results.completed(database.sql("delete from outbox.letters where key like 'try/%'")
                .then());
    }

    @Test
    void anAccountShowsHowItIsAndWhatPassed() {
        var chen = new SignedInAs("chen", web);

        assertThat(chen.page("/desk/channels"))
                .contains("微信公众号 · demo", "令牌", "平台推送", "近一小时")
                .doesNotContain("??");
        assertThat(chen.page("/desk/channels/wechat/demo"))
                .contains("接入检查", "试发一条", "往来记录")
                .contains("发送方式", "客服消息", "能发", "模板消息", "还剩 100,000 条，共 100,000 条", "每 60 秒最多 60 次")
                .doesNotContain("??");
    }

    @Test
    void whatIsLeftAndHowMessagesToManyFaredIsShown() {
        Results.completed(database.sql("""
                        insert into ledger.counters (community_id, name, scope, slot, used, until)
                        select 'lm', 'wechat.template', 'wechat:demo', to_char(now() at time zone 'Asia/Shanghai',
                               'YYYY-MM-DD'), 100000, now() + interval '1 day'""").then());
        Results.completed(database.sql("""
                        insert into outbox.deliveries
                            (community_id, account, receipt, stage, detail, at, total, filtered, reached, missed)
                        values ('lm', 'wechat:demo', 'mass-1', 'ARRIVED', 'send success', now(), 1200, 1180, 1170, 10)""").then());

        assertThat(new SignedInAs("chen", web).page("/desk/channels/wechat/demo"))
                .contains("额度用完了", "还剩 0 条，共 100,000 条")
                .contains("群发结果", "共 1,200 人，平台筛选后 1,180 人，送到 1,170 人，没送到 10 人")
                .doesNotContain("??");
        Results.completed(database.sql("delete from ledger.counters where scope = 'wechat:demo'")
                .then());
        Results.completed(database.sql("delete from outbox.deliveries where receipt = 'mass-1'")
                .then());
    }

    @Test
    void aTestLetterGoesToTheOutbox() {
        var chen = new SignedInAs("chen", web);

        assertThat(told(chen.post("/desk/channels/wechat/demo/try", Map.of("to", " oSomebody "))))
                .isEqualTo("/desk/channels/wechat/demo?said=sent");
        assertThat(told(chen.post("/desk/channels/wechat/demo/try", Map.of("to", "  "))))
                .isEqualTo("/desk/channels/wechat/demo?said=nobody");
        assertThat(Results.number(
                        database,
                        "select count(*) n from outbox.letters where key like 'try/%' and address like '%:oSomebody'"))
                .isEqualTo(1);
    }

    @Test
    void aTestLetterToACustomerGroupGoesByTheChannelOfGroups() {
        new SignedInAs("chen", web)
                .post("/desk/channels/wecom-contact/contact/try", Map.of("to", "wrNone", "group", "true"))
                .expectStatus()
                .isSeeOther();
        assertThat(Results.number(
                        database,
                        "select count(*) n from outbox.letters where address = 'wecom-group:contact:group:wrNone'"))
                .isEqualTo(1);
    }

    @Test
    void eachStepOfSettingUpIsChecked() {
        assertThat(checked("wechat/demo"))
                .contains("平台能找到我们的地址", "能取到访问令牌", "平台认得我们的 IP", "菜单")
                .doesNotContain("??");
    }

    @Test
    void whoHasNoTokenOrIsNotCalledIsNotAskedForIt() {
        assertThat(checked("wecom/app"))
                .contains("平台能找到我们的地址", "能取到访问令牌", "应用已启用", "可见范围")
                .doesNotContain("??");
        assertThat(checked("wecom-bot/bot"))
                .contains("平台能找到我们的地址", "机器人旁边有群机器人")
                .doesNotContain("令牌", "??");
        assertThat(checked("wecom-group/robot"))
                .contains("群或群机器人还在", "is-done")
                .doesNotContain("平台能找到我们的地址", "令牌", "??");
    }

    @Test
    void whatAGroupsRobotWasAskedIsInTheLog() {
        checked("wecom-group/robot");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(new SignedInAs("chen", web).page("/desk/channels/wecom-group/robot"))
                        .contains("webhook/send", "errcode 44004")
                        .doesNotContain("key="));
    }

    private String checked(String account) {
        return Objects.requireNonNull(new SignedInAs("chen", web)
                .post("/desk/channels/" + account + "/check", Map.of())
                .expectStatus()
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
