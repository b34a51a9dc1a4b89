package org.linli.cases.merging;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.cases.Case;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseLetters;
import org.linli.cases.CaseMoved;
import org.linli.cases.CaseWords;
import org.linli.cases.Deadline;
import org.linli.cases.DueClocks;
import org.linli.cases.FindCases;
import org.linli.cases.State;
import org.linli.cases.Step;
import org.linli.cases.StepPictures;
import org.linli.cases.StepTaken;
import org.linli.cases.staffing.Absences;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Makes one of two cases: the one that was promised earlier goes on, of equals the one that was opened first.
@Service
public class MergeCases {

    private static final Retry AGAIN =
            Retry.max(3).filter(Conflict.class::isInstance).onRetryExhaustedThrow((_, last) -> last.failure());

    private final FindCases cases;
    private final DueClocks clocks;
    private final Communities communities;
    private final Absences absences;
    private final CaseWords words;
    private final Effects effects;
    private final Clock clock;

    MergeCases(
            FindCases cases,
            DueClocks clocks,
            Communities communities,
            Absences absences,
            CaseWords words,
            Effects effects,
            Clock clock) {
        this.cases = cases;
        this.clocks = clocks;
        this.communities = communities;
        this.absences = absences;
        this.words = words;
        this.effects = effects;
        this.clock = clock;
    }

    /// Empty when the case on whose page this was asked does not exist for this person.
    ///
    /// @param other the number of the other case
    public Mono<Merged> merge(Asked asked, String other) {
        return Mono.defer(() -> once(asked, other))
                .retryWhen(AGAIN)
                .onErrorResume(Conflict.class, _ -> Mono.just(new Merged.Stale()));
    }

    private Mono<Merged> once(Asked asked, String other) {
        return mine(asked, asked.number())
                .flatMap(one -> one.seen() == asked.version()
                        ? mine(asked, other)
                                .flatMap(another -> together(asked, one, another))
                                .defaultIfEmpty(new Merged.Refused(Refusal.NO_SUCH_CASE))
                        : Mono.just(new Merged.Stale()));
    }

    private Mono<CaseFile> mine(Asked asked, String number) {
        return cases.file(asked.sight().community(), number)
                .filter(file -> asked.sight().mayAct(file.it()));
    }

    private Mono<Merged> together(Asked asked, CaseFile one, CaseFile other) {
        return Mono.zip(
                        communities.map(asked.sight().community()).flatMap(absences::told),
                        hasPromise(one.it()),
                        hasPromise(other.it()))
                .flatMap(found -> {
                    var there = new Merging(one, other, found.getT2());
                    var back = new Merging(other, one, found.getT3());
                    boolean otherFirst = one.it().openedAt().isBefore(other.it().openedAt());
                    return write(asked, otherFirst ? List.of(back, there) : List.of(there, back), found.getT1());
                });
    }

    private Mono<Boolean> hasPromise(Case it) {
        return clocks.of(it.community(), it.number()).any(clock -> clock.name().equals(Deadline.PROMISE));
    }

    /// The first way round that is not refused.
    private Mono<Merged> write(Asked asked, List<Merging> ways, CommunityMap map) {
        Optional<Merging> possible =
                ways.stream().filter(it -> it.refusal().isEmpty()).findFirst();
        return possible.map(it -> effects.commit(changes(asked, it, map))
                        .thenReturn((Merged) new Merged.Done(it.target().it().number())))
                .orElseGet(() ->
                        Mono.just(new Merged.Refused(ways.getFirst().refusal().orElseThrow())));
    }

    private List<Effect> changes(Asked asked, Merging merging, CommunityMap map) {
        var now = clock.instant();
        var source = merging.source().it();
        var target = merging.target().it();
        var rests = source.in(State.MERGED);
        var goesOn = target.in(target.state());
        var merge = new Merge(
                source.community(), source.number(), now, target.number(), source.state(), asked.who(), asked.reason());
        var changes = new ArrayList<Effect>(List.of(
                new CaseMoved(source, rests),
                new CaseMoved(target, goesOn),
                new CasesMerged(merge),
                new PeopleBrought(source.community(), source.number(), target.number(), merging.goingOver()),
                step(asked, rests, Step.Kind.MERGED, target.number(), now),
                step(asked, goesOn, Step.Kind.TOOK_IN, source.number(), now)));
        changes.addAll(letters(asked, map, now).merged(merging.source(), goesOn));
        return changes;
    }

    private MergeLetters letters(Asked asked, CommunityMap map, Instant now) {
        return new MergeLetters(
                new CaseLetters(map, new CaseFacts(map, words, now), asked.occasion(), StepPictures.NONE));
    }

    private static StepTaken step(Asked asked, Case it, Step.Kind kind, String other, Instant now) {
        String said = (other + " " + asked.reason()).strip();
        return new StepTaken(Step.of(it, kind, asked.who(), now, said, List.of()));
    }
}
