package org.linli.community;

import static org.linli.platform.database.Columns.text;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Where letters do not arrive: people left us there, shut us out or switched messages off. Until they do something
/// again.
@Service
public class Reaches {

    private static final String OF_RESIDENTS = """
            select i.resident, i.address from community.identities i
            join community.reaches r using (community_id, address)
            where community_id = $1 and i.resident = any($2) and not r.reached
            order by i.resident, i.address
            """;

    private final DatabaseClient database;

    Reaches(DatabaseClient database) {
        this.database = database;
    }

    /// Whether nothing arrives there. Never empty.
    public Mono<Boolean> isLost(CommunityId community, Address address) {
        return database.sql("""
                        select 1 from community.reaches
                        where community_id = $1 and address = $2 and not reached""")
                .bind(0, community.value())
                .bind(1, address.text())
                .map(_ -> true)
                .one()
                .defaultIfEmpty(false);
    }

    /// On which channels, by resident: those who are reached everywhere are left out. Never empty; the map may be.
    public Mono<Map<String, List<ChannelId>>> lostBy(CommunityId community, Collection<String> residents) {
        return residents.isEmpty()
                ? Mono.just(Map.of())
                : database.sql(OF_RESIDENTS)
                        .bind(0, community.value())
                        .bind(1, residents.toArray(String[]::new))
                        .map(row -> Map.entry(
                                text(row, "resident"),
                                Address.parse(text(row, "address")).channel()))
                        .all()
                        .distinct()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
