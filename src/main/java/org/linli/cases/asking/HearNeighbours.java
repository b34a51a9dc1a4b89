package org.linli.cases.asking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.linli.cases.Act;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseLetters;
import org.linli.cases.CaseWords;
import org.linli.cases.Consequences;
import org.linli.cases.FindCases;
import org.linli.cases.Moves;
import org.linli.cases.Neighbour;
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
import org.linli.dialogue.Answer;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Takes what a neighbour says who was asked. When most say that it is not done, it goes back to those who said so.
@Service
public class HearNeighbours {

    private final FindInquiries inquiries;
    private final FindCases cases;
    private final Workflows workflows;
    private final Communities communities;
    private final Absences absences;
    private final CaseWords words;
    private final Clock clock;

    HearNeighbours(
            FindInquiries inquiries,
            FindCases cases,
            Workflows workflows,
            Communities communities,
            Absences absences,
            CaseWords words,
            Clock clock) {
        this.inquiries = inquiries;
        this.cases = cases;
        this.workflows = workflows;
        this.communities = communities;
        this.absences = absences;
        this.words = words;
        this.clock = clock;
    }

    /// The case about which this person was asked since then and has not answered. Empty where there is
    /// none.
    public Mono<FindInquiries.Waiting> waitsFor(CommunityId community, Neighbour who, Instant since) {
        return inquiries.waitingFor(community, who, since);
    }

    /// Empty where this person was not asked about this case. What comes too late changes nothing.
    ///
    /// @param occasion names this answer for ever
    public Mono<Answer> hear(CommunityId community, String number, Neighbour who, boolean fixed, String occasion) {
        return inquiries
                .latest(community, number)
                .flatMap(inquiry -> Mono.justOrEmpty(inquiry.of(who))
                        .flatMap(asked -> cases.goingOn(community, number)
                                .flatMap(file -> hear(inquiry, asked, file, fixed, occasion))));
    }

    private Mono<Answer> hear(Inquiry inquiry, Inquiry.Asked asked, CaseFile file, boolean fixed, String occasion) {
        boolean late =
                asked.fixed() != null || !inquiry.resolvedAt().equals(file.it().resolvedAt());
        return late
                ? Mono.just(Answer.saying("case-neighbour-thanks", facts(inquiry)))
                : Mono.zip(communities.map(inquiry.community()).flatMap(absences::told), workflows.of(file.it()))
                        .map(it -> changes(inquiry, asked, file, fixed, occasion, it.getT1(), it.getT2()))
                        .map(changes -> new Answer("case-neighbour-thanks", facts(inquiry), changes));
    }

    private static Map<String, String> facts(Inquiry inquiry) {
        return Map.of("number", inquiry.number());
    }

    private List<Effect> changes(
            Inquiry inquiry,
            Inquiry.Asked asked,
            CaseFile file,
            boolean fixed,
            String occasion,
            CommunityMap map,
            Workflow workflow) {
        var now = clock.instant();
        var after = inquiry.saying(asked, fixed);
        var by = Who.resident(asked.who().address().text());
        String said = words.say(fixed ? "told.neighbour.fixed" : "told.neighbour.not-fixed");
        var changes = new ArrayList<Effect>();
        changes.add(new NeighbourAnswered(inquiry, asked, fixed, now));
        changes.add(new StepTaken(Step.of(file.it(), Step.Kind.NEIGHBOUR_ASKED, by, now, said, List.of())));
        if (after.isDisbelieved() && !inquiry.isDisbelieved()) {
            changes.addAll(back(file, after, workflow, map, occasion, now));
        }
        return changes;
    }

    private List<Effect> back(
            CaseFile file, Inquiry after, Workflow workflow, CommunityMap map, String occasion, Instant now) {
        String why = words.say("told.neighbour.disbelieved", after.asked().size(), after.said(false));
        var letters = new CaseLetters(map, new CaseFacts(map, words, now), occasion, StepPictures.NONE);
        return new Moves(workflow, file.it(), Who.SERVICE, now).make(new Act.Reopen(why)) instanceof Outcome.Moved moved
                ? Consequences.of(moved, file, letters)
                : List.of();
    }
}
