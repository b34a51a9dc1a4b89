package org.linli.polls.callback;

import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import org.linli.platform.database.CommunityId;
import org.linli.polls.Poll;
import org.linli.polls.callback.Drawn.State;
import org.linli.polls.log.Hash;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Samples as they are kept.
@Component
public class Samples {

    /// A sample whose voters have to be written to, or a round of which one has to be drawn.
    record Due(CommunityId community, String poll) {}

    /// Counted rounds whose log is signed to its end, without a sample.
    private static final String TO_DRAW = """
            select l.community_id, l.poll from polls.logs l
            join polls.results r on r.community_id = l.community_id and r.poll = l.poll
            join polls.rounds o on o.community_id = l.community_id and o.id = l.poll
            where l.sign_key is not null and o.phase = 'PUBLICITY' and r.ballots >= $1
              and exists (select from polls.heads h
                          where h.community_id = l.community_id and h.poll = l.poll and h.size = l.size)
              and not exists (select from polls.samples s where s.community_id = l.community_id and s.poll = l.poll)
            order by r.counted_at, l.community_id, l.poll limit $2
            """;

    private static final String FIGURES = """
            select count(*)::int drawn, count(*) filter (where state = 'UNREACHED')::int unreached,
                   count(*) filter (where state = 'SAME')::int same, count(*) filter (where state = 'DIFFERS')::int differs
            from polls.callbacks where community_id = $1 and poll = $2 having count(*) > 0
            """;

    /// The last place of a commitment that was cast; replaced and voided ones are no voter's ballot any more.
    private static final String OF_ENTRY = """
            select c.place, c.state from polls.callbacks c
            join polls.entries e on e.community_id = c.community_id and e.poll = c.poll and e.place = c.place
            where c.community_id = $1 and c.poll = $2 and e.what = $3 and e.kind = 'CAST'
            """;

    private final DatabaseClient database;

    Samples(DatabaseClient database) {
        this.database = database;
    }

    Flux<Due> toDraw(long fewest, int most) {
        return database.sql(TO_DRAW)
                .bind("$1", fewest)
                .bind("$2", most)
                .map(row -> new Due(new CommunityId(text(row, "community_id")), text(row, "poll")))
                .all();
    }

    Flux<Due> toAsk(int most) {
        return database.sql("""
                        select community_id, poll from polls.samples where asked_at is null
                        order by drawn_at, community_id, poll limit $1""")
                .bind("$1", most)
                .map(row -> new Due(new CommunityId(text(row, "community_id")), text(row, "poll")))
                .all();
    }

    /// Empty where nothing was drawn.
    public Mono<Figures> figures(CommunityId community, String poll) {
        return on(community, poll, FIGURES)
                .map(row -> new Figures(
                        integer(row, "drawn"),
                        integer(row, "unreached"),
                        integer(row, "same"),
                        integer(row, "differs")))
                .one();
    }

    /// Empty where the lot did not fall on it.
    Mono<Drawn> of(Poll poll, Hash entry) {
        return on(poll.community(), poll.id(), OF_ENTRY)
                .bind("$3", entry.hex())
                .map(row -> new Drawn(integer(row, "place"), State.valueOf(text(row, "state"))))
                .one();
    }

    private GenericExecuteSpec on(CommunityId community, String poll, String sql) {
        return database.sql(sql).bind("$1", community.value()).bind("$2", poll);
    }
}
