package org.linli.polls;

import org.linli.platform.database.Effect;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.web.PublicAddress;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Links by which a voter opens the own ballot paper, on whatever channel they are. Whoever has the link votes as they
/// do, so it is told in private only; it leads nowhere once the poll's secret is destroyed.
@Component
public class Tickets {

    /// @param link   empty where nobody has said under which address we are reached
    /// @param effect has to be committed before the link opens anything
    public record Ticket(String path, String link, Effect effect) {

        @Override
        public String toString() {
            return "Ticket[]";
        }
    }

    private final Seals seals;
    private final PublicAddress address;

    Tickets(Seals seals, PublicAddress address) {
        this.seals = seals;
        this.address = address;
    }

    /// The same one each time. Empty where the poll's secret was destroyed.
    public Mono<Ticket> of(Poll poll, Voter voter) {
        return seals.of(poll).map(seal -> {
            String ticket = seal.ticket(voter.id());
            String path = "/vote/%s/%d/%s".formatted(poll.community().value(), poll.number(), ticket);
            return new Ticket(path, address.of(path).orElse(""), new TicketGiven(poll, voter, Seals.hashed(ticket)));
        });
    }
}
