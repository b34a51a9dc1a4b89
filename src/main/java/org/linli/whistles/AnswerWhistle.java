package org.linli.whistles;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.linli.cases.Case;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseWords;
import org.linli.cases.FindCases;
import org.linli.cases.SpokenTime;
import org.linli.cases.staffing.Absences;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.community.Unit;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.whistles.Answers.Outcome;
import org.linli.whistles.Answers.Trouble;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Blows whistles and takes the answers. Each change is written with its letters, together or not at all.
@Service
public class AnswerWhistle {

    private static final int LONGEST = 1_000;

    /// Two answers at the same moment: the second is decided again on what stands there then.
    private static final Retry AGAIN =
            Retry.max(3).filter(Conflict.class::isInstance).onRetryExhaustedThrow((_, last) -> last.failure());

    /// What became of it.
    public sealed interface Result {

        record Done(Whistle after) implements Result {}

        record Declined(Trouble why) implements Result {}
    }

    private final FindWhistles find;
    private final FindCases cases;
    private final Communities communities;
    private final Absences absences;
    private final WhistleLinks links;
    private final Effects effects;
    private final CaseWords words;
    private final Clock clock;

    AnswerWhistle(
            FindWhistles find,
            FindCases cases,
            Communities communities,
            Absences absences,
            WhistleLinks links,
            Effects effects,
            CaseWords words,
            Clock clock) {
        this.find = find;
        this.cases = cases;
        this.communities = communities;
        this.absences = absences;
        this.links = links;
        this.effects = effects;
        this.words = words;
        this.clock = clock;
    }

    /// Calls a unit to a case. Calling it again while it is called changes nothing and says so, as does the second of
    /// two who call it at the same moment.
    ///
    /// @return empty where there is no such case or unit
    public Mono<Result> blow(StaffMember caller, String number, String unit, String reason, Instant reportBy) {
        return Mono.zip(told(caller.community()), cases.file(caller.community(), number))
                .flatMap(found -> Mono.justOrEmpty(found.getT1().unit(unit))
                        .filter(it -> it.kind() != Unit.Kind.DESK)
                        .flatMap(_ -> blow(caller, found.getT1(), found.getT2(), unit, reason, reportBy)));
    }

    private Mono<Result> blow(
            StaffMember caller, CommunityMap map, CaseFile file, String unit, String reason, Instant reportBy) {
        var now = clock.instant();
        if (reason.isBlank()) {
            return Mono.just(new Result.Declined(Trouble.WORDS_MISSING));
        }
        if (!reportBy.isAfter(now)) {
            return Mono.just(new Result.Declined(Trouble.TIME_OVER));
        }
        var call = new Whistle.Call(shortened(reason), caller.id(), now, reportBy);
        var blown =
                Whistle.blown(map.id(), UUID.randomUUID().toString(), file.it().number(), unit, call);
        var step = new WhistleStep(blown, WhistleStep.Kind.CALLED, caller.name(), now, call.reason());
        return find.ofCase(map.id(), file.it().number())
                .filter(it -> it.unit().equals(unit) && !it.state().isOver())
                .hasElements()
                .flatMap(already ->
                        already ? Mono.just(new Result.Declined(Trouble.NOT_NOW)) : commit(0, step, map, file.it()))
                .onErrorReturn(DuplicateKeyException.class, new Result.Declined(Trouble.NOT_NOW));
    }

    /// @param by the name that the history tells
    /// @return empty where there is no such whistle
    public Mono<Result> answer(Whistle whistle, String by, Answer answer) {
        return Mono.defer(() -> find.one(whistle.community(), whistle.id()))
                .flatMap(it -> switch (new Answers(it, by, clock.instant()).make(answer)) {
                    case Outcome.Declined(Trouble why) -> Mono.<Result>just(new Result.Declined(why));
                    case Outcome.Moved(Whistle before, WhistleStep step) -> commit(before, step);
                })
                .retryWhen(AGAIN);
    }

    private Mono<Result> commit(Whistle before, WhistleStep step) {
        return Mono.zip(told(before.community()), cases.file(before.community(), before.number()))
                .flatMap(found -> commit(
                        before.version(), step, found.getT1(), found.getT2().it()));
    }

    private Mono<Result> commit(long before, WhistleStep step, CommunityMap map, Case it) {
        return links.link(step.after())
                .map(link -> new WhistleLetters(
                                map, new CaseFacts(map, words, step.at()), new SpokenTime(words, step.at()), it, link)
                        .about(step))
                .flatMap(letters -> {
                    List<Effect> all = new ArrayList<>(letters);
                    all.add(new WhistleMoved(before, step));
                    return effects.commit(all);
                })
                .thenReturn(new Result.Done(step.after()));
    }

    private Mono<CommunityMap> told(CommunityId community) {
        return communities.map(community).flatMap(absences::told);
    }

    private static String shortened(String words) {
        String bare = words.strip();
        return bare.codePointCount(0, bare.length()) <= LONGEST
                ? bare
                : bare.substring(0, bare.offsetByCodePoints(0, LONGEST));
    }
}
