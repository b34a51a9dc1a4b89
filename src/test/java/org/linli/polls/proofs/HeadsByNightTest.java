package org.linli.polls.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.SettableClock;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.platform.database.Columns;
import org.linli.platform.database.Effects;
import org.linli.polls.CastBallot;
import org.linli.polls.Electorate;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.FindPolls;
import org.linli.polls.NeighboursVote;
import org.linli.polls.OpenPoll;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Marks;
import org.linli.polls.ballots.Paper;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.Settings;
import org.linli.polls.counting.TieOrder;
import org.linli.polls.counting.Utility;
import org.linli.polls.log.Level;
import org.linli.polls.logbook.Heads;
import org.linli.polls.logbook.Logbook;
import org.linli.polls.published.Declared;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

/// What is signed by night stands on the page at once, and wakes nobody.
class HeadsByNightTest extends NeighboursVote {

    private static final List<String> VOTERS = List.of("resident:a", "resident:b", "resident:c");

    @Autowired
    OpenPoll open;

    @Autowired
    CastBallot cast;

    /// Half past ten at night.
    private final SettableClock night = new SettableClock(Instant.parse("2026-06-01T14:30:00Z"));

    private SignHeads sign;
    private TellHeads tell;
    private Poll vote;

    @BeforeEach
    void aVoteIsOpenedByNight(
            @Autowired Logbook logs,
            @Autowired Heads heads,
            @Autowired FindPolls polls,
            @Autowired Communities communities,
            @Autowired PollLetters letters,
            @Autowired Effects effects) {
        sign = new SignHeads(database, logs, heads, night);
        tell = new TellHeads(database, heads, polls, communities, letters, effects, night);
        vote = opened("lm-night-1");
        assertThat(result(sign.round())).isEqualTo(1);
        assertThat(result(tell.round()))
                .as("groups hear of the first at any hour")
                .isEqualTo(1);
        assertThat(told("poll-head")).contains("\"first\":\"yes\"", "\"over\":\"no\"", "\"states\":\"1\"");
    }

    @Test
    void headsAreSignedEveryHourOfTheNightAndToldTogetherInTheMorning() {
        votes(0);
        passesTo(Duration.ofMinutes(59), 0, 0);
        passesTo(Duration.ofMinutes(1), 1, 0);
        votes(1);
        passesTo(Duration.ofHours(1), 1, 0);
        passesTo(Duration.ofHours(7), 0, 0);
        assertThat(page("/polls/lm/1/log")).contains("存证 3 份");
        assertThat(letters("poll-head")).isEqualTo(1);

        passesTo(Duration.ofMinutes(30), 0, 1);
        assertThat(letters("poll-head")).isEqualTo(2);
        assertThat(told("poll-head"))
                .contains(
                        "\"states\":\"2\"",
                        "\"first\":\"no\"",
                        "\"size\":\"3\"",
                        "lm-night-1\\n2\\n",
                        "lm-night-1\\n3\\n");
        passesTo(Duration.ofMinutes(1), 0, 0);

        votes(2);
        passesTo(Duration.ofHours(1), 1, 1);
        assertThat(told("poll-head")).contains("\"states\":\"1\"", "\"size\":\"4\"");
    }

    @Test
    void atClosingGroupsAreToldByNightTooAlsoIfNothingIsNew() {
        votes(0);
        passesTo(Duration.ofHours(1), 1, 0);
        closes();
        passesTo(Duration.ofMinutes(1), 0, 1);
        assertThat(told("poll-head")).contains("\"over\":\"yes\"", "\"size\":\"2\"");
        passesTo(Duration.ofMinutes(1), 0, 0);
        passesTo(Duration.ofHours(12), 0, 0);
        assertThat(letters("poll-head")).isEqualTo(2);
    }

    @Test
    void atClosingTheLastStateIsSignedBeforeAnybodyIsTold() {
        votes(0);
        night.pass(Duration.ofHours(14));
        assertThat(result(sign.round())).isEqualTo(1);
        votes(1);
        closes();
        assertThat(result(tell.round())).as("though it is day").isZero();
        passesTo(Duration.ofMinutes(1), 1, 1);
        assertThat(told("poll-head")).contains("\"over\":\"yes\"", "\"states\":\"2\"", "\"size\":\"3\"");
    }

    @Test
    void whatIsToldByTwoReplicasIsToldOnce() {
        votes(0);
        passesTo(Duration.ofHours(1), 1, 0);
        closes();

        assertThat(results(Flux.merge(tell.round(), tell.round())).stream()
                        .mapToInt(it -> it)
                        .sum())
                .isEqualTo(1);
        assertThat(letters("poll-head")).isEqualTo(2);
    }

    @Test
    void whoeverWatchesByProgramReadsAllSignedHeads() {
        votes(0);
        passesTo(Duration.ofHours(1), 1, 0);
        assertThat(page("/polls/lm/1/heads.txt")).isEqualTo(String.join("\n", notes()));
    }

    @Test
    void aLogThatCannotBeToldOfKeepsNoOtherWaiting() {
        opened("lm-night-2");
        assertThat(result(sign.round())).isEqualTo(1);
        completed(database.sql("create function polls.refuse() returns trigger language plpgsql as "
                        + "$$ begin raise exception 'refused' using errcode = 'check_violation'; end $$")
                .then());
        completed(database.sql("create trigger refuse before update on polls.logs for each row "
                        + "when (old.check_key like 'lm-night-1%') execute function polls.refuse()")
                .then());
        closes();
        try {
            assertThat(result(tell.round())).isEqualTo(1);
            assertThat(count("select count(*) n from polls.logs where closing_told_at is null"))
                    .as("tried again")
                    .isEqualTo(1);
        } finally {
            completed(database.sql("drop function polls.refuse cascade").then());
        }
    }

    /// It names neither column, and has told groups when it signed.
    @Test
    void whatAProgramOfBeforeHasSignedItHasToldOf() {
        night.pass(Duration.ofHours(14));
        votes(0);
        assertThat(result(sign.round())).isEqualTo(1);
        toldByAProgramOfBefore();
        assertThat(result(tell.round())).isZero();

        closes();
        assertThat(result(tell.round())).as("but not of the end").isEqualTo(1);
        assertThat(told("poll-head")).contains("\"over\":\"yes\"", "\"states\":\"1\"");
    }

    @Test
    void whatAProgramOfBeforeHasToldOfTheEndIsToldOnce() {
        votes(0);
        completed(database.sql("update polls.polls set is_open = false, opens_at = $1, closes_at = $2")
                .bind("$1", night.instant().minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .bind("$2", night.instant().atOffset(ZoneOffset.UTC))
                .then());
        assertThat(result(sign.round())).isEqualTo(1);
        toldByAProgramOfBefore();
        assertThat(result(tell.round())).isZero();
        assertThat(letters("poll-head")).isEqualTo(1);
    }

    private void toldByAProgramOfBefore() {
        completed(database.sql("update polls.heads set told_at = default where told_at is null")
                .then());
    }

    private List<String> notes() {
        return results(database.sql("""
                        select split_part(l.check_key, '+', 1) || E'\\n' || h.size || E'\\n' || h.root || E'\\n' || h.remark
                          || E'\\n\\n— ' || split_part(l.check_key, '+', 1) || ' ' || h.signature || E'\\n' as note
                        from polls.heads h join polls.logs l using (community_id, poll) order by h.size""").map(row -> Columns.text(row, "note")).all());
    }

    private void passesTo(Duration time, int signed, int told) {
        night.pass(time);
        assertThat(result(sign.round())).as("signed").isEqualTo(signed);
        assertThat(result(tell.round())).as("told").isEqualTo(told);
    }

    private void votes(int voter) {
        result(cast.cast(vote, new Voter(VOTERS.get(voter), "", ""), Marks.of(List.of(1)), "send " + voter));
    }

    private void closes() {
        completed(database.sql("update polls.polls set is_open = false").then());
    }

    private Poll opened(String log) {
        var paper = new Paper(BallotKind.ONE, List.of(new Choice(1, "香樟"), new Choice(2, "银杏")), 1, null);
        var settings =
                new Settings(Utility.COST, Completion.NONE, Settings.Start.FLOOR, false, false, 1, TieOrder.USUAL);
        var question = new OpenPoll.Question(
                SignedInAs.LM,
                "chen",
                "院子里种什么树",
                paper,
                new Electorate(Voice.PERSON, "s1", "b3", true),
                false,
                Duration.ofDays(1),
                new Declared(log, Level.BALLOTS, Rule.GREEDY, settings));
        return result(open.open(
                UUID.randomUUID(),
                question,
                VOTERS.stream().map(it -> new Voter(it, "", "")).toList()));
    }
}
