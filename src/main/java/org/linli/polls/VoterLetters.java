package org.linli.polls;

import static org.linli.platform.database.Columns.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.outbox.Letter;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What one voter of a frozen register is written: a person at one address, whoever shares a household's or an owner's
/// voice at every address. Of a household of which some were chosen, to those alone.
@Component
public class VoterLetters {

    private static final String PERSON = "resident:";

    private final DatabaseClient database;
    private final Communities communities;
    private final Residents residents;

    VoterLetters(DatabaseClient database, Communities communities, Residents residents) {
        this.database = database;
        this.communities = communities;
        this.residents = residents;
    }

    /// What is written.
    ///
    /// @param which tells letters of one template about one poll to one voter apart; empty where there is one
    public record Message(String template, String which, Map<String, String> facts) {

        /// The same with one fact more.
        public Message with(String name, String fact) {
            var more = new HashMap<>(facts);
            more.put(name, fact);
            return new Message(template, which, more);
        }
    }

    /// Never empty; without letters where nobody is reached.
    public Mono<List<Letter>> to(Poll poll, Voter voter, Message message) {
        return addresses(poll, voter)
                .distinct()
                .map(it -> letter(poll, voter, message, it))
                .collectList();
    }

    private static Letter letter(Poll poll, Voter voter, Message message, Address to) {
        String whose = isPerson(voter) ? voter.id() : voter.id() + " " + to.text();
        String key = "%s/%s/%s%s".formatted(message.template(), poll.id(), Seals.hashed(whose), message.which());
        return new Letter(poll.community(), key, to, message.template(), message.facts());
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
