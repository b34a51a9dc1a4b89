package org.linli.channels.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.linli.Linli;
import org.linli.LinliTest;
import org.linli.channels.Address;
import org.linli.channels.Outbound;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@LinliTest
@TestPropertySource(properties = {"linli.demo=true", "linli.channels.webchat.lines-a-minute=30"})
@Import({KeptMessages.class, OneNeighbourhood.class})
class FollowTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final String person = "r-" + UUID.randomUUID();
    private final Address address = Address.person(Seat.WEBCHAT, "lm", person);
    private final RoomKey room = new RoomKey(new CommunityId("lm"), "person:" + person);

    @Autowired
    private Lines lines;

    @Autowired
    private Follow follow;

    @Autowired
    private WebchatChannel channel;

    @Autowired
    private WebTestClient web;

    @Autowired
    private Environment environment;

    @Test
    void aReaderHearsEachLetterOnceAndInOrderWhateverComesBetween() {
        var heard = new CopyOnWriteArrayList<Long>();
        var reading = follow.lines(room, 0).doOnNext(it -> heard.add(it.seq())).take(300);
        var writing = Flux.range(0, 300).flatMap(n -> channel.send(letter("k" + n)), 20);

        now(Flux.merge(reading.then(), writing.then()).then(Mono.just(true)));

        assertThat(heard).hasSize(300).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whatRedisDidNotSayIsFoundInTheDatabase() {
        var reading = follow.lines(room, 0).take(1).collectList();
        var silently = Mono.delay(Duration.ofMillis(500))
                .then(lines.add(new NewLine(room, "a", "", Line.Said.words("x", List.of()), Instant.EPOCH)));

        assertThat(now(Mono.zip(reading, silently)).getT1()).hasSize(1);
    }

    @Test
    void whoComesBackGetsWhatCameMeanwhile() {
        now(Flux.range(0, 130).concatMap(n -> channel.send(letter("k" + n))).collectList());

        assertThat(now(follow.lines(room, 20).take(110).map(Line::seq).collectList()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(21, 130).boxed().toList());
    }

    @Test
    void whoComesForTheFirstTimeGetsTheLatest() {
        now(Flux.range(0, 130).concatMap(n -> channel.send(letter("k" + n))).collectList());

        assertThat(now(follow.lines(room, -1).take(Lines.PAGE).map(Line::seq).collectList()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(81, 130).boxed().toList());
    }

    @Test
    void theStreamGoesOnAfterTheNumberThatTheBrowserNames() {
        var group = OneNeighbourhood.GROUP;
        var receipts = now(Flux.range(0, 5)
                .concatMap(n -> channel.send(new Outbound("g" + n, group, "x", List.of())))
                .collectList());
        String third = receipts.get(2).platformId();

        var ids = events("/groups/b3/events", third.substring(third.lastIndexOf(':') + 1), 2);

        assertThat(ids).hasSize(2).isSorted();
        assertThat(receipts.get(4).platformId()).endsWith(":" + ids.getLast());
    }

    @Test
    void visitorsOfAnotherReplicaHearTheSame() {
        try (var replica = new SpringApplicationBuilder(Linli.class)
                .run(
                        "--server.port=0",
                        "--linli.jobs.enabled=false",
                        "--linli.database-url=" + environment.getRequiredProperty("linli.database-url"),
                        "--linli.redis-url=" + environment.getRequiredProperty("linli.redis-url"),
                        "--linli.keys=" + environment.getRequiredProperty("linli.keys"))) {
            var there = replica.getBean(Follow.class).lines(room, 0).take(100);
            var here = follow.lines(room, 0).take(100);
            var channels = List.of(channel, replica.getBean(WebchatChannel.class));
            var writing = Flux.range(0, 100).flatMap(n -> channels.get(n % 2).send(letter("k" + n)), 10);

            var heard = now(Mono.zip(here.collectList(), there.collectList(), writing.collectList()));

            assertThat(heard.getT1()).isEqualTo(heard.getT2()).hasSize(100);
        }
    }

    private List<String> events(String path, String lastEventId, int count) {
        var lineEvents = web.mutate()
                .responseTimeout(SOON)
                .build()
                .get()
                .uri(path)
                .header("Last-Event-ID", lastEventId)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                .getResponseBody()
                .filter(it -> "line".equals(it.event()))
                .mapNotNull(ServerSentEvent::id);
        return now(lineEvents.take(count).collectList());
    }

    private Outbound letter(String key) {
        return new Outbound(key, address, "您好", List.of());
    }

    private static <T> T now(Mono<T> work) {
        return Objects.requireNonNull(work.block(SOON));
    }
}
