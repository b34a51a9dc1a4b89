package org.linli.polls;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.integer;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Known;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Polls as they stand.
@Component
public class FindPolls {

    private static final int MOST = 100;
    private static final Function<Readable, Optional<Poll>> KNOWN = Known.row("poll", PollRows::poll);

    private final DatabaseClient database;

    FindPolls(DatabaseClient database) {
        this.database = database;
    }

    /// Empty where there is none.
    public Mono<Poll> one(CommunityId community, String id) {
        return database.sql(PollRows.SELECT + "where p.community_id = $1 and p.id = $2")
                .bind("$1", community.value())
                .bind("$2", id)
                .map(KNOWN)
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    /// Also one that says what is not known here.
    public Mono<Boolean> exists(CommunityId community, String id) {
        return database.sql("select from polls.polls where community_id = $1 and id = $2")
                .bind("$1", community.value())
                .bind("$2", id)
                .map(_ -> true)
                .one()
                .defaultIfEmpty(false);
    }

    /// Empty where there is none.
    public Mono<Poll> numbered(CommunityId community, int number) {
        return database.sql(PollRows.SELECT + "where p.community_id = $1 and p.number = $2")
                .bind("$1", community.value())
                .bind("$2", number)
                .map(KNOWN)
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    /// The same where its register is settled: only such a vote has ballots on paper.
    public Mono<Poll> onPaper(CommunityId community, int number) {
        return numbered(community, number).filter(poll -> poll.electorate().frozen());
    }

    /// The latest first, at most 100.
    public Flux<Poll> latest(CommunityId community) {
        return before(community, Long.MAX_VALUE, MOST);
    }

    /// The same, of those with a lower number.
    ///
    /// @param most how many
    public Flux<Poll> before(CommunityId community, long number, int most) {
        var before = database.sql(PollRows.SELECT + """
                        where p.community_id = $1 and p.number < $2 order by p.number desc limit $3 offset $4""")
                .bind("$1", community.value())
                .bind("$2", number);
        return Known.upTo(
                most,
                (rows, from) ->
                        before.bind("$3", rows).bind("$4", from).map(KNOWN).all());
    }

    /// Those that take ballots now, the latest first.
    public Flux<Poll> open(CommunityId community, Instant now) {
        var open = database.sql(PollRows.SELECT + """
                        where p.community_id = $1 and p.is_open and p.opens_at <= $2 and p.closes_at > $2
                        order by p.number desc limit $3 offset $4""")
                .bind("$1", community.value())
                .bind("$2", now.atOffset(UTC));
        return Known.upTo(
                MOST,
                (rows, from) ->
                        open.bind("$3", rows).bind("$4", from).map(KNOWN).all());
    }

    /// Those with a settled register that close soon, lasted long enough for a reminder, and of which nobody was
    /// reminded on the last day: of all communities.
    Flux<Poll> toRemind(Instant now, Duration before, Duration atLeast, int most) {
        return database.sql(PollRows.SELECT + """
                        where p.frozen and p.is_open and p.reminded_at is null and p.closes_at > $1 and p.closes_at <= $2
                          and p.closes_at - p.opens_at >= make_interval(secs => $3) order by p.closes_at limit $4""")
                .bind("$1", now.atOffset(UTC))
                .bind("$2", now.plus(before).atOffset(UTC))
                .bind("$3", (double) atLeast.toSeconds())
                .bind("$4", most)
                .map(KNOWN)
                .all()
                .flatMap(Mono::justOrEmpty);
    }

    /// Those that are asked in private, and of which not everybody was told yet: of all communities.
    Flux<Poll> toTell(Instant now, int most) {
        return database.sql(PollRows.SELECT + """
                        where p.in_group = $1 and p.told_at is null and p.is_open and p.closes_at > $2
                        order by p.opens_at limit $3""")
                .bind("$1", Electorate.AUDIENCE)
                .bind("$2", now.atOffset(UTC))
                .bind("$3", most)
                .map(KNOWN)
                .all()
                .flatMap(Mono::justOrEmpty);
    }

    /// Those that were asked in private and are counted, and whose result not everybody was told yet: of all
    /// communities.
    Flux<Poll> toTellResult(int most) {
        return database.sql(PollRows.SELECT + """
                        where p.in_group = $1 and p.is_counted and p.result_told_at is null
                        order by p.closes_at limit $2""")
                .bind("$1", Electorate.AUDIENCE)
                .bind("$2", most)
                .map(KNOWN)
                .all()
                .flatMap(Mono::justOrEmpty);
    }

    /// One more than the highest. Never empty.
    Mono<Integer> nextNumber(CommunityId community) {
        return database.sql("select coalesce(max(number), 0) + 1 n from polls.polls where community_id = $1")
                .bind("$1", community.value())
                .map(row -> integer(row, "n"))
                .one();
    }

    /// Those whose time is over and that nobody has counted, of all communities.
    Flux<Poll> toCount(Instant now, int most) {
        return database.sql(
                        PollRows.SELECT + "where not p.is_counted and p.closes_at <= $1 order by p.closes_at limit $2")
                .bind("$1", now.atOffset(UTC))
                .bind("$2", most)
                .map(KNOWN)
                .all()
                .flatMap(Mono::justOrEmpty);
    }
}
