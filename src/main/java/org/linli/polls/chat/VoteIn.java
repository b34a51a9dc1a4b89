package org.linli.polls.chat;

import java.util.function.Function;
import org.linli.dialogue.Answer;
import org.linli.dialogue.OnlySaidInSecret;
import org.linli.dialogue.Request;
import org.linli.polls.BallotBox;
import org.linli.polls.Electorate.Found;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What somebody says about one vote, whichever else are open: finds whose voice it is, and in a secret vote hears
/// nobody among neighbours. No answer is ever empty.
@Component
class VoteIn {

    private final OpenHere here;
    private final BallotBox box;
    private final ReadBallot ballot;
    private final TellBallot tell;
    private final PollLetters letters;
    private final TellWhyNot whyNot;

    VoteIn(OpenHere here, BallotBox box, ReadBallot ballot, TellBallot tell, PollLetters letters, TellWhyNot whyNot) {
        this.here = here;
        this.box = box;
        this.ballot = ballot;
        this.tell = tell;
        this.letters = letters;
        this.whyNot = whyNot;
    }

    Mono<Answer> ballot(Poll poll, Request request) {
        return byVoice(poll, request, voter -> ballot.of(poll, voter, request))
                .map(answer -> forgettingWords(poll, answer));
    }

    /// Chosen a while ago, and not named now: only a first ballot in plain words counts without being repeated. A
    /// number alone may be the one that chose, sent once more.
    Mono<Answer> ballotOnceChosen(Poll poll, Request request) {
        return byVoice(
                        poll,
                        request,
                        voter -> box.hasVoted(poll, voter.id())
                                .flatMap(voted -> !voted && CastWords.areIn(request.text(), false)
                                        ? ballot.of(poll, voter, request)
                                        : ballot.repeated(poll, voter, request)))
                .map(answer -> forgettingWords(poll, answer));
    }

    /// In a secret vote, whatever becomes of a ballot: one that was refused or not understood says as much of its
    /// voter.
    private static Answer forgettingWords(Poll poll, Answer answer) {
        return poll.electorate().frozen() ? answer.with(new OnlySaidInSecret(poll.community())) : answer;
    }

    /// The ballot paper.
    Mono<Answer> paper(Poll poll, Request request) {
        return byVoice(poll, request, voter -> tell.asked(poll, voter, request));
    }

    private Mono<Answer> byVoice(Poll poll, Request request, Function<Voter, Mono<Answer>> does) {
        if (poll.electorate().frozen() && request.speaker().group() != null) {
            return Mono.just(Answer.saying("poll-in-private", letters.facts(poll)));
        }
        return here.voter(poll, request.speaker()).flatMap(found -> switch (found) {
            case Voter voter -> does.apply(voter);
            case Found.Unknown _ -> Mono.just(Answer.saying("poll-unknown", letters.facts(poll)));
            case Found.Unregistered _ -> whyNot.told(poll, request.speaker());
            case Found.Elsewhere _ -> Mono.just(Answer.saying("poll-elsewhere", letters.facts(poll)));
        });
    }
}
