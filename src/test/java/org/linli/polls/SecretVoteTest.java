package org.linli.polls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.cases.web.SignedInAs;
import org.linli.platform.database.Columns;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Marks;
import org.linli.polls.ballots.Paper;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.Settings;
import org.linli.polls.counting.TieOrder;
import org.linli.polls.counting.Utility;
import org.linli.polls.log.Entry;
import org.linli.polls.log.Entry.Kind;
import org.linli.polls.log.Level;
import org.linli.polls.logbook.Log;
import org.linli.polls.logbook.Logbook;
import org.linli.polls.published.Declared;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

/// A secret vote, its log and its receipts.
class SecretVoteTest extends NeighboursVote {

    private static final Pattern CODE = Pattern.compile("\"receipt\":\"([0-9A-Z-]{19})\"");

    @Autowired
    OpenPoll open;

    @Autowired
    CastBallot cast;

    @Autowired
    Logbook logs;

    @Test
    void aBallotIsAnEntryAndAChangedOneIsANewEntry() {
        var vote = opened();
        votes("r17", "投2 #1");
        votes("r17", "投1");
        assertThat(told("poll-taken")).contains("\"changed\":\"yes\"");

        assertThat(log(vote).entries())
                .extracting(Entry::kind)
                .containsExactly(Kind.RULES, Kind.CAST, Kind.REPLACED, Kind.CAST);
        assertThat(log(vote).entries().get(2).what())
                .isEqualTo(log(vote).entries().get(1).what());
        assertThat(log(vote).entries().getFirst())
                .isEqualTo(log(vote).declared().entry());
    }

    @Test
    void whatIsSentTwiceIsOneEntryAlsoAfterALaterOne() {
        var vote = opened();
        var voter = new Voter(residents().getFirst(), "", "");
        for (String send : List.of("first", "first", "second", "first")) {
            result(cast.cast(vote, voter, Marks.of(List.of(1)), send));
        }
        assertThat(log(vote).entries())
                .extracting(Entry::kind)
                .containsExactly(Kind.RULES, Kind.CAST, Kind.REPLACED, Kind.CAST);
    }

    @Test
    void whoeverVotesAtTheSameMomentGetsAPlaceOfTheirOwn() {
        var vote = opened();
        results(Flux.fromIterable(residents())
                .flatMap(it -> cast.cast(vote, new Voter(it, "", ""), Marks.of(List.of(1)), "send " + it), 16));

        var entries = log(vote).entries();
        assertThat(entries).hasSize(residents().size() + 1).doesNotHaveDuplicates();
        assertThat(count("select size::bigint n from polls.logs")).isEqualTo(entries.size());
    }

    @Test
    void aReceiptShowsEverybodyThatTheBallotIsInAndItsVoterAloneWhatItSays() {
        opened();
        votes("r17", "投2 #1");
        String first = receipt();
        says("r17", "查票 " + first.toLowerCase().replace("-", " "));
        assertThat(told("receipt-checked")).contains("\"kind\":\"CAST\"", "\"holds\":\"yes\"", "2号 银杏");

        says("r18", "查票" + first);
        assertThat(told("receipt-checked")).contains("\"kind\":\"CAST\"").doesNotContain("2号 银杏\",", "\"yours\":\"2");
        says("r17", "查票 " + first, "b3");
        assertThat(told("receipt-checked")).contains("\"yours\":\"\"");

        votes("r17", "投3");
        says("r17", "查票 " + first);
        assertThat(told("receipt-checked")).contains("\"kind\":\"REPLACED\"", "\"yours\":\"\"");
        says("r17", "查票 " + receipt());
        assertThat(told("receipt-checked")).contains("\"kind\":\"CAST\"", "3号 桂花");

        says("r17", "查票 K7PM-3QXA-9DTR-WC4H");
        says("r17", "查票");
        assertThat(letters("receipt-how")).isEqualTo(2);
    }

    @Test
    void headsAreSignedWhenItOpensAndClosesAndContinueEachOther() {
        var vote = opened();
        assertThat(signed()).isEqualTo(1);
        assertThat(told("poll-head")).contains("lm-secret-1", "\"first\":\"yes\"");
        votes("r17", "投2 #1");
        votes("r18", "投1 #1");
        assertThat(signed()).as("an hour has not passed").isZero();

        completed(database.sql("update polls.polls set is_open = false").then());
        assertThat(signed() + signed()).isEqualTo(1);
        var log = log(vote);
        var tree = log.tree();
        assertThat(log.heads()).allMatch(it -> it.isBy(log.check()));
        assertThat(log.heads()).extracting(it -> it.head().size()).containsExactly(1, 3);
        assertThat(tree.consistency(1, 3)
                        .proves(
                                log.heads().getFirst().head().root(),
                                log.heads().getLast().head().root()))
                .isTrue();
        assertThat(letters("poll-head")).isEqualTo(2);
    }

    @Test
    void theLogStandsOnAPageWithoutWhoAndWhat() {
        var vote = opened();
        signed();
        votes("r17", "投2 #1");
        String page = page("/polls/lm/1/log?code=" + receipt());
        assertThat(page).contains("在，没有改过", "lm-secret-1", "账本第 2 条").doesNotContain("??", "resident:");
        assertThat(page("/polls/lm/1/log?code=K7PM-3QXA-9DTR-WC4H")).contains("没有这个回执码");
        assertThat(page("/polls/lm/1/log.txt").lines())
                .containsExactlyElementsOf(
                        log(vote).entries().stream().map(Entry::line).toList());
    }

    @Test
    void afterItsSecretIsDestroyedNothingJoinsBallotsAndEntriesOrSigns() {
        var vote = opened();
        votes("r17", "投2 #1");
        assertThat(count("select count(*) n from polls.ballots where (token || sends::text) like '%r17%'"))
                .as("a ballot does not name its voter")
                .isZero();
        completed(database.sql("update polls.register set ticket = md5(voter)").then());
        completed(database.sql("""
                        update polls.polls set is_open = false, is_counted = true, opens_at = now() - interval '9 d',
                          closes_at = now() - interval '8 d'""").then());
        ran("destroy-seals");

        assertThat(count("select count(*) n from polls.ballots where entry is not null or replaces is not null"))
                .isZero();
        assertThat(count("select count(*) n from polls.register where voted"))
                .as("that they voted stays known")
                .isEqualTo(1);
        assertThat(count("select count(*) n from polls.register where ticket is not null or voted_at is not null"))
                .as("their links and the hour do not")
                .isZero();
        assertThat(log(vote).sign()).isEmpty();
        assertThat(log(vote).entries()).hasSize(2);
        says("r17", "查票 " + receipt());
        assertThat(told("receipt-checked")).contains("\"holds\":\"yes\"", "\"yours\":\"\"");
    }

    /// The tokens that voters' phones may still know tell nothing, and the rows stand in another order.
    @Test
    void afterwardsBallotsHaveNamesAndPlacesDrawnByLot() {
        opened();
        completed(database.sql(
                        "update polls.polls set is_open = false, is_counted = true, opens_at = now() - interval '9 d', closes_at = now() - interval '8 d'")
                .then());
        completed(database.sql("""
                        insert into polls.ballots (community_id, poll, token, choices, points, sends)
                        select community_id, id, 'token-' || n, array[n], '{}', '{}'
                        from polls.polls, generate_series(101, 140) n""").then());
        ran("destroy-seals");

        var lots = results(database.sql("select token from polls.ballots order by ctid")
                .mapValue(String.class)
                .all());
        assertThat(lots).hasSize(40).doesNotHaveDuplicates().isSorted().allMatch(it -> it.matches("[0-9a-f]{32}"));
        assertThat(results(database.sql("select choices[1] from polls.ballots order by ctid")
                        .mapValue(Integer.class)
                        .all()))
                .as("in order once in 40! times")
                .hasSize(40)
                .isNotEqualTo(IntStream.rangeClosed(101, 140).boxed().toList());
        assertThat(count("""
                        select count(*) n from polls.ballots
                        where token = substr(encode(sha256(convert_to(' token-' || choices[1], 'UTF8')), 'hex'), 1, 32)"""))
                .as("without the secret, the old name leads to no new one")
                .isZero();
    }

    @Test
    void whatWasVotedStandsInNoMessageAndNoTalkAndARepeatedMessageIsStillKnown() {
        completed(database.sql("truncate inbox.arrivals").then());
        opened();
        votes("r17", "投2");
        says("r17", "我家灯坏了");
        assertThat(count("select count(*) n from inbox.arrivals where message::text like '%投2%'"))
                .isZero();
        assertThat(count("select count(*) n from dialogue.conversations where state::text like '%投2%'"))
                .isZero();
        assertThat(count("select count(*) n from inbox.arrivals where message::text like '%我家灯坏了%'"))
                .isPositive();
        assertThat(count("select count(*) n from inbox.arrivals where message::text like '%＊%' and state = 'done'"))
                .isEqualTo(2);
    }

    /// One that marks too much, one for a vote that is not open, one for what is no choice, and one said among
    /// neighbours.
    @ParameterizedTest
    @CsvSource({"投2和3, poll-fault,", "投2 #9, poll-none,", "投9 #1, poll-fault,", "我投2 #1, poll-in-private, b3"})
    void whatWasRefusedStandsNowhereEither(String words, String told, @Nullable String group) {
        completed(database.sql("truncate inbox.arrivals").then());
        opened();
        says("r17", words, group);

        assertThat(letters(told)).isPositive();
        assertThat(count("select count(*) n from inbox.arrivals where message::text like '%投%'"))
                .isZero();
        assertThat(count("select count(*) n from inbox.arrivals where message::text like '%＊%' and state = 'done'"))
                .isEqualTo(1);
        assertThat(count("select count(*) n from dialogue.conversations where state::text like '%投%'"))
                .isZero();
    }

    private Poll opened() {
        var paper = new Paper(
                BallotKind.ONE, List.of(new Choice(1, "香樟"), new Choice(2, "银杏"), new Choice(3, "桂花")), 1, null);
        var settings =
                new Settings(Utility.COST, Completion.NONE, Settings.Start.FLOOR, false, false, 1, TieOrder.USUAL);
        var question = new OpenPoll.Question(
                SignedInAs.LM,
                "chen",
                "院子里种什么树",
                paper,
                new Electorate(Voice.PERSON, "s1", "b3", true),
                false,
                Duration.ofHours(1),
                new Declared("lm-secret-1", Level.BALLOTS, Rule.GREEDY, settings));
        var register = residents().stream().map(it -> new Voter(it, "", "")).toList();
        return result(open.open(UUID.randomUUID(), question, register));
    }

    private List<String> residents() {
        return results(database.sql("select distinct 'resident:' || resident r from community.identities order by 1")
                .map(row -> Columns.text(row, "r"))
                .all());
    }

    private Log log(Poll poll) {
        return result(logs.of(poll.community(), poll.id()));
    }

    /// And told to groups, at any hour: the first and the last.
    private int signed() {
        int signed = ran("sign-heads");
        ran("tell-heads");
        return signed;
    }

    private String receipt() {
        var found = CODE.matcher(told("poll-taken"));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
