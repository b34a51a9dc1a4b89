package org.linli.polls.chat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Need;
import org.linli.dialogue.OpenQuestion;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.polls.proposals.Guess;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.Phase;
import org.linli.polls.rounds.Propose;
import org.linli.polls.rounds.Propose.Prepared;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.SupportProposal;
import org.linli.polls.rounds.Wish;
import org.linli.polls.wishes.WishKept;
import org.linli.polls.wishes.Wishes;
import org.linli.polls.wishes.Wishes.Waiting;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Takes proposals as people write them, with what they sent besides; where no round collects, they wait for the next
/// one. What resembles a proposal that is there is not taken before its writer has said that it is another.
@Component
class ProposeByChat implements Skill {

    private static final Intent PROPOSE = new Intent("propose.project");

    private final RoundHere here;
    private final Propose propose;
    private final SupportProposal supports;
    private final Wishes wishes;
    private final TellProposals tell;

    ProposeByChat(RoundHere here, Propose propose, SupportProposal supports, Wishes wishes, TellProposals tell) {
        this.here = here;
        this.propose = propose;
        this.supports = supports;
        this.wishes = wishes;
        this.tell = tell;
    }

    @Override
    public String id() {
        return "propose-project";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(PROPOSE);
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return RoundWords.proposes(said) || RoundWords.isAnother(said) ? Optional.of(PROPOSE) : Optional.empty();
    }

    @Override
    public Set<Need> needs(Intent intent) {
        return Set.of(Need.WORDS);
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return collecting(request)
                .flatMap(round ->
                        RoundWords.isAnother(request.text()) ? another(request, round) : proposed(request, round));
    }

    private Mono<Optional<Round>> collecting(Request request) {
        return here.in(Phase.COLLECTING, request.speaker()).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private Mono<Answer> proposed(Request request, Optional<Round> round) {
        return RoundWords.saysNothing(RoundWords.proposal(request.text()))
                ? tell.how(request, round)
                : propose.prepare(wish(request, round))
                        .flatMap(it -> it.alike().isEmpty() ? taken(request, it, round) : asked(request, it, round));
    }

    private Mono<Answer> asked(Request request, Prepared it, Optional<Round> round) {
        return tell.alike(request, it, round)
                .map(answer -> answer.with(new WishKept(
                        request.speaker().community(),
                        RoundHere.voter(request.speaker()),
                        new Waiting(
                                wish(request, round),
                                it.alike().stream().map(other -> other.number()).toList(),
                                request.at()))));
    }

    private Mono<Answer> taken(Request request, Prepared it, Optional<Round> round) {
        return tell.taken(request, it, round)
                .map(answer ->
                        answer.with(WishKept.none(request.speaker().community(), RoundHere.voter(request.speaker()))));
    }

    /// "It is not the same": what waited is proposed now, in the round that collects now.
    private Mono<Answer> another(Request request, Optional<Round> round) {
        return waiting(request.speaker())
                .flatMap(it -> propose.prepare(it.wish().in(id(round))))
                .flatMap(it -> taken(request, it, round))
                .switchIfEmpty(Mono.defer(() -> tell.how(request, round)));
    }

    private Mono<Waiting> waiting(Speaker speaker) {
        return wishes.of(speaker.community(), RoundHere.voter(speaker));
    }

    @Override
    public Mono<OpenQuestion> openQuestion(Speaker speaker) {
        return waiting(speaker).map(it -> new OpenQuestion(id(), "alike", it.at(), speaker.replyTo()));
    }

    /// A bare yes means the only one that was shown; a bare no, that it is another.
    @Override
    public Mono<Answer> reply(OpenQuestion question, Request request) {
        return switch (YesOrNo.of(request.text())) {
            case NO -> collecting(request).flatMap(round -> another(request, round));
            case YES -> waiting(request.speaker()).flatMap(it -> supported(request, it));
            case NEITHER -> Mono.empty();
        };
    }

    private Mono<Answer> supported(Request request, Waiting it) {
        return it.alike().size() == 1
                ? supports.support(
                                request.speaker().community(),
                                it.wish().round(),
                                it.alike().getFirst(),
                                RoundHere.voter(request.speaker()))
                        .flatMap(done -> collecting(request).map(round -> tell.supported(done, round)))
                        .map(answer -> answer.with(
                                WishKept.none(request.speaker().community(), RoundHere.voter(request.speaker()))))
                : Mono.just(Answer.saying(
                        "proposal-which", Map.of("n", String.valueOf(it.alike().getFirst()))));
    }

    private static Wish wish(Request request, Optional<Round> round) {
        var place = request.place();
        String words = RoundWords.proposal(request.text());
        return new Wish(
                request.speaker().community(),
                id(round),
                "",
                words,
                place == null ? "" : place.id(),
                request.speaker().address().text(),
                RoundHere.voter(request.speaker()),
                request.key(),
                request.pictures(),
                Guess.in(words));
    }

    private static String id(Optional<Round> round) {
        return round.map(Round::id).orElse(FindProposals.NEXT);
    }
}
