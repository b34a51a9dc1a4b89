package org.linli.polls.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.linli.polls.counting.Ballot;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Project;

class WritePabulibTest {

    private static final Heading HEADING =
            new Heading("微实事", "柳苑社区", "2026", "greedy", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 21));

    @Provide
    Arbitrary<Election> elections() {
        return Combinators.combine(
                        projects(), Arbitraries.longs().between(1, 999_999), Arbitraries.of(0, 2), Arbitraries.of(0, 1))
                .as((projects, budget, money, points) -> ballots(projects.size())
                        .list()
                        .ofMaxSize(12)
                        .map(it -> new Election(
                                projects,
                                budget,
                                1,
                                Election.together(it),
                                limits(projects.size()),
                                new Election.Scales(money, points, true, new BigDecimal(3)))))
                .flatMap(it -> it);
    }

    private static Arbitrary<List<Project>> projects() {
        var project = Combinators.combine(
                        Arbitraries.strings().withChars("长椅;\" ,a").ofMaxLength(8),
                        Arbitraries.longs().between(0, 99_999),
                        Arbitraries.of(true, true, true, false))
                .as((name, cost, stands) -> new Project("", name.strip(), stands ? cost : 0, stands));
        return project.list()
                .ofMinSize(3)
                .ofMaxSize(6)
                .map(all -> IntStream.range(0, all.size())
                        .mapToObj(it -> new Project(
                                "BO.%d/x".formatted(it),
                                all.get(it).name(),
                                all.get(it).cost(),
                                all.get(it).stands()))
                        .toList());
    }

    private static Arbitrary<Ballot> ballots(int projects) {
        return Arbitraries.maps(
                        Arbitraries.integers().between(0, projects - 1),
                        Arbitraries.longs().between(0, 9))
                .map(it -> new Ballot.Points(List.copyOf(it.keySet()), List.copyOf(it.values())));
    }

    private static Election.Limits limits(int projects) {
        return new Election.Limits(
                List.of(new Election.Cap(Set.of(0), 700), new Election.Cap(Set.of(0, projects - 1), 55)),
                List.of(Set.of(0, 1), Set.of(1, projects - 1)));
    }

    /// Amounts and names come back as they were told; only the unit may be a coarser one.
    @Property(tries = 300)
    void whatIsWrittenIsReadAgain(@ForAll("elections") Election election) {
        String text = WritePabulib.text(election, HEADING);
        var read = ReadElection.pabulib(text);

        assertThat(WritePabulib.text(read, HEADING)).isEqualTo(text);
        assertThat(told(read)).isEqualTo(told(election));
        assertThat(read.limits().exclusive()).isEqualTo(election.limits().exclusive());
        assertThat(read.voters()).isEqualTo(election.voters());
        assertThat(read.scales().threshold()).isEqualByComparingTo("3");
    }

    private static List<String> told(Election it) {
        return it.projects().stream()
                .map(p -> "%s %s %s %s"
                        .formatted(p.id(), p.name().replaceAll("\\s+", " "), it.amount(p.cost()), p.stands()))
                .toList();
    }

    @Test
    void approvalsAndRankingsComeBackEqual() {
        var projects = List.of(new Project("1", "长椅", 60, true), new Project("2", "None", 40, true));
        var approvals =
                Election.of(projects, 90, List.of(new Ballot.Approval(List.of(1, 0)), new Ballot.Approval(List.of())));
        var rankings = Election.of(projects, 90, List.of(Ballot.Ranking.strictly(List.of(1, 0))));

        assertThat(ReadElection.pabulib(WritePabulib.text(approvals, HEADING)).ballots())
                .isEqualTo(approvals.ballots());
        assertThat(ReadElection.pabulib(WritePabulib.text(rankings, HEADING)).ballots())
                .isEqualTo(rankings.ballots());
    }

    @Test
    void theFileIsThatOfTheFormat() {
        var election = new Election(
                List.of(new Project("1", "长椅;\"橡木\"", 60_00, true), new Project("2", "灯", 40_50, true)),
                100_00L,
                1,
                Election.together(List.of(
                        new Ballot.Approval(List.of(1)),
                        new Ballot.Approval(List.of(0, 1)),
                        new Ballot.Approval(List.of(1)))),
                Election.Limits.NONE,
                new Election.Scales(2, 0, true, null));

        assertThat(WritePabulib.text(election, HEADING)).isEqualTo("""
                META
                key;value
                description;微实事
                country;China
                unit;柳苑社区
                instance;2026
                num_projects;2
                num_votes;3
                budget;100
                vote_type;approval
                rule;greedy
                date_begin;01.11.2026
                date_end;21.11.2026
                language;zh
                currency;CNY
                PROJECTS
                project_id;cost;votes;score;name
                1;60;1;1;"长椅;""橡木\"""
                2;40.5;3;3;灯
                VOTES
                voter_id;vote
                1;1,2
                2;2
                3;2
                """);
        assertThat(WritePabulib.tallies(election, HEADING)).endsWith("VOTES\nvoter_id;vote\n");
    }

    @Test
    void whatTheFormatCannotSayIsRefused() {
        assertRefused(Election.of(List.of(new Project("1,2", 5)), 5, List.of()));
        assertRefused(Election.of(List.of(new Project("1", 999_999_999)), 5, List.of()));
        assertRefused(Election.of(
                List.of(new Project("1", 5), new Project("2", 5)),
                5,
                List.of(new Ballot.Ranking(List.of(List.of(0, 1))))));
    }

    private static void assertRefused(Election election) {
        assertThatIllegalArgumentException().isThrownBy(() -> WritePabulib.text(election, HEADING));
    }
}
