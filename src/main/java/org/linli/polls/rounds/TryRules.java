package org.linli.polls.rounds;

import java.util.List;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Project;
import org.linli.polls.counting.TieOrder;
import org.linli.polls.laboratory.Culture;
import org.linli.polls.log.PrivacyFigures;
import org.linli.polls.rounds.Explanation.Other;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Shows before a vote what rules would choose, with made-up ballots: the same for the same numbers.
@Component
public class TryRules {

    /// A share is raised so many times at the most, so that a page is not waited for.
    private static final int STEPS = 300;

    /// What is tried.
    ///
    /// @param projects how many are made up where a round has none yet, up to 40
    /// @param voters   up to 2,000
    /// @param ranked   whether they put what they like into an order
    public record Setup(Culture culture, int projects, int voters, long budget, long seed, boolean ranked) {

        private Election election() {
            return ordered(culture.election(projects, voters, budget, seed));
        }

        private Election election(List<Project> known) {
            return ordered(culture.election(known, voters, budget, seed));
        }

        private Election ordered(Election approvals) {
            return ranked ? Culture.ranked(approvals, seed) : approvals;
        }
    }

    /// @param projects by number, with their prices
    /// @param privacy  how well such ballots would hide in each other, for whoever chooses how much is published
    public record Tried(List<Project> projects, List<Other> rules, PrivacyFigures privacy) {}

    private final FindProposals proposals;

    TryRules(FindProposals proposals) {
        this.proposals = proposals;
    }

    /// With made-up projects.
    public Mono<Tried> of(Setup setup) {
        return tried(setup.election());
    }

    /// With those of the round that have a price; made-up ones where none has.
    public Mono<Tried> of(Round round, Setup setup) {
        return proposals
                .of(round.community(), round.id())
                .concatMap(TryRules::priced)
                .collectList()
                .map(known -> known.isEmpty() ? setup.election() : setup.election(known))
                .flatMap(election -> tried(round.rules().bounds().on(election)));
    }

    private static Flux<Project> priced(Proposal it) {
        var cost = it.cost();
        return cost == null ? Flux.empty() : Flux.just(new Project(String.valueOf(it.number()), cost));
    }

    private static Mono<Tried> tried(Election election) {
        return Mono.fromCallable(() -> new Tried(
                        election.projects(),
                        WorkOut.others(election, TieOrder.USUAL, step(election)),
                        PrivacyFigures.of(election)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static long step(Election election) {
        return Math.max(1, election.money().orElse(0) / Math.max(1, election.voters()) / STEPS);
    }
}
