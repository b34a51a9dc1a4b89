package org.linli.polls.voiding;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.polls.Poll;
import org.linli.polls.log.Entry;
import org.linli.polls.log.Entry.Kind;
import org.linli.polls.log.Hash;
import org.linli.polls.logbook.Entries;
import org.linli.polls.voiding.Annulment.Why;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Takes one ballot out of the box: the register says that its voter has not voted, or knows them no more, and the log
/// gets an entry that says so. As many entries stand as there are ballots and voters who voted.
@Component
class TakeOut {

    /// Nobody writes ballots of this poll until the transaction ends.
    private static final String HOLD = """
            update polls.polls p set voids = voids + 1 where community_id = $1 and id = $2 and frozen
              and (is_open and closes_at > $3 or is_counted) returning is_open, voids
            """;

    /// Whoever leads the round on with the version it had before is refused.
    private static final String HOLD_ROUND = """
            update polls.rounds set version = version + 1 where community_id = $1 and id = $2 and phase = 'PUBLICITY'
            """;

    /// A ballot that came after it was asked stays, and so does one that somebody else decides to leave meanwhile.
    private static final String TAKE_OUT = """
            with box as (
                delete from polls.ballots b using polls.voids v
                where v.community_id = $1 and v.poll = $2 and v.number = $3 and v.state = 'ASKED' and v.asked_by <> $4
                  and b.community_id = $1 and b.poll = $2 and b.token = v.token
                  and b.sends[cardinality(b.sends)] = v.send
                returning b.entry, b.sends
            )
            update polls.voids v set state = 'VOIDED', decided_by = $4, decided_at = $5, nth = $6, sends = box.sends
            from box where v.community_id = $1 and v.poll = $2 and v.number = $3 and v.state = 'ASKED'
            returning coalesce(box.entry, '') entry
            """;

    private static final String MAY_VOTE_ANEW = """
            update polls.register set voted = false, voted_at = null where community_id = $1 and poll = $2 and voter = $3
            returning 1 n
            """;

    private static final String LEAVES_REGISTER = """
            with gone as (
                delete from polls.register where community_id = $1 and poll = $2 and voter = $3 returning voter
            ), away as (
                insert into polls.turned_away (community_id, poll, resident, why)
                select $1, $2, split_part(voter, ':', 2), 'NOT_ENTITLED' from gone where voter like 'resident:%'
                on conflict (community_id, poll, resident) do update set why = excluded.why
            )
            select 1 n from gone
            """;

    private record Held(boolean open, int voids) {}

    private final DatabaseClient database;
    private final Entries log;

    TakeOut(DatabaseClient database, Entries log) {
        this.database = database;
        this.log = log;
    }

    /// Signals [Conflict] where the ballot is another one by now, the poll is being counted or the round has moved on.
    Mono<Void> write(AnnulmentChanged changed) {
        return held(changed)
                .flatMap(nth -> taken(changed, nth))
                .flatMap(entry -> left(changed).then(Mono.defer(() -> logged(changed, entry))));
    }

    /// How many were taken out of this vote, with this one. Never empty.
    private Mono<Integer> held(AnnulmentChanged changed) {
        return on(changed.poll(), HOLD)
                .bind("$3", requireNonNull(changed.it().decidedAt()).atOffset(UTC))
                .map(row -> new Held(Boolean.TRUE.equals(row.get("is_open", Boolean.class)), integer(row, "voids")))
                .one()
                .switchIfEmpty(Mono.error(() -> new Conflict("a vote of which nothing can be taken out")))
                .flatMap(it -> (it.open() ? Mono.empty() : WriteAnnulments.one(on(changed.poll(), HOLD_ROUND)))
                        .thenReturn(it.voids()));
    }

    /// What stood for it in the log; empty text where the vote has none.
    private Mono<String> taken(AnnulmentChanged changed, int nth) {
        return WriteAnnulments.decided(on(changed.poll(), TAKE_OUT), changed.it())
                .bind("$6", nth)
                .map(row -> text(row, "entry"))
                .one()
                .switchIfEmpty(Mono.error(() -> new Conflict("a ballot that is another one by now")));
    }

    private Mono<Void> left(AnnulmentChanged changed) {
        return on(changed.poll(), changed.it().why() == Why.NOT_ENTITLED ? LEAVES_REGISTER : MAY_VOTE_ANEW)
                .bind("$3", changed.it().voter())
                .fetch()
                .all()
                .count()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Conflict("a register without this voter")))
                .then();
    }

    private Mono<Void> logged(AnnulmentChanged changed, String entry) {
        return entry.isEmpty()
                ? Mono.empty()
                : log.append(
                        changed.poll().community(),
                        changed.poll().id(),
                        List.of(new Entry(
                                Kind.VOIDED, Hash.fromHex(entry), changed.it().reason())));
    }

    private GenericExecuteSpec on(Poll poll, String sql) {
        return database.sql(sql).bind("$1", poll.community().value()).bind("$2", poll.id());
    }
}
