package org.linli.polls.owners;

import static org.linli.platform.database.Columns.text;

import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// For which owner somebody may speak.
@Component
public class FindVoice {

    private final DatabaseClient database;

    FindVoice(DatabaseClient database) {
        this.database = database;
    }

    /// Empty for whoever was no owner when the vote opened.
    public Mono<Voter> of(Poll poll, String resident) {
        return database.sql("""
                        select r.voter, r.place from polls.voices v
                        join polls.register r on r.community_id = v.community_id and r.poll = v.poll and r.voter = v.voter
                        where v.community_id = $1 and v.poll = $2 and v.resident = $3""")
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .bind("$3", resident)
                .map(row -> new Voter(text(row, "voter"), text(row, "place"), ""))
                .one();
    }
}
