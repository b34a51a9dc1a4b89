package org.linli.polls.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.polls.rounds.Phase;
import org.linli.polls.rounds.Proposal.State;
import org.linli.polls.rounds.Propose;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.RoundLetters;
import org.linli.polls.works.Appraisal;
import org.linli.polls.works.Appraised;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "评价2号项目 5分 天天用": what residents think of a project that is done (评议), until the appraisal is over.
@Component
class AppraiseByChat implements Skill {

    private static final Intent APPRAISE = new Intent("poll.appraise");

    private final RoundHere here;
    private final Propose proposals;
    private final RoundLetters letters;

    AppraiseByChat(RoundHere here, Propose proposals, RoundLetters letters) {
        this.here = here;
        this.proposals = proposals;
        this.letters = letters;
    }

    @Override
    public String id() {
        return "appraise-project";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(APPRAISE);
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return speaker.group() == null && Appraisal.of(said).isPresent() ? Optional.of(APPRAISE) : Optional.empty();
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return Mono.justOrEmpty(Appraisal.of(request.text()))
                .flatMap(it -> here.that(request.speaker(), AppraiseByChat::isAppraised)
                        .flatMap(round -> appraised(round, it, request)))
                .defaultIfEmpty(Answer.saying("appraisal-none", Map.of()));
    }

    private static boolean isAppraised(Round round) {
        return round.phase() == Phase.CARRYING_OUT || round.phase() == Phase.APPRAISAL;
    }

    private Mono<Answer> appraised(Round round, Appraisal it, Request request) {
        return proposals
                .one(round.community(), round.id(), it.proposal())
                .filter(proposal -> proposal.state() == State.DONE)
                .map(proposal -> {
                    var facts = new HashMap<>(letters.facts(round));
                    facts.put("proposal", letters.line(proposal));
                    facts.put("score", String.valueOf(it.score()));
                    return Answer.saying("appraisal-taken", facts)
                            .with(new Appraised(round, it, RoundHere.voter(request.speaker()), request.at()));
                });
    }
}
