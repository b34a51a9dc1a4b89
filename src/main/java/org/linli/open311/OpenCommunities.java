package org.linli.open311;

import java.util.Map;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.platform.database.Columns;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Which communities answer programs of others: those whose administrators switched it on, and those in which nobody is
/// real.
@Component
public class OpenCommunities {

    private final Communities communities;
    private final DatabaseClient database;
    private final Notes notes;

    OpenCommunities(Communities communities, DatabaseClient database, Notes notes) {
        this.communities = communities;
        this.notes = notes;
        this.database = database;
    }

    /// In the order of their ids. May be empty.
    public Flux<CommunityMap> all() {
        return chosen().flatMapMany(chosen ->
                communities.all().filter(map -> chosen.getOrDefault(map.id().value(), map.isMadeUp())));
    }

    public Mono<Boolean> isOpen(CommunityId community) {
        return all().any(map -> map.id().equals(community));
    }

    public Mono<Void> set(StaffMember by, boolean open) {
        var written = write(by.community(), open).thenReturn(true);
        return notes.setting(by, "open311", open ? "open" : "closed", written).then();
    }

    private Mono<Void> write(CommunityId community, boolean open) {
        return database.sql("""
                        insert into open311.communities (community_id, is_open) values ($1, $2)
                        on conflict (community_id) do update set is_open = excluded.is_open""").bind(0, community.value()).bind(1, open).then();
    }

    private Mono<Map<String, Boolean>> chosen() {
        return database.sql("select community_id, is_open from open311.communities")
                .map(row -> Map.entry(
                        Columns.text(row, "community_id"), Boolean.TRUE.equals(row.get("is_open", Boolean.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
