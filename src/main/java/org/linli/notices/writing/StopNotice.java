package org.linli.notices.writing;

import java.time.Clock;
import java.util.UUID;
import org.linli.community.StaffMember;
import org.linli.notices.Notice;
import org.linli.notices.Notice.State;
import org.linli.notices.enclosures.EnclosuresCopied;
import org.linli.notices.joining.Activities;
import org.linli.notices.repeating.RepeatStopped;
import org.linli.notices.sending.SpreadStopped;
import org.linli.notices.writing.HandleNotices.Result;
import org.linli.outbox.LetterFates;
import org.linli.outbox.WithdrawLetters;
import org.linli.outbox.WithdrawLetters.Withdrawn;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Stops notices wherever they are, and sets right what was wrong.
@Service
public class StopNotice {

    private final Activities activities;
    private final WriteStep write;
    private final LetterFates letters;
    private final WithdrawLetters withdraw;
    private final Clock clock;

    StopNotice(Activities activities, WriteStep write, LetterFates letters, WithdrawLetters withdraw, Clock clock) {
        this.activities = activities;
        this.write = write;
        this.letters = letters;
        this.withdraw = withdraw;
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

    /// What became of taking it back.
    public record Withdrawal(Result result, Withdrawn letters) {}

    /// Stops it and takes back what has arrived, where the platform lets us. For the rest there are corrections.
    public Mono<Withdrawal> withdraw(StaffMember member, Notice notice) {
        return cancel(member, notice).flatMap(stopped -> switch (stopped) {
            case Result.Done _ ->
                withdraw.all(notice.community(), notice.letters()).map(found -> new Withdrawal(stopped, found));
            case Result.Declined _ -> Mono.just(new Withdrawal(stopped, new Withdrawn(0, 0)));
        });
    }

    /// A draft in the same words for exactly those who got this one; whoever has not got it yet will not.
    public Mono<Result> correct(StaffMember member, Notice wrong) {
        boolean stopped = wrong.state() == State.CANCELLED && wrong.approver() != null;
        if (!stopped && wrong.state() != State.APPROVED || !member.seesEverything()) {
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
                wrong.invites(),
                State.DRAFT,
                member.id(),
                clock.instant(),
                null,
                wrong.id(),
                1);
        return stopped
                ? begun(member, wrong, right)
                : cancel(member, wrong).flatMap(result -> switch (result) {
                    case Result.Done _ -> begun(member, wrong, right);
                    case Result.Declined _ -> Mono.just(result);
                });
    }

    /// With as many places as there are now.
    private Mono<Result> begun(StaffMember member, Notice wrong, Notice right) {
        return activities
                .of(wrong)
                .map(it -> right.inviting(it.invites()))
                .defaultIfEmpty(right)
                .flatMap(it -> write.of(0, it, "correction", member, new EnclosuresCopied(wrong, it)));
    }
}
