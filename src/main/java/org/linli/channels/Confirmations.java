package org.linli.channels;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What a platform sends only after a person of ours has confirmed it there (群发任务). An adapter implements it beside
/// its [Channel].
public interface Confirmations {

    /// Something that waits for somebody.
    ///
    /// @param task      the platform's own id of it
    /// @param group     that is to get it
    /// @param groupName as the platform tells; may be empty
    /// @param person    who has to confirm it: their id at the platform
    /// @param reminders how often they were reminded
    record Awaited(String task, Address group, String groupName, String person, Instant since, int reminders) {

        @Override
        public String toString() {
            return "Awaited[" + group + "]";
        }
    }

    /// The oldest first; empty where nothing waits.
    Flux<Awaited> awaited(CommunityId community);

    /// Lets the platform remind who has not confirmed. Does nothing where nothing waits under that id. Signals
    /// [SendFailure], `THROTTLED` where they were reminded too often.
    Mono<Void> remind(CommunityId community, String task);
}
