package org.linli.community.personnel;

import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.community.Elsewhere;
import org.linli.community.Role;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Lists the staff as it stands in the database, the suspended ones too.
@Component
public class Personnel {

    private static final String SELECT = """
        select id, name, role, unit, phone, suspended_at, password_hash is not null as has_password, password_given,
          (select array_agg(way || ' ' || subject) from community.staff_elsewhere
           where community_id = $1 and staff = id) as elsewhere
        from community.staff where community_id = $1""";

    private final DatabaseClient database;

    Personnel(DatabaseClient database) {
        this.database = database;
    }

    /// Those who work here first, in the order in which they came.
    public Flux<Employee> all(CommunityId community) {
        return database.sql(SELECT + " order by suspended_at is not null, position, id")
                .bind(0, community.value())
                .map(Personnel::read)
                .all();
    }

    /// Empty where there is nobody of that id.
    public Mono<Employee> one(CommunityId community, String id) {
        return database.sql(SELECT + " and id = $2")
                .bind(0, community.value())
                .bind(1, id)
                .map(Personnel::read)
                .one();
    }

    private static Employee read(Readable row) {
        return new Employee(
                text(row, "id"),
                text(row, "name"),
                Role.valueOf(text(row, "role")),
                text(row, "unit"),
                row.get("phone", String.class),
                instantOrNull(row, "suspended_at"),
                is(row, "has_password"),
                is(row, "password_given"),
                elsewhere(row.get("elsewhere", String[].class)));
    }

    private static Map<Elsewhere, String> elsewhere(String @Nullable [] bound) {
        return Stream.ofNullable(bound)
                .flatMap(Arrays::stream)
                .map(it -> it.split(" ", 2))
                .collect(Collectors.toMap(it -> Elsewhere.valueOf(it[0]), it -> it[1]));
    }

    private static boolean is(Readable row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }
}
