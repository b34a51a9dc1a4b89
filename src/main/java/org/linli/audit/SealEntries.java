package org.linli.audit;

import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.linli.platform.jobs.Job;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Chains what was added, one community after the other, each by one replica at a time.
@Component
class SealEntries implements Job {

    private static final int BATCH = 1_000;

    private static final String ADD = """
            with added as (
              insert into audit.seals (community_id, place, entry, hash)
              select $1, it.* from unnest($2::int8[], $3::int8[], $4::text[]) as it returning entry)
            delete from audit.unsealed u using added where u.community_id = $1 and u.entry = added.entry""";

    private record Seal(long place, String hash) {}

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    SealEntries(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "seal-audit-entries";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Mono<Integer> round() {
        return database.sql("select distinct community_id from audit.unsealed order by 1")
                .map(row -> text(row, "community_id"))
                .all()
                .concatMap(community -> seal(community).as(transaction::transactional))
                .reduce(0, Integer::sum);
    }

    private Mono<Integer> seal(String community) {
        return lock(community)
                .then(Mono.defer(() -> Mono.zip(last(community), waiting(community))))
                .flatMap(found -> add(community, found.getT1(), found.getT2()));
    }

    private Mono<Void> lock(String community) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('audit/' || $1, 0))")
                .bind(0, community)
                .then();
    }

    private Mono<Seal> last(String community) {
        return database.sql("select place, hash from audit.seals where community_id = $1 order by place desc limit 1")
                .bind(0, community)
                .map(row -> new Seal(number(row, "place"), text(row, "hash")))
                .one()
                .defaultIfEmpty(new Seal(0, Entry.BEGINNING));
    }

    private Mono<List<Entry>> waiting(String community) {
        return database.sql("""
                        select e.* from audit.unsealed u
                        join audit.entries e on e.community_id = u.community_id and e.id = u.entry
                        where u.community_id = $1 order by e.id limit $2""")
                .bind(0, community)
                .bind(1, BATCH)
                .map(Trail::read)
                .all()
                .collectList();
    }

    private Mono<Integer> add(String community, Seal last, List<Entry> entries) {
        if (entries.isEmpty()) {
            return Mono.just(0);
        }
        var places = new Long[entries.size()];
        var hashes = new ArrayList<String>();
        String before = last.hash();
        for (int i = 0; i < entries.size(); i++) {
            places[i] = last.place() + i + 1;
            before = entries.get(i).hash(before);
            hashes.add(before);
        }
        return database.sql(ADD)
                .bind(0, community)
                .bind(1, places)
                .bind(2, entries.stream().map(Entry::id).toArray(Long[]::new))
                .bind(3, hashes.toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .thenReturn(entries.size());
    }
}
