package org.linli.notices.repeating;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.notices.Notice;
import org.linli.notices.NoticeMoved;
import org.linli.notices.Notices;
import org.linli.notices.Period;
import org.linli.notices.audience.FindAudience;
import org.linli.notices.audience.Reading;
import org.linli.notices.board.Board;
import org.linli.notices.board.HungUp;
import org.linli.notices.enclosures.EnclosuresCopied;
import org.linli.notices.joining.ActivityOpened;
import org.linli.notices.sending.SpreadBegun;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Job;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Says again what was approved to be: a notice of its own, in the same words, to those who are meant by then. What
/// fell into a time in which the program did not run, and does not hold any more, is left out.
@Component
class RepeatNotices implements Job {

    private final Repeats repeats;
    private final Notices notices;
    private final FindAudience audience;
    private final Effects effects;
    private final Clock clock;

    RepeatNotices(Repeats repeats, Notices notices, FindAudience audience, Effects effects, Clock clock) {
        this.repeats = repeats;
        this.notices = notices;
        this.audience = audience;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "repeat-notices";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(20);
    }

    /// How many were said again.
    @Override
    public Mono<Integer> round() {
        return repeats.at(clock.instant()).concatMap(this::again).reduce(0, Integer::sum);
    }

    private Mono<Integer> again(DueRepeat due) {
        return notices.find(due.community(), due.notice())
                .zipWhen(first -> audience.read(first.community(), first.audience()))
                .map(found -> effects(due, found.getT1(), found.getT2()))
                .flatMap(all -> effects.commit(all).thenReturn(1))
                // another replica has said it; or staff said the same today, and the next round leaves it out
                .onErrorResume(Conflict.class, _ -> Mono.just(0))
                .onErrorResume(DuplicateKeyException.class, _ -> leaveOut(due))
                .defaultIfEmpty(0);
    }

    private Mono<Integer> leaveOut(DueRepeat due) {
        return notices.find(due.community(), due.notice())
                .flatMap(first -> effects.commit(List.of(new RepeatMoved(due, next(due, first)))))
                .thenReturn(0)
                .onErrorResume(Conflict.class, _ -> Mono.just(0));
    }

    private List<Effect> effects(DueRepeat due, Notice first, Reading whom) {
        var now = clock.instant();
        var copy = copy(due, first, now);
        var period = copy.period();
        if (period != null && period.isOver(now)) {
            return List.of(new RepeatMoved(due, next(due, first)));
        }
        var all = new ArrayList<Effect>(List.of(
                new RepeatMoved(due, next(due, first)),
                new NoticeMoved(0, copy, "repeated", "", now),
                new EnclosuresCopied(first, copy),
                new SpreadBegun(copy, now, due.people())));
        if (whom instanceof Reading.Understood(var meant) && Board.isForEverybody(meant)) {
            all.add(new HungUp(copy, now));
        }
        if (copy.invites() != null) {
            all.add(new ActivityOpened(copy));
        }
        return all;
    }

    private static @Nullable Instant next(DueRepeat due, Notice first) {
        var repeat = first.repeat();
        return repeat == null ? null : repeat.at(due.first(), due.times() + 2).orElse(null);
    }

    /// Its name follows from which time it is, so that it is written once.
    private static Notice copy(DueRepeat due, Notice first, Instant now) {
        String name = first.community() + "/" + first.id() + "/" + (due.times() + 1);
        return new Notice(
                first.community(),
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString(),
                first.wording(),
                first.enclosed(),
                first.audience(),
                later(first.period(), Duration.between(due.first(), due.at())),
                now,
                null,
                first.invites(),
                Notice.State.APPROVED,
                first.writer(),
                now,
                first.approver(),
                null,
                1);
    }

    private static @Nullable Period later(@Nullable Period period, Duration by) {
        return period == null
                ? null
                : new Period(period.from().plus(by), period.until().plus(by));
    }
}
