package org.linli.polls;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

            public boolean isChange() {
                return !before.all().isEmpty();
            }
        }

        record Closed() implements Result {}

        /// A frozen register does not know this voter.
        record NotRegistered() implements Result {}

        record Faulty(Fault fault, Marks marks) implements Result {}
    }

    private static final Marks NONE = new Marks(List.of());

    private final FindPolls polls;
    private final Seals seals;
    private final BallotBox box;
    private final Effects effects;
    private final Clock clock;

    CastBallot(FindPolls polls, Seals seals, BallotBox box, Effects effects, Clock clock) {
        this.polls = polls;
        this.seals = seals;
        this.box = box;
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
        return seals.of(poll)
                .filter(Seal::isLogged)
                .flatMap(seal -> box.entry(poll, seal.token(voter.id())))
                .map(ReceiptCode::of);
    }

    /// Whether a frozen register knows this voter; everybody where none is frozen. Never empty.
    public Mono<Boolean> admits(Poll poll, Voter voter) {
        return box.admits(poll, voter.id());
    }

    /// Decides, and writes nothing. Never empty.
    ///
    /// @param send names this attempt for ever
    public Mono<Result> prepare(Poll poll, Voter voter, Marks marks, String send) {
        var fault = poll.paper().fault(marks);
        if (fault.isPresent()) {
            return Mono.just(new Result.Faulty(fault.get(), marks));
        }
        return polls.one(poll.community(), poll.id())
                .filter(now -> now.takesBallots(clock.instant()))
                .flatMap(now -> admitted(now, voter, marks, send))
                .defaultIfEmpty(new Result.Closed());
    }

    /// The same, and writes it.
    public Mono<Result> cast(Poll poll, Voter voter, Marks marks, String send) {
        return Mono.defer(() -> prepare(poll, voter, marks, send))
                .flatMap(it -> it instanceof Result.Taken taken
                        ? effects.commit(List.of(taken.effect())).thenReturn(it)
                        : Mono.just(it))
                .retryWhen(AGAIN);
    }

    private Mono<Result> admitted(Poll poll, Voter voter, Marks marks, String send) {
        return box.admits(poll, voter.id())
                .flatMap(admitted -> admitted
                        ? seals.of(poll).flatMap(seal -> taken(poll, voter, marks, send, seal))
                        : Mono.just(new Result.NotRegistered()));
    }

    private Mono<Result> taken(Poll poll, Voter voter, Marks marks, String send, Seal seal) {
        String token = seal.token(voter.id());
        String former = voter.former().isEmpty() ? "" : seal.token(voter.former());
        return box.ballot(poll, token)
                .switchIfEmpty(former.isEmpty() ? Mono.empty() : box.ballot(poll, former))
                .defaultIfEmpty(NONE)
                .map(before -> taken(
                        before,
                        new BallotCast(
                                poll,
                                voter,
                                token,
                                former,
                                marks,
                                entry(poll, marks, token, seal.send(send), seal),
                                seal.send(send),
                                clock.instant())));
    }

    private static Result taken(Marks before, BallotCast cast) {
        var entry = cast.entry();
        return new Result.Taken(before, cast.marks(), entry == null ? null : ReceiptCode.of(entry), cast);
    }

    private static @Nullable Hash entry(Poll poll, Marks marks, String token, String send, Seal seal) {
        return seal.isLogged()
                ? seal.receipt(new CountedPaper(poll.paper()).line(marks), token, send)
                        .commitment()
                : null;
    }
}
