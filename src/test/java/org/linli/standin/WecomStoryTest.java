package org.linli.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A resident calls the bot in the building's group at WeCom, and everybody there sees what becomes of it.
@WithStandIns
class WecomStoryTest {

    @Autowired
    StandIns standIns;

    @Test
    void aReportToTheBotInAGroupBecomesACaseWhoseNumberIsToldInTheStream() {
        StandIn wecom = standIns.named("wecom").orElseThrow().platform();

        wecom.play("zhou", "group", "3栋2单元电梯坏了，按钮不亮");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(linesOf(wecom, "ji"))
                        .anyMatch(it -> it.startsWith("【群里的机器人】") && it.contains("LM-")));
    }

    private static List<String> linesOf(StandIn wecom, String member) {
        return wecom.people().stream()
                .filter(it -> it.id().equals(member))
                .flatMap(it -> it.talk().stream())
                .map(Person.Line::text)
                .toList();
    }
}
