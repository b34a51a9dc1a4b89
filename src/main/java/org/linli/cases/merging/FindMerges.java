package org.linli.cases.merging;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.linli.cases.CaseFile;
import org.linli.cases.FindCases;
import org.linli.cases.Neighbour;
import org.linli.cases.State;
import org.linli.cases.Who;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Which cases rest in which.
@Component
public class FindMerges {

    private final DatabaseClient database;
    private final FindCases cases;

    FindMerges(DatabaseClient database, FindCases cases) {
        this.database = database;
        this.cases = cases;
    }

    /// In which case this one rests. Empty where it goes on by itself.
    Mono<Merge> of(CommunityId community, String number) {
        return database.sql("""
                        select * from cases.merges
                        where community_id = $1 and number = $2 and undone_at is null""")
                .bind(0, community.value())
                .bind(1, number)
                .map(FindMerges::merge)
                .one();
    }

    /// What rests in this case, the earliest first.
    public Flux<Merge> into(CommunityId community, String target) {
        return database.sql("""
                        select * from cases.merges
                        where community_id = $1 and target = $2 and undone_at is null order by merged_at, number""")
                .bind(0, community.value())
                .bind(1, target)
                .map(FindMerges::merge)
                .all();
    }

    /// The same, with whom they concern. Never empty; the list may be.
    Mono<List<CaseFile>> resting(CommunityId community, String target) {
        return into(community, target)
                .concatMap(it -> cases.file(community, it.number()))
                .collectList();
    }

    /// Those of the target's supporters who came over with the case that rests there. Never empty; the list may be.
    Mono<List<Neighbour>> came(Merge merge) {
        return database.sql("""
                        select * from cases.supporters
                        where community_id = $1 and number = $2 and came_from = $3 order by joined_at, address""")
                .bind(0, merge.community().value())
                .bind(1, merge.target())
                .bind(2, merge.number())
                .map(FindMerges::supporter)
                .all()
                .collectList();
    }

    static Neighbour supporter(Readable row) {
        String group = row.get("said_in_group", String.class);
        String privately = row.get("privately", String.class);
        return new Neighbour(
                row.get("resident", String.class),
                Address.parse(text(row, "address")),
                group == null ? null : Address.parse(group),
                privately == null ? null : Address.parse(privately));
    }

    private static Merge merge(Readable row) {
        return new Merge(
                new CommunityId(text(row, "community_id")),
                text(row, "number"),
                instant(row, "merged_at"),
                text(row, "target"),
                State.valueOf(text(row, "state")),
                new Who(Who.Kind.STAFF, text(row, "by_id"), text(row, "by_name")),
                text(row, "reason"));
    }
}
