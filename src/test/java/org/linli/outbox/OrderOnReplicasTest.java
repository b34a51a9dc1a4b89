package org.linli.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.Linli;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.channels.ChannelId;
import org.linli.channels.Way;
import org.linli.community.ChangeSettings;
import org.linli.community.Communities;
import org.linli.community.SettingsChange;
import org.linli.platform.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/// Letters leave from whichever replica claims them, so all have to try the ways in the same order.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class OrderOnReplicasTest {

    private static final List<String> CHOSEN = List.of("wechat.mass", "wechat.template", "wechat.service");

    @Autowired
    ApplicationContext here;

    @Autowired
    ChangeSettings settings;

    @Autowired
    Communities communities;

    @Autowired
    Environment environment;

    @AfterEach
    void asUsual() {
        order(List.of());
    }

    @Test
    void anOrderThatACommunitySetsOnOneReplicaIsTheOrderOnAnotherWithItsNextLook() {
        try (var there = replica()) {
            assertThat(ways(there)).isEqualTo(ways(here)).startsWith("wechat.service");

            order(CHOSEN);
            completed(job(there, "reload-communities").round().then());

            assertThat(ways(there)).isEqualTo(ways(here)).startsWith("wechat.mass", "wechat.template");
        }
    }

    /// One that starts later knows it before its first letter, without a look.
    @Test
    void aReplicaThatStartsLaterBeginsWithIt() {
        order(CHOSEN);

        try (var later = replica()) {
            assertThat(ways(later)).startsWith("wechat.mass", "wechat.template");
        }
    }

    private ConfigurableApplicationContext replica() {
        return new SpringApplicationBuilder(Linli.class)
                .run(
                        "--server.port=0",
                        "--linli.jobs.enabled=false",
                        "--linli.database-url=" + environment.getRequiredProperty("linli.database-url"),
                        "--linli.redis-url=" + environment.getRequiredProperty("linli.redis-url"),
                        "--linli.keys=" + environment.getRequiredProperty("linli.keys"));
    }

    private void order(List<String> ways) {
        var seen = result(settings.now(SignedInAs.LM));
        var chen = result(communities.map(SignedInAs.LM)).staffMember("chen").orElseThrow();
        assertThat(result(settings.change(chen, seen, SettingsChange.ordered(seen.version(), ways))))
                .isTrue();
    }

    private static List<String> ways(ApplicationContext replica) {
        return replica.getBean(Ways.class).of(SignedInAs.LM, new ChannelId("wechat")).stream()
                .map(Way::id)
                .toList();
    }

    private static Job job(ApplicationContext replica, String name) {
        return replica.getBeansOfType(Job.class).values().stream()
                .filter(it -> Objects.equals(it.name(), name))
                .findFirst()
                .orElseThrow();
    }
}
