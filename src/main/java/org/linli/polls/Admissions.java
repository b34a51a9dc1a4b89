package org.linli.polls;

import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Coalesced;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Seals.Seal;
import org.linli.polls.ballots.Marks;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What has to be known of a vote and a voter before a ballot is taken. Of many who vote at the same moment it is read
/// in a few statements.
@Component
public class Admissions {

    private static final int MOST_AT_ONCE = 256;
    private static final int READS_ABREAST = 2;

    /// @param now      the poll as it stands
    /// @param admitted whether a frozen register knows the voter; everybody where none is frozen
    /// @param before   what the voter's ballot says; without marks where there is none
    record Known(Poll now, boolean admitted, Seal seal, Marks before) {}

    /// A ballot paper that a link opens.
    public record Opened(Poll poll, Voter voter) {}

    private record Asked(Poll poll, Voter voter) {}

    /// @param hash of the ticket in the link
    private record Link(CommunityId community, int poll, String hash) {

        Link anyOf() {
            return new Link(community, poll, "");
        }
    }

    private static final String STANDING = """
            select v.n::int n, r.voter is not null admitted, b.choices, b.points
            from unnest($3::text[], $4::text[], $5::text[]) with ordinality as v(voter, token, former, n)
            left join polls.register r on r.community_id = $1 and r.poll = $2 and r.voter = v.voter
            left join lateral (
                select choices, points from polls.ballots b
                where b.community_id = $1 and b.poll = $2 and b.token in (v.token, v.former)
                order by b.token = v.token desc limit 1) b on true
            """;

    private static final String DOORS = """
            select v.n::int n, r.voter, r.place from unnest($3::text[]) with ordinality as v(ticket, n)
            join polls.register r on r.community_id = $1 and r.poll = $2 and r.ticket = v.ticket
            """;

    private final DatabaseClient database;
    private final FindPolls polls;
    private final Seals seals;
    private final Coalesced<Asked, Optional<Known>> standing = new Coalesced<>(
            MOST_AT_ONCE,
            READS_ABREAST,
            it -> together(it, asked -> asked.poll().id(), this::known));
    private final Coalesced<Link, Optional<Opened>> doors =
            new Coalesced<>(MOST_AT_ONCE, READS_ABREAST, it -> together(it, Link::anyOf, this::opened));

    Admissions(DatabaseClient database, FindPolls polls, Seals seals) {
        this.database = database;
        this.polls = polls;
        this.seals = seals;
    }

    /// Empty where there is no such poll, or its secret was destroyed.
    Mono<Known> of(Poll poll, Voter voter) {
        return standing.call(new Asked(poll, voter)).flatMap(Mono::justOrEmpty);
    }

    /// Empty for a link that opens nothing.
    ///
    /// @param ticket the end of the link
    public Mono<Opened> byTicket(CommunityId community, int poll, String ticket) {
        return doors.call(new Link(community, poll, Seals.hashed(ticket))).flatMap(Mono::justOrEmpty);
    }

    /// Answers in the order of the calls, vote by vote.
    private static <T, R> Mono<List<Optional<R>>> together(
            List<T> calls, Function<T, Object> vote, Function<List<T>, Mono<Map<Integer, R>>> ask) {
        var byVote = calls.stream().distinct().collect(Collectors.groupingBy(vote));
        return Flux.fromIterable(byVote.values())
                .concatMap(some -> ask.apply(some).map(found -> answers(some, found)))
                .collect(HashMap<T, R>::new, Map::putAll)
                .map(all -> calls.stream()
                        .map(it -> Optional.ofNullable(all.get(it)))
                        .toList());
    }

    private static <T, R> Map<T, R> answers(List<T> calls, Map<Integer, R> found) {
        return found.entrySet().stream()
                .collect(Collectors.toMap(it -> calls.get(it.getKey() - 1), Map.Entry::getValue));
    }

    private Mono<Map<Integer, Known>> known(List<Asked> asked) {
        var poll = asked.getFirst().poll();
        return Mono.zip(polls.one(poll.community(), poll.id()), seals.of(poll))
                .flatMap(it -> database.sql(STANDING)
                        .bind("$1", poll.community().value())
                        .bind("$2", poll.id())
                        .bind("$3", texts(asked, voter -> voter.id()))
                        .bind("$4", texts(asked, voter -> it.getT2().token(voter.id())))
                        .bind("$5", texts(asked, voter -> former(it.getT2(), voter)))
                        .map(row -> Map.entry(integer(row, "n"), known(row, it.getT1(), it.getT2())))
                        .all()
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue))
                .defaultIfEmpty(Map.of());
    }

    private static Known known(Readable row, Poll poll, Seal seal) {
        boolean registered = Boolean.TRUE.equals(row.get("admitted", Boolean.class));
        return new Known(poll, registered || !poll.electorate().frozen(), seal, marks(row));
    }

    private static Marks marks(Readable row) {
        return row.get("choices") == null ? new Marks(List.of()) : BallotBox.marks(row);
    }

    private static @Nullable String former(Seal seal, Voter voter) {
        return voter.former().isEmpty() ? null : seal.token(voter.former());
    }

    private Mono<Map<Integer, Opened>> opened(List<Link> links) {
        var any = links.getFirst();
        return polls.numbered(any.community(), any.poll())
                .flatMap(poll -> database.sql(DOORS)
                        .bind("$1", poll.community().value())
                        .bind("$2", poll.id())
                        .bind("$3", links.stream().map(Link::hash).toArray(String[]::new))
                        .map(row -> Map.entry(
                                integer(row, "n"),
                                new Opened(poll, new Voter(text(row, "voter"), text(row, "place"), ""))))
                        .all()
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue))
                .defaultIfEmpty(Map.of());
    }

    private static @Nullable String[] texts(List<Asked> asked, Function<Voter, @Nullable String> what) {
        return asked.stream().map(Asked::voter).map(what).toArray(String[]::new);
    }
}
