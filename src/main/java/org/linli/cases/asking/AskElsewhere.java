package org.linli.cases.asking;

import java.time.Instant;
import java.util.stream.Stream;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseLetters;
import org.linli.cases.CaseWords;
import org.linli.cases.DeskCases;
import org.linli.cases.FindCases;
import org.linli.cases.Neighbour;
import org.linli.cases.Step;
import org.linli.cases.StepPictures;
import org.linli.cases.asking.FindVerdicts.Pending;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Reaches;
import org.linli.community.Residents;
import org.linli.outbox.Letter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes a resident the same question anew, to an address where nobody asked yet and where letters reach them.
@Component
class AskElsewhere {

    private final FindCases cases;
    private final DeskCases histories;
    private final Communities communities;
    private final Residents residents;
    private final Reaches reaches;
    private final CaseWords words;

    AskElsewhere(
            FindCases cases,
            DeskCases histories,
            Communities communities,
            Residents residents,
            Reaches reaches,
            CaseWords words) {
        this.cases = cases;
        this.histories = histories;
        this.communities = communities;
        this.residents = residents;
        this.reaches = reaches;
        this.words = words;
    }

    /// Empty where no such address is left, or the case is not done any more.
    Mono<Letter> letter(Pending pending, Instant now) {
        return address(pending).flatMap(to -> letter(pending, to, now));
    }

    private Mono<Address> address(Pending pending) {
        String resident = pending.resident();
        return resident == null
                ? Mono.empty()
                : residents
                        .addresses(pending.community(), resident)
                        .filter(it -> it.kind() == Address.Kind.PERSON
                                && !pending.tried().contains(it.text()))
                        .filterWhen(
                                it -> reaches.isLost(pending.community(), it).map(lost -> !lost))
                        .next();
    }

    private Mono<Letter> letter(Pending pending, Address to, Instant now) {
        return Mono.zip(
                        cases.file(pending.community(), pending.number())
                                .filter(file ->
                                        pending.resolvedAt().equals(file.it().resolvedAt())),
                        communities.map(pending.community()),
                        result(pending))
                .flatMap(it -> Mono.justOrEmpty(letters(pending, to, it.getT1(), it.getT2(), it.getT3(), now)
                        .findFirst()));
    }

    private Stream<Letter> letters(
            Pending pending, Address to, CaseFile file, CommunityMap map, String result, Instant now) {
        String occasion = "%s/otherwise/%d"
                .formatted(pending.number(), pending.resolvedAt().getEpochSecond());
        return new CaseLetters(map, new CaseFacts(map, words, now), occasion, StepPictures.NONE)
                .toThese(
                        Stream.of(new Neighbour(pending.resident(), to, null, to)), "case-resolved", file.it(), result);
    }

    /// What was said when it was called done. Never empty.
    private Mono<String> result(Pending pending) {
        return histories
                .history(pending.community(), pending.number())
                .filter(step -> step.kind() == Step.Kind.RESOLVED)
                .map(Step::words)
                .last("");
    }
}
