package org.linli.polls.web;

import java.time.Duration;
import org.linli.community.StaffMember;
import org.linli.platform.database.CommunityId;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Proposal.State;
import org.linli.polls.rounds.ShowProposalPictures;
import org.linli.web.SignedIn;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// What was sent with a proposal. Staff sees it at once; everybody once the committee has looked at the proposal and
/// let it pass.
@RestController
class ProposalPictures {

    private final SignedIn signedIn;
    private final FindRounds rounds;
    private final FindProposals proposals;
    private final ShowProposalPictures pictures;

    ProposalPictures(SignedIn signedIn, FindRounds rounds, FindProposals proposals, ShowProposalPictures pictures) {
        this.signedIn = signedIn;
        this.rounds = rounds;
        this.proposals = proposals;
        this.pictures = pictures;
    }

    static boolean isPublic(Proposal it) {
        return it.state() != State.PROPOSED
                && it.state() != State.INFEASIBLE
                && !it.state().isGone();
    }

    @GetMapping("/polls/{community}/round/{number:\\d{1,6}}/pictures/{proposal:\\d{1,6}}/{place:\\d}")
    Mono<ResponseEntity<byte[]>> everybodys(
            @PathVariable String community,
            @PathVariable int number,
            @PathVariable int proposal,
            @PathVariable int place) {
        return found(new CommunityId(community), number, proposal)
                .filter(ProposalPictures::isPublic)
                .flatMap(it -> shown(it, place))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    @GetMapping("/desk/rounds/{number:\\d{1,6}}/pictures/{proposal:\\d{1,6}}/{place:\\d}")
    Mono<ResponseEntity<byte[]>> staffs(@PathVariable int number, @PathVariable int proposal, @PathVariable int place) {
        return signedIn.member()
                .filter(StaffMember::seesEverything)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)))
                .flatMap(member -> found(member.community(), number, proposal))
                .flatMap(it -> shown(it, place))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Mono<Proposal> found(CommunityId community, int number, int proposal) {
        return rounds.numbered(community, number).flatMap(it -> proposals.one(community, it.id(), proposal));
    }

    private Mono<ResponseEntity<byte[]>> shown(Proposal it, int place) {
        return pictures.of(it, place)
                .map(picture -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(picture.type()))
                        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                        .body(picture.bytes()));
    }
}
