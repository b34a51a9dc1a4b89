package org.linli.polls.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.community.StaffPasswords;
import org.linli.platform.jobs.Job;
import org.linli.polls.CastBallot;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.FindPolls;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Marks;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.Settings.Start;
import org.linli.polls.counting.Utility;
import org.linli.polls.log.Level;
import org.linli.polls.published.VerifyLedger;
import org.linli.polls.rounds.FinePrint.Ties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/// What is published of a round in which many took part.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class CountedRoundTest {

    @Autowired
    WebTestClient web;

    @Autowired
    HoldRound hold;

    @Autowired
    LeadRound lead;

    @Autowired
    FindRounds rounds;

    @Autowired
    FindPolls polls;

    @Autowired
    CastBallot cast;

    @Autowired
    Communities communities;

    @Autowired
    List<Job> jobs;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void noRounds() {
        completed(database.sql("truncate polls.polls, polls.rounds, polls.proposals, polls.supports cascade")
                .then());
        completed(database.sql("delete from outbox.letters where template ~ '^(poll|round|proposal)-'")
                .then());
    }

    @Test
    void itsLedgerIsRightAndTellsNeitherWhoNorWhichReceiptIsWhose() {
        counted(Level.BALLOTS, 40);
        String ledger = page("/polls/lm/1/ledger");
        var verdict = verified(ledger);

        assertThat(verdict.ballots()).isEqualTo(40);
        assertThat(verdict.recounted()).isTrue();
        assertThat(verdict.ledger().winners()).containsExactly("1", "2");
        assertThat(verdict.ledger().openings()).isEmpty();
        assertThat(ledger).contains("1;1,2\n").doesNotContain("resident:", "voter-");
        assertThat(page("/polls/lm/1/log")).contains("在浏览器里核验").doesNotContain("??");
    }

    @Test
    void openingsOpenEachEntryWhereTheRoundHasDeclaredThem() {
        counted(Level.OPENINGS, 40);
        var verdict = verified(page("/polls/lm/1/ledger"));

        assertThat(verdict.ledger().openings()).hasSize(40);
        assertThat(verdict.recounted()).isTrue();
    }

    @Test
    void ofFewBallotsSumsAloneAndOfVeryFewNothing() {
        counted(Level.BALLOTS, 12);
        assertThat(page("/polls/lm/1/ledger")).doesNotContain("1;1,2\n");
        noRounds();
        counted(Level.BALLOTS, 4);
        web.get().uri("/polls/lm/1/ledger").exchange().expectStatus().isNotFound();
        assertThat(page("/polls/lm/round/1")).doesNotContain("为什么没入选");
    }

    @Test
    void whatAnObjectionHasChangedIsPublishedAnewWithoutWhatWasTakenOut() {
        var round = counted(Level.BALLOTS, 40);
        completed(database.sql("update polls.proposals set state = 'INFEASIBLE' where number = 1 and round = $1")
                .bind("$1", round.id())
                .then());
        completed(database.sql("update polls.results set winners = '{2}', counted_at = counted_at + interval '1 s'")
                .then());
        result(job("publish-rounds").round());

        var verdict = verified(page("/polls/lm/1/ledger"));
        assertThat(verdict.ledger().winners()).containsExactly("2");
        assertThat(verdict.recounted()).isTrue();
        assertThat(number(database, "select count(*) n from polls.ledgers")).isEqualTo(2);
    }

    @Test
    void whatJoinsVotersAndBallotsIsDestroyedAWeekAfterTheCountAndNeverWhilePeopleMayObject() {
        counted(Level.BALLOTS, 12);
        phase("HANDING_OVER");
        closedAgo("6 d 23 h");
        assertThat(destroyed()).as("a week has not passed").isZero();

        closedAgo("20 d");
        phase("PUBLICITY");
        assertThat(destroyed()).as("people may object").isZero();
        phase("VOTING");
        assertThat(destroyed()).as("people vote again").isZero();

        phase("HANDING_OVER");
        assertThat(destroyed()).isEqualTo(1);
        assertThat(number(database, "select count(*) n from polls.seals")).isZero();
        assertThat(number(database, "select count(*) n from polls.ballots")).isEqualTo(12);
        assertThat(destroyed()).isZero();
    }

    private void phase(String phase) {
        completed(database.sql("update polls.rounds set phase = $1")
                .bind("$1", phase)
                .then());
    }

    private void closedAgo(String time) {
        completed(database.sql(
                        "update polls.polls set closes_at = now() - $1::interval, opens_at = now() - interval '30 d'")
                .bind("$1", time)
                .then());
    }

    private int destroyed() {
        return Objects.requireNonNull(result(job("destroy-seals").round()));
    }

    @Test
    void losersAreToldWhyAndWhatOtherRulesWouldHaveChosen() {
        var round = counted(Level.BALLOTS, 40);
        assertThat(page("/polls/lm/round/1"))
                .contains("为什么没入选", "3号“大门”得10票，没有入选", "换一种规则会怎样", "顺序弗拉格门法", "各楼投票人数", "和别人的都不一样")
                .doesNotContain("??");
        result(job("explain-rounds").round());
        assertThat(number(database, "select count(*) n from polls.explanations where kind = 'LOSS'"))
                .isEqualTo(1);
        assertThat(result(rounds.one(round.community(), round.id())).phase()).isEqualTo(Phase.PUBLICITY);
    }

    @Test
    void whatIsOnTheNegativeListIsSaidAtTheReviewWithHowToMendIt() {
        SignedInAs.givePasswords(passwords, encoder);
        var round = voting(Level.BALLOTS);
        completed(database.sql("update polls.rounds set phase = 'REVIEW'").then());
        completed(database.sql("update polls.proposals set words = '在消防通道上搭停车棚' where number = 1 and round = $1")
                .bind("$1", round.id())
                .then());
        assertThat(new SignedInAs("chen", web).page("/desk/rounds/1"))
                .containsOnlyOnce("《消防法》第二十八条")
                .contains("换一个不挡消防车和逃生的位置")
                .doesNotContain("??");
    }

    /// Three of four put the lamp first and the gate last, the others the gate first; the bench is in between. Lamp and
    /// bench cost 9,000.
    @ParameterizedTest
    @EnumSource(
            value = Rule.class,
            names = {"BORDA", "COPELAND", "SCHULZE", "RANKED_PAIRS", "IRV", "STV"})
    void aRoundOfRankingsIsCountedByAnyRuleOfRankingsAndItsLedgerSaysSo(Rule rule) {
        var usual = FinePrint.usual(BallotKind.RANKED);
        var fine = new FinePrint(
                usual.utility(), usual.start(), false, false, 1, 0, rule == Rule.STV ? 2 : 0, Ties.VOTES_COST);
        var rules = new Rules(10_000, BallotKind.RANKED, 3, false, rule, Completion.NONE, "lot", Level.BALLOTS, fine);
        var round = counted(rules, 40, it -> Marks.of(it % 4 == 0 ? List.of(3, 1, 2) : List.of(2, 1, 3)));

        assertThat(result(rounds.one(round.community(), round.id())).rules()).isEqualTo(rules);
        var verdict = verified(page("/polls/lm/1/ledger"));
        assertThat(verdict.recounted()).isTrue();
        assertThat(verdict.ledger().winners()).containsExactly("2", "1");
        assertThat(page("/polls/lm/round/1"))
                .contains("先看谁票多，再看谁便宜，再抽签", "种子是“lot”", rule == Rule.STV ? "最多选 2 个" : "从第一名往下看")
                .contains("3号“大门”得40票，没有入选", "波达计数法")
                .doesNotContain("??");
    }

    @Test
    void whatIsDeclaredBesideTheRuleIsCountedByAndStandsInTheLedger() {
        var fine = new FinePrint(Utility.CARDINALITY, Start.FLOOR, false, false, 1, 41, 0, Ties.LOT);
        var rules = new Rules(
                10_000,
                BallotKind.SEVERAL,
                3,
                false,
                Rule.GREEDY_THRESHOLD,
                Completion.NONE,
                "lot",
                Level.BALLOTS,
                fine);
        counted(rules, 40, CountedRoundTest::marks);
        String ledger = page("/polls/lm/1/ledger");
        assertThat(ledger).contains("\nthreshold;41\n", "utility;cardinality", "tie;lot=lot");
        assertThat(verified(ledger).ledger().winners()).as("40 are too few").isEmpty();
        assertThat(page("/polls/lm/round/1"))
                .contains("不到 41 票", "每一元的票数", "没有达到最低得票数")
                .doesNotContain("??");
    }

    @Test
    void aRoundThatAProgramOfBeforeHasOpenedIsCountedAsUsual() {
        var round = voting(Level.BALLOTS);
        completed(database.sql("update polls.rounds set utility = default, start_with = default, ties = default, "
                        + "exhaustive = default, comparison = default, increment = default, threshold = default, "
                        + "seats = default")
                .then());
        assertThat(result(rounds.one(round.community(), round.id())).rules().fine())
                .isEqualTo(FinePrint.usual(BallotKind.SEVERAL));
    }

    private Round counted(Level level, int voters) {
        return counted(rules(level), voters, CountedRoundTest::marks);
    }

    private Round counted(Rules rules, int voters, IntFunction<Marks> marks) {
        var round = voting(rules);
        completed(database.sql("""
                        insert into polls.register (community_id, poll, voter, place, voted)
                        select 'lm', $1, 'voter-' || n, 'b3', false from generate_series(1, $2) n""").bind("$1", round.id()).bind("$2", voters).then());
        var poll = result(polls.one(round.community(), round.id()));
        results(Flux.range(1, voters)
                .flatMap(it -> cast.cast(poll, new Voter("voter-" + it, "b3", ""), marks.apply(it), "send-" + it), 8));
        completed(database.sql("update polls.polls set opens_at = now() - interval '2 h', closes_at = now()")
                .then());
        for (String job : List.of("close-polls", "sign-heads", "publish-rounds", "publish-rounds", "explain-rounds")) {
            result(job(job).round());
        }
        return round;
    }

    /// Everybody wants the first two, one in four the gate as well.
    private static Marks marks(int voter) {
        return Marks.of(voter % 4 == 0 ? List.of(1, 2, 3) : List.of(1, 2));
    }

    private static Rules rules(Level level) {
        return new Rules(10_000, BallotKind.SEVERAL, 3, false, Rule.EQUAL_SHARES, Completion.NONE, "lot", level);
    }

    private Round voting(Level level) {
        return voting(rules(level));
    }

    private Round voting(Rules rules) {
        var now = Instant.now();
        var dates = new Schedule(
                now,
                now.plus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(2)),
                now.plus(Duration.ofDays(3)),
                now.plus(Duration.ofDays(4)));
        var chen = result(communities.map(SignedInAs.LM)).staffMember("chen").orElseThrow();
        var round = result(hold.open(
                chen, new HoldRound.Declared(UUID.randomUUID(), "冬季微实事", "s1", rules, Voice.PERSON, 1, dates)));
        IntStream.rangeClosed(1, 3).forEach(it -> proposed(round, it));
        completed(database.sql("""
                        update polls.rounds set phase = 'REVIEW', opened_at = now() - interval '3 h', collect_from = now() - interval '3 h',
                          collect_until = now() - interval '2 h', vote_from = now() - interval '1 h'""").then());
        return Objects.requireNonNull(
                result(rounds.one(round.community(), round.id()).flatMap(lead::advance)));
    }

    private void proposed(Round round, int number) {
        completed(database.sql("""
                        insert into polls.proposals (community_id, round, number, title, words, place, proposer, told_at,
                          send, proposed_at, state, reason, cost, unit, version)
                        values ('lm', $1, $2, $3, $3, 'b3', 'resident:x', '', $4, now(), 'FEASIBLE', '', $5, '', 1)""")
                .bind("$1", round.id())
                .bind("$2", number)
                .bind("$3", List.of("长椅", "路灯", "大门").get(number - 1))
                .bind("$4", round.id() + number)
                .bind("$5", 3_000L * number)
                .then());
    }

    private static VerifyLedger.Verdict verified(String ledger) {
        return VerifyLedger.check(ledger.getBytes(StandardCharsets.UTF_8));
    }

    private Job job(String name) {
        return jobs.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    private String page(String path) {
        return Objects.requireNonNull(web.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
