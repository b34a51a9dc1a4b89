package org.linli.media;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.platform.database.WriteEffects;
import org.linli.platform.jobs.Bells;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/// Notes what is to be fetched, in the transaction of the talk that it was sent in. Fetching begins after the commit.
@Component
class WriteMediaSent implements WriteEffects<MediaSent> {

    private static final String NOTE = """
            insert into media.items
                (community_id, id, kind, sender, media, url, name, tell, received_at, not_before, forget_at)
            select community_id, id, kind, sender, media, url, name, tell, received_at, received_at, forget_at
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                        $9::timestamptz[], $10::timestamptz[])
                 as new(community_id, id, kind, sender, media, url, name, tell, received_at, forget_at)
            order by community_id, id
            on conflict (community_id, id) do nothing
            """;

    private final DatabaseClient database;
    private final MediaKeeping keeping;
    private final Bells bells;

    WriteMediaSent(DatabaseClient database, MediaKeeping keeping, Bells bells) {
        this.database = database;
        this.keeping = keeping;
        this.bells = bells;
    }

    @Override
    public Class<MediaSent> kind() {
        return MediaSent.class;
    }

    @Override
    public Mono<Void> write(List<MediaSent> sent) {
        return database.sql(NOTE)
                .bind("$1", texts(sent, it -> it.community().value()))
                .bind("$2", texts(sent, MediaSent::id))
                .bind("$3", texts(sent, it -> it.kind().name()))
                .bind("$4", texts(sent, it -> it.sender().text().replace("\0", "")))
                .bind("$5", texts(sent, MediaSent::media))
                .bind("$6", texts(sent, MediaSent::url))
                .bind("$7", texts(sent, MediaSent::name))
                .bind("$8", texts(sent, it -> address(it.tell())))
                .bind("$9", times(sent, MediaSent::receivedAt))
                .bind("$10", times(sent, it -> it.receivedAt().plus(keeping.untakenFor())))
                .then()
                .then(ringAfterCommit());
    }

    private Mono<Void> ringAfterCommit() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(it -> it.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public Mono<Void> afterCommit() {
                        return Mono.fromRunnable(() -> bells.ring(FetchSentMedia.NAME));
                    }
                }))
                .then();
    }

    private static @Nullable String address(@Nullable Address address) {
        return address == null ? null : address.text().replace("\0", "");
    }

    private static @Nullable String[] texts(List<MediaSent> sent, Function<MediaSent, @Nullable String> text) {
        return sent.stream().map(text).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<MediaSent> sent, Function<MediaSent, Instant> time) {
        return sent.stream().map(it -> time.apply(it).atOffset(UTC)).toArray(OffsetDateTime[]::new);
    }
}
