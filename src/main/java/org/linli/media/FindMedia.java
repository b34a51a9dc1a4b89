package org.linli.media;

import static java.util.Objects.requireNonNull;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.channels.Media;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gives out what people sent. Whoever asks has made sure that the one who looks may see it.
@Component
public class FindMedia {

    /// One thing with its bytes.
    public record Shown(SentMedia about, Media media) {}

    private static final String ABOUT = """
            select i.id, i.kind, i.state, i.name, coalesce(c.type, '') as type,
                   coalesce(octet_length(c.bytes), 0)::bigint as size
            from media.items i
            left join media.contents c on c.community_id = i.community_id and c.hash = i.hash
            where i.community_id = $1 and i.id = any($2)
            """;

    private static final String WITH_BYTES = """
            select i.id, i.kind, i.state, i.name, c.type, octet_length(c.bytes)::bigint as size, %s as bytes
            from media.items i
            join media.contents c on c.community_id = i.community_id and c.hash = i.hash
            where i.community_id = $1 and i.id = $2 and %1$s is not null
            """;

    private final DatabaseClient database;

    FindMedia(DatabaseClient database) {
        this.database = database;
    }

    /// One for each id, in their order; [SentMedia#forgotten] where there is none any more. Never empty.
    public Mono<List<SentMedia>> about(CommunityId community, Collection<String> ids) {
        var asked = List.copyOf(ids);
        return asked.isEmpty()
                ? Mono.just(List.of())
                : database.sql(ABOUT)
                        .bind("$1", community.value())
                        .bind("$2", asked.toArray(String[]::new))
                        .map(FindMedia::about)
                        .all()
                        .collect(Collectors.toMap(SentMedia::id, it -> it))
                        .map(found -> inOrder(asked, found));
    }

    /// Empty where its bytes are not here.
    public Mono<Shown> whole(CommunityId community, String id) {
        return withBytes("c.bytes", community, id, "");
    }

    /// A small JPEG. Empty for everything but a picture that is here.
    public Mono<Shown> small(CommunityId community, String id) {
        return withBytes("c.small", community, id, "image/jpeg");
    }

    private Mono<Shown> withBytes(String column, CommunityId community, String id, String type) {
        return database.sql(WITH_BYTES.formatted(column))
                .bind("$1", community.value())
                .bind("$2", id)
                .map(row -> new Shown(
                        about(row),
                        new Media(
                                type.isEmpty() ? text(row, "type") : type,
                                requireNonNull(row.get("bytes", byte[].class)))))
                .one();
    }

    private static List<SentMedia> inOrder(List<String> asked, Map<String, SentMedia> found) {
        return asked.stream()
                .map(id -> found.getOrDefault(id, SentMedia.forgotten(id)))
                .toList();
    }

    private static SentMedia about(Readable row) {
        return new SentMedia(
                text(row, "id"),
                MediaKind.valueOf(text(row, "kind")),
                SentMedia.State.of(text(row, "state")),
                text(row, "type"),
                text(row, "name"),
                number(row, "size"));
    }
}
