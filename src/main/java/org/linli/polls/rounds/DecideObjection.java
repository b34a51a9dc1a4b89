package org.linli.polls.rounds;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.linli.cases.Act;
import org.linli.cases.ActOnCase;
import org.linli.cases.FindCases;
import org.linli.cases.Sight;
import org.linli.cases.Who;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.polls.PollWords;
import org.linli.polls.rounds.CountAgain.Occasion;
import org.linli.polls.rounds.RoundChanged.Change;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Confirms what was objected to, takes it out, or counts again; then resolves the case that the objection is.
///
/// The verdict is committed first. Where the case cannot be resolved at that moment, it stays on the desk with its
/// deadline; resolving it there changes nothing of the verdict.
@Service
public class DecideObjection {

    /// What staff decided.
    ///
    /// @param proposal what is taken out where the verdict is [Verdict#CHANGED]; otherwise of no meaning
    /// @param reason   for everybody to read
    public record Decision(Verdict verdict, int proposal, String reason) {}

    private final CountAgain again;
    private final FindCases cases;
    private final ActOnCase actions;
    private final Communities communities;
    private final RoundLetters letters;
    private final PollWords words;
    private final Effects effects;
    private final Clock clock;

    DecideObjection(
            CountAgain again,
            FindCases cases,
            ActOnCase actions,
            Communities communities,
            RoundLetters letters,
            PollWords words,
            Effects effects,
            Clock clock) {
        this.again = again;
        this.cases = cases;
        this.actions = actions;
        this.communities = communities;
        this.letters = letters;
        this.words = words;
        this.effects = effects;
        this.clock = clock;
    }

    /// Signals [Conflict] where it is decided already.
    public Mono<Void> decide(StaffMember by, Round round, Objection it, Decision decision) {
        return changes(by, round, it, decision)
                .flatMap(effects::commit)
                .then(Mono.defer(() -> resolved(by, it, decision)));
    }

    private Mono<List<Effect>> changes(StaffMember by, Round round, Objection it, Decision decision) {
        var decided = new RoundChanged(
                new Change.Decided(round, it.number(), decision.verdict(), decision.reason(), clock.instant()));
        var noted = round.noted(by, "objection %d, %s".formatted(it.number(), decision.verdict()), clock.instant());
        var first = it.caseNumber().isEmpty()
                ? Stream.<Effect>of(decided, noted, letters.answered(round, it, decision.reason()))
                : Stream.<Effect>of(decided, noted);
        return (decision.verdict().countsAgain()
                        ? again.count(round, Occasion.of(it, decision))
                        : Mono.just(List.<Effect>of()))
                .map(more -> Stream.concat(first, more.stream()).toList());
    }

    private Mono<Void> resolved(StaffMember by, Objection it, Decision decision) {
        String note = words.say("rounds.verdict.note." + decision.verdict(), decision.reason());
        String occasion = "objection/" + it.caseNumber();
        return it.caseNumber().isEmpty()
                ? Mono.empty()
                : Mono.zip(communities.map(by.community()), cases.file(by.community(), it.caseNumber()))
                        .flatMap(found -> actions.act(
                                Sight.of(by, found.getT1()),
                                it.caseNumber(),
                                found.getT2().seen(),
                                Who.of(by),
                                new Act.Resolve(note, List.of()),
                                occasion))
                        .then();
    }
}
