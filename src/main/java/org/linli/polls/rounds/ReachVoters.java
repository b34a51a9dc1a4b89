package org.linli.polls.rounds;

import java.util.List;
import org.linli.channels.Address;
import org.linli.community.Residents;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Where somebody is told who is known as voters are called: `resident:r17`, `address:webchat:lm:person:x`.
@Component
public class ReachVoters {

    /// Before a resident's id.
    public static final String PERSON = "resident:";

    /// Before the address of somebody whom we do not know.
    public static final String ADDRESS = "address:";

    private final Residents residents;

    ReachVoters(Residents residents) {
        this.residents = residents;
    }

    /// Each once, one address a person. Never empty; the list may be.
    public Mono<List<Address>> all(CommunityId community, List<String> voters) {
        return Flux.fromIterable(voters)
                .concatMap(it -> one(community, it))
                .distinct()
                .collectList();
    }

    /// Empty where nobody is reached.
    public Mono<Address> one(CommunityId community, String voter) {
        if (voter.startsWith(ADDRESS)) {
            return Mono.just(Address.parse(voter.substring(ADDRESS.length())));
        }
        return voter.startsWith(PERSON)
                ? residents
                        .addresses(community, voter.substring(PERSON.length()))
                        .next()
                : Mono.empty();
    }
}
