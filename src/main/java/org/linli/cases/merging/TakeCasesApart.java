package org.linli.cases.merging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseLetters;
import org.linli.cases.CaseMoved;
import org.linli.cases.CaseWords;
import org.linli.cases.FindCases;
import org.linli.cases.Neighbour;
import org.linli.cases.NeighbourLeft;
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

/// Undoes a merge: the case that rested is as it was, with its state, its clocks and its people.
///
/// Who said meanwhile that they wait no more, waits no more; a clock that ran out meanwhile counts as missed at once.
@Service
public class TakeCasesApart {

    private record Found(Merge merge, CaseFile source, CaseFile target, Staying staying) {

        /// Who meanwhile said in the target that they wait no more.
        List<Neighbour> gone() {
            var waiting = target.waiting().toList();
            return source.waiting()
                    .filter(it -> waiting.stream().noneMatch(it::isSameAs))
                    .toList();
        }
    }

    private final FindCases cases;
    private final FindMerges merges;
    private final Communities communities;
    private final Absences absences;
    private final CaseWords words;
    private final Effects effects;
    private final Clock clock;

    TakeCasesApart(
            FindCases cases,
            FindMerges merges,
            Communities communities,
            Absences absences,
            CaseWords words,
            Effects effects,
            Clock clock) {
        this.cases = cases;
        this.merges = merges;
        this.communities = communities;
        this.absences = absences;
        this.words = words;
        this.effects = effects;
        this.clock = clock;
    }

    /// Empty when the case does not exist for this person.
    ///
    /// @param asked names the case that rests
    public Mono<Merged> takeApart(Asked asked) {
        return Mono.defer(() -> once(asked)).onErrorResume(Conflict.class, _ -> Mono.just(new Merged.Stale()));
    }

    private Mono<Merged> once(Asked asked) {
        return cases.file(asked.sight().community(), asked.number())
                .filter(file -> asked.sight().mayAct(file.it()))
                .flatMap(source -> source.seen() == asked.version() ? parted(asked, source) : stale(source));
    }

    /// A second click finds that it is done.
    private static Mono<Merged> stale(CaseFile source) {
        return Mono.just(source.mergedInto() == null ? new Merged.Refused(Refusal.NOT_MERGED) : new Merged.Stale());
    }

    private Mono<Merged> parted(Asked asked, CaseFile source) {
        return merges.of(source.it().community(), source.it().number())
                .flatMap(merge -> found(merge, source))
                .flatMap(found -> found.target().mergedInto() == null
                        ? write(asked, found)
                        : Mono.just(new Merged.Refused(Refusal.TARGET_MERGED)))
                .defaultIfEmpty(new Merged.Refused(Refusal.NOT_MERGED));
    }

    private Mono<Found> found(Merge merge, CaseFile source) {
        var community = merge.community();
        var others = merges.resting(community, merge.target())
                .map(all -> all.stream()
                        .filter(it -> !it.it().number().equals(merge.number()))
                        .toList());
        return Mono.zip(cases.file(community, merge.target()), merges.came(merge), others)
                .map(it -> new Found(merge, source, it.getT1(), new Staying(it.getT1(), it.getT2(), it.getT3())));
    }

    private Mono<Merged> write(Asked asked, Found found) {
        return communities
                .map(found.merge().community())
                .flatMap(absences::told)
                .flatMap(map -> effects.commit(changes(asked, found, map)))
                .thenReturn(new Merged.Done(asked.number()));
    }

    private List<Effect> changes(Asked asked, Found found, CommunityMap map) {
        var now = clock.instant();
        var source = found.source().it();
        var target = found.target().it();
        var goesOn = source.in(found.merge().state());
        var stays = target.in(target.state());
        var gone = found.gone();
        var changes = new ArrayList<Effect>(List.<Effect>of(
                new CaseMoved(source, goesOn),
                new CaseMoved(target, stays),
                new CasesTakenApart(found.merge(), now, asked.who()),
                new StepTaken(Step.of(
                        goesOn, Step.Kind.TAKEN_APART, asked.who(), now, said(asked, target.number()), List.of())),
                new StepTaken(Step.of(
                        stays, Step.Kind.TAKEN_APART, asked.who(), now, said(asked, source.number()), List.of()))));
        changes.addAll(found.staying().brought());
        gone.forEach(who -> changes.add(new NeighbourLeft(source.community(), source.number(), who)));
        var letters = new CaseLetters(map, new CaseFacts(map, words, now), asked.occasion(), StepPictures.NONE);
        var told = found.source().waiting().filter(it -> !gone.contains(it));
        changes.addAll(new MergeLetters(letters).takenApart(goesOn, told, target));
        return changes;
    }

    private static String said(Asked asked, String other) {
        return (other + " " + asked.reason()).strip();
    }
}
