package org.linli.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;
import static org.linli.Results.results;
import static org.linli.channels.parrot.ParrotChannel.COMMUNITY;
import static org.linli.outbox.MagpieWay.person;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.SettableClock;
import org.linli.channels.Act;
import org.linli.channels.Acted;
import org.linli.channels.Address;
import org.linli.channels.Content;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.Reported;
import org.linli.channels.SendFailure;
import org.linli.channels.SendFailure.Reason;
import org.linli.channels.parrot.ParrotChannel;
import org.linli.community.Reaches;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// Which way a letter takes.
@OutboxTest
class WaysTest {

    private static final CommunityId POPLAR = new CommunityId("poplar");

    @Autowired
    MagpieWay service;

    @Autowired
    MagpieWay template;

    @Autowired
    MagpieWay robot;

    @Autowired
    LetterQueue queue;

    @Autowired
    SendLetter send;

    @Autowired
    RecordOutcomes outcomes;

    @Autowired
    HeldLetters held;

    @Autowired
    UndeliveredLetters undelivered;

    @Autowired
    Reaches reaches;

    @Autowired
    Effects effects;

    @Autowired
    SettableClock clock;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void begin() {
        completed(database.sql("truncate outbox.letters, outbox.deliveries, outbox.history")
                .then());
        completed(
                database.sql("truncate ledger.acts, ledger.counters, ledger.closings, ledger.paces, community.reaches")
                        .then());
        List.of(service, template, robot).forEach(MagpieWay::begin);
    }

    @AfterEach
    void nobodyLivesHere() {
        for (String table : List.of("identities", "residents", "communities")) {
            completed(database.sql("delete from community.%s where community_id = $1".formatted(table))
                    .bind("$1", COMMUNITY.value())
                    .then());
        }
    }

    @Test
    void theCheapestOpenWayIsTakenAndTheNextOnceItIsUsedUp() {
        acts("wang");
        post(letter("a", "wang"), letter("b", "wang"), letter("c", "wang"));
        rounds(3);

        assertThat(service.keys()).containsExactly("a", "b");
        assertThat(template.keys()).containsExactly("c");
    }

    @Test
    void aWayThatThePlatformClosesInTheMiddleIsLeftForTheNextAtOnce() {
        acts("wang");
        service.sendsLike(failing(Reason.WINDOW_CLOSED));
        post(letter("a", "wang"), letter("b", "wang"));
        clock.pass(Duration.ofSeconds(1));
        rounds(2);

        assertThat(service.keys()).as("asked once").containsExactly("a");
        assertThat(template.keys()).containsExactly("a", "b");
    }

    @Test
    void whereNoWayIsOpenLettersWaitForThePersonAndLeaveInTheirOrder() {
        template.sendsLike(failing(Reason.QUOTA_SPENT));
        post(letter("c", "wang"), letter("a", "wang"), letter("b", "wang"));
        rounds(3);
        assertThat(count("held")).isEqualTo(3);
        assertThat(template.keys()).as("a spent quota is asked once").hasSize(1);

        acts("wang");
        rounds(3);

        assertThat(service.keys()).containsExactly("c", "a");
        assertThat(count("held")).isEqualTo(1);
    }

    @Test
    void aLetterThatWaitsForANewQuotaLeavesWhenItBegins() {
        template.sendsLike(
                _ -> Mono.error(new SendFailure(Reason.QUOTA_SPENT, "as the test wants", Duration.ofHours(8))));
        post(letter("a", "wang"));
        rounds(1);
        template.begin();

        clock.pass(Duration.ofHours(8).minusMillis(1));
        assertThat(result(held.reconsider())).isZero();
        clock.pass(Duration.ofMillis(1));
        assertThat(result(held.reconsider())).isEqualTo(1);
        rounds(1);

        assertThat(template.keys()).containsExactly("a");
    }

    @Test
    void whatThePlatformDidNotTakeIsNotCounted() {
        acts("wang");
        service.sendsLike(failing(Reason.UNREACHABLE));
        post(letter("a", "wang"));
        for (int tries = 0; tries < 4; tries++) {
            rounds(1);
            clock.pass(Duration.ofMinutes(1));
        }
        service.begin();
        post(letter("b", "wang"));
        rounds(2);

        assertThat(service.keys()).containsExactly("a", "b");
    }

    @Test
    void anOrdinaryLetterWaitsAMinuteForTheCheapWayAndAnEmergencyTakesTheOther() {
        acts("slow-wang");
        post(letter("a", "slow-wang"));
        post(new Letter(COMMUNITY, "b", person("slow-li"), "emergency-hello", Map.of("words", "fire")));
        rounds(1);

        assertThat(robot.keys()).isEmpty();
        assertThat(template.keys()).containsExactly("b");
        assertThat(count("due")).isEqualTo(1);
    }

    @Test
    void aCommunityHasItsOwnOrder() {
        completed(effects.commit(List.of(new Acted(POPLAR, person("wang"), Act.MESSAGE, clock.instant()))));
        post(new Letter(POPLAR, "a", person("wang"), "hello", Map.of("words", "hello")));
        rounds(1);

        assertThat(template.keys()).containsExactly("a");
        assertThat(service.keys()).isEmpty();
    }

    @Test
    void aVerifiedResidentIsWrittenToAtAnotherAddressWhenTheFirstIsClosed() {
        template.sendsLike(failing(Reason.RECIPIENT_GONE));
        Address elsewhere = ParrotChannel.person("wang-" + System.nanoTime());
        resident(person("wang-who-moved"), elsewhere, true);
        post(letter("a", "wang-who-moved"));
        rounds(1);

        assertThat(count("sent")).isEqualTo(1);
        assertThat(number(
                        database,
                        "select count(*) n from outbox.deliveries where account = 'parrot:nest' and key = 'a'"))
                .isEqualTo(1);
    }

    @Test
    void whomNobodyVerifiedIsNotLookedForElsewhere() {
        template.sendsLike(failing(Reason.RECIPIENT_GONE));
        resident(person("stranger"), ParrotChannel.person("stranger-" + System.nanoTime()), false);
        post(letter("a", "stranger"));
        rounds(1);

        assertThat(count("held")).isEqualTo(1);
    }

    @Test
    void anOrderThatNamesNoWayIsRefusedInWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutboxSettings(List.of("template"), Map.of(), List.of(), List.of()))
                .withMessage("linli.outbox.ways: 'template' is no way (expected: like wechat.template)");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new OutboxSettings(List.of(), Map.of("poplar", List.of("a.b", "a.b")), List.of(), List.of()))
                .withMessage("linli.outbox.orders.poplar: 'a.b' twice (expected: each once)");
    }

    @Test
    void whoIsGoneFromAnAddressIsKnownToBeUntilTheyActAgain() {
        service.sendsLike(failing(Reason.RECIPIENT_GONE));
        template.sendsLike(failing(Reason.RECIPIENT_GONE));
        acts("gone-wang");
        post(letter("a", "gone-wang"));
        rounds(1);
        assertThat(result(reaches.isLost(COMMUNITY, person("gone-wang")))).isTrue();
        assertThat(result(reaches.isLost(COMMUNITY, person("gone-li")))).isFalse();

        completed(effects.commit(List.of(
                new Acted(
                        COMMUNITY,
                        person("gone-wang"),
                        Act.MESSAGE,
                        clock.instant().minusSeconds(60)),
                new Acted(COMMUNITY, person("gone-wang"), Act.LEAVE, clock.instant()))));
        assertThat(result(reaches.isLost(COMMUNITY, person("gone-wang"))))
                .as("what was done before it came back says nothing")
                .isTrue();
        acts("gone-wang");
        assertThat(result(reaches.isLost(COMMUNITY, person("gone-wang")))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Reason.class, names = "RECIPIENT_GONE", mode = EnumSource.Mode.EXCLUDE)
    void noOtherFailureSaysThatSomebodyIsGone(Reason reason) {
        service.sendsLike(failing(reason));
        template.sendsLike(failing(reason));
        String who = "there-" + reason.name();
        acts(who);
        post(letter("a", who));
        rounds(1);

        assertThat(result(reaches.isLost(COMMUNITY, person(who)))).isFalse();
    }

    @Test
    void whatDidNotArriveIsSentByTheNextWay() {
        template.sendsLike(it -> Mono.just(new Receipt("second-" + it.key())));
        acts("wang");
        post(letter("a", "wang"));
        rounds(1);
        reportsFailure("r-a");
        rounds(1);

        assertThat(service.keys()).containsExactly("a");
        assertThat(template.keys()).containsExactly("a");
        assertThat(count("sent")).isEqualTo(1);
    }

    @Test
    void whatDidNotArriveByAnyWayIsLeftToStaffAndMayBeTriedAllOver() {
        acts("wang");
        post(letter("a", "wang"));
        rounds(1);
        reportsFailure("r-a");
        template.sendsLike(it -> Mono.just(new Receipt("second-" + it.key())));
        rounds(1);
        reportsFailure("second-a");
        rounds(1);

        assertThat(count("failed")).isEqualTo(1);
        assertThat(results(undelivered.list(COMMUNITY, 0)))
                .extracting(UndeliveredLetters.Undelivered::reason)
                .containsExactly("NOT_DELIVERED");
        assertThat(service.keys()).hasSize(1);
        result(undelivered.retry(COMMUNITY, "a"));
        rounds(1);
        assertThat(service.keys()).hasSize(2);
    }

    @Test
    void aReportThatComesBeforeTheSendIsWrittenDownAlsoLeadsToTheNextWay() {
        acts("wang");
        post(letter("a", "wang"));
        template.sendsLike(it -> Mono.just(new Receipt("second-" + it.key())));
        var claimed = results(queue.claim(1, Map.of()).flatMapIterable(LetterQueue.Claim::letters))
                .getFirst();
        var attempt = result(send.send(claimed));
        reportsFailure("r-a");
        completed(outcomes.record(claimed, attempt));
        rounds(1);

        assertThat(service.keys()).containsExactly("a");
        assertThat(template.keys()).containsExactly("a");
    }

    /// Its first part may have been read.
    @Test
    void aLongLetterOfWhichAPartDidNotArriveIsLeftToStaff() {
        acts("wang");
        post(new Letter(
                COMMUNITY, "a", person("wang"), "hello", Map.of("words", "123456789 123456789\n123456789 123456789")));
        rounds(1);
        reportsFailure("r-a#2");
        rounds(1);

        assertThat(count("failed")).isEqualTo(1);
        assertThat(template.keys()).isEmpty();
    }

    private void reportsFailure(String receipt) {
        completed(effects.commit(List.of(
                new Reported(COMMUNITY, person("wang"), new Content.Delivered(receipt, false, "failed:user block")))));
    }

    private void resident(Address one, Address other, boolean verified) {
        String id = "r-" + one.id();
        completed(database.sql(
                        "insert into community.communities (community_id, name, case_prefix) values ($1, $1, 'WI')")
                .bind("$1", COMMUNITY.value())
                .then());
        completed(database.sql("""
                        insert into community.residents (community_id, id, verified) values ($1, $2, $3)
                        on conflict do nothing
                        """)
                .bind("$1", COMMUNITY.value())
                .bind("$2", id)
                .bind("$3", verified)
                .then());
        for (Address address : List.of(one, other)) {
            completed(database.sql("""
                            insert into community.identities (community_id, address, resident) values ($1, $2, $3)
                            on conflict do nothing
                            """)
                    .bind("$1", COMMUNITY.value())
                    .bind("$2", address.text())
                    .bind("$3", id)
                    .then());
        }
    }

    private void acts(String who) {
        completed(effects.commit(List.of(new Acted(COMMUNITY, person(who), Act.MESSAGE, clock.instant()))));
    }

    private static Function<Outbound, Mono<Receipt>> failing(Reason reason) {
        return _ -> Mono.error(new SendFailure(reason, "as the test wants"));
    }

    private static Letter letter(String key, String to) {
        return new Letter(COMMUNITY, key, person(to), "hello", Map.of("words", "hello"));
    }

    private void post(Letter... letters) {
        completed(effects.commit(List.of(letters)));
    }

    private void rounds(int most) {
        for (int i = 0; i < most; i++) {
            results(queue.claim(256, Map.of())
                    .flatMapIterable(LetterQueue.Claim::letters)
                    .flatMap(it -> send.send(it).flatMap(attempt -> outcomes.record(it, attempt))));
        }
    }

    private long count(String state) {
        return number(database, "select count(*) n from outbox.letters where state = '" + state + "'");
    }
}
