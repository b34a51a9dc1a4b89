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
import org.linli.polls.consent.AnswerConsent;
import org.linli.polls.consent.AnswerConsent.Answered;
import org.linli.polls.consent.Rearrangement;
import org.linli.polls.consent.Rearrangements;
import org.linli.polls.rounds.Phase;
import org.linli.polls.rounds.Round;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "同意合并 #1": what proposers say to staff who wants to merge or split what they proposed. In private.
@Component
class ConsentByChat implements Skill {

    private static final Intent CONSENT = new Intent("propose.consent");

    private record Asked(Round round, List<Rearrangement> all) {}

    private final RoundHere here;
    private final Rearrangements rearrangements;
    private final AnswerConsent consents;

    ConsentByChat(RoundHere here, Rearrangements rearrangements, AnswerConsent consents) {
        this.here = here;
        this.rearrangements = rearrangements;
        this.consents = consents;
    }

    @Override
    public String id() {
        return "consent-to-rearrange";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(CONSENT);
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return speaker.group() == null && ConsentWords.areIn(said) ? Optional.of(CONSENT) : Optional.empty();
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return asked(request.speaker())
                .flatMap(it -> meant(it, request.text())
                        .map(one -> answered(it.round(), one, request))
                        .orElseGet(() -> Mono.just(which(it))))
                .defaultIfEmpty(Answer.saying("proposal-consent-none", Map.of()));
    }

    /// The one that is named, otherwise the only one.
    private static Optional<Rearrangement> meant(Asked asked, String said) {
        var which = ConsentWords.which(said);
        return which.isPresent()
                ? asked.all().stream()
                        .filter(it -> it.number() == which.getAsInt())
                        .findFirst()
                : asked.all().size() == 1 ? Optional.of(asked.all().getFirst()) : Optional.empty();
    }

    private static Answer which(Asked asked) {
        return Answer.saying(
                "proposal-consent-which",
                Map.of(
                        "all",
                        asked.all().stream()
                                .map(it -> "#%d %s".formatted(it.number(), String.join("、", it.titles())))
                                .collect(Collectors.joining("\n"))));
    }

    private Mono<Answer> answered(Round round, Rearrangement it, Request request) {
        boolean agrees = ConsentWords.agrees(request.text()).orElse(false);
        return consents.answer(round, it, RoundHere.voter(request.speaker()), agrees)
                .map(ConsentByChat::told);
    }

    private static Answer told(Answered answered) {
        var it = answered.it();
        var facts = Map.of(
                "outcome",
                answered.outcome().name(),
                "titles",
                String.join("、", it.titles()),
                "kind",
                it.isMerge() ? "merge" : "split",
                "results",
                it.results().stream().map(String::valueOf).collect(Collectors.joining("、")));
        return new Answer("proposal-consented", facts, answered.effects());
    }

    /// Empty where nothing is asked of them.
    private Mono<Asked> asked(Speaker speaker) {
        return here.that(speaker, round -> round.phase() == Phase.COLLECTING || round.phase() == Phase.REVIEW)
                .flatMap(round -> rearrangements
                        .asked(round.community(), round.id(), RoundHere.voter(speaker))
                        .collectList()
                        .filter(all -> !all.isEmpty())
                        .map(all -> new Asked(round, all)));
    }

    @Override
    public Mono<OpenQuestion> openQuestion(Speaker speaker) {
        return speaker.group() != null
                ? Mono.empty()
                : asked(speaker)
                        .map(it -> new OpenQuestion(
                                id(), String.valueOf(it.all().getLast().number()), at(it), speaker.replyTo()));
    }

    private static Instant at(Asked it) {
        return it.all().getLast().askedAt();
    }

    @Override
    public Mono<Answer> reply(OpenQuestion question, Request request) {
        return ConsentWords.agrees(request.text()).isPresent()
                ? asked(request.speaker())
                        .flatMap(it -> Mono.justOrEmpty(it.all().stream()
                                        .filter(one ->
                                                String.valueOf(one.number()).equals(question.about()))
                                        .findFirst())
                                .flatMap(one -> answered(it.round(), one, request)))
                : Mono.empty();
    }
}
