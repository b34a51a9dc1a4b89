package org.linli.notices.repeating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.notices.Importance;
import org.linli.notices.Kind;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.notices.Period;
import org.linli.notices.Repeat;
import org.linli.notices.Wording;
import org.linli.notices.audience.FindAudience;
import org.linli.notices.audience.Reading;
import org.linli.notices.audience.SaveAudience;
import org.linli.notices.writing.Draft;
import org.linli.notices.writing.HandleNotices;
import org.linli.notices.writing.StopNotice;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Notices that come again, and whom they mean by then.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class RepeatNoticesTest {

    private static final CommunityId LM = new CommunityId("lm");

    @Autowired
    RepeatNotices repeat;

    @Autowired
    HandleNotices handle;

    @Autowired
    StopNotice stop;

    @Autowired
    Notices notices;

    @Autowired
    FindAudience audience;

    @Autowired
    SaveAudience save;

    @Autowired
    Communities communities;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void nothingWasSaid() {
        completed(database.sql("truncate notices.audiences, notices.notices cascade")
                .then());
        completed(database.sql("delete from outbox.letters where key like 'notice/%'")
                .then());
    }

    @Test
    void eachTimeIsANoticeOfItsOwnHoweverManyReplicasSeeIt() {
        sent();
        assertThat(result(repeat.round())).isZero();

        aWeekPasses();
        int again = result(Flux.range(0, 4).flatMap(_ -> repeat.round()).reduce(0, Integer::sum));

        assertThat(again).isEqualTo(1);
        assertThat(results(notices.list(LM, "", 0)))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.state()).isEqualTo(Notice.State.APPROVED));
        assertThat(number(database, "select count(*) as n from notices.spreads"))
                .isEqualTo(2);
        assertThat(result(repeat.round())).isZero();
    }

    @Test
    void whatIsStoppedDoesNotComeAgainAndTheLastTimeIsTheLast() {
        var stopped = sent();
        done(stop.stopRepeating(chen(), stopped));
        aWeekPasses();
        assertThat(result(repeat.round())).isZero();

        sent();
        aWeekPasses();
        assertThat(result(repeat.round())).isEqualTo(1);
        aWeekPasses();
        assertThat(result(repeat.round())).as("the last day is over").isZero();
    }

    @Test
    void anAudienceKeptUnderANameMeansWhoeverItIsByThen() {
        assertThat(keep("独居老人", "高龄 且 独居")).isEqualTo(SaveAudience.Result.SAVED);
        assertThat(keep("高龄", "3栋")).isEqualTo(SaveAudience.Result.TAKEN);
        assertThat(keep("空 格", "3栋")).isEqualTo(SaveAudience.Result.NO_NAME);
        assertThat(keep("错的", "火星")).isEqualTo(SaveAudience.Result.NOT_UNDERSTOOD);

        assertThat(people("3栋 且 独居老人")).isEqualTo(people("3栋 且 高龄 且 独居"));
        completed(save.letGo(chen(), "独居老人"));
        assertThat(result(audience.read(LM, "独居老人"))).isInstanceOf(Reading.NotUnderstood.class);
    }

    @Test
    void whoTookPartInAVoteIsChosenWithoutHowTheyVoted() {
        completed(database.sql("""
                        insert into polls.polls (community_id, id, number, question, kind, most, voice, place, in_group,
                          frozen, live, asked_by, opens_at, closes_at)
                        values ('lm', 'took', 77, '装不装充电桩', 'ONE', 1, 'PERSON', 'b3', '', false, true, 'chen',
                          now() - interval '1 day', now() + interval '1 day') on conflict do nothing""").then());
        completed(database.sql(
                        "insert into polls.choices (community_id, poll, number, name, cost) values ('lm', 'took', 1, '装', 0), ('lm', 'took', 2, '不装', 0)")
                .then());
        completed(database.sql("""
                        insert into polls.register (community_id, poll, voter, place, voted) values
                          ('lm', 'took', 'resident:r13', 'b3', true), ('lm', 'took', 'resident:r14', 'b3', false)
                        on conflict do nothing""").then());

        var whom = ((Reading.Understood) result(audience.read(LM, "参加过投票77"))).whom();
        var found = result(audience.of(LM, whom));
        assertThat(found.people()).isEqualTo(1);
        assertThat(found.some().getFirst().id()).isEqualTo("r13");
        assertThat(found.some().getFirst().why()).containsExactly("参加过投票77");
    }

    @AfterEach
    void nobodyVoted() {
        for (var from : List.of("register where poll", "choices where poll", "polls where id")) {
            completed(database.sql("delete from polls." + from + " = 'took'").then());
        }
    }

    private SaveAudience.Result keep(String name, String line) {
        return result(save.as(chen(), name, line));
    }

    private long people(String line) {
        var whom = ((Reading.Understood) result(audience.read(LM, line))).whom();
        return result(audience.count(LM, whom));
    }

    private void aWeekPasses() {
        completed(database.sql("""
                        update notices.repeats set first_at = first_at - interval '7 days',
                          next_at = next_at - interval '7 days'""").then());
        completed(database.sql("update notices.notices set repeat_until = repeat_until - 7, print = print || id")
                .then());
    }

    private Notice sent() {
        var now = Instant.now();
        var draft = new Draft(
                new Wording(Kind.ACTIVITY, Importance.ORDINARY, "义诊", "每周义诊 " + UUID.randomUUID()),
                "3栋",
                new Period(now, now.plus(Duration.ofHours(8))),
                null,
                new Repeat(Repeat.Every.WEEK, LocalDate.now().plusDays(9)));
        return done(handle.submit(chen(), done(handle.save(chen(), UUID.randomUUID(), draft))));
    }

    private static Notice done(Mono<HandleNotices.Result> step) {
        var found = result(step);
        assertThat(found).isInstanceOf(HandleNotices.Result.Done.class);
        return ((HandleNotices.Result.Done) found).after();
    }

    private StaffMember chen() {
        return result(communities.map(LM)).staffMember("chen").orElseThrow();
    }
}
