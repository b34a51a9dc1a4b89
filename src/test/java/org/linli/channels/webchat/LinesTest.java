package org.linli.channels.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.LinliTest;
import org.linli.platform.database.CommunityId;
import org.linli.platform.retention.Retention;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@LinliTest
class LinesTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final RoomKey room = new RoomKey(new CommunityId("lm"), "person:" + UUID.randomUUID());

    @Autowired
    private Lines lines;

    @Autowired
    private Newest newest;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private JsonMapper json;

    @Test
    void theSameLineTwiceIsOneLine() {
        var first = now(lines.add(line("a", "电梯坏了")));
        var second = now(lines.add(line("a", "something else")));

        assertThat(second).isEqualTo(first);
        assertThat(now(lines.after(room, 0))).containsExactly(first);
    }

    @Test
    void theSameLineTwiceAtOnceIsOneLine() {
        var both =
                now(Flux.just("a", "a").flatMap(id -> lines.add(line(id, "x"))).collectList());

        assertThat(both).hasSize(2);
        assertThat(both.getFirst()).isEqualTo(both.getLast());
        assertThat(now(lines.after(room, 0))).containsExactly(both.getFirst());
        assertThat(now(newest.in(room))).isGreaterThanOrEqualTo(both.getFirst().seq());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table webchat.lines; --",
                "<b onclick=x>&amp;</b>\n\"{}",
                "\u202Eabc\u200B",
                "👨‍👩‍👧",
                "\\u0000",
                " "
            })
    void whatIsWrittenIsReadAsItWasTyped(String text) {
        var stored = now(lines.add(line("a", text)));

        assertThat(stored.said().text()).isEqualTo(text);
        assertThat(now(lines.after(room, 0))).containsExactly(stored);
    }

    @Test
    void whatWasSaidAYearAgoIsForgottenAndTheRoomCountsOn() {
        var old = now(lines.add(line("old", "电梯坏了")));
        now(database.sql(
                        "update webchat.lines set at = at - interval '366 days' where community_id = 'lm' and room = $1")
                .bind(0, room.room())
                .fetch()
                .rowsUpdated());
        var young = now(lines.add(line("young", "修好了")));

        now(new ForgetOldLines(new Retention(database, Clock.systemUTC())).round());

        assertThat(now(lines.after(room, 0))).containsExactly(young);
        assertThat(young.seq()).isGreaterThan(old.seq());
    }

    @Test
    void twoReplicasAndManyRepeatsMakeOneLineEach() {
        var other = new Lines(database, json);

        now(Flux.range(0, 2000)
                .flatMap(n -> (n % 2 == 0 ? lines : other).add(line("m" + n / 4, "n")), 300)
                .then(Mono.just(true)));

        assertThat(everything()).hasSize(500).extracting(Line::seq).isSorted().doesNotHaveDuplicates();
        assertThat(everything()).extracting(Line::id).doesNotHaveDuplicates();
    }

    /// A reader that only ever asks for what comes after the newest line it has misses nothing. That goes wrong when
    /// a number becomes visible before a lower one.
    @Test
    void numbersBecomeVisibleInTheirOrder() {
        var other = new Lines(database, json);
        var writing = Flux.range(0, 3000).flatMap(n -> (n % 2 == 0 ? lines : other).add(line("w" + n, "n")), 600);
        long[] read = {0, 0};
        var reading = Flux.defer(() -> lines.after(room, read[0]))
                .doOnNext(page -> {
                    read[1] += page.size();
                    read[0] = page.isEmpty() ? read[0] : page.getLast().seq();
                })
                .repeat(() -> read[0] == 0 || read[1] < 3000 && read[0] < 3000);

        now(Flux.merge(writing.then(), reading.then()).then(Mono.just(true)));

        assertThat(read[1]).isEqualTo(3000);
    }

    @Test
    void olderLinesComeInPagesOldestFirst() {
        now(Flux.range(0, Lines.PAGE + 5)
                .concatMap(n -> lines.add(line("p" + n, "n")))
                .collectList());

        var latest = now(lines.before(room, Long.MAX_VALUE));
        assertThat(latest).hasSize(Lines.PAGE).extracting(Line::seq).isSorted();
        assertThat(now(lines.before(room, latest.getFirst().seq())))
                .extracting(Line::id)
                .containsExactly("p0", "p1", "p2", "p3", "p4");
    }

    private List<Line> everything() {
        return now(lines.after(room, 0)
                .expand(page -> page.isEmpty()
                        ? Mono.empty()
                        : lines.after(room, page.getLast().seq()))
                .flatMapIterable(page -> page)
                .collectList());
    }

    private NewLine line(String id, String text) {
        return new NewLine(room, id, "v-1", Line.Said.words(text, List.of()), Instant.parse("2026-03-02T09:00:00Z"));
    }

    private static <T> T now(Mono<T> work) {
        return Objects.requireNonNull(work.block(SOON));
    }
}
