package org.linli.polls.laboratory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.linli.polls.counting.Ballot;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Project;

/// How made-up voters want things: a named way, so that a trial can be repeated with its seed.
public enum Culture {
    /// Each voter likes each project with the same chance, three of ten.
    IMPARTIAL {
        @Override
        double chance(int voter, int project, double popularity) {
            return 0.3;
        }
    },
    /// Some projects are liked by most and some by few, by everybody alike.
    POPULAR {
        @Override
        double chance(int voter, int project, double popularity) {
            return 0.05 + 0.75 * popularity;
        }
    },
    /// Five buildings of different sizes; each project is before the door of one, and who lives there likes it eight
    /// times as often.
    BUILDINGS {
        @Override
        double chance(int voter, int project, double popularity) {
            return building(voter) == project % BUILDING_COUNT ? 0.64 : 0.08;
        }
    },
    /// Three fifths and two fifths who agree about nothing: where rules differ most.
    CAMPS {
        @Override
        double chance(int voter, int project, double popularity) {
            return (voter % 5 < 3) == (project % 5 < 3) ? 0.6 : 0.02;
        }
    };

    private static final int BUILDING_COUNT = 5;
    private static final List<Integer> LARGE_FIRST = List.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4);

    abstract double chance(int voter, int project, double popularity);

    private static int building(int voter) {
        return LARGE_FIRST.get(voter % LARGE_FIRST.size());
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Culture> named(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    /// Approvals; the same for the same numbers, on every machine.
    ///
    /// @param budget about a third of what the projects cost together
    public Election election(int projects, int voters, long budget, long seed) {
        var random = new Random(seed);
        return election(projects(projects, budget, random), voters, budget, random);
    }

    /// What such voters may want of real projects, before anybody has voted.
    public Election election(List<Project> projects, int voters, long budget, long seed) {
        return election(projects, voters, budget, new Random(seed));
    }

    /// The same voters, who put what they like into an order of their own: the same for the same seed.
    public static Election ranked(Election approvals, long seed) {
        var random = new Random(seed);
        var ballots = new ArrayList<Ballot>();
        approvals.ballots().forEach((ballot, times) -> {
            for (int voter = 0; voter < times; voter++) {
                var order = new ArrayList<>(ballot.named());
                Collections.shuffle(order, random);
                ballots.add(Ballot.Ranking.strictly(order));
            }
        });
        return new Election(
                approvals.projects(),
                approvals.budget(),
                approvals.seats(),
                Election.together(ballots),
                approvals.limits(),
                approvals.scales());
    }

    private Election election(List<Project> all, int voters, long budget, Random random) {
        double[] popularity = random.doubles(all.size()).toArray();
        var ballots = new ArrayList<Ballot>();
        for (int voter = 0; voter < voters; voter++) {
            ballots.add(ballot(voter, popularity, random));
        }
        return Election.of(all, budget, ballots);
    }

    private Ballot ballot(int voter, double[] popularity, Random random) {
        return new Ballot.Approval(IntStream.range(0, popularity.length)
                .filter(it -> random.nextDouble() < chance(voter, it, popularity[it]))
                .boxed()
                .toList());
    }

    /// Costs from a fifth to nine fifths of what makes all together three budgets.
    private static List<Project> projects(int many, long budget, Random random) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(it -> new Project(
                        String.valueOf(it), Math.max(1, 3 * budget * (1 + random.nextInt(9)) / (5L * many))))
                .toList();
    }
}
