package org.linli.cases.joining;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.linli.cases.Act;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseLetters;
import org.linli.cases.CaseWords;
import org.linli.cases.Consequences;
import org.linli.cases.FindCases;
import org.linli.cases.Moves;
import org.linli.cases.NeighbourLeft;
import org.linli.cases.Outcome;
import org.linli.cases.Step;
import org.linli.cases.StepPictures;
import org.linli.cases.StepTaken;
import org.linli.cases.SupporterJoined;
import org.linli.cases.Who;
import org.linli.cases.Workflow;
import org.linli.cases.Workflows;
import org.linli.cases.staffing.Absences;
import org.linli.community.CommunityMap;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// "Mine too" by a button: whoever lives there waits for the case from now on, is told of each step and asked at the
/// end, as if they had written "+1". Taken back by another button.
@Service
public class JoinByPage {

    private static final Retry AGAIN =
            Retry.max(3).filter(Conflict.class::isInstance).onRetryExhaustedThrow((_, last) -> last.failure());

    private final FindCases cases;
    private final Workflows workflows;
    private final Absences absences;
    private final Effects effects;
    private final CaseWords words;
    private final Clock clock;

    JoinByPage(FindCases cases, Workflows workflows, Absences absences, Effects effects, CaseWords words, Clock clock) {
        this.cases = cases;
        this.workflows = workflows;
        this.absences = absences;
        this.effects = effects;
        this.words = words;
        this.clock = clock;
    }

    /// A case that this person waits for or may join; of one that was merged, the one that goes on. Empty for all
    /// others.
    public Mono<CaseFile> find(Visitor visitor, String number) {
        return cases.goingOn(visitor.map().id(), number)
                .filter(file -> file.concerns(visitor.who())
                        || file.isShared()
                                && OfThere.isOf(
                                        visitor.map(),
                                        visitor.home(),
                                        file.it().problem().spot()));
    }

    /// Whether this person waits for it now. Pressed twice, it is joined once. Never empty; false where it is finished
    /// or nothing for this person.
    public Mono<Boolean> join(Visitor visitor, String number) {
        return Mono.defer(() -> find(visitor, number)
                        .filter(file -> file.it().isOpen())
                        .flatMap(file -> file.concerns(visitor.who())
                                ? Mono.just(true)
                                : effects.commit(joined(file, visitor)).thenReturn(true)))
                .retryWhen(AGAIN)
                .defaultIfEmpty(false);
    }

    private List<Effect> joined(CaseFile file, Visitor visitor) {
        Instant now = now();
        var who = Who.resident(visitor.who().address().text());
        return List.of(
                new SupporterJoined(file.it(), visitor.who(), now, true),
                new StepTaken(Step.of(file.it(), Step.Kind.JOINED, who, now, "", List.of())));
    }

    /// Whether this person had joined it and waits no more. Whoever reported it takes it back in the talk. Never empty.
    public Mono<Boolean> leave(Visitor visitor, String number) {
        return Mono.defer(() -> find(visitor, number)
                        .filter(file -> file.it().isOpen() && mayLeave(file, visitor))
                        .flatMap(file -> Mono.zip(absences.told(visitor.map()), workflows.of(file.it()))
                                .flatMap(found -> leave(visitor, file, found.getT1(), found.getT2()))))
                .retryWhen(AGAIN)
                .defaultIfEmpty(false);
    }

    public static boolean mayLeave(CaseFile file, Visitor visitor) {
        return file.concerns(visitor.who()) && !file.it().reporter().isSameAs(visitor.who());
    }

    private Mono<Boolean> leave(Visitor visitor, CaseFile file, CommunityMap told, Workflow workflow) {
        Instant now = now();
        var who = Who.resident(visitor.who().address().text());
        var act = new Act.Withdraw("", file.othersWaitBeside(visitor.who()));
        return switch (new Moves(workflow, file.it(), who, now).make(act)) {
            case Outcome.Refused _ -> Mono.just(false);
            case Outcome.Moved moved -> {
                var letters = new CaseLetters(
                        told,
                        new CaseFacts(told, words, now),
                        "left/" + file.it().number() + "/" + now,
                        StepPictures.NONE);
                var changes = new ArrayList<Effect>(Consequences.of(moved, file, letters));
                changes.add(new NeighbourLeft(visitor.map().id(), file.it().number(), visitor.who()));
                yield effects.commit(changes).thenReturn(true);
            }
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
