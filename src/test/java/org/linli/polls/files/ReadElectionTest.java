package org.linli.polls.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.polls.counting.Ballot;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Project;

class ReadElectionTest {

    private static final String HEAD = """
            META
            key;value
            budget;100.5
            vote_type;approval
            PROJECTS
            project_id;cost;name
            1;60;"Bench; with ""shade\"""
            2;40.25;Swings
            3;999999999;Withdrawn
            VOTES
            voter_id;vote
            """;

    @TempDir
    Path folder;

    @Test
    void amountsQuotesAndWithdrawnProjectsAreUnderstood() throws IOException {
        var election = read("a.pb", HEAD + "x;1,2\ny;2,1\nz;\n");

        assertThat(election.budget()).isEqualTo(10_050);
        assertThat(election.projects())
                .containsExactly(
                        new Project("1", "Bench; with \"shade\"", 6_000, true),
                        new Project("2", "Swings", 4_025, true),
                        new Project("3", "Withdrawn", 0, false));
        assertThat(election.ballots())
                .containsEntry(new Ballot.Approval(List.of(0, 1)), 2)
                .containsEntry(new Ballot.Approval(List.of()), 1);
    }

    @Test
    void whoNamesAProjectTwiceHasNamedItOnce() throws IOException {
        assertThat(read("a.pb", HEAD + "x;2,2,1\n").ballots()).containsEntry(new Ballot.Approval(List.of(0, 1)), 1);
    }

    @Test
    void aByteOrderMarkAndWindowsLinesDoNoHarm() throws IOException {
        var text = "\uFEFF" + (HEAD + "x; 1 , 2 \n").replace("\n", "\r\n");

        assertThat(read("a.pb", text).ballots()).containsEntry(new Ballot.Approval(List.of(0, 1)), 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x;7            | line 12: unknown project '7'",
                "x              | line 12: 1 cells, expected 2 as in the header",
                "x;1;2          | line 12: 3 cells, expected 2 as in the header",
            })
    void whatIsWrongIsToldWithItsLine(String row, String message) {
        assertBroken("a.pb", HEAD + row + "\n", message);
    }

    @Test
    void aFileThatIsCutOffIsRefused() {
        assertBroken("a.pb", HEAD.substring(0, HEAD.indexOf("VOTES")), "no section VOTES");
        assertBroken("a.pb", "", "no section META");
        assertBroken("a.pb", HEAD.replace("100.5", "much"), "line 0: 'much', expected a number");
        assertBroken("a.pb", HEAD.replace("2;40.25", "1;40.25"), "line 8: project '1' is there twice");
    }

    @Test
    void rankingsWithEqualOnesAreRead() throws IOException {
        var soi = read("a.toi", """
                # TITLE: a lane
                # ALTERNATIVE NAME 1: bench
                # ALTERNATIVE NAME 2: swings
                # ALTERNATIVE NAME 3: lamp
                4: 3,{1,2}
                1: 2
                """);

        assertThat(soi.ballots())
                .containsEntry(new Ballot.Ranking(List.of(List.of(2), List.of(0, 1))), 4)
                .containsEntry(new Ballot.Ranking(List.of(List.of(1))), 1);
        assertBroken("a.soi", "# ALTERNATIVE NAME 1: a\n2: 1,4\n", "line 2: unknown alternative '4'");
        assertBroken("a.soi", "# ALTERNATIVE NAME 1: a\n2: 1,1\n", "line 2: somebody is named twice");
        assertBroken(
                "a.soi", "# ALTERNATIVE NAME 1: a\n2: 1,{\n", "line 2: '1,{', expected numbers, commas and braces");
    }

    @Test
    void condorcetsFormatIsRead() throws IOException {
        var read = read("a.cvotes", """
                #/Candidates: bench ; the swings ; lamp
                #/Number of Seats: 2
                lamp > bench = the swings * 3
                a tag || the swings # a remark
                """);

        assertThat(read.seats()).isEqualTo(2);
        assertThat(read.ballots())
                .containsEntry(new Ballot.Ranking(List.of(List.of(2), List.of(0, 1))), 3)
                .containsEntry(new Ballot.Ranking(List.of(List.of(1))), 1);
        assertBroken("a.cvotes", "#/Candidates: a;b\na > c\n", "line 2: unknown candidate 'c'");
    }

    @Property(tries = 500)
    void whateverIsInAFileItIsReadOrRefused(@ForAll String text) {
        for (var reader : List.<Reader>of(Pabulib::read, PrefLib::read, CondorcetFormat::read)) {
            for (String whole : List.of(text, HEAD + text, "# ALTERNATIVE NAME 1: a\n" + text)) {
                try {
                    assertThat(reader.read(whole)).isNotNull();
                } catch (BrokenElection refused) {
                    assertThat(refused).hasMessageNotContaining("null");
                }
            }
        }
    }

    private interface Reader {
        Object read(String text);
    }

    private Election read(String name, String text) throws IOException {
        return ReadElection.from(Files.writeString(folder.resolve(name), text));
    }

    private void assertBroken(String name, String text, String message) {
        assertThatExceptionOfType(BrokenElection.class)
                .isThrownBy(() -> read(name, text))
                .withMessage(message);
    }
}
