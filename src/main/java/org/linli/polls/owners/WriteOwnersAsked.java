package org.linli.polls.owners;

import java.util.List;
import java.util.Map;
import org.linli.platform.database.WriteEffects;
import org.linli.polls.Poll;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Weighs the voices of a register that was just written.
@Component
@Order(75)
class WriteOwnersAsked implements WriteEffects<OwnersAsked> {

    private static final String ASK = """
            insert into polls.owners_votes (community_id, poll, majority) values ($1, $2, $3)
            """;

    private static final String WEIGH = """
            update polls.register r set heads = v.heads, area = v.area
            from unnest($3::text[], $4::int[], $5::bigint[]) as v(voter, heads, area)
            where r.community_id = $1 and r.poll = $2 and r.voter = v.voter
            """;

    private static final String SPEAK = """
            insert into polls.voices (community_id, poll, resident, voter)
            select $1, $2, v.resident, v.voter from unnest($3::text[], $4::text[]) as v(resident, voter)
            on conflict do nothing
            """;

    private final DatabaseClient database;

    WriteOwnersAsked(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<OwnersAsked> kind() {
        return OwnersAsked.class;
    }

    @Override
    public Mono<Void> write(List<OwnersAsked> effects) {
        return Flux.fromIterable(effects)
                .concatMap(it -> asked(it).then(weighed(it)).then(spoken(it)))
                .then();
    }

    private Mono<Void> asked(OwnersAsked it) {
        var majority = it.majority();
        return majority == null
                ? Mono.empty()
                : on(it.poll(), ASK).bind("$3", majority.name()).then();
    }

    private Mono<Void> weighed(OwnersAsked it) {
        var owners = it.owners();
        return on(it.poll(), WEIGH)
                .bind("$3", owners.stream().map(Owner::id).toArray(String[]::new))
                .bind("$4", owners.stream().map(o -> (int) o.share().heads()).toArray(Integer[]::new))
                .bind("$5", owners.stream().map(o -> o.share().area()).toArray(Long[]::new))
                .then();
    }

    private Mono<Void> spoken(OwnersAsked it) {
        var voices = it.owners().stream()
                .flatMap(owner -> owner.residents().stream().map(resident -> Map.entry(resident, owner.id())))
                .toList();
        return on(it.poll(), SPEAK)
                .bind("$3", voices.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .bind("$4", voices.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .then();
    }

    private GenericExecuteSpec on(Poll poll, String sql) {
        return database.sql(sql).bind("$1", poll.community().value()).bind("$2", poll.id());
    }
}
