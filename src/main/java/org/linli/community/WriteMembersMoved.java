package org.linli.community;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.platform.database.WriteEffects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Keeps who is in which group. Whoever was there once stays known, so that nobody is welcomed twice.
@Component
class WriteMembersMoved implements WriteEffects<MemberMoved> {

    private static final String SQL = """
            insert into community.group_members as known (community_id, said_in, member, came_at, went_at)
            select community, said_in, member, at, case when there::boolean then null else at end
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
                 as it (community, said_in, member, there, at)
            on conflict (community_id, said_in, member) do update
            set went_at = excluded.went_at,
                came_at = case when excluded.went_at is null then excluded.came_at else known.came_at end
            """;

    private final DatabaseClient database;

    WriteMembersMoved(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<MemberMoved> kind() {
        return MemberMoved.class;
    }

    @Override
    public Mono<Void> write(List<MemberMoved> effects) {
        var moved = onceEach(effects);
        return database.sql(SQL)
                .bind(0, texts(moved, it -> it.community().value()))
                .bind(1, texts(moved, it -> it.group().text()))
                .bind(2, texts(moved, it -> it.member().text()))
                .bind(3, texts(moved, it -> Boolean.toString(it.there())))
                .bind(
                        4,
                        moved.stream()
                                .map(it -> it.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .then();
    }

    /// One statement cannot write a row twice; in the order of keys.
    private static List<MemberMoved> onceEach(List<MemberMoved> effects) {
        return effects.stream()
                .collect(Collectors.toMap(
                        WriteMembersMoved::key, Function.identity(), (_, last) -> last, LinkedHashMap::new))
                .entrySet()
                .stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(java.util.Map.Entry::getValue)
                .toList();
    }

    private static String key(MemberMoved it) {
        return String.join(
                " ", it.community().value(), it.group().text(), it.member().text());
    }

    private static String[] texts(List<MemberMoved> moved, Function<MemberMoved, String> field) {
        return moved.stream().map(field).toArray(String[]::new);
    }
}
