package org.linli.cases.chat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Case;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseNumber;
import org.linli.cases.CaseWords;
import org.linli.cases.FindCases;
import org.linli.cases.SpokenTime;
import org.linli.community.Communities;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Speaker;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Which of their cases somebody means: the one whose number they say, otherwise the one whose report they point at,
/// otherwise the latest of the kind that they speak of, otherwise the latest that fits, otherwise their only one,
/// otherwise they are asked to choose. A case of somebody
/// else does not exist for them, and a group
/// hears of no case that was not spoken of there.
@Component
class WhichCase {

    private static final Answer SILENCE = new Answer("", Map.of(), List.of());

    private final Communities communities;
    private final FindCases cases;
    private final CaseWords words;
    private final Clock clock;

    WhichCase(Communities communities, FindCases cases, CaseWords words, Clock clock) {
        this.communities = communities;
        this.cases = cases;
        this.words = words;
        this.clock = clock;
    }

    /// Never empty. Whoever points at a neighbour's report without calling us is not answered.
    ///
    /// @param verb what to do, for the choices: a key of the words below `choice.`
    /// @param fits the cases that are meant when no number is said
    /// @param done what is done with the case that is meant; never empty
    Mono<Answer> answer(Request request, String verb, Predicate<Case> fits, Function<CaseFile, Mono<Answer>> done) {
        return answer(request, verb, fits, done, _ -> Mono.just(notTheirs(request)));
    }

    /// @param neighbours what is done with a neighbour's case whose report is pointed at in the group that heard it;
    ///                   never empty
    Mono<Answer> answer(
            Request request,
            String verb,
            Predicate<Case> fits,
            Function<CaseFile, Mono<Answer>> done,
            Function<CaseFile, Mono<Answer>> neighbours) {
        var about = request.about();
        return communities
                .map(request.speaker().community())
                .map(map -> CaseNumber.in(request.text(), map.casePrefix(), SpokenTime.year(clock.instant())))
                .flatMap(number -> number.map(it -> byNumber(request, it, done))
                        .or(() -> Optional.ofNullable(about).map(it -> pointedAt(request, it, done, neighbours)))
                        .orElseGet(() -> withoutNumber(request, verb, fits, done)));
    }

    /// That the case pointed at is none of theirs; nothing where nobody called us.
    static Answer notTheirs(Request request) {
        return unlessUncalled(
                request, Answer.saying("case-not-yours", Map.of("number", String.valueOf(request.about()))));
    }

    private static Answer unlessUncalled(Request request, Answer answer) {
        return request.overheard() ? SILENCE : answer;
    }

    /// Whether it may be spoken of where this person talks now.
    static boolean mayBeToldOf(CaseFile file, Speaker speaker) {
        var group = speaker.group();
        return group == null || file.wasSaidIn(group.address(), Neighbours.here(speaker));
    }

    private Mono<Answer> pointedAt(
            Request request,
            String number,
            Function<CaseFile, Mono<Answer>> done,
            Function<CaseFile, Mono<Answer>> neighbours) {
        var speaker = request.speaker();
        return cases.goingOn(speaker.community(), number)
                .flatMap(file -> !file.concerns(Neighbours.here(speaker))
                        ? neighbours.apply(file)
                        : mayBeToldOf(file, speaker) ? done.apply(file) : Mono.just(inPrivate()))
                .switchIfEmpty(Mono.fromSupplier(() -> unlessUncalled(request, Answer.saying("case-none", Map.of()))));
    }

    private Mono<Answer> byNumber(Request request, String number, Function<CaseFile, Mono<Answer>> done) {
        var who = Neighbours.here(request.speaker());
        return cases.goingOn(request.speaker().community(), number)
                .filter(file -> file.concerns(who))
                .flatMap(file -> mayBeToldOf(file, request.speaker()) ? done.apply(file) : Mono.just(inPrivate()))
                .switchIfEmpty(Mono.fromSupplier(() -> Answer.saying("case-not-yours", Map.of("number", number))));
    }

    private Mono<Answer> withoutNumber(
            Request request, String verb, Predicate<Case> fits, Function<CaseFile, Mono<Answer>> done) {
        return cases.own(request.speaker().community(), Neighbours.here(request.speaker()))
                .flatMap(own -> tellable(own, request.speaker())
                        .flatMap(files -> files.isEmpty() && !own.isEmpty()
                                ? Mono.just(inPrivate())
                                : meant(files, fits, request)
                                        .map(done)
                                        .orElseGet(() -> Mono.just(choose(files, verb)))));
    }

    private Mono<List<CaseFile>> tellable(List<Case> own, Speaker speaker) {
        return Flux.fromIterable(own)
                .flatMapSequential(it -> cases.file(it.community(), it.number()))
                .filter(file -> mayBeToldOf(file, speaker))
                .collectList();
    }

    private static Answer inPrivate() {
        return Answer.saying("in-private", Map.of());
    }

    private static Optional<CaseFile> meant(List<CaseFile> own, Predicate<Case> fits, Request request) {
        var fitting = own.stream().filter(file -> fits.test(file.it())).toList();
        var latest = fitting.stream()
                .filter(file -> isOfKind(file.it(), request.kind()))
                .findFirst()
                .or(() -> fitting.stream().findFirst());
        return latest.isEmpty() && own.size() == 1 ? own.stream().findFirst() : latest;
    }

    private static boolean isOfKind(Case it, @Nullable Intent kind) {
        return kind == null || it.problem().label().equals(kind.label());
    }

    private Answer choose(List<CaseFile> own, String verb) {
        if (own.isEmpty()) {
            return Answer.saying("case-none", Map.of());
        }
        String choices = own.stream()
                .map(CaseFile::it)
                .map(it -> words.say(
                        "choice." + verb, it.number(), words.label(it.problem().label())))
                .collect(Collectors.joining("\n"));
        return Answer.saying("case-which", Map.of("choices", choices));
    }
}
