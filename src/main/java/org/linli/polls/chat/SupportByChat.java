package org.linli.polls.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.Phase;
import org.linli.polls.rounds.Propose;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.RoundLetters;
import org.linli.polls.rounds.SupportProposal;
import org.linli.polls.wishes.WishKept;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "支持2号提案": while a round collects, and before it among the proposals that wait for one. Whoever supports twice, or
/// the own one, or too late, is told so. "支持2号" may also mean a choice of a vote, see [SupportNumber].
@Component
class SupportByChat implements Skill {

    private static final Intent SUPPORT = new Intent("poll.support");

    private final RoundHere here;
    private final Propose propose;
    private final SupportProposal supports;
    private final RoundLetters letters;
    private final TellProposals tell;
    private final SupportNumber numbers;
    private final VoteIn vote;

    SupportByChat(
            RoundHere here,
            Propose propose,
            SupportProposal supports,
            RoundLetters letters,
            TellProposals tell,
            SupportNumber numbers,
            VoteIn vote) {
        this.here = here;
        this.propose = propose;
        this.supports = supports;
        this.letters = letters;
        this.tell = tell;
        this.numbers = numbers;
        this.vote = vote;
    }

    @Override
    public String id() {
        return "support-project";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(SUPPORT);
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return RoundWords.supported(said).isPresent()
                        || RoundWords.supportedNumber(said).isPresent()
                        || RoundWords.unsupported(said).isPresent()
                ? Optional.of(SUPPORT)
                : Optional.empty();
    }

    @Override
    public Mono<Answer> perform(Request request) {
        var number = RoundWords.supportedNumber(request.text());
        return number.isPresent() ? supportNumber(request, number.getAsInt()) : performNamed(request);
    }

    /// Neighbours who speak of another number among themselves hear nothing from us.
    private Mono<Answer> supportNumber(Request request, int number) {
        return numbers.find(request, number).flatMap(all -> {
            if (all.isProposal()) {
                return supportNamed(request, number);
            }
            if (all.isVote()) {
                return vote.ballot(all.votes().getFirst(), request);
            }
            return all.isNothing() && request.speaker().group() != null
                    ? Mono.just(Answer.saying("", Map.of()))
                    : all.isNothing() ? supportNamed(request, number) : Mono.just(numbers.which(number, all));
        });
    }

    private Mono<Answer> performNamed(Request request) {
        var less = RoundWords.unsupported(request.text());
        return less.isPresent()
                ? underWay(request).flatMap(round -> unsupport(request, round, less.getAsInt()))
                : supportNamed(request, RoundWords.supported(request.text()).orElse(0));
    }

    private Mono<Answer> supportNamed(Request request, int number) {
        return underWay(request).flatMap(round -> support(request, round, number));
    }

    private Mono<Optional<Round>> underWay(Request request) {
        return here.that(request.speaker(), round -> round.phase() != Phase.OVER)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Answer> support(Request request, Optional<Round> round, int number) {
        var collecting = round.filter(it -> it.phase() == Phase.COLLECTING);
        if (round.isPresent() && collecting.isEmpty() && round.get().phase().isAfter(Phase.COLLECTING)) {
            return late(request, round.get(), number);
        }
        return supports.support(
                        request.speaker().community(),
                        collecting.map(Round::id).orElse(FindProposals.NEXT),
                        number,
                        RoundHere.voter(request.speaker()))
                .map(it -> tell.supported(it, collecting)
                        .with(WishKept.none(request.speaker().community(), RoundHere.voter(request.speaker()))))
                .defaultIfEmpty(Answer.saying("proposal-none", Map.of("n", String.valueOf(number))));
    }

    private Mono<Answer> unsupport(Request request, Optional<Round> round, int number) {
        var collecting = round.filter(it -> it.phase() == Phase.COLLECTING);
        return supports.unsupport(
                        request.speaker().community(),
                        collecting.map(Round::id).orElse(FindProposals.NEXT),
                        number,
                        RoundHere.voter(request.speaker()))
                .map(it -> Answer.saying(
                                "proposal-unsupported",
                                Map.of("proposal", letters.line(it.it()), "count", String.valueOf(it.count())))
                        .with(it.effect()))
                .defaultIfEmpty(Answer.saying("proposal-not-supported", Map.of("n", String.valueOf(number))));
    }

    /// What waits for the next round may be supported all the time; what stands in a round only while it collects.
    private Mono<Answer> late(Request request, Round round, int number) {
        var facts = new HashMap<>(letters.facts(round));
        facts.put("n", String.valueOf(number));
        facts.put("phase", round.phase().name());
        return propose.one(round.community(), round.id(), number)
                .map(it -> {
                    facts.put("proposal", letters.line(it));
                    return Answer.saying("proposal-late", facts);
                })
                .switchIfEmpty(Mono.defer(() -> support(request, Optional.empty(), number)));
    }
}
