package org.linli.polls.wishes.web;

import java.util.List;
import java.util.Map;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.polls.consent.Rearrangements;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Round;
import org.linli.polls.wishes.web.OpenDoors.Come;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import reactor.core.publisher.Mono;

/// Puts a resident's own page about proposals together.
@Component
class ShowProposing {

    private final FindProposals proposals;
    private final Rearrangements rearrangements;

    ShowProposing(FindProposals proposals, Rearrangements rearrangements) {
        this.proposals = proposals;
        this.rearrangements = rearrangements;
    }

    /// @param troubles by field
    /// @param alike    what it resembles, before it is sent
    Mono<String> shown(Come come, ProposalForm form, Map<String, String> troubles, List<Proposal> alike, Model model) {
        String voter = come.who().voter();
        return Mono.zip(
                        proposals
                                .concerning(come.who().community(), come.collected(), voter)
                                .filter(it -> !it.state().isGone())
                                .concatMap(it -> proposals.standing(it, voter).map(s -> new Mine(it, s.proposed())))
                                .collectList(),
                        Mono.justOrEmpty(come.round())
                                .flatMapMany(round -> rearrangements.asked(round.community(), round.id(), voter))
                                .collectList())
                .doOnNext(found -> {
                    model.addAttribute("form", form);
                    model.addAttribute("troubles", troubles);
                    model.addAttribute("alike", alike);
                    model.addAttribute("mine", found.getT1());
                    model.addAttribute("asked", found.getT2());
                    model.addAttribute("path", come.path());
                    model.addAttribute("round", come.round().map(Round::title).orElse(""));
                    model.addAttribute("collecting", !come.collected().equals(FindProposals.NEXT));
                    model.addAttribute("places", places(come.map()));
                })
                .thenReturn("polls/propose");
    }

    /// @param own whether they proposed it
    record Mine(Proposal it, boolean own) {}

    /// Whatever is larger than a staircase.
    private static List<Place> places(CommunityMap map) {
        return map.places().stream()
                .filter(it -> it.kind() == Place.Kind.SPOT || it.kind().compareTo(Place.Kind.BUILDING) <= 0)
                .toList();
    }
}
