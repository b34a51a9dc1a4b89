package org.linli.notices.writing;

import java.time.Clock;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// What a draft's words do not show, and somebody should know before it leaves.
@Component
public class WarnBeforeSending {

    private final Notices notices;
    private final AskReach reach;
    private final AskPlatforms platforms;
    private final Clock clock;

    WarnBeforeSending(Notices notices, AskReach reach, AskPlatforms platforms, Clock clock) {
        this.reach = reach;
        this.platforms = platforms;
        this.notices = notices;
        this.clock = clock;
    }

    /// Empty where there is nothing to say, and for what has left.
    public Flux<Fault> of(Notice draft) {
        return draft.state().isOpen()
                ? Flux.concat(late(draft), twice(draft), reach.warnings(draft), platforms.warnings(draft))
                : Flux.empty();
    }

    /// Of a draft it is a fault; whoever approves it later cannot change it.
    private Flux<Fault> late(Notice draft) {
        return draft.state() == Notice.State.WAITING && CheckNotice.hasPassed(draft, clock.instant())
                ? Flux.just(Fault.of("send", "passed"))
                : Flux.empty();
    }

    /// The database refuses it as well; here it is told with which one.
    private Flux<Fault> twice(Notice draft) {
        var now = clock.instant();
        var wanted = draft.sendAt();
        var leaves = wanted == null || wanted.isBefore(now) ? now : wanted;
        return notices.sameOf(draft, leaves)
                .map(it -> Fault.of("same", "today", it.wording().title()))
                .flux();
    }
}
