package org.linli.cases.chat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.cases.Act;
import org.linli.cases.Case;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseNumber;
import org.linli.cases.FindCases;
import org.linli.cases.SpokenTime;
import org.linli.community.Communities;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.dialogue.Teachable;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "That was no report": one tap under our answer, by anybody who reads along. Whoever said it takes it back with it;
/// from all others the unit hears it and decides. Either way people may teach us better.
@Component
class CalledNoReport implements Skill {

    private static final SetPhrase BUTTON = SetPhrase.of("不是报修", "case.misheard");
    private static final Pattern NUMBER = Pattern.compile("\\d");

    private final FindCases cases;
    private final Communities communities;
    private final ActByChat acts;
    private final Clock clock;

    CalledNoReport(FindCases cases, Communities communities, ActByChat acts, Clock clock) {
        this.cases = cases;
        this.communities = communities;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "case-misheard";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.label().equals("case.misheard");
    }

    /// Only with the number that our answer told: without it, neighbours talk to each other.
    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return BUTTON.meant(said).filter(_ -> NUMBER.matcher(said).find());
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return communities
                .map(request.speaker().community())
                .map(map -> CaseNumber.in(request.text(), map.casePrefix(), SpokenTime.year(clock.instant())))
                .flatMap(number -> number.map(it -> about(request, it)).orElseGet(CalledNoReport::none));
    }

    private Mono<Answer> about(Request request, String number) {
        return cases.file(request.speaker().community(), number)
                .filter(file -> wasHeardHere(file, request.speaker()))
                .flatMap(file -> noted(request, file))
                .switchIfEmpty(Mono.fromSupplier(() -> Answer.saying("case-not-yours", Map.of("number", number))));
    }

    private static boolean wasHeardHere(CaseFile file, Speaker speaker) {
        var group = speaker.group();
        return group == null
                ? file.concerns(Neighbours.here(speaker))
                : group.address().equals(file.it().reporter().group());
    }

    private Mono<Answer> noted(Request request, CaseFile file) {
        var who = Neighbours.here(request.speaker());
        boolean takesBack = file.it().reporter().isSameAs(who) && !file.othersWaitBeside(who);
        var answer = takesBack
                ? acts.act(request, file, new Act.Withdraw(request.text(), false), "case-withdrawn")
                : acts.act(request, file, new Act.Add(request.text(), List.of()), "case-misheard");
        return answer.map(said -> said.with(lesson(file.it(), request)));
    }

    /// The first to say so counts; staff has the last word in the teaching room.
    private static Teachable lesson(Case it, Request request) {
        return new Teachable(
                it.community(),
                "misheard-" + it.number(),
                it.reporter().address(),
                it.problem().words(),
                it.reporter().group() != null,
                it.problem().label(),
                1,
                Intent.CHATTER.label(),
                Teachable.Cause.INTERRUPTED,
                request.at());
    }

    private static Mono<Answer> none() {
        return Mono.just(Answer.saying("case-none", Map.of()));
    }
}
