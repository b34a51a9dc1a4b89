package org.linli.channels;

import java.util.List;
import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Mono;

/// Groups that an app of ours makes of people of its own, like the staff of a unit (内部群). An adapter implements it
/// beside its [Channel].
public interface InternalGroups {

    /// How many of these people an app of this community can put into one group; with fewer than two there is none.
    /// Asks nobody.
    int within(CommunityId community, List<Address> people);

    /// Makes it. Asked again under the same key, it is the same group, however its people have changed meanwhile.
    /// Signals [SendFailure] and no other error.
    ///
    /// @param key  one among all groups that are ever made
    /// @param name what its members see, 50 characters at the most
    /// @return where letters to it go; never empty
    Mono<Address> make(CommunityId community, String key, String name, List<Address> people);
}
