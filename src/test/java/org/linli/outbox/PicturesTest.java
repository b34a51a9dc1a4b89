package org.linli.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.results;
import static org.linli.channels.parrot.ParrotChannel.COMMUNITY;
import static org.linli.outbox.MagpieWay.person;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.SettableClock;
import org.linli.channels.Act;
import org.linli.channels.Acted;
import org.linli.channels.Address;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.SendFailure.Reason;
import org.linli.channels.parrot.ParrotChannel;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// Letters that show something. The magpie's service shows pictures, its templates and the parrot do not.
@OutboxTest
class PicturesTest {

    private static final String LINK = "http://x/1";

    @Autowired
    MagpieWay service;

    @Autowired
    MagpieWay template;

    @Autowired
    ParrotChannel parrot;

    @Autowired
    LetterQueue queue;

    @Autowired
    SendLetter send;

    @Autowired
    RecordOutcomes outcomes;

    @Autowired
    LettersTo told;

    @Autowired
    Effects effects;

    @Autowired
    SettableClock clock;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void begin() {
        completed(database.sql("truncate outbox.letters, outbox.deliveries, outbox.history, ledger.acts,"
                        + " ledger.counters, ledger.closings")
                .then());
        List.of(service, template).forEach(MagpieWay::begin);
        parrot.sent.clear();
        parrot.sendsLike(it -> Mono.just(new Receipt("r-" + it.key())));
    }

    @Test
    void aPictureFollowsItsWordsWhichThenSayNothingOfIt() {
        acts("wang");
        post("a", person("wang"), LINK);
        round();

        assertThat(service.sent).extracting(Outbound::key).containsExactly("a", "a#2");
        assertThat(service.sent).extracting(Outbound::text).containsExactly("done", "see " + LINK);
        assertThat(service.sent).extracting(Outbound::choices).containsExactly(List.of("good"), List.of());
        assertThat(service.sent)
                .extracting(
                        it -> it.pictures().stream().map(Outbound.Picture::id).toList())
                .containsExactly(List.of(), List.of("p1"));
        assertThat(state("sent")).isEqualTo(1);
    }

    @Test
    void whereNothingIsShownItIsSaidWhereItCanBeLookedAt() {
        template("b");
        post("a", ParrotChannel.person("wang"), LINK);
        round();

        assertThat(parrot.sent).singleElement().satisfies(it -> {
            assertThat(it.text()).isEqualTo("done\nsee " + LINK);
            assertThat(it.pictures()).isEmpty();
        });
        assertThat(template.sent)
                .singleElement()
                .satisfies(it -> assertThat(it.text()).contains(LINK));
    }

    @Test
    void aPictureThatIsRefusedIsSaidInWords() {
        acts("wang");
        service.sendsLike(it -> it.pictures().isEmpty() ? takes(it) : failing(Reason.CONTENT_REFUSED));
        post("a", person("wang"), LINK);
        round();

        assertThat(service.sent).extracting(Outbound::text).containsExactly("done", "see " + LINK, "see " + LINK);
        assertThat(service.sent)
                .last()
                .satisfies(it -> assertThat(it.pictures()).isEmpty());
        assertThat(state("sent")).isEqualTo(1);
    }

    @Test
    void aPictureThatIsRefusedAndCannotBeLookedAtIsLeftToStaff() {
        acts("wang");
        service.sendsLike(it -> it.pictures().isEmpty() ? takes(it) : failing(Reason.CONTENT_REFUSED));
        post("a", person("wang"), "");
        round();

        assertThat(state("failed")).isEqualTo(1);
    }

    /// Two messages are left to the person: a letter with a picture takes both.
    @Test
    void aPictureThatHasNoPlaceInTheWindowComesAfterTheNextAct() {
        acts("wang");
        post(new Letter(COMMUNITY, "first", person("wang"), "hello", Map.of("words", "hello")));
        round();
        post("a", person("wang"), LINK);
        round();
        assertThat(state("held")).isEqualTo(1);
        assertThat(service.keys()).containsExactly("first", "a");

        clock.pass(java.time.Duration.ofMinutes(1));
        acts("wang");
        round();

        assertThat(service.keys()).containsExactly("first", "a", "a#2");
        assertThat(state("sent")).isEqualTo(2);
    }

    @Test
    void staffReadsInTheLetterWhereThePictureIs() {
        post("a", person("wang"), LINK);

        assertThat(results(told.person(COMMUNITY, person("wang"))))
                .extracting(LettersTo.Told::words)
                .containsExactly("done\nsee " + LINK);
    }

    private void template(String key) {
        post(key, person("li"), LINK);
    }

    private static Mono<Receipt> takes(Outbound message) {
        return Mono.just(new Receipt("r-" + message.key()));
    }

    private static Mono<Receipt> failing(Reason reason) {
        return Mono.error(new SendFailure(reason, "as the test wants"));
    }

    private void acts(String who) {
        completed(effects.commit(List.of(new Acted(COMMUNITY, person(who), Act.MESSAGE, clock.instant()))));
    }

    private void post(String key, Address to, String link) {
        post(new Letter(COMMUNITY, key, to, "evidence", Map.of(), List.of(new Letter.Picture("p1", link))));
    }

    private void post(Letter letter) {
        completed(effects.commit(List.of(letter)));
    }

    private void round() {
        results(queue.claim(256, Map.of())
                .flatMapIterable(LetterQueue.Claim::letters)
                .flatMap(it -> send.send(it).flatMap(attempt -> outcomes.record(it, attempt))));
    }

    private long state(String state) {
        return number(database, "select count(*) n from outbox.letters where state = '" + state + "'");
    }
}
