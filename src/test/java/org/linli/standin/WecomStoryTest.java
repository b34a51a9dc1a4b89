package org.linli.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.Results;
import org.linli.channels.Address;
import org.linli.outbox.Letter;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.standin.contact.ContactStandIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/// A resident calls the bot in the building's group at WeCom, and everybody there sees what becomes of it.
@WithStandIns
class WecomStoryTest {

    @Autowired
    StandIns standIns;

    @Autowired
    Effects effects;

    @Autowired
    DatabaseClient database;

    @Test
    void aReportToTheBotInAGroupBecomesACaseWhoseNumberIsToldInTheStream() {
        StandIn wecom = standIns.named("wecom").orElseThrow().platform();

        wecom.play("zhou", "group", "3栋2单元电梯坏了，按钮不亮");

        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(linesOf(wecom, "ji"))
                        .anyMatch(it -> it.by().equals("bot") && it.text().contains("LM-")));
    }

    @Test
    void aReportToTheServiceDeskIsFetchedAndAnsweredWithItsNumber() {
        StandIn desk = standIns.named("wecom-kf").orElseThrow().platform();

        desk.play("wmLinliZhou", "say", "3栋2单元电梯坏了，按钮不亮");

        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(linesOf(desk, "wmLinliZhou"))
                        .anyMatch(it -> it.act().isEmpty() && it.text().contains("LM-")));
    }

    @Test
    void aCustomerGroupSeesALetterWhenItsOwnerHasConfirmedIt() {
        StandIn groups = standIns.named("wecom-contact").orElseThrow().platform();
        var group = Address.parse("wecom-group:contact:group:" + ContactStandIn.CHAT);
        groups.play("lin", "notice", "周三停水"); // the platform calls, so the group is read at once
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(tried(group)).isPositive());

        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            groups.play("lin", "confirm", "");
            assertThat(linesOf(groups, "wmLinliJi")).anyMatch(it -> it.by().equals("owner"));
        });
    }

    /// The group has been read, and the letter is on its way.
    private long tried(Address group) {
        long known = Results.number(database, "select count(*) n from contact.groups where owner <> ''");
        if (known > 0) {
            Results.completed(effects.commit(List.of(new Letter(
                    new CommunityId("lm"), "story/customers", group, "channel-try", Map.of("account", "contact")))));
        }
        return known;
    }

    private static List<Person.Line> linesOf(StandIn wecom, String member) {
        return wecom.people().stream()
                .filter(it -> it.id().equals(member))
                .flatMap(it -> it.talk().stream())
                .toList();
    }
}
