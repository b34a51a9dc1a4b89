package org.linli.polls.voiding;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.linli.community.StaffMember;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.linli.polls.Seals;
import org.linli.polls.voiding.Annulment.State;
import org.linli.polls.voiding.Annulment.Why;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Takes a ballot out of the box (作废): one member of staff asks for it with a reason, another one does it, and its
/// voter is told. Neither of them is shown what it says; where the result was public, whoever compares both
/// publications sees it. Later than that nothing joins voters and ballots, see `DestroySeals`, no ballot is taken
/// out any more.
@Service
public class VoidBallot {

    /// What became of it. Its name is a key of what people are told.
    public enum Answer {
        /// It waits for somebody else.
        ASKED,
        VOIDED,
        /// The ballot stays in the box.
        LEFT,
        /// There is no ballot of this voter.
        NO_BALLOT,
        /// Somebody has asked for the same.
        ASKED_BEFORE,
        /// People do not vote, and no result is public; or it is being counted.
        CLOSED,
        REASON,
        /// The reason names somebody: it can never be taken back.
        PERSONAL,
        /// The second has to be somebody else.
        SAME_PERSON,
        /// Decided already, or its voter has voted anew.
        CHANGED
    }

    private final Annulments annulments;
    private final VoidedLetters letters;
    private final CheckReason reasons;
    private final Seals seals;
    private final Effects effects;
    private final Clock clock;

    VoidBallot(
            Annulments annulments,
            VoidedLetters letters,
            CheckReason reasons,
            Seals seals,
            Effects effects,
            Clock clock) {
        this.annulments = annulments;
        this.letters = letters;
        this.reasons = reasons;
        this.seals = seals;
        this.effects = effects;
        this.clock = clock;
    }

    /// The first of two. Never empty.
    ///
    /// @param reason for everybody to read, in one line, for ever
    public Mono<Answer> ask(StaffMember by, Poll poll, Voter voter, Why why, String reason) {
        return reasons.fault(poll, voter, reason)
                .switchIfEmpty(Mono.defer(() -> unlessClosed(poll, asked(by, poll, voter, why, reason))));
    }

    private Mono<Answer> asked(StaffMember by, Poll poll, Voter voter, Why why, String reason) {
        return seals.of(poll)
                .map(seal -> seal.token(voter.id()))
                .flatMap(token ->
                        annulments.send(poll, token).map(send -> asked(by, voter, why, reason.strip(), token, send)))
                .flatMap(it -> effects.commit(
                                List.of(new AnnulmentChanged(poll, it), noted(by, poll, "ballot to be taken out")))
                        .thenReturn(Answer.ASKED)
                        .onErrorReturn(Conflict.class, Answer.ASKED_BEFORE))
                .defaultIfEmpty(Answer.NO_BALLOT);
    }

    private Annulment asked(StaffMember by, Voter voter, Why why, String reason, String token, String send) {
        return new Annulment(0, why, reason, voter.id(), token, send, State.ASKED, by.id(), clock.instant(), "", null);
    }

    /// The second of two. Never empty.
    public Mono<Answer> confirm(StaffMember by, Poll poll, int number) {
        return annulments
                .one(poll, number)
                .filter(it -> it.state() == State.ASKED)
                .flatMap(it -> it.mayBeConfirmedBy(by.id())
                        ? unlessClosed(poll, voided(by, poll, it.decided(State.VOIDED, by.id(), clock.instant())))
                        : Mono.just(Answer.SAME_PERSON))
                .defaultIfEmpty(Answer.CHANGED);
    }

    private Mono<Answer> voided(StaffMember by, Poll poll, Annulment it) {
        return letters.about(poll, it)
                .map(told -> Stream.<Effect>concat(
                                Stream.of(new AnnulmentChanged(poll, it), noted(by, poll, "ballot taken out")),
                                told.stream())
                        .toList())
                .flatMap(all -> committed(all, Answer.VOIDED));
    }

    /// Anybody may leave it, also whoever asked. Never empty.
    public Mono<Answer> leave(StaffMember by, Poll poll, int number) {
        return annulments
                .one(poll, number)
                .map(it -> it.decided(State.LEFT, by.id(), clock.instant()))
                .flatMap(it -> committed(
                        List.of(new AnnulmentChanged(poll, it), noted(by, poll, "ballot left in")), Answer.LEFT))
                .defaultIfEmpty(Answer.CHANGED);
    }

    private Noted noted(StaffMember by, Poll poll, String deed) {
        return poll.noted(by.id(), deed, clock.instant());
    }

    private Mono<Answer> committed(List<Effect> all, Answer done) {
        return effects.commit(all).thenReturn(done).onErrorReturn(Conflict.class, Answer.CHANGED);
    }

    private Mono<Answer> unlessClosed(Poll poll, Mono<Answer> otherwise) {
        return annulments
                .arePossible(poll, clock.instant())
                .flatMap(possible -> possible ? otherwise : Mono.just(Answer.CLOSED));
    }
}
