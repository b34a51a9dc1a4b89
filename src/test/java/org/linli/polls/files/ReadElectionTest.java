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
        assertBroken("a.pb", HEAD.replace("100.5", "much"), "budget 'much', expected a number of at most 15 digits");
        assertBroken("a.pb", HEAD.replace("2;40.25", "1;40.25"), "line 8: project '1' is there twice");
    }

    /// What would be counted wrongly, or not at all, is not counted.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1;60           | 1;-5             | line 7: cost '-5', expected at least 0",
                "1;60           | 1;1e400000000    | line 7: '1e400000000', expected a number of at most 15 digits",
                "1;60           | 1;1e-400000000   | a number with 400000000 decimals, expected at most 6",
                "1;60           | 1;               | line 7: '', expected a number of at most 15 digits",
                "1;60           | ;60              | line 7: no project_id",
                "budget;100.5   | budget;-1        | budget '-1', expected at least 0",
                "budget;100.5   | place;here       | budget '', expected a number of at most 15 digits",
                "key;value      | key;value~budget;1 | line 4: 'budget' is there twice",
                "key;value      | key;value~num_votes;3 | num_votes is 3, but there are 2 ballots",
                "key;value      | key;value~categories;a,b~budget_per_category;5 | 2 categories and 1 amounts in budget_per_category",
                "project_id;cost;name | project_id;cost;cost | line 6: a column is there twice",
                "voter_id;vote  | voter_id;votes   | line 12: there is no column 'vote'",
                "voter_id;vote  | voter_id;vote~y;2 | line 14: voter 'y' is there twice",
                "approval       | choose-1         | line 12: 2 projects, expected one choice",
                "approval       | veto             | vote_type 'veto', expected approval, choose-1, ordinal, cumulative or scoring",
                "PROJECTS       | META             | line 5: section META is there twice",
            })
    void whatIsNoElectionIsRefused(String right, String wrong, String message) {
        assertBroken("a.pb", (HEAD + "x;1,2\ny;1\n").replace(right, wrong.replace('~', '\n')), message);
    }

    /// A file that tells sums alone says how many ballots there were.
    @Test
    void ballotsThatAreNotShownAreNotMissed() throws IOException {
        assertThat(read("a.pb", HEAD.replace("key;value", "key;value\nnum_votes;40"))
                        .ballots())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a.soc    | # ALTERNATIVE NAME 1: a~# ALTERNATIVE NAME 1: b | line 2: alternative 1 is named twice",
                "a.soc    | # ALTERNATIVE NAME 99999999999: a~1: 1 | line 2: unknown alternative '1'",
                "a.soc    | # ALTERNATIVE NAME 1: a~0: 1 | line 2: '0' ballots, expected a number from 1 to 999999999",
                "a.soc    | # ALTERNATIVE NAME 1: a~999999999: 1~2: 1 | line 3: more than 1000000000 ballots",
                "a.soc    | 1: 1             | line 1: unknown alternative '1'",
                "a.soc    | nothing          | line 1: expected a count, a colon and an order",
                "a.toc    | # ALTERNATIVE NAME 1: a~1: 1,{} | line 2: unknown alternative ''",
                "a.cvotes | # nobody         | no candidates",
                "a.cvotes | a > > b          | line 1: unknown candidate ''",
                "a.cvotes | a > b ^ 3        | line 1: weights of votes are not counted here",
                "a.cvotes | a > b * 0        | line 1: '0' ballots, expected a number from 1 to 999999999",
                "a.cvotes | a > b * 99999999999 | line 1: '99999999999' ballots, expected a number from 1 to 999999999",
                "a.cvotes | #/Number of Seats: 0~a > b | '0' seats, expected a number from 1",
                "a.txt    | a > b            | 'a.txt', expected a name that ends with .pb .soc .soi .toc .toi or .cvotes",
            })
    void whatIsNoRankingIsRefused(String name, String text, String message) {
        assertBroken(name, text.replace('~', '\n') + "\n", message);
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
