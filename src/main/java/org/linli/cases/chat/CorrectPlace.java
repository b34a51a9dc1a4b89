package org.linli.cases.chat;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Set;
import org.linli.cases.Act;
import org.linli.cases.Case;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseFile;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Need;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "No, building 4": the case moves there, to whoever takes care there. Whoever had only joined a neighbour's case
/// leaves it and has one of their own there. Where neighbours wait for what they reported, it stays and the words are
/// added.
@Component
class CorrectPlace implements Skill {

    private final WhichCase which;
    private final ActByChat acts;
    private final ReportElsewhere elsewhere;
    private final Communities communities;
    private final Clock clock;

    CorrectPlace(WhichCase which, ActByChat acts, ReportElsewhere elsewhere, Communities communities, Clock clock) {
        this.which = which;
        this.acts = acts;
        this.elsewhere = elsewhere;
        this.communities = communities;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "case-correct";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.label().equals("case.correct");
    }

    @Override
    public Set<Need> needs(Intent intent) {
        return Set.of(Need.PLACE);
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return which.answer(request, "add", Case::isOpen, file -> correct(request, file));
    }

    private Mono<Answer> correct(Request request, CaseFile file) {
        return communities.map(request.speaker().community()).flatMap(map -> correct(request, file, map));
    }

    private Mono<Answer> correct(Request request, CaseFile file, CommunityMap map) {
        var who = Neighbours.here(request.speaker());
        boolean isReporter = file.it().reporter().isSameAs(who);
        if (isReporter && !file.othersWaitBeside(who)) {
            return relocate(request, file, map);
        }
        return isReporter || isThere(request, file, map) ? added(request, file) : elsewhere.report(request, file);
    }

    /// Another unit or room of the same building is the neighbours' matter still.
    private static boolean isThere(Request request, CaseFile file, CommunityMap map) {
        return CaseFacts.spot(map, request.place()).equals(file.it().problem().spot());
    }

    private Mono<Answer> added(Request request, CaseFile file) {
        return acts.act(request, file, new Act.Add(request.text(), request.pictures()), "case-added");
    }

    private Mono<Answer> relocate(Request request, CaseFile file, CommunityMap map) {
        var place = requireNonNull(request.place(), "a place was needed");
        var act = Act.Relocate.to(place, request.detail(), file.it(), map, request.text(), clock.instant());
        return acts.act(request, file, act, "case-relocated");
    }
}
