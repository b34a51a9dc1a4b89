package org.linli.polls.chat;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.polls.rounds.Phase;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.RoundChanged;
import org.linli.polls.rounds.RoundChanged.Change;
import org.linli.polls.rounds.RoundChanged.Objection;
import org.linli.polls.rounds.RoundLetters;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Takes objections while a result is made public (公示异议): nothing goes on before each is answered.
@Component
class ObjectByChat implements Skill {

    private static final Intent OBJECT = new Intent("poll.object");

    private final RoundHere here;
    private final RoundLetters letters;
    private final Clock clock;

    ObjectByChat(RoundHere here, RoundLetters letters, Clock clock) {
        this.here = here;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "poll-object";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(OBJECT);
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return speaker.group() == null && RoundWords.objects(said) ? Optional.of(OBJECT) : Optional.empty();
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return here.in(Phase.PUBLICITY, request.speaker())
                .map(round -> taken(round, request))
                .defaultIfEmpty(Answer.saying("objection-none", Map.of()));
    }

    private Answer taken(Round round, Request request) {
        String words = RoundWords.objection(request.text());
        if (words.length() < 4) {
            return Answer.saying("objection-how", letters.facts(round));
        }
        var it = new Objection(0, words, request.speaker().address().text(), clock.instant(), "", null);
        var change = new Change.Objected(round, it, RoundHere.voter(request.speaker()), request.key());
        return Answer.saying("objection-taken", letters.facts(round)).with(new RoundChanged(change));
    }
}
