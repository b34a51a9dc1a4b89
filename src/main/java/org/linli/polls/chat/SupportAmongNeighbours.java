package org.linli.polls.chat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.polls.rounds.Phase;
import org.linli.polls.rounds.Propose;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "支持2号提案", said in a group to nobody: while a round collects there and has a proposal of this number, it is taken as
/// if we had been called. Otherwise nothing is said: neighbours may speak of another list.
@Component
class SupportAmongNeighbours implements Skill {

    private static final Intent OVERHEARD = new Intent("overheard.support");

    private final RoundHere here;
    private final Propose proposals;
    private final SupportByChat support;

    SupportAmongNeighbours(RoundHere here, Propose proposals, SupportByChat support) {
        this.here = here;
        this.proposals = proposals;
        this.support = support;
    }

    @Override
    public String id() {
        return "support-among-neighbours";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(OVERHEARD);
    }

    @Override
    public Optional<Intent> overhears(String said) {
        return number(said).isPresent() ? Optional.of(OVERHEARD) : Optional.empty();
    }

    @Override
    public Mono<Answer> perform(Request request) {
        int number = number(request.text()).orElse(0);
        return here.in(Phase.COLLECTING, request.speaker())
                .flatMap(round -> proposals.one(round.community(), round.id(), number))
                .flatMap(_ -> support.perform(request))
                .defaultIfEmpty(Answer.saying("", Map.of()));
    }

    private static OptionalInt number(String said) {
        var supported = RoundWords.supported(said);
        return supported.isPresent() ? supported : RoundWords.unsupported(said);
    }
}
