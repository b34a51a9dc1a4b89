package org.linli.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.community.StaffPasswords;
import org.linli.standin.contact.ContactStandIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// What staff does about groups at WeCom, which is played.
@LinliTest
@TestPropertySource(properties = {"linli.demo=true", "linli.stand-ins=true", "linli.jobs.enabled=true"})
class GroupDeskTest {

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    DatabaseClient database;

    private SignedInAs chen;

    @BeforeEach
    void staffCanSignIn() {
        SignedInAs.givePasswords(passwords, encoder);
        chen = new SignedInAs("chen", web);
    }

    @AfterEach
    void nothingIsLeft() {
        completed(database.sql("delete from contact.tasks where receipt = 'no such task'")
                .then());
        completed(database.sql("update community.units set chat = null where id = 'environment'")
                .then());
        completed(database.sql("update community.communities set version = version + 1 where community_id = 'lm'")
                .then());
    }

    @Test
    void aGroupIsMadeOfAUnitsStaffAndTheUnitIsToldThere() {
        assertThat(chen.page("/desk/groups/units")).contains("建内部群（2 名）").doesNotContain("??");

        assertThat(told(chen.post("/desk/groups/units", Map.of("unit", "environment"))))
                .isEqualTo("/desk/groups/units?said=made");
        assertThat(told(chen.post("/desk/groups/units", Map.of("unit", "environment"))))
                .isEqualTo("/desk/groups/units?said=made");

        assertThat(chen.page("/desk/groups/units")).doesNotContain("建内部群（2 名）");
        assertThat(
                        number(
                                database,
                                "select count(*) n from community.units where id = 'environment' and chat like 'wecom-group:app:group:%'"))
                .isEqualTo(1);
    }

    @Test
    void whoHasNotConfirmedIsShownAndAReminderThatFailsIsSaid() {
        completed(database.sql("""
                        insert into contact.tasks (account, receipt, chat, sender, created_at, next_at)
                        values ('contact', 'no such task', '%s', 'lin', now(), now() + interval '1 hour')""".formatted(ContactStandIn.CHAT)).then());

        assertThat(chen.page("/desk/groups/confirmations"))
                .contains("阳光里4栋客户群", "等 lin 确认", "提醒一次")
                .doesNotContain("??");
        assertThat(told(chen.post("/desk/groups/confirmations", Map.of("task", "no such task"))))
                .isEqualTo("/desk/groups/confirmations?said=refused");
        assertThat(chen.page("/desk/groups/confirmations?said=refused")).contains("没有提醒成");
    }

    @Test
    void groupsAreNobodyElsesBusiness() {
        new SignedInAs("qian", web).get("/desk/groups/units").expectStatus().isNotFound();
        new SignedInAs("qian", web)
                .get("/desk/groups/confirmations")
                .expectStatus()
                .isNotFound();
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
