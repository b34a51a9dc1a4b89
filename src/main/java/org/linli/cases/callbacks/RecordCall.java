package org.linli.cases.callbacks;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
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
import org.linli.cases.Outcome;
import org.linli.cases.Step;
import org.linli.cases.StepPictures;
import org.linli.cases.StepTaken;
import org.linli.cases.Who;
import org.linli.cases.Workflow;
import org.linli.cases.Workflows;
import org.linli.cases.staffing.Absences;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Writes down what somebody said on the telephone. Who is not satisfied gets the case opened again.
@Service
public class RecordCall {

    /// What staff heard.
    ///
    /// @param words may be empty
    public record Heard(CommunityId community, YearMonth month, String number, CallBack.Result result, String words) {

        @Override
        public String toString() {
            return "Heard[" + number + ", " + result + "]";
        }
    }

    private final FindCases cases;
    private final Workflows workflows;
    private final Communities communities;
    private final Absences absences;
    private final CaseWords words;
    private final Effects effects;
    private final Clock clock;

    RecordCall(
            FindCases cases,
            Workflows workflows,
            Communities communities,
            Absences absences,
            CaseWords words,
            Effects effects,
            Clock clock) {
        this.cases = cases;
        this.workflows = workflows;
        this.communities = communities;
        this.absences = absences;
        this.words = words;
        this.effects = effects;
        this.clock = clock;
    }

    /// Never empty: whether it was written. Not when a colleague has reached them already, it was not
    /// drawn, or there is no such case.
    public Mono<Boolean> record(Heard heard, Who who) {
        return cases.file(heard.community(), heard.number())
                .flatMap(file -> Mono.zip(
                                communities.map(heard.community()).flatMap(absences::told), workflows.of(file.it()))
                        .flatMap(it -> effects.commit(changes(heard, who, file, it.getT1(), it.getT2()))
                                .thenReturn(true)))
                .defaultIfEmpty(false)
                .onErrorResume(Conflict.class, _ -> Mono.just(false));
    }

    private List<Effect> changes(Heard heard, Who who, CaseFile file, CommunityMap map, Workflow workflow) {
        var now = clock.instant();
        String said = (words.say("told.callback." + heard.result()) + " " + heard.words()).strip();
        var changes = new ArrayList<Effect>();
        changes.add(new CalledBack(
                heard.community(), heard.month(), heard.number(), heard.result(), heard.words(), who, now));
        changes.add(new StepTaken(Step.of(file.it(), Step.Kind.CALLED_BACK, who, now, said, List.of())));
        if (heard.result() == CallBack.Result.NOT_SATISFIED) {
            changes.addAll(opened(heard, who, said, file, workflow, map, now));
        }
        return changes;
    }

    /// Nothing where it is open again already.
    private List<Effect> opened(
            Heard heard, Who who, String said, CaseFile file, Workflow workflow, CommunityMap map, Instant now) {
        String occasion = "%s/callback/%s".formatted(heard.number(), heard.month());
        var letters = new CaseLetters(map, new CaseFacts(map, words, now), occasion, StepPictures.NONE);
        return new Moves(workflow, file.it(), who, now).make(new Act.Reopen(said)) instanceof Outcome.Moved moved
                ? Consequences.of(moved, file, letters)
                : List.of();
    }
}
