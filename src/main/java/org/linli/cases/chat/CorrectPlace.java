package org.linli.cases.chat;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Set;
import org.linli.cases.Act;
import org.linli.cases.Case;
import org.linli.cases.CaseFile;
import org.linli.community.Communities;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Need;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "No, building 4": the case moves there, to whoever takes care there. Where neighbours wait for it as well, or
/// somebody
/// else reported it, it stays and the words are added.
@Component
class CorrectPlace implements Skill {

    private final WhichCase which;
    private final ActByChat acts;
    private final Communities communities;
    private final Clock clock;

    CorrectPlace(WhichCase which, ActByChat acts, Communities communities, Clock clock) {
        this.which = which;
        this.acts = acts;
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
        var who = Neighbours.here(request.speaker());
        boolean isTheirsAlone = file.it().reporter().isSameAs(who) && !file.othersWaitBeside(who);
        return isTheirsAlone
                ? relocate(request, file)
                : acts.act(request, file, new Act.Add(request.text(), request.pictures()), "case-added");
    }

    private Mono<Answer> relocate(Request request, CaseFile file) {
        var place = requireNonNull(request.place(), "a place was needed");
        return communities
                .map(request.speaker().community())
                .map(map -> Act.Relocate.to(place, request.detail(), file.it(), map, request.text(), clock.instant()))
                .flatMap(act -> acts.act(request, file, act, "case-relocated"));
    }
}
