package org.linli.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param work     whether this replica works on messages. One that does not only takes them in: it acknowledges every
///                 call as soon as the message is committed and leaves the answer to the other replicas
/// @param overload from when on there is more to do than can be done
@ConfigurationProperties("linli.inbox")
record InboxSettings(
        @DefaultValue("true") boolean work, @DefaultValue Limit overload) {

    /// @param messages that many have to have waited
    /// @param after    that long
    record Limit(
            @DefaultValue("100") int messages,
            @DefaultValue("30s") Duration after) {}
}
