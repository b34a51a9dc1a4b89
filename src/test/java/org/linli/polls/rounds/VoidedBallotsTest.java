package org.linli.polls.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.linli.cases.web.SignedInAs;
import org.linli.community.StaffMember;
import org.linli.polls.CastBallot;
import org.linli.polls.CastBallot.Result;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.ballots.Marks;
import org.linli.polls.log.Entry;
import org.linli.polls.log.Entry.Kind;
import org.linli.polls.log.ReceiptCode;
import org.linli.polls.logbook.Log;
import org.linli.polls.logbook.Logbook;
import org.linli.polls.paper.EnterPaper;
import org.linli.polls.paper.EnterPaper.Entered;
import org.linli.polls.published.VerifyLedger;
import org.linli.polls.voiding.Annulment.Why;
import org.linli.polls.voiding.VoidBallot;
import org.linli.polls.voiding.VoidBallot.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Ballots that two people take out of the box.
class VoidedBallotsTest extends HeldRounds {

    private static final Marks FIRST = Marks.of(List.of(1));
    private static final String WAITING = "select count(*) n from pg_locks where not granted";
    private static final String REASON = "录到别的户上了";

    @Autowired
    FindPolls polls;

    @Autowired
    CastBallot cast;

    @Autowired
    EnterPaper papers;

    @Autowired
    VoidBallot voids;

    @Autowired
    Logbook logs;

    @Autowired
    TransactionalOperator transaction;

    @Test
    void aPaperThatWasEnteredWronglyIsTakenOutByTwoForAReasonAndEnteredAgain() {
        var round = voting(new Conditions(Voice.PERSON, 1));
        var poll = vote(round);
        assertThat(entered(poll, "r17")).isInstanceOf(Entered.Counted.class);
        var chen = staff("chen");
        var xu = staff("xu");

        assertThat(act(chen, "void", "resident:r17", "王芳的票 13800138000")).contains("有名字或者号码");
        assertThat(act(chen, "void", "resident:r18", REASON)).contains("没有选票在里面");
        assertThat(act(chen, "void", "resident:r17", " ")).contains("请写一句原因");
        assertThat(act(chen, "void", "resident:r17", REASON)).contains("还没有作废", "等另一位确认");
        assertThat(act(xu, "void", "resident:r17", REASON)).contains("已经有人提出");
        assertThat(decide(chen, "confirm")).contains("提出的人不能自己确认");
        assertThat(ballots()).as("one alone takes nothing out").isEqualTo(1);
        assertThat(decide(xu, "confirm")).contains("账本里加了一条", "已作废").doesNotContain("??");
        assertThat(decide(xu, "confirm")).contains("已经有人处理");

        assertThat(log(poll).entries()).extracting(Entry::kind).containsExactly(Kind.RULES, Kind.CAST, Kind.VOIDED);
        assertThat(log(poll).entries().getLast().reason()).isEqualTo(REASON);
        assertThat(count("select count(*) n from polls.entries where kind = 'VOIDED_FOR'"))
                .as("a program that knows no reasons fails")
                .isEqualTo(1);
        assertThat(told("poll-voided")).contains(REASON, "\"anew\":\"yes\"", "\"public\":\"no\"");
        assertThat(count("select count(*) n from polls.register where voter = 'resident:r17' and ticket is not null"))
                .as("the link opens a ballot")
                .isEqualTo(1);
        assertTheNumbersAgree(poll);

        assertThat(entered(poll, "r17")).isInstanceOf(Entered.Counted.class);
        assertThat(log(poll).entries())
                .as("the same paper is another entry")
                .doesNotHaveDuplicates()
                .extracting(Entry::kind)
                .containsExactly(Kind.RULES, Kind.CAST, Kind.VOIDED, Kind.CAST);
        assertTheNumbersAgree(poll);
        assertThat(ballots()).isEqualTo(1);
    }

    @Test
    void whoeverHasTheReceiptReadsThatItWasVoidedAndWhy() {
        var poll = vote(voting(new Conditions(Voice.PERSON, 1)));
        votes("r17", "投2");
        var code = ReceiptCode.of(log(poll).entries().getLast().what());
        voided(poll, "resident:r17", Why.WRONG_PAPER);

        says("r01", "查票 " + code);
        assertThat(told("receipt-checked")).contains("\"kind\":\"VOIDED\"", REASON, "\"holds\":\"yes\"");
        assertThat(page("/polls/lm/1/log?code=" + code))
                .contains("作废的原因：" + REASON, "作废 1 张", "第 3 条：" + REASON)
                .doesNotContain("??");
        assertThat(page("/polls/lm/1/log.txt"))
                .contains("voided;" + log(poll).entries().get(1).what().hex() + ";" + REASON);
    }

    @Test
    void whatWasTakenOutDoesNotComeBackBySendingItAgain() {
        var poll = vote(voting(new Conditions(Voice.PERSON, 1)));
        var voter = new Voter("resident:r17", "", "");
        result(cast.cast(poll, voter, FIRST, "first"));
        result(cast.cast(poll, voter, FIRST, "second"));
        voided(poll, voter.id(), Why.WRONG_PAPER);

        for (String again : List.of("first", "second")) {
            assertThat(result(cast.cast(poll, voter, FIRST, again))).isInstanceOf(Result.Voided.class);
            assertTheNumbersAgree(poll);
            assertThat(ballots()).isZero();
        }
        result(cast.cast(poll, voter, FIRST, "third"));
        assertTheNumbersAgree(poll);
        assertThat(ballots()).isEqualTo(1);
    }

    @Test
    void aBallotThatItsVoterHasCastAnewStaysInTheBox() {
        var poll = vote(voting(new Conditions(Voice.PERSON, 1)));
        var voter = new Voter("resident:r17", "", "");
        result(cast.cast(poll, voter, FIRST, "wrong"));
        var members = members();
        assertThat(result(voids.ask(members.getFirst(), poll, voter, Why.WRONG_PAPER, REASON)))
                .isEqualTo(Answer.ASKED);
        result(cast.cast(poll, voter, FIRST, "mine"));

        assertThat(result(voids.confirm(members.getLast(), poll, 1))).isEqualTo(Answer.CHANGED);
        assertThat(ballots()).isEqualTo(1);
        assertTheNumbersAgree(poll);
        assertThat(result(voids.leave(members.getFirst(), poll, 1))).isEqualTo(Answer.LEFT);
        voided(poll, voter.id(), Why.WRONG_PAPER);
        assertThat(ballots()).as("asked anew").isZero();
    }

    /// The other replica decides first, and commits when this one waits for it.
    @Test
    void aBallotThatSomebodyElseLeavesAtTheSameMomentStays() {
        var poll = vote(voting(new Conditions(Voice.PERSON, 1)));
        var voter = new Voter("resident:r17", "", "");
        result(cast.cast(poll, voter, FIRST, "one"));
        var members = members();
        result(voids.ask(members.getFirst(), poll, voter, Why.WRONG_PAPER, REASON));

        long waiting = count(WAITING);
        var answer = result(transaction
                .transactional(database.sql("update polls.voids set state = 'LEFT', decided_by = 'other'")
                        .then()
                        .then(Mono.fromCallable(
                                () -> voids.confirm(members.getLast(), poll, 1).toFuture()))
                        .delayUntil(_ -> waits(waiting)))
                .flatMap(Mono::fromFuture));

        assertThat(answer).isEqualTo(Answer.CHANGED);
        assertThat(ballots()).isEqualTo(1);
        assertTheNumbersAgree(poll);
    }

    private Mono<Long> waits(long before) {
        return Mono.fromCallable(() -> count(WAITING))
                .subscribeOn(Schedulers.boundedElastic())
                .filter(now -> now > before)
                .repeatWhenEmpty(500, again -> again.delayElements(Duration.ofMillis(20)));
    }

    @Test
    void whoIsNotEntitledLeavesTheRegisterAndIsToldSo() {
        var poll = vote(voting(new Conditions(Voice.PERSON, 1)));
        votes("r17", "投2");
        long register = count("select count(*) n from polls.register");
        voided(poll, "resident:r17", Why.NOT_ENTITLED);

        assertThat(count("select count(*) n from polls.register")).isEqualTo(register - 1);
        assertTheNumbersAgree(poll);
        assertThat(told("poll-voided")).contains("\"why\":\"NOT_ENTITLED\"", "\"anew\":\"no\"");
        says("r17", "投1");
        assertThat(told("poll-not-registered")).contains("NOT_ENTITLED");
        assertThat(ballots()).isZero();
    }

    /// Whatever comes when: cast, cast again, sent again, taken out for either reason, by many at once.
    @Test
    void asManyEntriesStandAsThereAreBallotsAndVotersWhoVoted() {
        var poll = vote(voting(new Conditions(Voice.PERSON, 1)));
        var random = new Random(7);
        crowd(poll, 13);
        var members = members();
        for (int batch = 0; batch < 12; batch++) {
            results(Flux.range(0, 24).flatMap(_ -> anything(poll, random, members), 8));
            assertTheNumbersAgree(poll);
            result(cast.cast(poll, new Voter("voter-12", "b3", ""), FIRST, "batch-" + batch));
            voided(poll, "voter-12", Why.WRONG_PAPER);
            assertTheNumbersAgree(poll);
        }
        assertThat(log(poll).entries()).extracting(Entry::kind).contains(Kind.CAST, Kind.REPLACED, Kind.VOIDED);
    }

    private Mono<Object> anything(Poll poll, Random random, List<StaffMember> members) {
        var voter = new Voter("voter-" + random.nextInt(12), "b3", "");
        int number = 1 + random.nextInt(20);
        String send = "send-" + random.nextInt(9);
        return switch (random.nextInt(6)) {
            case 0 ->
                voids.ask(members.getFirst(), poll, voter, Why.WRONG_PAPER, REASON)
                        .cast(Object.class);
            case 1 -> voids.confirm(members.getLast(), poll, number).cast(Object.class);
            default -> cast.cast(poll, voter, FIRST, send).cast(Object.class);
        };
    }

    @Test
    void aResultThatIsPublicIsCountedAgainWithoutTheBallotAndSoIsTheLedger() {
        var round = voting(new Conditions(Voice.PERSON, 1));
        var poll = vote(round);
        crowd(poll, 40);
        results(Flux.range(0, 40)
                .flatMap(it -> cast.cast(poll, new Voter("voter-" + it, "b3", ""), FIRST, "send-" + it), 8));
        due("vote_until");
        counted();
        assertThat(verified().ballots()).isEqualTo(40);

        voided(result(polls.one(poll.community(), poll.id())), "voter-7", Why.NOT_ENTITLED);
        ran("publish-rounds");
        due("object_until");
        assertThat(now(round)).as("the result counts a ballot that is gone").isEqualTo(Phase.PUBLICITY);
        assertThat(verified().ballots()).as("nothing half done is published").isEqualTo(40);

        counted();
        assertThat(result(find.result(round)).ballots()).isEqualTo(39);
        assertThat(ran("count-voided")).as("counted again once").isZero();
        var verdict = verified();
        assertThat(verdict.ballots()).isEqualTo(39);
        assertThat(verdict.recounted()).isTrue();
        assertThat(verdict.ledger().entries().getLast().line()).endsWith(";" + REASON);
        assertThat(told("round-recounted")).contains("\"voided\":\"yes\"", REASON, "\"ballots\":\"39\"");
        assertThat(page("/polls/lm/round/1")).contains("作废一张选票之后重新计票").doesNotContain("??");
        assertTheNumbersAgree(poll);
        assertThat(now(round)).isEqualTo(Phase.HANDING_OVER);
        assertThat(result(
                        voids.ask(members().getFirst(), poll, new Voter("voter-8", "", ""), Why.NOT_ENTITLED, REASON)))
                .as("nothing is counted again any more")
                .isEqualTo(Answer.CLOSED);
    }

    /// Clocks are read before the lock, so the one that was taken out later may have been decided earlier.
    @Test
    void twoThatAreTakenOutInTheOrderOfNoClockAreBothCountedAgain() {
        var round = voting(new Conditions(Voice.PERSON, 1));
        var poll = vote(round);
        crowd(poll, 4);
        results(Flux.range(0, 4)
                .flatMap(it -> cast.cast(poll, new Voter("voter-" + it, "b3", ""), FIRST, "send-" + it), 8));
        due("vote_until");
        ran("close-polls");
        var counted = vote(round);

        voided(counted, "voter-1", Why.NOT_ENTITLED);
        assertThat(ran("count-voided")).isEqualTo(1);
        completed(database.sql("update polls.voids set decided_at = decided_at + interval '1 h'")
                .then());
        voided(counted, "voter-2", Why.NOT_ENTITLED);
        assertThat(ran("count-voided")).isEqualTo(1);
        assertThat(ran("count-voided")).isZero();
        assertThat(result(find.result(round)).ballots()).isEqualTo(2);
    }

    @Test
    void whoseBallotItWasIsForgottenWithTheSecretAndTheReasonStays() {
        var poll = vote(voting(new Conditions(Voice.PERSON, 1)));
        votes("r17", "投2");
        voided(poll, "resident:r17", Why.WRONG_PAPER);
        completed(database.sql("""
                        update polls.polls set is_open = false, is_counted = true, opens_at = now() - interval '9 d',
                          closes_at = now() - interval '8 d'""").then());
        completed(database.sql("update polls.rounds set phase = 'OVER'").then());
        ran("destroy-seals");

        assertThat(count("select count(*) n from polls.voids where voter <> '' or token <> '' or sends <> '{}'"))
                .isZero();
        assertThat(staff("chen").page("/desk/polls/1/oversight"))
                .contains(REASON)
                .doesNotContain("??");
    }

    private void counted() {
        for (String job : List.of(
                "close-polls", "count-voided", "sign-heads", "tell-heads", "publish-rounds", "publish-rounds")) {
            ran(job);
        }
    }

    private VerifyLedger.Verdict verified() {
        return VerifyLedger.check(page("/polls/lm/1/ledger").getBytes(StandardCharsets.UTF_8));
    }

    private void crowd(Poll poll, int voters) {
        completed(database.sql("""
                        insert into polls.register (community_id, poll, voter, place, voted)
                        select 'lm', $1, 'voter-' || n, 'b3', false from generate_series(0, $2) n""").bind("$1", poll.id()).bind("$2", voters - 1).then());
    }

    private void assertTheNumbersAgree(Poll poll) {
        long standing = log(poll).entries().stream()
                .mapToInt(it -> it.kind() == Kind.CAST ? 1 : it.kind() == Kind.RULES ? 0 : -1)
                .sum();
        assertThat(ballots()).isEqualTo(standing);
        assertThat(count("select count(*) n from polls.register where voted")).isEqualTo(standing);
        var cast = log(poll).entries().stream()
                .filter(it -> it.kind() == Kind.CAST)
                .toList();
        assertThat(cast).as("a ledger with the same twice is refused").doesNotHaveDuplicates();
    }

    private Entered entered(Poll poll, String resident) {
        var voter = new Voter("resident:" + resident, "", "");
        result(papers.enter(members().getFirst(), poll, voter, FIRST));
        return result(papers.enter(members().getLast(), poll, voter, FIRST));
    }

    private void voided(Poll poll, String voter, Why why) {
        var members = members();
        assertThat(result(voids.ask(members.getFirst(), poll, new Voter(voter, "", ""), why, REASON)))
                .isEqualTo(Answer.ASKED);
        int number = (int) count("select max(number)::bigint n from polls.voids");
        assertThat(result(voids.confirm(members.getLast(), poll, number))).isEqualTo(Answer.VOIDED);
    }

    private List<StaffMember> members() {
        return result(communities.map(SignedInAs.LM)).staff();
    }

    private Poll vote(Round round) {
        return result(polls.one(round.community(), round.id()));
    }

    private Log log(Poll poll) {
        return result(logs.of(poll.community(), poll.id()));
    }

    private static String act(SignedInAs who, String act, String voter, String reason) {
        return said(who, act, Map.of("voter", voter, "why", "WRONG_PAPER", "reason", reason));
    }

    private static String decide(SignedInAs who, String act) {
        return said(who, act, Map.of("of", "1"));
    }

    private static String said(SignedInAs who, String act, Map<String, String> form) {
        return Objects.requireNonNull(who.post("/desk/polls/1/oversight/" + act, form)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
