package org.linli.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.SettableClock;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.Content;
import org.linli.channels.FetchMedia;
import org.linli.channels.Inbound;
import org.linli.channels.Media;
import org.linli.channels.MediaFailure;
import org.linli.channels.MediaFailure.Reason;
import org.linli.channels.MediaSettings;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Bells;
import org.linli.platform.jobs.LateReplica;
import org.linli.platform.retention.OldRows;
import org.linli.platform.retention.Retention;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

@LinliTest
class FetchSentMediaTest {

    private static final CommunityId HERE = new CommunityId("media-test");
    private static final CommunityId THERE = new CommunityId("media-test-2");
    private static final ChannelId CHANNEL = new ChannelId("pigeon");
    private static final Address WANG = Address.person(CHANNEL, "main", "wang");

    /// A platform that gives out what it is told to.
    private static final class Pigeon implements FetchMedia {

        private final AtomicInteger asked = new AtomicInteger();
        private Mono<Media> first = picture(0);
        private @Nullable Mono<Media> second;

        @Override
        public ChannelId channel() {
            return CHANNEL;
        }

        @Override
        public Mono<Media> fetch(Address account, String media) {
            return Mono.fromCallable(asked::incrementAndGet).then(first);
        }

        @Override
        public Mono<Media> look(Address account, String url) {
            return second == null ? FetchMedia.super.look(account, url) : second;
        }
    }

    @Autowired
    Effects effects;

    @Autowired
    DatabaseClient database;

    @Autowired
    MediaSettings settings;

    @Autowired
    FindMedia find;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final Pigeon pigeon = new Pigeon();

    @BeforeEach
    void empty() {
        completed(database.sql("truncate media.items, media.contents").then());
        completed(database.sql("delete from outbox.letters where community_id in ('media-test', 'media-test-2')")
                .then());
    }

    @Test
    void whatWasSentIsFetchedAndKeptAndThePlatformsNameForItIsForgotten() {
        sent(HERE, 1, WANG);

        round();

        var about = result(find.about(HERE, List.of("m-1"))).getFirst();
        assertThat(about.state()).isEqualTo(SentMedia.State.KEPT);
        assertThat(about.type()).isEqualTo("image/png");
        assertThat(result(find.small(HERE, "m-1")).media().type()).isEqualTo("image/jpeg");
        assertThat(number(database, "select count(*) n from media.items where media = '' and url is null"))
                .isEqualTo(1);
        assertThat(letters()).isZero();
    }

    @Test
    void theSameMessageTwiceIsFetchedOnce() {
        sent(HERE, 1, WANG);
        sent(HERE, 1, WANG);

        round();
        round();

        assertThat(pigeon.asked).hasValue(1);
    }

    @Test
    void twoReplicasFetchEachThingOnce() {
        LongStream.range(0, 30).forEach(arrival -> sent(HERE, arrival, WANG));

        completed(Mono.when(all(replica()), all(replica())));

        assertThat(pigeon.asked).hasValue(30);
        assertThat(number(database, "select count(*) n from media.items where state = 'kept'"))
                .isEqualTo(30);
    }

    @Test
    void whatAnotherReplicaTookSinceItWasSeenIsNotFetchedToo() {
        sent(HERE, 1, WANG);
        var late = new LateReplica(database, queue().claim(1).then());

        assertThat(result(new MediaQueue(late.database(), clock).claim(1).hasElements()))
                .isFalse();

        assertThat(number(database, "select attempt n from media.items")).isEqualTo(1);
    }

    @Test
    void whoeverWasKilledBetweenFetchingAndKeepingIsReplacedAndCannotComeBack() {
        sent(HERE, 1, WANG);
        var killed = result(queue().claim(1).next());
        var fetched = result(new FetchOnce(List.of(pigeon), clock).fetch(killed));
        assertThat(result(queue().claim(1).hasElements())).isFalse();

        clock.pass(MediaQueue.LEASE.plusSeconds(1));
        round();
        assertThat(pigeon.asked).hasValue(2);

        var late = effects.commit(List.of(new Fetched(killed, fetched)));
        assertThat(result(late.thenReturn("written").onErrorReturn("refused"))).isEqualTo("refused");
        assertThat(number(database, "select count(*) n from media.contents")).isEqualTo(1);
        assertThat(letters()).isZero();
    }

    @Test
    void thePlatformIsAskedAgainUntilItHasForgottenAndThenTheSenderIsToldOnce() {
        pigeon.first = failing(Reason.TRY_AGAIN);
        sent(HERE, 1, WANG);

        round();
        assertThat(state()).isEqualTo(SentMedia.State.DUE);
        round();
        assertThat(pigeon.asked).hasValue(1);

        clock.pass(Duration.ofHours(1));
        round();
        assertThat(pigeon.asked).hasValue(2);
        assertThat(letters()).isZero();

        clock.pass(Duration.ofDays(3));
        round();
        round();
        assertThat(state()).isEqualTo(SentMedia.State.GONE);
        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void whoSentTooMuchIsToldHowMuchWeTake() {
        pigeon.first = failing(Reason.TOO_LARGE);
        sent(HERE, 1, WANG);

        round();

        assertThat(state()).isEqualTo(SentMedia.State.TOO_LARGE);
        assertThat(result(database.sql(
                                "select facts::text as facts from outbox.letters where community_id = 'media-test'")
                        .map(row -> String.valueOf(row.get("facts", String.class)))
                        .one()))
                .contains("\"why\":\"too_large\"", "\"most\":\"10\"", "\"kind\":\"picture\"");
    }

    @Test
    void neighboursAmongThemselvesAreToldNothing() {
        pigeon.first = failing(Reason.GONE);
        sent(HERE, 1, null);

        round();

        assertThat(state()).isEqualTo(SentMedia.State.GONE);
        assertThat(letters()).isZero();
    }

    @Test
    void whatTheFirstWayHasForgottenComesByTheSecond() {
        pigeon.first = failing(Reason.GONE);
        pigeon.second = picture(7);
        sent(HERE, 1, WANG);

        round();

        assertThat(state()).isEqualTo(SentMedia.State.KEPT);
    }

    @Test
    void theSamePictureIsKeptOnceForACommunity() {
        sent(HERE, 1, WANG);
        sent(HERE, 2, WANG);
        sent(THERE, 3, WANG);

        round();

        assertThat(number(database, "select count(*) n from media.contents where community_id = 'media-test'"))
                .isEqualTo(1);
        assertThat(number(database, "select count(*) n from media.contents")).isEqualTo(2);
    }

    @Test
    void whatBelongsToACaseStaysAndTheRestIsForgotten() {
        sent(HERE, 1, WANG);
        pigeon.first = picture(1);
        round();
        pigeon.first = picture(2);
        sent(HERE, 2, WANG);
        round();
        completed(effects.commit(List.of(new MediaTaken(HERE, List.of("m-1", "p-of-another-origin")))));
        completed(database.sql("update media.contents set kept_at = timestamptz '2026-03-01'")
                .then());

        clock.pass(Duration.ofDays(2).plusMinutes(1));
        completed(new ForgetMedia(
                        new Retention(database, clock),
                        new OldRows(database, clock),
                        new MediaKeeping(Duration.ofDays(365), Duration.ofDays(2)))
                .round());

        assertThat(result(find.about(HERE, List.of("m-1", "m-2"))))
                .extracting(SentMedia::state)
                .containsExactly(SentMedia.State.KEPT, SentMedia.State.GONE);
        assertThat(number(database, "select count(*) n from media.contents")).isEqualTo(1);
    }

    @Test
    void aRoundStartsWhatIsDue() {
        sent(HERE, 1, WANG);

        assertThat(result(replica().round())).isEqualTo(1);

        var kept = find.about(HERE, List.of("m-1"))
                .filter(it -> it.getFirst().state() == SentMedia.State.KEPT)
                .repeatWhenEmpty(it -> it.delayElements(Duration.ofMillis(20)));
        assertThat(result(kept)).hasSize(1);
        assertThat(result(replica().round())).isZero();
    }

    private void sent(CommunityId community, long arrival, @Nullable Address tell) {
        var content = new Content.Picture("SECRET-" + arrival, "http://pictures.example/" + arrival);
        var message = new Inbound(community, "p" + arrival, WANG, null, true, content, clock.instant());
        completed(effects.commit(
                List.of(MediaSent.in(arrival, message, clock.instant(), tell).orElseThrow())));
    }

    private void round() {
        completed(all(replica()));
    }

    private Mono<Void> all(FetchSentMedia replica) {
        return queue().claim(5)
                .flatMap(replica::work)
                .then(queue().claim(100).flatMap(replica::work).then());
    }

    private MediaQueue queue() {
        return new MediaQueue(database, clock);
    }

    private FetchSentMedia replica() {
        var fetch = new FetchOnce(List.of(pigeon), clock);
        return new FetchSentMedia(queue(), fetch, effects, settings, new Bells(), new SimpleMeterRegistry());
    }

    private SentMedia.State state() {
        return result(find.about(HERE, List.of("m-1"))).getFirst().state();
    }

    private long letters() {
        return number(
                database,
                "select count(*) n from outbox.letters where community_id = 'media-test' and template = 'media-lost'");
    }

    private static Mono<Media> failing(Reason reason) {
        return Mono.error(() -> new MediaFailure(reason, "as told"));
    }

    /// Different numbers are different pictures.
    private static Mono<Media> picture(int number) {
        var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        image.setRGB(number, 0, 0xFFFFFF);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return Mono.just(new Media("image/png", bytes.toByteArray()));
    }
}
