package org.linli.notices.writing;

import java.time.Clock;
import org.linli.community.StaffMember;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.notices.knowing.FindProgress;
import org.linli.notices.sending.RemindersBegun;
import org.linli.notices.writing.HandleNotices.Result;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Has those written to once more who have not read a notice, and nobody else. Two at once remind once: the second
/// finds the notice changed.
@Service
public class RemindReaders {

    private final Notices notices;
    private final FindProgress progress;
    private final WriteStep write;
    private final Clock clock;

    RemindReaders(Notices notices, FindProgress progress, WriteStep write, Clock clock) {
        this.notices = notices;
        this.progress = progress;
        this.write = write;
        this.clock = clock;
    }

    /// Never empty.
    public Mono<Reminding> of(Notice notice) {
        return Mono.zip(
                progress.of(notice),
                notices.history(notice).collectList(),
                (found, history) -> Reminding.of(notice, found, history, clock.instant()));
    }

    /// Declines with what hinders it, see [Reminding].
    public Mono<Result> remind(StaffMember member, Notice notice) {
        return member.seesEverything()
                ? of(notice)
                        .flatMap(
                                it -> it.hinders().isEmpty() ? begun(member, notice) : WriteStep.declined(it.hinders()))
                : WriteStep.declined("not-now");
    }

    private Mono<Result> begun(StaffMember member, Notice notice) {
        return write.of(
                notice.version(),
                notice.to(notice.state(), notice.approver(), notice.sendAt()),
                Reminding.STEP,
                member,
                new RemindersBegun(notice));
    }
}
