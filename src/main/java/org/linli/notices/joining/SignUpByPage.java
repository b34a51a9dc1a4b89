package org.linli.notices.joining;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.linli.notices.Notice;
import org.linli.notices.joining.DecideWhoComes.Standing;
import org.linli.notices.joining.Register.What;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Signing up by the button of a notice's page, with the same rules as in a talk.
@Service
public class SignUpByPage {

    /// More come by talking to somebody.
    public static final int MOST = 20;

    /// Many press the button in the minute after it was sent.
    private static final Retry AGAIN = Retry.backoff(20, Duration.ofMillis(10))
            .maxBackoff(Duration.ofMillis(200))
            .filter(Conflict.class::isInstance)
            .onRetryExhaustedThrow((_, last) -> last.failure());

    /// What whoever reads it sees of it.
    ///
    /// @param left  places; 0 also where there is no limit
    /// @param state empty: they have not signed up
    /// @param turn  0 where they do not wait
    public record Seen(boolean limited, int places, int left, int waiting, String state, int people, int turn) {

        public boolean isFull() {
            return limited && (left == 0 || waiting > 0);
        }
    }

    private final DecideWhoComes decide;
    private final Applicants applicants;
    private final Effects effects;
    private final Clock clock;

    SignUpByPage(DecideWhoComes decide, Applicants applicants, Effects effects, Clock clock) {
        this.decide = decide;
        this.applicants = applicants;
        this.effects = effects;
        this.clock = clock;
    }

    /// Empty where one cannot sign up, or would not be told of changes.
    ///
    /// @param resident an id that the link has proven
    public Mono<What> join(Notice notice, String resident, int people) {
        return done(notice, resident, it -> decide.joins(notice, it, people, clock.instant()));
    }

    /// Empty where one cannot sign up, or would not be told of changes.
    ///
    /// @param resident an id that the link has proven
    public Mono<What> leave(Notice notice, String resident) {
        return done(notice, resident, it -> decide.leaves(notice, it, clock.instant()));
    }

    private Mono<What> done(Notice notice, String resident, Function<Applicant, Mono<Decided>> wish) {
        return applicants
                .by(notice, resident)
                .flatMap(wish)
                .flatMap(it -> effects.commit(it.effects()).thenReturn(it.step().what()))
                .retryWhen(AGAIN);
    }

    /// Empty where one cannot sign up, or would not be told of changes.
    ///
    /// @param resident an id that the link has proven
    public Mono<Seen> seen(Notice notice, String resident) {
        return applicants
                .by(notice, resident)
                .flatMap(it -> decide.standing(notice, it, 1, clock.instant()))
                .map(SignUpByPage::seen);
    }

    private static Seen seen(Standing found) {
        var register = found.register();
        var invites = register.invites();
        var own = register.find(found.entry().who()).filter(it -> it.state() != Entry.State.LEFT);
        return new Seen(
                invites.isLimited(),
                invites.places(),
                Math.max(0, invites.places() - register.people()),
                register.waiting().size(),
                own.map(it -> it.state().name()).orElse(""),
                own.map(Entry::people).orElse(1),
                own.map(it -> register.turn(it.who())).orElse(0));
    }
}
