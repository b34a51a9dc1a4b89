package org.linli.cases.chat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.cases.CaseNumber;
import org.linli.cases.RatingWords;
import org.linli.cases.SpokenTime;
import org.linli.cases.asking.HearNeighbours;
import org.linli.community.Communities;
import org.linli.dialogue.Answer;
import org.linli.dialogue.OpenQuestion;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "Is the light on?": a neighbour who was asked says so with one tap, or in their words.
@Component
class ConfirmFixed implements Skill {

    private static final Duration PATIENCE = Duration.ofDays(10);
    private static final String FIXED = "已经好了";
    private static final SetPhrase BUTTON = SetPhrase.of(FIXED + "|还没有?好", "case.fixed");
    private static final Pattern NUMBER = Pattern.compile("\\d");

    private final HearNeighbours neighbours;
    private final Communities communities;
    private final Clock clock;

    ConfirmFixed(HearNeighbours neighbours, Communities communities, Clock clock) {
        this.neighbours = neighbours;
        this.communities = communities;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "case-fixed";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.label().equals("case.fixed");
    }

    /// Only with the number that our question told.
    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return BUTTON.meant(said).filter(_ -> NUMBER.matcher(said).find());
    }

    @Override
    public Mono<Answer> perform(Request request) {
        boolean fixed = request.text().strip().startsWith(FIXED);
        return communities
                .map(request.speaker().community())
                .flatMap(map -> Mono.justOrEmpty(
                        CaseNumber.in(request.text(), map.casePrefix(), SpokenTime.year(clock.instant()))))
                .flatMap(number -> hear(request, number, fixed)
                        .defaultIfEmpty(Answer.saying("case-not-yours", Map.of("number", number))))
                .defaultIfEmpty(Answer.saying("case-none", Map.of()));
    }

    @Override
    public Mono<OpenQuestion> openQuestion(Speaker speaker) {
        var since = clock.instant().minus(PATIENCE);
        return speaker.group() != null
                ? Mono.empty()
                : neighbours
                        .waitsFor(speaker.community(), Neighbours.here(speaker), since)
                        .map(asked -> new OpenQuestion(id(), asked.number(), asked.at(), speaker.replyTo()));
    }

    @Override
    public Mono<Answer> reply(OpenQuestion question, Request request) {
        return Mono.justOrEmpty(RatingWords.read(request.text()))
                .flatMap(rating -> hear(request, question.about(), rating.isSatisfied()));
    }

    private Mono<Answer> hear(Request request, String number, boolean fixed) {
        var speaker = request.speaker();
        return neighbours.hear(speaker.community(), number, Neighbours.here(speaker), fixed, request.key());
    }
}
