package org.linli.polls.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.polls.Poll;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.Phase;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Propose;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.RoundLetters;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "支持2号": a proposal or a choice of a vote, whichever of them has that number; where more than one has, it asks which
/// is meant.
@Component
class SupportNumber {

    /// All of this number that can be supported now, where this person is.
    record Candidates(Optional<Proposal> proposal, List<Poll> votes) {

        boolean isProposal() {
            return proposal.isPresent() && votes.isEmpty();
        }

        boolean isVote() {
            return proposal.isEmpty() && votes.size() == 1;
        }

        boolean isNothing() {
            return proposal.isEmpty() && votes.isEmpty();
        }
    }

    private final RoundHere rounds;
    private final OpenHere votes;
    private final Propose proposals;
    private final RoundLetters letters;

    SupportNumber(RoundHere rounds, OpenHere votes, Propose proposals, RoundLetters letters) {
        this.rounds = rounds;
        this.votes = votes;
        this.proposals = proposals;
        this.letters = letters;
    }

    /// Never empty.
    Mono<Candidates> find(Request request, int number) {
        var speaker = request.speaker();
        var proposal = rounds.in(Phase.COLLECTING, speaker)
                .map(Round::id)
                .defaultIfEmpty(FindProposals.NEXT)
                .flatMap(round -> proposals.one(speaker.community(), round, number))
                .filter(it -> it.state().takesSupport())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
        var papers = votes.open(speaker)
                .map(open -> open.stream()
                        .filter(it -> it.paper().choice(number).isPresent())
                        .toList());
        return Mono.zip(proposal, papers, Candidates::new);
    }

    /// What could be meant, each with the words that mean nothing else.
    Answer which(int number, Candidates all) {
        String n = String.valueOf(number);
        return Answer.saying(
                "support-which",
                Map.of(
                        "n", n,
                        "proposal", all.proposal().map(letters::line).orElse(""),
                        "votes",
                                all.votes().stream()
                                        .map(it -> it.paper()
                                                .choice(number)
                                                .map(choice -> letters.vote(it, choice))
                                                .orElse(""))
                                        .collect(Collectors.joining("\n"))));
    }
}
