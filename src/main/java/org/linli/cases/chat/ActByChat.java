package org.linli.cases.chat;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.linli.cases.Act;
import org.linli.cases.Case;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseLetters;
import org.linli.cases.CaseWords;
import org.linli.cases.Consequences;
import org.linli.cases.Moves;
import org.linli.cases.Outcome;
import org.linli.cases.StepPictures;
import org.linli.cases.Who;
import org.linli.cases.Workflow;
import org.linli.cases.Workflows;
import org.linli.cases.staffing.Absences;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Speaker;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Does something to a case because somebody wrote so.
@Component
class ActByChat {

    private final Communities communities;
    private final Absences absences;
    private final Workflows workflows;
    private final CaseWords words;
    private final StepPictures pictures;
    private final Clock clock;

    ActByChat(
            Communities communities,
            Absences absences,
            Workflows workflows,
            CaseWords words,
            StepPictures pictures,
            Clock clock) {
        this.communities = communities;
        this.absences = absences;
        this.workflows = workflows;
        this.words = words;
        this.pictures = pictures;
        this.clock = clock;
    }

    /// Never empty: what cannot be done now is answered with how the case stands.
    ///
    /// @param template for whoever wrote, when it was done
    Mono<Answer> act(Request request, CaseFile file, Act act, String template) {
        return act(request, file, act, template, "case-not-now");
    }

    /// @param refused for whoever wrote, when it was not done; its fact `why` tells the reason in the desk's words
    Mono<Answer> act(Request request, CaseFile file, Act act, String template, String refused) {
        var community = request.speaker().community();
        return Mono.zip(communities.map(community).flatMap(absences::told), workflows.of(file.it()))
                .map(it -> decide(it.getT1(), it.getT2(), request, file, act, template, refused));
    }

    /// How it stands, changing nothing. Never empty.
    Mono<Answer> tell(Request request, Case it, String template) {
        return communities
                .map(request.speaker().community())
                .map(map -> Answer.saying(template, told(map, request, it)));
    }

    private Answer decide(
            CommunityMap map,
            Workflow workflow,
            Request request,
            CaseFile file,
            Act act,
            String template,
            String refused) {
        Instant now = clock.instant();
        return switch (new Moves(workflow, file.it(), who(request.speaker()), now).make(act)) {
            case Outcome.Refused(Outcome.Refusal why) -> {
                var told = told(map, request, file.it());
                told.put("refusal", why.name());
                told.put("why", words.say("refused." + why));
                yield Answer.saying(refused, told);
            }
            case Outcome.Moved moved -> {
                var letters = new CaseLetters(map, new CaseFacts(map, words, now), request.key(), pictures);
                yield new Answer(template, told(map, request, moved.after()), Consequences.of(moved, file, letters));
            }
        };
    }

    private Map<String, String> told(CommunityMap map, Request request, Case it) {
        var facts = new CaseFacts(map, words, clock.instant());
        var told = new HashMap<>(facts.toWhom(it, Neighbours.here(request.speaker())));
        if (request.speaker().group() != null) {
            told.put("words", "");
        }
        return told;
    }

    private static Who who(Speaker speaker) {
        return speaker.staff() == null ? Who.resident(speaker.address().text()) : Who.of(speaker.staff());
    }
}
