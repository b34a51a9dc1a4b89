package org.linli.polls.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.linli.dialogue.Answer;
import org.linli.dialogue.OpenQuestion;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.polls.Drafts;
import org.linli.polls.Electorate.Found;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "投3", "投 3 5 7", "第一选2，第二选4", "3号给5分", "去掉3": finds which vote is meant and whose voice it is; what becomes
/// of it decides [ReadBallot].
@Component
class VoteByChat implements Skill {

    private static final Intent CAST = new Intent("poll.cast");

    /// Asked is which of several is meant, and not what somebody votes.
    private static final String WHICH = "which";

    private final OpenHere here;
    private final FindPolls find;
    private final AskedLast asked;
    private final AskWhich which;
    private final Drafts drafts;
    private final ReadBallot ballot;
    private final PollLetters letters;
    private final TellWhyNot whyNot;

    VoteByChat(
            OpenHere here,
            FindPolls find,
            AskedLast asked,
            AskWhich which,
            Drafts drafts,
            ReadBallot ballot,
            PollLetters letters,
            TellWhyNot whyNot) {
        this.here = here;
        this.find = find;
        this.asked = asked;
        this.which = which;
        this.drafts = drafts;
        this.ballot = ballot;
        this.letters = letters;
        this.whyNot = whyNot;
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
        return CastWords.areIn(said, inGroup) || !inGroup && (YesOrNo.isButton(said) || CastWords.areOfOne(said))
                ? Optional.of(CAST)
                : Optional.empty();
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return here.open(request.speaker())
                .flatMap(open -> meant(open, request)
                        .map(poll -> vote(poll, request))
                        .orElseGet(() -> undecided(open, request)));
    }

    @Override
    public Mono<OpenQuestion> openQuestion(Speaker speaker) {
        return asked.of(speaker).map(last -> {
            var one = last.getFirst();
            return new OpenQuestion(id(), last.size() == 1 ? one.poll().id() : WHICH, one.at(), speaker.replyTo());
        });
    }

    @Override
    public Mono<Answer> reply(OpenQuestion question, Request request) {
        return question.about().equals(WHICH) ? chosen(request) : replied(question, request);
    }

    private Mono<Answer> replied(OpenQuestion question, Request request) {
        return find.one(request.speaker().community(), question.about())
                .filter(poll -> ballot.answers(poll, request.text()))
                .filterWhen(poll -> waitsForYes(poll, request))
                .flatMap(poll -> vote(poll, request));
    }

    /// The paper whose number is said; a bare yes, though it was asked which, is for the ballot that waits for it.
    private Mono<Answer> chosen(Request request) {
        return here.open(request.speaker())
                .flatMap(open -> AskWhich.named(open, request.text())
                        .map(poll -> byVoice(poll, request, voter -> ballot.shown(poll, voter, request)))
                        .orElseGet(() -> Mono.just(open)
                                .filter(_ -> YesOrNo.of(request.text()) != YesOrNo.NEITHER)
                                .flatMapIterable(all -> all)
                                .filterWhen(poll -> waitsForYes(poll, request))
                                .next()
                                .flatMap(poll -> vote(poll, request))));
    }

    /// A bare yes or no answers only a ballot that was repeated, unless the paper itself asks yes or no.
    private Mono<Boolean> waitsForYes(Poll poll, Request request) {
        return YesOrNo.of(request.text()) == YesOrNo.NEITHER
                ? Mono.just(true)
                : here.voter(poll, request.speaker())
                        .ofType(Voter.class)
                        .flatMap(voter -> drafts.of(poll, voter))
                        .hasElement();
    }

    /// The one that is named; otherwise the only one.
    private static Optional<Poll> meant(List<Poll> open, Request request) {
        var named = CastWords.poll(request.text());
        return named.isPresent()
                ? open.stream().filter(it -> it.number() == named.getAsInt()).findFirst()
                : open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty();
    }

    /// Neighbours who count something else among themselves hear nothing from us.
    private Mono<Answer> undecided(List<Poll> open, Request request) {
        boolean unasked = request.speaker().group() != null && request.intent().equals(CAST);
        return open.isEmpty() || CastWords.poll(request.text()).isPresent()
                ? Mono.just(Answer.saying(unasked && open.isEmpty() ? "" : "poll-none", Map.of()))
                : which.of(open, request.speaker());
    }

    /// For this one, whichever else are open. Never empty.
    Mono<Answer> vote(Poll poll, Request request) {
        return byVoice(poll, request, voter -> ballot.of(poll, voter, request));
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
