package org.linli.dialogue.topics;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Counts how much was said about something else since a topic was last spoken of.
@Component
class WriteOtherThingsSaid implements WriteEffects<OtherThingSaid> {

    private static final String SQL = """
            with said as (
                select said_in, sum(weight) as weight, max(since) as since
                from unnest($2::text[], $3::int[], $4::timestamptz[]) as it (said_in, weight, since)
                group by 1),
            mine as (
                select t.said_in, t.about, said.weight
                from dialogue.topics t join said using (said_in)
                where t.community_id = $1 and t.said_at > said.since
                order by 1, 2 for update of t)
            update dialogue.topics t set others = others + mine.weight::int
            from mine
            where t.community_id = $1 and t.said_in = mine.said_in and t.about = mine.about
            """;

    private final DatabaseClient database;

    WriteOtherThingsSaid(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<OtherThingSaid> kind() {
        return OtherThingSaid.class;
    }

    @Override
    public Mono<Void> write(List<OtherThingSaid> said) {
        return database.sql(SQL)
                .bind(0, said.getFirst().community().value())
                .bind(1, said.stream().map(it -> it.group().text()).toArray(String[]::new))
                .bind(2, said.stream().map(OtherThingSaid::weight).toArray(Integer[]::new))
                .bind(
                        3,
                        said.stream()
                                .map(it -> it.at().minus(Topic.REMEMBERED).atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .then();
    }
}
