package org.linli.polls.owners;

import java.util.LinkedHashMap;
import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.linli.polls.Poll;
import org.linli.polls.Voices;
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

    private final DatabaseClient database;
    private final Voices voices;

    WriteOwnersAsked(DatabaseClient database, Voices voices) {
        this.database = database;
        this.voices = voices;
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
        var voters = new LinkedHashMap<String, String>();
        it.owners().forEach(owner -> owner.residents().forEach(resident -> voters.putIfAbsent(resident, owner.id())));
        return voices.write(it.poll(), voters);
    }

    private GenericExecuteSpec on(Poll poll, String sql) {
        return database.sql(sql).bind("$1", poll.community().value()).bind("$2", poll.id());
    }
}
