package org.linli.inbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param work whether this replica works on messages. One that does not only takes them in: it acknowledges every call
///             as soon as the message is committed and leaves the answer to the other replicas
@ConfigurationProperties("linli.inbox")
record InboxSettings(@DefaultValue("true") boolean work) {}
