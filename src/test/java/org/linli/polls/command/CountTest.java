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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.console.WrongArguments;
import org.linli.polls.PollsCommand;

/// `polls count` with every rule, utility, completion and format.
class CountTest {

    /// Where the capital of Tennessee should be.
    private static final Map<String, String> TENNESSEE = tennessee();

    private static final String SHARED = """
            META
            key;value
            budget;%s
            vote_type;approval
            PROJECTS
            project_id;cost;name
            a;4;bench
            b;8;lamp
            VOTES
            voter_id;vote
            1;a
            2;b
            3;b
            4;
            """;

    private static final String POINTS = """
            META
            key;value
            budget;100000
            vote_type;scoring
            PROJECTS
            project_id;cost
            0;4
            1;9
            2;2
            3;3
            VOTES
            voter_id;vote;points
            a;3,1,2;8,5,2
            b;1,3,2;7,6,5
            c;1;2
            d;3,1,2;8,3,2
            e;0,2;9,5
            f;1;1
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "borda               | [\"N\"] | [[\"N\"],[\"C\"],[\"M\"],[\"K\"]]",
                "copeland            | [\"N\"] | [[\"N\"],[\"C\"],[\"K\"],[\"M\"]]",
                "minimax             | [\"N\"] | [[\"N\"],[\"M\"],[\"C\"],[\"K\"]]",
                "minimax-margin      | [\"N\"] | [[\"N\"],[\"M\"],[\"C\"],[\"K\"]]",
                "schulze             | [\"N\"] | [[\"N\"],[\"C\"],[\"K\"],[\"M\"]]",
                "schulze-margin      | [\"N\"] | [[\"N\"],[\"C\"],[\"K\"],[\"M\"]]",
                "ranked-pairs        | [\"N\"] | [[\"N\"],[\"C\"],[\"K\"],[\"M\"]]",
                "ranked-pairs-margin | [\"N\"] | [[\"N\"],[\"C\"],[\"K\"],[\"M\"]]",
                "irv                 | [\"K\"] | [[\"K\"],[\"M\"],[\"N\"],[\"C\"]]",
                "stv                 | [\"K\"] |",
            })
    void everyRuleForRankingsInEveryFormat(String rule, String winners, @Nullable String ranking) throws IOException {
        String expected = "{\"rule\":\"%s\",\"winners\":%s,%s\"cost\":0,\"left\":0,\"ties\":[]}"
                .formatted(rule, winners, ranking == null ? "" : "\"ranking\":" + ranking + ",");
        for (String format : List.of("soc", "soi", "toc", "toi")) {
            assertThat(named(count("vote." + format, TENNESSEE.getOrDefault("soc", ""), "--rule", rule)))
                    .as(format)
                    .isEqualTo(expected);
        }
        assertThat(count("vote.cvotes", TENNESSEE.getOrDefault("cvotes", ""), "--rule", rule))
                .isEqualTo(expected);
        assertThat(named(count("vote.pb", TENNESSEE.getOrDefault("pb", ""), "--rule", rule)))
                .contains("\"rule\":\"" + rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 | none        |            | []            | 0  | 12 | 3/1",
                "12 | utilitarian |            | [\"b\",\"a\"] | 12 | 0  | 3/1",
                "11 | utilitarian |            | [\"b\"]       | 8  | 3  | 11/4",
                "12 | add1        |            | [\"b\",\"a\"] | 12 | 0  | 4/1",
                "11 | add1        |            | []            | 0  | 11 | 3/1",
                "11 | add1u       |            | [\"b\"]       | 8  | 3  | 3/1",
                "11 | add1        | --start exact | []         | 0  | 11 | 15/4",
                "11 | none        | --start floor | []         | 0  | 11 | 2/1",
                "11 | add1        | --increment 2 | []         | 0  | 11 | 2/1",
                "20 | add1        | --exhaustive  | [\"b\",\"a\"] | 12 | 8 | 5/1",
                "11 | none        | --comparison  | [\"b\"]     | 8  | 3  |",
            })
    void everyCompletion(
            String budget,
            String completion,
            @Nullable String more,
            String winners,
            String cost,
            String left,
            @Nullable String endowment)
            throws IOException {
        var options = new ArrayList<>(List.of("--rule", "equal-shares", "--completion", completion));
        Stream.of((more == null ? "" : more).split(" "))
                .filter(it -> !it.isEmpty())
                .forEach(options::add);
        String each = endowment == null ? "" : "\"endowment\":\"%s\",".formatted(endowment);

        assertThat(count("lane.pb", SHARED.formatted(budget), options.toArray(String[]::new)))
                .isEqualTo("{\"rule\":\"equal-shares\",\"winners\":%s,\"cost\":%s,\"left\":%s,%s\"ties\":[]}"
                        .formatted(winners, cost, left, each));
    }

    /// Each begins with 4. Two pay 4 each for the lamp; one pays 4 for the bench; who wants nothing keeps it.
    @Test
    void purchasesCanBeFollowed() throws IOException {
        assertThat(run("follow", "lane.pb", SHARED.formatted("16"), "--tie", "votes")
                        .lines())
                .containsExactly(
                        "step\tid\tcost\tprice\tpaying\tpaid all they had\tmost paid\tleft\teach began with 4/1",
                        "1\tb\t8\t1/2\t2\t2\t4\t8",
                        "2\ta\t4\t1\t1\t1\t4\t4");
    }

    @ParameterizedTest
    @CsvSource({
        "cost, 1 2 3 0",
        "cardinality, 2 3 1 0",
        "points, 3 2 0 1",
        "points-times-cost, 3 1 2 0",
        "rank, 3 2 1 0",
        "rank-times-cost, 1 3 2 0"
    })
    void everyUtility(String utility, String order) throws IOException {
        String winners = "[\"" + order.replace(" ", "\",\"") + "\"]";
        for (String rule : List.of("greedy", "greedy-threshold", "greedy-no-skip", "equal-shares")) {
            assertThat(count("points.pb", POINTS, "--rule", rule, "--utility", utility))
                    .as(rule)
                    .contains("\"winners\":" + winners);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost,votes,name", "votes,cost,list", "lot=2026", "cost,lot=a-seed", "name", "list"})
    void everyListOfTies(String list) throws IOException {
        assertThat(count("lane.pb", SHARED.formatted("12"), "--rule", "greedy", "--tie", list))
                .contains("\"winners\":[\"b\",\"a\"]");
    }

    /// Votes per voter 1/4 and 2/4 against cost / (3 × 10): 4/30 and 8/30; with a budget of 5, 4/15 and 8/15.
    @Test
    void whatTooFewWantForItsCostIsLeftOutFirst() throws IOException {
        assertThat(count("lane.pb", SHARED.formatted("10"), "--rule", "greedy", "--leave-out-below-share"))
                .contains("[\"b\"]");
        assertThat(count("lane.pb", SHARED.formatted("5"), "--rule", "greedy", "--leave-out-below-share"))
                .contains("\"winners\":[]");
        assertThat(count(
                        "lane.pb",
                        SHARED.formatted("5").replace("a;4", "a;3.75"),
                        "--rule",
                        "greedy",
                        "--leave-out-below-share"))
                .as("just the share is enough")
                .contains("\"winners\":[\"a\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--rule greedy --rule stv      | '--rule' is there twice, see: polls -h",
                "--rule greedy --utility joy   | --utility 'joy', expected one of: cost cardinality points points-times-cost rank rank-times-cost",
                "--rule equal-shares --completion all | --completion 'all', expected one of: none utilitarian add1 add1u",
                "--rule equal-shares --start late    | --start 'late', expected one of: floor exact",
                "--rule greedy-threshold --threshold 1e999999999 | --threshold '1e999999999', expected a number",
                "--rule greedy --tie cost,,name | --tie '', expected a list of cost, votes, name, list and lot=SEED",
                "--rule greedy --groups none   | there is no file 'none'",
                "extra --rule greedy           | unknown argument 'extra', see: polls -h",
                "                              | --rule '', expected one of: greedy greedy-threshold greedy-no-skip equal-shares phragmen borda copeland minimax minimax-margin schulze schulze-margin ranked-pairs ranked-pairs-margin irv stv",
            })
    void whatIsTypedWronglyIsToldInALine(@Nullable String options, String message) {
        var typed = Stream.of((options == null ? "" : options).split(" "))
                .filter(it -> !it.isEmpty())
                .toArray(String[]::new);
        assertThatExceptionOfType(WrongArguments.class)
                .isThrownBy(() -> count("lane.pb", SHARED.formatted("12"), typed))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "equal-shares | 'equal-shares' cannot count this: equal shares divide a budget, and none is given",
                "phragmen     | 'phragmen' cannot count this: purses fill to spend a budget, and none is given",
            })
    void whatNeedsABudgetIsToldThatThereIsNone(String rule, String message) {
        assertThatExceptionOfType(WrongArguments.class)
                .isThrownBy(() -> count("vote.cvotes", TENNESSEE.getOrDefault("cvotes", ""), "--rule", rule))
                .withMessage(message);
    }

    @Test
    void whoFillsSeatsNeverCostsMoreThanTheBudget() throws IOException {
        String ordinal = SHARED.formatted("8").replace("approval", "ordinal").replace("1;a\n2;b", "1;a,b\n2;b");
        assertThat(count("lane.pb", ordinal, "--rule", "stv")).contains("[\"b\"]", "\"left\":0");
        assertThat(count("lane.pb", ordinal, "--rule", "stv", "--seats", "2")).contains("[\"b\"]", "\"left\":0");
    }

    /// 0 for an answer, 1 for a file that is no election, 2 for a call that is wrong.
    @Test
    void theExitStatusTellsWhetherFileOrCallIsWrong() throws IOException {
        String lane = Files.writeString(folder.resolve("lane.pb"), SHARED.formatted("12"))
                .toString();
        String broken = Files.writeString(folder.resolve("broken.pb"), "META\n").toString();

        assertThat(status("count", lane, "--rule", "greedy")).isZero();
        assertThat(status("count", broken, "--rule", "greedy")).isEqualTo(1);
        assertThat(status("verify", lane)).isEqualTo(1);
        assertThat(status("count", lane, "--rule", "most")).isEqualTo(2);
        assertThat(status("count", "none.pb", "--rule", "greedy")).isEqualTo(2);
        assertThat(status("explode")).isEqualTo(2);
    }

    private static int status(String... words) {
        var before = System.out;
        try {
            return PollsCommand.run(
                    Stream.concat(Stream.of("polls"), Stream.of(words)).toArray(String[]::new));
        } finally {
            System.setOut(before);
        }
    }

    private static Map<String, String> tennessee() {
        var texts = new HashMap<String, String>();
        texts.put("soc", """
                # ALTERNATIVE NAME 1: Memphis
                # ALTERNATIVE NAME 2: Nashville
                # ALTERNATIVE NAME 3: Chattanooga
                # ALTERNATIVE NAME 4: Knoxville
                42: 1,2,3,4
                26: 2,3,4,1
                15: 3,4,2,1
                17: 4,3,2,1
                """);
        texts.put("cvotes", """
                #/Candidates: M ; N ; C ; K
                M > N > C > K * 42
                N > C > K > M * 26
                C > K > N > M * 15
                K > C > N > M * 17
                """);
        var votes = new StringBuilder("""
                META
                key;value
                budget;10
                vote_type;ordinal
                PROJECTS
                project_id;cost
                1;0
                2;0
                3;0
                4;0
                VOTES
                voter_id;vote
                """);
        for (int voter = 1; voter <= 100; voter++) {
            String vote = voter <= 42 ? "1,2,3,4" : voter <= 68 ? "2,3,4,1" : voter <= 83 ? "3,4,2,1" : "4,3,2,1";
            votes.append(voter).append(';').append(vote).append('\n');
        }
        texts.put("pb", votes.toString());
        return texts;
    }

    private static String named(String told) {
        return told.replace("\"1\"", "\"M\"")
                .replace("\"2\"", "\"N\"")
                .replace("\"3\"", "\"C\"")
                .replace("\"4\"", "\"K\"");
    }

    private String count(String name, String text, String... options) throws IOException {
        return run("count", name, text, options);
    }

    private String run(String command, String name, String text, String... options) throws IOException {
        var words = new ArrayList<>(
                List.of(command, Files.writeString(folder.resolve(name), text).toString()));
        words.addAll(List.of(options));
        var printed = new ByteArrayOutputStream();
        new Polls(new PrintStream(printed, true, StandardCharsets.UTF_8)).run(words);
        return printed.toString(StandardCharsets.UTF_8).strip();
    }
}
