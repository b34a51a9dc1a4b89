package org.linli.community;

import static org.linli.platform.database.Columns.text;

import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Tells which staff member somebody is who signed in elsewhere. Administrators say who that is, nobody else.
@Service
public class StaffElsewhere {

    private final DatabaseClient database;
    private final Communities communities;

    StaffElsewhere(DatabaseClient database, Communities communities) {
        this.database = database;
        this.communities = communities;
    }

    /// Those in service whom this name may mean; of several communities, where the provider serves them all.
    ///
    /// @param subject as it is there, letter by letter
    public Flux<StaffMember> known(Elsewhere where, String subject) {
        return database.sql("""
            select community_id, staff from community.staff_elsewhere
            where way = $1 and subject = $2 order by community_id""")
                .bind(0, where.name())
                .bind(1, subject)
                .map(row -> new Bound(new CommunityId(text(row, "community_id")), text(row, "staff")))
                .all()
                .flatMap(this::member);
    }

    private record Bound(CommunityId community, String staff) {}

    private Mono<StaffMember> member(Bound bound) {
        return communities.map(bound.community()).flatMap(map -> Mono.justOrEmpty(map.staffMember(bound.staff())));
    }
}
