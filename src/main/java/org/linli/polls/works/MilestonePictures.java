package org.linli.polls.works;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.linli.channels.Media;
import org.linli.polls.rounds.Round;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How far milestones are, in pictures that everybody may see.
@Component
public class MilestonePictures {

    /// Of one milestone.
    private static final int MOST = 6;

    /// Which milestone a picture is of.
    public record Named(int proposal, int milestone, UUID id) {}

    private final DatabaseClient database;
    private final Clock clock;

    MilestonePictures(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Kept again it is kept once. Never empty: `false` where there is no such milestone, or it has six.
    ///
    /// @param clean from [org.linli.media.CleanUploads]
    public Mono<Boolean> keep(Round round, int proposal, int milestone, Media clean, String by) {
        return database.sql("""
                        insert into polls.milestone_pictures
                          (community_id, id, round, proposal, milestone, media_type, bytes, by_name, at)
                        select m.community_id, $5, m.round, m.proposal, m.number, $6, $7, $8, $9
                        from polls.milestones m
                        where m.community_id = $1 and m.round = $2 and m.proposal = $3 and m.number = $4
                          and $10 > (select count(*) from polls.milestone_pictures p
                            where p.community_id = $1 and p.round = $2 and p.proposal = $3 and p.milestone = $4
                              and p.id <> $5)
                        on conflict (community_id, round, proposal, milestone, id) do update set by_name = excluded.by_name""")
                .bind("$1", round.community().value())
                .bind("$2", round.id())
                .bind("$3", proposal)
                .bind("$4", milestone)
                .bind("$5", UUID.nameUUIDFromBytes(clean.bytes()))
                .bind("$6", clean.type())
                .bind("$7", clean.bytes())
                .bind("$8", by)
                .bind("$9", clock.instant().atOffset(UTC))
                .bind("$10", MOST)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// The earliest first.
    public Flux<Named> of(Round round) {
        return database.sql("""
                        select proposal, milestone, id from polls.milestone_pictures
                        where community_id = $1 and round = $2 order by proposal, milestone, at""")
                .bind("$1", round.community().value())
                .bind("$2", round.id())
                .map(row -> new Named(
                        integer(row, "proposal"),
                        integer(row, "milestone"),
                        Objects.requireNonNull(row.get("id", UUID.class))))
                .all();
    }

    /// Empty where the round has none of this id.
    public Mono<Media> one(Round round, UUID id) {
        return database.sql("""
                        select media_type, bytes from polls.milestone_pictures
                        where community_id = $1 and round = $2 and id = $3 limit 1""")
                .bind("$1", round.community().value())
                .bind("$2", round.id())
                .bind("$3", id)
                .map(row -> new Media(text(row, "media_type"), Objects.requireNonNull(row.get("bytes", byte[].class))))
                .one();
    }
}
