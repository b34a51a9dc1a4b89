package org.linli.polls.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.cases.web.SignedInAs;
import org.linli.polls.CastBallot;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.Tickets;
import org.linli.polls.ballots.Marks;
import org.linli.polls.paper.EnterPaper;
import org.linli.polls.rounds.Conditions;
import org.linli.polls.rounds.HeldRounds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Ballots of one source in a vote of the demo.
@TestPropertySource(
        properties = {
            "linli.polls.bursts.address=3",
            "linli.polls.bursts.device=1000",
            "linli.polls.bursts.household=3",
            "linli.polls.bursts.person=2"
        })
class WatchBurstsTest extends HeldRounds {

    @Autowired
    FindPolls polls;

    @Autowired
    CastBallot cast;

    @Autowired
    EnterPaper papers;

    @Autowired
    Tickets tickets;

    @BeforeEach
    void nothingWasSeen() {
        completed(database.sql("delete from polls.traces").then());
    }

    @Test
    void threeVotersFromOneAddressAreToldToTheCommitteeOnceAndAllAreCounted() {
        var poll = voting();
        votesOnItsPage(poll, "r01");
        votesOnItsPage(poll, "r02");
        votesOnItsPage(poll, "r02");
        assertThat(ran("watch-bursts")).as("two voters").isZero();
        votesOnItsPage(poll, "r04");

        assertThat(ran("watch-bursts")).isEqualTo(1);
        assertThat(ran("watch-bursts")).as("told once").isZero();
        assertThat(ballots()).as("no vote is refused").isEqualTo(3);
        assertThat(told("poll-burst")).contains("\"source\":\"ADDRESS\"", "\"voters\":\"3\"");
        assertThat(staff("chen").page("/desk/polls/1/oversight"))
                .contains("10 分钟里有 3 位从同一个网络地址投票")
                .doesNotContain("??");
    }

    @Test
    void noAddressAndNoVoterStandsInWhatIsKeptAndItIsGoneAfterAnHour() {
        var poll = voting();
        votesOnItsPage(poll, "r01");
        assertThat(count("select count(*) n from polls.traces"))
                .as("an address, a browser, a home")
                .isEqualTo(3);
        assertThat(count("select count(*) n from polls.traces t where t::text ~ '127[.]0|::1|localhost|r01'"))
                .isZero();
        assertThat(count("""
                        select count(*) n from polls.traces t join polls.ballots b on b.token in (t.voter, t.source)""")).as("nor leads it to the ballot").isZero();

        assertThat(count("select count(*) n from polls.traces where at <> date_trunc('minute', at)"))
                .as("the minute alone")
                .isZero();

        completed(database.sql("update polls.traces set at = now() - interval '61 min'")
                .then());
        ran("watch-bursts");
        assertThat(count("select count(*) n from polls.traces")).isZero();
    }

    @Test
    void ofHomesOnlyAFlatIsOne() {
        var poll = voting();
        for (String who : List.of("r01", "r02", "r04")) {
            castFrom(poll, who, "b3");
        }
        assertThat(ran("watch-bursts")).as("a building is no flat").isZero();
        assertThat(count("select count(*) n from polls.traces where kind = 'HOUSEHOLD'"))
                .isZero();
        for (String who : List.of("r05", "r17", "r18")) {
            castFrom(poll, who, "b3-2-501");
        }
        assertThat(ran("watch-bursts")).isEqualTo(1);
        assertThat(told("poll-burst")).contains("\"source\":\"HOUSEHOLD\"").doesNotContain("\"who\":\"\"");
    }

    @Test
    void whoeverEntersManyPapersIsNamed() {
        var poll = voting();
        var staff = result(communities.map(SignedInAs.LM)).staff();
        for (String who : List.of("r01", "r02")) {
            var voter = new Voter("resident:" + who, "", "");
            result(papers.enter(staff.getFirst(), poll, voter, Marks.of(List.of(1))));
            result(papers.enter(staff.getLast(), poll, voter, Marks.of(List.of(1))));
        }
        assertThat(ran("watch-bursts")).isEqualTo(1);
        assertThat(told("poll-burst"))
                .contains(
                        "\"source\":\"PERSON\"", "\"who\":\"" + staff.getLast().name());
    }

    private Poll voting() {
        var round = voting(new Conditions(Voice.PERSON, 1));
        return result(polls.one(round.community(), round.id()));
    }

    private void castFrom(Poll poll, String who, String place) {
        result(cast.cast(poll, new Voter("resident:" + who, place, ""), Marks.of(List.of(1)), "send " + who));
    }

    private void votesOnItsPage(Poll poll, String who) {
        says(who, "我要投票");
        String path =
                result(tickets.of(poll, new Voter("resident:" + who, "", ""))).path();
        assertThat(fills(path, path, Map.of("choice", "1", "send", "send-of-" + who))
                        .getKey())
                .isEqualTo(3);
    }
}
