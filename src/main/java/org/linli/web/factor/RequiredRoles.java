package org.linli.web.factor;

import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.platform.audit.NoteChange;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// The roles of each community that do not get in by a password alone. Whoever has one and no second factor yet sets it
/// up at the next sign-in, before anything else.
@Service
public class RequiredRoles {

    private final DatabaseClient database;
    private final NoteChange note;
    private final Clock clock;

    RequiredRoles(DatabaseClient database, NoteChange note, Clock clock) {
        this.database = database;
        this.note = note;
        this.clock = clock;
    }

    /// Never empty.
    public Mono<Set<Role>> of(CommunityId community) {
        return database.sql("select role from factors.required where community_id = $1")
                .bind(0, community.value())
                .map(row -> text(row, "role"))
                .all()
                .flatMapIterable(RequiredRoles::named)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /// One that this version does not know keeps nobody from signing in.
    private static List<Role> named(String name) {
        return Stream.of(Role.values()).filter(it -> it.name().equals(name)).toList();
    }

    /// Never empty.
    public Mono<Boolean> include(StaffMember member) {
        return of(member.community()).map(it -> it.contains(member.role()));
    }

    /// From the next sign-in on. Never empty: whether they were others before.
    public Mono<Boolean> set(StaffMember by, Set<Role> roles) {
        return of(by.community())
                .flatMap(before -> before.equals(roles)
                        ? Mono.just(false)
                        : note.where(
                                write(by.community(), roles).thenReturn(true),
                                noted(by, "second factor for " + new TreeSet<>(roles))));
    }

    private Mono<Void> write(CommunityId community, Set<Role> roles) {
        return database.sql("delete from factors.required where community_id = $1 and role <> all($2::text[])")
                .bind(0, community.value())
                .bind(1, names(roles))
                .then()
                .then(database.sql("""
                        insert into factors.required (community_id, role) select $1, unnest($2::text[])
                        on conflict do nothing""")
                        .bind(0, community.value())
                        .bind(1, names(roles))
                        .then());
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }

    private Noted noted(StaffMember by, String detail) {
        return new Noted(by.community(), by.id(), Noted.Kind.SETTING_CHANGED, "second-factor", detail, clock.instant());
    }
}
