package org.linli.polls.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.polls.counting.Ballot;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Project;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.Settings;
import org.linli.polls.files.ReadElection;
import org.linli.polls.published.Declared;

class PrivacyTest {

    @Test
    void ballotsThatNobodyElseCastAreCounted() {
        var figures =
                PrivacyFigures.of(election(List.of(0), List.of(0), List.of(0, 1), List.of(1), List.of(), List.of()));

        assertThat(figures).isEqualTo(new PrivacyFigures(4, 3, 2));
        assertThat(figures.alonePercent()).isEqualTo(50);
        assertThat(new PrivacyFigures(1000, 2, 1).alonePercent()).isEqualTo(1);
    }

    /// As other programs have found of real elections: in tenths of a percent.
    @ParameterizedTest
    @CsvSource({
        "Netherlands_Assen_2024, 738",
        "Poland_Swiecie_2023, 156",
        "Poland_Wieliczka_2023_Green_Budget, 139",
        "Hungary_Veszprem_2025, 520"
    })
    void realVotersAreAsRecognisableAsOthersHaveFound(String file, long tenths) throws IOException {
        var path = Path.of("../shared/polls/elections", file + ".pb");
        assumeTrue(Files.exists(path), "the published elections are not there");
        var figures = PrivacyFigures.of(ReadElection.from(path));

        assertThat(1000.0 * figures.alone() / figures.ballots()).isCloseTo(tenths, within(5.0));
    }

    @Test
    void smallVotesPublishSumsAlone() {
        var declared = new Declared(
                "p",
                Level.BALLOTS,
                Level.FEW_BALLOTS,
                Rule.GREEDY,
                Settings.usual(Election.of(List.of(), 1, List.of())));
        assertThat(declared.shown(29)).isEqualTo(Level.TALLIES);
        assertThat(declared.shown(30)).isEqualTo(Level.BALLOTS);
        assertThat(Level.named("openings")).contains(Level.OPENINGS);
        assertThat(Level.named("all")).isEmpty();
    }

    @Test
    void aSmallGroupIsNotFoundBySubtraction() {
        var counts = new LinkedHashMap<String, Long>();
        counts.put("1号楼", 40L);
        counts.put("2号楼", 3L);
        counts.put("3号楼", 12L);

        assertThat(Breakdown.of(counts).shown())
                .containsExactly(
                        Map.entry("1号楼", OptionalLong.of(40)),
                        Map.entry("2号楼", OptionalLong.empty()),
                        Map.entry("3号楼", OptionalLong.empty()));
    }

    @Property
    void whatIsHiddenIsLargeTogether(@ForAll @Size(max = 8) Map<String, @LongRange(max = 30) Long> counts) {
        var shown = Breakdown.of(counts).shown();
        var hidden = shown.entrySet().stream()
                .filter(it -> it.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();

        shown.values().forEach(it -> assertThat(it.orElse(Breakdown.FEWEST)).isGreaterThanOrEqualTo(Breakdown.FEWEST));
        if (!hidden.isEmpty() && hidden.size() < counts.size()) {
            assertThat(hidden).hasSizeGreaterThanOrEqualTo(2);
            assertThat(hidden.stream().mapToLong(counts::get).sum()).isGreaterThanOrEqualTo(Breakdown.FEWEST);
        }
    }

    @SafeVarargs
    private static Election election(List<Integer>... ballots) {
        return Election.of(
                List.of(new Project("1", 5), new Project("2", 5)),
                5,
                List.of(ballots).stream().<Ballot>map(Ballot.Approval::new).toList());
    }
}
