package org.linli.polls.chat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Speaker;
import org.linli.platform.database.Effect;
import org.linli.polls.CastBallot;
import org.linli.polls.CastBallot.Result;
import org.linli.polls.Drafts;
import org.linli.polls.Drafts.Draft;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.PickKept;
import org.linli.polls.Poll;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Marks;
import org.linli.polls.ballots.ReadMarks;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What one message does to a voter's ballot. One choice of a quick poll, and whatever is said in a group, counts at
/// once and is repeated; everything else is repeated first and counts once the voter says yes. What was said to us
/// alone is not gone on with in a group.
@Component
class ReadBallot {

    private static final Marks NOTHING = new Marks(List.of());

    /// So long "可以" is said of the ballot that was repeated; later it may be said of anything.
    private static final Duration FRESH = Duration.ofMinutes(30);

    private final CastBallot cast;
    private final Drafts drafts;
    private final TellBallot tell;
    private final Clock clock;

    ReadBallot(CastBallot cast, Drafts drafts, TellBallot tell, Clock clock) {
        this.cast = cast;
        this.drafts = drafts;
        this.tell = tell;
        this.clock = clock;
    }

    /// Never empty.
    Mono<Answer> of(Poll poll, Voter voter, Request request) {
        return draft(poll, voter, request).flatMap(draft -> of(poll, voter, request, draft));
    }

    /// The same, of no yes or no, and never counted at once. Never empty.
    Mono<Answer> repeated(Poll poll, Voter voter, Request request) {
        return draft(poll, voter, request).flatMap(draft -> read(poll, voter, request, draft, true));
    }

    private Mono<Optional<Draft>> draft(Poll poll, Voter voter, Request request) {
        return Mono.just(request)
                .filter(it -> it.speaker().group() == null)
                .flatMap(_ -> drafts.of(poll, voter))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Answer> of(Poll poll, Voter voter, Request request, Optional<Draft> draft) {
        var reply = YesOrNo.of(request.text());
        if (reply == YesOrNo.YES) {
            return draft.map(it -> isMeant(it, request)
                            ? counted(poll, voter, it.marks(), request)
                            : repeated(poll, voter, it.marks(), request))
                    .orElseGet(() -> tell.asked(poll, voter, request));
        }
        return reply == YesOrNo.NO && draft.isPresent()
                ? dropped(poll, voter)
                : read(poll, voter, request, draft, needsYes(poll, draft, request));
    }

    private boolean isMeant(Draft draft, Request request) {
        return YesOrNo.isPlainYes(request.text()) || draft.at().plus(FRESH).isAfter(clock.instant());
    }

    private Mono<Answer> read(Poll poll, Voter voter, Request request, Optional<Draft> draft, boolean needsYes) {
        return draft.map(it -> Mono.just(it.marks()))
                .orElseGet(() -> cast.current(poll, voter))
                .flatMap(before -> new ReadMarks(poll.paper())
                        .of(request.text(), before)
                        .map(marks ->
                                needsYes ? repeated(poll, voter, marks, request) : counted(poll, voter, marks, request))
                        .orElseGet(() -> tell.asked(poll, voter, request)));
    }

    /// A number alone, after another one was repeated, is a correction of what does not count yet either.
    private static boolean needsYes(Poll poll, Optional<Draft> draft, Request request) {
        boolean corrects = draft.isPresent() && !CastWords.areIn(request.text(), false);
        return request.speaker().group() == null
                && (poll.electorate().frozen() || poll.paper().kind() != BallotKind.ONE || corrects);
    }

    private Mono<Answer> repeated(Poll poll, Voter voter, Marks marks, Request request) {
        return cast.prepare(poll, voter, marks, request.key())
                .flatMap(result -> result instanceof Result.Taken taken
                        ? drafts.keep(poll, voter, marks)
                                .flatMap(kept -> tell.read("poll-confirm", poll, voter, taken)
                                        .map(answer -> answer.with(kept)))
                        : tell.refused(poll, result, request));
    }

    private Mono<Answer> counted(Poll poll, Voter voter, Marks marks, Request request) {
        String template = request.speaker().group() == null ? "poll-taken" : "poll-taken-in-group";
        return cast.prepare(poll, voter, marks, request.key())
                .flatMap(result -> result instanceof Result.Taken taken
                        ? tell.read(template, poll, voter, taken)
                                .map(answer -> answer.with(taken.effect()).with(done(request.speaker())))
                                .flatMap(answer -> forgotten(poll, voter, answer))
                        : tell.refused(poll, result, request));
    }

    /// The next ballot may be for another vote.
    private static Effect done(Speaker speaker) {
        return PickKept.done(speaker.community(), RoundHere.voter(speaker));
    }

    private Mono<Answer> dropped(Poll poll, Voter voter) {
        return cast.current(poll, voter).flatMap(now -> forgotten(poll, voter, tell.dropped(poll, now)));
    }

    private Mono<Answer> forgotten(Poll poll, Voter voter, Answer answer) {
        return drafts.forget(poll, voter).map((Effect it) -> answer.with(it)).defaultIfEmpty(answer);
    }

    /// Whether these words alone can be an answer to a vote that is asked.
    boolean answers(Poll poll, String said) {
        return YesOrNo.of(said) != YesOrNo.NEITHER
                || new ReadMarks(poll.paper())
                        .of(said, NOTHING)
                        .filter(marks -> poll.paper().fault(marks).isEmpty())
                        .isPresent();
    }
}
