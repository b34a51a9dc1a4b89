package org.linli.polls;

import static org.linli.platform.database.Columns.text;

import org.linli.polls.Seals.Seal;
import org.linli.polls.log.Receipt;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// Makes again what opens the entries of ballots, for rounds that have declared to publish it.
@Component
public class OpenEntries {

    private final DatabaseClient database;
    private final Seals seals;

    OpenEntries(DatabaseClient database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /// Of every ballot that counts. Empty once the poll's secret was destroyed.
    public Flux<Receipt> of(Poll poll) {
        return seals.of(poll).filter(Seal::isLogged).flatMapMany(seal -> of(poll, seal));
    }

    private Flux<Receipt> of(Poll poll, Seal seal) {
        var paper = new CountedPaper(poll.paper());
        return database.sql("""
                        select choices, points, token, sends[cardinality(sends)] send from polls.ballots
                        where community_id = $1 and poll = $2 and entry is not null""")
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .map(row -> seal.receipt(paper.line(BallotBox.marks(row)), text(row, "token"), text(row, "send")))
                .all();
    }
}
