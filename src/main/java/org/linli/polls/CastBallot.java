package org.linli.polls;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.community.Communities;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Seals.Seal;
import org.linli.polls.ballots.Fault;
import org.linli.polls.ballots.Marks;
import org.linli.polls.log.Hash;
import org.linli.polls.log.ReceiptCode;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Takes a ballot. Whether it counts is decided where it is written: by the poll's closing, the register, and the key
/// that gives each voter one ballot.
@Service
public class CastBallot {

    /// A voter who taps many times at once waits for each.
    private static final Retry AGAIN = Retry.backoff(12, Duration.ofMillis(10))
            .filter(Conflict.class::isInstance)
            .onRetryExhaustedThrow((_, last) -> last.failure());

    /// What becomes of it.
    public sealed interface Result {

        /// @param before what the ballot said until now; without marks where it is the first
        /// @param after  what it says from now on
        /// @param receipt `null` where the vote has no log
        /// @param effect  has to be committed
        record Taken(Marks before, Marks after, @Nullable ReceiptCode receipt, Effect effect) implements Result {

            /// What has to be committed where it counts only as long as this voice was not given: otherwise writing it
            /// signals [Conflict].
            public Effect effectAsFirst() {
                return effect instanceof BallotCast it ? it.onlyAsFirst() : effect;
            }

            public boolean isChange() {
                return !before.all().isEmpty();
            }
        }

        record Closed() implements Result {}

        /// A frozen register does not know this voter.
        record NotRegistered() implements Result {}

        record Faulty(Fault fault, Marks marks) implements Result {}

        /// The same attempt was made before, and its ballot was taken out: only another attempt counts.
        record Voided() implements Result {}
    }

    private static final Marks NONE = new Marks(List.of());

    private final Admissions admissions;
    private final Seals seals;
    private final BallotBox box;
    private final Communities communities;
    private final Effects effects;
    private final Clock clock;

    CastBallot(
            Admissions admissions, Seals seals, BallotBox box, Communities communities, Effects effects, Clock clock) {
        this.admissions = admissions;
        this.seals = seals;
        this.box = box;
        this.communities = communities;
        this.effects = effects;
        this.clock = clock;
    }

    /// What this voter's ballot says now; without marks where there is none, or nobody can tell any more.
    public Mono<Marks> current(Poll poll, Voter voter) {
        return seals.of(poll)
                .flatMap(seal -> box.ballot(poll, seal.token(voter.id())))
                .defaultIfEmpty(NONE);
    }

    /// Of the ballot that this voter has in the log now. Empty where there is none, or nobody can tell any more.
    public Mono<ReceiptCode> receipt(Poll poll, Voter voter) {
        return entry(poll, voter).map(ReceiptCode::of);
    }

    /// What stands for that ballot in the log. Empty where there is none, or nobody can tell any more.
    public Mono<Hash> entry(Poll poll, Voter voter) {
        return seals.of(poll).filter(Seal::isLogged).flatMap(seal -> box.entry(poll, seal.token(voter.id())));
    }

    /// Whether a frozen register knows this voter; everybody where none is frozen. Never empty.
    public Mono<Boolean> admits(Poll poll, Voter voter) {
        return box.admits(poll, voter.id());
    }

    /// Decides, and writes nothing. Never empty.
    ///
    /// @param send names this attempt for ever
    public Mono<Result> prepare(Poll poll, Voter voter, Marks marks, String send) {
        return prepare(poll, voter, marks, send, Whence.UNKNOWN);
    }

    /// The same.
    ///
    /// @param whence of secret votes it is kept for an hour, hashed
    public Mono<Result> prepare(Poll poll, Voter voter, Marks marks, String send, Whence whence) {
        var fault = poll.paper().fault(marks);
        if (fault.isPresent()) {
            return Mono.just(new Result.Faulty(fault.get(), marks));
        }
        return Mono.zip(admissions.of(poll, voter), communities.map(poll.community()))
                .filter(it -> it.getT1().now().takesBallots(clock.instant()))
                .map(it -> it.getT1().admitted()
                        ? new Attempt(voter, marks, send, whence.withHome(it.getT2(), voter.place()))
                                .taken(it.getT1(), clock.instant())
                        : new Result.NotRegistered())
                .defaultIfEmpty(new Result.Closed());
    }

    /// The same, and writes it.
    public Mono<Result> cast(Poll poll, Voter voter, Marks marks, String send) {
        return cast(poll, voter, marks, send, Whence.UNKNOWN, List.of());
    }

    /// @param more is committed together with it
    public Mono<Result> cast(Poll poll, Voter voter, Marks marks, String send, Whence whence, List<Effect> more) {
        return Mono.defer(() -> prepare(poll, voter, marks, send, whence))
                .flatMap(it -> it instanceof Result.Taken taken
                        ? effects.commit(Stream.concat(more.stream(), Stream.of(taken.effect()))
                                        .toList())
                                .thenReturn(it)
                        : Mono.just(it))
                .retryWhen(AGAIN)
                .onErrorResume(SendWasVoided.class, _ -> Mono.just(new Result.Voided()));
    }
}
