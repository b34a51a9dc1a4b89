package org.linli.community;

import static org.linli.platform.database.Columns.text;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.community.file.CommunityFile;
import org.linli.community.file.Problem;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Keeps places open at which something hangs: they are closed, or moved into one that is closed, only when nothing is
/// there, nor within them.
@Component
public class KeepPlaces {

    private final DatabaseClient database;
    private final LoadCommunity rows;
    private final ObjectProvider<HangsThere> kinds;

    KeepPlaces(DatabaseClient database, LoadCommunity rows, ObjectProvider<HangsThere> kinds) {
        this.database = database;
        this.rows = rows;
        this.kinds = kinds;
    }

    /// All that may hang at a place, in the order in which it is told.
    public Stream<HangsThere> kinds() {
        return kinds.orderedStream();
    }

    /// Those places that are open now and no more with the file, which closes them or moves them into one that is
    /// closed; without what lies within them. Never empty.
    Mono<List<String>> closedBy(CommunityFile file) {
        return file.places().isEmpty()
                ? Mono.just(List.of())
                : rows.imported(file.id()).map(standing -> closedBy(standing, file.places()));
    }

    private static List<String> closedBy(List<Place> standing, List<Place> said) {
        var after = new LinkedHashMap<String, Place>();
        Stream.concat(standing.stream(), said.stream()).forEach(it -> after.put(it.id(), it));
        var closed = open(standing);
        closed.removeAll(open(after.values()));
        return after.values().stream()
                .filter(it -> closed.contains(it.id()))
                .filter(it -> it.parent() == null || !closed.contains(it.parent()))
                .map(Place::id)
                .toList();
    }

    private static Set<String> open(Collection<Place> all) {
        return Place.open(all).stream().map(Place::id).collect(Collectors.toSet());
    }

    /// What hangs at each, with how many: why it cannot be closed. Never empty.
    Mono<List<Problem>> problems(CommunityId community, List<String> places) {
        return Flux.fromIterable(places)
                .concatMap(place -> within(community, place).flatMapMany(it -> problems(community, place, it)))
                .collectList();
    }

    private Flux<Problem> problems(CommunityId community, String place, List<String> within) {
        return Flux.fromStream(this::kinds)
                .concatMap(kind -> kind.at(community, within)
                        .filter(count -> count > 0)
                        .map(count -> new Problem(
                                "", 0, Problem.What.STILL_THERE, place, Long.toString(count), kind.name())));
    }

    private Mono<List<String>> within(CommunityId community, String place) {
        return database.sql("""
            with recursive below as (
                select id from community.places where community_id = $1 and id = $2
                union
                select p.id from community.places p join below b on p.parent = b.id where p.community_id = $1)
            select id from below""")
                .bind(0, community.value())
                .bind(1, place)
                .map(row -> text(row, "id"))
                .all()
                .collectList();
    }
}
