package org.linli.cases.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Act;
import org.linli.cases.Case;
import org.linli.cases.CaseFile;
import org.linli.cases.FindCases;
import org.linli.cases.Rating;
import org.linli.cases.RatingWords;
import org.linli.cases.State;
import org.linli.cases.Verdicts;
import org.linli.dialogue.Answer;
import org.linli.dialogue.OpenQuestion;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// "4", "satisfied", "still broken": what residents say when a case was called done. One or two stars open it again.
@Component
class RateCase implements Skill {

    /// So long the question "is it solved?" stands.
    private static final Duration PATIENCE = Duration.ofDays(10);

    /// A verdict on what was done is about that work; what is wrong later is a matter of its own.
    private static final Duration SAME_MATTER = Duration.ofDays(10);

    private static final SetPhrase BUTTON = SetPhrase.of("评价", "case.rate");

    private final WhichCase which;
    private final ActByChat acts;
    private final FindCases cases;
    private final Verdicts verdicts;
    private final SameAgain again;
    private final Clock clock;

    RateCase(WhichCase which, ActByChat acts, FindCases cases, Verdicts verdicts, SameAgain again, Clock clock) {
        this.which = which;
        this.acts = acts;
        this.cases = cases;
        this.verdicts = verdicts;
        this.again = again;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "case-rate";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.label().equals("case.rate");
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return BUTTON.meant(said);
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return which.answer(request, "rate", this::isJustDone, file -> rate(request, file));
    }

    @Override
    public Mono<OpenQuestion> openQuestion(Speaker speaker) {
        return justDone(speaker)
                .filterWhen(file -> isAsked(file, speaker))
                .next()
                .map(file -> question(file, speaker, resolvedAt(file.it())))
                .switchIfEmpty(Mono.defer(() -> mayBeWrongAgain(speaker)));
    }

    /// What was said to be fine, or closed, may turn out not to be; whatever else we asked comes first.
    private Mono<OpenQuestion> mayBeWrongAgain(Speaker speaker) {
        return speaker.group() != null
                ? Mono.empty()
                : justDone(speaker)
                        .next()
                        .map(file -> question(file, speaker, file.it().openedAt()));
    }

    /// The latest first.
    private Flux<CaseFile> justDone(Speaker speaker) {
        return cases.own(speaker.community(), Neighbours.here(speaker))
                .flatMapIterable(own -> own)
                .filter(this::isJustDone)
                .sort((one, other) -> resolvedAt(other).compareTo(resolvedAt(one)))
                .concatMap(it -> cases.file(it.community(), it.number()))
                .filter(file -> WhichCase.mayBeToldOf(file, speaker));
    }

    private boolean isJustDone(Case it) {
        return (it.state().awaitsVerdict() || it.state() == State.CLOSED)
                && resolvedAt(it).isAfter(clock.instant().minus(PATIENCE));
    }

    private Mono<Boolean> isAsked(CaseFile file, Speaker speaker) {
        return file.it().state().awaitsVerdict()
                ? verdicts.isGiven(file.it(), speaker.address()).map(given -> !given)
                : Mono.just(false);
    }

    private OpenQuestion question(CaseFile file, Speaker speaker, Instant askedAt) {
        var askedIn = file.toldIn(speaker.replyTo(), Neighbours.here(speaker));
        return new OpenQuestion(id(), file.it().number(), askedAt, askedIn);
    }

    @Override
    public Mono<Answer> reply(OpenQuestion question, Request request) {
        return Mono.justOrEmpty(RatingWords.read(request.text()))
                .flatMap(rating -> cases.file(request.speaker().community(), question.about())
                        .filter(file -> file.concerns(Neighbours.here(request.speaker())))
                        .filterWhen(file -> rating.isSatisfied() ? isAsked(file, request.speaker()) : Mono.just(true))
                        .flatMap(file -> rate(request, file, rating)))
                .switchIfEmpty(Mono.defer(() -> offScale(question, request)));
    }

    /// Points are given to nothing else in so few words, on no ballot either.
    private Mono<Answer> offScale(OpenQuestion question, Request request) {
        return RatingWords.isOffScale(request.text())
                ? cases.file(request.speaker().community(), question.about())
                        .filter(file -> file.concerns(Neighbours.here(request.speaker())))
                        .filterWhen(file -> isAsked(file, request.speaker()))
                        .flatMap(file -> acts.tell(request, file.it(), "case-rate-how"))
                : Mono.empty();
    }

    private Mono<Answer> rate(Request request, CaseFile file) {
        return RatingWords.read(withoutNumber(request.text(), file.it().number()))
                .map(rating -> rate(request, file, rating))
                .orElseGet(() -> acts.tell(request, file.it(), "case-rate-how"));
    }

    private Mono<Answer> rate(Request request, CaseFile file, Rating rating) {
        if (rating.isSatisfied()) {
            return verdicts.isGiven(file.it(), request.speaker().address())
                    .flatMap(given ->
                            given ? acts.tell(request, file.it(), "case-rated") : judged(request, file, rating));
        }
        return isLongDone(file.it()) ? again.report(request, file.it(), rating.words()) : judged(request, file, rating);
    }

    private boolean isLongDone(Case it) {
        return !it.isOpen() && resolvedAt(it).plus(SAME_MATTER).isBefore(clock.instant());
    }

    private Mono<Answer> judged(Request request, CaseFile file, Rating rating) {
        return acts.act(
                request, file, new Act.Rate(rating), rating.isSatisfied() ? "case-rated" : "case-rated-reopened");
    }

    private static String withoutNumber(String text, String number) {
        return text.replace(number, " ").strip();
    }

    private static Instant resolvedAt(Case it) {
        @Nullable Instant at = it.resolvedAt();
        return at == null ? it.openedAt() : at;
    }
}
