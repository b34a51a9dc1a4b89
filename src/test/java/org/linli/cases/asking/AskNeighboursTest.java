package org.linli.cases.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
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
import org.linli.cases.FindCases;
import org.linli.cases.Neighbour;
import org.linli.cases.Report;
import org.linli.cases.ReportCase;
import org.linli.cases.Sight;
import org.linli.cases.State;
import org.linli.cases.Who;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.ImportCommunity;
import org.linli.dialogue.Answer;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

@LinliTest
class AskNeighboursTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final Who QIAN = Who.staff("qian", "钱永福");

    @Autowired
    ImportCommunity imports;

    @Autowired
    Communities communities;

    @Autowired
    ReportCase reportCase;

    @Autowired
    ActOnCase acts;

    @Autowired
    AskNeighbours ask;

    @Autowired
    HearNeighbours hear;

    @Autowired
    FindInquiries inquiries;

    @Autowired
    FindCases find;

    @Autowired
    Effects effects;

    @Autowired
    DatabaseClient database;

    @Autowired
    Clock clock;

    @BeforeEach
    void aCommunityWithoutCases() {
        DemoCommunity.isThere(imports);
        DemoCommunity.hasNoCases(database, "cases.clocks", "cases.inquiries", "cases.asked");
    }

    @Test
    void threeWhoLiveThereAreAskedOnce() {
        var number = resolved("report.power", "走廊灯坏了");

        round();
        round();

        assertThat(asked(number)).hasSize(3);
        assertThat(homes(number)).allMatch(home -> home.startsWith("b3"));
        assertThat(asked(number)).extracting(it -> it.who().resident()).doesNotContain("r18");
        assertThat(letters(number)).isEqualTo(3);
    }

    @Test
    void nobodyIsAskedAboutAQuarrel() {
        var number = resolved("report.dispute", "邻居吵架");

        round();

        assertThat(asked(number)).isEmpty();
        assertThat(letters(number)).isZero();
    }

    @Test
    void whatMostNeighboursDoNotBelieveGoesBack() {
        var number = resolved("report.power", "走廊灯坏了");
        round();
        var people = asked(number);

        commit(said(number, people.get(0), false));
        assertThat(state(number)).isEqualTo(State.RESOLVED);
        commit(said(number, people.get(1), false));

        assertThat(state(number)).isEqualTo(State.REOPENED);
        assertThat(said(number, people.get(2), false).effects()).isEmpty();
    }

    @Test
    void ofTwoWhoSayNoAtOnceTheSecondIsHeardAgainAndCounts() {
        var number = resolved("report.power", "走廊灯坏了");
        round();
        var people = asked(number);
        var one = said(number, people.get(0), false);
        var other = said(number, people.get(1), false);

        commit(one);
        effects.commit(other.effects()).as(StepVerifier::create).verifyError(Conflict.class);
        commit(said(number, people.get(1), false));

        assertThat(state(number)).isEqualTo(State.REOPENED);
    }

    @Test
    void whoWasNotAskedIsNotHeard() {
        var number = resolved("report.power", "走廊灯坏了");
        round();
        var stranger = Address.parse("webchat:lm:person:nobody");

        assertThat(hear.hear(LM, number, new Neighbour(null, stranger, null, stranger), false, "x")
                        .block())
                .isNull();
    }

    private String resolved(String label, String words) {
        var map = Objects.requireNonNull(communities.map(LM).block());
        var address = Address.parse("webchat:lm:person:r18");
        var report = new Report(
                LM,
                UUID.randomUUID().toString(),
                label,
                map.place("b3").orElseThrow(),
                "",
                words,
                List.of(),
                new Neighbour("r18", address, null, address),
                clock.instant());
        var answer = Objects.requireNonNull(reportCase.report(report).block());
        effects.commit(answer.effects()).block();
        String number = Objects.requireNonNull(answer.facts().get("number"));
        var everything = new Sight(LM, true, "desk", Set.of());
        var done = acts.act(everything, number, 1, QIAN, new Act.Resolve("换了", List.of()), number + "/done")
                .block();
        assertThat(done).isInstanceOf(ActOnCase.Result.Done.class);
        return number;
    }

    private void round() {
        ask.round().block(Duration.ofSeconds(20));
    }

    private List<Inquiry.Asked> asked(String number) {
        return Objects.requireNonNull(inquiries.latest(LM, number).block()).asked();
    }

    private Answer said(String number, Inquiry.Asked who, boolean fixed) {
        return Objects.requireNonNull(
                hear.hear(LM, number, who.who(), fixed, UUID.randomUUID().toString())
                        .block());
    }

    private void commit(Answer answer) {
        effects.commit(answer.effects()).block();
    }

    private State state(String number) {
        return Objects.requireNonNull(find.file(LM, number).block()).it().state();
    }

    private List<String> homes(String number) {
        return Objects.requireNonNull(database.sql("""
                        select r.home from cases.asked a
                        join community.residents r on r.community_id = a.community_id and r.id = a.resident
                        where a.number = $1""")
                .bind(0, number)
                .mapValue(String.class)
                .all()
                .collectList()
                .block());
    }

    private long letters(String number) {
        return Objects.requireNonNull(
                database.sql("""
                        select count(*) from outbox.letters
                        where template = 'case-neighbour-asked' and facts ->> 'number' = $1""").bind(0, number).mapValue(Long.class).one().block());
    }
}
