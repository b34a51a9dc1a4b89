package org.linli.community;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.linli.platform.database.WriteEffects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class WriteResidentViewed implements WriteEffects<ResidentViewed> {

    private final DatabaseClient database;

    WriteResidentViewed(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<ResidentViewed> kind() {
        return ResidentViewed.class;
    }

    @Override
    public Mono<Void> write(List<ResidentViewed> effects) {
        return database.sql("""
                        insert into community.viewings (community_id, resident, staff, why, at)
                        select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])""")
                .bind(0, texts(effects, it -> it.community().value()))
                .bind(1, texts(effects, ResidentViewed::resident))
                .bind(2, texts(effects, ResidentViewed::staff))
                .bind(3, texts(effects, ResidentViewed::why))
                .bind(
                        4,
                        effects.stream()
                                .map(it -> it.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .then();
    }

    private static String[] texts(List<ResidentViewed> effects, Function<ResidentViewed, String> field) {
        return effects.stream().map(field).toArray(String[]::new);
    }
}
