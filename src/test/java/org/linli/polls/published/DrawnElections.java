package org.linli.polls.published;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.counting.Ballot;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Project;
import org.linli.polls.counting.Settings;
import org.linli.polls.counting.TieOrder;
import org.linli.polls.counting.Utility;

/// Small elections of every shape, and all that can be declared about counting them: the same from the same seed.
record DrawnElections(Random random) {

    private static final List<String> TIES = List.of("cost,votes,lot=7", "votes,cost,lot=7", "cost", "list", "lot=8");

    /// Amounts are in fen and points in tenths; ids are not in the order of their strings.
    Election election(BallotKind kind) {
        int projects = 3 + random.nextInt(6);
        return new Election(
                IntStream.range(0, projects).mapToObj(this::project).toList(),
                1_000L + 50 * random.nextInt(100),
                1,
                Election.together(ballots(kind, projects)),
                random.nextBoolean() ? Election.Limits.NONE : limits(projects),
                new Election.Scales(2, kind.hasPoints() ? 1 : 0, true, null));
    }

    private Project project(int place) {
        return new Project(String.valueOf(place + 5), "", 50L * random.nextInt(60), random.nextInt(6) > 0);
    }

    private List<Ballot> ballots(BallotKind kind, int projects) {
        return Stream.generate(() -> ballot(kind, projects))
                .limit(1 + random.nextInt(14))
                .toList();
    }

    private Ballot ballot(BallotKind kind, int projects) {
        var order = new ArrayList<>(IntStream.range(0, projects).boxed().toList());
        Collections.shuffle(order, random);
        var named = order.subList(0, random.nextInt(kind == BallotKind.ONE ? 2 : projects + 1));
        return switch (kind) {
            case ONE, SEVERAL -> new Ballot.Approval(named);
            case RANKED -> Ballot.Ranking.strictly(named);
            case POINTS, SCORES ->
                new Ballot.Points(
                        named,
                        named.stream()
                                .map(_ -> 5L * random.nextInt(kind == BallotKind.SCORES ? 11 : 4))
                                .toList());
        };
    }

    private Election.Limits limits(int projects) {
        return new Election.Limits(
                List.of(new Election.Cap(some(projects), 500 + random.nextInt(2_000))), List.of(some(projects)));
    }

    private Set<Integer> some(int projects) {
        var some = new HashSet<Integer>();
        IntStream.range(0, 3).forEach(_ -> some.add(random.nextInt(projects)));
        return some;
    }

    Settings settings() {
        return new Settings(
                any(List.of(Utility.values())),
                any(List.of(Completion.values())),
                any(List.of(Settings.Start.values())),
                random.nextBoolean(),
                random.nextBoolean(),
                1 + random.nextInt(3),
                TieOrder.read(any(TIES)));
    }

    Declared.Bounds bounds() {
        return new Declared.Bounds(new BigDecimal(any(List.of("1", "2.5", "4", "12"))), 1 + random.nextInt(4));
    }

    private <T> T any(List<T> those) {
        return those.get(random.nextInt(those.size()));
    }
}
