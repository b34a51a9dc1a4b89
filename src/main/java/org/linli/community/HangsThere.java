package org.linli.community;

import static org.linli.platform.database.Columns.number;

import java.util.Collection;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// One kind of what keeps a place from being closed, as a bean of whoever keeps it.
public final class HangsThere {

    private final String name;
    private final String page;
    private final DatabaseClient database;
    private final String count;

    /// @param name  in the words of the page, like `residents`
    /// @param page  where it is dealt with, like `/desk/residents`
    /// @param count says as `n` how many there are in a community, `$1`, at places, `$2`
    public HangsThere(String name, String page, DatabaseClient database, String count) {
        this.name = name;
        this.page = page;
        this.database = database;
        this.count = count;
    }

    public String name() {
        return name;
    }

    public String page() {
        return page;
    }

    /// Never empty.
    Mono<Long> at(CommunityId community, Collection<String> places) {
        return database.sql(count)
                .bind(0, community.value())
                .bind(1, places.toArray(String[]::new))
                .map(row -> number(row, "n"))
                .one();
    }
}
