package org.linli.cases.chat;

import java.util.Optional;
import org.linli.cases.Act;
import org.linli.cases.Case;
import org.linli.cases.CaseFile;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "Still nobody here": the unit is told, and the history says how often. A neighbour who says so under somebody's
/// report joins it.
@Component
class UrgeCase implements Skill {

    private static final SetPhrase BUTTON = SetPhrase.of("催一催", "case.urge");

    private final WhichCase which;
    private final ActByChat acts;
    private final FollowCase follow;

    UrgeCase(WhichCase which, ActByChat acts, FollowCase follow) {
        this.which = which;
        this.acts = acts;
        this.follow = follow;
    }

    @Override
    public String id() {
        return "case-urge";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.label().equals("case.urge");
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return BUTTON.meant(said);
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return which.answer(
                request,
                "urge",
                Case::isOpen,
                file -> acts.act(request, file, new Act.Urge(request.text()), "case-urged"),
                file -> joined(request, file));
    }

    private Mono<Answer> joined(Request request, CaseFile file) {
        if (!file.isShared()) {
            return Mono.just(WhichCase.notTheirs(request));
        }
        return file.it().isOpen() ? follow.joining(request, file.it()) : acts.tell(request, file.it(), "case-not-now");
    }
}
