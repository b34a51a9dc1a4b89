package org.linli.community;

import static org.linli.platform.database.Columns.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Coalesced;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The people who live or work here, as far as they are known.
@Service
public class Residents {

    private static final int MOST_AT_ONCE = 256;
    private static final int READS_ABREAST = 2;

    private record Asked(CommunityId community, String address) {}

    private final DatabaseClient database;
    private final Communities communities;
    private final ResidentNames names;
    private final Coalesced<Asked, Optional<Resident>> byAddress =
            new Coalesced<>(MOST_AT_ONCE, READS_ABREAST, this::together);

    Residents(DatabaseClient database, Communities communities, ResidentNames names) {
        this.database = database;
        this.communities = communities;
        this.names = names;
    }

    /// Who writes from there. Empty when nobody is known at this address. Read afresh each time, many in one
    /// statement: what was declared a moment ago on another replica counts.
    public Mono<Resident> at(CommunityId community, Address address) {
        return byAddress.call(new Asked(community, address.text())).flatMap(Mono::justOrEmpty);
    }

    /// Empty when there is none with this id.
    public Mono<Resident> byId(CommunityId community, String id) {
        return database.sql("""
                        select community_id, id, name, home, verified from community.residents
                        where community_id = $1 and id = $2""")
                .bind(0, community.value())
                .bind(1, id)
                .map(names::resident)
                .one();
    }

    /// Which of these are names of residents, so that they can be made unrecognisable.
    ///
    /// @param pieces of a text; may be many
    public Mono<Set<String>> namesAmong(CommunityId community, Set<String> pieces) {
        return pieces.isEmpty()
                ? Mono.just(Set.of())
                : database.sql("""
                                select community_id, id, name from community.residents
                                where community_id = $1 and (name = any($2) or name_index && $3)""")
                        .bind(0, community.value())
                        .bind(1, pieces.toArray(String[]::new))
                        .bind(2, names.wholeOf(community, pieces))
                        .map(row -> names.name(row))
                        .all()
                        .filter(pieces::contains)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// Everybody whose home is this place or lies within it.
    public Flux<Resident> ofPlace(CommunityId community, Place place) {
        return communities
                .map(community)
                .flatMapMany(map -> ofPlaces(
                        community, map.within(place).stream().map(Place::id).toArray(String[]::new)));
    }

    private Flux<Resident> ofPlaces(CommunityId community, String[] places) {
        return database.sql("""
                        select community_id, id, name, home, verified from community.residents
                        where community_id = $1 and home = any($2) order by id""")
                .bind(0, community.value())
                .bind(1, places)
                .map(names::resident)
                .all();
    }

    /// Where this person is, on whatever channels.
    public Flux<Address> addresses(CommunityId community, String resident) {
        return addresses(community, resident, false);
    }

    /// Where whoever writes from there is as well, this address among them. Only itself where nobody is known there.
    /// Read within the transaction that asks.
    public Flux<Address> sameAs(CommunityId community, Address address) {
        return database.sql("""
                        select other.address from community.identities mine
                        join community.identities other using (community_id, resident)
                        where mine.community_id = $1 and mine.address = $2 and other.address <> $2
                        order by other.address""")
                .bind(0, community.value())
                .bind(1, address.text())
                .map(row -> Address.parse(text(row, "address")))
                .all()
                .startWith(address);
    }

    /// Where letters reach this person: not where they left us or shut us out.
    Flux<Address> reachableAddresses(CommunityId community, String resident) {
        return addresses(community, resident, true);
    }

    /// Where one of our accounts reaches those who live in this place or within it.
    ///
    /// @param account as addresses begin: `wechat:demo`
    public Flux<Address> reachedFrom(CommunityMap map, Place place, String account) {
        return database.sql("""
                        select distinct i.address from community.identities i
                        join community.residents r on r.community_id = i.community_id and r.id = i.resident
                        where i.community_id = $1 and r.home = any($2) and starts_with(i.address, $3)
                          and not exists (select from community.reaches lost
                                          where lost.community_id = i.community_id and lost.address = i.address
                                            and not lost.reached)
                        order by i.address""")
                .bind(0, map.id().value())
                .bind(1, map.within(place).stream().map(Place::id).toArray(String[]::new))
                .bind(2, account + ":person:")
                .map(row -> Address.parse(text(row, "address")))
                .all();
    }

    private Flux<Address> addresses(CommunityId community, String resident, boolean onlyReached) {
        return database.sql("""
                        select i.address from community.identities i
                        left join community.reaches r using (community_id, address)
                        where i.community_id = $1 and i.resident = $2 and (r.reached is not false or not $3)
                        order by i.address""")
                .bind(0, community.value())
                .bind(1, resident)
                .bind(2, onlyReached)
                .map(row -> Address.parse(text(row, "address")))
                .all();
    }

    private Mono<List<Optional<Resident>>> together(List<Asked> asked) {
        return database.sql("""
                        select r.community_id, r.id, r.name, r.home, r.verified
                        from unnest($1::text[], $2::text[]) with ordinality as asked (community_id, address, n)
                        left join community.identities i using (community_id, address)
                        left join community.residents r on r.community_id = i.community_id and r.id = i.resident
                        order by asked.n""")
                .bind(0, asked.stream().map(it -> it.community().value()).toArray(String[]::new))
                .bind(1, asked.stream().map(Asked::address).toArray(String[]::new))
                .map(row -> Optional.ofNullable(row.get("id", String.class)).map(_ -> names.resident(row)))
                .all()
                .collectList();
    }
}
