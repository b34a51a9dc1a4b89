package org.linli.polls.chat;

import java.util.HashMap;
import java.util.Map;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.polls.BallotBox;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.linli.polls.Tally;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// How the latest vote stands or went.
@Component
class TellResult implements Skill {

    private final OpenHere here;
    private final BallotBox box;
    private final PollLetters letters;

    TellResult(OpenHere here, BallotBox box, PollLetters letters) {
        this.here = here;
        this.box = box;
        this.letters = letters;
    }

    @Override
    public String id() {
        return "poll-result";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.label().equals("poll.result");
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return here.latest(request.speaker())
                .flatMap(poll -> box.ballots(poll).map(it -> told(poll, Tally.of(poll.paper(), it))))
                .defaultIfEmpty(Answer.saying("poll-none", Map.of()));
    }

    private static String letter(Poll poll, Tally tally) {
        if (!poll.showsBars()) {
            return "poll-hidden";
        }
        if (tally.betrays(poll)) {
            return "poll-few";
        }
        return poll.isOpen() ? "poll-standing" : "poll-went";
    }

    private Answer told(Poll poll, Tally tally) {
        var facts = new HashMap<>(letters.facts(poll));
        facts.putAll(letters.standing(tally));
        return Answer.saying(letter(poll, tally), facts);
    }
}
