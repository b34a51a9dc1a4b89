package org.linli.polls.chat;

import java.util.List;
import java.util.Map;
import org.linli.dialogue.Answer;
import org.linli.dialogue.OnlySaidInSecret;
import org.linli.dialogue.Request;
import org.linli.polls.Poll;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What somebody says about a vote without naming it: for the one that they chose, or the only one. Where neither is
/// clear, nothing counts and it is asked which.
@Component
class UnnamedVote {

    private final WhichVote which;
    private final ReadBallot ballot;
    private final VoteIn vote;

    UnnamedVote(WhichVote which, ReadBallot ballot, VoteIn vote) {
        this.which = which;
        this.ballot = ballot;
        this.vote = vote;
    }

    /// The paper of the vote that these words choose. Empty where it was not asked which, or they choose none.
    Mono<Answer> chosen(List<Poll> open, Request request) {
        return Mono.just(request)
                .filter(it -> !CastWords.areIn(it.text(), false))
                .flatMap(it -> which.meant(open, it))
                .flatMap(poll -> paper(poll, request));
    }

    /// Never empty.
    ///
    /// @param open at least one
    Mono<Answer> ballot(List<Poll> open, Request request) {
        if (open.size() == 1) {
            return only(open.getFirst(), request);
        }
        boolean inGroup = request.speaker().group() != null;
        return which.chosen(open, request.speaker())
                .filter(poll -> CastWords.areIn(request.text(), inGroup) || ballot.answers(poll, request.text()))
                .flatMap(poll -> vote.ballotOnceChosen(poll, request))
                .switchIfEmpty(Mono.fromSupplier(() -> which.ask(open, request)));
    }

    /// Neighbours who count something else among themselves hear nothing from us. What somebody says to us alone and
    /// is nothing but a ballot may have been one for a secret vote that is over.
    ///
    /// @param casts whether it is said in the words of a ballot
    static Answer none(List<Poll> open, Request request, boolean casts) {
        var speaker = request.speaker();
        if (speaker.group() != null) {
            return Answer.saying(casts && open.isEmpty() ? "" : "poll-none", Map.of());
        }
        var none = Answer.saying("poll-none", Map.of());
        return casts && CastWords.areAllThatIsSaid(request.text())
                ? none.with(new OnlySaidInSecret(speaker.community()))
                : none;
    }

    /// Not before its paper was shown to whoever was asked which of several, or chose another: that one is over now.
    /// Never empty.
    private Mono<Answer> only(Poll poll, Request request) {
        return which.isOpen(poll, request.speaker())
                .flatMap(isOpen -> isOpen ? paper(poll, request) : vote.ballot(poll, request));
    }

    private Mono<Answer> paper(Poll poll, Request request) {
        return vote.paper(poll, request).map(answer -> answer.with(which.choose(poll, request.speaker())));
    }
}
