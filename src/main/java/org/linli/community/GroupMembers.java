package org.linli.community;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.linli.channels.Address;
import org.linli.platform.database.Columns;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who is in which group, as far as the platforms tell.
@Service
public class GroupMembers {

    /// Whoever comes so soon after another reads the line that the other was welcomed with.
    private static final Duration TOGETHER = Duration.ofMinutes(10);

    private static final String DESERVES_WELCOME = """
            select not exists (
                select from community.group_members
                where community_id = $1 and said_in = $2 and (member = $3 or came_at > $4)) as yes
            """;

    private static final String THERE = """
            select member from community.group_members
            where community_id = $1 and said_in = $2 and went_at is null order by came_at, member
            """;

    private final DatabaseClient database;
    private final Clock clock;

    GroupMembers(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Whether somebody who comes now was never there before, and nobody else came a moment ago. Never empty.
    public Mono<Boolean> deservesWelcome(CommunityId community, Address group, Address member) {
        return database.sql(DESERVES_WELCOME)
                .bind(0, community.value())
                .bind(1, group.text())
                .bind(2, member.text())
                .bind(3, clock.instant().minus(TOGETHER).atOffset(ZoneOffset.UTC))
                .map(row -> Boolean.TRUE.equals(row.get("yes", Boolean.class)))
                .one();
    }

    /// How many are in each group now, by its address's text. Never empty; without the groups of which no platform
    /// tells.
    public Mono<Map<String, Long>> counted(CommunityId community) {
        return database.sql("""
                        select said_in, count(*) as n from community.group_members
                        where community_id = $1 and went_at is null group by said_in""")
                .bind(0, community.value())
                .map(row -> Map.entry(Columns.text(row, "said_in"), Columns.number(row, "n")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /// Those who are in the group now, the earliest first. Empty where the platform does not tell.
    public Flux<Address> in(CommunityId community, Address group) {
        return database.sql(THERE)
                .bind(0, community.value())
                .bind(1, group.text())
                .map(row -> Address.parse(Objects.requireNonNull(row.get("member", String.class))))
                .all();
    }
}
