package org.linli.polls.chat;

import java.util.List;
import java.util.Optional;
import org.linli.dialogue.Answer;
import org.linli.dialogue.OpenQuestion;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.polls.Poll;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "投3", "投 3 5 7", "第一选2，第二选4", "3号给5分", "去掉3": finds which vote is meant; whose voice it is finds [VoteIn], and
/// what becomes of it decides [ReadBallot].
@Component
class VoteByChat implements Skill {

    private static final Intent CAST = new Intent("poll.cast");

    /// Asked is which of several is meant, and not what somebody votes.
    private static final String WHICH = "which";

    private final OpenHere here;
    private final AskedVotes asked;
    private final UnnamedVote unnamed;
    private final ReadBallot ballot;
    private final VoteIn vote;

    VoteByChat(OpenHere here, AskedVotes asked, UnnamedVote unnamed, ReadBallot ballot, VoteIn vote) {
        this.here = here;
        this.asked = asked;
        this.unnamed = unnamed;
        this.ballot = ballot;
        this.vote = vote;
    }

    @Override
    public String id() {
        return "poll-vote";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(CAST) || intent.label().equals("poll.vote");
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        boolean inGroup = speaker.group() != null;
        return CastWords.areIn(said, inGroup) || !inGroup && YesOrNo.isButton(said)
                ? Optional.of(CAST)
                : Optional.empty();
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return here.open(request.speaker())
                .flatMap(open -> named(open, request)
                        .map(poll -> vote.ballot(poll, request))
                        .orElseGet(() ->
                                unnamed.chosen(open, request).switchIfEmpty(Mono.defer(() -> unnamed(open, request)))));
    }

    @Override
    public Mono<OpenQuestion> openQuestion(Speaker speaker) {
        return asked.last(speaker)
                .map(it -> new OpenQuestion(
                        id(),
                        it.vote().map(Poll::id).orElse(WHICH),
                        it.at(),
                        speaker.replyTo(),
                        false,
                        it.vote().isEmpty()));
    }

    /// A yes or no is for the ballot that was repeated last, a number for the vote that was asked for last.
    @Override
    public Mono<Answer> reply(OpenQuestion question, Request request) {
        return here.open(request.speaker()).flatMap(open -> {
            if (YesOrNo.of(request.text()) != YesOrNo.NEITHER) {
                return asked.repeated(open, request.speaker()).flatMap(poll -> vote.ballot(poll, request));
            }
            return question.about().equals(WHICH)
                    ? unnamed.chosen(open, request).switchIfEmpty(Mono.defer(() -> chosenBadly(open, request)))
                    : bare(question, open, request);
        });
    }

    private static Optional<Poll> named(List<Poll> open, Request request) {
        var number = CastWords.poll(request.text());
        return number.isEmpty()
                ? Optional.empty()
                : open.stream().filter(it -> it.number() == number.getAsInt()).findFirst();
    }

    /// A number that was not listed, or words of a ballot, while it is asked which vote. Empty for other words.
    private Mono<Answer> chosenBadly(List<Poll> open, Request request) {
        if (open.isEmpty() || !CastWords.areBare(request.text())) {
            return Mono.empty();
        }
        if (CastWords.poll(request.text()).isPresent()) {
            return ofNamed(open, request);
        }
        boolean mayBe = Listed.isPlace(request.text()) || mayBeBallot(open, request);
        return mayBe ? unnamed.ballot(open, request) : Mono.empty();
    }

    /// A few words that are a ballot only as an answer. Empty where they can be none.
    private Mono<Answer> bare(OpenQuestion question, List<Poll> open, Request request) {
        boolean amongSeveral = request.speaker().group() != null && open.size() > 1;
        if (!(amongSeveral ? CastWords.areNumbers(request.text()) : CastWords.areBare(request.text()))) {
            return Mono.empty();
        }
        if (CastWords.poll(request.text()).isPresent()) {
            return ofNamed(open, request);
        }
        return mayBeBallot(open, request) ? ofLastAsked(question, open, request) : Mono.empty();
    }

    private boolean mayBeBallot(List<Poll> open, Request request) {
        return open.stream().anyMatch(it -> ballot.answers(it, request.text()));
    }

    private Mono<Answer> ofNamed(List<Poll> open, Request request) {
        return Mono.justOrEmpty(named(open, request))
                .filter(poll -> ballot.answers(poll, request.text()))
                .flatMap(poll -> vote.ballot(poll, request));
    }

    private Mono<Answer> ofLastAsked(OpenQuestion question, List<Poll> open, Request request) {
        return asked.repeated(open, request.speaker())
                .filter(poll -> poll.id().equals(question.about()))
                .flatMap(poll -> vote.ballot(poll, request))
                .switchIfEmpty(Mono.defer(() -> unnamed.ballot(open, request)));
    }

    private Mono<Answer> unnamed(List<Poll> open, Request request) {
        if (open.isEmpty() || CastWords.poll(request.text()).isPresent()) {
            return Mono.just(UnnamedVote.none(open, request, request.intent().equals(CAST)));
        }
        return Mono.just(open)
                .filter(_ -> YesOrNo.of(request.text()) != YesOrNo.NEITHER)
                .flatMap(all -> asked.repeated(all, request.speaker()))
                .flatMap(poll -> vote.ballot(poll, request))
                .switchIfEmpty(Mono.defer(() -> unnamed.ballot(open, request)));
    }
}
