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
import org.linli.cases.Verdicts;
import org.linli.dialogue.Answer;
import org.linli.dialogue.OpenQuestion;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
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
        return which.answer(request, "rate", it -> it.state().awaitsVerdict(), file -> rate(request, file));
    }

    @Override
    public Mono<OpenQuestion> openQuestion(Speaker speaker) {
        Instant earliest = clock.instant().minus(PATIENCE);
        return cases.own(speaker.community(), Neighbours.here(speaker))
                .flatMapIterable(own -> own)
                .filter(it -> it.state().awaitsVerdict() && resolvedAt(it).isAfter(earliest))
                .sort((one, other) -> resolvedAt(other).compareTo(resolvedAt(one)))
                .concatMap(it -> cases.file(it.community(), it.number()))
                .filter(file -> WhichCase.mayBeToldOf(file, speaker))
                .filterWhen(
                        file -> verdicts.isGiven(file.it(), speaker.address()).map(given -> !given))
                .next()
                .map(file -> question(file, speaker));
    }

    private OpenQuestion question(CaseFile file, Speaker speaker) {
        var askedIn = file.toldIn(speaker.replyTo(), Neighbours.here(speaker));
        return new OpenQuestion(id(), file.it().number(), resolvedAt(file.it()), askedIn);
    }

    @Override
    public Mono<Answer> reply(OpenQuestion question, Request request) {
        return Mono.justOrEmpty(RatingWords.read(request.text()))
                .flatMap(rating -> cases.file(request.speaker().community(), question.about())
                        .filter(file -> file.concerns(Neighbours.here(request.speaker())))
                        .flatMap(file -> rate(request, file, rating)));
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
