package org.linli.outbox;

import java.time.Clock;
import org.linli.platform.audit.NoteChange;
import org.linli.platform.audit.Noted;
import org.linli.platform.calling.HeldCall;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Calls to programs of others that wait since a backup was brought back, one by one. [SinceRestore] decides about all.
@Component
public class WaitingCalls {

    /// So many of each line are shown.
    public static final int MOST = 50;

    /// @param line which it waits in, like `webhooks`
    public record Waiting(String line, HeldCall call) {

        /// By which [WaitingCalls#drop] finds it, like `webhooks/12`.
        public String key() {
            return line + "/" + call.id();
        }
    }

    private final ObjectProvider<WaitsSinceRestore> lines;
    private final NoteChange note;
    private final Clock clock;

    WaitingCalls(ObjectProvider<WaitsSinceRestore> lines, NoteChange note, Clock clock) {
        this.lines = lines;
        this.note = note;
        this.clock = clock;
    }

    /// Line by line, the latest first.
    public Flux<Waiting> of(CommunityId community) {
        return Flux.fromStream(lines::orderedStream)
                .concatMap(line -> line.each(community, MOST).map(call -> new Waiting(line.name(), call)));
    }

    /// Never makes one that a program may have had before. Noted in the trail.
    ///
    /// @param by  the id of a staff member
    /// @param key of the call
    /// @return `false` when it does not wait (any more); never empty
    public Mono<Boolean> drop(CommunityId community, String by, String key) {
        var noted = new Noted(
                community, by, Noted.Kind.SETTING_CHANGED, "letters-since-restore", "drop " + key, clock.instant());
        return note.where(Mono.defer(() -> dropped(community, key)), noted);
    }

    private Mono<Boolean> dropped(CommunityId community, String key) {
        return Flux.fromStream(lines::orderedStream)
                .filter(line -> key.matches(line.name() + "/\\d{1,18}"))
                .concatMap(line -> line.drop(
                        community, Long.parseLong(key.substring(line.name().length() + 1))))
                .next()
                .defaultIfEmpty(false);
    }
}
