package org.linli.notices.audience;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.text;

import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// What staff keeps under names.
@Component
public class SavedAudiences {

    private final DatabaseClient database;

    SavedAudiences(DatabaseClient database) {
        this.database = database;
    }

    /// In the order of their names.
    public Flux<SavedAudience> of(CommunityId community) {
        return database.sql("""
                        select name, line, by_staff, at from notices.audiences where community_id = $1 order by name""")
                .bind("$1", community.value())
                .map(row -> new SavedAudience(
                        community, text(row, "name"), text(row, "line"), text(row, "by_staff"), instant(row, "at")))
                .all();
    }
}
