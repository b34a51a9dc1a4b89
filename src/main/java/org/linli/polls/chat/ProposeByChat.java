package org.linli.polls.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Need;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.polls.PollWords;
import org.linli.polls.proposals.CheckProposal;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.Phase;
import org.linli.polls.rounds.Propose;
import org.linli.polls.rounds.Propose.Prepared;
import org.linli.polls.rounds.Propose.Wish;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.RoundLetters;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Takes proposals as people write them; where no round collects, they wait for the next one.
@Component
class ProposeByChat implements Skill {

    private static final Intent PROPOSE = new Intent("propose.project");

    private final RoundHere here;
    private final Propose propose;
    private final RoundLetters letters;
    private final CheckProposal list;
    private final PollWords words;

    ProposeByChat(RoundHere here, Propose propose, RoundLetters letters, CheckProposal list, PollWords words) {
        this.here = here;
        this.propose = propose;
        this.letters = letters;
        this.list = list;
        this.words = words;
    }

    @Override
    public String id() {
        return "propose-project";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(PROPOSE);
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return RoundWords.proposes(said) ? Optional.of(PROPOSE) : Optional.empty();
    }

    @Override
    public Set<Need> needs(Intent intent) {
        return Set.of(Need.WORDS);
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return here.in(Phase.COLLECTING, request.speaker())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(round -> RoundWords.saysNothing(RoundWords.proposal(request.text()))
                        ? Mono.just(told("proposal-how", round, Map.of()))
                        : propose.prepare(wish(request, round)).map(it -> taken(it, round)));
    }

    private static Wish wish(Request request, Optional<Round> round) {
        var place = request.place();
        return new Wish(
                request.speaker().community(),
                round.map(Round::id).orElse(FindProposals.NEXT),
                RoundWords.proposal(request.text()),
                place == null ? "" : place.id(),
                request.speaker().address().text(),
                RoundHere.voter(request.speaker()),
                request.key());
    }

    private Answer taken(Prepared prepared, Optional<Round> round) {
        var facts = Map.of(
                "proposal", letters.line(prepared.it()),
                "breaches", breaches(prepared.it().words()),
                "alike", prepared.alike().stream().map(letters::line).collect(Collectors.joining("\n")),
                "buttons",
                        prepared.alike().stream()
                                .map(it -> words.say("rounds.button.support", String.valueOf(it.number())))
                                .collect(Collectors.joining("\n")));
        var answer = told(round.isPresent() ? "proposal-taken" : "proposal-waits", round, facts);
        return new Answer(answer.template(), answer.facts(), prepared.effects());
    }

    /// What the committee would not let pass, and how it could.
    private String breaches(String said) {
        return list.breaches(said, 0).stream()
                .map(it -> words.say("rounds.breach", it.source(), it.says(), it.instead()))
                .collect(Collectors.joining("\n"));
    }

    private Answer told(String template, Optional<Round> round, Map<String, String> more) {
        var facts = new HashMap<>(round.map(letters::facts).orElseGet(Map::of));
        facts.putAll(more);
        return Answer.saying(template, facts);
    }
}
