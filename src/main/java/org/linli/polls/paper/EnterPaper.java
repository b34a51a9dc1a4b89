package org.linli.polls.paper;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.linli.community.StaffMember;
import org.linli.keys.KnownKeys;
import org.linli.platform.audit.NoteChange;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.linli.polls.BallotBox;
import org.linli.polls.CastBallot;
import org.linli.polls.CastBallot.Result;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.linli.polls.Seals;
import org.linli.polls.Whence;
import org.linli.polls.ballots.Marks;
import org.linli.polls.voiding.Annulments;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Takes a paper ballot into the box once two people have read the same on it. Neither sees what the other has read
/// before they have entered theirs. Whoever has voted already, on whatever way, is not counted again. A key counts as
/// the hand of whoever made it: nobody is two people by it.
@Service
public class EnterPaper {

    /// What became of it.
    public sealed interface Entered {

        /// It waits for somebody else.
        record First() implements Entered {}

        /// @param theirs what the other has read; both look at the paper again
        record Differs(String by, Marks theirs) implements Entered {}

        record Counted() implements Entered {}

        /// There is a ballot of this voter in the box.
        record VotedBefore() implements Entered {}

        /// @param why closed, not in the register, or a ballot that is not valid
        record Refused(Result why) implements Entered {}
    }

    private final CastBallot cast;
    private final BallotBox box;
    private final Papers papers;
    private final Annulments annulments;
    private final KnownKeys keys;
    private final Seals seals;
    private final NoteChange note;
    private final Effects effects;
    private final Clock clock;

    EnterPaper(
            CastBallot cast,
            BallotBox box,
            Papers papers,
            Annulments annulments,
            KnownKeys keys,
            Seals seals,
            NoteChange note,
            Effects effects,
            Clock clock) {
        this.cast = cast;
        this.box = box;
        this.papers = papers;
        this.annulments = annulments;
        this.keys = keys;
        this.seals = seals;
        this.note = note;
        this.effects = effects;
        this.clock = clock;
    }

    /// Never empty.
    public Mono<Entered> enter(StaffMember by, Poll poll, Voter voter, Marks marks) {
        return cast.prepare(poll, voter, marks, send(voter, 0))
                .flatMap(it -> it instanceof Result.Taken
                        ? keys.hand(by.community(), by.id()).flatMap(hand -> unlessVoted(hand, poll, voter, marks))
                        : Mono.just(new Entered.Refused(it)));
    }

    private Mono<Entered> unlessVoted(String by, Poll poll, Voter voter, Marks marks) {
        return box.hasVoted(poll, voter.id())
                .flatMap(voted -> voted
                        ? Mono.just(new Entered.VotedBefore())
                        : seals.of(poll).flatMap(seal -> read(by, poll, voter, marks, seal.token(voter.id()))));
    }

    private Mono<Entered> read(String by, Poll poll, Voter voter, Marks marks, String token) {
        return note.after(papers.put(poll, token, by, marks, clock.instant()).thenReturn(poll), _ -> noted(by, poll))
                .then(papers.ofAnother(poll, token, by))
                .flatMap(other -> other.marks().equals(marks)
                        ? counted(by, poll, voter, marks, token)
                        : Mono.just(new Entered.Differs(other.by(), other.marks())))
                .defaultIfEmpty(new Entered.First());
    }

    /// To the hour, as the register keeps it: who went in when tells nobody whose paper it was.
    private Noted noted(String by, Poll poll) {
        return poll.noted(by, "paper entered", clock.instant().truncatedTo(ChronoUnit.HOURS));
    }

    /// A ballot of the voter's own that comes at the same instant is first, whichever was written down before.
    private Mono<Entered> counted(String by, Poll poll, Voter voter, Marks marks, String token) {
        return annulments
                .voided(poll, token)
                .flatMap(voids -> cast.prepare(poll, voter, marks, send(voter, voids), Whence.enteredBy(by)))
                .flatMap(it -> it instanceof Result.Taken taken
                        ? effects.commit(List.of(taken.effectAsFirst()))
                                .then(papers.forget(poll, token))
                                .thenReturn(new Entered.Counted())
                        : Mono.just(new Entered.Refused(it)))
                .cast(Entered.class)
                .onErrorResume(
                        Conflict.class,
                        lost -> box.hasVoted(poll, voter.id())
                                .flatMap(voted -> voted ? Mono.just(new Entered.VotedBefore()) : Mono.error(lost)));
    }

    /// The same paper is taken once however often it is entered; after one was taken out, another one is.
    ///
    /// @param voids how many ballots of this voter were taken out
    private static String send(Voter voter, int voids) {
        return "paper/" + voter.id() + (voids == 0 ? "" : "/" + voids);
    }
}
