package org.linli.community.choosing;

import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.community.ResidentNames;
import org.linli.platform.database.CommunityId;
import org.linli.platform.traces.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Finds residents by what is known of them, a page at a time: in the order of their ids, so that somebody who moves in
/// meanwhile shifts nobody.
@Service
public class ChooseResidents {

    private static final Logger LOG = LoggerFactory.getLogger(ChooseResidents.class);

    /// One more statement for each part would be four for each page.
    private static final String CHOSEN = """
            select r.community_id, r.id, r.name, r.home, r.verified,
                   array(select i.address from community.identities i
                         where i.community_id = r.community_id and i.resident = r.id order by i.address) as addresses,
                   array(select i.address from community.identities i
                         join community.reaches l on l.community_id = i.community_id and l.address = i.address
                         where i.community_id = r.community_id and i.resident = r.id and not l.reached) as lost,
                   array(select t.tag from community.tags t
                         where t.community_id = r.community_id and t.resident = r.id order by t.tag) as tags,
                   array(select distinct m.said_in from community.identities i
                         join community.group_members m on m.community_id = i.community_id and m.member = i.address
                         where i.community_id = r.community_id and i.resident = r.id and m.went_at is null) as groups,
                   %s as took_part
            from community.residents r where r.community_id = :community and\s""";

    /// Where letters reach the resident of a row `r`, as a capability that knows people by their addresses alone names
    /// them: `address:` and the address.
    public static final String ADDRESSES = """
            (select 'address:' || i.address from community.identities i
             where i.community_id = r.community_id and i.resident = r.id)""";

    private final DatabaseClient database;
    private final ResidentNames names;
    private final Map<String, String> tookPart;
    private final List<TakingPart> takingPart;

    ChooseResidents(DatabaseClient database, ResidentNames names, List<TakingPart> takingPart) {
        this.database = database;
        this.names = names;
        this.takingPart = List.copyOf(takingPart);
        this.tookPart = takingPart.stream().collect(Collectors.toMap(TakingPart::kind, TakingPart::condition));
    }

    /// Never empty.
    public Mono<Long> count(CommunityMap map, Whom whom) {
        var condition = Condition.on(whom, map, tookPart);
        return condition
                .bind(database.sql(
                        "select count(*) as n from community.residents r where r.community_id = :community and "
                                + condition.sql()))
                .bind("community", map.id().value())
                .map(row -> number(row, "n"))
                .one();
    }

    /// @param after the id of the last one of the page before; empty for the first page
    public Flux<Chosen> page(CommunityMap map, Whom whom, String after, int most) {
        var condition = Condition.on(whom, map, tookPart);
        return condition
                .bind(database.sql(CHOSEN.formatted(condition.tookPart()) + condition.sql()
                        + " and r.id > :after order by r.id limit :most"))
                .bind("community", map.id().value())
                .bind("after", after)
                .bind("most", most)
                .map(this::chosen)
                .all();
    }

    /// Those of them who are still known, by id.
    public Flux<Chosen> these(CommunityId community, Collection<String> ids) {
        return database.sql(CHOSEN.formatted("array[]::text[]") + "r.id = any(:ids) order by r.id")
                .bind("community", community.value())
                .bind("ids", ids.toArray(String[]::new))
                .map(this::chosen)
                .all();
    }

    /// What staff knows of anybody, in the order of the words. Empty where nothing is known.
    public Flux<String> tags(CommunityId community) {
        return database.sql("select distinct tag from community.tags where community_id = $1 order by tag")
                .bind("$1", community.value())
                .map(row -> text(row, "tag"))
                .all();
    }

    /// What they may have taken part in.
    public Flux<TakingPart.Occasion> occasions(CommunityId community) {
        return Flux.fromIterable(takingPart).concatMap(it -> known(it, community));
    }

    /// Where one of them says what this version does not know, nobody is chosen by the kind, and all else goes on.
    private static Flux<TakingPart.Occasion> known(TakingPart it, CommunityId community) {
        return it.occasions(community).onErrorResume(IllegalArgumentException.class, unknown -> {
            LOG.warn("nobody can be chosen by '{}' now: {}", it.kind(), Failed.briefly(unknown));
            return Flux.empty();
        });
    }

    private Chosen chosen(Readable row) {
        var lost = addresses(row, "lost").collect(Collectors.toUnmodifiableSet());
        return new Chosen(
                names.resident(row),
                addresses(row, "addresses").filter(it -> !lost.contains(it)).toList(),
                lost.stream().toList(),
                Set.of(texts(row, "tags")),
                addresses(row, "groups").collect(Collectors.toUnmodifiableSet()),
                Stream.of(texts(row, "took_part"))
                        .map(ChooseResidents::tookPart)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Whom.TookPart tookPart(String named) {
        int end = named.indexOf('/');
        return new Whom.TookPart(named.substring(0, end), named.substring(end + 1));
    }

    private static Stream<Address> addresses(Readable row, String column) {
        return Stream.of(texts(row, column)).map(Address::parse);
    }

    private static String[] texts(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String[].class));
    }
}
