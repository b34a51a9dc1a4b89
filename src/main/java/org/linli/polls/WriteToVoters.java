package org.linli.polls;

import static org.linli.platform.database.Columns.text;

import java.util.HashMap;
import java.util.List;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.outbox.Letter;
import org.linli.platform.database.Effects;
import org.linli.polls.Electorate.Found.Voter;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes to those in a frozen register who have not voted, with a link to their own ballot paper where there is one.
/// Looks at who has voted and at nothing else.
@Component
class WriteToVoters {

    private static final String PERSON = "resident:";
    private static final String OWNER = "owner:";

    private final DatabaseClient database;
    private final Communities communities;
    private final Residents residents;
    private final Tickets tickets;
    private final PollLetters letters;
    private final Effects effects;

    WriteToVoters(
            DatabaseClient database,
            Communities communities,
            Residents residents,
            Tickets tickets,
            PollLetters letters,
            Effects effects) {
        this.database = database;
        this.communities = communities;
        this.residents = residents;
        this.tickets = tickets;
        this.letters = letters;
        this.effects = effects;
    }

    /// Never empty: how many voters were written to, each at one address.
    ///
    /// @param which tells letters of one template about one poll to one voter apart; empty where there is one
    Mono<Integer> write(Poll poll, String template, String which) {
        return missing(poll)
                .concatMap(voter -> write(poll, voter, template, which))
                .count()
                .map(Long::intValue);
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
    private Mono<Voter> write(Poll poll, Voter voter, String template, String which) {
        return addresses(poll, voter)
                .next()
                .zipWith(tickets.of(poll, voter))
                .flatMap(it -> effects.commit(List.of(
                                it.getT2().effect(),
                                letter(poll, voter, it.getT1(), it.getT2().link(), template, which)))
                        .thenReturn(voter));
    }

    private Letter letter(Poll poll, Voter voter, Address to, String link, String template, String which) {
        var facts = new HashMap<>(letters.facts(poll));
        facts.put("page", link);
        String key = "%s/%s/%s%s".formatted(template, poll.id(), Seals.hashed(voter.id()), which);
        return new Letter(poll.community(), key, to, template, facts);
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
