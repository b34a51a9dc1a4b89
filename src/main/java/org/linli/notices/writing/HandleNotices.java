package org.linli.notices.writing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.community.StaffMember;
import org.linli.keys.KnownKeys;
import org.linli.notices.Enclosed;
import org.linli.notices.Notice;
import org.linli.notices.Notice.State;
import org.linli.notices.Notices;
import org.linli.notices.audience.Reading;
import org.linli.notices.board.Board;
import org.linli.notices.board.HungUp;
import org.linli.notices.joining.ActivityOpened;
import org.linli.notices.repeating.RepeatBegun;
import org.linli.notices.sending.Approved;
import org.linli.notices.sending.SpreadBegun;
import org.linli.platform.database.Effect;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// What staff does with notices until they leave. Each step is written with what follows from it, together or not at
/// all.
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
    private final ChangePlaces places;
    private final WriteStep write;
    private final KnownKeys keys;
    private final Clock clock;

    HandleNotices(
            Notices notices, LookAtNotice look, ChangePlaces places, WriteStep write, KnownKeys keys, Clock clock) {
        this.notices = notices;
        this.look = look;
        this.places = places;
        this.write = write;
        this.keys = keys;
        this.clock = clock;
    }

    /// A new draft; with the same id, the same one in other words. What has left is not changed any more.
    public Mono<Result> save(StaffMember member, UUID id, Draft draft) {
        var fresh = new Notice(
                member.community(),
                id.toString(),
                draft.wording(),
                Enclosed.NOTHING,
                draft.audience(),
                draft.period(),
                draft.sendAt(),
                draft.repeat(),
                draft.invites(),
                State.DRAFT,
                member.id(),
                clock.instant(),
                null,
                null,
                1);
        return notices.find(member.community(), id.toString())
                .flatMap(old -> old.state().isOpen()
                        ? write.of(
                                old.version(),
                                old.saying(
                                        draft.wording(),
                                        draft.audience(),
                                        draft.period(),
                                        draft.sendAt(),
                                        draft.repeat(),
                                        draft.invites()),
                                "changed",
                                member)
                        : WriteStep.declined("left"))
                .switchIfEmpty(Mono.defer(() -> write.of(0, fresh, "written", member)));
    }

    /// Lets it go, where this member may alone; otherwise asks somebody else to.
    public Mono<Result> submit(StaffMember member, Notice notice) {
        return ready(notice, State.DRAFT)
                .flatMap(seen -> seen.approval().mayAlone(member)
                        ? go(member, seen, "sent")
                        : write.of(notice.version(), notice.to(State.WAITING, null, notice.sendAt()), "asked", member))
                .switchIfEmpty(WriteStep.declined("faults"));
    }

    /// Lets go what another person wrote: a key counts as the hand of whoever made it.
    ///
    /// Declines `changed` and `grown` where that is not what this member has seen.
    public Mono<Result> approve(StaffMember member, Notice notice, Seen as) {
        return as.version() == notice.version() ? approved(member, notice, as) : WriteStep.declined("changed");
    }

    private Mono<Result> approved(StaffMember member, Notice notice, Seen as) {
        return ready(notice, State.WAITING)
                .flatMap(seen -> Approved.hasGrown(as.people(), seen.people())
                        ? WriteStep.declined("grown")
                        : lookedAt(member, seen))
                .switchIfEmpty(WriteStep.declined("faults"));
    }

    private Mono<Result> lookedAt(StaffMember member, NoticeLook seen) {
        return keys.hand(member.community(), member.id())
                .flatMap(by -> seen.approval().mayApprove(member, by)
                        ? go(member, seen, "approved")
                        : WriteStep.declined("four-eyes"));
    }

    /// Back to its writer.
    public Mono<Result> refuse(StaffMember member, Notice notice) {
        return notice.state() == State.WAITING && member.seesEverything()
                ? write.of(notice.version(), notice.to(State.DRAFT, null, notice.sendAt()), "refused", member)
                : WriteStep.declined("not-now");
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
        var follows = new ArrayList<Effect>(List.of(new SpreadBegun(gone, at, seen.people())));
        if (open) {
            follows.add(new HungUp(gone, at));
        }
        if (gone.invites() != null) {
            follows.add(new ActivityOpened(gone));
        }
        repeat(gone, at, seen.people()).ifPresent(follows::add);
        return places.follows(gone).flatMap(more -> {
            follows.addAll(more);
            return write.of(notice.version(), gone, what, member, follows.toArray(Effect[]::new));
        });
    }

    private static Optional<RepeatBegun> repeat(Notice gone, Instant first, long people) {
        var repeat = gone.repeat();
        return repeat == null
                ? Optional.empty()
                : repeat.at(first, 1).map(next -> new RepeatBegun(gone, first, next, people));
    }
}
