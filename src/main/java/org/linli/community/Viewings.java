package org.linli.community;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.text;

import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// Who looked at whose personal data.
@Component
public class Viewings {

    private static final int MOST = 50;

    private final DatabaseClient database;

    Viewings(DatabaseClient database) {
        this.database = database;
    }

    /// The latest fifty, the newest first; empty where nobody looked.
    public Flux<ResidentViewed> of(CommunityId community, String resident) {
        return database.sql("""
                        select resident, staff, why, at from community.viewings
                        where community_id = $1 and resident = $2 order by id desc limit $3""")
                .bind(0, community.value())
                .bind(1, resident)
                .bind(2, MOST)
                .map(row -> new ResidentViewed(
                        community, text(row, "resident"), text(row, "staff"), text(row, "why"), instant(row, "at")))
                .all();
    }
}
