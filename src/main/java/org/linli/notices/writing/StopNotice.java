package org.linli.notices.writing;

import java.time.Clock;
import java.util.UUID;
import org.linli.community.StaffMember;
import org.linli.notices.Notice;
import org.linli.notices.Notice.State;
import org.linli.notices.enclosures.EnclosuresCopied;
import org.linli.notices.repeating.RepeatStopped;
import org.linli.notices.sending.SpreadStopped;
import org.linli.notices.writing.HandleNotices.Result;
import org.linli.outbox.LetterFates;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Stops notices wherever they are, and sets right what was wrong.
@Service
public class StopNotice {

    private final WriteStep write;
    private final LetterFates letters;
    private final Clock clock;

    StopNotice(WriteStep write, LetterFates letters, Clock clock) {
        this.write = write;
        this.letters = letters;
        this.clock = clock;
    }

    /// Letters that have not left are taken back; of the others it is known who got them.
    public Mono<Result> cancel(StaffMember member, Notice notice) {
        boolean may = member.seesEverything()
                || member.id().equals(notice.writer()) && notice.state().isOpen();
        return !may || notice.state() == State.CANCELLED
                ? WriteStep.declined("not-now")
                : write.of(
                                notice.version(),
                                notice.to(State.CANCELLED, notice.approver(), notice.sendAt()),
                                "cancelled",
                                member,
                                new SpreadStopped(notice),
                                new RepeatStopped(notice))
                        .delayUntil(_ -> letters.takeBack(notice.community(), notice.letters()));
    }

    /// What was said stays said; it is not said again.
    public Mono<Result> stopRepeating(StaffMember member, Notice notice) {
        return notice.state() == State.APPROVED && notice.repeat() != null && member.seesEverything()
                ? write.of(
                        notice.version(),
                        notice.to(State.APPROVED, notice.approver(), notice.sendAt()),
                        "repeat-stopped",
                        member,
                        new RepeatStopped(notice))
                : WriteStep.declined("not-now");
    }

    /// A draft in the same words for exactly those who got this one; whoever has not got it yet will not.
    public Mono<Result> correct(StaffMember member, Notice wrong) {
        if (wrong.state() != State.APPROVED || !member.seesEverything()) {
            return WriteStep.declined("not-now");
        }
        var right = new Notice(
                wrong.community(),
                UUID.randomUUID().toString(),
                wrong.wording(),
                wrong.enclosed(),
                wrong.audience(),
                wrong.period(),
                null,
                null,
                State.DRAFT,
                member.id(),
                clock.instant(),
                null,
                wrong.id(),
                1);
        return cancel(member, wrong).flatMap(stopped -> switch (stopped) {
            case Result.Done _ -> write.of(0, right, "correction", member, new EnclosuresCopied(wrong, right));
            case Result.Declined _ -> Mono.just(stopped);
        });
    }
}
