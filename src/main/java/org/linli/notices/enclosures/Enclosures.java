package org.linli.notices.enclosures;

import static java.util.Objects.requireNonNull;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.channels.Media;
import org.linli.notices.Notice;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What is enclosed in notices.
@Component
public class Enclosures {

    /// One thing with its bytes.
    public record Whole(Enclosure about, Media media) {}

    private final DatabaseClient database;

    Enclosures(DatabaseClient database) {
        this.database = database;
    }

    /// Pictures first, in the order in which they came. Never empty; the list may be.
    public Mono<List<Enclosure>> of(Notice notice) {
        return notice.enclosed().count() == 0
                ? Mono.just(List.of())
                : database.sql("""
                                select id, name, type from notices.enclosures
                                where community_id = $1 and notice = $2""")
                        .bind("$1", notice.community().value())
                        .bind("$2", notice.id())
                        .map(Enclosures::about)
                        .all()
                        .collectMap(Enclosure::id)
                        .map(found -> inOrder(notice, found));
    }

    /// Empty where it has none of this name.
    public Mono<Whole> whole(CommunityId community, String notice, String id) {
        return Mono.fromSupplier(() -> UUID.fromString(id))
                .onErrorComplete(IllegalArgumentException.class)
                .flatMap(name -> database.sql("""
                                select id, name, type, bytes from notices.enclosures
                                where community_id = $1 and notice = $2 and id = $3""")
                        .bind("$1", community.value())
                        .bind("$2", notice)
                        .bind("$3", name)
                        .map(row -> new Whole(
                                about(row),
                                new Media(text(row, "type"), requireNonNull(row.get("bytes", byte[].class)))))
                        .one());
    }

    private static List<Enclosure> inOrder(Notice notice, Map<String, Enclosure> found) {
        var enclosed = notice.enclosed();
        return Stream.concat(enclosed.pictures().stream(), enclosed.files().stream())
                .flatMap(id -> Stream.ofNullable(found.get(id)))
                .toList();
    }

    private static Enclosure about(Readable row) {
        return new Enclosure(
                requireNonNull(row.get("id", UUID.class)).toString(), text(row, "name"), text(row, "type"));
    }
}
