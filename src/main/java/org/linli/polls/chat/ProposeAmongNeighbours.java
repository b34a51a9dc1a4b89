package org.linli.polls.chat;

import java.util.Map;
import java.util.Optional;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.polls.rounds.Phase;
import org.linli.polls.rounds.Round;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "提个项目：3栋门口装个长椅", said in a group to nobody: while a round is announced or collects there, whoever says so is
/// told to send it to us alone, where it is taken. Otherwise nothing is said.
@Component
class ProposeAmongNeighbours implements Skill {

    private static final Intent OVERHEARD = new Intent("overheard.proposal");

    private final RoundHere here;

    ProposeAmongNeighbours(RoundHere here) {
        this.here = here;
    }

    @Override
    public String id() {
        return "propose-among-neighbours";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(OVERHEARD);
    }

    @Override
    public Optional<Intent> overhears(String said) {
        return RoundWords.proposesPlainly(said) ? Optional.of(OVERHEARD) : Optional.empty();
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return here.that(request.speaker(), ProposeAmongNeighbours::mayBePutIn)
                .map(round -> Answer.saying("proposal-in-private", Map.of("round", round.title())))
                .defaultIfEmpty(Answer.saying("", Map.of()));
    }

    private static boolean mayBePutIn(Round round) {
        return round.phase() == Phase.ANNOUNCED || round.phase() == Phase.COLLECTING;
    }
}
