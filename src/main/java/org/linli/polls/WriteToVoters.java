package org.linli.polls;

import static org.linli.platform.database.Columns.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.outbox.Letter;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.EachAlone;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.VoterLetters.Message;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes to those in a frozen register, with a link to their own ballot paper where there is one: a person at one
/// address, whoever shares a household's or an owner's voice at every address. Of a household of which some were
/// chosen, to those alone. Looks at who has voted and at nothing else.
@Component
class WriteToVoters {

    private static final String EVERYBODY = """
            select voter, place from polls.register where community_id = $1 and poll = $2 order by voter""";
    private static final String MISSING = """
            select voter, place from polls.register
            where community_id = $1 and poll = $2 and not voted order by voter""";

    private final DatabaseClient database;
    private final VoterLetters voters;
    private final Tickets tickets;
    private final PollLetters letters;
    private final Effects effects;

    WriteToVoters(DatabaseClient database, VoterLetters voters, Tickets tickets, PollLetters letters, Effects effects) {
        this.database = database;
        this.voters = voters;
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
        return tickets.of(poll, voter)
                .flatMap(ticket -> voters.to(poll, voter, message.with("page", ticket.link()))
                        .filter(all -> !all.isEmpty())
                        .flatMap(all ->
                                effects.commit(with(ticket.effect(), all)).thenReturn(voter)));
    }

    private static List<Effect> with(Effect ticket, List<Letter> all) {
        return Stream.concat(Stream.of(ticket), all.stream()).toList();
    }
}
