package org.linli.cases.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.DemoCommunity;
import org.linli.LinliTest;
import org.linli.cases.Act;
import org.linli.cases.ActOnCase;
import org.linli.cases.CasesInNumbers;
import org.linli.cases.FindCases;
import org.linli.cases.Neighbour;
import org.linli.cases.Report;
import org.linli.cases.ReportCase;
import org.linli.cases.Sight;
import org.linli.cases.Who;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.ImportCommunity;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

@LinliTest
class AskByOtherWaysTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final Address CLOSED = Address.parse("wechat:lm:person:closed-window");

    @Autowired
    ImportCommunity imports;

    @Autowired
    Communities communities;

    @Autowired
    ReportCase reportCase;

    @Autowired
    ActOnCase acts;

    @Autowired
    AskByOtherWays job;

    @Autowired
    FindCases find;

    @Autowired
    FindVerdicts verdicts;

    @Autowired
    CasesInNumbers numbers;

    @Autowired
    Effects effects;

    @Autowired
    DatabaseClient database;

    @Autowired
    Clock clock;

    @BeforeEach
    void aCommunityWithoutCases() {
        DemoCommunity.isThere(imports);
        DemoCommunity.hasNoCases(database, "cases.clocks", "cases.verdicts");
    }

    @Test
    void whomTheQuestionDoesNotReachIsAskedWhereTheyAreReached() {
        var number = resolved(new Neighbour("r18", CLOSED, null, CLOSED));
        become("held", number);

        round();

        assertThat(told(number)).containsExactlyInAnyOrder(CLOSED.text(), "webchat:lm:person:r18");
        assertThat(outcome(number)).isEmpty();
        become("sent", number);
        later(Duration.ofMinutes(20));
        round();
        assertThat(outcome(number)).isEqualTo("ASKED");
    }

    @Test
    void whomNoChannelReachesIsMarkedAndCountedAsNotAsked() {
        var number = resolved(new Neighbour(null, CLOSED, null, CLOSED));
        become("failed", number);

        round();

        assertThat(outcome(number)).isEqualTo("NOT_ASKED");
        var it = Objects.requireNonNull(find.file(LM, number).block()).it();
        assertThat(verdicts.notAsked(it).block()).isOne();
        var counted = numbers.opened(LM, Instant.EPOCH, clock.instant().plusSeconds(60))
                .collectList()
                .block();
        assertThat(counted)
                .singleElement()
                .extracting(CasesInNumbers.Counted::notAsked)
                .isEqualTo(1L);
    }

    @Test
    void whatOnlyWaitsItsTurnIsNotGivenUp() {
        var number = resolved(new Neighbour("r18", CLOSED, null, CLOSED));

        round();

        assertThat(outcome(number)).isEmpty();
        assertThat(told(number)).containsExactly(CLOSED.text());
    }

    private String resolved(Neighbour who) {
        var map = Objects.requireNonNull(communities.map(LM).block());
        var report = new Report(
                LM,
                UUID.randomUUID().toString(),
                "report.power",
                map.place("b3").orElseThrow(),
                "",
                "走廊灯坏了",
                List.of(),
                who,
                clock.instant());
        var answer = Objects.requireNonNull(reportCase.report(report).block());
        effects.commit(answer.effects()).block();
        String number = Objects.requireNonNull(answer.facts().get("number"));
        acts.act(
                        new Sight(LM, true, "desk", Set.of()),
                        number,
                        1,
                        Who.staff("qian", "钱永福"),
                        new Act.Resolve("换了灯", List.of()),
                        number + "/done")
                .block();
        later(Duration.ofMinutes(2));
        return number;
    }

    private void become(String state, String number) {
        database.sql("""
                        update outbox.letters set state = $1 where template = 'case-resolved' and facts ->> 'number' = $2""").bind(0, state).bind(1, number).then().block();
    }

    private void later(Duration passed) {
        database.sql("update cases.verdicts set asked_at = asked_at - make_interval(secs => $1)")
                .bind(0, (double) passed.toSeconds())
                .then()
                .block();
    }

    private void round() {
        job.round().block(Duration.ofSeconds(20));
    }

    private List<String> told(String number) {
        return Objects.requireNonNull(database.sql("""
                        select address from outbox.letters where template = 'case-resolved' and facts ->> 'number' = $1""")
                .bind(0, number)
                .mapValue(String.class)
                .all()
                .collectList()
                .block());
    }

    private String outcome(String number) {
        return Objects.requireNonNull(database.sql("select coalesce(outcome, '') from cases.verdicts where number = $1")
                .bind(0, number)
                .mapValue(String.class)
                .one()
                .block());
    }
}
