package org.linli.polls;

import static org.linli.platform.database.Columns.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.outbox.Letter;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.EachAlone;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.Tickets.Ticket;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes to those in a frozen register, with a link to their own ballot paper where there is one: a person at one
/// address, whoever shares a household's or an owner's voice at every address. Of a household of which some were
/// chosen,
/// to those alone. Looks at who has voted and at nothing else.
@Component
class WriteToVoters {

    private static final String PERSON = "resident:";
    private static final String EVERYBODY = """
            select voter, place from polls.register where community_id = $1 and poll = $2 order by voter""";
    private static final String MISSING = """
            select voter, place from polls.register
            where community_id = $1 and poll = $2 and not voted order by voter""";

    /// @param which see [#write(Poll, String, String)]
    private record Message(String template, String which, Map<String, String> facts) {}

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

    /// To those who have not voted. Never empty: how many voters were written to. Signals the first failure after all
    /// others were written to.
    ///
    /// @param which tells letters of one template about one poll to one voter apart; empty where there is one
    Mono<Integer> write(Poll poll, String template, String which) {
        return write(poll, MISSING, new Message(template, which, letters.facts(poll)));
    }

    /// To all, whether or not they voted. Never empty: how many voters were written to.
    Mono<Integer> writeToAll(Poll poll, String template, Map<String, String> facts) {
        return write(poll, EVERYBODY, new Message(template, "", facts));
    }

    private Mono<Integer> write(Poll poll, String whom, Message message) {
        return EachAlone.together(voters(poll, whom), voter -> write(poll, voter, message))
                .count()
                .map(Long::intValue);
    }

    private Flux<Voter> voters(Poll poll, String whom) {
        return database.sql(whom)
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .map(row -> new Voter(text(row, "voter"), text(row, "place"), ""))
                .all();
    }

    /// Empty where nobody is reached.
    private Mono<Voter> write(Poll poll, Voter voter, Message message) {
        return addresses(poll, voter)
                .distinct()
                .collectList()
                .filter(all -> !all.isEmpty())
                .zipWith(tickets.of(poll, voter))
                .flatMap(it -> effects.commit(all(poll, voter, message, it.getT1(), it.getT2())))
                .thenReturn(voter);
    }

    private static List<Effect> all(Poll poll, Voter voter, Message message, List<Address> to, Ticket ticket) {
        return Stream.concat(
                        Stream.of(ticket.effect()),
                        to.stream().map(it -> letter(poll, voter, message, it, ticket.link())))
                .toList();
    }

    private static Letter letter(Poll poll, Voter voter, Message message, Address to, String link) {
        var facts = new HashMap<>(message.facts());
        facts.put("page", link);
        String whose = isPerson(voter) ? voter.id() : voter.id() + " " + to.text();
        String key = "%s/%s/%s%s".formatted(message.template(), poll.id(), Seals.hashed(whose), message.which());
        return new Letter(poll.community(), key, to, message.template(), facts);
    }

    private static boolean isPerson(Voter voter) {
        return voter.id().startsWith(PERSON);
    }

    /// Residents who speak for an owner, or were chosen of a household.
    private Flux<String> speakers(Poll poll, Voter voter) {
        return database.sql("""
                        select resident from polls.voices where community_id = $1 and poll = $2 and voter = $3
                        order by resident""")
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .bind("$3", voter.id())
                .map(row -> text(row, "resident"))
                .all();
    }

    /// Always in the same order.
    private Flux<Address> addresses(Poll poll, Voter voter) {
        return isPerson(voter)
                ? residents
                        .addresses(poll.community(), voter.id().substring(PERSON.length()))
                        .take(1)
                : speakers(poll, voter)
                        .switchIfEmpty(neighbours(poll, voter))
                        .concatMap(it -> residents.addresses(poll.community(), it));
    }

    /// All who live in a home; nobody where an owner has a voice.
    private Flux<String> neighbours(Poll poll, Voter home) {
        return poll.electorate().voice() != Voice.HOUSEHOLD
                ? Flux.empty()
                : communities
                        .map(poll.community())
                        .flatMapMany(map -> Flux.fromStream(map.place(home.place()).stream()))
                        .concatMap(place -> residents.ofPlace(poll.community(), place))
                        .filter(Resident::verified)
                        .map(Resident::id)
                        .sort();
    }
}
