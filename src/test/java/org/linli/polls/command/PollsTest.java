package org.linli.polls.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.platform.console.WrongArguments;
import org.linli.polls.log.TreeHead;
import org.linli.polls.published.Refused;
import org.linli.polls.published.VerifyLedger;

class PollsTest {

    @TempDir
    Path folder;

    private String file = "";

    @BeforeEach
    void aLaneVotes() throws IOException {
        file = Files.writeString(folder.resolve("lane.pb"), """
                META
                key;value
                budget;100.50
                vote_type;approval
                PROJECTS
                project_id;cost;name
                2;60;bench
                10;60;swings
                3;40.5;lamp
                4;30;flowers
                VOTES
                voter_id;vote
                a;2,3
                b;2,3
                c;10
                d;10,4
                """).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // three have two votes each, one is cheaper, of the others 10 comes first as a string
                "--rule greedy --tie cost,votes,name       | [\"3\",\"10\"] | 100.5 | 0",
                "--rule greedy --tie list                  | [\"2\",\"3\"]  | 100.5 | 0",
                "--rule greedy-threshold --threshold 3     | []             | 0     | 100.5",
                "--rule greedy-no-skip --tie list          | [\"2\"]        | 60    | 40.5",
                "--rule equal-shares                       | [\"3\"]        | 40.5  | 60",
                "--rule equal-shares --completion utilitarian | [\"3\",\"10\"] | 100.5 | 0",
                "--rule phragmen                           | [\"3\",\"4\"]  | 70.5  | 30",
            })
    void oneLineTellsTheOutcome(String options, String winners, String cost, String left) throws IOException {
        assertThat(count(options))
                .contains("\"winners\":" + winners)
                .contains("\"cost\":" + cost + ",")
                .contains("\"left\":" + left + ",");
    }

    @Test
    void tiesAreTold() throws IOException {
        assertThat(count("--rule greedy --tie list"))
                .contains("\"ties\":[{\"between\":[\"2\",\"10\",\"3\"],\"chosen\":\"2\"}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "compare --rule greedy        | 'polls compare' knows no --rule, see: polls -h",
                "compare --utility cost       | 'polls compare' knows no --utility, see: polls -h",
                "compare --completion add1    | 'polls compare' knows no --completion, see: polls -h",
                "compare --exhaustive         | 'polls compare' knows no --exhaustive, see: polls -h",
                "compare --fast               | unknown argument '--fast', see: polls -h",
                "follow --rule equal-shares   | 'polls follow' knows no --rule, see: polls -h",
                "follow --threshold 3         | 'polls follow' knows no --threshold, see: polls -h",
                "follow --seats 2             | 'polls follow' knows no --seats, see: polls -h",
            })
    void whatACommandWouldLeaveOutIsRefused(String command, String message) {
        var words = new ArrayList<>(List.of(command.split(" ")));
        words.add(1, file);
        assertThatExceptionOfType(WrongArguments.class)
                .isThrownBy(() -> run(words.toArray(String[]::new)))
                .withMessage(message);
    }

    @Test
    void whatACommandLooksAtIsTaken() throws IOException {
        assertThat(run("compare", file, "--threshold", "3", "--increment", "2", "--tie", "list"))
                .contains("greedy, threshold\t0\t0\t4\t");
        assertThat(run("follow", file, "--utility", "cardinality", "--completion", "add1", "--exhaustive"))
                .contains("each began with");
    }

    @Test
    void aLotFollowsItsSeed() throws IOException {
        assertThat(count("--rule greedy --tie lot=2026")).isEqualTo(count("--rule greedy --tie lot=2026"));
        var drawn = new HashSet<String>();
        for (int seed = 0; seed < 20; seed++) {
            drawn.add(count("--rule greedy-no-skip --tie lot=" + seed));
        }
        assertThat(drawn).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--rule most                  | --rule 'most', expected one of: greedy greedy-threshold greedy-no-skip"
                        + " equal-shares phragmen borda copeland minimax minimax-margin schulze schulze-margin"
                        + " ranked-pairs ranked-pairs-margin irv stv",
                "--rule                       | '--rule' needs a value, see: polls -h",
                "--rule greedy --fast         | unknown argument '--fast', see: polls -h",
                "--rule greedy --tie age      | --tie 'age', expected a list of cost, votes, name, list and lot=SEED",
                "--rule greedy-threshold --threshold no | --threshold 'no', expected a number",
                "--rule greedy --threshold 3  | 'greedy' knows no --threshold, which is for: greedy-threshold",
                "--rule phragmen --completion add1 | 'phragmen' knows no --completion, which is for: equal-shares",
                "--rule greedy --start exact  | 'greedy' knows no --start, which is for: equal-shares",
                "--rule greedy --exhaustive   | 'greedy' knows no --exhaustive, which is for: equal-shares",
                "--rule greedy --comparison   | 'greedy' knows no --comparison, which is for: equal-shares",
                "--rule borda --increment 2   | 'borda' knows no --increment, which is for: equal-shares",
                "--rule stv --utility cost    | 'stv' knows no --utility, which is for: greedy greedy-threshold"
                        + " greedy-no-skip equal-shares",
                "--rule equal-shares --increment 0 | --increment '0', expected a number from 1 to 9223372036854775807",
                "--rule stv                   | 'stv' cannot count this: a ballot holds two to be equal, which cannot"
                        + " be transferred",
            })
    void whatCannotBeDoneIsToldInALine(String options, String message) {
        assertThatExceptionOfType(WrongArguments.class)
                .isThrownBy(() -> count(options))
                .withMessage(message);
    }

    @Test
    void groupsAndCapsAreReadFromAFile() throws IOException {
        var groups = Files.writeString(folder.resolve("groups"), "3,10 # both for the yard\n\n30.5: 4, 2\n");

        assertThat(count("--rule greedy --tie cost,votes,name")).contains("[\"3\",\"10\"]");
        assertThat(count("--rule greedy --tie cost,votes,name --groups " + groups))
                .contains("[\"3\",\"4\"]");
        Files.writeString(groups, "30.5: 4,99");
        assertThatExceptionOfType(WrongArguments.class)
                .isThrownBy(() -> count("--rule greedy --groups " + groups))
                .withMessage("--groups, line 1: there is no project '99'");
    }

    @Test
    void whatWasPublishedIsVerified() throws IOException {
        var ledger = folder.resolve("lane.ledger");
        String key = run("publish", file, "--rule", "equal-shares", "--poll", "lane", "--to", ledger.toString());
        var head = Files.writeString(folder.resolve("head"), lastHead(ledger).note());

        assertThat(run("verify", ledger.toString(), "--key", key.strip(), "--head", head.toString()))
                .contains("\"entries\":5", "\"ballots\":4", "\"winners\":[\"3\"]", "\"recounted\":true", key.strip());
        run("publish", file, "--rule", "equal-shares", "--poll", "lane", "--to", ledger.toString());
        assertThatExceptionOfType(WrongArguments.class)
                .isThrownBy(() -> run("verify", ledger.toString(), "--key", key.strip()))
                .withMessage("the file is signed with another key than that of --key");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> run("verify", ledger.toString(), "--head", head.toString()));
    }

    @Test
    void rulesAreCompared() throws IOException {
        assertThat(run("compare", file)).hasLineCount(8).contains("phragmen\t2\t70.5\t1\t3,4");
        var made = folder.resolve("made.pb").toString();
        run("make", "--culture", "camps", "--projects", "6", "--voters", "30", "--seed", "3", "--to", made);
        assertThat(run("compare", made)).hasLineCount(8);
    }

    private static TreeHead.Signed lastHead(Path ledger) throws IOException {
        return VerifyLedger.check(Files.readAllBytes(ledger)).ledger().heads().getLast();
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        file = folder.resolve("none.pb").toString();
        assertThatExceptionOfType(WrongArguments.class)
                .isThrownBy(() -> count("--rule greedy"))
                .withMessageStartingWith("there is no file");
    }

    private String count(String options) throws IOException {
        var words = new ArrayList<>(List.of("count", file));
        words.addAll(List.of(options.strip().split(" ")));
        return run(words.toArray(String[]::new));
    }

    private static String run(String... words) throws IOException {
        var printed = new ByteArrayOutputStream();
        new Polls(new PrintStream(printed, true, StandardCharsets.UTF_8)).run(List.of(words));
        return printed.toString(StandardCharsets.UTF_8);
    }
}
