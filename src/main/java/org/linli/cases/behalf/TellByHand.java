package org.linli.cases.behalf;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.linli.cases.Act;
import org.linli.cases.ActOnCase;
import org.linli.cases.Case;
import org.linli.cases.CaseFile;
import org.linli.cases.FindCases;
import org.linli.cases.Rating;
import org.linli.cases.Sight;
import org.linli.cases.State;
import org.linli.cases.Step;
import org.linli.cases.StepTaken;
import org.linli.cases.Who;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Staff tells somebody who cannot be written to how it stands, and writes down what they answered.
@Service
public class TellByHand {

    private final FindOnBehalf find;
    private final FindCases cases;
    private final ActOnCase acts;
    private final Effects effects;
    private final Clock clock;

    TellByHand(FindOnBehalf find, FindCases cases, ActOnCase acts, Effects effects, Clock clock) {
        this.find = find;
        this.cases = cases;
        this.acts = acts;
        this.effects = effects;
        this.clock = clock;
    }

    /// What they answered counts as if they had written it: a rating of what is done, or what was asked for.
    ///
    /// Empty where there is no such case or entry to see, otherwise true.
    ///
    /// @param occasion of the entry
    /// @param answer   in their words; may be empty
    /// @param stars    0 without a rating
    public Mono<Boolean> told(Sight sight, String number, String occasion, Who by, String answer, int stars) {
        return cases.file(sight.community(), number)
                .filter(file -> sight.sees(file))
                .flatMap(file -> find.ofCase(sight.community(), number)
                        .map(FindOnBehalf.Line::it)
                        .filter(it -> it.occasion().equals(occasion))
                        .next()
                        .flatMap(it -> write(file.it(), it, by, answer)
                                .then(Mono.defer(() -> answered(sight, file, it, answer, stars)))
                                .thenReturn(true)));
    }

    private Mono<Void> write(Case it, OnBehalf entry, Who by, String answer) {
        var now = clock.instant();
        return effects.commit(List.of(
                new StepTaken(Step.of(it, Step.Kind.TOLD, by, now, answer, List.of())),
                new ToldByHand(entry.community(), entry.occasion(), now)));
    }

    /// A rating or addition that the case does not take any more stands in the step above all the same.
    private Mono<Void> answered(Sight sight, CaseFile file, OnBehalf entry, String answer, int stars) {
        var who = Who.resident(entry.address().text());
        return Mono.justOrEmpty(act(file.it(), answer, stars))
                .flatMap(act -> acts.act(
                        sight, file.it().number(), file.seen(), who, act, entry.occasion() + "/" + file.seen()))
                .then();
    }

    private static Optional<Act> act(Case it, String answer, int stars) {
        if (stars >= 1 && stars <= 5) {
            return Optional.of(new Act.Rate(new Rating(stars, answer)));
        }
        return it.state() == State.WAITING && !answer.isBlank()
                ? Optional.of(new Act.Add(answer, List.of()))
                : Optional.empty();
    }
}
