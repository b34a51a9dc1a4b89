package org.linli.channels;

import java.net.URI;
import reactor.core.publisher.Mono;

/// Codes by which people come into groups on a platform (入群二维码). An adapter implements it beside its [Channel].
public interface JoinCodes {

    /// Whether there can be one for this group. Asks nobody.
    boolean gives(Address group);

    /// Where the code's picture is. Made once; asked again, it is the same. Signals [SendFailure] and no other error.
    ///
    /// @param name begins the names of the groups that the platform opens by itself when this one is full
    /// @return never empty
    Mono<URI> of(Address group, String name);
}
