package org.linli.polls.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.dialogue.Answer;
import org.linli.dialogue.OpenQuestion;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.polls.BallotBox;
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

    private final OpenHere here;
    private final FindPolls find;
    private final BallotBox box;
    private final Drafts drafts;
    private final ReadBallot ballot;
    private final PollLetters letters;
    private final TellWhyNot whyNot;

    VoteByChat(
            OpenHere here,
            FindPolls find,
            BallotBox box,
            Drafts drafts,
            ReadBallot ballot,
            PollLetters letters,
            TellWhyNot whyNot) {
        this.here = here;
        this.find = find;
        this.box = box;
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
        return CastWords.areIn(said, inGroup) || !inGroup && YesOrNo.isButton(said)
                ? Optional.of(CAST)
                : Optional.empty();
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return here.open(request.speaker())
                .flatMap(open -> meant(open, request)
                        .map(poll -> vote(poll, request))
                        .orElseGet(() -> Mono.just(undecided(open, request))));
    }

    /// A ballot that waits for a yes comes before a vote that somebody has not answered yet.
    @Override
    public Mono<OpenQuestion> openQuestion(Speaker speaker) {
        return here.open(speaker)
                .flatMapIterable(open -> open)
                .concatMap(poll ->
                        asked(poll, speaker).map(at -> new OpenQuestion(id(), poll.id(), at, speaker.replyTo())))
                .reduce((one, other) -> other.askedAt().isAfter(one.askedAt()) ? other : one);
    }

    /// When this person was asked last; empty where nothing is asked of them.
    private Mono<Instant> asked(Poll poll, Speaker speaker) {
        return here.voter(poll, speaker)
                .ofType(Voter.class)
                .flatMap(voter -> drafts.of(poll, voter)
                        .map(Drafts.Draft::at)
                        .switchIfEmpty(box.hasVoted(poll, voter.id())
                                .filter(voted -> !voted)
                                .map(_ -> poll.opensAt())));
    }

    @Override
    public Mono<Answer> reply(OpenQuestion question, Request request) {
        return find.one(request.speaker().community(), question.about())
                .filter(poll -> ballot.answers(poll, request.text()))
                .filterWhen(poll -> waitsForYes(poll, request))
                .flatMap(poll -> here.open(request.speaker())
                        .filterWhen(open -> mayBeMeantForAnother(open, poll, request))
                        .map(open -> undecided(open, request))
                        .switchIfEmpty(Mono.defer(() -> vote(poll, request))));
    }

    /// A number alone says nothing of the vote that it is for, unless there is one, or its ballot was just repeated.
    private Mono<Boolean> mayBeMeantForAnother(List<Poll> open, Poll poll, Request request) {
        return open.size() < 2 ? Mono.just(false) : isRepeated(poll, request).map(repeated -> !repeated);
    }

    /// A bare yes or no answers only a ballot that was repeated, unless the paper itself asks yes or no.
    private Mono<Boolean> waitsForYes(Poll poll, Request request) {
        return YesOrNo.of(request.text()) == YesOrNo.NEITHER ? Mono.just(true) : isRepeated(poll, request);
    }

    private Mono<Boolean> isRepeated(Poll poll, Request request) {
        return here.voter(poll, request.speaker())
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
    private Answer undecided(List<Poll> open, Request request) {
        boolean unasked = request.speaker().group() != null && request.intent().equals(CAST);
        if (open.isEmpty() || CastWords.poll(request.text()).isPresent()) {
            return Answer.saying(unasked && open.isEmpty() ? "" : "poll-none", Map.of());
        }
        String list = open.stream()
                .map(it -> "#%d %s".formatted(it.number(), it.question()))
                .collect(Collectors.joining("\n"));
        String which = letters.example(open.getFirst()) + " #" + open.getFirst().number();
        return Answer.saying("poll-which", Map.of("polls", list, "which", which));
    }

    /// For this one, whichever else are open. Never empty.
    Mono<Answer> vote(Poll poll, Request request) {
        if (poll.electorate().frozen() && request.speaker().group() != null) {
            return Mono.just(Answer.saying("poll-in-private", letters.facts(poll)));
        }
        return here.voter(poll, request.speaker()).flatMap(found -> switch (found) {
            case Voter voter -> ballot.of(poll, voter, request);
            case Found.Unknown _ -> Mono.just(Answer.saying("poll-unknown", letters.facts(poll)));
            case Found.Unregistered _ -> whyNot.told(poll, request.speaker());
            case Found.Elsewhere _ -> Mono.just(Answer.saying("poll-elsewhere", letters.facts(poll)));
        });
    }
}
