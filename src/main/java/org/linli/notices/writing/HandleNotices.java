package org.linli.notices.writing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.community.StaffMember;
import org.linli.notices.Notice;
import org.linli.notices.Notice.State;
import org.linli.notices.NoticeMoved;
import org.linli.notices.Notices;
import org.linli.notices.audience.Reading;
import org.linli.notices.board.Board;
import org.linli.notices.board.HungUp;
import org.linli.notices.sending.SpreadBegun;
import org.linli.notices.sending.SpreadStopped;
import org.linli.outbox.LetterFates;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// What staff does with notices. Each step is written with what follows from it, together or not at all.
@Service
public class HandleNotices {

    /// What became of a step.
    public sealed interface Result {

        record Done(Notice after) implements Result {}

        /// Nothing was changed.
        ///
        /// @param why the end of a key of words
        record Declined(String why) implements Result {}
    }

    private final Notices notices;
    private final LookAtNotice look;
    private final LetterFates letters;
    private final Effects effects;
    private final Clock clock;

    HandleNotices(Notices notices, LookAtNotice look, LetterFates letters, Effects effects, Clock clock) {
        this.notices = notices;
        this.look = look;
        this.letters = letters;
        this.effects = effects;
        this.clock = clock;
    }

    /// A new draft; with the same id, the same one in other words. What has left is not changed any more.
    public Mono<Result> save(StaffMember member, UUID id, Draft draft) {
        var fresh = new Notice(
                member.community(),
                id.toString(),
                draft.wording(),
                draft.audience(),
                draft.period(),
                draft.sendAt(),
                State.DRAFT,
                member.id(),
                clock.instant(),
                null,
                null,
                1);
        return notices.find(member.community(), id.toString())
                .flatMap(old -> old.state().isOpen()
                        ? commit(
                                old.version(),
                                old.saying(draft.wording(), draft.audience(), draft.period(), draft.sendAt()),
                                "changed",
                                member)
                        : declined("left"))
                .switchIfEmpty(Mono.defer(() -> commit(0, fresh, "written", member)));
    }

    /// Lets it go, where this member may alone; otherwise asks somebody else to.
    public Mono<Result> submit(StaffMember member, Notice notice) {
        return ready(notice, State.DRAFT)
                .flatMap(seen -> seen.approval().mayAlone(member)
                        ? go(member, seen, "sent")
                        : commit(notice.version(), notice.to(State.WAITING, null, notice.sendAt()), "asked", member))
                .switchIfEmpty(declined("faults"));
    }

    /// Lets go what somebody else wrote.
    public Mono<Result> approve(StaffMember member, Notice notice) {
        return ready(notice, State.WAITING)
                .flatMap(seen ->
                        seen.approval().mayApprove(member) ? go(member, seen, "approved") : declined("four-eyes"))
                .switchIfEmpty(declined("faults"));
    }

    /// Back to its writer.
    public Mono<Result> refuse(StaffMember member, Notice notice) {
        return notice.state() == State.WAITING && member.seesEverything()
                ? commit(notice.version(), notice.to(State.DRAFT, null, notice.sendAt()), "refused", member)
                : declined("not-now");
    }

    /// Stops it wherever it is. Letters that have not left are taken back; of the others it is known who got them.
    public Mono<Result> cancel(StaffMember member, Notice notice) {
        boolean may = member.seesEverything()
                || member.id().equals(notice.writer()) && notice.state().isOpen();
        return !may || notice.state() == State.CANCELLED
                ? declined("not-now")
                : commit(
                                notice.version(),
                                notice.to(State.CANCELLED, notice.approver(), notice.sendAt()),
                                "cancelled",
                                member,
                                new SpreadStopped(notice))
                        .delayUntil(_ -> letters.takeBack(notice.community(), notice.letters()));
    }

    /// A draft in the same words for exactly those who got this one; whoever has not got it yet will not.
    public Mono<Result> correct(StaffMember member, Notice wrong) {
        if (wrong.state() != State.APPROVED || !member.seesEverything()) {
            return declined("not-now");
        }
        var right = new Notice(
                wrong.community(),
                UUID.randomUUID().toString(),
                wrong.wording(),
                wrong.audience(),
                wrong.period(),
                null,
                State.DRAFT,
                member.id(),
                clock.instant(),
                null,
                wrong.id(),
                1);
        return cancel(member, wrong).flatMap(stopped -> switch (stopped) {
            case Result.Done _ -> commit(0, right, "correction", member);
            case Result.Declined _ -> Mono.just(stopped);
        });
    }

    private Mono<NoticeLook> ready(Notice notice, State state) {
        return notice.state() != state
                ? Mono.empty()
                : look.at(notice).filter(it -> it.faults().isEmpty());
    }

    private Mono<Result> go(StaffMember member, NoticeLook seen, String what) {
        var notice = seen.notice();
        var now = clock.instant();
        @Nullable Instant wanted = notice.sendAt();
        var at = wanted == null || wanted.isBefore(now) ? now : wanted;
        var gone = notice.to(State.APPROVED, member.id(), at);
        boolean open = seen.whom() instanceof Reading.Understood(var whom) && Board.isForEverybody(whom);
        Effect[] effects = open
                ? new Effect[] {new SpreadBegun(gone, at), new HungUp(gone, at)}
                : new Effect[] {new SpreadBegun(gone, at)};
        return commit(notice.version(), gone, what, member, effects);
    }

    private Mono<Result> commit(long before, Notice after, String what, StaffMember member, Effect... more) {
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

    private static Mono<Result> declined(String why) {
        return Mono.just(new Result.Declined(why));
    }
}
