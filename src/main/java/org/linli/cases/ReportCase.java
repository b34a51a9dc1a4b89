package org.linli.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.linli.community.Communities;
import org.linli.dialogue.Answer;
import org.linli.platform.database.Effect;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Takes a report: looks whether it is known already, and otherwise opens a case.
///
/// Reads only; what changes is in the answer. When a neighbour opens the same case at the same moment, writing it
/// signals `Conflict`, and a second look finds that case.
@Service
public class ReportCase {

    private final Communities communities;
    private final FindCases cases;
    private final FindNearby nearby;
    private final WrongAgain again;
    private final CountNumbers numbers;
    private final Workflows workflows;
    private final CaseWords words;
    private final StepPictures pictures;
    private final RoutingNow routing;

    ReportCase(
            Communities communities,
            FindCases cases,
            FindNearby nearby,
            WrongAgain again,
            CountNumbers numbers,
            Workflows workflows,
            CaseWords words,
            StepPictures pictures,
            RoutingNow routing) {
        this.communities = communities;
        this.cases = cases;
        this.nearby = nearby;
        this.again = again;
        this.numbers = numbers;
        this.workflows = workflows;
        this.words = words;
        this.pictures = pictures;
        this.routing = routing;
    }

    /// Never empty.
    public Mono<Answer> report(Report report) {
        return reception(report).flatMap(it -> receive(report, it));
    }

    /// What somebody says of a case that the neighbours speak of: joins it, or adds to it where it is theirs. When
    /// it is finished by now, or in another's flat, it is reported anew in the words of the first. Never empty.
    public Mono<Answer> follow(Report report, String number) {
        return reception(report)
                .flatMap(it -> cases.goingOn(report.community(), number)
                        .flatMap(file -> follow(report, it, file))
                        .switchIfEmpty(Mono.defer(() -> receive(report, it))));
    }

    /// What was called done long ago is wrong again: a case of its own, which tells of the earlier one. Never empty.
    ///
    /// @param report in the words of now
    public Mono<Answer> again(Report report, Case earlier) {
        return report(report.after(earlier.problem().words()))
                .map(answer -> WrongAgain.linked(answer, Optional.of(earlier), report.at()));
    }

    /// Opens a case of its own for somebody who had joined another one. Never empty.
    ///
    /// @param since when they joined
    /// @param dueAt what they were told then
    public Mono<SplitOff> split(Report report, Instant since, Instant dueAt) {
        return reception(report)
                .flatMap(reception -> Mono.zip(
                                number(report), nearby.to(report.community(), reception.problem(), report.at()))
                        .map(it -> reception.split(it.getT1(), it.getT2(), since, dueAt)))
                .map(answer -> SplitOff.of(answer.effects()));
    }

    /// A case that is not written yet.
    ///
    /// @param effects that write it and tell its unit
    public record SplitOff(Case it, List<Effect> effects) {

        public SplitOff {
            effects = List.copyOf(effects);
        }

        private static SplitOff of(List<Effect> effects) {
            return effects.stream()
                    .filter(CaseOpened.class::isInstance)
                    .map(CaseOpened.class::cast)
                    .findFirst()
                    .map(opened -> new SplitOff(opened.opened(), effects))
                    .orElseThrow();
        }
    }

    private Mono<Answer> follow(Report report, Reception reception, CaseFile file) {
        if (!file.it().isOpen()) {
            return report(report.after(file.it().problem().words()));
        }
        if (file.concerns(report.reporter())) {
            return Mono.just(reception.add(file.it()));
        }
        return InsideAFlat.is(file.it().problem()) && reception.isElsewhere(file.it())
                ? report(report.after(file.it().problem().words()))
                : Mono.just(reception.join(file.it()));
    }

    private Mono<Reception> reception(Report report) {
        return Mono.zip(communities.map(report.community()), workflow(report))
                .flatMap(
                        it -> routing.of(it.getT1(), report, it.getT2().course().kind())
                                .map(now -> new Reception(report, it.getT1(), it.getT2(), words, pictures, now)));
    }

    private Mono<Workflow> workflow(Report report) {
        return report.isMandate()
                ? workflows.begin(report.community(), CaseKind.MANDATE)
                : workflows.begin(report.community(), report.label());
    }

    private Mono<Answer> receive(Report report, Reception reception) {
        var problem = reception.problem();
        return nearby.to(report.community(), problem, report.at()).flatMap(nearby -> decide(report, reception, nearby));
    }

    private Mono<Answer> open(Report report, Reception reception, Nearby nearby) {
        return Mono.zip(number(report), again.earlier(report, reception.problem()))
                .map(it -> WrongAgain.linked(reception.open(it.getT1(), nearby), it.getT2(), report.at()));
    }

    private Mono<Answer> decide(Report report, Reception reception, Nearby nearby) {
        if (report.isMandate()) {
            return open(report, reception, nearby);
        }
        return switch (Similar.find(reception.problem(), report.reporter(), report.at(), reception.around(nearby))) {
            case Similar.Found.SaidBefore(Case known) -> Mono.just(reception.add(known));
            case Similar.Found.SameAsNeighbours(Case known) -> Mono.just(reception.join(known));
            case Similar.Found.Nothing() -> open(report, reception, nearby);
        };
    }

    private Mono<String> number(Report report) {
        int year = SpokenTime.year(report.at());
        return Mono.zip(communities.map(report.community()), numbers.next(report.community(), year))
                .map(it -> CaseNumber.of(it.getT1().casePrefix(), year, it.getT2()));
    }
}
