package org.linli.community;

import static org.linli.platform.database.Columns.number;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The rows that hold a community's settings, written within the caller's transaction.
@Component
class SettingsRows {

    private static final String VERSION = "select version from community.communities where community_id = $1";

    private final DatabaseClient database;

    SettingsRows(DatabaseClient database) {
        this.database = database;
    }

    /// Empty where there is no such community.
    Mono<Long> version(CommunityId community) {
        return of(community, VERSION).map(row -> number(row, "version")).one();
    }

    /// The same; nobody else changes the community until the transaction ends.
    Mono<Long> locked(CommunityId community) {
        return of(community, VERSION + " for update")
                .map(row -> number(row, "version"))
                .one();
    }

    Mono<Void> name(CommunityId community, String name) {
        return of(community, "update community.communities set name = $2 where community_id = $1")
                .bind(1, name)
                .then();
    }

    Mono<Void> group(CommunityId community, SettingsChange.OfGroup it) {
        return of(community, """
                        update community.groups set talkativeness = $3, quiet_hours = $4, welcome = $5, unit = nullif($6, '')
                        where community_id = $1 and code = $2""")
                .bind(1, it.code())
                .bind(2, it.manner().name())
                .bind(3, hours(it.quiet()))
                .bind(4, it.welcome())
                .bind(5, it.unit() == null ? "" : it.unit())
                .then();
    }

    Mono<Void> unit(CommunityId community, SettingsChange.OfUnit it) {
        return of(community, "update community.units set hours = $3 where community_id = $1 and id = $2")
                .bind(1, it.unit())
                .bind(2, hours(it.hours()))
                .then();
    }

    /// @param ways empty: as usual
    Mono<Void> ways(CommunityId community, List<String> ways) {
        return of(community, "update community.communities set ways = nullif($2, '') where community_id = $1")
                .bind(1, String.join(" ", ways))
                .then();
    }

    /// So that every replica notices.
    Mono<Void> raise(CommunityId community) {
        return of(community, "update community.communities set version = version + 1 where community_id = $1")
                .then();
    }

    private GenericExecuteSpec of(CommunityId community, String sql) {
        return database.sql(sql).bind(0, community.value());
    }

    private static Parameter hours(@Nullable QuietHours hours) {
        return hours == null ? Parameters.in(R2dbcType.VARCHAR) : Parameters.in(hours.text());
    }
}
