package org.linli.cases.merging;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.linli.cases.Case;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseLetters;
import org.linli.cases.CaseLinked;
import org.linli.cases.CaseMoved;
import org.linli.cases.CaseWords;
import org.linli.cases.FindCases;
import org.linli.cases.Neighbour;
import org.linli.cases.NeighbourLeft;
import org.linli.cases.Report;
import org.linli.cases.ReportCase;
import org.linli.cases.State;
import org.linli.cases.Step;
import org.linli.cases.StepPictures;
import org.linli.cases.StepTaken;
import org.linli.cases.SupporterJoined;
import org.linli.cases.merging.Joiners.Joined;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Gives neighbours who joined a case, and speak of something else, a case of their own: in their words, waited for
/// since they joined, with the time that they were told. Undone by merging the two.
@Service
public class SplitCase {

    /// "+1" is no description.
    private static final int SHORTEST = 4;

    private final FindCases cases;
    private final Joiners joiners;
    private final FindMerges merges;
    private final ReportCase report;
    private final Communities communities;
    private final CaseWords words;
    private final Effects effects;
    private final Clock clock;

    SplitCase(
            FindCases cases,
            Joiners joiners,
            FindMerges merges,
            ReportCase report,
            Communities communities,
            CaseWords words,
            Effects effects,
            Clock clock) {
        this.cases = cases;
        this.joiners = joiners;
        this.merges = merges;
        this.report = report;
        this.communities = communities;
        this.words = words;
        this.effects = effects;
        this.clock = clock;
    }

    /// Empty when the case does not exist for this person.
    ///
    /// @param marks of those who get a case of their own: [Joined#mark]
    public Mono<Merged> split(Asked asked, Collection<String> marks) {
        return cases.file(asked.sight().community(), asked.number())
                .filter(file -> asked.sight().mayAct(file.it()))
                .flatMap(file ->
                        file.seen() == asked.version() ? chosen(asked, file, marks) : Mono.just(new Merged.Stale()))
                .onErrorResume(Conflict.class, _ -> Mono.just(new Merged.Stale()));
    }

    private Mono<Merged> chosen(Asked asked, CaseFile file, Collection<String> marks) {
        if (!file.it().isOpen()) {
            boolean rests = file.it().state() == State.MERGED;
            return Mono.just(new Merged.Refused(rests ? Refusal.MERGED_ALREADY : Refusal.OVER));
        }
        return joiners.of(file.it().community(), file.it().number())
                .filter(it -> marks.contains(it.mark()))
                .collectList()
                .flatMap(chosen -> chosen.isEmpty()
                        ? Mono.just(new Merged.Refused(Refusal.NOBODY_CHOSEN))
                        : split(asked, file, chosen));
    }

    private Mono<Merged> split(Asked asked, CaseFile file, List<Joined> chosen) {
        var from = file.it();
        var now = clock.instant();
        return Mono.zip(communities.map(from.community()), merges.resting(from.community(), from.number()))
                .flatMap(it -> report.split(
                                said(asked, from, chosen.getFirst(), it.getT1(), now),
                                chosen.getFirst().at(),
                                from.care().dueAt())
                        .flatMap(fresh -> {
                            var changes = changes(asked, from, chosen, fresh, it.getT1(), now);
                            changes.addAll(new Staying(file, people(chosen), it.getT2()).brought());
                            return effects.commit(changes)
                                    .thenReturn(new Merged.Done(fresh.it().number()));
                        }));
    }

    private static List<Neighbour> people(List<Joined> chosen) {
        return chosen.stream().map(Joined::who).toList();
    }

    private static Report said(Asked asked, Case from, Joined first, CommunityMap map, Instant now) {
        var problem = from.problem();
        String place = problem.place();
        String said = first.words().strip();
        return new Report(
                from.community(),
                asked.occasion(),
                problem.label(),
                place == null ? null : map.place(place).orElse(null),
                problem.detail(),
                said.length() < SHORTEST ? problem.words() : said,
                List.of(),
                first.who(),
                now);
    }

    private List<Effect> changes(
            Asked asked, Case from, List<Joined> chosen, ReportCase.SplitOff fresh, CommunityMap map, Instant now) {
        var it = fresh.it();
        var stays = from.in(from.state());
        var changes = new ArrayList<Effect>(fresh.effects());
        changes.add(new CaseMoved(from, stays));
        chosen.forEach(one -> changes.add(new NeighbourLeft(from.community(), from.number(), one.who())));
        chosen.stream().skip(1).forEach(one -> changes.add(new SupporterJoined(it, one.who(), one.at())));
        changes.add(new CaseLinked(from.community(), it.number(), from.number(), CaseLinked.Kind.SPLIT, now));
        changes.add(step(asked, stays, it.number(), now));
        changes.add(step(asked, it, from.number(), now));
        var letters = new CaseLetters(map, new CaseFacts(map, words, now), asked.occasion(), StepPictures.NONE);
        new MergeLetters(letters)
                .split(people(chosen).stream(), it, from.number())
                .forEach(changes::add);
        return changes;
    }

    private static StepTaken step(Asked asked, Case it, String other, Instant now) {
        String said = (other + " " + asked.reason()).strip();
        return new StepTaken(Step.of(it, Step.Kind.SPLIT, asked.who(), now, said, List.of()));
    }
}
