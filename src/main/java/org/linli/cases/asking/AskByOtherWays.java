package org.linli.cases.asking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import org.linli.outbox.UndeliveredLetters;
import org.linli.outbox.UndeliveredLetters.State;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Asks residents how a case was done by another of their channels where the question does not reach them, as when the
/// time in which a platform lets us write to them is over. Whom no channel reaches is marked as not asked.
///
/// Replicas need no lease: of two who settle the same, one is refused.
@Component
class AskByOtherWays implements Job {

    /// A letter that was refused is known by then; one that only waits its turn is not given up.
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

    private static final Duration ARRIVED_BY = Duration.ofMinutes(15);
    private static final int MOST = 100;

    private final FindVerdicts verdicts;
    private final FindCases cases;
    private final DeskCases histories;
    private final UndeliveredLetters undelivered;
    private final Communities communities;
    private final Residents residents;
    private final Reaches reaches;
    private final CaseWords words;
    private final Effects effects;
    private final Clock clock;

    AskByOtherWays(
            FindVerdicts verdicts,
            FindCases cases,
            DeskCases histories,
            UndeliveredLetters undelivered,
            Communities communities,
            Residents residents,
            Reaches reaches,
            CaseWords words,
            Effects effects,
            Clock clock) {
        this.verdicts = verdicts;
        this.cases = cases;
        this.histories = histories;
        this.undelivered = undelivered;
        this.communities = communities;
        this.residents = residents;
        this.reaches = reaches;
        this.words = words;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ask-by-other-ways";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Mono<Integer> round() {
        var now = clock.instant();
        return verdicts.pending(now.minus(FIRST_LOOK), MOST)
                .collectList()
                .flatMapIterable(pending -> pending)
                .concatMap(pending -> look(pending, now))
                .reduce(0, Integer::sum);
    }

    private Mono<Integer> look(Pending pending, Instant now) {
        return undelivered
                .find(pending.community(), pending.letter())
                .filter(letter -> letter.state() != State.UNKNOWN)
                .flatMap(_ -> otherwise(pending, now))
                .switchIfEmpty(Mono.defer(() -> arrived(pending, now)));
    }

    private Mono<Integer> arrived(Pending pending, Instant now) {
        return pending.askedAt().plus(ARRIVED_BY).isAfter(now)
                ? Mono.just(0)
                : settle(List.of(new VerdictSettled(pending, null, VerdictSettled.Outcome.ASKED, now)));
    }

    private Mono<Integer> otherwise(Pending pending, Instant now) {
        return other(pending)
                .flatMap(to -> letter(pending, to, now))
                .map(letter -> again(pending, letter, now))
                .defaultIfEmpty(
                        List.<Effect>of(new VerdictSettled(pending, null, VerdictSettled.Outcome.NOT_ASKED, now)))
                .flatMap(this::settle);
    }

    /// Empty where no channel is left.
    private Mono<Address> other(Pending pending) {
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

    /// Empty where the case is not done any more.
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

    private static List<Effect> again(Pending pending, Letter letter, Instant now) {
        var by = new VerdictSettled.By(letter.key(), letter.to().text());
        return List.of(letter, new VerdictSettled(pending, by, null, now));
    }

    private Mono<Integer> settle(List<Effect> changes) {
        return effects.commit(changes).thenReturn(1).onErrorResume(Conflict.class, _ -> Mono.just(0));
    }
}
