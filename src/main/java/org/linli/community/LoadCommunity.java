package org.linli.community;

import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.channels.Address;
import org.linli.community.LearntNames.LearntName;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reads a whole community, in the order of its import.
@Component
class LoadCommunity {

    private final DatabaseClient database;
    private final List<LearntNames> learnt;

    LoadCommunity(DatabaseClient database, List<LearntNames> learnt) {
        this.database = database;
        this.learnt = learnt;
    }

    Flux<Communities.Version> versions() {
        return database.sql("select community_id, version from community.communities order by community_id")
                .map(row -> new Communities.Version(new CommunityId(text(row, "community_id")), number(row, "version")))
                .all();
    }

    /// Empty when it is not there.
    Mono<CommunityMap> load(CommunityId id) {
        return load(id, places(id));
    }

    /// The same without the names that were taught, which are no import's.
    Mono<CommunityMap> loadAsImported(CommunityId id) {
        return load(id, imported(id));
    }

    private Mono<CommunityMap> load(CommunityId id, Mono<List<Place>> places) {
        return Mono.zip(head(id), places, units(id), staff(id), groups(id), addresses(id))
                .map(it -> new CommunityMap(
                        it.getT1(), it.getT2(), it.getT3(), new Team(it.getT4(), it.getT6()), it.getT5()));
    }

    private Mono<CommunityMap.Head> head(CommunityId id) {
        return database.sql("""
                        select name, case_prefix, made_up, coalesce(ways, '') as ways
                        from community.communities where community_id = $1""")
                .bind(0, id.value())
                .map(row -> CommunityColumns.head(id, row))
                .one();
    }

    private Mono<List<Place>> places(CommunityId id) {
        return Mono.zip(
                imported(id),
                names(id),
                (places, names) -> places.stream()
                        .map(it -> it.alsoCalled(names.getOrDefault(it.id(), List.of())))
                        .toList());
    }

    private Mono<Map<String, List<String>>> names(CommunityId id) {
        return Flux.fromIterable(learnt)
                .concatMap(it -> it.of(id))
                .collect(Collectors.groupingBy(
                        LearntName::place, Collectors.mapping(LearntName::name, Collectors.toList())));
    }

    /// Closed ones too. Never empty.
    Mono<List<Place>> imported(CommunityId id) {
        return rows(
                "select id, kind, name, parent, aliases, latitude, longitude, closed from community.places",
                id,
                CommunityColumns::place);
    }

    private Mono<List<Unit>> units(CommunityId id) {
        return rows(
                "select id, kind, name, places, labels, chat, parent, hours, retired from community.units",
                id,
                CommunityColumns::unit);
    }

    private Mono<List<StaffMember>> staff(CommunityId id) {
        return rows(
                "select id, name, role, unit, phone, chat from community.staff",
                "suspended_at is null",
                id,
                row -> CommunityColumns.member(id, row));
    }

    private Mono<List<Group>> groups(CommunityId id) {
        return rows(
                "select code, name, address, place, unit, talkativeness, quiet_hours, welcome from community.groups",
                id,
                CommunityColumns::group);
    }

    private Mono<Map<Address, String>> addresses(CommunityId id) {
        return database.sql("""
            select address, staff from community.staff_addresses a where community_id = $1 and exists (
              select from community.staff s
              where s.community_id = a.community_id and s.id = a.staff and s.suspended_at is null)""")
                .bind(0, id.value())
                .map(row -> Map.entry(Address.parse(text(row, "address")), text(row, "staff")))
                .all()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private <T> Mono<List<T>> rows(String select, CommunityId id, Function<Readable, T> read) {
        return rows(select, "true", id, read);
    }

    private <T> Mono<List<T>> rows(String select, String only, CommunityId id, Function<Readable, T> read) {
        return database.sql("%s where community_id = $1 and %s order by position".formatted(select, only))
                .bind(0, id.value())
                .map(read)
                .all()
                .collectList();
    }
}
