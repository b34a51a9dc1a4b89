package org.linli.polls.chat;

import java.util.HashMap;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Speaker;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.linli.polls.register.Barrier;
import org.linli.polls.register.TurnedAway;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells whoever does not stand in a frozen register why: as it was noted when the register was drawn up.
@Component
class TellWhyNot {

    private final TurnedAway away;
    private final PollLetters letters;

    TellWhyNot(TurnedAway away, PollLetters letters) {
        this.away = away;
        this.letters = letters;
    }

    /// Never empty.
    Mono<Answer> told(Poll poll, Speaker speaker) {
        return Mono.justOrEmpty(speaker.resident())
                .flatMap(it -> away.why(poll, it.id()))
                .map(Barrier::name)
                .defaultIfEmpty("LATER")
                .map(why -> {
                    var facts = new HashMap<>(letters.facts(poll));
                    facts.put("why", why);
                    return Answer.saying("poll-not-registered", facts);
                });
    }
}
