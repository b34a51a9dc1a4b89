package org.linli.teaching;

import static org.linli.platform.database.Columns.text;

import org.linli.community.LearntNames;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// The names of places that staff has taught, by place and name.
@Component
class TaughtNames implements LearntNames {

    private final DatabaseClient database;

    TaughtNames(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<LearntName> of(CommunityId community) {
        return database.sql("select place, name from teaching.names where community_id = $1 order by place, name")
                .bind(0, community.value())
                .map(row -> new LearntName(text(row, "place"), text(row, "name")))
                .all();
    }
}
