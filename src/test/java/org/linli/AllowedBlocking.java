package org.linli;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/// Short waits inside libraries that an event loop may have. Each says why.
public class AllowedBlocking implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // Random bytes come from a file that never makes anybody wait.
        builder.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes");
        // Netty hands a chunk of memory from one thread to another under a lock that is held for nanoseconds.
        builder.allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate");
        builder.allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "reallocate");
    }
}
