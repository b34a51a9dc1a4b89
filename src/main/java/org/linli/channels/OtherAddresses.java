package org.linli.channels;

import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Flux;

/// Where else the same person can be reached.
///
/// Who knows the residents implements it; without, everybody has one address.
public interface OtherAddresses {

    /// Only what is sure to be the same person's; empty for groups and for whom nobody has verified.
    Flux<Address> of(CommunityId community, Address address);
}
