package org.linli.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.Content;
import org.linli.channels.Inbound;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

/// A bot and a chat archive tell the same.
@LinliTest
@Import(WithParrot.class)
class TwinTest {

    private static final Instant NINE = Instant.parse("2026-06-10T01:00:00Z");
    private static final AtomicLong ARRIVALS = new AtomicLong();

    @Autowired
    Twins twins;

    @Autowired
    Effects effects;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void empty() {
        completed(database.sql("truncate inbox.twins").then());
    }

    @Test
    void whatTheArchiveBringsAfterTheBotIsKnown() {
        heard(said("wecom-bot", "zhang", "@小邻 电梯坏了", true, NINE));

        assertThat(isTwin(said("wecom-archive", "zhang", "@小邻 电梯坏了", false, NINE.plusSeconds(8))))
                .isTrue();
    }

    @Test
    void whoCallsUsIsHeardAlsoWhenTheArchiveWasFaster() {
        heard(said("wecom-archive", "zhang", "电梯坏了", false, NINE));

        assertThat(isTwin(said("wecom-bot", "zhang", "@小邻 电梯坏了", true, NINE))).isFalse();
        assertThat(isTwin(said("wecom-bot", "zhang", "电梯坏了", false, NINE))).isTrue();
    }

    @Test
    void somebodyElseAnotherTimeAndOtherWordsAreNoTwins() {
        heard(said("wecom-bot", "zhang", "电梯坏了", true, NINE));

        assertThat(isTwin(said("wecom-archive", "li", "电梯坏了", false, NINE))).isFalse();
        assertThat(isTwin(said("wecom-archive", "zhang", "电梯好了", false, NINE))).isFalse();
        assertThat(isTwin(said("wecom-archive", "zhang", "电梯坏了", false, NINE.plusSeconds(61))))
                .isFalse();
    }

    @Test
    void whoSaysItTwiceOnOneChannelSaysItTwice() {
        heard(said("wecom-bot", "zhang", "电梯坏了", true, NINE));

        assertThat(isTwin(said("wecom-bot", "zhang", "电梯坏了", true, NINE.plusSeconds(5))))
                .isFalse();
    }

    @Test
    void aChannelThatNobodyElseHearsLeavesNothing() {
        assertThat(Twins.left(said("webchat", "zhang", "电梯坏了", true, NINE))).isEmpty();
    }

    @Test
    void bothHaveTheirTurnInOneQueue() {
        assertThat(said("wecom-bot", "zhang", "x", true, NINE).message().queue())
                .isEqualTo(
                        said("wecom-archive", "li", "y", true, NINE).message().queue());
    }

    private void heard(Arrival arrival) {
        completed(effects.commit(Twins.left(arrival)));
    }

    private boolean isTwin(Arrival arrival) {
        return result(twins.isOne(arrival));
    }

    private static Arrival said(String channel, String who, String words, boolean mentioned, Instant at) {
        var id = new ChannelId(channel);
        var message = new Inbound(
                new CommunityId("willow"),
                "m" + ARRIVALS.incrementAndGet(),
                Address.person(id, "corp", who),
                Address.group(id, "corp", "wr1"),
                mentioned,
                new Content.Text(words),
                at);
        return new Arrival(ARRIVALS.get(), message, at, null, 1);
    }
}
