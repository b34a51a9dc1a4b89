package org.linli.polls.voiding;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.linli.polls.voiding.Annulment.State;
import org.linli.polls.voiding.Annulment.Why;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Ballots that were taken out, or that somebody wants to take out.
@Component
public class Annulments {

    private final DatabaseClient database;

    Annulments(DatabaseClient database) {
        this.database = database;
    }

    /// The earliest first.
    public Flux<Annulment> of(Poll poll) {
        return on(poll, "select * from polls.voids where community_id = $1 and poll = $2 order by number")
                .map(Annulments::annulment)
                .all();
    }

    /// Empty where there is none of that number.
    public Mono<Annulment> one(Poll poll, int number) {
        return of(poll).filter(it -> it.number() == number).next();
    }

    /// How many ballots that lay under this token were taken out. Never empty.
    public Mono<Integer> voided(Poll poll, String token) {
        return on(poll, """
                        select count(*)::int n from polls.voids
                        where community_id = $1 and poll = $2 and token = $3 and state = 'VOIDED'""").bind("$3", token).map(row -> integer(row, "n")).one();
    }

    /// With which so many were taken out. Empty where it is not so many.
    public Mono<Annulment> nth(CommunityId community, String poll, int nth) {
        return database.sql("""
                        select * from polls.voids where community_id = $1 and poll = $2 and nth = $3""")
                .bind("$1", community.value())
                .bind("$2", poll)
                .bind("$3", nth)
                .map(Annulments::annulment)
                .one();
    }

    /// Whether ballots can be taken out now: as long as people vote, and while the result of a round is public. While
    /// ballots are counted they cannot; later nothing is counted again. Never empty.
    public Mono<Boolean> arePossible(Poll poll, Instant now) {
        return on(poll, """
                        select 1 n from polls.polls p where p.community_id = $1 and p.id = $2 and p.frozen
                          and (p.is_open and p.closes_at > $3 or p.is_counted and exists (
                               select from polls.rounds r where r.community_id = p.community_id and r.id = p.id
                               and r.phase = 'PUBLICITY'))""").bind("$3", now.atOffset(UTC)).fetch().first().hasElement();
    }

    /// By which send the ballot came that lies under this token now. Empty where there is none.
    Mono<String> send(Poll poll, String token) {
        return on(poll, """
                        select sends[cardinality(sends)] send from polls.ballots
                        where community_id = $1 and poll = $2 and token = $3""").bind("$3", token).map(row -> text(row, "send")).one();
    }

    /// As the register has them. Empty where it does not.
    public Mono<Voter> voter(Poll poll, String id) {
        return on(poll, "select voter, place from polls.register where community_id = $1 and poll = $2 and voter = $3")
                .bind("$3", id)
                .map(row -> new Voter(text(row, "voter"), text(row, "place"), ""))
                .one();
    }

    private GenericExecuteSpec on(Poll poll, String sql) {
        return database.sql(sql).bind("$1", poll.community().value()).bind("$2", poll.id());
    }

    private static Annulment annulment(Readable row) {
        return new Annulment(
                integer(row, "number"),
                Why.valueOf(text(row, "why")),
                text(row, "reason"),
                text(row, "voter"),
                text(row, "token"),
                text(row, "send"),
                State.valueOf(text(row, "state")),
                text(row, "asked_by"),
                instant(row, "asked_at"),
                text(row, "decided_by"),
                instantOrNull(row, "decided_at"));
    }
}
