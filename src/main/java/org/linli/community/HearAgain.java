package org.linli.community;

import static java.time.ZoneOffset.UTC;

import java.time.OffsetDateTime;
import java.util.List;
import org.linli.channels.Act;
import org.linli.channels.Acted;
import org.linli.platform.database.WriteEffects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Whoever does something with us again is reached again, as far as we know.
@Component
class HearAgain implements WriteEffects<Acted> {

    /// Platforms' clocks have seconds: what is done in the second in which a letter came back counts as done
    /// afterwards.
    private static final String HEAR = """
            with heard as (
                select address, max(at) as at from unnest($2::text[], $3::timestamptz[]) as it (address, at)
                group by address
            ), mine as (
                select address, heard.at from community.reaches lost join heard using (address)
                where lost.community_id = $1 and not lost.reached and date_trunc('second', lost.at) <= heard.at
                order by address for update of lost
            )
            update community.reaches known set reached = true, at = greatest(known.at, mine.at)
            from mine where known.community_id = $1 and known.address = mine.address
            """;

    private final DatabaseClient database;

    HearAgain(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<Acted> kind() {
        return Acted.class;
    }

    @Override
    public Mono<Void> write(List<Acted> acts) {
        var people = acts.stream()
                .filter(it -> it.act() != Act.LEAVE && !it.where().isGroup())
                .toList();
        return people.isEmpty() ? Mono.empty() : hear(people);
    }

    private Mono<Void> hear(List<Acted> people) {
        return database.sql(HEAR)
                .bind("$1", people.getFirst().community().value())
                .bind("$2", people.stream().map(it -> it.where().text()).toArray(String[]::new))
                .bind("$3", people.stream().map(it -> it.at().atOffset(UTC)).toArray(OffsetDateTime[]::new))
                .then();
    }
}
