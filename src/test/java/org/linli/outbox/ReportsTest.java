package org.linli.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;
import static org.linli.channels.parrot.ParrotChannel.COMMUNITY;
import static org.linli.channels.parrot.ParrotChannel.person;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.channels.Account;
import org.linli.channels.Content.Delivered;
import org.linli.channels.Content.Delivered.Stage;
import org.linli.channels.Receipt;
import org.linli.channels.Reported;
import org.linli.channels.parrot.ParrotChannel;
import org.linli.platform.database.Columns;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What platforms say became of letters.
@OutboxTest
class ReportsTest {

    @Autowired
    ParrotChannel channel;

    @Autowired
    LetterQueue queue;

    @Autowired
    SendLetter send;

    @Autowired
    RecordOutcomes outcomes;

    @Autowired
    LetterHistory history;

    @Autowired
    MassResults mass;

    @Autowired
    Effects effects;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void begin() {
        completed(database.sql("truncate outbox.letters, outbox.deliveries, outbox.history, ledger.closings")
                .then());
        channel.sent.clear();
        channel.sendsLike(it -> Mono.just(new Receipt("r-" + it.key())));
    }

    @Test
    void aLetterIsAcceptedThenArrivesThenIsSeen() {
        post("a", "hello");
        round();
        assertThat(state("a")).isEqualTo("sent");

        report("r-a", Stage.ARRIVED);
        assertThat(state("a")).isEqualTo("arrived");
        report("r-a", Stage.SEEN);
        assertThat(state("a")).isEqualTo("seen");
    }

    @Test
    void aReportThatComesBeforeTheSendIsWrittenDownIsNotLost() {
        post("a", "hello");
        var claimed = results(queue.claim(1, Map.of()).flatMapIterable(LetterQueue.Claim::letters))
                .getFirst();
        var attempt = result(send.send(claimed));
        report("r-a", Stage.FAILED);
        completed(outcomes.record(claimed, attempt));

        assertThat(state("a")).isEqualTo("failed");
        assertThat(reason("a")).isEqualTo("NOT_DELIVERED");
    }

    @Test
    void aReportAndTheRecordAtTheSameMomentMeet() {
        for (int i = 0; i < 20; i++) {
            String key = "k" + i;
            post(key, "hello");
            var claimed = results(queue.claim(1, Map.of()).flatMapIterable(LetterQueue.Claim::letters))
                    .getFirst();
            var attempt = result(send.send(claimed));
            completed(
                    Mono.when(outcomes.record(claimed, attempt), effects.commit(reported("r-" + key, Stage.ARRIVED))));

            assertThat(state(key)).isEqualTo("arrived");
        }
    }

    @Test
    void theSameReportTwiceIsTakenUpOnce() {
        post("a", "hello");
        round();
        completed(Flux.range(0, 5)
                .flatMap(_ -> effects.commit(reported("r-a", Stage.FAILED)))
                .then());

        assertThat(results(history.of(COMMUNITY, "a")))
                .extracting(LetterHistory.Step::step, LetterHistory.Step::detail)
                .containsExactly(tuple("sent", "parrot"), tuple("failed", "user block"));
    }

    @Test
    void whatWasSeenHasNotFailedWhateverIsSaidLater() {
        post("a", "hello");
        round();
        report("r-a", Stage.SEEN);
        report("r-a", Stage.FAILED);
        report("r-a", Stage.ARRIVED);

        assertThat(state("a")).isEqualTo("seen");
    }

    @Test
    void aLongLetterHasArrivedWithItsLastPartAndFailedWithAny() {
        post("a", "123456789 123456789\n123456789 123456789\nend");
        post("b", "123456789 123456789\n123456789 123456789\nend");
        round();
        round();
        report("r-a", Stage.ARRIVED);
        assertThat(state("a")).isEqualTo("sent");
        report("r-a#2", Stage.ARRIVED);
        assertThat(state("a")).isEqualTo("arrived");

        report("r-b", Stage.FAILED);
        assertThat(state("b")).isEqualTo("failed");
    }

    @Test
    void aReportAboutALetterThatNobodyKnowsChangesNothing() {
        post("a", "hello");
        round();
        report("r-of-somebody-else", Stage.FAILED);

        assertThat(state("a")).isEqualTo("sent");
    }

    @Test
    void howAMessageToManyFaredIsCountedAlsoWhenItIsToldBeforeTheSendIsWrittenDown() {
        var counts = new Delivered.Counts(120, 118, 110, 8);
        post("a", "hello");
        round();
        completed(effects.commit(List.of(new Reported(
                COMMUNITY, person("admin"), new Delivered("r-a", Stage.ARRIVED, "send success", counts)))));
        completed(effects.commit(List.of(
                new Reported(COMMUNITY, person("admin"), new Delivered("r-b", Stage.FAILED, "err(30003)", counts)))));
        post("b", "hello");
        round();

        assertThat(results(history.of(COMMUNITY, "a")))
                .extracting(LetterHistory.Step::step, LetterHistory.Step::counts)
                .containsExactly(tuple("sent", null), tuple("arrived", counts));
        assertThat(results(
                        mass.of(new Account(person("x").channel(), person("x").account(), COMMUNITY))))
                .extracting(
                        MassResults.MassResult::word, MassResults.MassResult::template, MassResults.MassResult::counts)
                .containsExactlyInAnyOrder(tuple("arrived", "hello", counts), tuple("failed", "hello", counts));
    }

    private void report(String receipt, Stage stage) {
        completed(effects.commit(reported(receipt, stage)));
    }

    private static List<Reported> reported(String receipt, Stage stage) {
        return List.of(new Reported(COMMUNITY, person("wang"), new Delivered(receipt, stage, "user block")));
    }

    private void post(String key, String words) {
        completed(effects.commit(List.of(new Letter(COMMUNITY, key, person("wang"), "hello", Map.of("words", words)))));
    }

    private void round() {
        results(queue.claim(256, Map.of())
                .flatMapIterable(LetterQueue.Claim::letters)
                .flatMap(it -> send.send(it).flatMap(attempt -> outcomes.record(it, attempt))));
    }

    private String state(String key) {
        return column(key, "state");
    }

    private String reason(String key) {
        return column(key, "reason");
    }

    private String column(String key, String column) {
        return result(database.sql("select * from outbox.letters where key = $1")
                .bind("$1", key)
                .map(row -> Columns.text(row, column))
                .one());
    }
}
