package org.linli.dialogue.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.Shows;
import org.linli.WhileThereIsTime;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.Content;
import org.linli.channels.Inbound;
import org.linli.community.Group;
import org.linli.community.Talkativeness;
import org.linli.dialogue.Neighbourhood;
import org.linli.dialogue.Talking;
import org.linli.dialogue.danger.CryForHelp;
import org.linli.dialogue.talk.Heard;
import org.linli.platform.database.CommunityId;
import org.linli.understanding.OurFolds;
import org.linli.understanding.Understand;

/// What is put aside unread when more is written than can be answered, of examples that the model has not seen. Some
/// that are none it takes for chatter. Whoever wrote those loses nothing by the overload where the group would have
/// heard nothing of us anyway.
@Tag("long")
@Order(WhileThereIsTime.LAST)
@Timeout(1800)
class SeemsChatterIT {

    private static final ChannelId WEBCHAT = new ChannelId("webchat");
    private static final Address GROUP = Address.group(WEBCHAT, "lm", "b3");
    private static final LocalDateTime EVENING = LocalDateTime.parse("2026-03-02T20:00");

    /// By the part of the label before its dot.
    private static final Map<String, Count> SAID = new TreeMap<>();

    /// @param lost put aside, though even without an overload some group would have heard of us
    private record Count(int all, int aside, int lost) {

        Count and(Count other) {
            return new Count(all + other.all, aside + other.aside, lost + other.lost);
        }

        double share() {
            return (double) aside / all;
        }

        @Override
        public String toString() {
            return "%d of %d, %d lost".formatted(aside, all, lost);
        }
    }

    @BeforeAll
    @Timeout(1800)
    static void sayAll() {
        for (var fold : OurFolds.all()) {
            var understand = fold.understand();
            fold.unseen()
                    .forEach(it ->
                            SAID.merge(it.label().replaceAll("\\..*", ""), count(understand, it.text()), Count::and));
        }
        System.out.println("PUT ASIDE UNHEARD: " + SAID);
    }

    @Test
    void muchOfTheChatterIsPutAside() {
        assertThat(said("chatter").share()).isGreaterThan(0.4);
    }

    @Shows("more is written than can be answered")
    @Test
    void ofReportsAndCriesForHelpHardlyAnyIsAndNoneThatAGroupWouldHaveHeard() {
        assertThat(List.of("report", "help", "emergency")).allSatisfy(label -> {
            assertThat(said(label).share()).as("%s: %s", label, said(label)).isLessThan(0.005);
            assertThat(said(label).lost()).as(label).isZero();
        });
    }

    private static Count count(Understand understand, String words) {
        boolean aside = new SeemsChatter(understand).is(among(words), EVENING);
        return new Count(1, aside ? 1 : 0, aside && isHeard(understand, words) ? 1 : 0);
    }

    private static boolean isHeard(Understand understand, String words) {
        var grid = Neighbourhood.OF_GRID;
        var group =
                new Group(grid.code(), grid.name(), grid.address(), grid.place(), Talkativeness.TALKATIVE.threshold());
        var scene = Talking.inGroup(group).with(understand).scene(new Heard.Said(words), false);
        return new CryForHelp(scene).isIn(words) || scene.concernsUs(scene.understood(words));
    }

    private static Count said(String label) {
        return SAID.getOrDefault(label, new Count(0, 0, 0));
    }

    private static Inbound among(String words) {
        return new Inbound(
                new CommunityId("lm"),
                "m",
                Address.person(WEBCHAT, "lm", "wang"),
                GROUP,
                false,
                new Content.Text(words),
                Instant.parse("2026-03-02T12:00:00Z"));
    }
}
