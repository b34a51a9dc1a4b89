package org.linli.polls;

import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.linli.cases.SpokenTime;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.outbox.Letter;
import org.linli.platform.database.Effects;
import org.linli.polls.Electorate.Found.Voter;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reminds those in a frozen register who have not voted, once a day at the most, with a link to their own ballot
/// paper. Looks at who has voted and at nothing else.
@Service
public class RemindVoters {

    private static final String PERSON = "resident:";
    private static final String OWNER = "owner:";

    private final DatabaseClient database;
    private final Communities communities;
    private final Residents residents;
    private final Tickets tickets;
    private final PollLetters letters;
    private final Effects effects;
    private final Clock clock;

    RemindVoters(
            DatabaseClient database,
            Communities communities,
            Residents residents,
            Tickets tickets,
            PollLetters letters,
            Effects effects,
            Clock clock) {
        this.database = database;
        this.communities = communities;
        this.residents = residents;
        this.tickets = tickets;
        this.letters = letters;
        this.effects = effects;
        this.clock = clock;
    }

    /// Never empty: how many voters were written to, over all their addresses; none once the vote is over.
    public Mono<Integer> remind(Poll poll) {
        return poll.takesBallots(clock.instant()) && poll.electorate().frozen()
                ? missing(poll).concatMap(voter -> remind(poll, voter)).count().map(Long::intValue)
                : Mono.just(0);
    }

    private Flux<Voter> missing(Poll poll) {
        return database.sql("""
                        select voter, place from polls.register
                        where community_id = $1 and poll = $2 and not voted order by voter""")
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .map(row -> new Voter(text(row, "voter"), text(row, "place"), ""))
                .all()
                .collectList()
                .flatMapIterable(it -> it);
    }

    /// Empty where nobody is reached.
    private Mono<Voter> remind(Poll poll, Voter voter) {
        return addresses(poll, voter)
                .next()
                .flatMap(to -> tickets.of(poll, voter)
                        .filter(ticket -> !ticket.link().isEmpty())
                        .flatMap(ticket ->
                                effects.commit(List.of(ticket.effect(), letter(poll, voter, to, ticket.link())))))
                .thenReturn(voter);
    }

    private Letter letter(Poll poll, Voter voter, Address to, String link) {
        var facts = new HashMap<>(letters.facts(poll));
        facts.put("page", link);
        var today = LocalDate.ofInstant(clock.instant(), SpokenTime.ZONE);
        String key = "poll-remind/%s/%s/%s".formatted(poll.id(), Seals.hashed(voter.id()), today);
        return new Letter(poll.community(), key, to, "poll-remind", facts);
    }

    /// Residents who speak for an owner.
    private Flux<String> speakers(Poll poll, Voter owner) {
        return database.sql("""
                        select resident from polls.voices where community_id = $1 and poll = $2 and voter = $3
                        order by resident""")
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .bind("$3", owner.id())
                .map(row -> text(row, "resident"))
                .all();
    }

    private Flux<Address> addresses(Poll poll, Voter voter) {
        if (voter.id().startsWith(OWNER)) {
            return speakers(poll, voter).flatMap(it -> residents.addresses(poll.community(), it));
        }
        return voter.id().startsWith(PERSON)
                ? residents.addresses(poll.community(), voter.id().substring(PERSON.length()))
                : communities
                        .map(poll.community())
                        .flatMapMany(map -> Flux.fromStream(map.place(voter.place()).stream()))
                        .flatMap(place -> residents.ofPlace(poll.community(), place))
                        .filter(Resident::verified)
                        .flatMap(it -> residents.addresses(poll.community(), it.id()));
    }
}
