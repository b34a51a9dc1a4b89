package org.linli.polls.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.channels.Media;
import org.linli.community.StaffMember;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Round;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What the page of a project that is carried out does, for programs.
@Component
@NamedInterface("calls")
public class WorkCalls {

    public static final Set<String> ACTS = Set.of("money", "milestone", "reached", "picture");

    private final ActOnWorks works;
    private final FindProposals proposals;

    WorkCalls(ActOnWorks works, FindProposals proposals) {
        this.works = works;
        this.proposals = proposals;
    }

    /// Empty where no such project is under way; otherwise the fields that are wrong, and without any it was done.
    ///
    /// @param act     one of [#ACTS]
    /// @param picture of a milestone, cleaned; empty without one. Its errors pass through
    public Mono<List<String>> act(
            StaffMember member, Round round, String act, Map<String, String> said, Mono<Media> picture) {
        var form = new WorksForm(
                RoundCalls.number(said.get("of")),
                said.get("source"),
                said.get("yuan"),
                said.get("payer"),
                said.get("receipt"),
                said.get("title"),
                said.get("due"),
                RoundCalls.number(said.get("number")),
                null);
        return proposals
                .one(round.community(), round.id(), form.proposal())
                .filter(Proposal::isUnderWay)
                .flatMap(_ -> works.act(member, round, act, form, picture));
    }
}
