package org.linli.cases;

import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.dialogue.Answer;
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
    private final CountNumbers numbers;
    private final CaseWords words;
    private final StepPictures pictures;

    ReportCase(Communities communities, FindCases cases, CountNumbers numbers, CaseWords words, StepPictures pictures) {
        this.communities = communities;
        this.cases = cases;
        this.numbers = numbers;
        this.words = words;
        this.pictures = pictures;
    }

    /// Never empty.
    public Mono<Answer> report(Report report) {
        return communities.map(report.community()).flatMap(map -> receive(report, map));
    }

    /// What somebody says of a case that the neighbours speak of: joins it, or adds to it where it is theirs. When it
    /// is
    /// finished by now, it is reported anew in the words of the first. Never empty.
    public Mono<Answer> follow(Report report, String number) {
        return communities
                .map(report.community())
                .flatMap(map -> cases.file(report.community(), number)
                        .flatMap(file -> follow(report, map, file))
                        .switchIfEmpty(Mono.defer(() -> receive(report, map))));
    }

    private Mono<Answer> follow(Report report, CommunityMap map, CaseFile file) {
        if (!file.it().isOpen()) {
            return receive(report.after(file.it().problem().words()), map);
        }
        var reception = new Reception(report, map, words, pictures);
        return Mono.just(file.concerns(report.reporter()) ? reception.add(file.it()) : reception.join(file.it()));
    }

    private Mono<Answer> receive(Report report, CommunityMap map) {
        var reception = new Reception(report, map, words, pictures);
        var problem = reception.problem();
        return cases.nearby(
                        report.community(),
                        problem.spot(),
                        problem.label(),
                        report.at().minus(Similar.WITHIN))
                .flatMap(nearby -> decide(report, map, reception, nearby));
    }

    private Mono<Answer> decide(Report report, CommunityMap map, Reception reception, Nearby nearby) {
        return switch (Similar.find(reception.problem(), report.reporter(), report.at(), nearby.cases())) {
            case Similar.Found.SaidBefore(Case known) -> Mono.just(reception.add(known));
            case Similar.Found.SameAsNeighbours(Case known) -> Mono.just(reception.join(known));
            case Similar.Found.Nothing() -> number(report, map).map(number -> reception.open(number, nearby.seen()));
        };
    }

    private Mono<String> number(Report report, CommunityMap map) {
        int year = SpokenTime.year(report.at());
        return numbers.next(report.community(), year).map(counted -> CaseNumber.of(map.casePrefix(), year, counted));
    }
}
