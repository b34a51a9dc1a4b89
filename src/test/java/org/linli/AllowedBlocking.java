package org.linli;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/// Short waits inside libraries that an event loop may have. Each says why.
public class AllowedBlocking implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // Random bytes come from a file that never makes anybody wait.
        builder.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes");
    }
}
