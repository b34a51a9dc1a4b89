package org.linli.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.number;
import static org.linli.Results.result;
import static org.linli.Results.results;
import static org.linli.channels.parrot.ParrotChannel.message;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.channels.Content;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

@LinliTest
@Import(WithParrot.class)
class KeepTest {

    @Autowired
    Inbox inbox;

    @Autowired
    KeepArrivals arrivals;

    @Autowired
    Leases leases;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void empty() {
        database.sql("truncate inbox.arrivals").then().block();
    }

    @Test
    void twentyRepeatsAtOnceAreOneMessage() {
        List<Kept> kept = results(Flux.range(0, 20)
                .flatMap(_ -> inbox.keep(message("m1", "wang", "电梯坏了"), null).subscribeOn(Schedulers.parallel()), 20));

        assertThat(kept)
                .hasSize(20)
                .extracting(Kept::id)
                .containsOnly(kept.getFirst().id());
        assertThat(kept).filteredOn(Kept::fresh).hasSize(1);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void manyBatchesWithTheSameRepeatsInOtherOrdersDoNotBlockEachOther() {
        Flux.range(0, 2_000)
                .flatMap(
                        i -> inbox.keep(message("m" + (i * 7919L) % 100, "p" + i % 50, "水管漏了"), null)
                                .subscribeOn(Schedulers.parallel()),
                        500)
                .blockLast();

        assertThat(rows()).isEqualTo(100);
    }

    @Test
    void theSameIdWithOtherWordsIsTheFirstMessage() {
        inbox.keep(message("m1", "wang", "first")).block();
        inbox.keep(message("m1", "wang", "second")).block();

        Arrival arrival =
                result(leases.claim(10).flatMapIterable(Leases.Claim::arrivals).single());
        assertThat(arrival.message()).isEqualTo(message("m1", "wang", "first"));
    }

    @Test
    void messagesOfOneBatchAreNumberedInTheOrderInWhichTheyCame() {
        var batch = IntStream.range(0, 30)
                .mapToObj(i -> new NewArrival(message("m" + (30 - i), "wang", "x"), null))
                .toList();

        assertThat(result(arrivals.keep(batch, Instant.EPOCH)))
                .extracting(Kept::id)
                .isSorted();
    }

    @Test
    void whatPostgreSqlCannotStoreIsLeftOut() {
        inbox.keep(message("m\0", "wa\0ng", "a\0b\u200b\ud83d\udeb0\ud800")).block();

        var content = result(
                        leases.claim(1).flatMapIterable(Leases.Claim::arrivals).single())
                .message()
                .content();
        assertThat(((Content.Text) content).text())
                .startsWith("ab\u200b\ud83d\udeb0")
                .doesNotContain("\0");
    }

    @Test
    void aMessageThatCannotBeStoredFailsAlone() {
        String longId = new java.security.SecureRandom()
                .ints(60_000, 0x4e00, 0x9fff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        var outcomes = Flux.just("a", "b", longId, "c")
                .flatMap(id -> inbox.keep(message(id, "wang", "x"), null)
                        .map(_ -> "kept")
                        .onErrorReturn("refused"))
                .collectList()
                .block();

        assertThat(outcomes).containsExactlyInAnyOrder("kept", "kept", "kept", "refused");
    }

    private long rows() {
        return number(database, "select count(*) n from inbox.arrivals");
    }
}
