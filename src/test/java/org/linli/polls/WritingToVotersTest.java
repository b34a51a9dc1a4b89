package org.linli.polls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.SettableClock;
import org.linli.cases.web.SignedInAs;
import org.linli.platform.audit.NoteChange;
import org.linli.platform.database.Columns;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Paper;
import org.springframework.beans.factory.annotation.Autowired;

/// Who is written to about a vote, and that one who cannot be written to keeps no other waiting.
class WritingToVotersTest extends NeighboursVote {

    private static final String HOME = "b3-2-301";

    @Autowired
    NoteChange note;

    @Autowired
    OpenPoll open;

    @Autowired
    WriteToVoters voters;

    @AfterEach
    void everybodyIsAsBefore() {
        write("delete from community.identities where address like '!%' or address like '%-too'");
        write("delete from community.residents where id = 'flatmate'");
        write("delete from community.tags where tag = '夜班'");
        write("drop function if exists polls.refuse cascade");
    }

    @Test
    void aVoteThatFailsKeepsNoOtherFromBeingToldOf() {
        breaks(privately("r13", "r14"));
        privately("r17", "r18");

        assertThat(ran("tell-audience")).isEqualTo(1);
        assertThat(count("select count(*) n from polls.polls where told_at is null and number = 1"))
                .as("tried again")
                .isEqualTo(1);
        assertThat(letters("poll-asked")).isEqualTo(4);
        assertThat(ran("tell-audience")).isZero();
        assertThat(letters("poll-asked")).as("each once").isEqualTo(4);
    }

    @Test
    void aVoteThatFailsKeepsNoOtherFromItsReminder() {
        var first = privately("r13", "r14");
        privately("r17", "r18");
        lasts("3 d", "20 h");
        breaks(first);

        assertThat(ran("remind-voters")).isEqualTo(1);
        assertThat(count("select count(*) n from polls.polls where reminded_at is not null"))
                .isEqualTo(1);
        assertThat(letters("poll-remind")).as("the other alone").isEqualTo(2);
    }

    @Test
    void aVoteThatCannotBeCountedKeepsNoOtherFromItsResult() {
        var first = opened(new Electorate(Voice.PERSON, "b3", "b3", false), List.of());
        opened(new Electorate(Voice.PERSON, "b3", "b3", false), List.of());
        lasts("3 d", "-1 s");
        breaks(first);

        assertThat(ran("close-polls")).isEqualTo(1);
        assertThat(letters("poll-closed")).isEqualTo(1);
        assertThat(count("select count(*) n from polls.polls where not is_counted"))
                .as("tried again")
                .isEqualTo(1);
    }

    @Test
    void aResultThatCannotBeToldKeepsNoOtherWaiting() {
        var first = privately("r13", "r14");
        privately("r17", "r18");
        lasts("3 d", "-1 s");
        write("update polls.polls set is_open = false, is_counted = true");
        breaks(first);

        assertThat(ran("tell-audience-result")).isEqualTo(1);
        assertThat(letters("poll-asked-result")).isEqualTo(4);
    }

    @Test
    void aVoterWhoCannotBeWrittenToKeepsNoOtherWaiting() {
        privately("r01", "r13", "r14");
        write("insert into community.identities (community_id, address, resident) values ('lm', '!broken', 'r01')");
        assertThat(ran("tell-audience")).as("it is not done").isZero();
        assertThat(letters("poll-asked")).isEqualTo(2);

        write("delete from community.identities where address = '!broken'");
        assertThat(ran("tell-audience")).isEqualTo(1);
        assertThat(letters("poll-asked")).as("each once").isEqualTo(3);
    }

    @Test
    void nobodyIsRemindedTwiceWithinADayWhateverTheClockShows() {
        var poll = privately("r13", "r14");
        var night = new SettableClock(poll.opensAt());
        var remind = new RemindVoters(voters, note, database, night);
        var lasting = new Poll(
                poll.community(),
                poll.id(),
                poll.number(),
                poll.question(),
                poll.paper(),
                poll.electorate(),
                poll.live(),
                poll.askedBy(),
                poll.opensAt(),
                poll.opensAt().plus(Duration.ofDays(9)),
                true);
        write("insert into community.identities (community_id, address, resident) values ('lm', '!broken', 'r13')");
        assertThatThrownBy(() -> result(remind.remind(lasting))).isInstanceOf(RuntimeException.class);
        assertThat(letters("poll-remind")).isEqualTo(1);
        write("delete from community.identities where address = '!broken'");

        night.pass(Duration.ofHours(23));
        assertThat(result(remind.remind(lasting))).isEqualTo(2);
        assertThat(letters("poll-remind")).as("another date, the same reminder").isEqualTo(2);
        night.pass(Duration.ofHours(2));
        result(remind.remind(lasting));
        result(remind.remind(lasting));
        assertThat(letters("poll-remind")).as("a new one").isEqualTo(4);
    }

    @Test
    void ofAHouseholdWhoeverWasChosenIsWrittenToAndNobodyElse() {
        write("insert into community.residents (community_id, id, home, verified) values ('lm', 'flatmate', '" + HOME
                + "', true)");
        write("insert into community.identities (community_id, address, resident) "
                + "values ('lm', 'webchat:lm:person:flatmate-too', 'flatmate')");
        write("insert into community.tags (community_id, resident, tag) values ('lm', 'r17', '夜班')");
        staff("chen")
                .post(
                        "/desk/polls",
                        Map.of(
                                "words",
                                "夜里几点关灯",
                                "kind",
                                "ONE",
                                "choices",
                                "十点\n十一点",
                                "voice",
                                "HOUSEHOLD",
                                "where",
                                "place:b3",
                                "tag",
                                "夜班",
                                "hours",
                                "24",
                                "most",
                                "1",
                                "live",
                                "true"))
                .expectStatus()
                .is3xxRedirection();

        assertThat(ran("tell-audience")).isEqualTo(1);
        assertThat(results(database.sql("select address from outbox.letters where template = 'poll-asked'")
                        .map(row -> Columns.text(row, "address"))
                        .all()))
                .isNotEmpty()
                .allMatch(it -> !it.contains("flatmate"));
        assertThat(count("select count(*) n from polls.register where voter = 'home:" + HOME + "'"))
                .isEqualTo(1);
    }

    private Poll privately(String... residents) {
        return opened(
                Electorate.audience(Voice.PERSON, "s1"),
                List.of(residents).stream()
                        .map(it -> new Voter("resident:" + it, "s1", ""))
                        .toList());
    }

    private Poll opened(Electorate who, List<Voter> register) {
        var paper = new Paper(BallotKind.ONE, List.of(new Choice(1, "香樟"), new Choice(2, "银杏")), 1, null);
        var question = new OpenPoll.Question(SignedInAs.LM, "chen", "院子里种什么树", paper, who, true, Duration.ofHours(1));
        return result(open.open(UUID.randomUUID(), question, register));
    }

    /// Nothing of it can be changed any more.
    private void breaks(Poll poll) {
        write("create function polls.refuse() returns trigger language plpgsql as "
                + "$$ begin raise exception 'refused' using errcode = 'check_violation'; end $$");
        write("create trigger refuse before update on polls.polls for each row when (old.id = '%s') "
                        .formatted(poll.id())
                + "execute function polls.refuse()");
    }

    private void lasts(String since, String until) {
        write("update polls.polls set opens_at = now() + interval '%2$s' - interval '%1$s', ".formatted(since, until)
                + "closes_at = now() + interval '%s'".formatted(until));
    }

    private void write(String sql) {
        completed(database.sql(sql).then());
    }
}
