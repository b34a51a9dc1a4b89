package org.linli.channels;

import java.net.URI;
import java.util.Optional;
import reactor.core.publisher.Mono;

/// Lets people prove on the platform's own page who they are there (网页授权), so that they need no password of ours.
public interface SignInPlatform {

    ChannelId channel();

    /// The platform's page that sends people on to us, with a `code` and this `state`.
    ///
    /// @param account one of ours
    /// @param back    a path of ours that the platform calls next
    /// @return empty for an account that is not ours, or where we do not know our own address
    Optional<URI> ask(String account, String back, String state);

    /// Who came back with this code. Signals [SignInRefused] and no other error.
    ///
    /// @return never empty
    Mono<Account.Person> who(String account, String code);
}
