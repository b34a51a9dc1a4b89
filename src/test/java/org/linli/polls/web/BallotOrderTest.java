package org.linli.polls.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.platform.database.CommunityId;
import org.linli.polls.Electorate;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.Poll;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Paper;

/// In which order a ballot paper shows what may be chosen.
class BallotOrderTest {

    private static final int VOTERS = 60;

    @Test
    void eachVoterHasAnOrderOfTheirOwnTheSameEachTimeAndEverybodyMayBeFirst() {
        var first = new HashSet<Integer>();
        for (int voter = 0; voter < VOTERS; voter++) {
            String ticket = "%040x".formatted(voter * 7919L);
            assertThat(order(ticket)).isEqualTo(order(ticket)).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
            first.add(order(ticket).getFirst());
        }
        assertThat(first).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    private static List<Integer> order(String ticket) {
        return BallotView.lines(poll(), _ -> 0, ticket).stream()
                .map(BallotView.Line::number)
                .toList();
    }

    private static Poll poll() {
        var choices = IntStream.rangeClosed(1, 5)
                .mapToObj(n -> new Choice(n, "项目" + n))
                .toList();
        return new Poll(
                new CommunityId("lm"),
                "round",
                1,
                "修什么",
                new Paper(BallotKind.SEVERAL, choices, 5, null),
                new Electorate(Voice.PERSON, "b3", "", true),
                false,
                "chen",
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(60),
                true);
    }
}
