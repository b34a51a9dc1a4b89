package org.linli.polls.paper;

import static org.linli.platform.database.Columns.text;

import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.linli.polls.Seals;
import org.linli.web.PublicAddress;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Links by which an agent opens the ballot paper of whoever has given them a mandate: other ones than the voter's own,
/// so that they open nothing once the mandate is taken back.
@Component
public class ProxyTickets {

    /// @param shown the whole link, or its path where nobody has said under which address we are reached
    record Ticket(String shown, String hash) {

        @Override
        public String toString() {
            return "Ticket[]";
        }
    }

    /// Whose paper a link opens, and for whom.
    public record Opened(Voter voter, String agent) {

        @Override
        public String toString() {
            return "Opened[]";
        }
    }

    private final Seals seals;
    private final PublicAddress address;
    private final DatabaseClient database;

    ProxyTickets(Seals seals, PublicAddress address, DatabaseClient database) {
        this.seals = seals;
        this.address = address;
        this.database = database;
    }

    /// The same one each time. Empty where the poll's secret was destroyed.
    Mono<Ticket> of(Poll poll, String voter, String agent) {
        return seals.of(poll).map(seal -> {
            String ticket = seal.ticket("proxy|" + voter + "|" + agent);
            String path = "/vote/%s/%d/%s".formatted(poll.community().value(), poll.number(), ticket);
            return new Ticket(address.of(path).orElse(path), Seals.hashed(ticket));
        });
    }

    /// Empty for a link that is no agent's (any more).
    ///
    /// @param hash of the ticket
    public Mono<Opened> opened(Poll poll, String hash) {
        return database.sql("""
                        select r.voter, r.place, p.agent from polls.proxies p
                        join polls.register r on r.community_id = p.community_id and r.poll = p.poll and r.voter = p.voter
                        where p.community_id = $1 and p.poll = $2 and p.ticket = $3""")
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .bind("$3", hash)
                .map(row -> new Opened(new Voter(text(row, "voter"), text(row, "place"), ""), text(row, "agent")))
                .one();
    }
}
