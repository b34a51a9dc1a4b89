package org.linli.notices.sending;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.channels.Confirmations;
import org.linli.channels.Confirmations.Awaited;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Finds out which groups wait for their owners.
@Component
public class FindUnconfirmed {

    /// @param who    the group among recipients
    /// @param group  as people call it
    /// @param person who has to confirm: their id at the platform
    public record Owner(String who, String group, String person, Awaited awaited) {

        @Override
        public String toString() {
            return "Owner[" + who + "]";
        }
    }

    private final ObjectProvider<Confirmations> confirmations;
    private final Communities communities;

    FindUnconfirmed(ObjectProvider<Confirmations> confirmations, Communities communities) {
        this.confirmations = confirmations;
        this.communities = communities;
    }

    /// Never empty.
    Mono<Unconfirmed> in(CommunityId community) {
        return owners(community)
                .collect(Collectors.toMap(
                        Owner::who, it -> it.awaited().since(), (one, other) -> one.isBefore(other) ? other : one))
                .map(Unconfirmed::new);
    }

    public Flux<Owner> owners(CommunityId community) {
        return communities
                .map(community)
                .flatMapMany(map ->
                        all().concatMap(it -> it.awaited(community)).concatMap(it -> Flux.fromStream(owner(it, map))));
    }

    /// Lets the platform remind them; signals [org.linli.channels.SendFailure].
    Mono<Void> remind(CommunityId community, Owner owner) {
        return all().concatMap(it -> it.remind(community, owner.awaited().task()))
                .then();
    }

    private Flux<Confirmations> all() {
        return Flux.defer(() -> Flux.fromStream(confirmations.orderedStream()));
    }

    private static Stream<Owner> owner(Awaited it, CommunityMap map) {
        return map
                .group(it.group())
                .map((Group group) -> new Owner(Recipient.group(group.code()), group.name(), it.person(), it))
                .stream();
    }
}
