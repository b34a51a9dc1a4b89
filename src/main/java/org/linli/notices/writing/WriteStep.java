package org.linli.notices.writing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.linli.community.StaffMember;
import org.linli.notices.Notice;
import org.linli.notices.Notice.State;
import org.linli.notices.NoticeMoved;
import org.linli.notices.writing.HandleNotices.Result;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes what staff decided about a notice with what follows from it, together or not at all.
@Component
class WriteStep {

    private final Effects effects;
    private final Clock clock;

    WriteStep(Effects effects, Clock clock) {
        this.effects = effects;
        this.clock = clock;
    }

    /// Never empty. Declines `changed` when somebody else was first, `twice` when the same goes out today already.
    ///
    /// @param before the version that the decision was made on; 0 for a new one
    /// @param what   the end of a key of words
    Mono<Result> of(long before, Notice after, String what, StaffMember member, Effect... more) {
        var now = clock.instant();
        var all = new ArrayList<Effect>(List.of(more));
        all.add(new NoticeMoved(before, after, what, member.name(), now));
        if (after.state() == State.APPROVED || after.state() == State.CANCELLED) {
            all.add(new Noted(after.community(), member.id(), Noted.Kind.PUBLISHED, after.id(), "notice " + what, now));
        }
        return effects.commit(all)
                .<Result>thenReturn(new Result.Done(after))
                .onErrorReturn(Conflict.class, new Result.Declined("changed"))
                .onErrorReturn(DuplicateKeyException.class, new Result.Declined("twice"));
    }

    /// @param why the end of a key of words
    static Mono<Result> declined(String why) {
        return Mono.just(new Result.Declined(why));
    }
}
