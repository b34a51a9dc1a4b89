package org.linli.channels;

/// Where adapters note what passed between a platform and us.
public interface Exchanges {

    /// Keeps nothing.
    Exchanges NOWHERE = _ -> {};

    /// Never fails and never waits; under load some may be forgotten.
    void note(Exchange exchange);
}
