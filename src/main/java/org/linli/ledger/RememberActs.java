package org.linli.ledger;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toSet;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.linli.channels.Acted;
import org.linli.channels.ChannelId;
import org.linli.channels.Way;
import org.linli.platform.database.WriteEffects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Remembers when somebody last did what may open a window, in the transaction of what it changed.
@Component
class RememberActs implements WriteEffects<Acted> {

    private static final String REMEMBER = """
            insert into ledger.acts (community_id, address, act, at)
            select community_id, address, act, max(at)
            from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) as it(community_id, address, act, at)
            group by community_id, address, act order by community_id, address, act
            on conflict (community_id, address, act) do update set at = excluded.at where acts.at < excluded.at
            """;

    private final DatabaseClient database;
    private final Set<ChannelId> limited;

    RememberActs(DatabaseClient database, ObjectProvider<Way> ways) {
        this.database = database;
        this.limited = ways.stream().map(Way::channel).collect(toSet());
    }

    @Override
    public Class<Acted> kind() {
        return Acted.class;
    }

    /// Where a channel limits nothing, nothing has to be remembered.
    @Override
    public Mono<Void> write(List<Acted> acts) {
        var worth = acts.stream()
                .filter(it -> limited.contains(it.where().channel()))
                .toList();
        return worth.isEmpty() ? Mono.empty() : remember(worth);
    }

    private Mono<Void> remember(List<Acted> acts) {
        return database.sql(REMEMBER)
                .bind("$1", texts(acts, it -> it.community().value()))
                .bind("$2", texts(acts, it -> it.where().text()))
                .bind("$3", texts(acts, it -> it.act().name()))
                .bind("$4", acts.stream().map(it -> it.at().atOffset(UTC)).toArray(OffsetDateTime[]::new))
                .then();
    }

    private static String[] texts(List<Acted> acts, Function<Acted, String> text) {
        return acts.stream().map(text).toArray(String[]::new);
    }
}
