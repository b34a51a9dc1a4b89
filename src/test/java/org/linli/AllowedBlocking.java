package org.linli;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/// Short waits inside libraries that an event loop may have. Each says why.
public class AllowedBlocking implements BlockHoundIntegration {

    private static final String LETTUCE_LOCK = "io.lettuce.core.protocol.SharedLock";

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // Random bytes come from a file that never makes anybody wait.
        builder.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
                // Lettuce counts who writes to a shared connection under a lock held for a few instructions.
                .allowBlockingCallsInside(LETTUCE_LOCK, "incrementWriters")
                .allowBlockingCallsInside(LETTUCE_LOCK, "lockWritersExclusive")
                // The connection that all share is handed out under a lock held for a few instructions; it is made at
                // the start, by nobody who serves.
                .allowBlockingCallsInside(
                        "org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory", "doInLock")
                // Who reads a type of JSON for the first time may wait for who does so at the same moment.
                .allowBlockingCallsInside(
                        "tools.jackson.databind.deser.DeserializerCache", "_createAndCacheValueDeserializer")
                // One log line waits for the other.
                .allowBlockingCallsInside("ch.qos.logback.core.OutputStreamAppender", "writeBytes");
    }
}
